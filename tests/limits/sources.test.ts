/** Every publication that is cited anywhere stands in one list, with what it may be cited for. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settableBounds, fixedBounds } from '../../src/limits/envelope.ts';
import type { FixedBound } from '../../src/limits/envelope.ts';
import { sources } from '../../src/limits/sources.ts';
import type { Source } from '../../src/limits/sources.ts';

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
