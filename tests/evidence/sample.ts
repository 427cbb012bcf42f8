/** Figures of a device against which nothing speaks, to be spoilt one by one. */
import type { Evidence } from './findings.ts';
import type { LayerFigures } from './layers.ts';
import { totalOf } from './long-run-total.ts';
import { sealed, seedsInBlock } from './long-runs.ts';
import type { FaultFigures, LongRun, LongRuns, Results, SimulationBlock } from './long-runs.ts';
import { allFaults } from '../../src/evidence/fault-table.ts';

export const digest = 'a1'.repeat(32);
const ranOn = '2026-01-31';
const every = { done: 7, of: 7 };

export const sampleLayers: LayerFigures = {
  'every-event': {
    namedStates: every,
    eventTypes: every,
    situations: 483,
    transitions: 1590,
    checks: 30_000,
  },
  tables: { cells: every },
  pairs: { situations: 116, paths: 747, events: 5000, transitions: every, pairs: every },
  refusals: { situations: every, sentInVain: 999 },
  operator: { paths: 698, runs: every, steps: every, handlers: 5, assertions: 7, causes: every },
  deadlines: { situations: 13, kinds: every, pairs: every, meetings: 1332 },
  simulate: { treatments: every, violations: 0 },
  screening: {
    people: every,
    all: {
      people: 7,
      before: { admit: 1, reduce: 1, clinician: 2, decline: 3 },
      after: { admit: 1, reduce: 3, clinician: 1, decline: 2 },
    },
    als: {
      people: 2,
      before: { admit: 0, reduce: 0, clinician: 1, decline: 1 },
      after: { admit: 0, reduce: 2, clinician: 0, decline: 0 },
    },
    newlyHeld: 1,
    newlyTreated: 2,
    why: [['decline', 'breathless', 0, 2]],
  },
  hazards: {
    controlled: every,
    controls: 193,
    onPaper: 23,
    namedTests: 371,
    weak: [{ id: 'H02', name: 'a bridge is stuck', anchor: 'h02-a-bridge-is-stuck' }],
  },
};

const faultRow = (fault: string, rig: string): FaultFigures => ({
  fault,
  rig,
  moment: 'hot',
  trials: 20,
  rules: [['sensor-open', 20]],
  untripped: 0,
  medianS: 0.2,
  slowestS: 12,
  plateMaxC: 43.2,
  plateMinC: 11.5,
  objections: [],
});

const sampleBlock = (index: number): SimulationBlock => ({
  treatments: seedsInBlock,
  firstSeed: 1 + index * seedsInBlock,
  simulatedHours: 49.9,
  outcomes: { completed: 60, faulted: 40 },
  rules: [['sensor-open', 40]],
  withFaults: 70,
  plateMaxC: 43.9,
  plateMinC: 5.1,
  violations: 0,
  digest: `b${index}`.padEnd(64, '0'),
});
const blocks = [0, 1, 2].map(sampleBlock);

export const sampleResults: Results = {
  simulation: { ...totalOf(blocks), blocks },
  faults: {
    seeds: 20,
    rows: allFaults.flatMap((id) => [faultRow(id, 'reference'), faultRow(id, 'heat12V')]),
  },
  mutation: {
    lines: { mutated: 11, of: 100 },
    sample: null,
    files: [
      {
        path: 'src/safety/rules.ts',
        held: true,
        possible: 10,
        made: 10,
        noticed: 9,
        survivors: [{ line: 3, what: '1 → 1.1 in: a <b> & "c" | d', why: 'it is a word' }],
      },
    ],
  },
  'planted-bugs': {
    bugs: [{ number: 1, what: 'heat in the cold', path: 'machines/a.ts', caughtBy: ['paths'] }],
    pinpointed: {
      bugs: [
        {
          number: 2,
          kind: 'page',
          what: 'a wrong name',
          path: 'src/web/a.tsx',
          noticedBy: { file: 'tests/page/a.test.ts', test: 'the page has the name' },
        },
      ],
      kinds: [{ kind: 'page', planted: 1, noticed: 1 }],
      of: 2,
    },
  },
};

const run = <Result>(result: Result): LongRun<Result> =>
  sealed({
    ranOn,
    sources: digest,
    witness: {
      command: 'contrast simulate',
      exit: 0,
      versions: { node: 'v20.19.0', project: '0.1.0', platform: 'linux x64' },
    },
    result,
  });

export const longRunsOf = (results: Results): LongRuns => ({
  simulation: run(results.simulation),
  faults: run(results.faults),
  mutation: run(results.mutation),
  'planted-bugs': run(results['planted-bugs']),
});

const decidedBy = (sources: string): Evidence['sourcesNow'] => ({
  simulation: sources,
  faults: sources,
  mutation: sources,
  'planted-bugs': sources,
});

export const sample: Evidence = {
  layers: sampleLayers,
  longRuns: longRunsOf(sampleResults),
  sourcesNow: decidedBy(digest),
  plateBounds: { minC: 4, maxC: 45 },
  testsPassed: true,
};

/** The sources have changed since. */
export const staleSample: Evidence = { ...sample, sourcesNow: decidedBy('b2'.repeat(32)) };

type Changes = { readonly [Name in keyof Results]?: Partial<Results[Name]> };

export const sampleWith = (changed: Changes): Evidence => ({
  ...sample,
  longRuns: longRunsOf({
    simulation: { ...sampleResults.simulation, ...changed.simulation },
    faults: { ...sampleResults.faults, ...changed.faults },
    mutation: { ...sampleResults.mutation, ...changed.mutation },
    'planted-bugs': { ...sampleResults['planted-bugs'], ...changed['planted-bugs'] },
  }),
});
