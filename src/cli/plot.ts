/**
 * A small text plot: curves in Braille dots (two across and four down in a character) or in plain
 * ASCII. Pure. Every value is drawn, however many share a column: a short peak is never lost.
 */

export interface PlotSeries {
  readonly name: string;
  /** Evenly spaced. Null, and any number that is not finite, leaves a gap. */
  readonly values: readonly (number | null)[];
  /** `curve` (default): fine dots. `level`: dashes, for set values. */
  readonly style?: 'curve' | 'level';
}

/** A stretch of the values, marked below the plot: first index, and one past the last. */
export interface PlotBand {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface PlotOptions {
  readonly series: readonly PlotSeries[];
  /** Characters, with the labels of the axis. At least 24, at most 400. */
  readonly width: number;
  /** Rows of the plot itself. At least 3, at most 100. */
  readonly height: number;
  readonly yLabel: string;
  readonly bands?: readonly PlotBand[];
  /** What stands below the left and the right end. */
  readonly xLabels?: readonly [left: string, right: string];
  readonly colour?: boolean;
  readonly ascii?: boolean;
}

const dotsAcross = 2;
const dotsDown = 4;
/** Unicode 1.1 Braille patterns: bit of each dot, by row and column. */
const brailleBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;
const ansiColours = ['\u001B[36m', '\u001B[35m', '\u001B[33m', '\u001B[32m'] as const;
const ansiReset = '\u001B[39m';

interface Glyphs {
  readonly curve: string;
  readonly level: string;
  readonly side: string;
  readonly corner: string;
  readonly base: string;
  readonly mark: string;
}
const unicodeGlyphs: Glyphs = {
  curve: '⠒',
  level: '╌',
  side: '┤',
  corner: '└',
  base: '─',
  mark: '╵',
};
const asciiGlyphs: Glyphs = {
  curve: '*',
  level: '-',
  side: '|',
  corner: '+',
  base: '-',
  mark: '|',
};

/** The plot as lines without a line feed; none is wider than `width`. */
export function plotLines(options: PlotOptions): string[] {
  const width = clamp(Math.floor(options.width), 24, 400);
  const height = clamp(Math.floor(options.height), 3, 100);
  const glyphs = options.ascii === true ? asciiGlyphs : unicodeGlyphs;
  const count = Math.max(0, ...options.series.map(({ values }) => values.length));
  const range = rangeOf(options.series);
  const labels = axisLabels(range, height);
  const gutter = Math.max(...labels.map((label) => label.length));
  const columns = width - gutter - 2;
  const canvas = new Canvas(columns, height);
  if (range !== undefined) {
    options.series.forEach((series, index) => drawSeries(canvas, series, index, range, count));
  }
  const lines = [legendOf(options, glyphs, width)];
  for (let row = 0; row < height; row += 1) {
    const label = (labels[row] ?? '').padStart(gutter);
    lines.push(`${label} ${glyphs.side}${canvas.row(row, options, glyphs)}`.trimEnd());
  }
  const indent = ' '.repeat(gutter + 1);
  const bands = options.bands ?? [];
  lines.push(`${indent}${glyphs.corner}${baseLine(columns, bands, count, glyphs)}`);
  if (bands.length > 0) lines.push(`${indent} ${bandLine(columns, bands, count)}`.trimEnd());
  if (options.xLabels !== undefined) {
    lines.push(`${indent} ${endsOf(options.xLabels, columns)}`.trimEnd());
  }
  if (range === undefined) lines.push(`${indent} no valid values`);
  return lines;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Undefined where there is nothing to plot. A constant gets room above and below. */
function rangeOf(series: readonly PlotSeries[]): Range | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of series) {
    for (const value of values) {
      if (!isValid(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(low <= high)) return undefined;
  if (high - low > 0) return { low, high };
  const room = Math.max(1, Math.abs(low) * 1e-9);
  return { low: low - room, high: high + room };
}

function isValid(value: number | null | undefined): value is number {
  // Beyond this the span of two values may not be finite any more.
  return typeof value === 'number' && Math.abs(value) < 1e300;
}

function axisLabels(range: Range | undefined, height: number): string[] {
  const labels = Array.from({ length: height }, () => '');
  if (range === undefined) return labels;
  const { low, high } = range;
  const middle = Math.floor((height - 1) / 2);
  for (const row of [0, middle, height - 1]) {
    labels[row] = numberLabel(high - ((high - low) * row) / (height - 1));
  }
  return labels;
}

function numberLabel(value: number): string {
  const text = Math.abs(value) < 1e6 ? value.toFixed(1) : value.toExponential(1);
  return text === '-0.0' ? '0.0' : text;
}

/** Dots of the curves and dashes of the levels, row 0 on top. */
class Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly #bits: Uint8Array;
  /** 1 + index of the series that was drawn last in a character, 0 where there is none. */
  readonly #curveOwner: Uint8Array;
  readonly #levelOwner: Uint8Array;

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.#bits = new Uint8Array(columns * rows);
    this.#curveOwner = new Uint8Array(columns * rows);
    this.#levelOwner = new Uint8Array(columns * rows);
  }

  /** Sets one dot. */
  dot(x: number, y: number, style: 'curve' | 'level', index: number): void {
    const cell = Math.floor(y / dotsDown) * this.columns + Math.floor(x / dotsAcross);
    if (style === 'level') {
      this.#levelOwner[cell] = index + 1;
      return;
    }
    const bit = brailleBits[y % dotsDown]?.[x % dotsAcross] ?? 0;
    this.#bits[cell] = (this.#bits[cell] ?? 0) | bit;
    this.#curveOwner[cell] = index + 1;
  }

  row(row: number, options: PlotOptions, glyphs: Glyphs): string {
    let text = '';
    for (let column = 0; column < this.columns; column += 1) {
      const cell = row * this.columns + column;
      const curve = this.#curveOwner[cell] ?? 0;
      const level = this.#levelOwner[cell] ?? 0;
      if (curve > 0) {
        const bits = this.#bits[cell] ?? 0;
        const glyph = options.ascii === true ? glyphs.curve : String.fromCodePoint(0x2800 + bits);
        text += coloured(glyph, curve - 1, options);
      } else {
        text += level > 0 ? coloured(glyphs.level, level - 1, options) : ' ';
      }
    }
    return text;
  }
}

/** In dots, from the left and from the top. */
type Dot = readonly [x: number, y: number];

function drawSeries(
  canvas: Canvas,
  series: PlotSeries,
  index: number,
  range: Range,
  count: number,
): void {
  const style = series.style ?? 'curve';
  const right = canvas.columns * dotsAcross - 1;
  const bottom = canvas.rows * dotsDown - 1;
  let previous: Dot | undefined;
  series.values.forEach((value, position) => {
    if (!isValid(value)) {
      previous = undefined;
      return;
    }
    const x = count < 2 ? 0 : Math.round((position / (count - 1)) * right);
    const y = Math.round(((range.high - value) / (range.high - range.low)) * bottom);
    const [x0, y0] = previous ?? [x, y];
    // A level holds until it is set anew: a slope between the two is one that nobody set.
    const end: Dot = style === 'level' ? [x, y0] : [x, y];
    drawLine([x0, y0], end, (dotX, dotY) => canvas.dot(dotX, dotY, style, index));
    canvas.dot(x, y, style, index);
    previous = [x, y];
  });
}

/** A straight line without gaps: one dot per step of the longer side. */
function drawLine([x0, y0]: Dot, [x1, y1]: Dot, dot: (x: number, y: number) => void): void {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    dot(Math.round(x0 + (x1 - x0) * part), Math.round(y0 + (y1 - y0) * part));
  }
}

function legendOf(options: PlotOptions, glyphs: Glyphs, width: number): string {
  const entries = options.series.map(({ name, style }) => `${glyphs[style ?? 'curve']} ${name}`);
  const plain = [options.yLabel, ...entries].join('   ');
  if (plain.length > width) return plain.slice(0, width);
  return [options.yLabel, ...entries.map((entry, index) => coloured(entry, index, options))].join(
    '   ',
  );
}

function coloured(text: string, index: number, options: PlotOptions): string {
  if (options.colour !== true) return text;
  return `${ansiColours[index % ansiColours.length] ?? ''}${text}${ansiReset}`;
}

/** Column in which an index of the values lies; one past the last lies past the last column. */
function columnOf(index: number, columns: number, count: number): number {
  if (count === 0) return 0;
  return clamp(Math.floor((index / count) * columns), 0, columns);
}

function baseLine(
  columns: number,
  bands: readonly PlotBand[],
  count: number,
  glyphs: Glyphs,
): string {
  const line = Array.from({ length: columns }, () => glyphs.base);
  for (const { from } of bands) {
    const column = columnOf(from, columns, count);
    if (column < columns) line[column] = glyphs.mark;
  }
  return line.join('');
}

/** Each label begins below its band, as much of it as the band has room for. */
function bandLine(columns: number, bands: readonly PlotBand[], count: number): string {
  const line = Array.from({ length: columns }, () => ' ');
  for (const { label, from, to } of bands) {
    const start = columnOf(from, columns, count);
    const end = columnOf(to, columns, count);
    const shown = label.slice(0, Math.max(1, end - start - 1)).split('');
    shown.forEach((character, offset) => {
      if (start + offset < columns) line[start + offset] = character;
    });
  }
  return line.join('');
}

function endsOf([left, right]: readonly [string, string], columns: number): string {
  const room = columns - left.length - right.length;
  return room > 0 ? `${left}${' '.repeat(room)}${right}` : left.slice(0, columns);
}

function clamp(value: number, low: number, high: number): number {
  // NaN ends at the low end.
  return value > low ? Math.min(value, high) : low;
}
