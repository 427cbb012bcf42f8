/** Every path of the operator model, end to end on the whole companion with the simulated board. */
import { describe, expect, it } from 'vitest';
import { figures } from '../evidence/figures.ts';
import {
  lastTreatment,
  places,
  replay,
  runs,
  simplePaths,
  used,
  walkedOf,
  walks,
} from './operator-walks.ts';
import type { Params } from './operator-walks.ts';

const sums = { runs: 0, steps: 0, handlers: 0, assertions: 0, ticks: 0, heating: 0, cooling: 0 };

describe('the companion is what the operator model says, on every walk along its paths', () => {
  it.each(runs.map((run, index) => [index + 1, run] as const))('walk %i', async (_number, run) => {
    const replayed = await replay(run);
    sums.runs += 1;
    sums.steps += replayed.steps;
    sums.handlers += replayed.handlers;
    sums.assertions += replayed.assertions;
    sums.ticks += replayed.ticks;
    sums.heating += replayed.heating;
    sums.cooling += replayed.cooling;
  });
});

describe('the paths', () => {
  it('have not shrunk, and end at rest', () => {
    process.stdout.write(
      `operator model: ${simplePaths.length} paths in ${runs.length} runs, ${sums.steps} steps, ${sums.ticks} ticks, ` +
        `${used.size} of ${places.size} causes in their places\n`,
    );
    figures('operator', {
      paths: simplePaths.length,
      runs: { done: sums.runs, of: runs.length },
      steps: { done: sums.steps, of: runs.reduce((sum, { path }) => sum + path.steps.length, 0) },
      handlers: sums.handlers,
      assertions: sums.assertions,
      causes: {
        done: [...places.keys()].filter((place) => used.has(place)).length,
        of: places.size,
      },
    });
    expect(simplePaths.length).toBe(1544);
    // Each is walked, whole, somewhere.
    expect(walks.flatMap(walkedOf)).toHaveLength(
      simplePaths.flatMap(walkedOf).length + walks.length * lastTreatment.length,
    );
    expect(sums.steps).toBe(runs.reduce((sum, { path }) => sum + path.steps.length, 0));
    expect(new Set([...simplePaths, ...walks].map(({ state }) => state.value))).toEqual(
      new Set(['rest']),
    );
  });

  it('take every transition of the model, each by every cause that it can have', () => {
    expect([...places.keys()].filter((place) => !used.has(place))).toEqual([]);
  });

  it('heat and cool', () => {
    expect(sums.heating).toBeGreaterThan(10_000);
    expect(sums.cooling).toBeGreaterThan(10_000);
  });
});

describe('a path that tests nothing is caught', () => {
  const run = runs.find(({ script }) => script.steps.some(({ type }) => type === 'PAUSED'))!;

  it.each<[string, (params: Params) => Params, RegExp]>([
    ['no handlers and no assertions at all', () => ({ events: {}, states: {} }), /only 0 happened/],
    [
      'no assertions',
      ({ events: handlers }) => ({ events: handlers, states: {} }),
      /0 were looked/,
    ],
    [
      'the assertions of one state are missing',
      (params) => ({ ...params, states: without(params.states, 'coldPaused') }),
      /were looked at/,
    ],
    [
      'a handler is missing',
      (params) => ({ ...params, events: without(params.events, 'PAUSED') }),
      /expected 'treating/,
    ],
    [
      'a handler does nothing',
      (params) => ({ ...params, events: { ...params.events, PAUSED: () => {} } }),
      /expected 'treating/,
    ],
  ])('%s', async (_what, alter, complaint) => {
    await expect(replay(run, { alter })).rejects.toThrow(complaint);
  });
});

const without = <T extends object>(record: T, key: string): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as T;
