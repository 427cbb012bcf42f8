/** One event into the session, purely: the next settled snapshot, and what became of the event. */
import { initialTransition, transition } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import { ignored, stateOf } from './dispositions.ts';
import type { Disposition } from './dispositions.ts';
import type { SessionEvent } from './session-events.ts';
import { sessionMachine } from './session.ts';

export type SessionSnapshot = SnapshotFrom<typeof sessionMachine>;

/** A session at rest. A crashed or ended session is never restored: every start is this one (L7). */
export const freshSession = (): SessionSnapshot => initialTransition(sessionMachine)[0];

export interface Decision {
  readonly snapshot: SessionSnapshot;
  readonly disposition: Disposition;
}

/** Never throws for a known event: guards and actions of the session are total. */
export function decide(snapshot: SessionSnapshot, event: SessionEvent): Decision {
  if (!snapshot.can(event)) {
    const reason = ignored[stateOf(snapshot)][event.type];
    return { snapshot, disposition: reason === undefined ? 'refused' : 'ignored' };
  }
  return { snapshot: transition(sessionMachine, snapshot, event)[0], disposition: 'taken' };
}
