/** One fault, at one moment of a treatment, on one device: what came of it, judged by the plant's true temperature. */
import type { Rig, RigId } from '../../hardware/plant/rigs.ts';
import type { Prescription } from '../limits/plan.ts';
import { settableBounds } from '../limits/envelope.ts';
import { cem43MinutesPerMinute } from './judged-dose.ts';
import { defaultPresetId } from '../limits/presets.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { isCondition } from '../../hardware/plant/faults.ts';
import { Random } from '../../hardware/plant/random.ts';
import { automaticOperator } from '../treatment/automatic-operator.ts';
import { tickMs } from '../treatment/companion.ts';
import type { Companion } from '../treatment/companion.ts';
import { TrueDelivery } from './true-delivery.ts';
import { faultExpectations, faultsOf } from './fault-expectations.ts';
import { drawnRig, openVirtualTreatment } from './virtual-treatment.ts';

/** When a fault strikes: before the self-test, or in the first cold or the first hot phase, ramp included. */
export const faultMoments = ['self-test', 'cold', 'hot'] as const;
export type FaultMoment = (typeof faultMoments)[number];

export interface FaultTrial {
  readonly fault: string;
  readonly rig: RigId;
  readonly moment: FaultMoment;
  /** Draws the device within tolerance, the noise, and the second of the phase. */
  readonly seed: number;
}

export interface FaultResult extends FaultTrial {
  readonly outcome: string;
  readonly rule: string | null;
  /** Seconds from the fault to the trip; null where nothing tripped. */
  readonly tripAfterS: number | null;
  /** The plate's true extremes, from the fault to the end. */
  readonly plateMaxC: number;
  readonly plateMinC: number;
  /** Of the plate's own temperature, while it was on skin. */
  readonly trueCem43Min: number;
  /** Phases in which the true plate was not where it should be. */
  readonly undelivered: readonly number[];
  /** Why this result is not what must come of the fault; null where it is. */
  readonly objection: string | null;
}

/** The plate's true surface on the reference device, whatever befalls it. */
export const truePlateBounds = { minC: 4, maxC: 45 } as const;
/** The most that any clinic may allow: what no skin gets, whatever befalls the device. */
export const mostTrueCem43Min = settableBounds.cem43PerSessionMin.max;

export const stateAt: Readonly<Record<FaultMoment, SessionState>> = {
  'self-test': 'screening',
  cold: 'treating.cold',
  hot: 'treating.hot',
};
/** From the ramp to shortly before the phase ends. */
export const strikesBetweenS = { from: 2, to: 590 } as const;

/** Strikes at its moment, and watches the plate's truth from then on. */
export class Watch {
  struckAtTick: number | null = null;
  tripTick: number | null = null;
  plateMaxC = Number.NEGATIVE_INFINITY;
  plateMinC = Number.POSITIVE_INFINITY;
  trueCem43Min = 0;
  #lookedMs = 0;
  #ticks = 0;
  #startMs: number | null = null;
  struckMs = 0;
  tripMs = 0;
  readonly #strike: (companion: Companion, sinceMs: number) => void;
  readonly #state: SessionState;
  readonly #intoMs: number;

  /** @param strike called in every tick from the moment on, with the time since then */
  constructor(
    state: SessionState,
    intoMs: number,
    strike: (companion: Companion, sinceMs: number) => void,
  ) {
    this.#state = state;
    this.#intoMs = intoMs;
    this.#strike = strike;
  }

  look(companion: Companion): void {
    this.#ticks += 1;
    const { nowMs } = companion.treatment;
    if (companion.treatment.session.context.reachedSkin) {
      const { hottestC } = companion.board.simulation?.truth() ?? { hottestC: Number.NaN };
      this.trueCem43Min += cem43MinutesPerMinute(hottestC) * ((nowMs - this.#lookedMs) / 60_000);
    }
    this.#lookedMs = nowMs;
    if (companion.state === this.#state) this.#startMs ??= nowMs;
    const due = this.#startMs !== null && nowMs - this.#startMs >= this.#intoMs;
    if (this.struckAtTick === null && due) {
      this.struckAtTick = this.#ticks;
      this.struckMs = nowMs;
    }
    if (this.struckAtTick === null) return;
    this.#strike(companion, nowMs - this.struckMs);
    const truth = companion.board.simulation?.truth();
    if (truth !== undefined) {
      this.plateMaxC = Math.max(this.plateMaxC, truth.hottestC);
      this.plateMinC = Math.min(this.plateMinC, truth.coldestC);
    }
    if (this.tripTick === null && companion.state === 'faulted') {
      this.tripTick = this.#ticks;
      this.tripMs = nowMs;
    }
  }

  /** By ticks where the fault is the clock's own. */
  tripAfterS(byTicks: boolean): number | null {
    if (this.tripTick === null || this.struckAtTick === null) return null;
    if (byTicks) return ((this.tripTick - this.struckAtTick) * tickMs) / 1000;
    return (this.tripMs - this.struckMs) / 1000;
  }
}

/** All faults strike on the same few devices, and drawing one takes as long as a trial. */
const drawn = new Map<string, Rig>();

export function deviceOf({ rig: id, seed }: FaultTrial): Rig {
  const key = `${id} ${seed}`;
  const rig = drawn.get(key) ?? drawnRig(id, seed);
  drawn.set(key, rig);
  return rig;
}

/** @param prescription whose first cold and first hot phase last ten minutes */
export async function runFaultTrial(
  trial: FaultTrial,
  prescription: string | Prescription = defaultPresetId,
): Promise<FaultResult> {
  const { fault, moment, seed } = trial;
  const due = [...faultsOf(fault)];
  // What the bench is like has been so before anybody looked.
  const conditions = moment === 'self-test' ? due.filter(isCondition) : [];
  const treatment = await openVirtualTreatment({
    seed,
    rig: deviceOf(trial),
    prescription,
    conditions,
  });
  const random = new Random(seed).split(`${fault} ${moment}`);
  const { from, to } = strikesBetweenS;
  const intoS = moment === 'self-test' ? 0 : random.uniform(from, to);
  const watch = new Watch(stateAt[moment], intoS * 1000, ({ board }) => {
    for (const id of due.splice(0)) board.simulation?.injectFault(id);
  });
  const delivery = new TrueDelivery(deviceOf(trial).parameters);
  const summary = await treatment.run(automaticOperator(false, 'trial'), [], (companion) => {
    watch.look(companion);
    delivery.look(companion);
  });
  const result = {
    ...trial,
    outcome: summary.outcome,
    rule: summary.rule,
    tripAfterS: watch.tripAfterS(fault === 'clock-jump'),
    plateMaxC: watch.plateMaxC,
    plateMinC: watch.plateMinC,
    trueCem43Min: watch.trueCem43Min,
    undelivered: delivery.undelivered(treatment.companion.config.plan.phases),
  };
  return { ...result, objection: objectionTo(result) };
}

/** Pure: what is wrong with a result, in words. */
export function objectionTo(result: Omit<FaultResult, 'objection'>): string | null {
  const expected = faultExpectations[result.fault];
  if (expected === undefined) return 'nothing is written down of what must come of this fault';
  if (!Number.isFinite(result.plateMaxC)) return 'the fault never struck';
  const { minC, maxC } = truePlateBounds;
  const bounded = result.rig === 'reference' && expected.hardware === undefined;
  if (bounded && !(result.plateMaxC <= maxC && result.plateMinC >= minC)) {
    return `the true plate went to ${result.plateMinC.toFixed(1)} … ${result.plateMaxC.toFixed(1)} °C`;
  }
  if (bounded && !(result.trueCem43Min <= mostTrueCem43Min)) {
    return `the plate gave ${result.trueCem43Min.toFixed(1)} CEM43 min: more than ${mostTrueCem43Min}`;
  }
  if (result.outcome === 'completed') {
    if (expected.harmless === undefined) return 'no rule tripped';
    if (result.undelivered.length === 0 || expected.misses !== undefined) return null;
    return `it is called completed, and the true plate missed phase ${result.undelivered.join(', ')}`;
  }
  if (result.outcome !== 'faulted') {
    return expected.undelivered === undefined ? `it ended as ${result.outcome}` : null;
  }
  // The self-test finds causes by its own means, and any of them may come first.
  const named = result.moment === 'self-test' && result.rule === 'self-test';
  if (named || expected.rules.includes(result.rule ?? '')) return null;
  return `${result.rule ?? 'no rule'} tripped, which does not name this fault`;
}
