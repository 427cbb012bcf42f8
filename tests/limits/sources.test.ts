/** Every publication that is cited anywhere stands in one list, with what it may be cited for. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settableBounds, fixedBounds } from '../../src/limits/envelope.ts';
import type { FixedBound } from '../../src/limits/envelope.ts';
import { sources } from '../../src/limits/sources.ts';
import type { Source, SourceId } from '../../src/limits/sources.ts';
import { checklist } from '../../src/safety/screening-checklist.ts';
import { reducedBounds, reducedGrounds } from '../../src/safety/screening-profile.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const list: readonly Source[] = Object.values(sources);
const listed = list.map(({ citation }) => citation).join('\n');

const texts = ['src', 'machines', 'hardware', 'docs'].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|md)$/.test(name))
    .map((name) => join(folder, name)),
);

/** `Geng 2006`, `Moritz & Henriques 1947`, `Pennes (1948)`. */
const authorYear =
  /\b([A-Z][a-zé]+(?:(?: et al\.)|(?:, [A-Z][a-z]+)* (?:&|and) [A-Z][a-z]+)?),? \(?((?:19|20)\d\d)\b/g;
const number = /\bPMC\d+|\b10\.\d{4,}\/[^\s,;)'"`]*[^\s,;.)'"`]|\bpubmed \d+/g;
/** What has a year and is no publication. */
const noAuthors = new Set(['January', 'March', 'May', 'November', 'December', 'Specification']);

const typedKeys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(table) as Key[];

const lastName = (authors: string): string =>
  authors
    .replace(/ et al\.$/, '')
    .split(/[ ,]+/)
    .at(-1)!;

function unlisted(text: string): string[] {
  const names = [...text.matchAll(authorYear)].flatMap(([whole, authors, year]) => {
    if (authors === undefined || noAuthors.has(authors)) return [];
    const known = list.some(
      ({ citation }) => citation.includes(lastName(authors)) && citation.includes(year ?? '?'),
    );
    return known ? [] : [whole];
  });
  const numbers = [...text.matchAll(number)].flatMap(([whole]) =>
    listed.includes(whole) ? [] : [whole],
  );
  return [...names, ...numbers];
}

describe('sources', () => {
  it('are all in the list, wherever they are cited', () => {
    const found = texts.flatMap((path) =>
      unlisted(readFileSync(join(project, path), 'utf8')).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
    expect(texts.length).toBeGreaterThan(200);
  });

  it.each([
    ['Nobody 2031 says so', ['Nobody 2031']],
    ['in Nobody & Sons (1999)', ['Nobody & Sons (1999']],
    ['PMC1', ['PMC1']],
    ['doi 10.1234/abc.5, and', ['10.1234/abc.5']],
    ['Geng 2006; Khoshnevis 2015, PMC4395553', []],
  ])('are told from what is not: %s', (text, expected) => {
    expect(unlisted(text)).toEqual(expected);
  });

  it('say what they may be cited for, each once', () => {
    for (const { citation, says } of list) expect(says.length, citation).toBeGreaterThan(15);
    expect(new Set(list.map(({ citation }) => citation)).size).toBe(list.length);
  });

  it.each(Object.entries<FixedBound>({ ...settableBounds, ...fixedBounds }))(
    'of %s stand in it, or its ground is said to be another',
    (_name, { cites, basis, source }) => {
      expect(cites.length > 0 || basis !== undefined).toBe(true);
      for (const id of cites) expect(source).toContain(sources[id].citation);
    },
  );

  it('of another field are called borrowed, wherever a bound rests on them', () => {
    const borrowed = new Set<SourceId>(['vanRhoon2013', 'neurophysiology1999']);
    const bounds: readonly Pick<FixedBound, 'cites' | 'basis' | 'reason'>[] = [
      ...Object.values<FixedBound>(settableBounds),
      ...Object.values<FixedBound>(fixedBounds),
      ...Object.values(reducedGrounds),
    ];
    const resting = bounds.filter(({ cites }) => cites.some((id) => borrowed.has(id)));
    expect(resting.length).toBeGreaterThan(4);
    for (const { basis, reason } of resting) expect(`${reason} ${basis ?? ''}`).toMatch(/borrowed/);
  });

  it.each(typedKeys(reducedGrounds))(
    'of the reduced %s: the bound is a number that the reason names, and is no wider',
    (name) => {
      const { reason, cites, basis } = reducedGrounds[name];
      expect(reason.match(/\d+/g)?.map(Number)).toContain(reducedBounds[name]);
      expect(cites.length > 0 || basis !== '').toBe(true);
    },
  );

  it('of the questions are cited for what each says: no flag leans on a text that has it not', () => {
    const says = (id: SourceId): string => sources[id].says.toLowerCase();
    for (const { id, sources: cited } of checklist)
      expect(new Set(cited).size, id).toBe(cited.length);
    // The words by which a source must know what it is cited for.
    const known: readonly (readonly [SourceId, string, RegExp])[] = [
      ['spasmArticles', 'getting-worse', /more often or grow worse/],
      ['spasmArticles', 'muscle-wasting', /shrinks/],
      ['spasmArticles', 'new-weakness', /weakness/],
      ['spasmArticles', 'fever', /fever/],
      ['spasmArticles', 'vomiting-or-diarrhoea', /vomiting/],
      ['spasmArticles', 'trauma', /accident/],
      ['caudaEquina', 'saddle-or-bladder', /numbness between the legs/],
      ['nhsHelp', 'rest-pain', /pain at night/],
      ['nhsHelp', 'chest-or-breath', /chest pain/],
      ['nhsHelp', 'breathless', /breathlessness/],
      ['nhsHelp', 'dark-urine', /dark urine/],
      ['nhsHelp', 'belly-pain', /belly pain/],
      ['nhsClot', 'one-calf', /swells, is warm and sore/],
      ['fda2020', 'skin-after-cold', /changed colour and numbness/],
      ['deroyal', 'clotting', /clots easily/],
      ['deroyal', 'child', /12 years/],
      ['stryker', 'fresh-injury', /24 to 48 h/],
      ['apa2001', 'feeling-tested', /tested/],
      ['dysreflexia', 'dysreflexia-attack', /pounding headache/],
      ['eai2018', 'net-marks', /net-like/],
      ['leaflets', 'sickle-cell', /sickle cell/],
    ];
    for (const [source, id, words] of known) {
      expect(checklist.find((item) => item.id === id)?.sources, id).toContain(source);
      expect(says(source), `${source} for ${id}`).toMatch(words);
    }
  });

  // What each was found not to say.
  it.each([
    ['fda2020', /it gives no minutes/],
    ['geng2006', /fingertips .* 120 s/],
    ['defrin2006', /mean of a group/],
    ['vanRhoon2013', /borrowed/],
    ['neurophysiology1999', /nothing of comfort or safety/],
    ['khoshnevis2016', /six knees.*120 min/],
  ] as const)('%s is cited for no more than it says', (id, words) => {
    expect(sources[id].says).toMatch(words);
  });
});
