/** Figures of one long run that cannot all be true. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { seedsInBlock } from './long-runs.ts';
import type { FaultFigures, LongRun, LongRunName, Results, SimulationBlock } from './long-runs.ts';
import { totalOf } from './long-run-total.ts';
import { number } from './words.ts';

/** [is it so, what it is where it is not]. */
type Check = readonly [holds: boolean, what: string];
const broken = (checks: readonly Check[]): string[] =>
  checks.flatMap(([holds, what]) => (holds ? [] : [what]));

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Both, or none: no plate was looked at. */
const isRange = (low: number | null, high: number | null): boolean =>
  low === null || high === null ? low === high : low <= high;

function ofBlock(block: SimulationBlock, before: SimulationBlock | undefined): string[] {
  const { firstSeed, treatments, outcomes, rules, withFaults, violations } = block;
  const where = `the block from seed ${number(firstSeed)}`;
  const faulted = outcomes['faulted'] ?? 0;
  return broken([
    [treatments === seedsInBlock, `${where} has ${number(treatments)} treatments`],
    [
      before === undefined || before.firstSeed + before.treatments <= firstSeed,
      `${where} has seeds of the one before it`,
    ],
    [sum(Object.values(outcomes)) === treatments, `${where}: outcomes are not its treatments`],
    [
      sum(rules.map(([, times]) => times)) === faulted,
      `${where}: rules that tripped are not the treatments that faulted`,
    ],
    [withFaults <= treatments && violations <= treatments, `${where} counts more than there is`],
    [isRange(block.plateMinC, block.plateMaxC), `${where}: coldest and hottest are no range`],
  ]);
}

function ofSimulation({ blocks, ...total }: Results['simulation']): string[] {
  const digests = new Set(blocks.map(({ digest }) => digest));
  return [
    ...blocks.flatMap((block, index) => ofBlock(block, blocks[index - 1])),
    ...broken([
      [isDeepStrictEqual(total, totalOf(blocks)), 'its sums are not those of its blocks'],
      [digests.size === blocks.length, 'two of its blocks have the same results'],
    ]),
  ];
}

function ofRow(row: FaultFigures, seeds: number): string[] {
  const { fault, rig, moment, trials, rules, untripped, medianS, slowestS } = row;
  const tripped = trials - untripped;
  const where = `${fault} on ${rig}, ${moment}`;
  return broken([
    [trials === (moment === 'self-test' ? Math.min(seeds, 3) : seeds), `${where}: other trials`],
    [tripped >= 0, `${where}: more without a trip than trials`],
    [
      rules === undefined || sum(rules.map(([, times]) => times)) === tripped,
      `${where}: rules that tripped are not the trials that tripped`,
    ],
    [
      tripped === 0 ? medianS === null && slowestS === null : isTimed(medianS, slowestS),
      `${where}: times are not those of ${number(tripped)} trips`,
    ],
    [row.plateMinC <= row.plateMaxC, `${where}: coldest and hottest are no range`],
  ]);
}

const isTimed = (medianS: number | null, slowestS: number | null): boolean =>
  medianS !== null && slowestS !== null && medianS <= slowestS;

/** @returns those that are there more than once */
const repeated = (keys: readonly string[]): string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} is there twice`);

function ofPlantedBugs({ bugs, pinpointed }: Results['planted-bugs']): string[] {
  const others = pinpointed?.bugs ?? [];
  const kinds = pinpointed?.kinds ?? [];
  const all = [...bugs, ...others];
  const known = new Set(kinds.map(({ kind }) => kind));
  return [
    ...repeated(all.map((bug) => `bug ${bug.number}`)),
    ...repeated(kinds.map(({ kind }) => `the kind “${kind}”`)),
    ...kinds.flatMap(({ kind, planted, noticed }) => {
      const these = others.filter((bug) => bug.kind === kind);
      const found = these.filter(({ noticedBy }) => noticedBy !== null);
      return broken([
        [planted === these.length, `${kind}: ${number(planted)} bugs are not those that are named`],
        [noticed === found.length, `${kind}: ${number(noticed)} noticed are not those with a test`],
      ]);
    }),
    ...broken([
      [others.every(({ kind }) => known.has(kind)), 'a bug is of no kind that is counted'],
      [
        pinpointed === undefined || pinpointed.of === all.length,
        `${number(all.length)} bugs were planted of ${number(pinpointed?.of ?? 0)}`,
      ],
    ]),
  ];
}

const contradictionsIn: {
  readonly [Name in LongRunName]: (result: Results[Name]) => readonly string[];
} = {
  simulation: ofSimulation,
  faults: ({ seeds, rows }) => [
    ...rows.flatMap((row) => ofRow(row, seeds)),
    ...repeated(rows.map(({ fault, rig, moment }) => `${fault} on ${rig}, ${moment}`)),
  ],
  mutation: ({ sample, files }) => [
    ...files.flatMap(({ path, possible, made, noticed, survivors }) =>
      broken([
        [
          sample === null ? made === possible : made <= possible,
          `${path}: ${number(made)} mistakes made of ${number(possible)}`,
        ],
        [noticed + survivors.length === made, `${path}: unnoticed mistakes are not named`],
      ]),
    ),
    ...broken([
      [
        sample === null || sum(files.map(({ made }) => made)) === sample.count,
        'not as many mistakes were made as were drawn',
      ],
    ]),
    ...repeated(files.map(({ path }) => path)),
  ],
  'planted-bugs': ofPlantedBugs,
};

/** Empty: its figures agree with one another, and what ran has ended well. */
export function contradictionsOf<Name extends LongRunName>(
  name: Name,
  { witness, result }: LongRun<Results[Name]>,
): string[] {
  const exit = witness?.exit ?? 0;
  // Nothing is claimed by a run that has no witness; its blocks were not kept.
  const unseen = witness === null && 'blocks' in result && result.blocks.length === 0;
  if (unseen) return [];
  const own = [
    ...(exit === 0 ? [] : [`it ended with exit code ${exit}`]),
    ...contradictionsIn[name](result),
  ];
  return own.map((what) => `the long run “${name}” contradicts itself: ${what}`);
}
