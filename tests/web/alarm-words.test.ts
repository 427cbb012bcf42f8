/** The alarms in the languages of the page: every one, with the numbers of the English words, and none left in English. */
import { describe, expect, it } from 'vitest';
import { alarmDefinitions } from '../../src/safety/alarm-table.ts';
import { packs, translated } from '../page/packs.ts';
import { alarmWordsIn } from '../../src/web/i18n/alarms.ts';

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)?/g) ?? [];

describe.each(translated)('in %s', (language) => {
  it('there are words for every alarm, and for no other', () => {
    const ids = alarmDefinitions.map(({ id }) => id).toSorted();
    expect(Object.keys(packs[language].alarms).toSorted()).toEqual(ids);
  });

  it.each(alarmDefinitions.map(({ id, message, remedy }) => [id, message, remedy] as const))(
    '%s says what it says in English, number for number',
    (id, text, remedy) => {
      const words = alarmWordsIn(language, id, { text, remedy });
      expect(words.language).toBe(language);
      expect(words.text).not.toBe(text);
      expect(words.remedy).not.toBe(remedy);
      expect(numbersIn(words.text)).toEqual(numbersIn(text));
      expect(numbersIn(words.remedy).toSorted()).toEqual(numbersIn(remedy).toSorted());
      // A likely cause more or less would send somebody to the wrong plug.
      const causes = (all: string): number => all.split(';').length;
      expect(causes(words.remedy)).toBe(causes(remedy));
      expect(words.remedy).toMatch(/[.?]$/);
    },
  );

  it('every alarm has words of its own', () => {
    const texts = Object.values(packs[language].alarms).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(['tomorrows-alarm', 'toString', '__proto__'])(
    'the unknown %s is said in English rather than not at all',
    (id) => {
      const english = { text: 'It is new', remedy: 'Read this.' };
      expect(alarmWordsIn(language, id, english)).toEqual({ ...english, language: 'en' });
    },
  );
});
