/** Who answers when a session asks: the person at the keyboard. */
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { longestPauseMs } from '../safety/alarms.ts';
import { startRows } from '../safety/screening-start.ts';
import { layOnSkin } from '../treatment/automatic-operator.ts';
import type { Companion } from '../treatment/companion.ts';
import type { Operator } from '../treatment/run.ts';
import { skinCheckAllowedMs } from '../treatment/skin-check.ts';
import type { Command } from '../treatment/state.ts';

/** What the keys do in a state; shown to the person, and obeyed. */
export interface KeyHelp {
  readonly key: string;
  readonly does: string;
  /** It counts with Enter only: what gives power or vouches for the skin is more than one byte from a cable. */
  readonly entered: boolean;
  /** It takes power away, and is heard even where it is not quite clear what was pressed. */
  readonly stops: boolean;
  readonly press: (companion: Companion) => void;
}

const who = 'operator';
const key = (name: string, does: string, event: SessionEvent): KeyHelp => ({
  key: name,
  does,
  entered: false,
  stops: false,
  press: (companion) => {
    companion.send({ event, who });
  },
});

const stop: KeyHelp = { ...key('s', 'STOP', { type: 'STOP', by: 'the operator' }), stops: true };
const resume: KeyHelp = { ...key('r', 'resume', { type: 'RESUME' }), entered: true };
const endEarly = key('e', 'end early (final cold first, if heat was given)', { type: 'END_EARLY' });
const cancel = key('c', 'cancel', { type: 'CANCEL', reason: 'cancelled by the operator' });

const skinIsFine: KeyHelp = {
  key: 'k',
  does: 'I can feel it, and the skin looks normal',
  entered: true,
  stops: false,
  press: (companion) => {
    companion.answerSkinCheck(who);
  },
};

/** On the bench there is no skin. */
const checks = (bench: boolean): readonly KeyHelp[] => (bench ? [] : [skinIsFine]);

const silenceAlarms: KeyHelp = {
  key: 'a',
  does: 'I have seen the alarms (silences them)',
  entered: false,
  stops: false,
  press: (companion) => {
    companion.acknowledgeAlarms(who);
  },
};

const pauseSound: KeyHelp = {
  key: 'm',
  does: `pause the alarm sound for ${longestPauseMs / 1000} s`,
  entered: false,
  stops: false,
  press: (companion) => {
    companion.pauseAlarmSound(who);
  },
};

/** Wherever an alarm may stand. */
const alarmKeys: readonly KeyHelp[] = [silenceAlarms, pauseSound];

/** The keys of each state. STOP is one of them in every state (L3); Ctrl-C is STOP everywhere. */
export function keysOf(state: SessionState, bench: boolean): readonly KeyHelp[] {
  switch (state) {
    case 'screening':
      return bench
        ? [
            stop,
            key('y', 'no person is on the plate', { type: 'SCREENED', result: 'noPatient' }),
            cancel,
          ]
        : // Asked and decided before; no single key may pass it.
          [stop];
    case 'selfTest':
    case 'preparing':
      return [stop, cancel];
    case 'awaitingContact':
      return [
        {
          key: 'y',
          does: 'the plate is on the skin, over the barrier',
          entered: false,
          stops: false,
          press: (companion) => {
            layOnSkin(companion, who);
          },
        },
        stop,
        cancel,
      ];
    case 'treating.cold':
    case 'treating.hot':
      return [stop, ...checks(bench), key('p', 'pause', { type: 'PAUSE' }), endEarly, ...alarmKeys];
    case 'paused':
      return [stop, ...checks(bench), resume, endEarly, ...alarmKeys];
    case 'settling':
    case 'faulted':
      return [stop, ...alarmKeys];
    case 'idle':
    case 'declined':
    case 'ended':
      return [stop];
  }
}

/** Asked in the screening, and shown once more while the plate waits for the skin (hazard H22). */
export const screeningStatements: readonly string[] = startRows.map(({ question }) => question);

/** What a person is asked at this moment of a session, if anything. */
export function questionsNow({ state, treatment }: Companion, bench: boolean): readonly string[] {
  if (bench) return [];
  if (state === 'awaitingContact') return screeningStatements;
  const { skinCheckSinceMs, nowMs } = treatment;
  if (skinCheckSinceMs === null) return [];
  const question = 'Can you feel the plate, and does the skin look normal?';
  if (state === 'paused') return [`${question} Press k and Enter, then r and Enter to go on.`];
  const leftS = Math.ceil((skinCheckSinceMs + skinCheckAllowedMs - nowMs) / 1000);
  return [`${question} Press k and Enter within ${Math.max(0, leftS)} s.`];
}

export const silentOperator: Operator = { onState: () => {} };

/** Tells the session what the screening came to, once it asks; the rest is left to another operator. */
export function screenedOperator(
  commands: readonly Command[],
  onScreened: (companion: Companion) => void,
  then: Operator,
): Operator {
  return {
    onState(state, companion) {
      if (state !== 'screening') {
        then.onState(state, companion);
        return;
      }
      // On disk before it matters (L11).
      onScreened(companion);
      for (const command of commands) companion.send(command);
    },
    onTick(companion) {
      then.onTick?.(companion);
    },
  };
}
