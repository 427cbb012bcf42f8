/** What may be said of the benefit, and what everybody is told: on page, report and README, in every language. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { alarmOf } from '../../src/safety/alarm-table.ts';
import { afterTreatment, afterWords, plainWords } from '../../src/words/plain-words.ts';
import type { SkinKnown } from '../../src/words/plain-words.ts';
import { sources } from '../../src/limits/sources.ts';
import { languages } from '../../src/words/language.ts';
import type { Language } from '../../src/words/language.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

/** What the product says, where it is written; what is composed from it is left out. */
const texts = [
  'README.md',
  'package.json',
  ...['src', 'docs', 'tests/evidence'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|md)$/.test(name) && !/^evidence\.md$/.test(name))
      .map((name) => join(folder, name)),
  ),
];

/** That it treats, heals, cures or works against spasm or cramp. */
const claims = [
  /\b(treats?|treating|cures?|heals?|relieves?|eases?|against) (the |a |your )?(muscle )?(spasms?|cramps?)/i,
  /\b(behandelt|heilt|lindert|löst|gegen) (\p{L}+ )?(Muskel)?(krämpfe|krampf|spasmen|spasmus|verspannungen)/iu,
  /\b(trata|cura|alivia|contra) (los |el |un )?(calambres?|espasmos?|contracturas?)/iu,
];

const claimsIn = (text: string): string[] =>
  claims.flatMap((claim) => claim.exec(text.replaceAll(/\s+/g, ' '))?.[0] ?? []);

describe('the benefit', () => {
  it('is claimed nowhere', () => {
    const found = texts.flatMap((path) => claimsIn(read(path)).map((one) => `${path}: ${one}`));
    expect(found).toEqual([]);
    expect(texts.length).toBeGreaterThan(200);
  });

  it.each([
    'a device that treats muscle spasm',
    'works against cramps',
    'behandelt Muskelkrämpfe',
    'Wärme gegen Verspannungen',
    'alivia los calambres',
  ])('would be noticed: %s', (text) => {
    expect(claimsIn(text)).not.toEqual([]);
  });

  it('is told with how little is known, and what is known best, with sources', () => {
    const readme = read('README.md').replaceAll(/\s+/g, ' ');
    expect(readme).toMatch(/What is known of it, and what is not/);
    expect(readme).toContain('no trial of any physical therapy for cramps in ALS was found');
    for (const id of ['bieuzen2013', 'baldinger2012', 'bertolasi1993', 'bmc2022'] as const)
      expect(readme).toContain(sources[id].citation.split(',')[0]);
  });
});

/** By the languages that somebody has written down here. */
const saidOf: Readonly<
  Partial<Record<Language, Readonly<Record<'als' | 'stretch' | 'doctor', RegExp>>>>
> = {
  en: { als: /ALS/, stretch: /stretch/, doctor: /doctor/ },
  de: { als: /ALS/, stretch: /Dehnen/, doctor: /Arzt/ },
  es: { als: /ELA/, stretch: /estirar/, doctor: /médico/ },
};

describe('what everybody is told', () => {
  it('is there in every language of the page, as much in each', () => {
    expect(Object.keys(plainWords).toSorted()).toEqual([...languages].toSorted());
    for (const language of languages) {
      const { known, after, more, reaction, later, notFelt, notSaid } = plainWords[language];
      const lists = [known, after, more, reaction];
      expect(lists.map(({ length }) => length)).toEqual([4, 3, 6, 4]);
      for (const text of [...lists.flat(), later, notFelt, notSaid])
        expect(text).toMatch(/^\p{Lu}.{20,}\.$/u);
      const said = saidOf[language];
      expect(known.join(' '), language).toMatch(said?.als ?? /./);
      expect(known[3], language).toMatch(said?.stretch ?? /./);
      expect(after[0], language).toMatch(/20/);
      expect(more.at(-1), language).toMatch(said?.doctor ?? /./);
    }
  });

  it('names the rest, or leaves it out where nobody knows it', () => {
    for (const language of languages) {
      expect(afterWords(language, 180)[2]).toContain('180 ');
      expect(afterWords(language, 180).join(' ')).not.toContain('{');
      expect(afterWords(language, null)).toHaveLength(2);
    }
  });

  it('is of first aid and a doctor where the skin reacted, and of nothing that is not to be done then', () => {
    for (const language of languages) {
      const { after, reaction, later, notFelt, notSaid } = plainWords[language];
      const told = (reacted: boolean, atEnd: SkinKnown['atEnd']) =>
        afterTreatment(language, { reacted, atEnd }, 120);
      for (const [reacted, atEnd] of [
        [true, 'fine'],
        [true, 'wrong'],
        [false, 'wrong'],
      ] as const)
        expect(told(reacted, atEnd)).toEqual([...reaction, after[1]]);
      expect(reaction[0], language).toMatch(/20 min/);
      expect(reaction[2], language).toMatch(saidOf[language]?.doctor ?? /./);
      const usual = [...afterWords(language, 120), later];
      expect(told(false, 'fine')).toEqual(usual);
      expect(told(false, 'numb')).toEqual([notFelt, ...usual]);
      for (const atEnd of ['notSure', 'unanswered'] as const)
        expect(told(false, atEnd)).toEqual([notSaid, ...usual]);
      // Nobody's skin was under the plate.
      expect(afterTreatment(language, null, 120)).toEqual(afterWords(language, 120));
    }
  });

  it('is said by the alarm in the same words', () => {
    for (const text of plainWords.en.reaction)
      expect(alarmOf('skin-reaction')?.remedy).toContain(text);
  });
});
