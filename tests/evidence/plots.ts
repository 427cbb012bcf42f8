/** The plots of the report, from figures. Pure. */
import {
  axisOf,
  bar,
  bottomOf,
  dot,
  fine,
  frameOf,
  keysOf,
  line,
  middleOf,
  rowHeight,
  rowsOf,
  svg,
  textAt,
  width,
} from './plot-frame.ts';
import type { Key, Shade } from './plot-frame.ts';

/** A row from its lowest to its highest value. */
export interface Range {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** The same of the device for comparison; drawn as rings. */
  readonly other?: { readonly low: number; readonly high: number };
}

/** Lowest and highest values as dots, against two bounds; what lies beyond the axis is written at its edge. */
export function rangePlot(options: {
  readonly title: string;
  readonly ranges: readonly Range[];
  readonly bounds: readonly [low: number, high: number];
  readonly axis: readonly [from: number, to: number];
  readonly keys: { readonly low: string; readonly high: string; readonly other?: string };
}): string {
  const { title, ranges, bounds, axis, keys } = options;
  const frame = frameOf(
    title,
    ranges.map(({ label }) => label),
  );
  const [from, to] = axis;
  const span = frame.right - 30 - frame.left;
  const x = (value: number): number => frame.left + ((value - from) / (to - from)) * span;
  const mark = (value: number, row: number, shade: string): string => {
    const y = middleOf(frame, row);
    if (value >= from && value <= to) return dot(x(value), y, shade);
    const arrow = value > to ? `${value.toFixed(0)} →` : `← ${value.toFixed(0)}`;
    const edge = value > to ? frame.right : frame.left + 2;
    return textAt(edge, y + 4, arrow, value > to ? ' text-anchor="end"' : '');
  };
  const within = (value: number): number => x(Math.min(Math.max(value, from), to));
  const ticks = Array.from({ length: Math.floor((to - from) / 5) + 1 }, (_, index) => {
    const value = from + 5 * index;
    return [x(value), String(value)] as const;
  });
  return svg(frame, [
    ...rowsOf(
      frame,
      ranges.map(({ label }) => label),
    ),
    ...axisOf(frame, ticks, '°C, the plate itself'),
    ...bounds.flatMap((bound) => [
      line(x(bound), frame.top - 6, x(bound), bottomOf(frame), 'bound'),
      textAt(x(bound), frame.top - 10, `${bound} °C`, ' text-anchor="middle" class="limit"'),
    ]),
    ...ranges.flatMap(({ low, high, other }, row) => [
      line(within(low), middleOf(frame, row), within(high), middleOf(frame, row), 'axis'),
      ...(other === undefined
        ? []
        : [mark(other.low, row, 'cold open'), mark(other.high, row, 'hot open')]),
      mark(low, row, 'cold'),
      mark(high, row, 'hot'),
    ]),
    ...keysOf(frame.left, [
      { words: keys.low, shade: 'cold' },
      { words: keys.high, shade: 'hot' },
      ...(keys.other === undefined ? [] : [{ words: keys.other, shade: 'hot open' }]),
    ]),
  ]);
}

export interface Delay {
  readonly shade: Shade;
  readonly medianS: number;
  readonly slowestS: number;
}

/** For each row up to three delays: a dot at the median, a line from it to the slowest. Logarithmic. */
export function delayPlot(options: {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly delays: readonly Delay[] }[];
  readonly keys: readonly Key[];
}): string {
  const frame = frameOf(
    options.title,
    options.rows.map(({ label }) => label),
  );
  const [from, to] = [Math.log10(0.05), Math.log10(5000)];
  const span = frame.right - frame.left;
  const x = (valueS: number): number => {
    const at = (Math.log10(Math.max(valueS, 0.05)) - from) / (to - from);
    return frame.left + Math.min(at, 1) * span;
  };
  const ticks = (
    [
      [0.1, '0.1 s'],
      [1, '1 s'],
      [10, '10 s'],
      [60, '1 min'],
      [600, '10 min'],
      [3600, '1 h'],
    ] as const
  ).map(([value, words]) => [x(value), words] as const);
  return svg(frame, [
    ...rowsOf(
      frame,
      options.rows.map(({ label }) => label),
    ),
    ...axisOf(frame, ticks, 'from the fault to off: dot at the median, line to the slowest'),
    ...ticks.map(([at, words]) =>
      textAt(at, frame.top - 8, words, ' text-anchor="middle" class="soft"'),
    ),
    ...options.rows.flatMap(({ delays }, row) =>
      delays.flatMap(({ shade, medianS, slowestS }, index) => {
        const y = middleOf(frame, row) + (index - (delays.length - 1) / 2) * 5.5;
        return [
          line(x(medianS), y, x(slowestS), y, shade),
          `<circle cx="${fine(x(medianS))}" cy="${fine(y)}" r="2.6" class="${shade}"/>`,
        ];
      }),
    ),
    ...keysOf(frame.left, options.keys),
  ]);
}

export interface Part {
  readonly label: string;
  readonly value: number;
  readonly shade: Shade;
}

/** One bar, its parts as long as their shares, each named below with its figure. */
export function stackedBar(title: string, parts: readonly Part[]): string {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let x = 0;
  const rects = parts.map(({ value, shade }) => {
    const w = whole === 0 ? 0 : (value / whole) * width;
    const rect = bar(x, 4, w - 1.5, 34, shade);
    x += w;
    return rect;
  });
  const step = width / Math.max(parts.length, 1);
  const names = parts.flatMap(({ label, value, shade }, index) => [
    bar(index * step, 54, 11, 11, shade),
    textAt(
      index * step + 18,
      64,
      `${label}: ${value} (${whole === 0 ? '–' : ((value / whole) * 100).toFixed(1)} %)`,
    ),
  ]);
  return svg({ title, height: 74 }, [...rects, ...names]);
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly whole: number;
  readonly words: string;
  readonly shade: Shade;
}

/** A bar a row, as long as its share of `whole`, and its figures in words. */
export function bars(title: string, rows: readonly Bar[]): string {
  const frame = {
    ...frameOf(
      title,
      rows.map(({ label }) => label),
    ),
    top: 4,
    height: rows.length * rowHeight + 8,
  };
  const room = frame.right - 150 - frame.left;
  return svg(frame, [
    ...rowsOf(
      frame,
      rows.map(({ label }) => label),
    ),
    ...rows.flatMap(({ value, whole, words, shade }, row) => {
      const y = middleOf(frame, row);
      const long = whole === 0 ? 0 : (value / whole) * room;
      return [
        bar(frame.left, y - 6, room, 12, 'ghost'),
        bar(frame.left, y - 6, long, 12, shade),
        textAt(frame.left + room + 12, y + 4, words),
      ];
    }),
  ]);
}
