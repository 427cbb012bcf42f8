/** The section of people before the screening. Pure. */
import type { Effect } from '../../src/safety/screening-item.ts';
import { heading, paragraph, shows, table } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { LayerFigures } from './layers.ts';
import { number, percent } from './words.ts';

const effectWords: Readonly<Record<Effect, string>> = {
  admit: 'admitted, the clinic’s limits',
  reduce: 'admitted, reduced limits',
  clinician: 'sent to a clinician',
  decline: 'declined',
};
const effects = Object.keys(effectWords) as Effect[];

export function screenedPeople({ screening }: LayerFigures): Block[] {
  const { all, als, people, newlyHeld, newlyTreated, why } = screening;
  const share = (count: number, of: number): string => `${number(count)} (${percent(count, of)})`;
  return [
    heading(2, 'People before the screening'),
    paragraph(
      `${number(people.of)} people are drawn from a distribution of answers, one in five of them with ALS, each with a site and with clinicians’ words that may be too old or overtaken. They answer truly. The same people stand before the [screening](screening.md) as it is and as it was before it had layers, dated words and a feeling test.`,
    ),
    ...shows(
      'What the questions do to the same people: who is let through, who is held back, and by which question.',
      'How many people are like that. How often each answer comes is assumed, not measured, and nobody is drawn who does not tell the truth.',
    ),
    table(
      ['what becomes of them', 'before', 'after', 'with ALS, before', 'with ALS, after'],
      effects.map((effect) => [
        effectWords[effect],
        share(all.before[effect], all.people),
        share(all.after[effect], all.people),
        share(als.before[effect], als.people),
        share(als.after[effect], als.people),
      ]),
    ),
    paragraph(
      `${number(newlyHeld)} were treated before and are held back now: by what was not asked, or by a test where a question was. ${number(newlyTreated)} were held back and are treated now, nearly all of them within reduced limits: by a dated word on what is known or healed, or because light-sensitive skin and thirst are no longer a reason.`,
    ),
    table(
      ['what becomes of them', 'by the question', 'before', 'after'],
      why.map(([effect, id, was, is]) => [
        effectWords[effect],
        `\`${id}\``,
        number(was),
        number(is),
      ]),
    ),
    paragraph(
      'Whoever has more than one reason is counted with each that weighs as much as the heaviest.',
    ),
  ];
}
