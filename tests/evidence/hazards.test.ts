/** The hazard log in figures, for the report. */
import { expect, it } from 'vitest';
import { hazardNames } from '../../src/safety/hazards.ts';
import type { HazardId } from '../../src/safety/hazards.ts';
import { isOnPaper } from '../docs/hazards/control.ts';
import { controls } from '../docs/hazards/controls.ts';
import { hazardLog } from '../docs/hazards/hazard-log.ts';
import { anchorOf, hazardPage, namedTests } from '../docs/hazards/page.ts';
import { figures } from './figures.ts';

it('every hazard has a control that is more than paper, or is called weak', () => {
  const ids = Object.keys(hazardNames) as HazardId[];
  const known = new Map(Object.entries(controls));
  const shown = (id: HazardId): number =>
    hazardLog[id].controls.filter((key) => known.has(key) && !isOnPaper(known.get(key)!)).length;
  const weak = ids
    .filter((id) => hazardLog[id].next !== undefined)
    .map((id) => ({
      id,
      name: hazardNames[id],
      anchor: anchorOf(`${id}: ${hazardNames[id]}`),
    }));
  figures('hazards', {
    controlled: {
      done: ids.filter((id) => hazardLog[id].controls.some((key) => known.has(key))).length,
      of: ids.length,
    },
    controls: known.size,
    onPaper: [...known.values()].filter(isOnPaper).length,
    namedTests: Object.values(namedTests(hazardLog, controls)).reduce(
      (sum, names) => sum + Object.keys(names).length,
      0,
    ),
    weak,
  });
  const page = hazardPage(hazardLog, controls);
  for (const { anchor } of weak) expect(page).toContain(`](#${anchor})`);
  const hollow = ids.filter((id) => shown(id) === 0 && !weak.some((one) => one.id === id));
  expect(hollow).toEqual([]);
});
