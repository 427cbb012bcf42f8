/** The whole checklist, in the order in which it is asked: feeling first, the moment of the start last. */
import type { Answer, ScreeningItem } from './screening-item.ts';
import { medicinesAndSigns } from './screening-medicines.ts';
import { redFlags } from './screening-red-flags.ts';
import { personRows } from './screening-rows-person.ts';
import { reactionRows } from './screening-rows-reactions.ts';
import { siteRows, startRows } from './screening-rows-site.ts';

export const checklistParts: readonly {
  readonly title: string;
  readonly items: readonly ScreeningItem[];
}[] = [
  { title: 'The person and the site', items: [...reactionRows, ...personRows, ...siteRows] },
  { title: 'Red flags', items: redFlags },
  { title: 'Medicines and signs', items: medicinesAndSigns },
  { title: 'At the moment of the start', items: startRows },
];

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
