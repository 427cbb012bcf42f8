/** How a treatment is drawn: which lines, bands and marks, and with which pattern each (WCAG 1.4.1). */
import type uPlot from 'uplot';
import type { Shade } from '../state/series.ts';

export interface PlotMarks {
  readonly shades: readonly Shade[];
  /** Something happened: drawn as a flag. */
  readonly flags: readonly { readonly atS: number; readonly label: string }[];
  /** Horizontal ceilings and floors, in the shown unit. */
  readonly limits: readonly { readonly value: number; readonly label: string }[];
}

export interface LineStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
}

export const lineStyles = {
  plateA: { colour: '--ink', dash: [], width: 2 },
  plateB: { colour: '--good', dash: [9, 4], width: 2 },
  heatsink: { colour: '--sink', dash: [2, 4], width: 2 },
  setpoint: { colour: '--soft', dash: [14, 3, 3, 3], width: 1.5 },
  limit: { colour: '--bad', dash: [4, 3], width: 1.5 },
} as const satisfies Record<string, LineStyle>;

export const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Behind the lines: the phases, cold hatched and hot plain, so that they differ without colour. */
export function drawShades(plot: uPlot, shades: readonly Shade[]): void {
  const { ctx, bbox } = plot;
  for (const { fromS, toS, kind } of shades) {
    const left = Math.max(bbox.left, plot.valToPos(fromS, 'x', true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(toS, 'x', true));
    if (!(right > left)) continue;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, bbox.top, right - left, bbox.height);
    ctx.clip();
    ctx.fillStyle = colour(kind === 'cold' ? '--cold-wash' : '--hot-wash');
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
    if (kind === 'cold') hatch(ctx, left, right, bbox);
    ctx.restore();
  }
}

function hatch(
  ctx: CanvasRenderingContext2D,
  left: number,
  right: number,
  { top, height }: uPlot.BBox,
): void {
  ctx.strokeStyle = colour('--cold');
  ctx.globalAlpha = 0.16;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const step = 14 * devicePixelRatio;
  for (let x = left - height; x < right; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** In front of the lines: limits and flags, each with its words. */
export function drawMarks(plot: uPlot, { limits, flags }: PlotMarks): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  const style = lineStyles.limit;
  ctx.strokeStyle = colour(style.colour);
  ctx.fillStyle = colour(style.colour);
  ctx.lineWidth = style.width * devicePixelRatio;
  ctx.setLineDash([...style.dash].map((length) => length * devicePixelRatio));
  for (const { value, label } of limits) {
    const y = plot.valToPos(value, 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    line(ctx, [bbox.left, y], [bbox.left + bbox.width, y]);
    ctx.textAlign = 'right';
    ctx.textBaseline = 'bottom';
    ctx.fillText(label, bbox.left + bbox.width - 4 * devicePixelRatio, y - 4 * devicePixelRatio);
  }
  ctx.strokeStyle = colour('--ink');
  ctx.fillStyle = colour('--ink');
  ctx.setLineDash([]);
  ctx.lineWidth = devicePixelRatio;
  ctx.textBaseline = 'alphabetic';
  for (const [index, { atS, label }] of flags.entries()) {
    const x = plot.valToPos(atS, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    line(ctx, [x, bbox.top], [x, bbox.top + bbox.height]);
    const row = (index % 3) * 15 * devicePixelRatio;
    // Words at the right edge lie on the other side of their line.
    const before = x > bbox.left + 0.75 * bbox.width;
    ctx.textAlign = before ? 'right' : 'left';
    const textX = x + (before ? -3 : 3) * devicePixelRatio;
    ctx.fillText(`⚑ ${label}`, textX, bbox.top + 14 * devicePixelRatio + row);
  }
  ctx.restore();
}

function line(
  ctx: CanvasRenderingContext2D,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
