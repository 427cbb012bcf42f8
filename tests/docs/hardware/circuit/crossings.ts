/** What makes a drawing hard to read: text over text, text over a line. */
import { piecesOf } from './joined.ts';
import { sheetUnits, textsOf } from './schematic-svg.ts';
import type { TextBox } from './schematic-svg.ts';
import type { Sheet } from './sheet.ts';
import type { Point } from './symbols.ts';

type Segment = readonly [Point, Point];

/** Letters may come this close to a line that they do not touch. */
const slack = 0.05;

const doOverlap = (one: TextBox, other: TextBox): boolean =>
  one.left < other.right - slack &&
  other.left < one.right - slack &&
  one.top < other.bottom - slack &&
  other.top < one.bottom - slack;

const isCrossedBy = (text: TextBox, [[ax, ay], [bx, by]]: Segment): boolean =>
  Math.min(ax, bx) < text.right - slack &&
  Math.max(ax, bx) > text.left + slack &&
  Math.min(ay, by) < text.bottom - slack &&
  Math.max(ay, by) > text.top + slack;

/** Straight pieces of every symbol; slanted ones count as the box around them. */
const strokesOf = (sheet: Sheet): Segment[] =>
  sheet.placed.flatMap(({ at, symbol }) =>
    symbol.shapes.flatMap((shape) =>
      'line' in shape
        ? shape.line.slice(1).map((to, index): Segment => {
            const from = shape.line[index]!;
            return [
              [at[0] + from[0], at[1] + from[1]],
              [at[0] + to[0], at[1] + to[1]],
            ];
          })
        : [],
    ),
  );

export function crossingsOf(sheet: Sheet): string[] {
  const texts = textsOf(sheet);
  const lines = [...piecesOf(sheet), ...strokesOf(sheet)];
  const overlaps = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => doOverlap(one, other))
      .map((other) => `“${one.text}” over “${other.text}”`),
  );
  const crossed = texts
    .filter((text) => text.text !== 'ϑ' && text.text !== '+' && text.text !== '−')
    .flatMap((text) =>
      lines
        .filter((line) => isCrossedBy(text, line))
        .slice(0, 1)
        .map(([from, to]) => `“${text.text}” on the line ${from.join(',')} to ${to.join(',')}`),
    );
  const outside = texts
    .filter(({ left, right }) => left < 0 || right > sheetUnits.width)
    .map(({ text }) => `“${text}” leaves the sheet`);
  return [...overlaps, ...crossed, ...outside];
}
