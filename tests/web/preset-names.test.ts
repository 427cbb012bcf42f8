/** The names of the presets in the languages of the page: every one, and a prescription of somebody's own keeps its own. */
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/limits/presets.ts';
import { packs, translated } from '../page/packs.ts';
import { presetNameIn } from '../../src/web/i18n/preset-names.ts';

describe.each(translated)('in %s', (language) => {
  it('there is a name for every preset, its own, and for no other', () => {
    const ids = presets.map(({ id }) => id).toSorted();
    expect(Object.keys(packs[language].presets).toSorted()).toEqual(ids);
    const names = presets.map(({ id, prescription: { name } }) => {
      const told = presetNameIn(language, id, name);
      expect(told.language).toBe(language);
      expect(told.name).not.toBe(name);
      return told.name;
    });
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([undefined, 'tomorrows-preset', 'toString', '__proto__'])(
    'the name of %s is the one that it has',
    (id) => {
      expect(presetNameIn(language, id, 'Mine')).toEqual({ name: 'Mine', language: 'en' });
    },
  );
});

it.each([
  ['de', 'sanft'],
  ['es', 'suave'],
] as const)('in %s what is gentle in English is %s', (language, gentle) => {
  for (const { id, prescription } of presets) {
    const { name } = presetNameIn(language, id, prescription.name);
    expect(name.endsWith(gentle)).toBe(prescription.name.endsWith('gentle'));
  }
});

it('in English they are named as the device names them', () => {
  expect(presetNameIn('en', 'cold-finish', 'Cold finish')).toEqual({
    name: 'Cold finish',
    language: 'en',
  });
});
