/** The tables of docs/screening.md, from the data that the program runs on. */
import { english } from '../../src/words/tongue.ts';
import { loweredIn } from '../../src/cli/screening.ts';
import { citationsOf } from '../../src/limits/sources.ts';
import { checklistParts } from '../../src/safety/screening-checklist.ts';
import { contrastRating, layers } from '../../src/safety/screening-item.ts';
import { reducedBounds, reducedGrounds } from '../../src/safety/screening-profile.ts';
import { bodySites, regionLabels } from '../../src/safety/screening-sites.ts';

type Row = readonly (string | number)[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const questionRows = checklistParts.flatMap(({ title, items }): Row[] => [
  ['', `**${title}**`, '', '', '', '', '', ''],
  ...items.map((item): Row => {
    const { row, id, question, problem, heat, cold, sources, hazards } = item;
    const also = [
      ...(item.coldPhaseMaxMinutes === undefined
        ? []
        : [`Cold phase at most ${item.coldPhaseMaxMinutes} min.`]),
      ...(item.checksTwiceAsOften === true ? ['Skin checks twice as often.'] : []),
      ...(item.hint === undefined ? [] : [item.hint]),
      ...(item.loweredBy === undefined
        ? []
        : [`*${sentence(loweredIn(english, item.loweredBy))}*`]),
      ...(item.onlyAt === undefined
        ? []
        : [
            `At ${item.onlyAt.join(', ')}; elsewhere ${english.asking(`rating.${item.elsewhere ?? 'none'}`)}.`,
          ]),
      ...(item.advice === undefined ? [] : [item.advice]),
    ];
    const ratings = [contrastRating(item), heat, cold].map((rating) =>
      english.asking(`rating.${rating}`),
    );
    const asked = [`${question} (\`${id}\`)`, ...also].join(' ');
    return [row, asked, problem, ...ratings, hazards.join(', '), citationsOf(sources)];
  }),
]);

export const tables: Readonly<Record<string, string>> = {
  questions: table(
    ['row', 'question', 'problem', 'contrast', 'heat', 'cold', 'hazard', 'source'],
    questionRows,
  ),
  sites: table(
    ['`--site`', 'where', 'counted with', 'rating', 'why', 'cold phase at most'],
    bodySites.map(({ id, label, region, rating, why, coldPhaseMaxMinutes }) => [
      `\`${id}\``,
      label,
      region === null ? 'every region' : regionLabels[region],
      english.asking(`rating.${rating}`),
      why,
      coldPhaseMaxMinutes === undefined ? '' : `${coldPhaseMaxMinutes} min`,
    ]),
  ),
  layers: table(
    ['layer', 'an answer holds', 'questions'],
    checklistParts.map(({ layer, title, items }) => {
      const { holdsHours } = layers[layer];
      const held =
        holdsHours === 0 ? 'once' : holdsHours < 48 ? `${holdsHours} h` : `${holdsHours / 24} days`;
      return [title, held, items.length];
    }),
  ),
  reduced: table(
    ['what', 'bound', 'why', 'source'],
    Object.entries(reducedGrounds).map(([name, { label, words, reason, cites, basis }]) => [
      label,
      words(reducedBounds[name as keyof typeof reducedBounds]),
      reason,
      [citationsOf(cites), basis].filter((text) => text !== '').join('; '),
    ]),
  ),
};

/** The page with every table between `<!-- table NAME -->` and `<!-- end -->` written anew. */
export const withTables = (page: string): string =>
  page.replace(
    /(<!-- table ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_whole, begin: string, name: string, end: string) => `${begin}\n${tables[name]}\n\n${end}`,
  );
