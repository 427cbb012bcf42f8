/** Who answers when a session asks: the person at the keyboard. */
import type { SessionState } from '../../machines/dispositions.ts';
import { skinFindings } from '../../machines/skin-answers.ts';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import { longestPauseMs } from '../safety/alarms.ts';
import { startRows } from '../safety/screening-start.ts';
import type { Companion } from '../treatment/companion.ts';
import type { Wish, Wisher } from '../treatment/host/wishes.ts';
import type { TreatmentState } from '../treatment/state.ts';
import { questionIn } from '../safety/spoken.ts';
import type { TerminalWords } from '../words/terminal-en.ts';
import type { Tongue } from '../words/tongue.ts';
import { answerWithinMs, checkAllowedMs, questionNow } from '../treatment/skin-check.ts';

type Words = (tongue: Tongue) => string;
type KeyWords = Extract<keyof TerminalWords, `key.${string}`>;

const said =
  (key: Exclude<KeyWords, 'key.quiet'>): Words =>
  ({ terminal: t }) =>
    t(key);

/** What the keys do in a state; shown to the person, and obeyed. */
export interface KeyHelp {
  readonly key: string;
  readonly does: Words;
  /** It counts with Enter only: what gives power or vouches for the skin is more than one byte from a cable. */
  readonly entered: boolean;
  /** It takes power away, and is heard even where it is not quite clear what was pressed. */
  readonly stops: boolean;
  /** By what is asked at that moment. */
  readonly wishes: (treatment: TreatmentState) => Wish;
}

/** Who presses the keys, to the record and in a reason. */
export const atTheKeys: Wisher = { who: 'operator', by: 'the operator' };

const key = (name: string, does: Words, wish: Wish): KeyHelp => ({
  key: name,
  does,
  entered: false,
  stops: false,
  wishes: () => wish,
});

const stop: KeyHelp = {
  ...key('s', said('key.stop'), { wish: 'stop' }),
  stops: true,
};
const resume: KeyHelp = { ...key('r', said('key.resume'), { wish: 'resume' }), entered: true };
const endEarly = key('e', said('key.endEarly'), { wish: 'endEarly' });
const cancel = key('c', said('key.cancel'), { wish: 'cancel' });

const skinKey = (
  name: string,
  does: Words,
  answer: SkinAnswer,
  findings: readonly SkinFinding[] = [],
): KeyHelp => ({
  ...key(name, does, { wish: 'answerSkinCheck', answer, findings }),
  // What only takes power needs no second key; what vouches for the skin, or names what is wrong, does.
  entered: answer === 'fine' || findings.length > 0,
});

const skinIsFine = skinKey('k', said('key.fine'), 'fine');
const skinIsDoubtful = skinKey('u', said('key.notSure'), 'notSure');
const notFeltYet = skinKey('n', said('key.notFelt'), 'numb');
/** One byte: what it is is asked when the power is off; pressed there, it is none of those that have a number. */
const skinIsWrong: KeyHelp = {
  ...skinKey('w', said('key.wrong'), 'wrong'),
  wishes: (treatment) => {
    const isNamed = questionNow(treatment) === 'what';
    return { wish: 'answerSkinCheck', answer: 'wrong', findings: isNamed ? ['other'] : [] };
  },
};
const digits = '1234567890';
/** What is wrong, by number; what has none is said by `w`. */
const wrongKeys: readonly KeyHelp[] = skinFindings
  .filter((id) => id !== 'other')
  .slice(0, digits.length)
  .map((id, index) =>
    skinKey(digits.charAt(index), ({ record: t }) => t(`finding.${id}`), 'wrong', [id]),
  );

/** On the bench there is no skin. */
const checks = (bench: boolean): readonly KeyHelp[] =>
  bench ? [] : [skinIsFine, skinIsDoubtful, skinIsWrong];
const allChecks: readonly KeyHelp[] = [
  skinIsFine,
  skinIsDoubtful,
  notFeltYet,
  ...wrongKeys,
  skinIsWrong,
];

const silenceAlarms = key('a', said('key.seen'), { wish: 'acknowledgeAlarms' });
const pauseSound = key(
  'm',
  ({ terminal: t }) => t('key.quiet', { seconds: longestPauseMs / 1000 }),
  {
    wish: 'pauseAlarmSound',
  },
);

/** Wherever an alarm may stand. */
const alarmKeys: readonly KeyHelp[] = [silenceAlarms, pauseSound];

/** The keys of each state. STOP is one of them in every state (L3); Ctrl-C is STOP everywhere. */
export function keysOf(state: SessionState, bench: boolean): readonly KeyHelp[] {
  switch (state) {
    case 'screening':
      return bench
        ? [stop, key('y', said('key.noPerson'), { wish: 'noPatient' }), cancel]
        : // Asked and decided before; no single key may pass it.
          [stop];
    case 'selfTest':
    case 'preparing':
      return [stop, cancel];
    case 'awaitingContact':
      return [key('y', said('key.onSkin'), { wish: 'confirmContact' }), stop, cancel];
    case 'treating.cold':
    case 'treating.hot':
      return [
        stop,
        ...checks(bench),
        key('p', said('key.pause'), { wish: 'pause' }),
        endEarly,
        ...alarmKeys,
      ];
    case 'paused':
      return [
        stop,
        ...(bench ? [] : [skinIsDoubtful, skinIsWrong]),
        resume,
        endEarly,
        ...alarmKeys,
      ];
    case 'checking':
      return [stop, ...(bench ? [] : allChecks), endEarly, ...alarmKeys];
    case 'settling':
    case 'faulted':
      return [stop, ...(bench ? [] : allChecks), ...alarmKeys];
    case 'ended':
      return [stop, ...(bench ? [] : allChecks)];
    case 'idle':
    case 'declined':
      return [stop];
  }
}

/** Asked in the screening, and shown once more while the plate waits for the skin (hazard H22). */
export const screeningStatements = (tongue: Tongue): readonly string[] =>
  startRows.map((item) => questionIn(tongue, item).question);

/** What to see and to feel, on every skin (docs/screening.md). */
const lookAtSkin = ({ terminal: t }: Tongue): readonly string[] => [
  t('look.how'),
  t('look.fine'),
  t('look.wrong'),
];

/** What a person is asked at this moment of a session, if anything. */
export function questionsNow(
  tongue: Tongue,
  { state, treatment }: Companion,
  bench: boolean,
): readonly string[] {
  if (bench) return [];
  if (state === 'awaitingContact') return screeningStatements(tongue);
  const { skinCheck, nowMs } = treatment;
  if (skinCheck === null) return [];
  const { terminal: t } = tongue;
  const inS = (atMs: number): { seconds: number } => ({
    seconds: Math.max(0, Math.ceil((atMs - nowMs) / 1000)),
  });
  switch (questionNow(treatment)) {
    case 'warm':
      return [t('ask.warm', inS(skinCheck.askedMs + answerWithinMs))];
    case 'skin':
      return [...lookAtSkin(tongue), t('ask.skin', inS(skinCheck.askedMs + checkAllowedMs))];
    case 'what':
      return [t('ask.what')];
    case 'closing':
      return [...lookAtSkin(tongue), t('ask.closing')];
    case null:
      return [t('ask.again', inS(skinCheck.askedMs))];
  }
}
