/** The only importer of `xstate/graph`: every reachable snapshot of the session, by its pure transition function. */
import { getAdjacencyMap } from 'xstate/graph';
import type { SessionSnapshot } from '../../machines/decide.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { sessionMachine } from '../../machines/session.ts';

/** Every event, with the payloads on both sides of each guard. */
export const sessionEvents = (rotations: number): SessionEvent[] => [
  ...[0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, rotations].map((count): SessionEvent => ({
    type: 'PRESCRIBE',
    rotations: count,
  })),
  { type: 'SCREENED', result: 'clear' },
  { type: 'SCREENED', result: 'clear', clinician: ' ' },
  { type: 'SCREENED', result: 'clear', clinician: 'Dr. Roe' },
  { type: 'SCREENED', result: 'noPatient' },
  { type: 'SCREENED', result: 'needsClinician' },
  { type: 'SCREENED', result: 'contraindicated' },
  { type: 'SELF_TEST_PASSED' },
  { type: 'SELF_TEST_FAILED', reason: 'sensor' },
  { type: 'PLATE_READY' },
  { type: 'CONTACT_CONFIRMED' },
  { type: 'CANCEL', reason: 'cancelled' },
  ...[Number.NaN, 0, 1, 2, 3, 4, 5].map((phase): SessionEvent => ({
    type: 'PHASE_ELAPSED',
    phase,
  })),
  { type: 'PAUSE' },
  { type: 'RESUME' },
  { type: 'PAUSE_EXPIRED' },
  { type: 'ATTENTION_LOST' },
  { type: 'END_EARLY' },
  { type: 'SETTLED' },
  { type: 'ACKNOWLEDGE' },
  { type: 'STOP', by: 'operator' },
  { type: 'TRIP', rule: 'plate-hot', reason: 'hot' },
  { type: 'LINK_LOST', reason: 'cable' },
  { type: 'RESET', person: '', causeGone: true },
  { type: 'RESET', person: 'A. Smith', causeGone: false },
  { type: 'RESET', person: 'A. Smith', causeGone: true },
];

export interface Explored {
  readonly snapshots: readonly SessionSnapshot[];
  readonly events: readonly SessionEvent[];
  readonly transitions: number;
}

export function exploreSession(rotations: number): Explored {
  const events = sessionEvents(rotations);
  const map = getAdjacencyMap(sessionMachine, {
    events,
    limit: 20_000,
    filterEvents: (snapshot, event) => snapshot.can(event),
  });
  const vertices = Object.values(map);
  for (const { state } of vertices) {
    if (state.status === 'error') throw state.error;
  }
  return {
    snapshots: vertices.map(({ state }) => state as SessionSnapshot),
    events,
    transitions: vertices.reduce(
      (sum, { transitions }) => sum + Object.keys(transitions).length,
      0,
    ),
  };
}
