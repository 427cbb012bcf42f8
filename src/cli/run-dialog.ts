/** The screening as a person goes through it, one question at a time. Pure: a key in, the next dialog out. */
import { nothingTold, objectionToWord } from '../safety/clinician-word.ts';
import type { ClinicianWord, Told } from '../safety/clinician-word.ts';
import { checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import type { Answer, ScreeningItem } from '../safety/screening-item.ts';
import { evaluateScreening, isAdmitted } from '../safety/screening.ts';
import type { Override, Screening, ScreeningReason } from '../safety/screening.ts';
import { clinicianProblem, nameProblem } from '../records/person-name.ts';
import {
  changedAnswers,
  declinedOf,
  declinedReasons,
  isSameDeclined,
} from '../treatment/declined-before.ts';
import type { Confirmation, DeclinedScreening } from '../treatment/declined-before.ts';
import { withFound } from '../treatment/found.ts';
import { ctrlC, escape } from './key-reader.ts';

/** After a problem that a clinician may have seen: who, when, and whether it is new or worse since. */
type WordStep = 'seenBy' | 'seenOn' | 'newOrWorse';
type TextStep = 'seenBy' | 'seenOn' | 'confirmer' | 'clinician' | 'reason';
type Step = 'question' | WordStep | TextStep | 'confirm';
/** `left`: the terminal was closed, or the system ended the program. */
export type Ending = 'confirmed' | 'cancelled' | 'stopped' | 'left';

export interface Dialog {
  readonly site: string;
  /** Not asked again, unless somebody goes back to them. */
  readonly prepared: Answers;
  /** What was found before anybody was asked: doubts about time and earlier records. */
  readonly found: readonly ScreeningReason[];
  /** Screenings that ended in no treatment: of the last day, and what was taken back in this dialog. */
  readonly declined: readonly DeclinedScreening[];
  readonly answers: Answers;
  /** Clinicians' words on problems that are there, as far as they were told. */
  readonly told: Told;
  readonly step: Step;
  /** Which question is asked, from 0. */
  readonly at: number;
  /** Name and day of a word as far as they are typed: the last ones stay, to be taken with Enter for the next problem. */
  readonly seenBy: string;
  readonly seenOn: string;
  /** Who says that what is answered otherwise than before is right, as far as it is typed. */
  readonly confirmer: string;
  /** The clinician's name and reason, as far as they are typed. */
  readonly clinician: string;
  readonly reason: string;
  /** Null while it goes on. */
  readonly ending: Ending | null;
}

/** What is known before anybody is asked. */
export interface Beforehand {
  /** A clinician's decision. */
  readonly override?: Override | null;
  /** What is for a clinician to decide, whatever is answered. */
  readonly found?: readonly ScreeningReason[];
  /** Words that were written down; each is taken or typed anew when its problem is answered. */
  readonly told?: Told;
  /** What ended in no treatment within the last day, and who says that other answers are right now. */
  readonly declined?: readonly DeclinedScreening[];
  readonly confirmer?: string;
}

/** @param prepared answers that need not be asked again */
export function startDialog(site: string, prepared: Answers, before: Beforehand = {}): Dialog {
  const { override = null, found = [], told = nothingTold, declined = [], confirmer = '' } = before;
  const first = checklist.findIndex(({ id }) => !Object.hasOwn(prepared, id));
  const dialog: Dialog = {
    site,
    prepared,
    found,
    declined,
    answers: prepared,
    told,
    step: 'question',
    at: Math.max(0, first),
    seenBy: '',
    seenOn: '',
    confirmer,
    clinician: override?.clinician ?? '',
    reason: override?.reason ?? '',
    ending: null,
  };
  return first < 0 ? afterQuestions(dialog) : dialog;
}

export const overrideOf = ({ clinician, reason }: Dialog): Override | null =>
  clinician.trim() === '' && reason.trim() === '' ? null : { clinician, reason };

const changedIn = ({ declined, answers }: Dialog) => changedAnswers(declined, answers);

/** It is of what is shown at that moment, and of nothing that is answered otherwise later. */
export const confirmationOf = (dialog: Dialog): Confirmation | null =>
  nameProblem(dialog.confirmer) !== null
    ? null
    : {
        name: dialog.confirmer,
        proof: 'typed at the terminal',
        ids: changedIn(dialog).map(({ id }) => id),
      };

/** Keys that mean the same wherever they are pressed. */
const endOfInput = '\u0004';
const enter = new Set(['\r', '\n']);
const backspace = new Set(['\u007f', '\b']);
const longestText = 200;

/** @param key one character */
export function pressKey(dialog: Dialog, key: string): Dialog {
  if (dialog.ending !== null) return dialog;
  if (key === ctrlC || key === endOfInput) return { ...dialog, ending: 'stopped' };
  const { step } = dialog;
  if (isTyped(step)) return typed(dialog, step, key);
  const wish = key.toLowerCase();
  if (wish === 's') return { ...dialog, ending: 'stopped' };
  if (wish === 'c') return { ...dialog, ending: 'cancelled' };
  if (wish === 'b' || backspace.has(key)) return back(dialog);
  if (step === 'confirm') return wish === 'y' ? { ...dialog, ending: 'confirmed' } : dialog;
  if (wish !== 'y' && wish !== 'n') return dialog;
  const answer = wish === 'y' ? 'yes' : 'no';
  return step === 'newOrWorse' ? withWord(dialog, answer) : answered(dialog, answer);
}

const textSteps: readonly Step[] = [
  'seenBy',
  'seenOn',
  'confirmer',
  'clinician',
  'reason',
] satisfies TextStep[];
const isTyped = (step: Step): step is TextStep => textSteps.includes(step);

function answered(dialog: Dialog, answer: Answer): Dialog {
  const question = checklist[dialog.at];
  if (question === undefined) return dialog;
  const answers = { ...dialog.answers, [question.id]: answer };
  const { [question.id]: written, ...words } = dialog.told.words;
  const next = { ...dialog, answers, told: { ...dialog.told, words } };
  if (answer !== question.problem || question.loweredBy === undefined) return nextQuestion(next);
  return {
    ...next,
    step: 'seenBy',
    seenBy: written?.clinician ?? dialog.seenBy,
    seenOn: written?.seenOn ?? dialog.seenOn,
  };
}

function nextQuestion(dialog: Dialog): Dialog {
  const next = checklist.findIndex(
    ({ id }, index) => index > dialog.at && !Object.hasOwn(dialog.prepared, id),
  );
  if (next >= 0) return { ...dialog, step: 'question', at: next };
  return afterQuestions(dialog);
}

function withWord(dialog: Dialog, newOrWorse: Answer): Dialog {
  const question = checklist[dialog.at];
  if (question === undefined) return dialog;
  const word: ClinicianWord = { ...typedWord(dialog), newOrWorse };
  const words = { ...dialog.told.words, [question.id]: word };
  return nextQuestion({ ...dialog, told: { ...dialog.told, words } });
}

const typedWord = ({ seenBy, seenOn }: Dialog): ClinicianWord => ({
  clinician: seenBy.trim(),
  seenOn: seenOn.trim(),
  newOrWorse: 'no',
});

/** What is wrong with the day that is typed; null: nothing is. */
export function objectionToDay(dialog: Dialog): string | null {
  const item = itemOf(dialog);
  return item?.loweredBy === undefined
    ? null
    : objectionToWord(item, typedWord(dialog), dialog.told);
}

export const itemOf = ({ at }: Dialog): ScreeningItem | undefined => checklist[at];

export function judged(dialog: Dialog): Screening {
  const { answers, site, found, told, declined } = dialog;
  const before = declinedReasons(declined, answers, confirmationOf(dialog));
  return withFound(evaluateScreening(answers, site, told), [...found, ...before]);
}

function afterQuestions(dialog: Dialog): Dialog {
  const asks = changedIn(dialog).length > 0 && confirmationOf(dialog) === null;
  return asks ? { ...dialog, step: 'confirmer' } : afterConfirmer(dialog);
}

function afterConfirmer(dialog: Dialog): Dialog {
  const screening = judged(dialog);
  const asks = screening.result === 'needsClinician' && !isAdmitted(screening, overrideOf(dialog));
  return { ...dialog, step: asks ? 'clinician' : 'confirm' };
}

/** One step back. An answer stays until another is given. */
function back(dialog: Dialog): Dialog {
  const { step } = dialog;
  if (step === 'newOrWorse') return { ...dialog, step: 'seenOn' };
  if (step === 'seenBy' || step === 'seenOn') return { ...dialog, step: 'question' };
  if (step !== 'question')
    return { ...takenBack(dialog), confirmer: '', step: 'question', at: checklist.length - 1 };
  return { ...dialog, at: Math.max(0, dialog.at - 1) };
}

/** What was shown to end in no treatment stands, whatever is answered after it. */
function takenBack(dialog: Dialog): Dialog {
  const { site, told, declined } = dialog;
  const screening = judged(dialog);
  if (isAdmitted(screening, overrideOf(dialog))) return dialog;
  const answers = Object.entries(dialog.answers).map(([id, answer]) => ({ id, answer }));
  const when = { record: null, atMs: told.nowMs };
  const fresh = declinedOf(when, { ...screening, reasons: [...screening.reasons], site, answers });
  const news = fresh.filter((one) => !declined.some((known) => isSameDeclined(one, known)));
  return { ...dialog, declined: [...news, ...declined] };
}

function typed(dialog: Dialog, step: TextStep, key: string): Dialog {
  const text = dialog[step];
  if (enter.has(key)) return entered(dialog, step);
  if (key === escape) return back(dialog);
  if (backspace.has(key)) return { ...dialog, [step]: Array.from(text).slice(0, -1).join('') };
  const isText = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u.test(key);
  return isText && text.length < longestText ? { ...dialog, [step]: text + key } : dialog;
}

/** A name that cannot be one, and a day that does not count, are not taken; nothing at all means that nobody has seen it. */
function entered(dialog: Dialog, step: TextStep): Dialog {
  const text = dialog[step];
  const isEmpty = text.trim() === '';
  const isNoName = !isEmpty && clinicianProblem(text) !== null;
  switch (step) {
    case 'seenBy':
      if (isNoName) return dialog;
      return isEmpty ? nextQuestion(dialog) : { ...dialog, step: 'seenOn' };
    case 'seenOn':
      if (isEmpty) return nextQuestion(dialog);
      return objectionToDay(dialog) === null ? { ...dialog, step: 'newOrWorse' } : dialog;
    case 'confirmer':
      return isEmpty || nameProblem(text) === null ? afterConfirmer(dialog) : dialog;
    case 'clinician':
      if (isNoName) return dialog;
      return { ...dialog, step: isEmpty ? 'confirm' : 'reason' };
    case 'reason':
      return { ...dialog, step: 'confirm' };
  }
}
