/** The rules about the guard on the board, each on both sides of its debounce. */
import type { Situation } from '../../src/safety/interlocks.ts';
import type { GuardReading } from '../../src/safety/readings.ts';
import { healthy, nowMs } from './situations.ts';
import type { Case } from './situations.ts';

export const armedGuard: GuardReading = {
  state: 'armed',
  reason: 'none',
  found: { kind: 'nothing' },
  atMs: nowMs - 100,
  trippedAtMs: Number.NaN,
  renewedAtMs: nowMs - 50,
  powerOff: false,
};

export const guarded = (change: Partial<GuardReading>): Situation => ({
  ...healthy,
  readings: { ...healthy.readings, guard: { ...armedGuard, ...change } },
});

export const guardCases: Case[] = [
  ['a guard that is armed', guarded({}), 5000, []],
  [
    'a guard that tripped',
    guarded({ state: 'tripped', reason: 'plate-hot' }),
    0,
    ['guard-tripped'],
  ],
  ['a guard that is idle for a second', guarded({ state: 'idle' }), 1000, ['guard-tripped']],
  ['a guard of 599 ms', guarded({ atMs: nowMs - 599 }), 0, []],
  ['a guard of 600 ms', guarded({ atMs: nowMs - 600 }), 0, ['lease-lost']],
];
