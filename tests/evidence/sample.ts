/** Figures of a device against which nothing speaks, to be spoilt one by one. */
import type { Evidence } from './findings.ts';
import type { LayerFigures } from './layers.ts';
import type { FaultFigures, LongRuns, Results } from './long-runs.ts';
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
  simulate: { treatments: every, firstSeed: 1, simulatedHours: 140, violations: 0 },
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
  untripped: 0,
  medianS: 0.2,
  slowestS: 12,
  plateMaxC: 43.2,
  plateMinC: 11.5,
  objections: [],
});

export const sampleResults: Results = {
  simulation: {
    treatments: 10_000,
    seeds: [[1, 10_000]],
    simulatedHours: 4999.5,
    outcomes: { completed: 6000, faulted: 4000 },
    rules: [['sensor-open', 4000]],
    withFaults: 7000,
    plateMaxC: 43.9,
    plateMinC: 5.1,
    violations: 0,
  },
  faults: {
    rows: allFaults.flatMap((id) => [faultRow(id, 'reference'), faultRow(id, 'heat12V')]),
  },
  mutation: {
    files: [
      {
        path: 'src/safety/rules.ts',
        made: 10,
        noticed: 9,
        survivors: [{ line: 3, what: '1 → 1.1 in: a <b> & "c" | d', why: 'it is a word' }],
      },
    ],
  },
  'planted-bugs': {
    bugs: [{ number: 1, what: 'heat in the cold', path: 'machines/a.ts', caughtBy: ['paths'] }],
  },
};

export const longRunsOf = (results: Results): LongRuns => ({
  simulation: { ranOn, sources: digest, result: results.simulation },
  faults: { ranOn, sources: digest, result: results.faults },
  mutation: { ranOn, sources: digest, result: results.mutation },
  'planted-bugs': { ranOn, sources: digest, result: results['planted-bugs'] },
});

export const sample: Evidence = {
  layers: sampleLayers,
  longRuns: longRunsOf(sampleResults),
  sourcesNow: digest,
  plateBounds: { minC: 4, maxC: 45 },
  testsPassed: true,
};

export const sampleWith = (changed: Partial<Results>): Evidence => ({
  ...sample,
  longRuns: longRunsOf({ ...sampleResults, ...changed }),
});
