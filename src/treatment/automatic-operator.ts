/** Somebody who answers everything well: for a device on which no person can be. */
import type { Companion } from './companion.ts';
import type { Operator } from './host/run.ts';
import { namedBy, tell } from './host/wishes.ts';
import { questionNow } from './skin-check.ts';

/** The plate goes on the skin, where skin is simulated, and `who` says so. */
export function layOnSkin(companion: Companion, who: string): void {
  tell(companion, { wish: 'confirmContact' }, namedBy(who));
}

/**
 * Answers the screening all-clear and confirms contact; on simulated and emulated boards only.
 * @param who the flag that answers
 */
export function automaticOperator(bench: boolean, who = '--yes'): Operator {
  return {
    onState(state, companion) {
      if (state === 'screening') {
        const result = bench ? 'noPatient' : 'clear';
        companion.send({ event: { type: 'SCREENED', result }, who });
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
