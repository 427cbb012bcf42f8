/** Facts in words: the same facts in every language, and nothing but numbers that are numbers. */
import { describe, expect, it } from 'vitest';
import { factsEn, teller } from '../../src/words/facts.ts';
import type { Fact } from '../../src/words/facts.ts';
import { inAll, languages, translations } from '../../src/words/language.ts';
import type { Language } from '../../src/words/language.ts';

const hot: Fact = {
  kind: 'reads-or-at-once',
  channel: 'plateA',
  value: 43.25,
  unit: '°C',
  limit: 43,
  forS: 0.3,
  atOnceC: 44,
};
const factCatalogues = inAll('facts', factsEn);
const tellerIn = (language: Language, unit: 'C' | 'F' = 'C') =>
  teller(factCatalogues[language], { language, unit });
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{[\w:]+\}/g)].map(([one]) => one).toSorted();

describe('a fact', () => {
  it.each([
    ['en', 'plate sensor A reads 43.3 °C; the limit is 43.0 °C for 0.3 s, or 44.0 °C at once'],
    ['de', 'Plattenfühler A zeigt 43,3 °C; Grenze: 43,0 °C während 0,3 s, oder 44,0 °C sofort'],
    [
      'es',
      'el sensor de placa A marca 43,3 °C; el límite es 43,0 °C durante 0,3 s, o 44,0 °C al instante',
    ],
  ] as const)('is told in %s', (language, words) => {
    expect(tellerIn(language).whole(hot)).toBe(words);
  });

  it('is told in °F, a difference as a difference', () => {
    const { whole } = tellerIn('en', 'F');
    expect(whole(hot)).toContain('reads 109.9 °F; the limit is 109.4 °F');
    const apart: Fact = { kind: 'witness-apart', value: 5, unit: 'K', limit: 2.5, forS: 2 };
    expect(whole(apart)).toContain('are 9.0 °F apart; the limit is 4.5 °F for 2 s');
  });

  it('has a word where there is no number, also as it comes back from a record', () => {
    for (const value of [Number.NaN, null])
      expect(tellerIn('de').reading({ ...hot, value })).toBe(
        'Plattenfühler A zeigt keine Temperatur',
      );
  });

  it('tells what the board found in its own words, and its limit', () => {
    const cut: Fact = { kind: 'board-cut', rule: 'plate-hot', cause: hot };
    expect(tellerIn('es').reading(cut)).toBe(
      'la tarjeta cortó la corriente (plate-hot): el sensor de placa A marca 43,3 °C',
    );
    expect(tellerIn('es').limit(cut)).toBe('43,0 °C durante 0,3 s, o 44,0 °C al instante');
  });

  it.each([
    [10.17, 10.2, 'has 10.17 V; the limit is at least 10.20 V'],
    [10.1996, 10.2, 'has 10.200 V; the limit is at least 10.200 V'],
    [9.9, 10.2, 'has 9.9 V; the limit is at least 10.2 V'],
    [10.2, 10.2, 'has 10.2 V; the limit is at least 10.2 V'],
  ])('of %d V against %d V is told with so many digits that they differ', (value, limit, words) => {
    const low: Fact = { kind: 'rail-low', channel: 'coolRail', value, unit: 'V', limit };
    expect(tellerIn('en').whole(low)).toContain(words);
  });

  it('tells what was held from what was owed, however little is missing', () => {
    const kind = 'phase-missed' as const;
    const short = { kind, phase: 2, phaseKind: 'hot', setpointC: 40, heldMin: 1.58, owedMin: 1.62 };
    expect(tellerIn('en').whole(short)).toContain('for 1.58 min of the 1.62 that it owes');
  });

  it('of a newer program is told as it stands', () => {
    expect(tellerIn('en').whole({ kind: 'warp', value: 9, unit: 'c' })).toBe(
      'warp (value 9, unit c)',
    );
  });

  it('takes nothing that a person wrote for a placeholder', () => {
    const said: Fact = { kind: 'stopped-by', by: '{value} $& A. Smith' };
    expect(tellerIn('en').whole(said)).toBe('stopped by {value} $& A. Smith');
  });
});

describe('the words for facts', () => {
  it.each(languages)('have the same placeholders in %s, with the same digits', (language) => {
    for (const [key, text] of Object.entries(factsEn)) {
      const other: string = factCatalogues[language][key as keyof typeof factsEn];
      expect(other.trim(), key).not.toBe('');
      expect(placeholders(other), key).toEqual(placeholders(text));
    }
  });

  it.each(Object.keys(translations) as (keyof typeof translations)[])(
    'are not left in English in %s',
    (language) => {
      const same = Object.entries(factsEn).filter(
        ([key, text]) =>
          /[a-z]{4}/i.test(text.replaceAll(/\{[\w:]+\}/g, '')) &&
          factCatalogues[language][key as keyof typeof factsEn] === text,
      );
      expect(same).toEqual([]);
    },
  );

  const bracketed = Object.fromEntries(
    Object.entries(factsEn).map(([key, text]) => [key, `⟦${text}⟧`]),
  ) as unknown as typeof factsEn;
  const kinds = new Set(
    Object.keys(factsEn).flatMap((key) =>
      key.endsWith('.reading')
        ? [key.slice(0, -'.reading'.length)]
        : key.includes('.')
          ? []
          : [key],
    ),
  );

  it.each([...kinds])('of %s all come from the catalogue', (kind) => {
    const { whole } = teller(bracketed, { language: 'en', unit: 'C' });
    let told = whole({ kind, value: 1, limit: 2, unit: 'K', cause: { kind: 'pause-expired' } });
    expect(told).toContain('⟦');
    // Numbers that are not given have a word of their own; what is bracketed is taken out from within.
    while (told.includes('⟦')) told = told.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    expect(told).not.toMatch(/\p{L}/u);
  });
});
