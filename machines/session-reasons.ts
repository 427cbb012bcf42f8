/** Why a session ended, as its context keeps it. */
import type { Cause, Outcome, SessionEvent, Told } from './session-events.ts';

/** Why a session ends on an event, where the event itself carries no reason. */
const plainReason: Partial<Record<SessionEvent['type'], Told>> = {
  PAUSE_EXPIRED: { kind: 'pause-expired' },
  CHECK_EXPIRED: { kind: 'check-expired' },
  SKIN_ANSWERED: { kind: 'skin-wrong' },
  PHASE_ELAPSED: { kind: 'all-delivered' },
  SCREENED: { kind: 'contraindicated' },
};

/** What a person said in their own words is told as they said it. */
export const toldOf = (cause: Cause): Told =>
  typeof cause === 'string' ? { kind: 'told', text: cause } : cause;

export function reasonOf(event: SessionEvent, outcome: Outcome): Told {
  if (outcome === 'undelivered') return { kind: 'not-all-delivered' };
  if (event.type === 'STOP') return { kind: 'stopped-by', by: event.by };
  if (event.type === 'END_EARLY')
    return event.reason ?? { kind: 'ended-by', by: event.by ?? 'the operator' };
  if (event.type === 'LINK_LOST') return { kind: 'link-was-lost', cause: toldOf(event.reason) };
  if (event.type === 'SELF_TEST_FAILED')
    return { kind: 'self-test-failed', cause: toldOf(event.reason) };
  if ('reason' in event) return toldOf(event.reason);
  return plainReason[event.type] ?? { kind: 'told', text: event.type };
}

export const ruleOf = (event: SessionEvent): string | null => {
  if (event.type === 'TRIP') return event.rule;
  if (event.type === 'LINK_LOST') return 'link-lost';
  return event.type === 'SELF_TEST_FAILED' ? 'self-test' : null;
};
