/**
 * After every phase the person says that they feel the plate and that the skin looks normal. An answer that does not
 * come within a minute pauses the treatment: burns under heat wraps happen to people who sleep or cannot feel (H21, H22).
 */
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionContext, SessionEvent } from '../../machines/session-events.ts';
import type { Entry, TreatmentState } from './state.ts';

export const skinCheckAllowedMs = 60_000;

const isTreating = (treatment: TreatmentState): boolean =>
  stateOf(treatment.session).startsWith('treating');

/** The event that an unanswered check brings about, if any. */
export function attentionEvent(treatment: TreatmentState): SessionEvent | null {
  const { skinCheckSinceMs, nowMs } = treatment;
  if (skinCheckSinceMs === null || !isTreating(treatment)) return null;
  return nowMs - skinCheckSinceMs < skinCheckAllowedMs ? null : { type: 'ATTENTION_LOST' };
}

/** The check after an answer, if there was one and it was asked for. */
export function answered(
  treatment: TreatmentState,
  who: string | null,
  entries: Entry[],
): TreatmentState {
  if (who === null || treatment.skinCheckSinceMs === null) return treatment;
  entries.push({
    type: 'note',
    fields: { by: who, text: 'skin check: felt, and the skin looks normal' },
  });
  return { ...treatment, skinCheckSinceMs: null };
}

/**
 * Asks once more in the middle of each phase, where the screening found a reason to look twice as often.
 * @param beforeMs the phase clock one tick earlier
 */
export function askedHalfway(
  treatment: TreatmentState,
  beforeMs: number,
  dwellMs: number,
): number | null {
  const { skinCheckSinceMs, clocks, session, person, nowMs } = treatment;
  if (skinCheckSinceMs !== null || !person || !isTreating(treatment)) return skinCheckSinceMs;
  const halfMs = dwellMs / 2;
  const halfway = beforeMs < halfMs && clocks.phaseMs >= halfMs;
  return halfway && !session.context.ending ? nowMs : null;
}

/** Asks when a phase has followed another; asks again, with the time from the start, after a pause. */
export function askedAfter(
  before: SessionContext,
  treatment: TreatmentState,
  event: SessionEvent,
): number | null {
  const { session, skinCheckSinceMs, nowMs, person } = treatment;
  // A check outlives a pause, and nothing else.
  if (stateOf(session) === 'paused') return skinCheckSinceMs;
  if (!person || !isTreating(treatment)) return null;
  // The cold finish that ending early owes is given in any case (L2): a check could only put it off for ever.
  if (session.context.ending) return null;
  const nextPhase = before.phase > 0 && session.context.phase > before.phase;
  if (nextPhase) return nowMs;
  return event.type === 'RESUME' && skinCheckSinceMs !== null ? nowMs : skinCheckSinceMs;
}
