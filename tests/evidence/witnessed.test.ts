/**
 * Long runs are witnessed again, a little by every `npm test`: one block of seeds, one row of faults, one mistake and one
 * planted bug, drawn by the sources. They must come to what they have to; and where the long run ran on the sources at hand, to the very same.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allFaults, faultTrials } from '../../src/evidence/fault-table.ts';
import { faultMoments } from '../../src/evidence/fault-trial.ts';
import { sizedCauses } from '../../hardware/plant/sized-causes.ts';
import { runWorldScenario } from '../../src/evidence/world/run-world-scenario.ts';
import { againAtSize } from '../../src/evidence/world/unseen.ts';
import type { Unseen } from '../../src/evidence/world/unseen.ts';
import { drawnRigs } from '../../src/evidence/scenario.ts';
import { contrast, project, scratch } from '../cli/contrast.ts';
import { bugs } from '../mutants/bugs/bugs.mjs';
import { possibleMistakes } from '../mutants/possible.mjs';
import { figures } from './figures.ts';
import {
  longRunNames,
  longRuns,
  mutation,
  plantedBugs,
  seedsInBlock,
  simulationBlock,
} from './long-runs.ts';
import type { LongRunName } from './long-runs.ts';
import { faultsOf, longRunText } from './recorder.ts';
import { sourcesDigest } from './sources.ts';

const kept = longRuns(
  Object.fromEntries(longRunNames.map((name) => [name, longRunText(project, name)])),
);
const patience = { timeout: 3_600_000 };

/** A number from 0 that changes with anything that decides the run. */
function drawn(name: LongRunName, below: number): number {
  return Number.parseInt(sourcesDigest(project, name).slice(0, 12), 16) % below;
}

const isFresh = (name: LongRunName): boolean =>
  kept[name].witness !== null && kept[name].sources === sourcesDigest(project, name);

test('a block of seeded treatments breaks no law, and is what is claimed', patience, () => {
  const { blocks } = kept.simulation.result;
  const index = drawn('simulation', Math.max(blocks.length, 20));
  const claimed = blocks[index % Math.max(blocks.length, 1)];
  const seed = String(claimed?.firstSeed ?? 1 + index * seedsInBlock);
  const args = ['simulate', '--treatments', String(seedsInBlock), '--seed', seed, '--json'];
  const { code, out, err } = contrast(args);
  expect(err).not.toContain('broke a law');
  expect(code).toBe(0);
  const block = simulationBlock.parse(JSON.parse(out));
  const { treatments: done, violations } = block;
  figures('simulate', { treatments: { done, of: seedsInBlock }, violations });
  expect(block).toMatchObject({ treatments: seedsInBlock, violations: 0 });
  if (isFresh('simulation')) expect(block).toEqual(claimed);
});

test('a row of faults comes to what it must, and is what is claimed', patience, () => {
  const seeds = isFresh('faults') ? kept.faults.result.seeds : 2;
  const rows = faultTrials(allFaults, drawnRigs, 1, faultMoments);
  const { fault, rig, moment } = rows[drawn('faults', rows.length)]!;
  const args = ['faults', '--fault', fault, '--rig', rig, '--seeds', String(seeds), '--json'];
  const { code, out, err } = contrast(args);
  expect(err).not.toContain('DEFECT');
  expect(code).toBe(0);
  const found = faultsOf(JSON.parse(out)).rows;
  expect(found.map((row) => row.moment)).toEqual(faultMoments);
  expect(found.flatMap(({ objections }) => objections)).toEqual([]);
  const same = (row: { fault: string; rig: string; moment: string }): boolean =>
    row.fault === fault && row.rig === rig && row.moment === moment;
  if (isFresh('faults')) expect(found.find(same)).toEqual(kept.faults.result.rows.find(same));
});

interface Justified {
  readonly path: string;
  readonly what: string;
}
const justified = JSON.parse(
  readFileSync(join(project, 'tests/mutants/survivors.json'), 'utf8'),
) as readonly Justified[];

test('a mistake is noticed, or as unnoticed as is claimed', patience, () => {
  const seed = drawn('mutation', 1_000_000);
  const file = join(scratch(), 'mutation.json');
  // The firmware is compiled for each of its mistakes; those are made by hand.
  const args = ['tests/mutants/mutants.mjs', '--only', '.ts', '--sample', '1', '--workers', '1'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, '--seed', String(seed), '--json', file],
    { cwd: project, encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
  const made = mutation
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .files.filter((one) => one.made > 0);
  expect(made.map((one) => one.made)).toEqual([1]);
  const [{ path, survivors }] = made as [(typeof made)[number]];
  const [unnoticed] = survivors;
  if (unnoticed !== undefined && isFresh('mutation')) {
    const claimed = kept.mutation.result.files.find((one) => one.path === path);
    if (kept.mutation.result.sample === null)
      expect(claimed?.survivors.map(({ what }) => what)).toContain(unnoticed.what);
  }
});

test(
  'a planted bug is noticed by a test of its own, and by the one that is claimed',
  patience,
  () => {
    // Not every machine can compile the firmware.
    const own = bugs.filter(
      ({ noticedBy, path }) => noticedBy !== undefined && /\.tsx?$/.test(path),
    );
    const { number } = own[drawn('planted-bugs', own.length)]!;
    const file = join(scratch(), 'planted.json');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['tests/mutants/planted-bugs.mjs', String(number), '--json', file],
      { cwd: project, encoding: 'utf8' },
    );
    expect(status, stdout + stderr).toBe(0);
    const { pinpointed } = plantedBugs.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(pinpointed?.bugs.map((bug) => bug.number)).toEqual([number]);
    const claimed = kept['planted-bugs'].result.pinpointed?.bugs.filter(
      (bug) => bug.number === number,
    );
    if (isFresh('planted-bugs')) expect(pinpointed?.bugs).toEqual(claimed);
  },
);

test('a largest error that nothing sees is what is claimed', patience, async () => {
  const file = join(project, 'tests/evidence/long-runs/unseen.json');
  const { causes } = JSON.parse(readFileSync(file, 'utf8')) as { causes: readonly Unseen[] };
  expect(causes.map(({ cause }) => cause)).toEqual(sizedCauses.map(({ id }) => id));
  const at = drawn('simulation', causes.length);
  const [claim, cause] = [causes[at]!, sizedCauses[at]!];
  if (claim.size !== null) {
    const again = await againAtSize(cause, claim.size, runWorldScenario);
    expect(again, claim.cause).toMatchObject({ tripped: false });
    // Three digits are kept, and a controller that was touched since moves the last of them.
    expect(Math.abs(again.plateMinC - claim.plateMinC)).toBeLessThan(0.2);
    expect(Math.abs(again.plateMaxC - claim.plateMaxC)).toBeLessThan(0.2);
    expect(Math.abs(again.trueCem43Min / claim.trueCem43Min - 1)).toBeLessThan(0.3);
  }
  if (claim.seenAt === null) return;
  const seen = await againAtSize(cause, claim.seenAt, runWorldScenario);
  expect(seen, claim.cause).toMatchObject({ tripped: true, rule: claim.rule });
});

/** What can be made is counted anew: a claim of all of them is a claim about that number. */
test('a claim about mistakes names those that are known to go unnoticed', () => {
  if (!isFresh('mutation')) return;
  const { files, sample } = kept.mutation.result;
  const possible = possibleMistakes();
  const count = (path: string): number => possible.filter((one) => one.path === path).length;
  expect(files.map(({ path, possible: all }) => [path, all])).toEqual(
    files.map(({ path }) => [path, count(path)]),
  );
  const known = justified.filter(({ path }) => files.some((one) => one.path === path));
  const named = files.flatMap(({ path, survivors }) =>
    survivors.map(({ what }) => `${path} ${what}`),
  );
  if (sample === null)
    expect(named).toEqual(expect.arrayContaining(known.map(({ path, what }) => `${path} ${what}`)));
});
