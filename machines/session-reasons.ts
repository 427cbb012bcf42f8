/** Why a session ended, as its context keeps it. */
import type { Outcome, SessionEvent } from './session-events.ts';

/** Why a session ends on an event, where the event itself carries no reason. */
const plainReason: Partial<Record<SessionEvent['type'], string>> = {
  PAUSE_EXPIRED: 'the pause lasted too long',
  CHECK_EXPIRED: 'nobody could say in time that the skin is fine',
  SKIN_ANSWERED: 'something is wrong with the skin',
  PHASE_ELAPSED: 'the whole prescription was delivered',
  SCREENED: 'the screening found a contraindication',
};

export function reasonOf(event: SessionEvent, outcome: Outcome): string {
  if (outcome === 'undelivered') return 'it ran to its end, and not every phase was delivered';
  if (event.type === 'STOP') return `stopped by ${event.by}`;
  if (event.type === 'END_EARLY') return `ended early by ${event.by ?? 'the operator'}`;
  if (event.type === 'LINK_LOST') return `the link to the board was lost: ${event.reason}`;
  if (event.type === 'SELF_TEST_FAILED') return `the self-test failed: ${event.reason}`;
  return 'reason' in event ? event.reason : (plainReason[event.type] ?? event.type);
}

export const ruleOf = (event: SessionEvent): string | null => {
  if (event.type === 'TRIP') return event.rule;
  if (event.type === 'LINK_LOST') return 'link-lost';
  return event.type === 'SELF_TEST_FAILED' ? 'self-test' : null;
};
