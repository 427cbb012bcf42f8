/**
 * What of the prescription was given: for how long the plate was at each phase's setpoint, by its own readings (L13). A
 * moment counts where both plate readings are valid and in the band, smoothed; a pause, and a plate that a lifted limb
 * throws out of its band, do not. Pure.
 */
import { stateOf } from '../../machines/dispositions.ts';
import { bandC, owedAfterPausesMs, rampMsOf } from '../limits/owed.ts';
import type { TreatmentPhase, TreatmentPlan } from '../limits/plan.ts';
import { isValid } from '../safety/readings.ts';
import type { Readings } from '../safety/readings.ts';
import { phaseNow } from './phase-now.ts';
import type { TreatmentState } from './state.ts';

/** The beads see the plate through noise; two seconds of it are quiet, and nothing on a plate is quicker. */
const smoothingMs = 2000;
/** The reading that counts is in the band; the other may differ by what two healthy sensors may. */
const otherWithinC = 1.5;
/** A longer gap between two ticks proves nothing about what was between. */
const longestTickMs = 250;

/** Of one phase. */
interface Given {
  readonly inBandMs: number;
  /** The ways back to the setpoint after pauses, as the ramp makes them: the person did without them. */
  readonly waysBackMs: number;
}

export interface Delivery extends Given {
  /** The phase that is counted, from 1; 0 before the first. */
  readonly phase: number;
  /** Of the phases before it, in order. */
  readonly past: readonly Given[];
  readonly paused: boolean;
  /** Smoothed readings; NaN while one is not valid. */
  readonly plateAC: number;
  readonly plateBC: number;
}

type Counted = Pick<TreatmentState, 'session' | 'delivery'>;

export const noDelivery: Delivery = Object.freeze({
  phase: 0,
  past: [],
  paused: false,
  inBandMs: 0,
  waysBackMs: 0,
  plateAC: Number.NaN,
  plateBC: Number.NaN,
});

/** After the interval that has just passed, in the state that it began with. */
export function deliveryAfter(
  { session, delivery }: Counted,
  readings: Readings,
  nowMs: number,
  dtMs: number,
  plan: TreatmentPlan,
): Delivery {
  const { phase } = session.context;
  if (phase === 0) return noDelivery;
  const state = stateOf(session);
  const before = phase === delivery.phase ? delivery : nextPhase(delivery, phase);
  const plateAC = smoothed(before.plateAC, readings, 'plateA', nowMs, dtMs);
  const plateBC = smoothed(before.plateBC, readings, 'plateB', nowMs, dtMs);
  const treating = state === 'treating.cold' || state === 'treating.hot';
  const now = phaseNow(plan, session.context);
  const counts = treating && dtMs <= longestTickMs && isInBand(now, plateAC, plateBC);
  const back = treating && before.paused ? wayBackMs(before, now, plan) : 0;
  return {
    phase,
    past: before.past,
    paused: state === 'paused' || (before.paused && !treating),
    inBandMs: counts ? before.inBandMs + dtMs : before.inBandMs,
    waysBackMs: before.waysBackMs + back,
    plateAC,
    plateBC,
  };
}

/** A phase that had not come to its setpoint before the pause is still on the ramp that it was allowed. */
function wayBackMs(
  { inBandMs, plateAC, plateBC }: Delivery,
  { setpointC }: TreatmentPhase,
  { rampCPerS }: TreatmentPlan,
): number {
  if (inBandMs === 0) return 0;
  const way = rampMsOf(setpointC - (plateAC + plateBC) / 2, rampCPerS);
  return Number.isFinite(way) ? way : 0;
}

const nextPhase = (before: Delivery, phase: number): Delivery => ({
  ...before,
  phase,
  past:
    before.phase === 0
      ? []
      : [...before.past, { inBandMs: before.inBandMs, waysBackMs: before.waysBackMs }],
  paused: false,
  inBandMs: 0,
  waysBackMs: 0,
});

function smoothed(
  beforeC: number,
  readings: Readings,
  channel: 'plateA' | 'plateB',
  nowMs: number,
  dtMs: number,
): number {
  const reading = readings[channel];
  if (!isValid(reading, nowMs)) return Number.NaN;
  if (!Number.isFinite(beforeC)) return reading.celsius;
  return beforeC + (reading.celsius - beforeC) * (dtMs / (smoothingMs + dtMs));
}

/** By the smoothed readings; false while one is not valid. */
export const isAtSetpoint = ({ session, delivery }: Counted, plan: TreatmentPlan): boolean =>
  isInBand(phaseNow(plan, session.context), delivery.plateAC, delivery.plateBC);

/** The more dangerous reading is the one that counts: the hotter in heat, the colder in cold. */
function isInBand({ kind, setpointC }: TreatmentPhase, aC: number, bC: number): boolean {
  const [countsC, otherC] =
    kind === 'hot' ? [Math.max(aC, bC), Math.min(aC, bC)] : [Math.min(aC, bC), Math.max(aC, bC)];
  return Math.abs(countsC - setpointC) <= bandC && Math.abs(otherC - setpointC) <= otherWithinC;
}

/** Of one phase that has begun. */
export interface PhaseDelivered {
  /** From 1. */
  readonly phase: number;
  readonly kind: 'cold' | 'hot';
  readonly setpointC: number;
  readonly owedMin: number;
  /** Less than what is owed by the ways back after pauses is delivered, and is said. */
  readonly inBandMin: number;
  readonly delivered: boolean;
}

const isDelivered = ({ inBandMs, waysBackMs }: Given, { owedMs }: TreatmentPhase): boolean =>
  inBandMs >= owedAfterPausesMs(owedMs, waysBackMs);

export function isPhaseDelivered({ session, delivery }: Counted, plan: TreatmentPlan): boolean {
  const { context } = session;
  return delivery.phase === context.phase && isDelivered(delivery, phaseNow(plan, context));
}

/** Every phase that has begun, in order. */
export function phasesDelivered(
  { session, delivery }: Counted,
  plan: TreatmentPlan,
): PhaseDelivered[] {
  return [...delivery.past, delivery].slice(0, delivery.phase).flatMap((given, index) => {
    const number = index + 1;
    const phase =
      number === session.context.phase ? phaseNow(plan, session.context) : plan.phases[index];
    if (phase === undefined) return [];
    return [
      {
        phase: number,
        kind: phase.kind,
        setpointC: phase.setpointC,
        owedMin: minutesOf(phase.owedMs),
        inBandMin: minutesOf(given.inBandMs),
        delivered: isDelivered(given, phase),
      },
    ];
  });
}

/** To the second: no more is meant. */
const minutesOf = (ms: number): number => Math.round((ms / 60_000) * 1000) / 1000;
