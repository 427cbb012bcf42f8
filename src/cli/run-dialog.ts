/** The screening as a person goes through it, one question at a time. Pure: a key in, the next dialog out. */
import { checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import { reducedWords } from '../safety/screening-profile.ts';
import { siteOf } from '../safety/screening-sites.ts';
import { evaluateScreening, isAdmitted } from '../safety/screening.ts';
import type { Override, Screening, ScreeningReason } from '../safety/screening.ts';
import { nameProblem } from '../records/person-name.ts';
import { withFound } from '../treatment/admission.ts';
import { ctrlC, escape } from './key-reader.ts';

type Step = 'question' | 'clinician' | 'reason' | 'confirm';
/** `left`: the terminal was closed, or the system ended the program. */
export type Ending = 'confirmed' | 'cancelled' | 'stopped' | 'left';

export interface Dialog {
  readonly site: string;
  /** Not asked again, unless somebody goes back to them. */
  readonly prepared: Answers;
  /** What was found before anybody was asked: doubts about time and earlier records. */
  readonly found: readonly ScreeningReason[];
  readonly answers: Answers;
  readonly step: Step;
  /** Which question is asked, from 0. */
  readonly at: number;
  /** The clinician's name and reason, as far as they are typed. */
  readonly clinician: string;
  readonly reason: string;
  /** Null while it goes on. */
  readonly ending: Ending | null;
}

/**
 * @param prepared answers that need not be asked again
 * @param override a clinician's decision, where it is known beforehand
 * @param found what is for a clinician to decide, whatever is answered
 */
export function startDialog(
  site: string,
  prepared: Answers,
  override: Override | null,
  found: readonly ScreeningReason[] = [],
): Dialog {
  const first = checklist.findIndex(({ id }) => !Object.hasOwn(prepared, id));
  const dialog: Dialog = {
    site,
    prepared,
    found,
    answers: prepared,
    step: 'question',
    at: Math.max(0, first),
    clinician: override?.clinician ?? '',
    reason: override?.reason ?? '',
    ending: null,
  };
  return first < 0 ? afterQuestions(dialog) : dialog;
}

export const overrideOf = ({ clinician, reason }: Dialog): Override | null =>
  clinician.trim() === '' && reason.trim() === '' ? null : { clinician, reason };

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
  if (step === 'clinician' || step === 'reason') return typed(dialog, step, key);
  const wish = key.toLowerCase();
  if (wish === 's') return { ...dialog, ending: 'stopped' };
  if (wish === 'c') return { ...dialog, ending: 'cancelled' };
  if (wish === 'b' || backspace.has(key)) return back(dialog);
  if (step === 'confirm') return wish === 'y' ? { ...dialog, ending: 'confirmed' } : dialog;
  if (wish === 'y' || wish === 'n') return answered(dialog, wish === 'y' ? 'yes' : 'no');
  return dialog;
}

function answered(dialog: Dialog, answer: 'yes' | 'no'): Dialog {
  const question = checklist[dialog.at];
  if (question === undefined) return dialog;
  const answers = { ...dialog.answers, [question.id]: answer };
  const next = checklist.findIndex(
    ({ id }, index) => index > dialog.at && !Object.hasOwn(dialog.prepared, id),
  );
  if (next >= 0) return { ...dialog, answers, at: next };
  return afterQuestions({ ...dialog, answers });
}

const judged = ({ answers, site, found }: Dialog): Screening =>
  withFound(evaluateScreening(answers, site), found);

function afterQuestions(dialog: Dialog): Dialog {
  const screening = judged(dialog);
  const asks = screening.result === 'needsClinician' && !isAdmitted(screening, overrideOf(dialog));
  return { ...dialog, step: asks ? 'clinician' : 'confirm' };
}

/** One step back. An answer stays until another is given. */
function back(dialog: Dialog): Dialog {
  if (dialog.step !== 'question') return { ...dialog, step: 'question', at: checklist.length - 1 };
  return { ...dialog, at: Math.max(0, dialog.at - 1) };
}

function typed(dialog: Dialog, step: 'clinician' | 'reason', key: string): Dialog {
  const text = dialog[step];
  if (enter.has(key)) {
    if (step === 'clinician' && text.trim() !== '' && nameProblem(text) !== null) return dialog;
    const goesOn = step === 'clinician' && text.trim() !== '';
    return { ...dialog, step: goesOn ? 'reason' : 'confirm' };
  }
  if (key === escape) return back(dialog);
  if (backspace.has(key)) return { ...dialog, [step]: Array.from(text).slice(0, -1).join('') };
  const isText = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u.test(key);
  return isText && text.length < longestText ? { ...dialog, [step]: text + key } : dialog;
}

/** What the person sees: one line for each string. */
export function dialogLines(dialog: Dialog): string[] {
  const { site, step, at, answers } = dialog;
  const title = `Screening for ${siteOf(site)?.label ?? site}`;
  const question = checklist[at];
  if (step === 'question' && question !== undefined) {
    const before = answers[question.id];
    return [
      `${title}: question ${at + 1} of ${checklist.length}`,
      `? ${question.question}`,
      ...(before === undefined ? [] : [`  answered before: ${before}`]),
      '[y] yes   [n] no   [b] back   [c] cancel   [s] STOP',
    ];
  }
  if (step === 'confirm') return [title, ...confirmLines(dialog)];
  const asked = step === 'clinician' ? 'Name of the clinician' : 'Reason of the clinician';
  return [
    title,
    ...foundLines(judged(dialog)),
    'A clinician may decide to treat all the same, with reduced limits. Leave the name empty if none does.',
    `? ${asked}: ${dialog[step === 'clinician' ? 'clinician' : 'reason']}_`,
    '[Enter] go on   [Esc] back   [Ctrl-C] STOP',
  ];
}

const foundLines = ({ reasons }: Screening): string[] =>
  reasons.map(({ text, advice }) => `- ${text}${advice === null ? '' : `. ${advice}`}`);

function confirmLines(dialog: Dialog): string[] {
  const screening = judged(dialog);
  const override = overrideOf(dialog);
  const by = override === null ? '' : `, as ${override.clinician} decided: ${override.reason}`;
  const verdict = isAdmitted(screening, override)
    ? `May be treated${screening.result === 'clear' ? '' : by}. ${limitWords(screening)}`
    : 'Not to be treated now.';
  return [
    ...(screening.reasons.length === 0 ? ['Nothing was found.'] : foundLines(screening)),
    verdict,
    '? Are all answers right?',
    '[y] they are right   [b] back   [c] cancel   [s] STOP',
  ];
}

const limitWords = (screening: Screening): string =>
  screening.profile === 'standard'
    ? 'The clinic’s limits hold.'
    : `Reduced limits: ${reducedWords(screening)}.`;
