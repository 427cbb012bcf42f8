/**
 * What somebody may wish of a treatment: one vocabulary, named as the API names it, from button, key and script to the
 * session. The record has the name of the session's event.
 */
import type { SkinAnswer, SkinFinding } from '../../../machines/skin-answers.ts';
import type { SessionEvent } from '../../../machines/session-events.ts';
import type { Companion } from '../companion.ts';

export type PlainWish =
  | 'cancel'
  | 'confirmContact'
  | 'pause'
  | 'resume'
  | 'endEarly'
  | 'stop'
  | 'acknowledgeAlarms'
  | 'pauseAlarmSound'
  | 'reset'
  | 'acknowledgeEnd'
  /** There is nobody under the plate: on the bench. */
  | 'noPatient';

export interface SkinWish {
  readonly wish: 'answerSkinCheck';
  readonly answer: SkinAnswer;
  readonly findings: readonly SkinFinding[];
}

export type Wish = { readonly wish: PlainWish } | SkinWish;

export interface Wisher {
  /** As the record names them. */
  readonly who: string;
  /** As a reason names them. */
  readonly by: string;
}

export const namedBy = (who: string): Wisher => ({ who, by: who });

/** The session's event; null for what the session itself does not hear. */
export function eventOf(wish: Wish, by: string): SessionEvent | null {
  switch (wish.wish) {
    case 'cancel':
      return { type: 'CANCEL', reason: { kind: 'cancelled-by', by } };
    case 'confirmContact':
      return { type: 'CONTACT_CONFIRMED' };
    case 'pause':
      return { type: 'PAUSE' };
    case 'resume':
      return { type: 'RESUME' };
    case 'endEarly':
      return { type: 'END_EARLY', by };
    case 'stop':
      return { type: 'STOP', by };
    case 'acknowledgeEnd':
      return { type: 'ACKNOWLEDGE' };
    // Whether the cause is gone is found out by the tick that hears of it (L7).
    case 'reset':
      return { type: 'RESET', person: by, causeGone: true };
    case 'noPatient':
      return { type: 'SCREENED', result: 'noPatient' };
    case 'answerSkinCheck':
      return { type: 'SKIN_ANSWERED', answer: wish.answer, findings: wish.findings };
    case 'acknowledgeAlarms':
    case 'pauseAlarmSound':
      return null;
  }
}

/** Tells the treatment, which hears of it in its next tick. The one place where a wish does anything. */
export function tell(companion: Companion, wish: Wish, { who, by }: Wisher): void {
  // Where skin is simulated, the plate lies on it with the word that it does.
  if (wish.wish === 'confirmContact') companion.board.simulation?.setContact(true);
  if (wish.wish === 'acknowledgeAlarms') companion.acknowledgeAlarms(who);
  if (wish.wish === 'pauseAlarmSound') companion.pauseAlarmSound(who);
  const event = eventOf(wish, by);
  if (event !== null) companion.send({ event, who });
}
