/**
 * The skin is looked at after every phase, with the power off and the plate drifting, until somebody says that it is fine:
 * burns under heat wraps happen to people who sleep or cannot feel (H21, H22), and after cold nobody feels heat for some
 * minutes (Bugaj 1975). In heat the person is asked in passing whether it is warm and not hot; at the end once more.
 */
import type { Fact } from '../words/facts.ts';
import { isOnSkin, stateOf } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import { phaseNow } from './phase-now.ts';
import { changed } from './state.ts';
import type { Command, Entry, TreatmentState } from './state.ts';

/**
 * `skin`: the power is off until it is answered. `warm`: asked in passing. `closing`: after the last phase. `what`: something
 * is wrong, and nobody has said what; it has cut the power already.
 */
export type SkinQuestion = 'skin' | 'warm' | 'closing' | 'what';

export interface SkinCheck {
  readonly question: SkinQuestion;
  /** When it is asked: ahead of now where somebody was not sure and is to look again. */
  readonly askedMs: number;
}

/** Longer, and people are called; a question that was asked in passing takes the power. */
export const answerWithinMs = 60_000;
/** A check that nobody answers ends the treatment as a pause does that nobody ended. */
export const checkAllowedMs = 5 * 60_000;
/** Numbness outlasts cooling by about three minutes (Bugaj 1975); colour comes back in less. */
export const lookAgainMs = 2 * 60_000;
/** So long at the end: the record is kept open for it, and no longer. */
export const closingWithinMs = 2 * 60_000;
/** Whoever doubts for longer than this does not go on today. */
const doubtAllowedMs = 10 * 60_000;
/** Into heat, when it is as hot as it gets; where less is left of the phase, half of that. */
const warmAfterMs = 150_000;

type Answered = Extract<SessionEvent, { type: 'SKIN_ANSWERED' }>;

/** The question that waits for its answer at this moment. */
export function questionNow({ skinCheck, nowMs }: TreatmentState): SkinQuestion | null {
  return skinCheck !== null && nowMs >= skinCheck.askedMs ? skinCheck.question : null;
}

/** For how long it has waited, ms; NaN where none does. */
export const askedForMs = ({ skinCheck, nowMs }: TreatmentState): number =>
  skinCheck !== null && nowMs >= skinCheck.askedMs ? nowMs - skinCheck.askedMs : Number.NaN;

/** Somebody is still to say how the skin is at the end, or what is wrong with it. */
export function isClosingAwaited(treatment: TreatmentState): boolean {
  const question = questionNow(treatment);
  const isLast = question === 'closing' || question === 'what';
  return isLast && askedForMs(treatment) < closingWithinMs;
}

/** Whether the phase in force is to be interrupted for a look at the skin. */
export function isCheckDue(
  treatment: TreatmentState,
  plan: TreatmentPlan,
  halfway: boolean,
): boolean {
  const { session, clocks, skinAskedMs } = treatment;
  const { person, ending } = session.context;
  // The cold finish that ending early owes is given in any case (L2): a check could only put it off for ever.
  if (!person || ending) return false;
  if (questionNow(treatment) === 'warm' && askedForMs(treatment) >= answerWithinMs) return true;
  const halfMs = phaseNow(plan, session.context).dwellMs / 2;
  return halfway && clocks.phaseMs >= halfMs && skinAskedMs < halfMs;
}

/** Whether a check has waited for as long as it may; the cold finish must still fit into the session (L2). */
export function isCheckExpired(treatment: TreatmentState, finalColdFits: boolean): boolean {
  return (
    askedForMs(treatment) >= checkAllowedMs ||
    treatment.clocks.stateMs >= doubtAllowedMs ||
    !finalColdFits
  );
}

/** Asks in heat whether it is warm, and not hot; anew whenever the plate heats again, for what was felt before is over. */
export function withWarmQuestion(treatment: TreatmentState, plan: TreatmentPlan): TreatmentState {
  const { session, clocks, warmAsked, skinCheck, nowMs } = treatment;
  const heats = session.context.person && stateOf(session) === 'treating.hot';
  if (skinCheck !== null || warmAsked || !heats) return treatment;
  const leftMs = phaseNow(plan, session.context).dwellMs - clocks.phaseMs;
  if (clocks.stateMs < Math.min(warmAfterMs, leftMs)) return treatment;
  return changed(treatment, { skinCheck: { question: 'warm', askedMs: nowMs }, warmAsked: true });
}

type Asked = Pick<TreatmentState, 'skinCheck' | 'skinAskedMs' | 'skinReacted' | 'skinAtEnd'>;

/** What is asked after a move of the session: of the skin in a check, once more at the end, elsewhere nothing. */
export function askedAfter(
  before: TreatmentState,
  moved: TreatmentState,
  event: SessionEvent,
): Asked {
  const { session, clocks, skinReacted, skinAtEnd } = moved;
  const state = stateOf(session);
  const was = stateOf(before.session);
  if (state === 'checking') {
    const skinCheck: SkinCheck = { question: 'skin', askedMs: askedAt(before, moved, event) };
    return { skinCheck, skinAskedMs: clocks.phaseMs, skinReacted, skinAtEnd };
  }
  if (isOnSkin(was) && !isOnSkin(state)) return askedAtEnd(before, moved, event);
  // What is asked at the end is waited for until the next treatment.
  if (state === 'ended' || state === 'faulted')
    return { skinCheck: before.skinCheck, skinAskedMs: 0, skinReacted, skinAtEnd };
  if (state === 'idle')
    return { skinCheck: null, skinAskedMs: 0, skinReacted: false, skinAtEnd: null };
  const isSamePhase = session.context.phase === before.session.context.phase;
  const skinAskedMs = isSamePhase ? before.skinAskedMs : 0;
  return { skinCheck: null, skinAskedMs, skinReacted, skinAtEnd };
}

function askedAt(before: TreatmentState, { nowMs }: TreatmentState, event: SessionEvent): number {
  if (event.type === 'SKIN_ANSWERED') return nowMs + lookAgainMs;
  // What was asked in passing has waited already.
  return event.type === 'CHECK_DUE' ? (before.skinCheck?.askedMs ?? nowMs) : nowMs;
}

/** However it ended, but where somebody has just said that something is wrong. */
function askedAtEnd(
  before: TreatmentState,
  { nowMs, skinReacted }: TreatmentState,
  event: SessionEvent,
): Asked {
  const { person } = before.session.context;
  if (!person) return { skinCheck: null, skinAskedMs: 0, skinReacted, skinAtEnd: null };
  if (skinReacted) {
    const skinCheck: SkinCheck | null = isUnnamed(event)
      ? { question: 'what', askedMs: nowMs }
      : null;
    return { skinCheck, skinAskedMs: 0, skinReacted, skinAtEnd: 'wrong' };
  }
  const skinCheck: SkinCheck = { question: 'closing', askedMs: nowMs };
  return { skinCheck, skinAskedMs: 0, skinReacted, skinAtEnd: 'unanswered' };
}

/** It counts all the same, and is asked about afterwards: no stop is lost because nobody named its cause. */
const isUnnamed = (event: SessionEvent): boolean =>
  event.type === 'SKIN_ANSWERED' && event.answer === 'wrong' && event.findings.length === 0;

/** Before the session hears of it: what is wrong with the skin stays so, and at the end the last word counts. */
export function withAnswer(treatment: TreatmentState, { answer }: Answered): TreatmentState {
  const { skinReacted, skinAtEnd } = treatment;
  return changed(treatment, {
    skinReacted: skinReacted || answer === 'wrong',
    skinAtEnd: skinAtEnd === null ? null : answer,
  });
}

/** Why an answer is not taken now, whatever the session would say, and what is; null where it is. */
export function answerObjection(treatment: TreatmentState, { answer }: Answered): Fact | null {
  const { skinCheck, nowMs, session, skinReacted } = treatment;
  // It has ended the treatment, and stands in its record: nobody takes it back in the same one.
  if (skinReacted && answer !== 'wrong') return { kind: 'skin-said-wrong' };
  if (answer !== 'fine' || stateOf(session) !== 'checking' || skinCheck === null) return null;
  const leftS = Math.ceil((skinCheck.askedMs - nowMs) / 1000);
  return leftS > 0 ? { kind: 'look-again-in', leftS } : null;
}

/** The question after an answer that moved nothing: the next look, what is wrong, or none. */
export function askedAgain(treatment: TreatmentState, event: Answered): SkinCheck | null {
  const { session, nowMs, skinCheck } = treatment;
  const { answer } = event;
  // Once: whoever says it twice without a name has none.
  if (isUnnamed(event) && skinCheck?.question !== 'what')
    return { question: 'what', askedMs: nowMs };
  const doubts = answer === 'notSure' || answer === 'numb';
  if (stateOf(session) !== 'checking' || !doubts) return null;
  return { question: 'skin', askedMs: nowMs + lookAgainMs };
}

/** What somebody said of the skin, as ids. */
export const describeAnswer = (asked: TreatmentState, { answer, findings }: Answered, by: string) =>
  ({
    type: 'skin',
    fields: {
      by,
      question: asked.skinCheck?.question ?? 'unasked',
      phase: asked.session.context.phase,
      answer,
      findings: [...findings],
    },
  }) as const satisfies Entry;

export type SkinAnswerCommand = Command & { readonly event: Answered };

export const isSkinAnswer = (command: Command): command is SkinAnswerCommand =>
  command.event.type === 'SKIN_ANSWERED';
