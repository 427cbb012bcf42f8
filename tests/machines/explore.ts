/** What the session is explored with, and all that it reaches so. */
import type { SessionSnapshot } from '../../machines/decide.ts';
import { lastPhaseOf } from '../../machines/session-events.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { skinAnswers } from '../../machines/skin-answers.ts';
import { sessionMachine } from '../../machines/session.ts';
import { explore } from '../paths/graph.ts';
import type { Graph } from '../paths/graph.ts';

/** Every event, with the payloads on both sides of each guard. */
export const sessionEvents = (rotations: number): SessionEvent[] => [
  ...[-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, rotations].map((count): SessionEvent => ({
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
  ...[
    Number.NaN,
    ...Array.from({ length: lastPhaseOf(rotations) + 1 }, (_, phase) => phase),
  ].flatMap((phase) =>
    [true, false].map((delivered): SessionEvent => ({ type: 'PHASE_ELAPSED', phase, delivered })),
  ),
  { type: 'HEAT_GIVEN' },
  { type: 'PAUSE' },
  { type: 'RESUME' },
  { type: 'PAUSE_EXPIRED' },
  { type: 'CHECK_DUE' },
  ...skinAnswers.map((answer): SessionEvent => ({ type: 'SKIN_ANSWERED', answer, findings: [] })),
  { type: 'CHECK_EXPIRED' },
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

export const exploreSession = (rotations: number): Graph<SessionSnapshot, SessionEvent> =>
  explore(sessionMachine, sessionEvents(rotations));
