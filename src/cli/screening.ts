/** `contrast screening`: the checklist that a treatment begins with, for a clinic to read, to file and to correct. */
import type { Command } from 'commander';
import { citationsOf, sources } from '../limits/sources.ts';
import { wordKinds } from '../safety/clinician-word.ts';
import type { WordKind } from '../safety/clinician-word.ts';
import { checklistParts } from '../safety/screening-checklist.ts';
import { contrastRating, effectOf, layers } from '../safety/screening-item.ts';
import type { Rating, ScreeningItem } from '../safety/screening-item.ts';
import { reducedBounds, reducedWords } from '../safety/screening-profile.ts';
import { bodySites } from '../safety/screening-sites.ts';
import { wrapped } from './run-view.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

export function registerScreening(program: Command, terminal: Terminal): void {
  program
    .command('screening')
    .description('the checklist before a treatment: questions, ratings, sources, body sites')
    .option('--json', 'as JSON', false)
    .action(({ json }: { json: boolean }) => {
      terminal.out(json ? JSON.stringify(checklistFacts(), null, 2) : checklistText());
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

export const ratingWords: Readonly<Record<Rating, string>> = {
  none: 'no objection',
  precaution: 'with care',
  override: 'a clinician decides',
  absolute: 'never',
};

/** What a clinician's dated word does, in words. */
export const loweredWords = (kind: WordKind): string => {
  const { maxAgeDays } = wordKinds[kind];
  return kind === 'healed'
    ? 'with care where a clinician has looked and written down, with name and date, that it has healed'
    : `with care where it is known and a clinician wrote down, with name and date, at most ${maxAgeDays} days ago, that they saw it`;
};

const columns = 80;

function checklistText(): string {
  const lines = [
    `Screening before a treatment, Contrast Companion ${programVersion()}`,
    'Not medical advice: engineering defaults for a clinician to review.',
    '',
    'never                nobody can decide against it; nor against a question left open',
    'a clinician decides  with name and reason; reduced limits',
    'known, healed        a dated word lowers it; “new or worse since” cancels the word',
    `with care            reduced limits: ${reducedWords({ coldPhaseMaxMinutes: null })}`,
    ...checklistParts.flatMap(({ title, items }) => ['', title, ...items.flatMap(itemLines)]),
    '',
    'Where the plate may lie',
    ...bodySites.map(({ id, label, rating, why, coldPhaseMaxMinutes }) => {
      const short =
        coldPhaseMaxMinutes === undefined ? '' : `, cold phases at most ${coldPhaseMaxMinutes} min`;
      const words = why === '' ? '' : `  ${ratingWords[rating]}${short}: ${why}`;
      return `  ${id.padEnd(20)}${label}${words}`;
    }),
  ];
  return lines.flatMap((line) => wrapped(line, columns)).join('\n');
}

function itemLines(item: ScreeningItem): string[] {
  const { row, id, question, problem, heat, cold, advice, coldPhaseMaxMinutes } = item;
  const { hint, loweredBy, elsewhere = 'none' } = item;
  const [first = '', ...more] = wrapped(question, columns - 7);
  const also = [
    ...(item.onlyAt === undefined
      ? []
      : [`at ${item.onlyAt.join(', ')}; elsewhere ${ratingWords[elsewhere]}`]),
    ...(loweredBy === undefined ? [] : [loweredWords(loweredBy)]),
    ...(coldPhaseMaxMinutes === undefined
      ? []
      : [`a cold phase at most ${coldPhaseMaxMinutes} min`]),
    ...(item.checksTwiceAsOften === true ? ['skin checks twice as often'] : []),
    ...(advice === undefined ? [] : [advice]),
  ];
  const contrast = ratingWords[contrastRating(item)];
  return [
    '',
    `  ${row.padEnd(4)} ${first}`,
    ...more.map((line) => `       ${line.trimStart()}`),
    ...(hint === undefined ? [] : indented('', hint)),
    `       [ ] yes  [ ] no     ${id}`,
    `       ${problem} means: contrast ${contrast} (heat ${ratingWords[heat]}, cold ${ratingWords[cold]})`,
    ...also.flatMap((words) => indented('', words)),
    ...indented('source  ', citationsOf(item.sources)),
    `       hazard  ${item.hazards.join(', ')}`,
  ];
}

function indented(head: string, text: string): string[] {
  return wrapped(text, columns - 7 - head.length).map(
    (line, index) => `       ${index === 0 ? head : ' '.repeat(head.length)}${line.trimStart()}`,
  );
}
