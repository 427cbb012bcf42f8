/** The look at the skin that is owed, at the keyboard. */
import { english } from '../../src/words/tongue.ts';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { laterLookLines, pressLaterLook, startLaterLook } from '../../src/cli/run-later-look.ts';
import { skinFindings } from '../../src/records/skin-ids.ts';

const start = startLaterLook(['Calf, left']);
const press = (keys: string) => Array.from(keys).reduce(pressLaterLook, start);

it.each([
  ['fine, and Enter', 'k\r', { said: { answer: 'fine', findings: [] }, ending: 'confirmed' }],
  ['fine without Enter', 'k', { said: null, ending: null }],
  ['fine, another key, and Enter', 'kx\r', { said: null, ending: null }],
  ['not sure', 'u', { said: { answer: 'notSure', findings: [] }, ending: 'confirmed' }],
  ['wrong, and not what', 'w\r', { said: null, ending: null }],
  ['wrong, marked, and marked off', 'waa\r', { said: null, ending: null }],
  [
    'wrong, and what',
    'wai\r',
    { said: { answer: 'wrong', findings: ['blister', 'pain'] }, ending: 'confirmed' },
  ],
  ['cancelled', 'c', { said: null, ending: 'cancelled' }],
  ['STOP', 's', { said: null, ending: 'stopped' }],
  ['Ctrl-C while it is marked', 'wa\u0003', { said: null, ending: 'stopped' }],
])('%s', (_what, keys, expected) => {
  expect(press(keys)).toMatchObject(expected);
});

it('shows each finding with the key that marks it', () => {
  for (const [index, finding] of skinFindings.entries()) {
    const key = String.fromCodePoint(97 + index);
    const dialog = press(`w${key}`);
    expect(dialog.marked).toEqual([finding]);
    expect(laterLookLines(english, dialog).filter((line) => line.includes('(x)'))).toEqual([
      expect.stringMatching(new RegExp(`^\\[${key}\\]`)),
    ]);
  }
});

it('never says fine without that key and Enter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('k', 'u', 'w', 'c', 's', 'a', 'b', 'i', '\r', '\u0003', 'x')),
      (keys) => {
        const { said } = press(keys.join(''));
        if (said?.answer === 'fine') expect(keys.join('')).toContain('k\r');
        if (said !== null) expect(said.answer === 'wrong').toBe(said.findings.length > 0);
      },
    ),
  );
});
