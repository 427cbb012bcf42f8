/** How a test hands the figures of its layer to the report. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayerFigures, LayerName } from './layers.ts';

/**
 * Leaves the figures in the folder that CONTRAST_EVIDENCE names; without it, nothing is left. They must be the same on
 * every machine: no times.
 * @throws where a layer leaves figures twice: one of the two would not be in the report
 */
export function figures<Name extends LayerName>(layer: Name, values: LayerFigures[Name]): void {
  const folder = process.env['CONTRAST_EVIDENCE'] ?? '';
  if (folder === '') return;
  writeFileSync(join(folder, `${layer}.json`), JSON.stringify(values), { flag: 'wx' });
}
