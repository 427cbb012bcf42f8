/** Where the parts sit: a cut through plate, modules and heatsink. Not to scale. */
import { cutOutFigures } from './cut-out.ts';
import { box, drawing, label } from './svg.ts';
import type { Box } from './svg.ts';

const bead = (x: number, y: number): string => `<circle class="joint" cx="${x}" cy="${y}" r="6"/>`;

function section({ x, y, width, height }: Box): string[] {
  const inner = { x: x + 30, width: width - 60 };
  const middle = inner.x + inner.width / 2;
  const [fanY, sinkY, moduleY, plateY] = [y + 50, y + 105, y + 215, y + 275];
  const module = (left: number, name: string): string =>
    box({ x: left, y: moduleY, width: 110, height: 48 }, [name]);
  return [
    `<rect class="part" x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/>`,
    label({ x: x + 16, y: y + 28 }, 'Where the parts sit', 'title', 'start'),
    box({ x: middle - 90, y: fanY, width: 180, height: 40 }, ['Fan']),
    box({ x: inner.x, y: sinkY, width: inner.width, height: 98 }, [
      'Heatsink',
      'thermistor and thermal fuse on its base',
    ]),
    bead(inner.x + 60, sinkY + 84),
    module(inner.x + 20, 'Module 1'),
    module(inner.x + inner.width - 130, 'Module 2'),
    box(
      { x: middle - 42, y: moduleY + 16, width: 84, height: 44 },
      ['Cut-out', `${cutOutFigures.opensAtC} °C`],
      'guard',
    ),
    box({ x: inner.x, y: plateY, width: inner.width, height: 46 }, []),
    label({ x: inner.x + 12, y: plateY + 28 }, 'Plate', 'strong', 'start'),
    bead(inner.x + 75, plateY + 23),
    label({ x: inner.x + 88, y: plateY + 28 }, 'A', 'strong', 'start'),
    bead(inner.x + inner.width - 75, plateY + 23),
    label({ x: inner.x + inner.width - 88, y: plateY + 28 }, 'B', 'strong', 'end'),
    bead(middle, plateY + 32),
    label({ x: middle + 13, y: plateY + 37 }, 'witness', 'strong', 'start'),
    label({ x: middle, y: plateY + 74 }, 'skin', 'strong'),
    label(
      { x: middle, y: plateY + 106 },
      'Each bead is potted in the plate over the middle of a module,',
      'faint',
    ),
    label(
      { x: middle, y: plateY + 124 },
      'where a fault is hottest first; the witness between them, glued by itself.',
      'faint',
    ),
  ];
}

const size = { width: 460, height: 470 };

export const placementDrawing = (): string =>
  drawing(size, 'Where the parts sit', section({ x: 20, y: 20, width: 420, height: 430 }));
