/** What may be asked for now, and why the rest may not. Pure; the machine itself answers for its own events. */
import { decide } from '../../../machines/decide.ts';
import type { SessionSnapshot } from '../../../machines/decide.ts';
import { ignored, stateOf } from '../../../machines/dispositions.ts';
import type { SessionState } from '../../../machines/dispositions.ts';
import { eventOf } from '../../treatment/host/wishes.ts';
import type { Wish } from '../../treatment/host/wishes.ts';
import { permissionOf } from '../../../machines/permission.ts';
import type { Board } from '../../../hardware/boards/board.ts';
import { isShown } from '../../safety/alarms.ts';
import { isTripped } from '../../treatment/board-policy.ts';
import { english } from '../../words/facts.ts';
import { unseenWords } from './aftermath.ts';
import type { Between } from './between.ts';
import type { TreatmentUnderWay } from './treatment-under-way.ts';
import type { CommandName, Offer } from '../contract/live-state.ts';

export interface OfferFacts {
  /** Null while no treatment is there. */
  readonly session: SessionSnapshot | null;
  /** A prescription waits for its screening. */
  readonly draft: boolean;
  /** There is an alarm that nobody has acknowledged. */
  readonly unseenAlarms: boolean;
  /** One of them may be silenced: it is not high, or the power is off. */
  readonly silenceable: boolean;
  /** The record of the treatment is closed: what is said now would be kept nowhere. */
  readonly recordEnded: boolean;
  /** How the last treatment ended waits to be acknowledged. */
  readonly unseenEnd: boolean;
  /** What of the last treatment nobody has seen, in words; null where nothing is. */
  readonly unseen: string | null;
  /** Why a reset would be refused by its cause; null where it is gone. */
  readonly cause: string | null;
  readonly virtual: boolean;
  readonly injected: readonly string[];
  /** The board itself has latched a trip that nobody has cleared. */
  readonly boardTripped: string | null;
  /** Why nothing new can begin, whatever the session says; null where it can. */
  readonly leaving: string | null;
}

export function factsOf(
  board: Board,
  under: TreatmentUnderWay | null,
  { draft, left, resetBy, latched, injected }: Between,
  leaving: string | null,
): OfferFacts {
  const { guard, virtual, simulation } = board;
  const treatment = under?.companion.treatment;
  const { alarms } = treatment ?? left;
  const atMs = treatment?.nowMs ?? board.nowMs();
  const unseen = alarms.alarms.filter(
    (alarm) => alarm.acknowledgedBy === null && isShown(alarm, atMs),
  );
  const powerOff = under === null || isUndriven(under);
  const isUncleared = under === null && resetBy === null;
  const reading = guard?.reading;
  const ofBoard = isTripped(reading) ? english.reading(reading.found) : (latched?.words ?? null);
  return {
    session: treatment?.session ?? null,
    draft: draft !== null,
    unseenAlarms: unseen.length > 0,
    silenceable: unseen.some(({ definition }) => powerOff || definition.priority !== 'high'),
    recordEnded: under?.keeper.ended === true,
    unseenEnd: left.outcome !== null,
    unseen: unseenWords(left, atMs),
    cause: under?.state === 'faulted' ? objectionWords(under) : null,
    virtual: virtual && simulation !== undefined,
    injected,
    boardTripped: isUncleared ? ofBoard : null,
    leaving,
  };
}

const isUndriven = ({ companion }: TreatmentUnderWay): boolean =>
  permissionOf(companion.treatment.session) === 'none' && companion.appliedDrive === 0;

function objectionWords({ companion }: TreatmentUnderWay): string | null {
  const objection = companion.resetObjection();
  return objection === null ? null : english.whole(objection);
}

const recordEndedWords =
  'the record of this treatment is closed; say how the skin is where the later look is asked for (/api/v1/skin-looks)';

const stateWords: Readonly<Record<SessionState, string>> = {
  idle: 'no treatment is under way',
  screening: 'the screening is not answered yet',
  declined: 'this treatment was declined; acknowledge that first',
  selfTest: 'the self-test is running',
  preparing: 'the plate is being cooled for the first phase',
  awaitingContact: 'the plate waits for the skin',
  'treating.cold': 'a cold phase is running',
  'treating.hot': 'a hot phase is running',
  paused: 'the treatment is paused',
  checking: 'the power is off until somebody says how the skin is',
  settling: 'the power is off and the plate is settling',
  ended: 'the treatment is over; acknowledge that first',
  faulted: 'a fault is latched; find its cause and reset it',
};

/** What a command wishes of the treatment; null where it is one to the device. */
function wishOf(command: CommandName): Wish | null {
  switch (command) {
    case 'start':
    case 'screen':
    case 'setSpeed':
    case 'injectFault':
    case 'clearFault':
      return null;
    // What takes power away is heard wherever any answer is.
    case 'answerSkinCheck':
      return { wish: command, answer: 'wrong', findings: [] };
    case 'cancel':
    case 'confirmContact':
    case 'pause':
    case 'resume':
    case 'endEarly':
    case 'stop':
    case 'acknowledgeAlarms':
    case 'pauseAlarmSound':
    case 'reset':
    case 'acknowledgeEnd':
      return { wish: command };
  }
}

const stateIn = ({ session, draft }: OfferFacts): SessionState => {
  if (session !== null) return stateOf(session);
  return draft ? 'screening' : 'idle';
};

function byMachine(command: CommandName, facts: OfferFacts): string | null {
  const { session } = facts;
  const state = stateIn(facts);
  if (session === null) {
    if (command === 'cancel' && facts.draft) return null;
    if (command === 'acknowledgeEnd' && facts.unseenEnd) return null;
    return command === 'reset' && facts.boardTripped !== null ? null : stateWords[state];
  }
  const wish = wishOf(command);
  const event = wish === null ? null : eventOf(wish, 'somebody');
  const disposition = event === null ? 'taken' : decide(session, event).disposition;
  // What is said of the skin is noted also where the session does not move by it.
  if (command === 'answerSkinCheck' && disposition === 'ignored')
    return facts.recordEnded ? recordEndedWords : null;
  if (event !== null && disposition !== 'taken')
    return ignored[state][event.type] ?? stateWords[state];
  return command === 'reset' ? facts.cause : null;
}

const running = new Set<SessionState>([
  'selfTest',
  'preparing',
  'awaitingContact',
  'treating.cold',
  'treating.hot',
  'paused',
  'checking',
]);

/** Why a command would not be taken now; null where it would. */
export function objectionTo(command: CommandName, facts: OfferFacts): string | null {
  const state = stateIn(facts);
  const unless = (allowed: boolean, words: string): string | null => (allowed ? null : words);
  switch (command) {
    case 'stop':
      return null;
    case 'start':
      if (facts.leaving !== null) return facts.leaving;
      if (state !== 'idle') return stateWords[state];
      if (facts.boardTripped !== null)
        return `the board has latched a trip: ${facts.boardTripped}. Find the cause and reset it`;
      return facts.unseen;
    case 'screen':
      return unless(facts.draft, stateWords[state]);
    case 'acknowledgeAlarms':
    case 'pauseAlarmSound':
      if (!facts.unseenAlarms) return 'there is no alarm that nobody has acknowledged';
      return unless(facts.silenceable, 'a high alarm is not silenced before the power is off');
    case 'setSpeed':
      return unless(facts.virtual, 'a real board runs in real time');
    case 'injectFault':
      if (!facts.virtual) return 'nothing is ever broken on purpose on a real board';
      return unless(running.has(state), `a drill needs a running treatment: ${stateWords[state]}`);
    case 'clearFault':
      return unless(facts.injected.length > 0, 'no fault is injected');
    case 'cancel':
    case 'confirmContact':
    case 'answerSkinCheck':
    case 'pause':
    case 'resume':
    case 'endEarly':
    case 'acknowledgeEnd':
    case 'reset':
      return byMachine(command, facts);
  }
}

/** What can be done instead, in each state; the commands are named as the API names them. */
const stateFixes: Readonly<Record<SessionState, string>> = {
  idle: 'Start a treatment first.',
  screening: 'Answer the screening, or cancel.',
  declined: 'Acknowledge the end (acknowledgeEnd).',
  selfTest: 'Wait until it has passed, or cancel.',
  preparing: 'Wait until the plate is cold, or cancel.',
  awaitingContact: 'Lay the plate on the skin and confirm (confirmContact), or cancel.',
  'treating.cold': 'Wait for the end of the phase, pause, end early (endEarly), or STOP.',
  'treating.hot': 'Wait for the end of the phase, pause, end early (endEarly), or STOP.',
  paused: 'Resume, end early (endEarly), or STOP.',
  checking: 'Look at the skin and say how it is (POST /api/v1/skin-check), or STOP.',
  settling: 'Wait until the plate is safe to touch.',
  ended: 'Acknowledge the end (acknowledgeEnd).',
  faulted: 'Put the cause right, then reset in your name.',
};

/** What whoever was refused can do. */
export function wayOn(command: CommandName, facts: OfferFacts): string {
  const state = stateIn(facts);
  switch (command) {
    case 'reset':
      return state === 'faulted' || facts.boardTripped !== null
        ? 'Put the cause right first; readings must be proven good at this moment.'
        : stateFixes[state];
    case 'start':
      if (facts.leaving !== null) return 'Wait until the device is back, then start again.';
      if (state === 'idle' && facts.boardTripped !== null)
        return 'Find the cause, then reset in your name.';
      if (state === 'idle')
        return 'Acknowledge alarms (acknowledgeAlarms) and end (acknowledgeEnd).';
      return stateFixes[state];
    case 'answerSkinCheck':
      return facts.recordEnded
        ? 'Say how the skin is where the later look is asked for (/api/v1/skin-looks).'
        : stateFixes[state];
    case 'acknowledgeAlarms':
    case 'pauseAlarmSound':
      return facts.unseenAlarms
        ? 'Take the power off first: pause, or STOP.'
        : 'Nothing is to be done: none waits.';
    case 'setSpeed':
    case 'injectFault':
      return facts.virtual ? stateFixes[state] : 'Use a simulated device: contrast demo.';
    case 'clearFault':
      return 'Inject one first (POST /api/v1/drills), in a simulated treatment.';
    case 'stop':
    case 'screen':
    case 'cancel':
    case 'confirmContact':
    case 'pause':
    case 'resume':
    case 'endEarly':
    case 'acknowledgeEnd':
      return stateFixes[state];
  }
}

export const offersNow = (names: readonly CommandName[], facts: OfferFacts): Offer[] =>
  names.map((command) => {
    const reason = objectionTo(command, facts);
    return { command, allowed: reason === null, reason };
  });
