/** The tables of docs/screening.md, from the data that the program runs on. */
import { ratingWords } from '../../src/cli/screening.ts';
import { checklistParts } from '../../src/safety/screening-checklist.ts';
import { contrastRating } from '../../src/safety/screening-item.ts';
import { reducedBounds } from '../../src/safety/screening-profile.ts';
import { bodySites, regionLabels } from '../../src/safety/screening-sites.ts';

type Row = readonly (string | number)[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const questionRows = checklistParts.flatMap(({ title, items }): Row[] => [
  ['', `**${title}**`, '', '', '', '', '', ''],
  ...items.map((item): Row => {
    const { row, id, question, problem, heat, cold, sources, hazards } = item;
    const also = [
      ...(item.coldPhaseMaxMinutes === undefined
        ? []
        : [`Cold phase at most ${item.coldPhaseMaxMinutes} min.`]),
      ...(item.checksTwiceAsOften === true ? ['Skin checks twice as often.'] : []),
      ...(item.advice === undefined ? [] : [item.advice]),
    ];
    const ratings = [contrastRating(item), heat, cold].map((rating) => ratingWords[rating]);
    const asked = [`${question} (\`${id}\`)`, ...also].join(' ');
    return [row, asked, problem, ...ratings, hazards.join(', '), sources.join('; ')];
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
      ratingWords[rating],
      why,
      coldPhaseMaxMinutes === undefined ? '' : `${coldPhaseMaxMinutes} min`,
    ]),
  ),
  reduced: table(
    ['what', 'bound'],
    [
      ['hot phase', `at most ${reducedBounds.hotMaxC} °C`],
      [
        'cold phase',
        `at least ${reducedBounds.coldMinC} °C, at most ${reducedBounds.coldPhaseMaxMinutes} min`,
      ],
      ['cold of a session', `at most ${reducedBounds.coldMinutesPerSession} min`],
      ['dose of a session', `at most ${reducedBounds.cem43PerSessionMin} CEM43 min`],
      [
        'sessions in one region',
        `at most ${reducedBounds.sessionsPerDay} in 24 hours, ${reducedBounds.sessionGapMinutes} min apart`,
      ],
    ],
  ),
};

/** The page with every table between `<!-- table NAME -->` and `<!-- end -->` written anew. */
export const withTables = (page: string): string =>
  page.replace(
    /(<!-- table ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_whole, begin: string, name: string, end: string) => `${begin}\n${tables[name]}\n\n${end}`,
  );
