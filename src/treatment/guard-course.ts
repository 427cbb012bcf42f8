/** What a tick wants of the guard on the board, and which of its trips are no news. Pure. */
import type { GuardWish } from '../../hardware/guard/guard-link.ts';
import { isOnHold, stateOf } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { Readings } from '../safety/readings.ts';
import { excusedIn } from '../safety/self-test.ts';
import type { TickInput, TreatmentState } from './state.ts';

/** Between the start of the self-test and the end of the last phase, a pause included: so a pause is counted too. */
const underWay = new Set<SessionState>([
  'selfTest',
  'preparing',
  'awaitingContact',
  'treating.cold',
  'treating.hot',
  'paused',
  'checking',
]);

/** A later tick than this renews nothing: the board is to drop the power on its own (law L5). */
const latestRenewalMs = 250;
/** The board answers within a few milliseconds. */
const clearingAllowedMs = 1000;

/** Nothing is written to the power pins of a guarded board before it is armed. */
export const guardAllows = ({ guardRearming }: TreatmentState, { guard }: Readings): boolean =>
  guard === null || (guard.state === 'armed' && guardRearming === null);

/**
 * At the first contact the board is armed anew, for a moment without power: so that its own clocks of one direction and
 * of the session begin with the treatment, as ours do, and the wait before it cannot make them end it (law L6).
 */
export function rearmingAfter(
  before: TreatmentState,
  decided: TreatmentState,
  { guard }: Readings,
): TreatmentState['guardRearming'] {
  const session = stateOf(decided.session);
  if (guard === null || !underWay.has(session)) return null;
  if (stateOf(before.session) === 'awaitingContact' && session === 'treating.cold') return 'disarm';
  const { guardRearming } = decided;
  if (guardRearming === 'disarm' && guard.state === 'idle') return 'arm';
  return guardRearming === 'arm' && guard.state === 'armed' ? null : guardRearming;
}

/** The reason for which the guard may be tripped now without being a fault. */
export function excusedGuardReason(state: TreatmentState, { guard }: Readings): string | null {
  if (state.guardClearingSinceMs !== null) return guard?.reason ?? null;
  return stateOf(state.session) === 'selfTest' ? excusedIn(state.selfTest) : null;
}

/**
 * The same for the rules. At rest the board may remember a press of the stop button: the next deliberate start answers
 * for it, in its self-test.
 */
export function excusedForRules(state: TreatmentState, readings: Readings): string | null {
  const session = stateOf(state.session);
  const atRest = permissionOf(state.session) === 'none' && !isOnHold(session);
  return excusedGuardReason(state, readings) ?? (atRest ? 'stop-pressed' : null);
}

/** Clearing ends when the board is no longer tripped, or has had its time: then the trip is a fault again. */
export function clearingSince(
  sinceMs: number | null,
  { guard }: Readings,
  nowMs: number,
): number | null {
  if (sinceMs === null || guard?.state !== 'tripped') return null;
  return nowMs - sinceMs < clearingAllowedMs ? sinceMs : null;
}

/** Leaving the self-test between the provoked trip and its clearing leaves a trip behind that is no fault. */
export function clearingAfter(
  before: TreatmentState,
  decided: TreatmentState,
): TreatmentState['guardClearingSinceMs'] {
  const left = stateOf(before.session) === 'selfTest' && stateOf(decided.session) !== 'selfTest';
  const provoked = excusedIn(decided.selfTest) === 'lease-lost';
  return left && provoked ? decided.nowMs : decided.guardClearingSinceMs;
}

/** Sent at the end of the tick, after its writes. After a trip only the self-test arms again (law L7). */
export function guardWish(
  state: TreatmentState,
  { readings, lateMs }: Pick<TickInput, 'readings' | 'lateMs'>,
): GuardWish {
  const { guard } = readings;
  if (guard === null) return 'rest';
  if (guard.state === 'tripped') {
    return guard.reason === excusedGuardReason(state, readings) ? clearIfWished(state) : 'rest';
  }
  const session = stateOf(state.session);
  if (!underWay.has(session)) return guard.state === 'armed' ? 'disarm' : 'rest';
  const { stage } = state.selfTest;
  if (session === 'selfTest' && stage === 'lease') return 'rest';
  if (state.guardRearming !== null) return state.guardRearming;
  if (guard.state === 'armed') return lateMs < latestRenewalMs ? 'renew' : 'rest';
  const mayArm = session === 'selfTest' && (stage === 'rest' || stage === 'rearm');
  return mayArm ? 'arm' : 'rest';
}

/** In the stage that provokes the trip it stays until its proof is judged. */
const clearIfWished = ({ session, selfTest }: TreatmentState): GuardWish =>
  stateOf(session) === 'selfTest' && selfTest.stage === 'lease' ? 'rest' : 'clear';
