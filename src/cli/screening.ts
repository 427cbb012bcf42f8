/** `contrast screening`: the checklist that a treatment begins with, for a clinic to read, to file and to correct. */
import type { Command } from 'commander';
import { citationsOf, sources } from '../limits/sources.ts';
import { wordKinds } from '../safety/screening-item.ts';
import type { WordKind } from '../safety/screening-item.ts';
import { checklistParts } from '../safety/screening-checklist.ts';
import { reworded } from '../safety/reworded.ts';
import { contrastRating, effectOf, layers } from '../safety/screening-item.ts';
import type { Rating, ScreeningItem } from '../safety/screening-item.ts';
import { reducedBounds } from '../safety/screening-profile.ts';
import { bodySites } from '../safety/screening-sites.ts';
import { questionIn, siteIn } from '../safety/spoken.ts';
import type { Tongue } from '../words/tongue.ts';
import { reducedIn } from './reduced-words.ts';
import { wrapped } from './run-view.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

export function registerScreening(program: Command, terminal: Terminal): void {
  program
    .command('screening')
    .description('the checklist before a treatment: questions, ratings, sources, body sites')
    .option('--json', 'as JSON', false)
    .action(({ json }: { json: boolean }) => {
      terminal.out(
        json ? JSON.stringify(checklistFacts(), null, 2) : checklistText(terminal.tongue),
      );
    });
}

function checklistFacts(): object {
  return {
    version: programVersion(),
    layers,
    parts: checklistParts.map(({ layer, title, items }) => ({
      layer,
      title,
      items: items.map((item) => ({
        ...item,
        contrast: contrastRating(item),
        does: effectOf[contrastRating(item)],
        sources: item.sources.map((id) => sources[id].citation),
      })),
    })),
    sites: bodySites,
    reduced: reducedBounds,
  };
}

/** What a clinician's dated word does, in words. */
export const loweredIn = ({ asking: t }: Tongue, kind: WordKind): string =>
  kind === 'healed'
    ? t('lowered.healed')
    : t('lowered.known', { days: wordKinds[kind].maxAgeDays });

const columns = 80;

function checklistText(tongue: Tongue): string {
  const { asking: t } = tongue;
  const rating = (one: Rating): string => t(`rating.${one}`);
  const lines = [
    t('list.title', { version: programVersion() }),
    t('list.notAdvice'),
    '',
    t('list.never'),
    t('list.decides'),
    t('list.known'),
    t('list.care', { limits: reducedIn(tongue, { coldPhaseMaxMinutes: null }) }),
    ...checklistParts.flatMap(({ layer, items }) => [
      '',
      t(`layer.${layer}`),
      ...items.flatMap((item) => itemLines(tongue, item)),
    ]),
    '',
    t('list.sites'),
    ...bodySites.map((site) => {
      const { label, why } = siteIn(tongue, site);
      const words = { rating: rating(site.rating), why };
      const minutes = site.coldPhaseMaxMinutes;
      const said =
        minutes === undefined
          ? t('list.siteWords', words)
          : t('list.siteShort', { ...words, minutes });
      return `  ${site.id.padEnd(20)}${label}${why === '' ? '' : `  ${said}`}`;
    }),
  ];
  return lines.flatMap((line) => wrapped(line, columns)).join('\n');
}

function itemLines(tongue: Tongue, item: ScreeningItem): string[] {
  const { asking: t } = tongue;
  const { row, id, problem, heat, cold, advice, coldPhaseMaxMinutes: minutes } = item;
  const { loweredBy, elsewhere = 'none' } = item;
  const { question, hint } = questionIn(tongue, item);
  const [first = '', ...more] = wrapped(question, columns - 7);
  const rating = (one: Rating): string => t(`rating.${one}`);
  const also = [
    ...(item.onlyAt === undefined
      ? []
      : [t('list.onlyAt', { sites: item.onlyAt.join(', '), rating: rating(elsewhere) })]),
    ...(loweredBy === undefined ? [] : [loweredIn(tongue, loweredBy)]),
    ...(minutes === undefined ? [] : [t('list.shortCold', { minutes })]),
    ...(item.checksTwiceAsOften === true ? [t('list.twice')] : []),
    ...(advice === undefined ? [] : [reworded(tongue, advice)]),
  ];
  const means = t('list.means', {
    answer: t(`answer.${problem}`),
    contrast: rating(contrastRating(item)),
    heat: rating(heat),
    cold: rating(cold),
  });
  return [
    '',
    `  ${row.padEnd(4)} ${first}`,
    ...more.map((line) => `       ${line.trimStart()}`),
    ...(hint === undefined ? [] : indented('', hint)),
    `       ${t('list.boxes', { id })}`,
    `       ${means}`,
    ...also.flatMap((words) => indented('', words)),
    ...indented(`${t('list.source')}  `, citationsOf(item.sources)),
    `       ${t('list.hazard').padEnd(t('list.source').length)}  ${item.hazards.join(', ')}`,
  ];
}

function indented(head: string, text: string): string[] {
  return wrapped(text, columns - 7 - head.length).map(
    (line, index) => `       ${index === 0 ? head : ' '.repeat(head.length)}${line.trimStart()}`,
  );
}
