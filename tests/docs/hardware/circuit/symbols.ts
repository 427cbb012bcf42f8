/** Symbols of the schematic, as data: where their pins are and what is drawn. One unit is 2.54 mm. */
export type Point = readonly [x: number, y: number];

export type Shape =
  | { readonly line: readonly Point[]; readonly filled?: true }
  | { readonly circle: Point; readonly radius: number; readonly filled?: true }
  | { readonly text: string; readonly at: Point; readonly anchor?: 'start' | 'middle' | 'end' };

export interface SchematicSymbol {
  readonly pins: Readonly<Record<string, Point>>;
  readonly shapes: readonly Shape[];
}

const line = (...points: Point[]): Shape => ({ line: points });
const filled = (...points: Point[]): Shape => ({ line: points, filled: true });
const circle = (x: number, y: number, radius: number): Shape => ({ circle: [x, y], radius });
const text = (words: string, x: number, y: number): Shape => ({ text: words, at: [x, y] });
const rectangle = (left: number, top: number, right: number, bottom: number): Shape =>
  line([left, top], [right, top], [right, bottom], [left, bottom], [left, top]);
const leads: readonly Shape[] = [line([-3, 0], [-2, 0]), line([2, 0], [3, 0])];

const inLine: Readonly<Record<string, Point>> = { 1: [-3, 0], 2: [3, 0] };
const anodeCathode: Readonly<Record<string, Point>> = { A: [-3, 0], K: [3, 0] };
const triangle = filled([-1, -1], [1, 0], [-1, 1], [-1, -1]);
const diodeLeads = [line([-3, 0], [-1, 0]), line([1, 0], [3, 0])];
const arrow = (x: number, y: number): Shape =>
  filled([x, y], [x - 0.9, y - 0.15], [x - 0.45, y - 0.75], [x, y]);

/** A transistor with its control at the left, one end above and the other below. */
const transistor = (control: string, above: string, below: string): SchematicSymbol['pins'] => ({
  [control]: [-3, 0],
  [above]: [1, -3],
  [below]: [1, 3],
});

export const symbols = {
  resistor: { pins: inLine, shapes: [...leads, rectangle(-2, -0.7, 2, 0.7)] },
  thermistor: {
    pins: inLine,
    shapes: [...leads, rectangle(-2, -0.7, 2, 0.7), line([-2, 1.4], [-1.2, 1.4], [1.4, -1.4])],
  },
  fuse: { pins: inLine, shapes: [line([-3, 0], [3, 0]), rectangle(-2, -0.7, 2, 0.7)] },
  capacitor: {
    pins: { 1: [-2, 0], 2: [2, 0] },
    shapes: [
      line([-2, 0], [-0.4, 0]),
      line([0.4, 0], [2, 0]),
      line([-0.4, -1.3], [-0.4, 1.3]),
      line([0.4, -1.3], [0.4, 1.3]),
    ],
  },
  polarised: {
    pins: { 1: [-2, 0], 2: [2, 0] },
    shapes: [
      line([-2, 0], [-0.4, 0]),
      line([0.8, 0], [2, 0]),
      line([-0.4, -1.3], [-0.4, 1.3]),
      rectangle(0.2, -1.3, 0.8, 1.3),
      text('+', -1.3, -0.9),
    ],
  },
  diode: {
    pins: anodeCathode,
    shapes: [...diodeLeads, triangle, line([1, -1], [1, 1])],
  },
  schottky: {
    pins: anodeCathode,
    shapes: [
      ...diodeLeads,
      triangle,
      line([1.5, -0.6], [1.5, -1], [1, -1], [1, 1], [0.5, 1], [0.5, 0.6]),
    ],
  },
  zener: {
    pins: anodeCathode,
    shapes: [...diodeLeads, triangle, line([1.5, -1.2], [1, -0.9], [1, 0.9], [0.5, 1.2])],
  },
  lamp: {
    pins: anodeCathode,
    shapes: [
      ...diodeLeads,
      triangle,
      line([1, -1], [1, 1]),
      line([0, -1.4], [0.9, -2.3]),
      line([0.9, -1.2], [1.8, -2.1]),
    ],
  },
  thyristor: {
    pins: { A: [-3, 0], K: [3, 0], G: [3, 2] },
    shapes: [...diodeLeads, triangle, line([1, -1], [1, 1]), line([1, 0.4], [2, 2], [3, 2])],
  },
  reference: {
    pins: { A: [-3, 0], K: [3, 0], REF: [0, 3] },
    shapes: [
      ...diodeLeads,
      triangle,
      line([0.6, -1.4], [1, -1], [1, 1], [1.4, 1.4]),
      line([0, 0.5], [0, 3]),
    ],
  },
  /** Two in series: the middle on the line that they guard, the cathode above. */
  clamp: {
    pins: { M: [0, 0], K: [0, -4], A: [0, 4] },
    shapes: [
      line([0, -4], [0, -2.6]),
      line([0, -1.2], [0, 1.4]),
      line([0, 2.8], [0, 4]),
      filled([-0.7, -1.2], [0.7, -1.2], [0, -2.6], [-0.7, -1.2]),
      line([-0.8, -2.6], [0.8, -2.6]),
      filled([-0.7, 2.8], [0.7, 2.8], [0, 1.4], [-0.7, 2.8]),
      line([-0.8, 1.4], [0.8, 1.4]),
    ],
  },
  opens: {
    pins: inLine,
    shapes: [
      line([-3, 0], [-1.5, 0]),
      line([1.5, 0], [3, 0]),
      line([-1.5, 0], [1.9, -0.9]),
      line([1.5, 0], [1.5, -0.95]),
    ],
  },
  disc: {
    pins: inLine,
    shapes: [
      line([-3, 0], [-1.5, 0]),
      line([1.5, 0], [3, 0]),
      line([-1.5, 0], [1.9, -0.9]),
      line([1.5, 0], [1.5, -0.95]),
      rectangle(-2.2, -1.6, 2.4, 1),
      text('ϑ', -1.4, -0.7),
    ],
  },
  closes: {
    pins: inLine,
    shapes: [
      line([-3, 0], [-1.5, 0]),
      line([1.5, 0], [3, 0]),
      line([-1.5, 0], [1.4, -1.3]),
      circle(1.5, 0, 0.2),
    ],
  },
  coil: {
    pins: { A1: [-3, 0], A2: [3, 0] },
    shapes: [line([-3, 0], [-1, 0]), line([1, 0], [3, 0]), rectangle(-1, -2, 1, 2)],
  },
  npn: {
    pins: transistor('B', 'C', 'E'),
    shapes: [
      line([-3, 0], [-0.5, 0]),
      line([-0.5, -1.4], [-0.5, 1.4]),
      line([-0.5, -0.6], [1, -1.6], [1, -3]),
      line([-0.5, 0.6], [1, 1.6], [1, 3]),
      arrow(0.9, 1.55),
    ],
  },
  pnp: {
    pins: transistor('B', 'E', 'C'),
    shapes: [
      line([-3, 0], [-0.5, 0]),
      line([-0.5, -1.4], [-0.5, 1.4]),
      line([-0.5, -0.6], [1, -1.6], [1, -3]),
      line([-0.5, 0.6], [1, 1.6], [1, 3]),
      filled([-0.4, -0.65], [0.1, -1.35], [0.5, -0.75], [-0.4, -0.65]),
    ],
  },
  mosfet: {
    pins: transistor('G', 'D', 'S'),
    shapes: [
      line([-3, 0], [-0.9, 0], [-0.9, 1.2]),
      line([-0.9, 0], [-0.9, -1.2]),
      line([-0.4, -1.5], [-0.4, 1.5]),
      line([-0.4, -1], [1, -1], [1, -3]),
      line([-0.4, 1], [1, 1], [1, 3]),
      line([-0.4, 0], [1, 0], [1, 1]),
      filled([-0.4, 0], [0.4, -0.45], [0.4, 0.45], [-0.4, 0]),
    ],
  },
  comparator: {
    pins: { '+': [-4, -1], '-': [-4, 1], OUT: [4, 0] },
    shapes: [
      line([-3, -3], [-3, 3], [3, 0], [-3, -3]),
      line([-4, -1], [-3, -1]),
      line([-4, 1], [-3, 1]),
      line([3, 0], [4, 0]),
      text('+', -2.3, -1),
      text('−', -2.3, 1),
    ],
  },
  module: {
    pins: { '+': [-4, 0], '-': [4, 0] },
    shapes: [
      line([-4, 0], [-3, 0]),
      line([3, 0], [4, 0]),
      rectangle(-3, -2, 3, 2),
      line([-1.5, -2], [-1.5, 2]),
      line([0, -2], [0, 2]),
      line([1.5, -2], [1.5, 2]),
      text('+', -2.3, 0),
      text('−', 2.3, 0),
    ],
  },
} as const satisfies Readonly<Record<string, SchematicSymbol>>;

export type SymbolName = keyof typeof symbols;

const pinLength = 2;

/** Names of the pins on each side, from above or from the left; an empty name leaves a gap. */
export interface Sides {
  readonly left?: readonly string[];
  readonly right?: readonly string[];
  readonly bottom?: readonly string[];
  readonly width: number;
  readonly step?: number;
}

/** A part drawn as a box. The first pin of the left and of the right side is two units below the top. */
export function boxSymbol({
  left = [],
  right = [],
  bottom = [],
  width,
  step = 2,
}: Sides): SchematicSymbol {
  const rows = Math.max(left.length, right.length);
  const height = 2 * 2 + Math.max(0, rows - 1) * step + (bottom.length > 0 ? 1 : 0);
  const pins: Record<string, Point> = {};
  const shapes: Shape[] = [rectangle(0, 0, width, height)];
  const add = (
    name: string,
    from: Point,
    to: Point,
    at: Point,
    anchor: 'start' | 'middle' | 'end',
  ): void => {
    if (name === '') return;
    pins[name] = to;
    shapes.push(line(from, to), { text: name, at, anchor });
  };
  left.forEach((name, index) => {
    const y = 2 + index * step;
    add(name, [0, y], [-pinLength, y], [0.6, y], 'start');
  });
  right.forEach((name, index) => {
    const y = 2 + index * step;
    add(name, [width, y], [width + pinLength, y], [width - 0.6, y], 'end');
  });
  bottom.forEach((name, index) => {
    const x = (width / (bottom.length + 1)) * (index + 1);
    add(name, [x, height], [x, height + pinLength], [x, height - 1], 'middle');
  });
  return { pins, shapes };
}

/** A copper bar with a lug above it at each of the given places. */
export function barSymbol(lugs: Readonly<Record<string, number>>): SchematicSymbol {
  const across = Object.values(lugs);
  const [left, right] = [Math.min(...across) - 2, Math.max(...across) + 2];
  return {
    pins: Object.fromEntries(Object.entries(lugs).map(([pin, x]) => [pin, [x, -3] as const])),
    shapes: [
      filled([left, 0], [right, 0], [right, 1.2], [left, 1.2], [left, 0]),
      ...across.map((x) => line([x, -3], [x, 0])),
    ],
  };
}

const quarter = ([x, y]: Point): Point => [-y || 0, x];

/** Turned clockwise by so many quarters: what pointed right then points down. */
export function turned(symbol: SchematicSymbol, quarters: number): SchematicSymbol {
  if (quarters === 0) return symbol;
  const once: SchematicSymbol = {
    pins: Object.fromEntries(Object.entries(symbol.pins).map(([pin, at]) => [pin, quarter(at)])),
    shapes: symbol.shapes.map((shape) => {
      if ('line' in shape) return { ...shape, line: shape.line.map(quarter) };
      if ('circle' in shape) return { ...shape, circle: quarter(shape.circle) };
      return { ...shape, at: quarter(shape.at) };
    }),
  };
  return turned(once, quarters - 1);
}

/** Left and right changed. */
export const mirrored = (symbol: SchematicSymbol): SchematicSymbol => {
  const flip = ([x, y]: Point): Point => [-x || 0, y];
  return {
    pins: Object.fromEntries(Object.entries(symbol.pins).map(([pin, at]) => [pin, flip(at)])),
    shapes: symbol.shapes.map((shape) => {
      if ('line' in shape) return { ...shape, line: shape.line.map(flip) };
      if ('circle' in shape) return { ...shape, circle: flip(shape.circle) };
      return { ...shape, at: flip(shape.at) };
    }),
  };
};
