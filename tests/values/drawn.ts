/** Reads a plot as a person does: by the numbers at its axes and the names beside it. */

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface DrawnPlot {
  /** By the name in the legend: each stretch without a gap, its points in the units of the axes. */
  readonly curves: ReadonlyMap<string, readonly (readonly (readonly [x: number, y: number])[])[]>;
  /** Shaded stretches in the units of the axis. */
  readonly bands: readonly { readonly kind: string; readonly from: number; readonly to: number }[];
  /** How many units one tenth of a pixel is, the rounding of what is drawn. */
  readonly roundingX: number;
  readonly roundingY: number;
}

function tagsIn(svg: string): Tag[] {
  return [...svg.matchAll(/<(\w+)((?:\s[\w:-]+="[^"]*")*)\s*(?:\/>|>([^<]*))/g)].map(
    ([, name = '', written = '', text = '']) => ({
      name,
      text,
      attributes: Object.fromEntries(
        [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      ) as Record<string, string>,
    }),
  );
}

interface Scale {
  readonly of: (pixels: number) => number;
  readonly perPixel: number;
}

/** From the outermost two numbers at an axis. */
function scaleOf(ticks: readonly (readonly [pixels: number, value: number])[]): Scale {
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const perPixel = (last[1] - first[1]) / (last[0] - first[0]);
  return {
    of: (pixels) => first[1] + (pixels - first[0]) * perPixel,
    perPixel: Math.abs(perPixel),
  };
}

const valueOf = (text: string): number => Number(text.replace('−', '-'));
const strokeOf = ({ attributes }: Tag): string =>
  `${attributes['stroke']} ${attributes['stroke-dasharray'] ?? ''}`;

export function drawnIn(svg: string): DrawnPlot {
  const tags = tagsIn(svg);
  const numbers = tags.filter(({ name, text }) => name === 'text' && /^−?[\d.]+$/.test(text));
  const ticks = (anchor: string, side: 'x' | 'y', shift: number) =>
    scaleOf(
      numbers
        .filter(({ attributes }) => attributes['text-anchor'] === anchor)
        .map(({ attributes, text }) => [Number(attributes[side]) - shift, valueOf(text)] as const),
    );
  const x = ticks('middle', 'x', 0);
  // A number stands with its middle, not with its foot, at its line.
  const y = ticks('end', 'y', 4.5);
  const named = new Map<string, string>();
  for (const [index, tag] of tags.entries())
    if (/^M\d+ [\d.]+h30$/.test(tag.attributes['d'] ?? ''))
      named.set(strokeOf(tag), tags[index + 1]!.text);
  const curves = tags
    .filter(({ attributes }) => attributes['clip-path'] !== undefined)
    .map((tag) => {
      const stretches = (tag.attributes['d'] ?? '').split('M').slice(1);
      const points = stretches.map((stretch) =>
        stretch.split('L').map((point) => {
          const [px, py] = point.split(' ').map(Number);
          return [x.of(px!), y.of(py!)] as const;
        }),
      );
      return [named.get(strokeOf(tag)) ?? 'without a name', points] as const;
    });
  const bands = tags.flatMap(({ attributes }, index) => {
    const kind = tags[index + 1]?.text ?? '';
    if (!/^#e8f1fa|#fbece0$/.test(attributes['fill'] ?? '')) return [];
    const from = Number(attributes['x']);
    return [{ kind, from: x.of(from), to: x.of(from + Number(attributes['width'])) }];
  });
  return { curves: new Map(curves), bands, roundingX: x.perPixel / 5, roundingY: y.perPixel / 5 };
}
