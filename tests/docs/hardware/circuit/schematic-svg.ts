/** A sheet as SVG, on A3 across. */
import { dotsOf } from './joined.ts';
import type { Anchor, Direction, Flag, Note, Placed, Sheet } from './sheet.ts';
import type { Point, Shape } from './symbols.ts';

export const sheetUnits = { width: 220, height: 155.5 } as const;
/** Pixels of the drawing to a unit, and the height of letters in units. */
const scale = 10;
export const letterUnits = 1.35;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const px = (units: number): string => String(Math.round(units * scale * 10) / 10);
const path = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');

const words = (text: string, [x, y]: Point, anchor: Anchor, kind: string): string =>
  `<text class="${kind}" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escape(text)}</text>`;

/** Text of one line, in the middle of its line: where it begins, ends, and how high it is. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a letter over its height, of a wide typeface. */
const letterShape = { plain: 0.6, bold: 0.68 } as const;

const textBox = (
  text: string,
  [x, y]: Point,
  anchor: Anchor,
  weight: keyof typeof letterShape = 'plain',
): TextBox => {
  const width = text.length * letterUnits * letterShape[weight];
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    text,
    left,
    right: left + width,
    top: y - letterUnits * 0.4,
    bottom: y + letterUnits * 0.4,
  };
};

const flagText: Readonly<Record<Direction, { by: Point; anchor: Anchor }>> = {
  up: { by: [0, -1.9], anchor: 'middle' },
  down: { by: [0, 2], anchor: 'middle' },
  left: { by: [-1.4, 0], anchor: 'end' },
  right: { by: [1.4, 0], anchor: 'start' },
};

const flagMark = ({ at: [x, y], towards }: Flag): readonly Point[] => {
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[towards] as [
    number,
    number,
  ];
  const across = 0.5;
  return [
    [x, y],
    [x + dx * 0.5, y + dy * 0.5],
    [x + dx * 0.5 + dy * across, y + dy * 0.5 + dx * across],
    [x + dx * 1.1, y + dy * 1.1],
    [x + dx * 0.5 - dy * across, y + dy * 0.5 - dx * across],
    [x + dx * 0.5, y + dy * 0.5],
  ];
};

const moved = ([x, y]: Point, [dx, dy]: Point): Point => [x + dx, y + dy];

/** Every text of a sheet with its place, so that a test can see that none crosses another or a wire. */
export function textsOf(sheet: Sheet): TextBox[] {
  return [
    ...sheet.placed.flatMap(({ at, words: own, symbol }) => [
      ...own.map((word) => textBox(word.text, moved(at, word.at), word.anchor, 'bold')),
      ...symbol.shapes.flatMap((shape) =>
        'text' in shape ? [textBox(shape.text, moved(at, shape.at), shape.anchor ?? 'middle')] : [],
      ),
    ]),
    ...sheet.flags.map(({ net, at, towards }) =>
      textBox(net, moved(at, flagText[towards].by), flagText[towards].anchor),
    ),
    ...sheet.notes.map(({ text, at, kind }) =>
      textBox(text, kind === 'frame' ? moved(at, [1, 1.6]) : at, 'start'),
    ),
  ];
}

function shapeLines(shape: Shape, at: Point): string {
  if ('line' in shape) {
    const points = shape.line.map((point) => moved(at, point));
    return `<path class="${shape.filled === true ? 'solid' : 'shape'}" d="${path(points)}"/>`;
  }
  if ('circle' in shape) {
    const [x, y] = moved(at, shape.circle);
    return `<circle class="shape" cx="${px(x)}" cy="${px(y)}" r="${px(shape.radius)}"/>`;
  }
  return words(shape.text, moved(at, shape.at), shape.anchor ?? 'middle', 'pin');
}

const placedLines = ({ ref, symbol, at, words: own }: Placed): string[] => [
  `<g data-ref="${ref}">`,
  ...symbol.shapes.map((shape) => shapeLines(shape, at)),
  ...own.map(({ text, at: by, anchor }) => words(text, moved(at, by), anchor, 'part')),
  '</g>',
];

const noteLines = ({ text, at, kind, to }: Note): string[] =>
  kind === 'frame' && to !== undefined
    ? [
        `<rect class="frame" x="${px(at[0])}" y="${px(at[1])}" width="${px(to[0] - at[0])}" height="${px(to[1] - at[1])}"/>`,
        words(text, moved(at, [1, 1.6]), 'start', 'note'),
      ]
    : [words(text, at, 'start', 'note')];

const style = [
  'text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13.5px; dominant-baseline: central; fill: #1f2328 }',
  '.part { font-weight: 600 }',
  '.flag { fill: #0550ae }',
  '.note, .title { fill: #59636e }',
  '.title { font-size: 18px }',
  '.paper { fill: #ffffff }',
  '.frame { fill: none; stroke: #8c959f; stroke-dasharray: 8 6 }',
  '.shape { fill: none; stroke: #1f2328; stroke-width: 1.8; stroke-linejoin: round }',
  '.solid { fill: #1f2328; stroke: #1f2328; stroke-width: 1 }',
  '.wire { fill: none; stroke: #1a7f37; stroke-width: 1.6 }',
  '.thick { fill: none; stroke: #a40e26; stroke-width: 3.6 }',
  '.dot { fill: #1f2328 }',
  '.mark { fill: none; stroke: #0550ae; stroke-width: 1.5 }',
].join('\n');

export function schematicSvg(sheet: Sheet, heading: string): string {
  const { width, height } = sheetUnits;
  const title = `${heading}, sheet ${sheet.title}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${px(width)}" height="${px(height)}"/>`,
    words(title, [4, 4], 'start', 'title'),
    ...sheet.notes.flatMap(noteLines),
    ...sheet.wires.map((ends) => `<path class="wire" d="${path(ends)}"/>`),
    ...sheet.thick.map((ends) => `<path class="thick" d="${path(ends)}"/>`),
    ...sheet.placed.flatMap(placedLines),
    ...dotsOf(sheet).map(([x, y]) => `<circle class="dot" cx="${px(x)}" cy="${px(y)}" r="4"/>`),
    ...sheet.flags.flatMap((flag) => [
      `<path class="mark" d="${path(flagMark(flag))}"/>`,
      words(
        flag.net,
        moved(flag.at, flagText[flag.towards].by),
        flagText[flag.towards].anchor,
        'flag',
      ),
    ]),
    '</svg>',
    '',
  ].join('\n');
}
