/** Reads a drawing as an engineer does: what touches is joined, what crosses is not. */
import type { Sheet } from './sheet.ts';
import type { Point } from './symbols.ts';

type Segment = readonly [Point, Point];

const key = ([x, y]: Point): string => `${x},${y}`;
const isWithin = (value: number, one: number, other: number): boolean =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

export const isOn = ([x, y]: Point, [[ax, ay], [bx, by]]: Segment): boolean =>
  ax === bx ? x === ax && isWithin(y, ay, by) : y === ay && isWithin(x, ax, bx);

export interface DrawnPin {
  readonly pin: string;
  readonly at: Point;
}

export const pinsOn = ({ placed }: Sheet): DrawnPin[] =>
  placed.flatMap(({ ref, symbol, at, pinOf }) =>
    Object.entries(symbol.pins).map(([pin, [x, y]]) => ({
      pin: `${ref}.${pinOf[pin]!}`,
      at: [at[0] + x, at[1] + y] as const,
    })),
  );

const segmentsOf = ({ wires, thick }: Sheet): Segment[] => [...wires, ...thick];

/** Points at which something ends: pins, flags, ends of wires. */
function endsOf(sheet: Sheet): Point[] {
  return [
    ...pinsOn(sheet).map(({ at }) => at),
    ...sheet.flags.map(({ at }) => at),
    ...segmentsOf(sheet).flat(),
  ];
}

/** Wires in the shortest pieces: each ends where anything else touches it. */
export function piecesOf(sheet: Sheet): Segment[] {
  const ends = new Map(endsOf(sheet).map((point) => [key(point), point]));
  return segmentsOf(sheet).flatMap((segment) => {
    const on = [...ends.values()]
      .filter((point) => isOn(point, segment))
      .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
    return on.slice(1).map((point, index): Segment => [on[index]!, point]);
  });
}

/** Where a dot belongs: three or more pieces or pins meet. */
export function dotsOf(sheet: Sheet): Point[] {
  const meets = new Map<string, { at: Point; times: number }>();
  const unique = new Map(piecesOf(sheet).map((piece) => [piece.map(key).join(' '), piece]));
  for (const point of [...[...unique.values()].flat(), ...pinsOn(sheet).map(({ at }) => at)]) {
    const times = (meets.get(key(point))?.times ?? 0) + 1;
    meets.set(key(point), { at: point, times });
  }
  return [...meets.values()].filter(({ times }) => times > 2).map(({ at }) => at);
}

/** Groups of pins that the sheets join, each with the names that its flags give it. */
export function drawnNets(sheets: readonly Sheet[]): { pins: string[]; flags: string[] }[] {
  const parent = new Map<string, string>();
  const root = (of: string): string => {
    const up = parent.get(of) ?? of;
    return up === of ? of : root(up);
  };
  const join = (one: string, other: string): void => {
    parent.set(root(one), root(other));
  };
  sheets.forEach((sheet, index) => {
    const here = (point: Point): string => `${index}:${key(point)}`;
    for (const [from, to] of piecesOf(sheet)) join(here(from), here(to));
    for (const { pin, at } of pinsOn(sheet)) join(`pin ${pin}`, here(at));
    for (const { net, at } of sheet.flags) join(`flag ${net}`, here(at));
  });
  const groups = new Map<string, { pins: Set<string>; flags: Set<string> }>();
  for (const thing of parent.keys()) {
    const group = groups.get(root(thing)) ?? { pins: new Set(), flags: new Set() };
    groups.set(root(thing), group);
    if (thing.startsWith('pin ')) group.pins.add(thing.slice(4));
    if (thing.startsWith('flag ')) group.flags.add(thing.slice(5));
  }
  return [...groups.values()].map(({ pins, flags }) => ({
    pins: [...pins].toSorted(),
    flags: [...flags].toSorted(),
  }));
}
