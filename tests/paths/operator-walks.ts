/**
 * Every path of the operator model, chained to walks, and how one is led along the whole companion. The only importer of
 * `@xstate/test`: it names each path and replays it, but is content with a path on which nothing is tested, so
 * handlers and assertions are counted here.
 */
import { createTestModel } from '@xstate/test';
import type { TestParam, TestPath } from '@xstate/test';
import type { EventFrom, SnapshotFrom } from 'xstate';
import type { BenchBoard } from './bench.ts';
import { operatorEventTypes, operatorModel } from './operator-model.ts';
import type { OperatorEvent } from './operator-model.ts';
import { causesOf, placeOf, rotations, scriptFor } from './operator-script.ts';
import type { PlannedStep, Script } from './operator-script.ts';
import { expectToBe, stateNames } from './operator-states.ts';
import { Operator } from './operator.ts';

type Machine = ReturnType<typeof operatorModel>;
type ModelState = SnapshotFrom<Machine>;
export type Params = Required<TestParam<ModelState, EventFrom<Machine>>>;
type Path = TestPath<ModelState, EventFrom<Machine>>;

export const model = createTestModel(operatorModel(rotations));
const events = operatorEventTypes.map((type): OperatorEvent => ({ type }));

/** A whole treatment after the last path of each walk. */
export const lastTreatment: readonly OperatorEvent[] = [
  ...(['PRESCRIBE', 'ADMITTED', 'TEST_PASSES', 'PLATE_GETS_COLD', 'LAID_ON_SKIN'] as const),
  ...Array.from({ length: rotations }, () => [
    ...(['TIME_IS_UP', 'SKIN_IS_FINE'] as const),
    ...(['PLATE_GETS_WARM', 'TIME_IS_UP', 'SKIN_IS_FINE'] as const),
  ]).flat(),
  'TIME_IS_UP' as const,
  ...(['PLATE_IS_SAFE', 'ACKNOWLEDGED'] as const),
].map((type) => ({ type }));

export const simplePaths = model.getSimplePaths({ traversalLimit: 20_000 });
export const walkedOf = ({ steps }: Path): OperatorEvent[] =>
  // Step 0 is the start of the model itself.
  steps.slice(1).map(({ event }) => event);

/** Each path ends at rest, and the next one begins there: what a treatment left behind in hiding shows in those after it. */
const pathsInAWalk = 8;
const walkCount = Math.ceil(simplePaths.length / pathsInAWalk);
/** Neighbours are alike: each walk takes paths that lie far apart. */
export const walks: readonly Path[] = Array.from({ length: walkCount }, (_, first) => {
  const members = simplePaths.filter((_path, index) => index % walkCount === first);
  const [longer] = model.getPathsFromEvents([...members.flatMap(walkedOf), ...lastTreatment], {
    events,
  });
  if (longer === undefined) throw new Error(`no walk from path ${first}`);
  return longer;
});

export interface Run {
  readonly path: Path;
  readonly script: Script;
}

export const used = new Map<string, number>();
const runOf = (path: Path): Run => ({ path, script: scriptFor(plannedSteps(path.steps), used) });
export const runs: Run[] = walks.map(runOf);

/** Every event of the model in every state, by every cause that it can have. */
export const places = new Map<string, PlannedStep>(
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

interface Replaying {
  readonly alter?: (params: Params) => Params;
  readonly board?: BenchBoard;
}

interface Replayed {
  readonly steps: number;
  readonly handlers: number;
  readonly assertions: number;
  readonly ticks: number;
  readonly heating: number;
  readonly cooling: number;
}

/** Counts that each step ran its handler and an assertion: the library itself skips what is missing. */
export async function replay(
  { path, script }: Run,
  { alter = (params) => params, board }: Replaying = {},
): Promise<Replayed> {
  const operator = await Operator.open(script, board);
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
  const { ticks, heating, cooling } = operator.bench;
  return {
    steps: path.steps.length,
    handlers: seen.events,
    assertions: seen.states,
    ticks,
    heating,
    cooling,
  };
}
