/** What has to be true for a session to take an event. Total: whatever was sent, a guard answers, and never throws. */
import { isNamed, lastPhaseOf, maxRotations } from './session-events.ts';
import type { SessionContext, SessionEvent } from './session-events.ts';
import type { SkinAnswer } from './skin-answers.ts';

interface Asked {
  readonly context: SessionContext;
  readonly event: SessionEvent;
}

const isHot = ({ phase }: SessionContext): boolean => phase > 0 && phase % 2 === 0;
const isFinal = ({ ending, phase, rotations }: SessionContext): boolean =>
  ending || phase === lastPhaseOf(rotations);
const thisPhaseElapsed = ({ context, event }: Asked): boolean =>
  event.type === 'PHASE_ELAPSED' && event.phase === context.phase;
const lastPhaseElapsed = (asked: Asked): boolean =>
  thisPhaseElapsed(asked) && isFinal(asked.context);
const isOverAfterCold = ({ context }: Asked): boolean => context.phaseOver && !isHot(context);
const isOverAfterHeat = ({ context }: Asked): boolean => context.phaseOver && isHot(context);
/** Once a cold phase has run its length no other one follows it: cold upon cold is what hurts (Bassett 1992). */
export const owesColdFinish = (context: SessionContext): boolean =>
  context.coldFinish === 'owed' && !(context.phaseOver && !isHot(context));
/** It is under way, or asked for already. */
const endsAnyway = ({ context }: Asked): boolean =>
  context.endsAfterCheck || (!context.phaseOver && !isHot(context) && isFinal(context));
const saysOfSkin = ({ event }: Asked, ...answers: readonly SkinAnswer[]): boolean =>
  event.type === 'SKIN_ANSWERED' && answers.includes(event.answer);

export const sessionGuards = {
  rotationsValid: ({ event }: Asked): boolean =>
    event.type === 'PRESCRIBE' &&
    Number.isInteger(event.rotations) &&
    event.rotations >= 0 &&
    event.rotations <= maxRotations,
  screenedClear: ({ context, event }: Asked): boolean =>
    event.type === 'SCREENED' &&
    (event.result === 'noPatient' ||
      (event.result === 'clear' &&
        (!context.awaitingClinician || (event.clinician ?? '').trim() !== ''))),
  contraindicated: ({ event }: Asked): boolean =>
    event.type === 'SCREENED' && event.result === 'contraindicated',
  needsClinician: ({ event }: Asked): boolean =>
    event.type === 'SCREENED' && event.result === 'needsClinician',
  lastPhaseElapsed,
  lastPhaseOfAllDelivered: (asked: Asked): boolean =>
    lastPhaseElapsed(asked) &&
    asked.event.type === 'PHASE_ELAPSED' &&
    asked.event.delivered &&
    !asked.context.missed,
  thisPhaseElapsed,
  thisPhaseOfPersonElapsed: (asked: Asked): boolean =>
    thisPhaseElapsed(asked) && asked.context.person,
  coldFinishOwed: ({ context }: Asked): boolean => owesColdFinish(context),
  coldFinishOwedAfterCheck: (asked: Asked): boolean =>
    owesColdFinish(asked.context) && !endsAnyway(asked),
  nothingOwed: (asked: Asked): boolean => !owesColdFinish(asked.context) && !endsAnyway(asked),
  endsAfterCheck: ({ context }: Asked): boolean => context.endsAfterCheck,
  notPaused: ({ context }: Asked): boolean => !context.resumeAwaited,
  inFinalCold: ({ context }: Asked): boolean => isFinal(context),
  overAfterCold: isOverAfterCold,
  overAfterHeat: isOverAfterHeat,
  owesNothingYet: ({ context }: Asked): boolean => context.coldFinish !== 'owed',
  inHotPhase: ({ context }: Asked): boolean => isHot(context),
  skinWrong: (asked: Asked): boolean => saysOfSkin(asked, 'wrong'),
  skinInDoubt: (asked: Asked): boolean => saysOfSkin(asked, 'notSure', 'numb'),
  skinFine: (asked: Asked): boolean => saysOfSkin(asked, 'fine'),
  skinFineInPause: (asked: Asked): boolean =>
    saysOfSkin(asked, 'fine') && asked.context.resumeAwaited,
  skinFineToEnd: (asked: Asked): boolean =>
    saysOfSkin(asked, 'fine') && asked.context.endsAfterCheck,
  skinFineAfterCold: (asked: Asked): boolean => saysOfSkin(asked, 'fine') && isOverAfterCold(asked),
  skinFineAfterHeat: (asked: Asked): boolean => saysOfSkin(asked, 'fine') && isOverAfterHeat(asked),
  skinFineInHeat: (asked: Asked): boolean => saysOfSkin(asked, 'fine') && isHot(asked.context),
  resetAllowed: ({ event }: Asked): boolean =>
    event.type === 'RESET' && event.causeGone && isNamed(event.person),
};
