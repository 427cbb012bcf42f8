/** The questions of the screening and the sites in the languages of the page: all of them, none turned round, none in English. */
import { describe, expect, it } from 'vitest';
import { checklist } from '../../src/safety/screening-checklist.ts';
import { bodySites } from '../../src/safety/screening-sites.ts';
import { packs, translated } from '../page/packs.ts';
import { languages } from '../../src/words/language.ts';
import type { Language, Translated } from '../../src/words/language.ts';
import { questionWordsIn, siteNameIn, siteWordsIn } from '../../src/web/i18n/screening.ts';

const numbersIn = (text: string): string[] =>
  (text.match(/\d+(?:[.,]\d+)?/g) ?? []).toSorted((a, b) => Number(a) - Number(b));
/** A question that says "not" turns its yes and no round. By the languages that have a table of it here. */
const negations: Readonly<Partial<Record<Language, RegExp>> & Record<'en', RegExp>> = {
  en: /\b(?:not|no|never|without)\b/i,
  de: /(?<!\p{L})(?:nicht|kein\p{L}*|nie|niemals|ohne)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:no|ni|nunca|jamás|tampoco|sin)(?!\p{L})/iu,
};
const asked: Readonly<Partial<Record<Translated, RegExp>>> = {
  de: /^\p{Lu}[^?]+\?$/u,
  es: /^¿[^?]+\?$/,
};
const sidesOf: Readonly<Partial<Record<Translated, readonly [string, string]>>> = {
  de: ['links', 'rechts'],
  es: ['izquierdo', 'derecho'],
};
const names = /\b(?:Raynaud|ALS|Botox|Bassett 1992|Moeller 1997|Collins 1986)\b/g;
/** What is English wherever it stands. */
const englishWords =
  /(?<!\p{L})(?:the|is|are|with|and|of|does|this|than|heat|cold|skin|here|person|place)(?!\p{L})/iu;
const idsOf = (all: readonly { readonly id: string }[]): string[] =>
  all.map(({ id }) => id).toSorted();

it('the languages are those that have their catalogues, and English', () => {
  expect(['en', ...translated]).toEqual(languages);
  expect(translated).toEqual(expect.arrayContaining(['de', 'es']));
});

describe.each(translated)('in %s', (language) => {
  const isForeign = (words: string, english: string): void => {
    expect(words).not.toBe(english);
    expect(words.trim()).toBe(words);
    // "Person" is German too.
    expect(words.replaceAll('Person', '').replaceAll(names, '')).not.toMatch(englishWords);
    expect(numbersIn(words)).toEqual(numbersIn(english));
  };

  it('there are words for every question and every site, and for no other', () => {
    expect(Object.keys(packs[language].questions).toSorted()).toEqual(idsOf(checklist));
    expect(Object.keys(packs[language].sites).toSorted()).toEqual(idsOf(bodySites));
  });

  it.each(checklist.map((item) => [item.id, item] as const))('%s asks what it asks', (_, item) => {
    const { question, hint = null, finding } = item;
    const words = questionWordsIn(language, { ...item, hint });
    expect(words.language).toBe(language);
    expect(words.question).toMatch(asked[language] ?? /^\P{Ll}[^?]+\?$/u);
    isForeign(words.question, question);
    isForeign(words.finding, finding);
    expect(words.finding).not.toMatch(/[.?]$/);
    expect(words.hint === null).toBe(hint === null);
    if (hint !== null) {
      isForeign(words.hint!, hint);
      expect(words.hint).toMatch(/\.$/);
    }
    const denies = negations[language];
    if (denies !== undefined) expect(denies.test(words.question)).toBe(negations.en.test(question));
    // What must be so has a finding that denies it, but for some that have a word of their own for that.
    if (denies !== undefined && negations.en.test(finding))
      expect(words.finding).toMatch(/nicht|kein|nie|ohne|no |nunca|sin /);
  });

  it('no two questions, findings or sites are told by the same words', () => {
    const questions = Object.values(packs[language].questions);
    const lists = [
      questions.map(({ question }) => question),
      questions.map(({ finding }) => finding),
      Object.values(packs[language].sites).map(({ label }) => label),
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it.each(bodySites.map((site) => [site.id, site] as const))(
    '%s has its name, its side and its reason',
    (id, site) => {
      const { label, why, language: its } = siteWordsIn(language, site);
      expect(its).toBe(language);
      isForeign(label, site.label);
      expect(why === '').toBe(site.why === '');
      if (site.why !== '') isForeign(why, site.why);
      const there = sidesOf[language]?.map((side) => label.endsWith(side));
      expect(there ?? [id.endsWith('-left'), id.endsWith('-right')]).toEqual([
        id.endsWith('-left'),
        id.endsWith('-right'),
      ]);
      expect(siteNameIn(language, id)).toBe(label);
    },
  );

  it.each(['tomorrows-question', 'toString', '__proto__'])(
    'the unknown %s is told in English rather than not at all',
    (id) => {
      const item = { id, question: 'Is it new?', hint: null, finding: 'new' };
      const { id: _, ...english } = item;
      expect(questionWordsIn(language, item)).toEqual({ ...english, language: 'en' });
      const site = { label: 'Tail', why: 'it wags' };
      expect(siteWordsIn(language, { id, ...site })).toEqual({ ...site, language: 'en' });
    },
  );
});

it('in English they are as the device tells them', () => {
  for (const item of checklist) {
    const { question, finding, hint = null } = item;
    const words = { question, hint, finding, language: 'en' };
    expect(questionWordsIn('en', { ...item, hint })).toEqual(words);
  }
  for (const site of bodySites) {
    const { label, why } = site;
    expect(siteWordsIn('en', site)).toEqual({ label, why, language: 'en' });
  }
  expect(siteNameIn('en', 'inner-thigh-left')).toBe('inner thigh, left');
  expect(siteNameIn('de', 'tail-left')).toBe('tail, left');
});
