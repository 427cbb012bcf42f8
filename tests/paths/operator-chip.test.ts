/**
 * Walks along the operator model on the emulated chip with the committed guard image: what holds on the simulated board
 * holds where commands take their time on a wire and the guard has a will of its own. Which walks, the sources draw.
 */
import { expect, it } from 'vitest';
import { project } from '../cli/contrast.ts';
import { sourcesDigest } from '../evidence/sources.ts';
import { replay, runs } from './operator-walks.ts';

const drawnWalks = 2;
const first = Number.parseInt(sourcesDigest(project, 'simulation').slice(0, 12), 16);
const drawn = Array.from(
  { length: drawnWalks },
  (_, index) => (first + index * Math.floor(runs.length / drawnWalks)) % runs.length,
);

it.each(drawn)('walk %i, on the chip', async (index) => {
  const run = runs[index]!;
  const { handlers, steps, heating, cooling } = await replay(run, { board: 'emulated' });
  expect(handlers).toBe(steps - 1);
  expect(cooling).toBeGreaterThan(100);
  expect(heating).toBeGreaterThan(100);
});
