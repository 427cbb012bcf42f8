/**
 * What time and temperature bring about: the events that a state waits for, each from a proof that has held
 * long enough. Every wait has an end (Prusa firmware once heated for seven hours, waiting for a user).
 */
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { lastPhaseOf } from '../../machines/session-events.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { settableBounds, warmerThanSkinC } from '../limits/envelope.ts';
import { bandC } from '../limits/owed.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import { isValid, plateSpan } from '../safety/readings.ts';
import { colderWhileReadyC } from '../safety/rest.ts';
import type { AskedOfPlate } from '../safety/rest.ts';
import type { Readings } from '../safety/readings.ts';
import { isPhaseDelivered } from './delivery.ts';
import { phaseNow } from './phase-now.ts';
import { isCheckDue, isCheckExpired } from './skin-check.ts';
import type { TreatmentConfig, TreatmentState } from './state.ts';
import type { Fact } from '../words/facts.ts';
import { tripOfCompanion } from './trips.ts';
import type { Trip } from './trips.ts';

/** The plate counts as ready this close to the setpoint, held this long. */
export const readyWithinC = bandC;
const readyOtherWithinC = 1.5;
const readyHoldMs = 3000;
const preparingAllowedMs = 10 * 60_000;
export const contactAllowedMs = 10 * 60_000;
/** A pause is for a moment's discomfort; longer, and the treatment ends as the law L2 says. */
export const pauseAllowedMs = 5 * 60_000;
/** Cold pain begins at 15 °C (Geng 2006); 41 °C is the older limit of IEC 60601-1 for parts touched at length. */
export const safeToTouchC = { min: 15, max: 41 } as const;
const settledHoldMs = 1000;
const settlingAllowedMs = 30 * 60_000;

export function isSafeToTouch(readings: Readings, nowMs: number): boolean {
  const { hottestC, coldestC } = plateSpan(readings, nowMs);
  return coldestC >= safeToTouchC.min && hottestC <= safeToTouchC.max;
}

const alikeWithinC = 2;

/** In a cold room no plate warms to what is safe to touch at length: it has settled where nothing is left to warm it. */
function isAsColdAsItsRoom(readings: Readings, nowMs: number): boolean {
  const { heatsink } = readings;
  return (
    heatsink.celsius < safeToTouchC.min &&
    isAsCold(readings, nowMs) &&
    plateSpan(readings, nowMs).hottestC <= safeToTouchC.max
  );
}

/** As its heatsink: no drive makes it so. */
function isAsCold(readings: Readings, nowMs: number): boolean {
  const { heatsink } = readings;
  const { coldestC } = plateSpan(readings, nowMs);
  return isValid(heatsink, nowMs) && coldestC >= heatsink.celsius - alikeWithinC;
}

/** Whether what the state waits for is proven at this moment. */
export function isProven(
  state: SessionState,
  plan: TreatmentPlan,
  readings: Readings,
  nowMs: number,
): boolean {
  if (state === 'settling')
    return isSafeToTouch(readings, nowMs) || isAsColdAsItsRoom(readings, nowMs);
  // Any reading counts: heat that was given owes a cold finish, and what was only less cold owes none (L2).
  if (state === 'treating.hot') return plateSpan(readings, nowMs).hottestC > warmerThanSkinC;
  if (state !== 'preparing') return false;
  const targetC = firstSetpointC(plan);
  const { hottestC, coldestC } = plateSpan(readings, nowMs);
  // Nothing may warm a plate that is as cold as its room, and a little colder than what is prescribed.
  const colderByC = isAsCold(readings, nowMs) ? colderWhileReadyC : readyWithinC;
  // The colder reading is the one that is controlled; the other may differ by what two sensors may.
  return (
    coldestC >= targetC - colderByC &&
    coldestC <= targetC + readyWithinC &&
    hottestC - targetC <= readyOtherWithinC
  );
}

/** The cold that a treatment begins with, °C. */
/** What the self-test must know of the prescription. */
export const askedOfPlate = ({ plan, gate }: TreatmentConfig): AskedOfPlate => ({
  firstC: firstSetpointC(plan),
  coldestC: gate.coldestSetpointC,
  hottestC: gate.hottestSetpointC,
});

export const firstSetpointC = ({ phases }: TreatmentPlan): number =>
  phases[0]?.setpointC ?? Number.NaN;

export const sessionAllowedMs = settableBounds.sessionMinutes.max * 60_000;

const forTime: Fact = { kind: 'ended-for-time' };
const noReason: Fact = { kind: 'no-reason' };

/**
 * Pauses count. Where the rest of a session would pass the longest that is allowed, it ends while the cold finish that
 * heat owes still fits (L2): the trip at the limit could give none.
 */
function isTimeForFinalCold({ session, clocks }: TreatmentState, plan: TreatmentPlan): boolean {
  const { phase, ending, rotations } = session.context;
  if (ending || phase >= lastPhaseOf(rotations)) return false;
  const finalMs = plan.phases.at(-1)?.dwellMs ?? 0;
  return clocks.sessionMs + finalMs > sessionAllowedMs;
}

/** Whether what is left of the cold finish still fits into the longest session that is allowed. */
function finalColdFits({ session, clocks }: TreatmentState, plan: TreatmentPlan): boolean {
  const { phase, phaseOver, ending, endsAfterCheck, rotations } = session.context;
  const isLast = ending || endsAfterCheck || phase >= lastPhaseOf(rotations);
  const isFinal = !phaseOver && phase % 2 === 1 && isLast;
  const finalMs = plan.phases.at(-1)?.dwellMs ?? Number.POSITIVE_INFINITY;
  const leftMs = isFinal ? finalMs - clocks.phaseMs : finalMs;
  return clocks.sessionMs + leftMs <= sessionAllowedMs;
}

/** The event, or the trip, that is due, if any. */
export function dueEvent(
  treatment: TreatmentState,
  { plan, checksTwiceAsOften, heatCountsMs: neededMs }: TreatmentConfig,
): SessionEvent | Trip | null {
  const { session, clocks } = treatment;
  const state = stateOf(session);
  switch (state) {
    case 'selfTest':
      if (treatment.selfTest.stage === 'passed') return { type: 'SELF_TEST_PASSED' };
      if (treatment.selfTest.stage === 'refused') {
        return {
          type: 'CANCEL',
          reason: { kind: 'not-started', cause: treatment.selfTest.reason ?? noReason },
        };
      }
      if (treatment.selfTest.stage !== 'failed') return null;
      return tripOfCompanion('self-test', treatment.selfTest.reason ?? noReason);
    case 'preparing':
      if (clocks.provenMs >= readyHoldMs) return { type: 'PLATE_READY' };
      if (clocks.stateMs < preparingAllowedMs) return null;
      return roomHasCooled(treatment, plan) ?? preparingOverdue(treatment, plan);
    case 'awaitingContact':
      if (clocks.stateMs < contactAllowedMs) return null;
      return {
        type: 'CANCEL',
        reason: { kind: 'nobody-confirmed', forMin: contactAllowedMs / 60_000 },
      };
    case 'treating.cold':
    case 'treating.hot':
      if (session.context.coldFinish !== 'owed' && clocks.provenMs > neededMs)
        return { type: 'HEAT_GIVEN' };
      if (isTimeForFinalCold(treatment, plan)) return { type: 'END_EARLY', reason: forTime };
      if (clocks.phaseMs < phaseNow(plan, session.context).dwellMs) {
        return isCheckDue(treatment, plan, checksTwiceAsOften) ? { type: 'CHECK_DUE' } : null;
      }
      return {
        type: 'PHASE_ELAPSED',
        phase: session.context.phase,
        delivered: isPhaseDelivered(treatment, plan),
      };
    case 'paused':
      // The cold finish would begin by itself, and nobody may be there: it ends like every pause that nobody ended (L2).
      return clocks.stateMs >= pauseAllowedMs || isTimeForFinalCold(treatment, plan)
        ? { type: 'PAUSE_EXPIRED' }
        : null;
    case 'checking':
      return isCheckExpired(treatment, finalColdFits(treatment, plan))
        ? { type: 'CHECK_EXPIRED' }
        : null;
    case 'settling':
      if (clocks.provenMs >= settledHoldMs) return { type: 'SETTLED' };
      if (clocks.stateMs < settlingAllowedMs) return null;
      return tripOfCompanion('not-settling', {
        kind: 'plate-not-settling',
        ...spanOf(treatment),
        leastC: safeToTouchC.min,
        mostC: safeToTouchC.max,
        forMin: settlingAllowedMs / 60_000,
      });
    case 'idle':
    case 'screening':
    case 'declined':
    case 'ended':
    case 'faulted':
      return null;
  }
}

/** Nothing may warm a plate before the first cold (L1), and nothing is broken where its room has got colder than that. */
function roomHasCooled({ readings, nowMs }: TreatmentState, plan: TreatmentPlan) {
  if (readings === null || !isAsCold(readings, nowMs)) return null;
  const { hottestC, coldestC } = plateSpan(readings, nowMs);
  const targetC = firstSetpointC(plan);
  if (!(hottestC < targetC + readyWithinC && coldestC < targetC - readyWithinC)) return null;
  const cause = { kind: 'plate-below-cold', value: coldestC, unit: '°C', limit: targetC } as const;
  return { type: 'CANCEL', reason: { kind: 'not-started', cause } } as const;
}

function preparingOverdue(treatment: TreatmentState, plan: TreatmentPlan): Trip {
  return tripOfCompanion('preparing-overdue', {
    kind: 'plate-not-ready',
    ...spanOf(treatment),
    targetC: firstSetpointC(plan),
    withinK: readyWithinC,
    forMin: preparingAllowedMs / 60_000,
  });
}

const spanOf = ({ readings, nowMs }: TreatmentState) =>
  readings === null ? { hottestC: Number.NaN, coldestC: Number.NaN } : plateSpan(readings, nowMs);
