/** What plots are made of, as SVG in the colours of the page. Coordinates have one decimal: the same bytes anywhere. Pure. */
import { escaped } from './html.ts';

export type Shade = 'cold' | 'hot' | 'rest' | 'good' | 'bad' | 'other';

export const width = 920;
export const rowHeight = 20;
export const fine = (value: number): string => String(Math.round(value * 10) / 10);

export interface Frame {
  readonly title: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

export const textAt = (x: number, y: number, words: string, rest = ''): string =>
  `<text x="${fine(x)}" y="${fine(y)}"${rest}>${escaped(words)}</text>`;
export const line = (x1: number, y1: number, x2: number, y2: number, shade: string): string =>
  `<line x1="${fine(x1)}" y1="${fine(y1)}" x2="${fine(x2)}" y2="${fine(y2)}" class="${shade}"/>`;
export const dot = (x: number, y: number, shade: string): string =>
  `<circle cx="${fine(x)}" cy="${fine(y)}" r="3.6" class="${shade}"/>`;
export const bar = (x: number, y: number, w: number, h: number, shade: string): string =>
  `<rect x="${fine(x)}" y="${fine(y)}" width="${fine(Math.max(w, 0))}" height="${fine(h)}" class="${shade}"/>`;

export const svg = (
  { title, height }: { title: string; height: number },
  body: readonly string[],
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${fine(height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    ...body,
    '</svg>',
  ].join('\n');

/** Letters are no wider than this on most screens; there is no page to measure them on. */
const letterWidth = 6.7;

/** Room for keys above the rows and an axis below, and for the longest label on the left. */
export const frameOf = (title: string, labels: readonly string[]): Frame => ({
  title,
  left: Math.max(140, ...labels.map((label) => 20 + label.length * letterWidth)),
  right: width - 24,
  top: 50,
  height: 50 + labels.length * rowHeight + 46,
});
export const bottomOf = ({ height }: Frame): number => height - 46;
export const middleOf = ({ top }: Frame, row: number): number => top + (row + 0.5) * rowHeight;

/** Every second row is shaded, so that a long line of sight does not slip. */
export const rowsOf = (frame: Frame, labels: readonly string[]): string[] =>
  labels.flatMap((label, row) => [
    ...(row % 2 === 1 ? [bar(0, frame.top + row * rowHeight, frame.right, rowHeight, 'band')] : []),
    textAt(frame.left - 10, middleOf(frame, row) + 4, label, ' text-anchor="end"'),
  ]);

export const axisOf = (
  frame: Frame,
  ticks: readonly (readonly [at: number, words: string])[],
  unit: string,
): string[] => [
  ...ticks.flatMap(([x, words]) => [
    line(x, frame.top, x, bottomOf(frame), 'axis'),
    textAt(x, bottomOf(frame) + 16, words, ' text-anchor="middle" class="soft"'),
  ]),
  textAt(
    (frame.left + frame.right) / 2,
    bottomOf(frame) + 36,
    unit,
    ' text-anchor="middle" class="soft"',
  ),
];

export interface Key {
  readonly words: string;
  readonly shade: string;
}

/** Left to right above the rows. */
export function keysOf(left: number, keys: readonly Key[]): string[] {
  let x = left;
  return keys.flatMap(({ words, shade }) => {
    const at = x;
    x += 28 + words.length * letterWidth;
    return [dot(at + 4, 12, shade), textAt(at + 14, 16, words)];
  });
}
