/**
 * Two faults at once, one of a reading and one of the power: what takes the sight away, and what then does the harm.
 * Judged by the plate's true temperature and the dose that it gives; which rule comes first is a matter of the moment.
 */
import { plantFaults } from '../../hardware/plant/faults.ts';
import type { FaultPart } from '../../hardware/plant/fault-settings.ts';
import { Random } from '../../hardware/plant/random.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import type { Prescription } from '../limits/plan.ts';
import { defaultPresetId, presetOf } from '../limits/presets.ts';
import { automaticOperator } from '../treatment/automatic-operator.ts';
import type { Companion } from '../treatment/companion.ts';
import {
  deviceOf,
  mostTrueCem43Min,
  stateAt,
  strikesBetweenS,
  truePlateBounds,
  Watch,
} from './fault-trial.ts';
import type { FaultMoment, FaultResult, FaultTrial } from './fault-trial.ts';
import { faultsOf } from './fault-expectations.ts';
import { openVirtualTreatment } from './virtual-treatment.ts';

const idsOf = (...parts: readonly FaultPart[]): string[] =>
  plantFaults.filter(({ part }) => parts.includes(part)).map(({ id }) => id);

/** Every fault of a reading with every fault of the power, joined by a plus. */
export const faultPairs: readonly string[] = idsOf('sensor', 'noise').flatMap((sensor) =>
  idsOf('power').map((power) => `${sensor}+${power}`),
);

export const pairMoments = ['cold', 'hot'] as const satisfies readonly FaultMoment[];

/**
 * Pairs that go past the bounds of the true plate whatever software does, and the part that must catch them. A pair that
 * is not here must stay within them, on each rig.
 */
export const caughtByHardware: readonly {
  readonly pair: RegExp;
  readonly rigs: readonly RigId[];
  readonly hardware: string;
}[] = [];

const hardwareFor = ({ fault, rig }: FaultTrial): string | undefined =>
  caughtByHardware.find(({ pair, rigs }) => pair.test(fault) && rigs.includes(rig))?.hardware;

export function pairTrials(
  pairs: readonly string[],
  rigIds: readonly RigId[],
  seeds: number,
): FaultTrial[] {
  return rigIds.flatMap((rig) =>
    pairs.flatMap((fault) =>
      pairMoments.flatMap((moment) =>
        Array.from({ length: seeds }, (_, index) => ({ fault, rig, moment, seed: index + 1 })),
      ),
    ),
  );
}

/** Some of all trials, the same for the same seed: what there is time for. */
export function drawnPairTrials(
  count: number,
  rigIds: readonly RigId[],
  seed: number,
): FaultTrial[] {
  const random = new Random(seed).split('pairs');
  const all = pairTrials(faultPairs, rigIds, 1);
  return Array.from({ length: count }, () => all.splice(random.below(all.length), 1))
    .flat()
    .map((trial) => ({ ...trial, seed: 1 + random.below(1000) }));
}

/** The second fault comes so long after the first: before a rule has found that one, or well after. */
const gapS = { from: 0.1, to: 30 } as const;
/** Where the power fails first, a rule is at work at once. */
const powerFirstShare = 0.25;
/** A plate in the air is the one that moves fastest. */
const liftedShare = 0.5;

/** What happens, in order, in seconds after the first fault. */
function courseOf({ fault, moment, seed }: FaultTrial): { atS: number; id: string }[] {
  const random = new Random(seed).split(`${fault} ${moment} pair`);
  const afterS = random.logUniform(gapS.from, gapS.to);
  const ids = faultsOf(fault);
  const [first = '', second = ''] = random.unit() < powerFirstShare ? ids.toReversed() : ids;
  const lifted = random.unit() < liftedShare ? [{ atS: 0, id: 'contact-lost' }] : [];
  return [...lifted, { atS: 0, id: first }, { atS: afterS, id: second }];
}

/** Cold, hot, cold: what can go wrong with two faults does so in these, and there are thousands of pairs. */
function oneRotation(): Prescription {
  const preset = presetOf(defaultPresetId);
  if (preset === undefined) throw new Error(`the preset ${defaultPresetId} is missing`);
  return { ...preset.prescription, rotations: 1 };
}

export async function runPairTrial(trial: FaultTrial): Promise<FaultResult> {
  const { fault, moment, seed } = trial;
  const prescription = oneRotation();
  const treatment = await openVirtualTreatment({ seed, rig: deviceOf(trial), prescription });
  const random = new Random(seed).split(`${fault} ${moment}`);
  const intoS = random.uniform(strikesBetweenS.from, strikesBetweenS.to);
  const course = courseOf(trial);
  const strike = ({ board }: Companion, sinceMs: number): void => {
    while (course[0] !== undefined && course[0].atS * 1000 <= sinceMs) {
      board.simulation?.injectFault(course.shift()?.id ?? '');
    }
  };
  const watch = new Watch(stateAt[moment], intoS * 1000, strike);
  const summary = await treatment.run(automaticOperator(false, 'trial'), [], (companion) => {
    watch.look(companion);
  });
  const result = {
    ...trial,
    outcome: summary.outcome,
    rule: summary.rule,
    tripAfterS: watch.tripAfterS(false),
    plateMaxC: watch.plateMaxC,
    plateMinC: watch.plateMinC,
    trueCem43Min: watch.trueCem43Min,
    undelivered: [],
  };
  return { ...result, objection: pairObjectionTo(result) };
}

/** Pure: what is wrong with a result, in words. */
export function pairObjectionTo(result: Omit<FaultResult, 'objection'>): string | null {
  const { plateMinC, plateMaxC, trueCem43Min } = result;
  if (!Number.isFinite(plateMaxC)) return 'the faults never struck';
  if (hardwareFor(result) !== undefined) return null;
  const { minC, maxC } = truePlateBounds;
  if (!(plateMinC >= minC && plateMaxC <= maxC)) {
    return `the true plate went to ${plateMinC.toFixed(1)} … ${plateMaxC.toFixed(1)} °C, and no hardware is named that catches it`;
  }
  if (trueCem43Min <= mostTrueCem43Min) return null;
  return `the plate gave ${trueCem43Min.toFixed(1)} CEM43 min: more than ${mostTrueCem43Min}`;
}
