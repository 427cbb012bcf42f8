/** Every key of a terminal in every state: what acts is what a person pressed, and STOP is always one press (L3). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skinAnswers, skinFindings } from '../../machines/skin-answers.ts';
import { sessionStates } from '../../src/server/contract/live-state.ts';
import {
  ctrlC,
  escape,
  givenUpAfterMs,
  hearKeys,
  loneEscapeMs,
  longestPasteMs,
  longestSequenceMs,
  noKeys,
  passTime,
} from '../../src/cli/key-reader.ts';
import type { Key } from '../../src/cli/key-reader.ts';
import { enterWithinMs, meaningOf } from '../../src/cli/run-keys.ts';
import type { Pressed, Waiting } from '../../src/cli/run-keys.ts';
import { keysOf } from '../../src/cli/run-operator.ts';
import type { TreatmentState } from '../../src/treatment/state.ts';

/** What terminals send for what is no key of ours: xterm, Linux console, rxvt, PuTTY, kitty, a keypad, a mouse. */
const foreign: Readonly<Record<string, string>> = {
  'F1, xterm': '\u001bOP',
  'F2, xterm': '\u001bOQ',
  'F3, xterm': '\u001bOR',
  'F4, xterm': '\u001bOS',
  'F1, PuTTY': '\u001b[11~',
  'F3, Linux console': '\u001b[[C',
  'F4, Linux console': '\u001b[[D',
  'F5, Linux console': '\u001b[[E',
  'F5, xterm': '\u001b[15~',
  'F12, xterm': '\u001b[24~',
  'Shift F3': '\u001b[1;2R',
  'Ctrl Shift F4': '\u001b[1;6S',
  Up: '\u001b[A',
  Down: '\u001b[B',
  Right: '\u001b[C',
  Left: '\u001b[D',
  'Up, application': '\u001bOA',
  'Right, application': '\u001bOC',
  'Ctrl Right': '\u001b[1;5C',
  'Shift Up, rxvt': '\u001b[a',
  'Alt Up': '\u001b\u001b[A',
  Home: '\u001b[H',
  'End, application': '\u001bOF',
  Delete: '\u001b[3~',
  'Page up': '\u001b[5~',
  'Back tab': '\u001b[Z',
  'keypad +': '\u001bOk',
  'keypad *': '\u001bOj',
  'keypad Enter': '\u001bOM',
  'keypad 3': '\u001bOs',
  'keypad 2': '\u001bOr',
  'keypad 0': '\u001bOp',
  'keypad 9': '\u001bOy',
  'kitty s': '\u001b[115u',
  'focus gained': '\u001b[I',
  'focus lost': '\u001b[O',
  'mouse, old': '\u001b[M ks',
  'mouse, new': '\u001b[<0;12;13M',
  'cursor place': '\u001b[12;40R',
  'terminal name': '\u001b[?64;1;2c',
  background: '\u001b]11;rgb:ffff/ssss/kkkk\u0007',
  'background, long end': '\u001b]11;rgb:ffff\u001b\\',
  'a device string': '\u001bP1$r0mskry\u001b\\',
  '8-bit right': '\u009bC',
  '8-bit F3': '\u008fR',
  paste: '\u001b[200~s\rk\rr\ry\u001b[201~',
  'paste of a sequence': '\u001b[200~\u001b[C s k\r \u001b[20\u001b[201~',
  'Alt r': '\u001br',
  'Alt k': '\u001bk',
  'Alt p': '\u001bp',
};

/** Hears these pieces one after the other, 1 ms apart, and then silence. */
function heardOf(pieces: readonly string[]): readonly Key[] {
  let reader = noKeys;
  let nowMs = 1000;
  const keys: Key[] = [];
  for (const piece of pieces) {
    const heard = hearKeys(reader, piece, (nowMs += 1));
    ({ reader } = heard);
    keys.push(...heard.keys);
  }
  const late = passTime(reader, nowMs + givenUpAfterMs);
  return [...keys, ...late.keys];
}

/** What a run of keys does in a state that nobody leaves. */
function doneBy(
  keys: readonly Key[],
  state: (typeof sessionStates)[number],
  bench = false,
): string[] {
  let waiting: Waiting | null = null;
  return keys.flatMap((key, index) => {
    const meaning: Pressed = meaningOf(key, state, bench, waiting, 10 * index);
    waiting = meaning.does === 'wait' ? meaning.waiting : null;
    if (meaning.does === 'interrupt') return ['STOP'];
    return meaning.does === 'act' ? [meaning.act.key] : [];
  });
}

const typed = (text: string): readonly Key[] => heardOf([text]);

describe.each(Object.entries(foreign))('%s', (_name, sequence) => {
  it.each(sessionStates)('does nothing in %s, whole or in pieces', (state) => {
    for (const bench of [false, true]) {
      expect(doneBy(heardOf([sequence]), state, bench)).toEqual([]);
      expect(doneBy(heardOf(Array.from(sequence)), state, bench)).toEqual([]);
      for (let at = 1; at < sequence.length; at += 1) {
        const pieces = [sequence.slice(0, at), sequence.slice(at)];
        expect(doneBy(heardOf(pieces), state, bench), `cut at ${at}`).toEqual([]);
      }
      // Joined to the next one, and with a key after it that is meant.
      expect(doneBy(heardOf([sequence + sequence]), state, bench)).toEqual([]);
      expect(doneBy(heardOf([`${sequence}s`]), state, bench)).toEqual(['s']);
    }
  });
});

describe('STOP', () => {
  it.each(sessionStates)('is one press of s, or Ctrl-C, in %s', (state) => {
    for (const bench of [false, true]) {
      expect(doneBy(typed('s'), state, bench)).toEqual(['s']);
      expect(doneBy(typed('S'), state, bench)).toEqual(['s']);
      expect(doneBy(typed(ctrlC), state, bench)).toEqual(['STOP']);
      // An Esc that ran into it, with or without a pause.
      expect(doneBy(typed(`${escape}s`), state, bench)).toEqual(['s']);
    }
  });

  it('by Ctrl-C is heard in the middle of anything', () => {
    for (const [name, sequence] of Object.entries(foreign))
      for (let at = 1; at < sequence.length; at += 1)
        expect(doneBy(typed(sequence.slice(0, at) + ctrlC), 'treating.hot'), name).toEqual([
          'STOP',
        ]);
  });

  it('is heard after whatever was begun and never ended', () => {
    for (const begun of [
      '\u001b[',
      '\u001bO',
      '\u001b[M',
      '\u001b]',
      '\u001bP',
      '\u001b[200~',
      escape,
    ]) {
      const first = hearKeys(noKeys, begun, 1000);
      const second = hearKeys(first.reader, 's', 1000 + givenUpAfterMs);
      expect(doneBy(second.keys, 'treating.hot'), JSON.stringify(begun)).toContain('s');
    }
  });

  it.each(['\u001b]', '\u001bP', '\u001bX', '\u001b_', '\u001b[200~', '\u001b[200~half a paste'])(
    'is heard by whoever hammers it into what was begun and never ended: %j',
    (begun) => {
      let { reader } = hearKeys(noKeys, begun, 1000);
      let heardAtMs = Number.NaN;
      // As a key that is held down repeats itself.
      for (let nowMs = 1030; nowMs < 10_000 && Number.isNaN(heardAtMs); nowMs += 30) {
        const heard = hearKeys(reader, 's', nowMs);
        ({ reader } = heard);
        if (doneBy(heard.keys, 'treating.hot').includes('s')) heardAtMs = nowMs;
      }
      const longestMs = begun.includes('200~') ? longestPasteMs : longestSequenceMs;
      expect(heardAtMs - 1000).toBeLessThan(longestMs + 30);
    },
  );

  it('is never lost among random keys, and nothing that is foreign ever acts', () => {
    const pieces = fc.array(fc.constantFrom(...Object.values(foreign)), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(40), { maxLength: 20 }), (sequences, cuts) => {
        const text = sequences.join('');
        const places = [...cuts, 0, text.length]
          .map((cut) => cut % (text.length + 1))
          .toSorted((a, b) => a - b);
        const cut = places.slice(1).map((to, index) => text.slice(places[index], to));
        expect(doneBy(heardOf([...cut, text.slice(places.at(-1))]), 'paused')).toEqual([]);
        expect(doneBy(heardOf([...cut, `${text.slice(places.at(-1))}s`]), 'paused')).toEqual(['s']);
      }),
    );
  });
});

describe('Esc', () => {
  it('is a key by itself once nothing has followed it', () => {
    const { reader, keys } = hearKeys(noKeys, escape, 1000);
    expect(keys).toEqual([]);
    expect(passTime(reader, 1000 + loneEscapeMs - 1).keys).toEqual([]);
    expect(passTime(reader, 1000 + loneEscapeMs).keys).toEqual([{ text: escape, alt: false }]);
  });

  it('that a slow line tore off its sequence leaves no letter behind that acts', () => {
    const lone = passTime(hearKeys(noKeys, escape, 1000).reader, 1000 + loneEscapeMs);
    expect(hearKeys(lone.reader, '[A', 1300).keys).toEqual([]);
    expect(hearKeys(lone.reader, 'OR', 1300).keys).toEqual([]);
    expect(hearKeys(lone.reader, 's', 1300).keys).toEqual([{ text: 's', alt: false }]);
  });
});

describe('RESUME and the skin check', () => {
  it.each([
    ['r', 'paused'],
    ['k', 'checking'],
    ['1', 'checking'],
    ['k', 'treating.cold'],
    ['k', 'treating.hot'],
  ] as const)('%s in %s takes Enter after it', (key, state) => {
    expect(doneBy(typed(key), state)).toEqual([]);
    expect(doneBy(typed(key + key + key), state)).toEqual([]);
    expect(doneBy(typed('\r'), state)).toEqual([]);
    expect(doneBy(typed(`${key}x\r`), state)).toEqual([]);
    expect(doneBy(typed(`${key}\u001b[C\r`), state)).toEqual([key]);
    expect(doneBy(typed(`${key}\r`), state)).toEqual([key]);
    expect(doneBy(typed(`${key}\r\r`), state)).toEqual([key]);
  });

  it('wait no longer than they should, and never into another state', () => {
    const press = (
      text: string,
      state: 'checking' | 'treating.hot',
      waiting: Waiting | null,
      nowMs: number,
    ) => meaningOf({ text, alt: false }, state, false, waiting, nowMs);
    const first = press('k', 'checking', null, 0);
    expect(first.does).toBe('wait');
    const waiting = first.does === 'wait' ? first.waiting : null;
    expect(press('\r', 'checking', waiting, enterWithinMs).does).toBe('act');
    expect(press('\r', 'checking', waiting, enterWithinMs + 1).does).toBe('nothing');
    expect(press('\r', 'checking', waiting, Number.NaN).does).toBe('nothing');
    expect(press('\r', 'treating.hot', waiting, 10).does).toBe('nothing');
  });

  it('are the only ones that give power or vouch for skin in a treatment', () => {
    for (const state of ['treating.cold', 'treating.hot', 'paused', 'checking'] as const)
      for (const { key, entered } of keysOf(state, false))
        // What names what is wrong is a word on record, and no stray byte either.
        expect(entered, `${key} in ${state}`).toBe(/[rk\d]/.test(key));
  });

  it('say of the skin all that can be said, and nothing on the bench', () => {
    const said: unknown[] = [];
    // Asked how the skin is, and asked what is wrong with it.
    for (const question of ['skin', 'what'] as const) {
      const treatment = { skinCheck: { question, askedMs: 0 }, nowMs: 1 } as TreatmentState;
      for (const { wishes } of keysOf('checking', false)) {
        const wish = wishes(treatment);
        if (wish.wish === 'answerSkinCheck') said.push(wish.answer, ...wish.findings);
      }
    }
    expect(new Set(said)).toEqual(new Set([...skinAnswers, ...skinFindings]));
    expect(
      keysOf('checking', true)
        .map(({ key }) => key)
        .filter((key) => /[kunw\d]/.test(key)),
    ).toEqual([]);
  });
});
