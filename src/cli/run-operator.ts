/** Who answers when a session asks: `--yes`, or the person at the keyboard. */
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { Companion } from '../treatment/companion.ts';
import type { Operator } from '../treatment/run.ts';

const send = (companion: Companion, event: SessionEvent, who: string): void => {
  companion.send({ event, who });
};

function layOnSkin(companion: Companion, who: string): void {
  companion.board.simulation?.setContact(true);
  send(companion, { type: 'CONTACT_CONFIRMED' }, who);
}

/** Answers the screening all-clear and confirms contact; on simulated and emulated boards only. */
export function automaticOperator(bench: boolean): Operator {
  const who = '--yes';
  return {
    onState(state, companion) {
      if (state === 'screening') {
        send(companion, { type: 'SCREENED', result: bench ? 'noPatient' : 'clear' }, who);
      }
      if (state === 'awaitingContact') layOnSkin(companion, who);
    },
  };
}

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
    send(companion, event, who);
  },
});

const stop = key('s', 'STOP', { type: 'STOP', by: 'the operator' });
const endEarly = key('e', 'end early (final cold first, if heat was given)', { type: 'END_EARLY' });
const cancel = key('c', 'cancel', { type: 'CANCEL', reason: 'cancelled by the operator' });

/** The keys of each state. STOP works wherever anything is driven (L3); Ctrl-C is STOP everywhere. */
export function keysOf(state: SessionState, bench: boolean): readonly KeyHelp[] {
  switch (state) {
    case 'screening':
      return bench
        ? [key('y', 'no person is on the plate', { type: 'SCREENED', result: 'noPatient' }), cancel]
        : [
            key('y', 'all of it is true', { type: 'SCREENED', result: 'clear' }),
            key('n', 'not all of it', { type: 'SCREENED', result: 'contraindicated' }),
          ];
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
      return [stop, key('p', 'pause', { type: 'PAUSE' }), endEarly];
    case 'paused':
      return [stop, key('r', 'resume', { type: 'RESUME' }), endEarly];
    case 'idle':
    case 'declined':
    case 'settling':
    case 'ended':
    case 'faulted':
      return [];
  }
}

/** What must be true before a person is treated. A full screening is the clinician's work. */
export const screeningStatements: readonly string[] = [
  'A clinician has screened this person for heat, cold and contrast treatment.',
  'Feeling for hot and cold at the site is normal, and the person is awake and can speak up.',
  'The skin is whole and was looked at; a dry barrier is fitted; nothing else heats or cools the site.',
  'The stop button or the adaptive switch is within reach and was tried.',
];

export const silentOperator: Operator = { onState: () => {} };
