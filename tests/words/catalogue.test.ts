/** What the catalogue promises: what is missing does not compile, and numbers agree with their words. */
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/words/catalogue.ts';
import type { Catalogue } from '../../src/words/catalogue.ts';

const english = {
  plain: 'Cold',
  reading: '{name} reads {value}',
  minutes: { one: '{count} minute of {kind}', other: '{count} minutes of {kind}' },
} as const;
type English = typeof english;

const german: Catalogue<English> = {
  plain: 'Kälte',
  reading: '{value} zeigt {name}',
  minutes: { one: '{count} Minute {kind}', other: '{count} Minuten {kind}' },
};

describe('a catalogue', () => {
  it('does not compile without a key or a placeholder', () => {
    const { plain, reading, minutes } = german;
    // @ts-expect-error a key is missing
    const withoutKey: Catalogue<English> = { plain, minutes };
    // @ts-expect-error the value is missing
    const withoutPlaceholder: Catalogue<English> = { plain, minutes, reading: '{name} zeigt' };
    const withoutCount: Catalogue<English> = {
      plain,
      reading,
      // @ts-expect-error a plural is missing its other name
      minutes: { one: 'eine Minute', other: '{count} Minuten' },
    };
    const t = translator<English>('de', german);
    // @ts-expect-error nobody says what is read
    expect(t('reading', { name: 'A' })).toBe('{value} zeigt A');
    expect([withoutKey, withoutPlaceholder, withoutCount]).toHaveLength(3);
  });

  it('chooses the form by the number', () => {
    const t = translator<English>('en', english);
    expect(t('minutes', { count: 1, kind: 'cold' })).toBe('1 minute of cold');
    expect(t('minutes', { count: 0, kind: 'cold' })).toBe('0 minutes of cold');
    expect(t('minutes', { count: 1.5, kind: 'cold' })).toBe('1.5 minutes of cold');
  });

  it('writes numbers as its language does, and text as it comes', () => {
    const t = translator<English>('de', german);
    expect(t('minutes', { count: 2.5, kind: 'Kälte' })).toBe('2,5 Minuten Kälte');
    expect(t('reading', { name: 'A {value}', value: '$& 3' })).toBe('$& 3 zeigt A {value}');
  });
});
