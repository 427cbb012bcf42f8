/** What a person sees of the screening: one line for each string. Pure. */
import { checklist } from '../safety/screening-checklist.ts';
import { layers } from '../safety/screening-item.ts';
import { reducedWords } from '../safety/screening-profile.ts';
import { siteOf } from '../safety/screening-sites.ts';
import { isAdmitted } from '../safety/screening.ts';
import type { Screening } from '../safety/screening.ts';
import { itemOf, judged, objectionToDay, overrideOf } from './run-dialog.ts';
import type { Dialog } from './run-dialog.ts';

const textKeys = '[Enter] go on   [Esc] back   [Ctrl-C] STOP';

export function dialogLines(dialog: Dialog): string[] {
  const { site, step } = dialog;
  const title = `Screening for ${siteOf(site)?.label ?? site}`;
  switch (step) {
    case 'question':
      return questionLines(title, dialog);
    case 'seenBy':
    case 'seenOn':
    case 'newOrWorse':
      return [title, ...wordLines(dialog, step)];
    case 'confirm':
      return [title, ...confirmLines(dialog)];
    case 'confirmer':
      return [
        title,
        ...foundLines(judged(dialog)),
        'Whoever says that what is answered now is right gives their name; both answers are recorded. Leave it empty if nobody does.',
        `? Name of who confirms: ${dialog.confirmer}_`,
        textKeys,
      ];
    case 'clinician':
    case 'reason': {
      const asked = step === 'clinician' ? 'Name of the clinician' : 'Reason of the clinician';
      return [
        title,
        ...foundLines(judged(dialog)),
        'A clinician may decide to treat all the same, with reduced limits. Leave the name empty if none does.',
        `? ${asked}: ${dialog[step]}_`,
        textKeys,
      ];
    }
  }
}

function questionLines(title: string, dialog: Dialog): string[] {
  const item = itemOf(dialog);
  if (item === undefined) return [title];
  const before = dialog.answers[item.id];
  return [
    `${title}: question ${dialog.at + 1} of ${checklist.length}, ${layers[item.layer].title}`,
    `? ${item.question}`,
    ...(item.hint === undefined ? [] : [`  ${item.hint}`]),
    ...(before === undefined ? [] : [`  answered before: ${before}`]),
    '[y] yes   [n] no   [b] back   [c] cancel   [s] STOP',
  ];
}

function wordLines(dialog: Dialog, step: 'seenBy' | 'seenOn' | 'newOrWorse'): string[] {
  const item = itemOf(dialog);
  const what = `- ${item?.finding ?? ''}`;
  const { seenBy, seenOn } = dialog;
  switch (step) {
    case 'seenBy': {
      const asks =
        item?.loweredBy === 'healed'
          ? 'Has a clinician looked at it and written that it has healed? Leave the name empty if none has.'
          : 'Is it long known, and has a clinician seen it? Leave the name empty if none has.';
      return [what, asks, `? Name of the clinician: ${seenBy}_`, textKeys];
    }
    case 'seenOn': {
      const objection = seenOn.trim() === '' ? null : objectionToDay(dialog);
      return [
        what,
        'The day on which they saw it, as it is written down. Leave it empty if none is.',
        `? Day, such as 2026-11-02: ${seenOn}_`,
        ...(objection === null || seenOn.trim().length < 10 ? [] : [`  not taken: ${objection}`]),
        textKeys,
      ];
    }
    case 'newOrWorse':
      return [
        what,
        `? Is it new or worse since ${seenBy.trim()} saw it on ${seenOn.trim()}?`,
        '[y] yes   [n] no   [b] back   [c] cancel   [s] STOP',
      ];
  }
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
