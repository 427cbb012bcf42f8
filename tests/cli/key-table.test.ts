/** Keys × states: what each key does in each state, and which are dead there. A new key or state without a row fails. */
import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../machines/dispositions.ts';
import { atTheKeys, keysOf } from '../../src/cli/run-operator.ts';
import type { Companion } from '../../src/treatment/companion.ts';
import { tell } from '../../src/treatment/host/wishes.ts';
import type { Command } from '../../src/treatment/state.ts';

/** What the companion is told by a key; of the skin, the answer. */
const deeds: Readonly<Record<string, string>> = {
  s: 'STOP',
  p: 'PAUSE',
  r: 'RESUME',
  e: 'END_EARLY',
  c: 'CANCEL',
  a: 'acknowledged',
  m: 'sound paused',
  k: 'skin fine',
  u: 'skin notSure',
  n: 'skin numb',
  w: 'skin wrong',
};

/** With somebody under the plate, and on the bench. Numbers name what is wrong with the skin. */
const table: Readonly<Record<SessionState, readonly [person: string, bench: string]>> = {
  idle: ['s', 's'],
  screening: ['s', 's y c'],
  declined: ['s', 's'],
  selfTest: ['s c', 's c'],
  preparing: ['s c', 's c'],
  awaitingContact: ['s c y', 's c y'],
  'treating.cold': ['s p e a m k u w', 's p e a m'],
  'treating.hot': ['s p e a m k u w', 's p e a m'],
  paused: ['s r e a m u w', 's r e a m'],
  checking: ['s e a m k u n w #', 's e a m'],
  settling: ['s a m k u n w #', 's a m'],
  faulted: ['s a m k u n w #', 's a m'],
  ended: ['s k u n w #', 's'],
};

const sorted = (keys: readonly string[]): string[] => [...new Set(keys)].toSorted();

describe.each(Object.keys(table) as SessionState[])('in %s', (state) => {
  it.each([false, true])('exactly these keys live, on the bench %s', (bench) => {
    const keys = keysOf(state, bench).map(({ key }) => key.replace(/\d/, '#'));
    expect(sorted(keys)).toEqual(sorted(table[state][bench ? 1 : 0].split(' ')));
  });

  it.each([false, true])('each does what it says, on the bench %s', (bench) => {
    for (const { key, wishes } of keysOf(state, bench)) {
      const told: string[] = [];
      const companion = {
        send: ({ event }: Command) =>
          void told.push(event.type === 'SKIN_ANSWERED' ? `skin ${event.answer}` : event.type),
        acknowledgeAlarms: () => void told.push('acknowledged'),
        pauseAlarmSound: () => void told.push('sound paused'),
        board: {},
        treatment: { skinCheck: null, nowMs: 0 },
      } as unknown as Companion;
      tell(companion, wishes(companion.treatment), atTheKeys);
      const wanted =
        key === 'y'
          ? state === 'awaitingContact'
            ? 'CONTACT_CONFIRMED'
            : 'SCREENED'
          : (deeds[key] ?? 'skin wrong');
      expect([key, told]).toEqual([key, [wanted]]);
    }
  });
});
