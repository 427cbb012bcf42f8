/** What can happen to a session. Times and temperatures are judged elsewhere and arrive as events. */
import type { SkinAnswer, SkinFinding } from './skin-answers.ts';

export type ScreeningResult = 'clear' | 'noPatient' | 'needsClinician' | 'contraindicated';

/** What was found, as data that the session carries and never reads: its kind, and numbers by name. */
export interface Told {
  readonly kind: string;
  readonly [name: string]: unknown;
}
/** What was found, or what a person said in words of their own. */
export type Cause = Told | string;

export type SessionEvent =
  /** A validated prescription is in force. `rotations` cold–hot pairs precede the final cold. */
  | { readonly type: 'PRESCRIBE'; readonly rotations: number }
  /** `clinician` names who decided, where the screening needed a clinician. */
  | { readonly type: 'SCREENED'; readonly result: ScreeningResult; readonly clinician?: string }
  | { readonly type: 'SELF_TEST_PASSED' }
  | { readonly type: 'SELF_TEST_FAILED'; readonly reason: Cause }
  /** The plate is at the first cold setpoint. */
  | { readonly type: 'PLATE_READY' }
  | { readonly type: 'CONTACT_CONFIRMED' }
  /** Called off before the plate was on the skin. */
  | { readonly type: 'CANCEL'; readonly reason: Cause }
  /**
   * Carries the phase it ends, so that a late duplicate cannot end the next one, and whether that phase was delivered, by
   * what was measured (L13).
   */
  | { readonly type: 'PHASE_ELAPSED'; readonly phase: number; readonly delivered: boolean }
  /** The plate was warmer than skin at rest for long enough in a hot phase: from here on a cold finish is owed (L2). */
  | { readonly type: 'HEAT_GIVEN' }
  | { readonly type: 'PAUSE' }
  | { readonly type: 'RESUME' }
  | { readonly type: 'PAUSE_EXPIRED' }
  /** The skin is to be looked at within a phase: it is time, or a question that was asked in passing had no answer. */
  | { readonly type: 'CHECK_DUE' }
  /** Somebody has looked at the skin and asked the person. `findings` says what is wrong, where something is. */
  | {
      readonly type: 'SKIN_ANSWERED';
      readonly answer: SkinAnswer;
      readonly findings: readonly SkinFinding[];
    }
  /** Nobody answered for the skin, or no answer let the treatment go on. */
  | { readonly type: 'CHECK_EXPIRED' }
  /** `by`: where it is not the operator's wish; `reason`: where it is nobody's. */
  | { readonly type: 'END_EARLY'; readonly by?: string; readonly reason?: Told }
  /** The plate is proven to be in the safe-to-touch band. */
  | { readonly type: 'SETTLED' }
  | { readonly type: 'ACKNOWLEDGE' }
  | { readonly type: 'STOP'; readonly by: string }
  | { readonly type: 'TRIP'; readonly rule: string; readonly reason: Cause }
  | { readonly type: 'LINK_LOST'; readonly reason: Cause }
  /** Clears the latch: only with the cause gone and a person named (L7). */
  | { readonly type: 'RESET'; readonly person: string; readonly causeGone: boolean };

export type SessionEventType = SessionEvent['type'];

export const sessionEventTypes = [
  'PRESCRIBE',
  'SCREENED',
  'SELF_TEST_PASSED',
  'SELF_TEST_FAILED',
  'PLATE_READY',
  'CONTACT_CONFIRMED',
  'CANCEL',
  'PHASE_ELAPSED',
  'HEAT_GIVEN',
  'PAUSE',
  'RESUME',
  'PAUSE_EXPIRED',
  'CHECK_DUE',
  'SKIN_ANSWERED',
  'CHECK_EXPIRED',
  'END_EARLY',
  'SETTLED',
  'ACKNOWLEDGE',
  'STOP',
  'TRIP',
  'LINK_LOST',
  'RESET',
] as const satisfies readonly SessionEventType[];

/** What somebody may wish for; all other events are the companion's own findings, and nobody can send them for it. */
export const wishTypes: ReadonlySet<SessionEventType> = new Set([
  'PRESCRIBE',
  'SCREENED',
  'CONTACT_CONFIRMED',
  'CANCEL',
  'PAUSE',
  'RESUME',
  'SKIN_ANSWERED',
  'END_EARLY',
  'STOP',
  'ACKNOWLEDGE',
  'RESET',
]);

/** `undelivered`: it ran to its end, and not every phase was delivered. */
export type Outcome =
  | 'completed'
  | 'undelivered'
  | 'ended early'
  | 'stopped'
  | 'faulted'
  | 'declined';

/**
 * What heat owes (L2): none before any; owed from where the plate was warm, or a whole hot phase is over; delivered by
 * a whole cold phase that was measured, until there is heat again. Cold on cold that nothing has warmed is never owed.
 */
export type ColdFinish = 'none' | 'owed' | 'delivered';

/** What decides transitions, and nothing else. */
export interface SessionContext {
  readonly rotations: number;
  /** Somebody is on the plate, whose skin is looked at; on the bench nobody is. */
  readonly person: boolean;
  /** 0 before the treatment; then from 1. Odd phases are cold, even ones hot. */
  readonly phase: number;
  /** The present phase has ended, and the next waits for the skin check between them. */
  readonly phaseOver: boolean;
  /** Somebody has paused: a look at the skin may come between, and only RESUME goes on. */
  readonly resumeAwaited: boolean;
  /** Somebody ended early in a skin check: the cold finish that is owed waits for skin that is fine (L2). */
  readonly endsAfterCheck: boolean;
  /** The plate has been on the skin in this session. */
  readonly reachedSkin: boolean;
  readonly coldFinish: ColdFinish;
  /** The present or next cold phase is the last, because somebody ended early. */
  readonly ending: boolean;
  /** A phase has ended that was not delivered. */
  readonly missed: boolean;
  /** A pause that nobody ended, or a skin check that nobody answered, has ended the treatment. */
  readonly unattended: boolean;
  readonly awaitingClinician: boolean;
  readonly outcome: Outcome | null;
  /** Why the session ended or is ending: what was found, or what a person said. */
  readonly reason: Told | null;
  /** The rule that tripped. */
  readonly rule: string | null;
}

/**
 * The largest number of rotations: a bound on the machine itself, and with it on every prescription (`envelope.ts` says
 * why). None: a cold finish alone.
 */
export const maxRotations = 14;

/** The planned end was reached, whatever was delivered on the way. */
export const ranToItsEnd = ({ outcome }: Pick<SessionContext, 'outcome'>): boolean =>
  outcome === 'completed' || outcome === 'undelivered';

/** The final cold phase is the odd one after all rotations. */
export const lastPhaseOf = (rotations: number): number => 2 * rotations + 1;

/** Whatever was sent: a guard that throws would end the tick. */
export const isNamed = (person: unknown): boolean =>
  typeof person === 'string' && person.trim() !== '';
