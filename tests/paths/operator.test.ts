/**
 * Every path of the operator model, end to end on the whole companion with the simulated board. The only importer of
 * `@xstate/test`: it names each path and replays it, but is content with a path on which nothing is tested, so
 * handlers and assertions are counted here.
 */
import { createTestModel } from '@xstate/test';
import type { TestParam, TestPath } from '@xstate/test';
import type { EventFrom, SnapshotFrom } from 'xstate';
import { describe, expect, it } from 'vitest';
import { figures } from '../evidence/figures.ts';
import { operatorEventTypes, operatorModel } from './operator-model.ts';
import type { OperatorEvent } from './operator-model.ts';
import { causesOf, placeOf, rotations, scriptFor } from './operator-script.ts';
import type { PlannedStep, Script } from './operator-script.ts';
import { expectToBe, stateNames } from './operator-states.ts';
import { Operator } from './operator.ts';

type Machine = ReturnType<typeof operatorModel>;
type ModelState = SnapshotFrom<Machine>;
type Params = Required<TestParam<ModelState, EventFrom<Machine>>>;
type Path = TestPath<ModelState, EventFrom<Machine>>;

const model = createTestModel(operatorModel(rotations));
const events = operatorEventTypes.map((type): OperatorEvent => ({ type }));

/** A whole treatment after the last path of each walk. */
const lastTreatment: readonly OperatorEvent[] = [
  ...(['PRESCRIBE', 'ADMITTED', 'TEST_PASSES', 'PLATE_GETS_COLD', 'LAID_ON_SKIN'] as const),
  ...Array.from({ length: rotations }, () => [
    ...(['TIME_IS_UP', 'SKIN_IS_FINE'] as const),
    ...(['PLATE_GETS_WARM', 'TIME_IS_UP', 'SKIN_IS_FINE'] as const),
  ]).flat(),
  'TIME_IS_UP' as const,
  ...(['PLATE_IS_SAFE', 'ACKNOWLEDGED'] as const),
].map((type) => ({ type }));

const simplePaths = model.getSimplePaths({ traversalLimit: 20_000 });
const walkedOf = ({ steps }: Path): OperatorEvent[] =>
  // Step 0 is the start of the model itself.
  steps.slice(1).map(({ event }) => event);

/** Each path ends at rest, and the next one begins there: what a treatment left behind in hiding shows in those after it. */
const pathsInAWalk = 8;
const walkCount = Math.ceil(simplePaths.length / pathsInAWalk);
/** Neighbours are alike: each walk takes paths that lie far apart. */
const walks: readonly Path[] = Array.from({ length: walkCount }, (_, first) => {
  const members = simplePaths.filter((_path, index) => index % walkCount === first);
  const [longer] = model.getPathsFromEvents([...members.flatMap(walkedOf), ...lastTreatment], {
    events,
  });
  if (longer === undefined) throw new Error(`no walk from path ${first}`);
  return longer;
});

interface Run {
  readonly path: Path;
  readonly script: Script;
}

const used = new Map<string, number>();
const runOf = (path: Path): Run => ({ path, script: scriptFor(plannedSteps(path.steps), used) });
const runs: Run[] = walks.map(runOf);

/** Every event of the model in every state, by every cause that it can have. */
const places = new Map<string, PlannedStep>(
  model.getAdjacencyList().flatMap(({ state, event }) => {
    const step = { from: state.value, context: state.context, type: event.type };
    return causesOf(step).map((cause) => [placeOf(step, cause), step] as const);
  }),
);
// Where fewer paths lead through than there are causes, one is walked again: the least used cause is next.
for (const [place, { from, type }] of places) {
  const through = walks.find(({ steps }) =>
    plannedSteps(steps).some((step) => step.from === from && step.type === type),
  );
  if (!used.has(place) && through !== undefined) runs.push(runOf(through));
}

function plannedSteps(steps: Path['steps']): PlannedStep[] {
  return steps.slice(1).map(({ event }, index) => {
    const { value, context } = steps[index]!.state;
    return { from: value, context, type: event.type };
  });
}

const sums = { runs: 0, steps: 0, handlers: 0, assertions: 0, ticks: 0, heating: 0, cooling: 0 };

/** Counts that each step ran its handler and an assertion: the library itself skips what is missing. */
async function replay(
  { path, script }: Run,
  alter: (params: Params) => Params = (params) => params,
): Promise<void> {
  const operator = await Operator.open(script);
  const seen = { events: 0, states: 0 };
  const params: Params = {
    events: Object.fromEntries(
      operatorEventTypes.map((type) => [
        type,
        async () => {
          seen.events += 1;
          await operator.happen(type);
        },
      ]),
    ),
    states: Object.fromEntries(
      Object.keys(stateNames).map((name) => [
        name,
        async (snapshot: ModelState) => {
          seen.states += 1;
          await expectToBe(operator, {
            name,
            context: snapshot.context,
            can: (event) => snapshot.can(event),
          });
        },
      ]),
    ),
  };
  try {
    await path.test(alter(params));
  } finally {
    await operator.bench.close();
  }
  if (seen.events !== path.steps.length - 1 || seen.states !== path.steps.length) {
    throw new Error(
      `of ${path.steps.length} steps only ${seen.events} happened and ${seen.states} were looked at`,
    );
  }
  sums.runs += 1;
  sums.steps += path.steps.length;
  sums.handlers += seen.events;
  sums.assertions += seen.states;
  sums.ticks += operator.bench.ticks;
  sums.heating += operator.bench.heating;
  sums.cooling += operator.bench.cooling;
}

describe('the companion is what the operator model says, on every walk along its paths', () => {
  it.each(runs.map((run, index) => [index + 1, run] as const))('walk %i', async (_number, run) => {
    await replay(run);
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
    await expect(replay(run, alter)).rejects.toThrow(complaint);
  });
});

const without = <T extends object>(record: T, key: string): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as T;
