/**
 * What becomes of an event: taken, ignored or refused. An event that has no transition in a state is
 * either listed here as ignored, with its reason, or it is refused and the record says so. It is never
 * dropped in silence.
 */
import type { SessionEventType } from './session-events.ts';

export type SessionState =
  | 'idle'
  | 'screening'
  | 'declined'
  | 'selfTest'
  | 'preparing'
  | 'awaitingContact'
  | 'treating.cold'
  | 'treating.hot'
  | 'paused'
  | 'checking'
  | 'settling'
  | 'ended'
  | 'faulted';

const alreadyOff = 'nothing is driven in this state, and what happened already stands';
const lateDuplicate = 'a late or repeated report of something that is already over';
const noted = 'it changes nothing of what is driven, and is noted beside the session';
const clockFrozen = 'the phase clock is frozen while nothing is driven';
const alreadyFinal = 'the final cold phase is already running, and STOP is there for less';

/** Events that may arrive in a state, change nothing, and are no mistake of the sender. */
export const ignored: Readonly<
  Record<SessionState, Readonly<Partial<Record<SessionEventType, string>>>>
> = {
  idle: { SETTLED: lateDuplicate },
  screening: {},
  declined: { STOP: alreadyOff },
  selfTest: {},
  preparing: { SELF_TEST_PASSED: lateDuplicate },
  awaitingContact: { PLATE_READY: lateDuplicate },
  'treating.cold': {
    CONTACT_CONFIRMED: lateDuplicate,
    PHASE_ELAPSED: lateDuplicate,
    END_EARLY: alreadyFinal,
    SKIN_ANSWERED: noted,
  },
  'treating.hot': {
    PHASE_ELAPSED: lateDuplicate,
    HEAT_GIVEN: lateDuplicate,
    SKIN_ANSWERED: noted,
  },
  paused: {
    PAUSE: lateDuplicate,
    CHECK_DUE: lateDuplicate,
    PHASE_ELAPSED: clockFrozen,
    SKIN_ANSWERED: noted,
  },
  checking: {
    PAUSE: lateDuplicate,
    CHECK_DUE: lateDuplicate,
    PHASE_ELAPSED: clockFrozen,
    END_EARLY: 'the final cold phase comes already, once somebody has said that the skin is fine',
    SKIN_ANSWERED: noted,
  },
  settling: {
    STOP: alreadyOff,
    PHASE_ELAPSED: lateDuplicate,
    END_EARLY: alreadyOff,
    SKIN_ANSWERED: noted,
  },
  ended: { STOP: alreadyOff, SETTLED: lateDuplicate, SKIN_ANSWERED: noted },
  faulted: {
    STOP: alreadyOff,
    TRIP: 'the latch already holds; the first trip is the one that counts',
    LINK_LOST: 'the latch already holds; the first trip is the one that counts',
    SKIN_ANSWERED: noted,
    SETTLED: lateDuplicate,
  },
};

interface Snapshot {
  readonly value: unknown;
}

/** A settled snapshot never changes, and a session rests in one for thousands of ticks. */
const known = new WeakMap<Snapshot, SessionState>();

/** The dotted state value, as records and screens show it: `treating.cold`. */
export function stateOf(snapshot: Snapshot): SessionState {
  let state = known.get(snapshot);
  if (state === undefined) {
    state = dotted(snapshot.value) as SessionState;
    known.set(snapshot, state);
  }
  return state;
}

function dotted(value: unknown): string {
  if (typeof value === 'string') return value;
  const [parent, child] = Object.entries(value as Record<string, string>)[0] ?? ['', ''];
  return `${parent}.${child}`;
}

export type Disposition = 'taken' | 'ignored' | 'refused';

/** The plate is on the skin, the power is off, and the treatment waits for somebody. */
export const isOnHold = (state: SessionState): boolean =>
  state === 'paused' || state === 'checking';

/** From the first contact to the end of the last phase. */
export const isOnSkin = (state: SessionState): boolean =>
  state === 'treating.cold' || state === 'treating.hot' || isOnHold(state);
