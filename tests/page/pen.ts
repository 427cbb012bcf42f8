/** What stands in for uPlot: one and the same for all files of a process, which share the page's parts and what those draw with. */
export type Column = readonly (number | null)[];

interface Axis {
  readonly label?: string;
  readonly values: (plot: unknown, values: readonly number[]) => string[];
}

/** Takes what it is given and paints nothing. */
export class Pen {
  static made: Pen[] = [];
  data: readonly Column[] = [];
  span: { readonly min: number; readonly max: number } | null = null;
  readonly options: {
    readonly scales: { readonly y: { readonly range: readonly [number, number] } };
    readonly axes: readonly Axis[];
    readonly series: readonly {
      readonly dash?: readonly number[];
      readonly width?: number;
      readonly stroke?: unknown;
    }[];
    readonly hooks: {
      readonly setCursor?: readonly ((at: { cursor: { idx: number | null } }) => void)[];
      readonly draw?: readonly ((plot: unknown) => void)[];
      readonly drawClear: readonly ((plot: unknown) => void)[];
    };
  };
  constructor(options: Pen['options']) {
    this.options = options;
    Pen.made.push(this);
  }
  setData(data: readonly Column[]): void {
    this.data = data;
  }
  setScale(_axis: string, span: NonNullable<Pen['span']>): void {
    this.span = span;
  }
  setSize(): void {}
  destroy(): void {}

  /** Lines and words that are drawn by hand, in the units of the axes. */
  marks(): {
    readonly words: string[];
    readonly lines: (readonly [number, number])[];
    readonly shades: (readonly [number, number])[];
  } {
    const words: string[] = [];
    const lines: (readonly [number, number])[] = [];
    const shades: (readonly [number, number])[] = [];
    let from: readonly [number, number] = [0, 0];
    const ctx = new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'fillText') return (text: string) => void words.push(text);
          if (name === 'moveTo') return (x: number, y: number) => void (from = [x, y]);
          if (name === 'lineTo') return (x: number, y: number) => void lines.push(from, [x, y]);
          if (name === 'fillRect')
            return (x: number, _y: number, width: number) => void shades.push([x, x + width]);
          return () => {};
        },
        set: () => true,
      },
    );
    // One pixel is one unit, from the left upwards.
    const box = { left: -1e6, top: -1e6, width: 2e6, height: 2e6 };
    const plot = { ctx, bbox: box, valToPos: (value: number) => value };
    for (const draw of this.options.hooks.draw ?? []) draw(plot);
    const drawn = [...lines];
    for (const draw of this.options.hooks.drawClear) draw(plot);
    return { words, lines: drawn, shades };
  }
}
