/** What the figures say against the device, and what is to be known when reading them. Pure. */
import { allFaults } from '../../src/evidence/fault-table.ts';
import { faultExpectations } from '../../src/evidence/fault-expectations.ts';
import { layerNames } from './layers.ts';
import type { Covered, LayerFigures } from './layers.ts';
import { longRunNames } from './long-runs.ts';
import type { FaultFigures, LongRunName, LongRuns } from './long-runs.ts';
import { contradictionsOf } from './contradictions.ts';
import { celsius, number } from './words.ts';

/** Everything that the report is made of. */
export interface Evidence {
  readonly layers: LayerFigures;
  readonly longRuns: LongRuns;
  /** The digest of what decides each long run, at hand now. */
  readonly sourcesNow: Readonly<Record<LongRunName, string>>;
  /** Where the plate itself must stay, °C. */
  readonly plateBounds: { readonly minC: number; readonly maxC: number };
  /** The tests that left the figures of the layers have passed. */
  readonly testsPassed: boolean;
}

/** The device that the project describes how to build; the other is reported for comparison. */
export const deviceToBuild = 'reference';

/** Software must keep the plate within its bounds: no part of the hardware has to. */
export const isSoftwares = ({ fault, rig }: FaultFigures): boolean =>
  rig === deviceToBuild && faultExpectations[fault]?.hardware === undefined;

/** A run that is witnessed, and that all that decides it is still the same for. */
export const ranOnThese = (name: LongRunName, { longRuns, sourcesNow }: Evidence): boolean =>
  longRuns[name].witness !== null && longRuns[name].sources === sourcesNow[name];

/** Why the figures of a run are not those of the sources at hand; null where they are. */
export function whyStale(name: LongRunName, evidence: Evidence): string | null {
  if (ranOnThese(name, evidence)) return null;
  return evidence.longRuns[name].witness === null
    ? 'ran on earlier sources than these, and nothing witnesses it'
    : 'ran on earlier sources than these';
}

export const staleRuns = (evidence: Evidence): string[] =>
  longRunNames.flatMap((name) => {
    const why = whyStale(name, evidence);
    if (why === null) return [];
    const { ranOn } = evidence.longRuns[name];
    return [`The long run “${name}” of ${ranOn} ${why}: stale; run again, its figures may differ.`];
  });

const contradictions = ({ longRuns }: Evidence): string[] => [
  ...contradictionsOf('simulation', longRuns.simulation),
  ...contradictionsOf('faults', longRuns.faults),
  ...contradictionsOf('mutation', longRuns.mutation),
  ...contradictionsOf('planted-bugs', longRuns['planted-bugs']),
];

const isCovered = (value: unknown): value is Covered =>
  typeof value === 'object' && value !== null && 'done' in value && 'of' in value;

function coverage(layers: LayerFigures): string[] {
  return layerNames.flatMap((layer) =>
    Object.entries(layers[layer]).flatMap(([name, value]) => {
      if (!isCovered(value) || (value.of > 0 && value.done === value.of)) return [];
      return [`${layer}, ${name}: ${number(value.done)} of ${number(value.of)}`];
    }),
  );
}

/** Inside needs a proof: what is no number is outside. */
const isInside = (
  { plateMinC, plateMaxC }: { plateMinC: number | null; plateMaxC: number | null },
  { minC, maxC }: Evidence['plateBounds'],
): boolean => plateMinC !== null && plateMaxC !== null && plateMinC >= minC && plateMaxC <= maxC;

function ofSimulations({ layers, longRuns, plateBounds }: Evidence): string[] {
  const { result } = longRuns.simulation;
  const broken = result.violations + layers.simulate.violations;
  return [
    ...(broken > 0 ? [`${number(broken)} seeded treatments broke a law`] : []),
    ...(result.treatments > 0 ? [] : ['the long run of seeded treatments is empty']),
    ...(isInside(result, plateBounds)
      ? []
      : [
          `seeded treatments: the plate went to ${celsius(result.plateMinC)} … ${celsius(result.plateMaxC)} °C`,
        ]),
  ];
}

function ofFaults({ longRuns, plateBounds }: Evidence): string[] {
  const { rows } = longRuns.faults.result;
  return [
    ...(rows.length > 0 ? [] : ['the long run of faults is empty']),
    ...rows.flatMap((row) => [
      ...row.objections.map((words) => `fault ${row.fault} on ${row.rig}, ${row.moment}, ${words}`),
      ...(isSoftwares(row) && !isInside(row, plateBounds)
        ? [
            `fault ${row.fault}, ${row.moment}: the plate went to ${celsius(row.plateMinC)} … ${celsius(row.plateMaxC)} °C`,
          ]
        : []),
    ]),
  ];
}

/** A mistake that nobody noticed, with the reason why it changes nothing. */
export const isJustified = ({ why }: { readonly why?: string | null | undefined }): boolean =>
  (why ?? '').trim() !== '';

function ofMistakes({ longRuns }: Evidence): string[] {
  const { files } = longRuns.mutation.result;
  const { bugs, pinpointed } = longRuns['planted-bugs'].result;
  return [
    ...(files.length > 0 ? [] : ['the long run of mistakes is empty']),
    ...(bugs.length > 0 ? [] : ['the long run of planted bugs is empty']),
    ...files.flatMap(({ path, held, survivors }) =>
      survivors
        .filter((one) => held && !isJustified(one))
        .map(({ line, what }) => `${path}:${line}: nobody noticed ${what}`),
    ),
    ...bugs
      .filter(({ caughtBy }) => caughtBy.length === 0)
      .map((bug) => `planted bug ${bug.number} was caught by no layer: ${bug.what}`),
    ...(pinpointed?.bugs ?? [])
      .filter(({ noticedBy }) => noticedBy === null)
      .map((bug) => `planted bug ${bug.number} was noticed by no test: ${bug.what}`),
  ];
}

/** Why the evidence does not hold; empty: it does. */
export const failuresOf = (evidence: Evidence): string[] => [
  ...(evidence.testsPassed ? [] : ['a test of the layers has failed']),
  ...contradictions(evidence),
  ...coverage(evidence.layers),
  ...ofSimulations(evidence),
  ...ofFaults(evidence),
  ...ofMistakes(evidence),
];

/** What does not fail the evidence, and must be known when reading it. */
export function notesOf(evidence: Evidence): string[] {
  const { longRuns } = evidence;
  const tried = new Set(longRuns.faults.result.rows.map(({ fault }) => fault));
  const untried = allFaults.filter((id) => !tried.has(id));
  return [
    ...staleRuns(evidence),
    ...(untried.length > 0
      ? [`Not tried in the long run of faults: ${untried.map((id) => `\`${id}\``).join(', ')}.`]
      : []),
  ];
}
