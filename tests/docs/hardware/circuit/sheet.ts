/** One sheet of the schematic: where parts stand, how wires run, and which nets that joins. */
import type { Component } from './component.ts';
import { barSymbol, boxSymbol, mirrored, symbols, turned } from './symbols.ts';
import type { Point, SchematicSymbol, Sides, SymbolName } from './symbols.ts';

export interface Placed {
  readonly ref: string;
  /** Of parts that are drawn in several places: a coil here, a contact there. */
  readonly unit: string;
  readonly symbol: SchematicSymbol;
  readonly at: Point;
  /** Pin of the part at each pin of the symbol. */
  readonly pinOf: Readonly<Record<string, string>>;
  readonly words: readonly { readonly text: string; readonly at: Point; readonly anchor: Anchor }[];
}
export type Anchor = 'start' | 'middle' | 'end';
export type Direction = 'up' | 'down' | 'left' | 'right';

/** The name of a net at the end of a wire; the same name elsewhere is the same net. */
export interface Flag {
  readonly net: string;
  readonly at: Point;
  readonly towards: Direction;
}
export interface Note {
  readonly text: string;
  readonly at: Point;
  readonly kind: 'note' | 'frame';
  readonly to?: Point;
}
export interface Sheet {
  readonly title: string;
  readonly placed: readonly Placed[];
  readonly wires: readonly (readonly [Point, Point])[];
  readonly thick: readonly (readonly [Point, Point])[];
  readonly flags: readonly Flag[];
  readonly notes: readonly Note[];
}

type End = Point | string;
type WordsAt = Direction | 'none';

interface How {
  readonly turn?: number;
  readonly mirror?: true;
  readonly words?: WordsAt;
  /** Moves the words. */
  readonly by?: Point;
  readonly pins?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly show?: readonly string[];
}

const wordsOf = (
  component: Component,
  how: How,
  extent: { x: number; y: number },
  side: WordsAt,
) => {
  const rows = how.show ?? [component.ref, component.value];
  const [dx, dy] = how.by ?? [0, 0];
  const last = rows.length - 1;
  const at = (index: number): { at: Point; anchor: Anchor } => {
    switch (side) {
      case 'up':
        return { at: [dx, dy - extent.y - 0.9 - (last - index) * 1.5], anchor: 'middle' };
      case 'down':
        return { at: [dx, dy + extent.y + 0.9 + index * 1.5], anchor: 'middle' };
      case 'left':
        return { at: [dx - extent.x - 0.5, dy + (index - last / 2) * 1.5], anchor: 'end' };
      case 'right':
      case 'none':
        return { at: [dx + extent.x + 0.5, dy + (index - last / 2) * 1.5], anchor: 'start' };
    }
  };
  return side === 'none' ? [] : rows.map((text, index) => ({ text, ...at(index) }));
};

const halfHeight: Readonly<Partial<Record<SymbolName, number>>> = {
  module: 2,
  coil: 2,
  disc: 1.7,
  clamp: 0.9,
};

/** Half the size of what is drawn around the middle, leads along the wire left out. */
const bodyOf = (name: SymbolName, turn: number): { x: number; y: number } => {
  const half = halfHeight[name] ?? 1.2;
  return turn % 2 === 0 ? { x: 2, y: half } : { x: half, y: 2 };
};

export class SheetBuilder {
  readonly #parts: ReadonlyMap<string, Component>;
  readonly #title: string;
  readonly #placed: Placed[] = [];
  readonly #wires: (readonly [Point, Point])[] = [];
  readonly #thick: (readonly [Point, Point])[] = [];
  readonly #flags: Flag[] = [];
  readonly #notes: Note[] = [];

  constructor(title: string, components: readonly Component[]) {
    this.#title = title;
    this.#parts = new Map(components.map((component) => [component.ref, component]));
  }

  #part(ref: string): Component {
    const found = this.#parts.get(ref);
    if (found === undefined) throw new Error(`${this.#title}: there is no part ${ref}`);
    return found;
  }

  #put(
    component: Component,
    symbol: SchematicSymbol,
    at: Point,
    how: How,
    words: Placed['words'],
  ): void {
    const pinOf = how.pins ?? Object.fromEntries(Object.keys(symbol.pins).map((pin) => [pin, pin]));
    this.#placed.push({ ref: component.ref, unit: how.unit ?? '', symbol, at, pinOf, words });
  }

  /** A part with a symbol of its own, its middle at the point. */
  part(ref: string, name: SymbolName, at: Point, how: How = {}): this {
    const component = this.#part(ref);
    const turn = how.turn ?? 0;
    const upright = turned(symbols[name], turn);
    const symbol = how.mirror === true ? mirrored(upright) : upright;
    const side = how.words ?? (turn % 2 === 0 ? 'up' : 'right');
    this.#put(component, symbol, at, how, wordsOf(component, how, bodyOf(name, turn), side));
    return this;
  }

  /** A part drawn as a box, its upper left corner at the point. */
  box(ref: string, sides: Sides, at: Point, how: How = {}): this {
    const component = this.#part(ref);
    const rows = how.show ?? [component.ref, component.value];
    const words = rows.map((text, index) => ({
      text,
      at: [sides.width / 2, -0.9 - (rows.length - 1 - index) * 1.5] as const,
      anchor: 'middle' as const,
    }));
    this.#put(component, boxSymbol(sides), at, how, how.words === 'none' ? [] : words);
    return this;
  }

  /** Copper to which wires are bolted. */
  bar(ref: string, lugs: Readonly<Record<string, number>>, at: Point): this {
    const component = this.#part(ref);
    const words = [
      { text: `${ref} ${component.value}`, at: [Math.min(...Object.values(lugs)), 3] as const },
    ].map((word) => ({ ...word, anchor: 'start' as const }));
    this.#put(component, barSymbol(lugs), at, {}, words);
    return this;
  }

  /** Where a pin is: `R1.2`, or `K1.11` for whichever unit has it. */
  #where(end: End): Point {
    if (typeof end !== 'string') return end;
    const dot = end.indexOf('.');
    const [ref, pin] = [end.slice(0, dot), end.slice(dot + 1)];
    for (const { ref: own, symbol, pinOf, at } of this.#placed) {
      if (own !== ref) continue;
      const drawn = Object.entries(pinOf).find(([, of]) => of === pin)?.[0];
      const offset = drawn === undefined ? undefined : symbol.pins[drawn];
      if (offset !== undefined) return [at[0] + offset[0], at[1] + offset[1]];
    }
    throw new Error(`${this.#title}: ${end} is not on this sheet`);
  }

  #run(into: (readonly [Point, Point])[], first: 'across' | 'down', ends: readonly End[]): this {
    const points = ends.map((end) => this.#where(end));
    points.slice(1).forEach((to, index) => {
      const from = points[index]!;
      const corner: Point = first === 'across' ? [to[0], from[1]] : [from[0], to[1]];
      const isCorner = to[0] !== from[0] && to[1] !== from[1];
      for (const [a, b] of isCorner
        ? ([
            [from, corner],
            [corner, to],
          ] as const)
        : ([[from, to]] as const)) {
        if (a[0] !== b[0] || a[1] !== b[1]) into.push([a, b]);
      }
    });
    return this;
  }

  /** A wire; between points that are not in line it goes across first. */
  wire(...ends: End[]): this {
    return this.#run(this.#wires, 'across', ends);
  }
  /** A wire that goes down (or up) first. */
  drop(...ends: End[]): this {
    return this.#run(this.#wires, 'down', ends);
  }
  /** A wire that carries the current of the modules. */
  power(...ends: End[]): this {
    this.#run(this.#thick, 'across', ends);
    return this;
  }
  powerDown(...ends: End[]): this {
    this.#run(this.#thick, 'down', ends);
    return this;
  }

  flag(net: string, end: End, towards: Direction): this {
    this.#flags.push({ net, at: this.#where(end), towards });
    return this;
  }

  note(text: string, at: Point): this {
    this.#notes.push({ text, at, kind: 'note' });
    return this;
  }
  frame(at: Point, to: Point, text = ''): this {
    this.#notes.push({ text, at, kind: 'frame', to });
    return this;
  }

  done(): Sheet {
    return {
      title: this.#title,
      placed: this.#placed,
      wires: this.#wires,
      thick: this.#thick,
      flags: this.#flags,
      notes: this.#notes,
    };
  }
}
