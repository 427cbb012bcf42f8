/** The words of the page, the sounds of its alarms, and its numbers. */
import { describe, expect, it } from 'vitest';
import { signalPatterns } from '../../src/safety/alarm-signals.ts';
import { catalogues } from '../page/packs.ts';
import { languageFor, languages } from '../../src/words/language.ts';
import type { MessageKey } from '../../src/web/i18n/catalogue.ts';
import { stopWords } from '../../src/web/stop/words.ts';
import { clock, temperature } from '../../src/web/i18n/format.ts';
import { soundPatterns, tonesOf } from '../../src/web/sound/signals.ts';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();

describe('the catalogues', () => {
  it('of STOP too have the same placeholders in every language', () => {
    for (const [key, text] of Object.entries(stopWords.en)) {
      for (const language of languages) {
        const other = stopWords[language][key as keyof typeof stopWords.en];
        expect(other.trim(), `${language} ${key}`).not.toBe('');
        expect(placeholders(other), `${language} ${key}`).toEqual(placeholders(text));
      }
    }
  });

  it('have the same placeholders in every language, and no empty text', () => {
    for (const [key, text] of Object.entries(catalogues.en)) {
      for (const language of languages) {
        const other: string = catalogues[language][key as MessageKey];
        expect(other.trim(), `${language} ${key}`).not.toBe('');
        expect(placeholders(other), `${language} ${key}`).toEqual(placeholders(text));
      }
    }
  });

  it('say STOP in every language as one word in capitals', () => {
    for (const language of languages) expect(stopWords[language].button).toMatch(/^\p{Lu}+$/u);
  });

  it('are chosen by what the browser wishes first', () => {
    expect(languageFor(['de-AT', 'en'])).toBe('de');
    expect(languageFor(['xx', 'es-MX'])).toBe('es');
    expect(languageFor(['xx'])).toBe('en');
  });
});

describe('numbers', () => {
  it('that are no valid reading are no number at all (law L4)', () => {
    for (const none of [null, undefined, Number.NaN, Infinity])
      expect(temperature(none, 'C', 'en')).toBeNull();
  });

  it('are shown in the unit and the writing that were chosen', () => {
    expect(temperature(40, 'C', 'en')).toBe('40.0');
    expect(temperature(40, 'F', 'de')).toBe('104,0');
    expect(clock(599.6)).toBe('10:00');
    expect(clock(4205)).toBe('1:10:05');
    expect(clock(null)).not.toMatch(/\d/);
  });
});

describe('the sounds of the browser', () => {
  it.each(['high', 'medium', 'low'] as const)(
    'beat like the buzzer of the board: %s',
    (priority) => {
      const { burstMs, everyMs } = signalPatterns[priority];
      expect(soundPatterns[priority]).toMatchObject({ burstMs, everyMs });
      const tones = tonesOf(soundPatterns[priority]);
      expect(tones).toHaveLength((burstMs.length + 1) / 2);
      for (const [from, to] of tones) expect(to).toBeGreaterThan(from);
    },
  );
});
