/** `contrast screening`: the checklist that a treatment begins with, for a clinic to read, to file and to correct. */
import type { Command } from 'commander';
import { checklistParts } from '../safety/screening-checklist.ts';
import { contrastRating } from '../safety/screening-item.ts';
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
    parts: checklistParts.map(({ title, items }) => ({
      title,
      items: items.map((item) => ({ ...item, contrast: contrastRating(item) })),
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

const columns = 80;

function checklistText(): string {
  const lines = [
    `Screening before a treatment, Contrast Companion ${programVersion()}`,
    'Not medical advice: engineering defaults for a clinician to review.',
    '',
    'never                nobody can decide against it; nor against a question left open',
    'a clinician decides  with name and reason; reduced limits',
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
  const [first = '', ...more] = wrapped(question, columns - 7);
  const also = [
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
    `       [ ] yes  [ ] no     ${id}`,
    `       ${problem} means: contrast ${contrast} (heat ${ratingWords[heat]}, cold ${ratingWords[cold]})`,
    ...also.map((words) => `       ${words}`),
    ...indented('source  ', item.sources.join('; ')),
    `       hazard  ${item.hazards.join(', ')}`,
  ];
}

function indented(head: string, text: string): string[] {
  return wrapped(text, columns - 7 - head.length).map(
    (line, index) => `       ${index === 0 ? head : ' '.repeat(head.length)}${line.trimStart()}`,
  );
}
