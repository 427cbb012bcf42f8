/** What a person sees of the screening: one line for each string. Pure. */
import { reworded } from '../safety/reworded.ts';
import { checklist } from '../safety/screening-checklist.ts';
import { questionIn, siteNameIn } from '../safety/spoken.ts';
import { isAdmitted } from '../safety/screening.ts';
import type { Screening } from '../safety/screening.ts';
import type { Tongue } from '../words/tongue.ts';
import { reducedIn } from './reduced-words.ts';
import { itemOf, judged, objectionToDay, overrideOf } from './run-dialog.ts';
import type { Dialog } from './run-dialog.ts';

export function dialogLines(tongue: Tongue, dialog: Dialog): string[] {
  const { asking: t } = tongue;
  const { site, step } = dialog;
  const title = t('ask.title', { site: siteNameIn(tongue, site) });
  switch (step) {
    case 'question':
      return questionLines(tongue, title, dialog);
    case 'seenBy':
    case 'seenOn':
    case 'newOrWorse':
      return [title, ...wordLines(tongue, dialog, step)];
    case 'confirm':
      return [title, ...confirmLines(tongue, dialog)];
    case 'confirmer':
      return [
        title,
        ...foundLines(tongue, judged(dialog)),
        t('ask.confirmer'),
        t('ask.confirmerName', { typed: dialog.confirmer }),
        t('keys.text'),
      ];
    case 'clinician':
    case 'reason':
      return [
        title,
        ...foundLines(tongue, judged(dialog)),
        t('ask.decide'),
        t(`ask.${step}`, { typed: dialog[step] }),
        t('keys.text'),
      ];
  }
}

function questionLines(tongue: Tongue, title: string, dialog: Dialog): string[] {
  const { asking: t } = tongue;
  const item = itemOf(dialog);
  if (item === undefined) return [title];
  const { question, hint } = questionIn(tongue, item);
  const before = dialog.answers[item.id];
  return [
    t('ask.question', {
      title,
      number: dialog.at + 1,
      total: checklist.length,
      layer: t(`layer.${item.layer}`),
    }),
    `? ${question}`,
    ...(hint === undefined ? [] : [`  ${hint}`]),
    ...(before === undefined ? [] : [t('ask.before', { answer: t(`answer.${before}`) })]),
    t('keys.answer'),
  ];
}

function wordLines(
  tongue: Tongue,
  dialog: Dialog,
  step: 'seenBy' | 'seenOn' | 'newOrWorse',
): string[] {
  const { asking: t } = tongue;
  const item = itemOf(dialog);
  const what = `- ${item === undefined ? '' : questionIn(tongue, item).finding}`;
  const { seenBy, seenOn } = dialog;
  switch (step) {
    case 'seenBy':
      return [
        what,
        t(item?.loweredBy === 'healed' ? 'ask.healed' : 'ask.known'),
        t('ask.clinician', { typed: seenBy }),
        t('keys.text'),
      ];
    case 'seenOn': {
      const objection = seenOn.trim().length < 10 ? null : objectionToDay(dialog);
      return [
        what,
        t('ask.seenOn'),
        t('ask.day', { typed: seenOn }),
        ...(objection === null ? [] : [t('ask.notTaken', { why: reworded(tongue, objection) })]),
        t('keys.text'),
      ];
    }
    case 'newOrWorse':
      return [
        what,
        t('ask.newOrWorse', { name: seenBy.trim(), day: seenOn.trim() }),
        t('keys.answer'),
      ];
  }
}

const foundLines = (tongue: Tongue, { reasons }: Screening): string[] =>
  reasons.map(({ text, advice }) => {
    const more = advice === null ? '' : `. ${reworded(tongue, advice)}`;
    return `- ${reworded(tongue, text)}${more}`;
  });

function confirmLines(tongue: Tongue, dialog: Dialog): string[] {
  const { asking: t } = tongue;
  const screening = judged(dialog);
  const found = screening.reasons.length === 0;
  return [
    ...(found ? [t('found.nothing')] : foundLines(tongue, screening)),
    verdictWords(tongue, dialog, screening),
    t('ask.allRight'),
    t('keys.confirm'),
  ];
}

function verdictWords(tongue: Tongue, dialog: Dialog, screening: Screening): string {
  const { asking: t } = tongue;
  const override = overrideOf(dialog);
  if (!isAdmitted(screening, override)) return t('verdict.not');
  const limits = limitWords(tongue, screening);
  return screening.result === 'clear' || override === null
    ? t('verdict.may', { limits })
    : t('verdict.decided', { name: override.clinician, reason: override.reason, limits });
}

const limitWords = (tongue: Tongue, screening: Screening): string =>
  screening.profile === 'standard'
    ? tongue.asking('limits.clinic')
    : tongue.asking('limits.reduced', { limits: reducedIn(tongue, screening) });
