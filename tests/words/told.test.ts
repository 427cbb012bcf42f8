/** Sentences that are found by their English text: a text that nobody writes any more would never be found. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reworded } from '../../src/safety/reworded.ts';
import { reducedWords } from '../../src/safety/screening-profile.ts';
import { reducedIn } from '../../src/cli/reduced-words.ts';
import { refusedEn } from '../../src/words/refused-en.ts';
import { toldEn } from '../../src/words/told-en.ts';
import { languages } from '../../src/words/language.ts';
import { english, tongueOf } from '../../src/words/tongue.ts';

const project = resolve(import.meta.dirname, '../..');
const sources = execFileSync('git', ['ls-files', 'src', 'machines', 'hardware'], {
  cwd: project,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !/^src\/(web\/|words\/(languages\/|(told|refused|found)-))/.test(path),
  )
  .map((path) => readFileSync(join(project, path), 'utf8'))
  .join('\n')
  .toLowerCase();

/** What rules found is told in sentences by records of format 1 alone, which nobody writes any more. */
const sentences: readonly string[] = [...toldEn, ...refusedEn];

/** Of which a part is chosen among several where it is written. */
const composed = [
  '"{question}" yes then, no now',
  '"{question}" no then, yes now',
  'the clock was set forward by {time} since the record {id}',
  'the clock was set back by {time} since the record {id}',
];

describe('every English sentence', () => {
  it('is still written somewhere, piece by piece', () => {
    const lost = sentences.filter(
      (text) =>
        !text
          .split(/\{\w+\}/)
          .flatMap((piece) => piece.split(/; |\. |, | \(|\)|: /))
          .map((piece) => piece.trim().toLowerCase())
          .every((piece) => piece.length < 8 || isWritten(piece)),
    );
    expect(lost.filter((text) => !composed.includes(text))).toEqual([]);
  });

  it('is found in German, and what is put into it stays', () => {
    const tongue = tongueOf('de');
    expect(reworded(tongue, 'stopped by Ann; cold finish not delivered')).toBe(
      'angehalten durch: Ann; letzte Kälte nicht gegeben',
    );
    expect(reworded(tongue, 'plate sensor A reads 43.2 °C')).toBe('Plattenfühler A: 43,2 °C');
    expect(reworded(tongue, 'Take the plate off the skin. Look at the skin.')).toBe(
      'Platte von der Haut nehmen. Die Haut ansehen.',
    );
  });

  it('that nobody knows stays as it is', () => {
    const text = 'Somebody wrote this; nobody else. It is 1.5 °C.';
    for (const language of languages) expect(reworded(tongueOf(language), text)).toBe(text);
    expect(reworded(english, 'the pause lasted too long')).toBe('the pause lasted too long');
  });

  it('on reduced limits is the same where it is recorded and where it is shown', () => {
    for (const coldPhaseMaxMinutes of [null, 5])
      expect(reducedIn(english, { coldPhaseMaxMinutes })).toBe(
        reducedWords({ coldPhaseMaxMinutes }),
      );
  });
});

/** As it stands, or with a value between its words: what is a hole here may be a choice of words there. */
function isWritten(piece: string): boolean {
  if (sources.includes(piece) || sources.includes(piece.replaceAll("'", "\\'"))) return true;
  const words = piece.split(' ');
  return words.every((_, index) => {
    const pair = words.slice(index, index + 2).join(' ');
    return index === words.length - 1 || sources.includes(pair) || /[\d"]/.test(pair);
  });
}
