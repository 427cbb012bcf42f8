/**
 * A line plot as an SVG document. Pure: the same data gives the same bytes. Its white ground makes
 * it legible on a dark page too; colours are those of Okabe and Ito (2008), and each curve has a
 * dash of its own, so that nobody needs to tell colours apart.
 */
import type { Axis } from './svg-axis.ts';
import { axisOf, ticksOf } from './svg-axis.ts';

export type Point = readonly [x: number, y: number];

export interface SvgCurve {
  readonly name: string;
  /** Where a point is not finite, the line has a gap. */
  readonly points: readonly Point[];
  /** Curves that belong together share a colour: an index into the palette. */
  readonly colour?: number;
}

/** A horizontal line across the plot, such as a limit. Its name has room for some 6 letters. */
export interface SvgLevel {
  readonly y: number;
  readonly name: string;
}

/** A stretch of the x axis, shaded and named. */
export interface SvgBand {
  readonly from: number;
  readonly to: number;
  readonly kind: 'cold' | 'hot';
  /** What stands in it; its kind where it is not said. */
  readonly label?: string;
}

export interface SvgPlot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** The whole in one sentence, from the names of the curves; in English where it is not said. */
  readonly describe?: (names: string) => string;
  readonly curves: readonly SvgCurve[];
  readonly levels?: readonly SvgLevel[];
  readonly bands?: readonly SvgBand[];
  /** Ends of an axis; from the data where absent. */
  readonly xRange?: readonly [low: number, high: number];
  readonly yRange?: readonly [low: number, high: number];
}

const width = 800;
const height = 420;
const frame = { left: 70, right: 550, top: 48, bottom: 360 } as const;
const legendX = 605;
const legendStepY = 40;
const legendLetters = 23;

const palette = [
  '#0072B2',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#E69F00',
  '#000000',
] as const;
const dashes = ['', '9 4', '2 4', '12 4 2 4', '5 3', '14 3 3 3 3 3', '1 3'] as const;
const ink = '#1a1a1a';
const faint = '#d9d9d9';

/** The document, ending with a line feed. */
export function svgPlot(plot: SvgPlot): string {
  const { title, xLabel, yLabel, curves, levels = [], bands = [] } = plot;
  const { describe = (names: string): string => `${yLabel} over ${xLabel}: ${names}` } = plot;
  const points = curves.flatMap((curve) => curve.points.filter(isFinitePoint));
  const heights = [...points.map(([, y]) => y), ...levels.map(({ y }) => y)];
  const x = axisOf(
    points.map(([at]) => at),
    plot.xRange,
    frame.left,
    frame.right,
  );
  const y = axisOf(heights, plot.yRange, frame.bottom, frame.top);
  const names = curves.map(({ name }) => name).join('; ');
  const head = tag('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'font-family': "Helvetica, Arial, 'DejaVu Sans', sans-serif",
    'font-size': 13,
  });
  return [
    head.replace('/>', '>'),
    tag('title', {}, title),
    tag('desc', {}, describe(names)),
    tag('rect', { width, height, fill: '#ffffff' }),
    text(frame.left, 28, title, { 'font-size': 16, 'font-weight': 'bold' }),
    ...bands.flatMap((band) => bandArea(band, x)),
    ...grid(x, y),
    ...labels(xLabel, yLabel),
    ...levels.flatMap((level) => levelLine(level, y.place(level.y))),
    ...curves.map((curve, index) => curveLine(curve, index, x, y)),
    tag('rect', { ...box, fill: 'none', stroke: ink }),
    ...legend(curves),
    '</svg>',
    '',
  ].join('\n');
}

const isFinitePoint = (point: Point): boolean => point.every(Number.isFinite);

const bandFill = { cold: '#e8f1fa', hot: '#fbece0' } as const;

function bandArea({ from, to, kind, label = kind }: SvgBand, x: Axis): string[] {
  const left = Math.max(frame.left, x.place(from));
  const right = Math.min(frame.right, x.place(to));
  if (!(right > left)) return [];
  const place = { x: left, y: frame.top, width: right - left, height: frame.bottom - frame.top };
  return [
    tag('rect', { ...place, fill: bandFill[kind] }),
    text((left + right) / 2, frame.bottom - 6, label, { 'font-size': 11, 'text-anchor': 'middle' }),
  ];
}

type Attributes = Readonly<Record<string, string | number>>;

const box: Attributes = {
  x: frame.left,
  y: frame.top,
  width: frame.right - frame.left,
  height: frame.bottom - frame.top,
};

/** One element; numbers to a tenth of a pixel. */
function tag(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escaped(value)}"`,
  );
  const opening = `<${name}${written.join('')}`;
  return content === undefined ? `${opening}/>` : `${opening}>${escaped(content)}</${name}>`;
}

function text(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return tag('text', { x, y, fill: ink, ...attributes }, words);
}

function grid(x: Axis, y: Axis): string[] {
  return [
    ...ticksOf(x).flatMap(({ at, text: words }) => [
      tag('path', { d: `M${tenth(at)} ${frame.top}V${frame.bottom}`, stroke: faint }),
      text(at, frame.bottom + 18, words, { 'text-anchor': 'middle' }),
    ]),
    ...ticksOf(y).flatMap(({ at, text: words }) => [
      tag('path', { d: `M${frame.left} ${tenth(at)}H${frame.right}`, stroke: faint }),
      text(frame.left - 8, at + 4.5, words, { 'text-anchor': 'end' }),
    ]),
  ];
}

function labels(xLabel: string, yLabel: string): string[] {
  const middleX = (frame.left + frame.right) / 2;
  const middleY = (frame.top + frame.bottom) / 2;
  const turned = `translate(22 ${middleY}) rotate(-90)`;
  return [
    text(middleX, height - 18, xLabel, { 'text-anchor': 'middle' }),
    tag('text', { transform: turned, fill: ink, 'text-anchor': 'middle' }, yLabel),
    `<clipPath id="frame">${tag('rect', box)}</clipPath>`,
  ];
}

function levelLine({ name }: SvgLevel, y: number): string[] {
  const d = `M${frame.left} ${tenth(y)}H${frame.right}`;
  return [
    tag('path', { d, stroke: ink, 'stroke-width': 1.2, 'stroke-dasharray': '3 3' }),
    text(frame.right + 6, y + 4, name, { 'font-size': 12 }),
  ];
}

function strokeOf({ colour }: SvgCurve, index: number): Attributes {
  const dash = dashes[index % dashes.length] ?? '';
  return {
    fill: 'none',
    stroke: palette[(colour ?? index) % palette.length] ?? ink,
    'stroke-width': 2.2,
    ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
  };
}

function curveLine(curve: SvgCurve, index: number, x: Axis, y: Axis): string {
  let pen = 'M';
  let d = '';
  for (const point of curve.points) {
    if (isFinitePoint(point)) d += `${pen}${tenth(x.place(point[0]))} ${tenth(y.place(point[1]))}`;
    pen = isFinitePoint(point) ? 'L' : 'M';
  }
  return tag('path', { 'clip-path': 'url(#frame)', d, ...strokeOf(curve, index) });
}

/** One entry a curve, beside the plot; a long name takes more lines. */
function legend(curves: readonly SvgCurve[]): string[] {
  return curves.flatMap((curve, index) => {
    const y = frame.top + 10 + index * legendStepY;
    const lines = wrapped(curve.name).map((line, at) =>
      text(legendX + 36, y + 4 + at * 15, line, { 'font-size': 12 }),
    );
    return [tag('path', { d: `M${legendX} ${y}h30`, ...strokeOf(curve, index) }), ...lines];
  });
}

function wrapped(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= legendLetters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function tenth(value: number): string {
  return String(Number(value.toFixed(1)));
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
