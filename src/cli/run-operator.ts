/** Who answers when a session asks: the person at the keyboard. */
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { startRows } from '../safety/screening-rows-site.ts';
import { layOnSkin } from '../treatment/automatic-operator.ts';
import type { Companion } from '../treatment/companion.ts';
import type { Operator } from '../treatment/run.ts';
import { skinCheckAllowedMs } from '../treatment/skin-check.ts';
import type { Command } from '../treatment/state.ts';

/** What the keys do in a state; shown to the person, and obeyed. */
export interface KeyHelp {
  readonly key: string;
  readonly does: string;
  readonly press: (companion: Companion) => void;
}

const who = 'operator';
const key = (name: string, does: string, event: SessionEvent): KeyHelp => ({
  key: name,
  does,
  press: (companion) => {
    companion.send({ event, who });
  },
});

const stop = key('s', 'STOP', { type: 'STOP', by: 'the operator' });
const endEarly = key('e', 'end early (final cold first, if heat was given)', { type: 'END_EARLY' });
const cancel = key('c', 'cancel', { type: 'CANCEL', reason: 'cancelled by the operator' });

const skinIsFine: KeyHelp = {
  key: 'k',
  does: 'I can feel it, and the skin looks normal',
  press: (companion) => {
    companion.answerSkinCheck(who);
  },
};

/** On the bench there is no skin. */
const checks = (bench: boolean): readonly KeyHelp[] => (bench ? [] : [skinIsFine]);

const silenceAlarms: KeyHelp = {
  key: 'a',
  does: 'I have seen the alarms (silences them)',
  press: (companion) => {
    companion.acknowledgeAlarms(who);
  },
};

/** The keys of each state. STOP works wherever anything is driven (L3); Ctrl-C is STOP everywhere. */
export function keysOf(state: SessionState, bench: boolean): readonly KeyHelp[] {
  switch (state) {
    case 'screening':
      return bench
        ? [key('y', 'no person is on the plate', { type: 'SCREENED', result: 'noPatient' }), cancel]
        : // Asked and decided before; no single key may pass it.
          [];
    case 'selfTest':
    case 'preparing':
      return [stop, cancel];
    case 'awaitingContact':
      return [
        {
          key: 'y',
          does: 'the plate is on the skin, over the barrier',
          press: (companion) => {
            layOnSkin(companion, who);
          },
        },
        stop,
        cancel,
      ];
    case 'treating.cold':
    case 'treating.hot':
      return [stop, ...checks(bench), key('p', 'pause', { type: 'PAUSE' }), endEarly];
    case 'paused':
      return [stop, ...checks(bench), key('r', 'resume', { type: 'RESUME' }), endEarly];
    case 'settling':
    case 'faulted':
      return [silenceAlarms];
    case 'idle':
    case 'declined':
    case 'ended':
      return [];
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
  if (state === 'paused') return [`${question} Press k, then r to go on.`];
  const leftS = Math.ceil((skinCheckSinceMs + skinCheckAllowedMs - nowMs) / 1000);
  return [`${question} Press k within ${Math.max(0, leftS)} s.`];
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
