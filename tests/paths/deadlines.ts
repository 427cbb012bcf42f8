/**
 * Everything that can be due in a tick, with its urgency and what the laws make of it: small enough to be read, and
 * apart from both the machine and the tick.
 */
import { isOnHold } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { cem43PerMinute } from '../../src/limits/cem43.ts';
import type { SkinAnswer } from '../../machines/skin-answers.ts';
import type { SkinQuestion } from '../../src/treatment/skin-check.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import { dwellMs } from './clockwork.ts';
import type { Clockwork, Outside } from './clockwork.ts';

/** What must be true of a treatment, as far as deadlines go. */
export interface Expected {
  readonly state: SessionState;
  readonly phase: number;
  readonly ending: boolean;
  /** Heat was given, and no cold phase since. */
  readonly owed: boolean;
  /** The phase is over, and the skin check after it waits. */
  readonly over: boolean;
  /** What was asked in passing is not answered yet. */
  readonly asked: boolean;
  /** Somebody has paused, and nothing goes on before they resume. */
  readonly held: boolean;
  /** Somebody ended early while the skin was in doubt: the cold finish comes once it is fine. */
  readonly endsLater: boolean;
  /** Somebody was not sure, and is to look again. */
  readonly again: boolean;
  /** No wait fits into the session any more. */
  readonly late: boolean;
  /** A cap is passed: power is taken as soon as there is any. */
  readonly overdosed: boolean;
}

export interface Deadline {
  readonly name: string;
  /** Less is sooner within a tick: trips, lost link, stop and other wishes, what time brings. */
  readonly urgency: number;
  /** Sets the clocks so that it is due in so many ticks. */
  readonly set?: (now: Clockwork, ticks: number) => Clockwork;
  /** What comes from outside in its tick. */
  readonly outside?: Outside;
  /** @param began the phase in which it was set */
  readonly react: (was: Expected, began: number) => Expected;
}

const minuteMs = 60_000;
const lastPhase = 5;

const isTreating = ({ state }: Expected): boolean => state.startsWith('treating');
const onSkin = (was: Expected): boolean => isTreating(was) || isOnHold(was.state);
const energised = new Set<SessionState>(['selfTest', 'preparing', 'awaitingContact']);
export const isDriven = (was: Expected): boolean => isTreating(was) || energised.has(was.state);

const to = (was: Expected, state: SessionState): Expected => ({ ...was, state });
const faulted = (was: Expected): Expected => to(was, 'faulted');
const inPhase = (was: Expected, phase: number): Expected => ({
  ...was,
  phase,
  over: false,
  asked: false,
  again: false,
  held: false,
  state: phase % 2 === 1 ? 'treating.cold' : 'treating.hot',
});

/** L2: after any heat to the final cold, before it and where the cold after it was given to the end. */
function endEarly(was: Expected): Expected {
  if (!was.owed) return to(was, 'settling');
  const phase = was.phase % 2 === 1 ? was.phase : was.phase + 1;
  return { ...inPhase(was, phase), ending: true, endsLater: false };
}

const isFinal = (was: Expected): boolean =>
  !was.over && was.phase % 2 === 1 && (was.ending || was.phase === lastPhase);

/** No power, and no cold finish, while the skin is in doubt. */
function endEarlyByWish(was: Expected): Expected {
  const ended = endEarly(was);
  const isAsked = was.state === 'treating.hot' && was.asked;
  if (isTreating(was) && isFinal(was)) return was;
  if (was.state !== 'checking' && !isAsked) return ended;
  if (was.state === 'checking' && (was.endsLater || isFinal(was))) return was;
  if (ended.state === 'settling') return ended;
  return { ...was, state: 'checking', asked: false, held: false, endsLater: true };
}

/** Once nothing is in the way any more. */
const goOn = (was: Expected): Expected =>
  was.endsLater ? endEarly(was) : inPhase(was, was.over ? was.phase + 1 : was.phase);

const wish = (name: string, event: SessionEvent, react: (was: Expected) => Expected): Deadline => ({
  name,
  urgency: 3,
  outside: { wishes: [event] },
  react,
});

const whileIn =
  (state: SessionState, then: (was: Expected) => Expected) =>
  (was: Expected): Expected =>
    was.state === state ? then(was) : was;

const clock =
  (name: 'stateMs' | 'phaseMs' | 'sessionMs' | 'oneWayMs' | 'provenMs', limitMs: number) =>
  (now: Clockwork, ticks: number): Clockwork =>
    now.with({ [name]: limitMs - ticks * tickMs });

function setHeatDose(now: Clockwork, ticks: number): Clockwork {
  const perTick = (cem43PerMinute(now.plateC) * tickMs) / minuteMs;
  const state = { ...now.state, dose: { ...now.state.dose, cem43Min: 0 } };
  return now.but({ state }).capped({ cem43Min: perTick * (ticks - 0.5) });
}

function setColdDose(now: Clockwork, ticks: number): Clockwork {
  const state = { ...now.state, dose: { ...now.state.dose, coldMinutes: 0 } };
  const coldMinutes = ((ticks - 0.5) * tickMs) / minuteMs;
  return now.but({ state }).capped({ coldMinutes });
}

const setAsked =
  (question: SkinQuestion, allowedMs: number) =>
  (now: Clockwork, ticks: number): Clockwork => {
    const askedMs = now.state.nowMs + ticks * tickMs - allowedMs;
    return now.but({ state: { ...now.state, skinCheck: { question, askedMs } } });
  };

const says = (answer: SkinAnswer): SessionEvent => ({
  type: 'SKIN_ANSWERED',
  answer,
  findings: [],
});

const overdosed = (was: Expected): Expected => ({ ...was, overdosed: true });

export const deadlines = {
  lateLoop: { name: 'late loop', urgency: 1, outside: { lateMs: 300 }, react: faulted },
  sessionLimit: {
    name: 'session limit',
    urgency: 1,
    set: clock('sessionMs', 91 * minuteMs),
    react: (was) => (isTreating(was) ? faulted(was) : was),
  },
  // The rest of a session must leave room for the cold finish (L2); at just the limit it still does.
  finalColdDue: {
    name: 'time for the final cold',
    urgency: 5.5,
    set: clock('sessionMs', 90 * minuteMs - dwellMs + 1),
    react: (was) => {
      if (!onSkin(was)) return was;
      if (was.ending || was.phase >= lastPhase)
        return was.state === 'checking' ? to(was, 'settling') : { ...was, late: true };
      // In a pause or a check nobody may be there to be cooled (L2).
      if (isOnHold(was.state)) return to(was, 'settling');
      // A doubt that stops the last cold phase now would push it past the end of the session.
      return { ...endEarly(was), late: true };
    },
  },
  oneWayLimit: {
    name: 'one-way limit',
    urgency: 1,
    set: clock('oneWayMs', 20 * minuteMs + 1000),
    react: (was, began) => (isTreating(was) && was.phase === began ? faulted(was) : was),
  },
  heatDose: { name: 'heat dose', urgency: 0, set: setHeatDose, react: overdosed },
  coldDose: { name: 'cold dose', urgency: 0, set: setColdDose, react: overdosed },
  linkLost: { name: 'lost link', urgency: 2, outside: { linkLost: true }, react: faulted },
  stop: wish('STOP', { type: 'STOP', by: 'the patient' }, (was) =>
    onSkin(was) || isDriven(was) ? to(was, 'settling') : was,
  ),
  pause: wish('PAUSE', { type: 'PAUSE' }, (was) => {
    if (isTreating(was)) return { ...was, state: 'paused', asked: false, held: true };
    return was.state === 'checking' ? { ...was, held: true } : was;
  }),
  resume: wish('RESUME', { type: 'RESUME' }, whileIn('paused', goOn)),
  endEarly: wish('END_EARLY', { type: 'END_EARLY' }, (was) =>
    onSkin(was) ? endEarlyByWish(was) : was,
  ),
  contact: wish(
    'CONTACT',
    { type: 'CONTACT_CONFIRMED' },
    whileIn('awaitingContact', (was) => inPhase(was, 1)),
  ),
  cancel: wish('CANCEL', { type: 'CANCEL', reason: 'called off' }, (was) =>
    energised.has(was.state) ? to(was, 'settling') : was,
  ),
  skinFine: wish('FINE', says('fine'), (was) => {
    if (was.state !== 'checking') return { ...was, asked: false };
    // Whoever was not sure has to look again first.
    if (was.again) return was;
    return was.held ? to(was, 'paused') : goOn(was);
  }),
  skinUnsure: wish('NOT SURE', says('notSure'), (was) =>
    onSkin(was) ? { ...was, state: was.late ? 'settling' : 'checking', again: true } : was,
  ),
  skinWrong: wish('WRONG', says('wrong'), (was) => (onSkin(was) ? to(was, 'settling') : was)),
  warmUnanswered: {
    name: 'nobody says whether it is hot',
    urgency: 6.5,
    set: setAsked('warm', minuteMs),
    react: (was, began) =>
      was.asked && isTreating(was) && was.phase === began ? to(was, 'checking') : was,
  },
  checkEnd: {
    name: 'check expired',
    urgency: 6,
    set: setAsked('skin', 5 * minuteMs),
    react: whileIn('checking', (was) => (was.again ? was : to(was, 'settling'))),
  },
  doubtEnd: {
    name: 'doubt expired',
    urgency: 6,
    set: clock('stateMs', 10 * minuteMs),
    react: whileIn('checking', (was) => to(was, 'settling')),
  },
  phaseEnd: {
    name: 'phase end',
    urgency: 6,
    set: clock('phaseMs', dwellMs),
    react: (was, began) => {
      if (!isTreating(was) || was.phase !== began) return was;
      const owed = was.phase % 2 === 0;
      return isFinal(was)
        ? { ...was, owed, state: 'settling' }
        : { ...was, owed, state: 'checking', over: true };
    },
  },
  pauseEnd: {
    name: 'pause expired',
    urgency: 6,
    set: clock('stateMs', 5 * minuteMs),
    react: whileIn('paused', (was) => to(was, 'settling')),
  },
  ready: {
    name: 'plate ready',
    urgency: 6,
    set: clock('provenMs', 3000),
    react: whileIn('preparing', (was) => to(was, 'awaitingContact')),
  },
  notReady: {
    name: 'plate never ready',
    urgency: 7,
    set: clock('stateMs', 10 * minuteMs),
    react: whileIn('preparing', faulted),
  },
  noContact: {
    name: 'nobody confirms contact',
    urgency: 7,
    set: clock('stateMs', 10 * minuteMs),
    react: whileIn('awaitingContact', (was) => to(was, 'settling')),
  },
  settled: {
    name: 'plate settled',
    urgency: 6,
    set: clock('provenMs', 1000),
    react: whileIn('settling', (was) => to(was, 'ended')),
  },
  notSettled: {
    name: 'plate never settles',
    urgency: 7,
    set: clock('stateMs', 30 * minuteMs),
    react: whileIn('settling', faulted),
  },
} as const satisfies Record<string, Deadline>;
export type DeadlineName = keyof typeof deadlines;
