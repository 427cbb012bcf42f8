/** The whole checklist by layers, in the order in which it is asked: what lasts first, the moment of the start last. */
import { layers } from './screening-item.ts';
import type { Answer, Layer, ScreeningItem, WrittenItem } from './screening-item.ts';
import { siteQuestions } from './screening-here.ts';
import { lastingIllness } from './screening-lasting-illness.ts';
import { lastingReactions } from './screening-lasting-reactions.ts';
import { redFlags } from './screening-red-flags.ts';
import { startQuestions } from './screening-start.ts';
import { todayQuestions } from './screening-today.ts';

const written = {
  lasting: [...lastingReactions, ...lastingIllness],
  site: siteQuestions,
  today: [...redFlags, ...todayQuestions],
  start: startQuestions,
} as const satisfies Record<Layer, readonly WrittenItem[]>;

export type QuestionId = (typeof written)[Layer][number]['id'];

export interface ChecklistPart {
  readonly layer: Layer;
  readonly title: string;
  readonly items: readonly ScreeningItem[];
}

export const checklistParts: readonly ChecklistPart[] = (
  ['lasting', 'site', 'today', 'start'] as const satisfies readonly Layer[]
).map((layer) => ({
  layer,
  title: layers[layer].title,
  items: written[layer].map((item) => ({ ...item, layer })),
}));

export const checklist: readonly ScreeningItem[] = checklistParts.flatMap(({ items }) => items);

/** By question id. What is not there was not answered. */
export type Answers = Readonly<Record<string, Answer>>;

/** The one answer to a question that is no problem. */
export const clearAnswer = ({ problem }: ScreeningItem): Answer =>
  problem === 'yes' ? 'no' : 'yes';

/** Nothing is wrong with anybody: what `--yes` says of a simulated person. */
export const allClear: Answers = Object.freeze(
  Object.fromEntries(checklist.map((item) => [item.id, clearAnswer(item)])),
);
