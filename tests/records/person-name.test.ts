import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTakenFor, nameKey, nameProblem, shownName } from '../../src/records/person-name.ts';

describe('a name', () => {
  it.each([
    'Ann',
    'Dr. Ann O’Neill-Müller',
    'José María Núñez',
    'Ирина Петрова',
    'Γιώργος',
    '山田 太郎',
    'やまだ タロウ',
    'محمد',
    'Nguyễn Văn A',
    'Race0',
    'the viewer',
  ])('may be %s', (name) => {
    expect(nameProblem(name)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['digits alone', '12'],
    ['NUL', 'A\0nn'],
    ['ESC', 'Ann\u001b[31m'],
    ['right-to-left override', 'Ann\u202Egnp'],
    ['an isolate', 'Ann\u2066'],
    ['a zero-width space', 'An\u200Bn'],
    ['a zero-width joiner', 'An\u200Dn'],
    ['a soft hyphen', 'An\u00ADn'],
    ['a Hangul filler', 'Ann\u3164'],
    ['a variation selector', 'Ann\uFE0F'],
    ['a line separator', 'Ann\u2028Bob'],
    ['a tab', 'Ann\tBob'],
    ['half a surrogate pair', 'Ann\uD800'],
    ['a Cyrillic letter among Latin ones', 'Dr. Аnn'],
    ['a Greek letter among Latin ones', 'Βob'],
    ['a picture', 'Ann 😀'],
    ['markup', '<b>Ann</b>'],
    ['marks piled up', 'A\u0301\u0302\u0303\u0304nn'],
    ['too much', 'x'.repeat(61)],
    ['what the program calls itself', 'Companion'],
    ['what it calls whoever stands in', 'the  stand-in'],
    ['an option', '--yes'],
    ['a signal', 'SIGTERM'],
    ['nobody in particular', 'Somebody who is not signed in'],
    ['how a name is known', 'Ann (typed at the terminal)'],
  ])('may not hold %s', (_what, name) => {
    expect(nameProblem(name)).toEqual(expect.any(String));
  });

  it('is shown without what a keyboard adds', () => {
    expect(shownName('  Dr.   Ann ')).toBe('Dr. Ann');
    expect(shownName('Ｄｒ．\u00A0Ａｎｎ')).toBe('Dr. Ann');
    expect(shownName('O\u2019Neill\u2010Smith')).toBe("O'Neill-Smith");
  });

  it('is the same person however it is typed', () => {
    const same = [' race0 ', 'RACE0', 'Race0', 'ｒａｃｅ０', 'ra\u200Bce0', 'race0\0', '\trace0\n'];
    for (const typed of same) expect(nameKey(typed), JSON.stringify(typed)).toBe('race0');
    expect(nameKey('Straße')).toBe(nameKey('STRASSE'));
    expect(nameKey('Ann')).not.toBe(nameKey('Anne'));
  });

  it.each([
    ['ВОВ', 'BOB'],
    ['Вор', 'Bop'],
    ['ΑΝΝΑ', 'ANNA'],
    ['Ian', 'lan'],
    ['B0b', 'Bob'],
    ['Al1ce', 'Allce'],
    ['Ada Clìn', 'Ada Clin'],
    ['AdaClin', 'Ada Clin'],
    ['Ada.Clin', 'Ada-Clin'],
    ['Йван', 'Иван'],
  ])('%s would be taken for %s', (one, other) => {
    expect(isTakenFor(one, other)).toBe(true);
    expect(isTakenFor(other, one)).toBe(true);
  });

  it.each([
    ['Ann', 'Anna'],
    ['Al', 'Ai'],
    ['Ирина', 'Ирена'],
  ])('%s would not be taken for %s', (one, other) => {
    expect(isTakenFor(one, other)).toBe(false);
  });

  it('that is good stays what it is when it is shown, and is its own likeness', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const name = shownName(text);
        fc.pre(nameProblem(text) === null);
        expect(nameProblem(name)).toBeNull();
        expect(shownName(name)).toBe(name);
        expect(nameKey(name)).toBe(nameKey(text));
        expect(isTakenFor(name, text)).toBe(true);
        expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 200 },
    );
  });
});
