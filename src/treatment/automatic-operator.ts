/** Somebody who answers everything well: for a device on which no person can be. */
import type { SessionEvent } from '../../machines/session-events.ts';
import type { Companion } from './companion.ts';
import type { Operator } from './host/run.ts';
import { questionNow } from './skin-check.ts';

const send = (companion: Companion, event: SessionEvent, who: string): void => {
  companion.send({ event, who });
};

/** The plate goes on the skin, where skin is simulated, and `who` says so. */
export function layOnSkin(companion: Companion, who: string): void {
  companion.board.simulation?.setContact(true);
  send(companion, { type: 'CONTACT_CONFIRMED' }, who);
}

/**
 * Answers the screening all-clear and confirms contact; on simulated and emulated boards only.
 * @param who the flag that answers
 */
export function automaticOperator(bench: boolean, who = '--yes'): Operator {
  return {
    onState(state, companion) {
      if (state === 'screening') {
        send(companion, { type: 'SCREENED', result: bench ? 'noPatient' : 'clear' }, who);
      }
      if (state === 'awaitingContact') layOnSkin(companion, who);
    },
    onTick(companion) {
      const question = questionNow(companion.treatment);
      // What somebody else found is theirs to name.
      if (question !== null && question !== 'what') companion.answerSkinCheck(who);
    },
  };
}
