/** The search for the smallest margin: its methods, what it keeps, and the mistakes that it must find. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Random } from '../../hardware/plant/random.ts';
import { corpusText, entryOf, parseCorpus, withFound } from '../../src/evidence/seek/corpus.ts';
import { brokenIn, marginOf, properties } from '../../src/evidence/seek/margins.ts';
import type { Margins } from '../../src/evidence/seek/margins.ts';
import { methodIds } from '../../src/evidence/seek/methods.ts';
import { mutated } from '../../src/evidence/seek/mutations.ts';
import { comparisonText, courseText, stairs } from '../../src/evidence/seek/seek-text.ts';
import { isSettled, seek } from '../../src/evidence/seek/seek.ts';
import { idOf, scenarioFrom, storedOf, storedSchema } from '../../src/evidence/seek/stored.ts';
import type { StoredScenario } from '../../src/evidence/seek/stored.ts';
import type { Sought } from '../../src/evidence/seek/trial.ts';
import { scenarioOf } from '../../src/evidence/scenario.ts';
import { contrast, project, scratch, start } from '../cli/contrast.ts';

const far = Object.fromEntries(properties.map((property) => [property, 1])) as Margins;

const soughtWith = (scenario: StoredScenario, margins: Partial<Margins>): Sought => ({
  scenario,
  margins: { ...far, ...margins },
  outcome: 'completed',
  rule: null,
  durationS: 100,
  plateMinC: 12,
  plateMaxC: 40,
  violations: [],
});

/** A world of its own: hot where a bead lies and the bridge sticks soon after it, the hotter the sooner. */
function hotWhereTwoMeet(scenario: StoredScenario): Sought {
  const at = (id: string): number[] =>
    scenario.faults.filter((fault) => fault.id === id).map(({ atS }) => atS);
  const [lies, stuck] = [at('plate-a-frozen'), at('bridge-stuck-heat')];
  const apartS = Math.min(...lies.flatMap((one) => stuck.map((other) => Math.abs(one - other))));
  const met = Number.isFinite(apartS) ? 0.3 * Math.exp(-apartS / 100) : 0;
  const near = (lies.length > 0 ? 0.2 : 0) + (stuck.length > 0 ? 0.3 : 0) + met;
  return soughtWith(scenario, { 'plate-hot': 0.75 - near });
}

const searched = (method: (typeof methodIds)[number], treatments = 2400) =>
  seek({
    method,
    seed: 5,
    treatments,
    tryAll: (scenarios) => Promise.resolve(scenarios.map(hotWhereTwoMeet)),
    isOver: isSettled,
  });

describe('a method', () => {
  it.each(methodIds)('%s proposes the same again for the same seed', async (method) => {
    const ids = async (): Promise<string[]> => {
      const seen: string[] = [];
      const tryAll = (scenarios: readonly StoredScenario[]) => {
        seen.push(...scenarios.map(idOf));
        return Promise.resolve(scenarios.map(hotWhereTwoMeet));
      };
      await seek({ method, seed: 3, treatments: 80, tryAll });
      return seen;
    };
    const [once, again] = [await ids(), await ids()];
    expect(once).toHaveLength(80);
    expect(again).toEqual(once);
  });

  it('that climbs finds what two faults do together, where drawing does not', async () => {
    const [random, climb] = [await searched('random'), await searched('climb')];
    expect(isSettled(climb)).toBe(true);
    expect(isSettled(random)).toBe(false);
    expect(random.runs).toBe(2400);
    const found = climb.nearest['plate-hot']!;
    expect(found.sought.scenario.faults.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['plate-a-frozen', 'bridge-stuck-heat']),
    );
    const margins = stairs(climb, 'plate-hot').map(([, margin]) => margin);
    expect(margins).toEqual(margins.toSorted((a, b) => b - a));
    expect(comparisonText([random, climb])).toContain('climb');
    expect(courseText(climb, () => 'REPLAY')).toMatch(/BROKEN[^]*again with: REPLAY/);
  });

  it('begins with what is known, and draws as `simulate` does', async () => {
    const seen: StoredScenario[] = [];
    const known = [storedOf(77)];
    const tryAll = (scenarios: readonly StoredScenario[]) => {
      seen.push(...scenarios);
      return Promise.resolve(scenarios.map(hotWhereTwoMeet));
    };
    await seek({ method: 'random', seed: 20, treatments: 4, known, tryAll });
    expect(seen).toEqual([77, 20, 21, 22].map(storedOf));
    const { size, ...fault } = storedOf(21).faults[0] ?? { size: 1 };
    expect(size).toBe(1);
    const scenario = scenarioFrom(storedOf(21));
    const drawn = scenarioOf(21);
    expect({ ...scenario, faults: [] }).toEqual({ ...drawn, faults: [] });
    expect(scenario.faults.map(({ id }) => id)).toEqual(drawn.faults.map(({ id }) => id));
    expect(fault).toEqual(drawn.faults[0] ?? {});
  });
});

it('a changed scenario is one that can be kept and run', () => {
  const random = new Random(1).split('test');
  let scenario = storedOf(2);
  const kinds = { faults: new Set<string>(), rooms: new Set<number>(), sizes: new Set<number>() };
  for (let change = 0; change < 600; change += 1) {
    scenario = mutated(scenario, random);
    expect(storedSchema.parse(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
    for (const { id, size } of scenario.faults) {
      kinds.faults.add(id);
      kinds.sizes.add(size);
    }
    if (scenario.room !== null) kinds.rooms.add(scenario.room.temperatureC);
  }
  expect(kinds.faults.size).toBeGreaterThan(40);
  expect(kinds.rooms.size).toBeGreaterThan(20);
  expect(kinds.sizes.size).toBeGreaterThan(5);
});

it('a margin that cannot be told counts as broken', () => {
  expect([0, 0.5, 7, -7, Number.NaN].map(marginOf)).toEqual([0, 0.5, 1, -1, -1]);
  expect(brokenIn({ ...far, dose: Number.NaN, delivered: null, laws: -1 })).toEqual([
    'dose',
    'laws',
  ]);
});

describe('the corpus', () => {
  const entries = Array.from({ length: 30 }, (_, seed) =>
    entryOf(soughtWith(storedOf(seed), { dose: seed / 40 })),
  );

  it('keeps the nearest of each property, and can be read again', () => {
    const kept = withFound({ entries: [], damaged: [] }, entries);
    expect(kept.entries.map(({ scenario }) => scenario.seed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(parseCorpus(corpusText(kept))).toEqual(kept);
    // Known again, with another margin: the newer one counts.
    const mended = entryOf(soughtWith(storedOf(0), { dose: 1 }));
    expect(withFound(kept, [mended]).entries.map(({ scenario }) => scenario.seed)).not.toContain(0);
  });

  it('throws no line away that it cannot read', () => {
    const [good] = entries;
    const bad = ['{"format":1,"id":"x"', JSON.stringify({ ...good, format: 9 })];
    const read = parseCorpus(`${bad[0]}\n${JSON.stringify(good)}\n\n${bad[1]}\n`);
    expect(read.entries).toEqual([good]);
    expect(read.damaged.map(({ line, text }) => [line, text])).toEqual([
      [1, bad[0]],
      [4, bad[1]],
    ]);
    expect(corpusText(read).split('\n')).toEqual(expect.arrayContaining(bad));
  });
});

describe('on the command line', () => {
  it('a search keeps what it found, and goes on from there; a broken line is named by its code', () => {
    const folder = scratch();
    const [corpus, plot] = [join(folder, 'corpus.jsonl'), join(folder, 'plot.svg')];
    const args = ['simulate', '--seek', '--seed', '1', '--treatments', '1', '--workers', '1'];
    const first = contrast([...args, '--corpus', corpus, '--plot', plot, '--json']);
    expect([first.code, first.err]).toEqual([0, expect.not.stringContaining('CORPUS')]);
    const [course] = JSON.parse(first.out) as { runs: number; nearest: { id: string }[] }[];
    expect(course).toMatchObject({ method: 'climb', seed: 1, runs: 1 });
    expect(readFileSync(plot, 'utf8')).toContain('<svg');
    const kept = readFileSync(corpus, 'utf8');
    const { id } = parseCorpus(kept).entries[0]!;
    expect(course!.nearest.map((one) => one.id)).toContain(id);
    writeFileSync(corpus, `${kept}broken\n`);
    const replay = contrast(['simulate', '--replay', id, '--corpus', corpus]);
    expect(replay.out).toContain(`scenario ${id}`);
    expect(replay.err).toMatch(/corpus\.jsonl:\d+: this line is no scenario .*CORPUS_DAMAGED/);
    expect(readFileSync(corpus, 'utf8')).toContain('broken');
  });

  it.each([
    [['--replay', 'x'], 'USAGE'],
    [['--replay', 'x', '--corpus', 'nowhere.jsonl'], 'SCENARIO_UNKNOWN'],
    [['--method', 'climb'], 'USAGE'],
    [['--stop-at-first'], 'USAGE'],
    [['--seek', '--method', 'guess'], 'guess'],
    [['--seek', '--treatments', '1', '--corpus', '.'], 'FILE_UNREADABLE'],
    // Before anything is computed: these would be nights.
    [['--seek', '--treatments', '1000000', '--corpus', 'no-such-folder/c'], 'FILE_UNWRITABLE'],
    [['--seek', '--treatments', '1000000', '--plot', 'no-such-folder/p.svg'], 'FILE_UNWRITABLE'],
    [['--replay', 'a1', '--corpus', 'c', '--seek'], 'USAGE'],
    [['--replay', 'a1', '--corpus', 'c', '--treatments', '5'], 'USAGE'],
    [['--replay', 'a1', '--corpus', 'c', '--plot', 'p'], 'USAGE'],
  ])('%j is refused by its code', (args, code) => {
    const run = contrast(['simulate', ...args]);
    expect(run.code).toBe(2);
    expect(run.err).toContain(code);
  });
});

it('a search goes on beyond what its workers are given first', () => {
  const args = ['--seek', '--treatments', '17', '--workers', '1', '--json'];
  const { code, out } = contrast(['simulate', ...args]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ runs: 17 }]);
});

it('a search that is ended by Ctrl-C keeps and shows what it has found', async () => {
  const corpus = join(scratch(), 'corpus.jsonl');
  const args = ['simulate', '--seek', '--treatments', '1000000', '--workers', '1', '--json'];
  const running = start([...args, '--corpus', corpus]);
  await running.sawErr(/treatments/);
  running.child.kill('SIGINT');
  const { code, out, err } = await running.ended;
  expect([code, err]).toEqual([3, expect.stringContaining('Ending: what has been found is kept')]);
  const [course] = JSON.parse(out) as { runs: number; nearest: { id: string; margin: number }[] }[];
  expect(course?.runs).toBeGreaterThan(0);
  const kept = parseCorpus(readFileSync(corpus, 'utf8')).entries.map(({ id }) => id);
  const near = course?.nearest.filter(({ margin }) => margin < 1).map(({ id }) => id) ?? [];
  expect(kept.toSorted()).toEqual([...new Set(near)].toSorted());
});

it('what is kept of each mistake shows it, and nothing without the mistake', () => {
  const { stdout, status } = spawnSync(process.execPath, ['tests/seek/replays.mjs'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const replays = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<'id' | 'property', string> & Record<string, number>);
  expect(replays.map(({ id }) => id).toSorted()).toEqual([
    'clock-only',
    'leash',
    'silent-exemption',
    'slower-bead',
    'untested-pole',
  ]);
  for (const { id, soundMargin, mistakenMargin } of replays) {
    expect(soundMargin, id).toBeGreaterThanOrEqual(0);
    expect(mistakenMargin, id).toBeLessThan(0);
  }
});
