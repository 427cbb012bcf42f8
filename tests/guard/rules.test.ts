/** The rules about the guard, each on both sides of its limit. */
import { describe, expect, it } from 'vitest';
import { permissions } from '../../machines/permission.ts';
import type { Situation } from '../../src/safety/interlocks.ts';
import type { GuardReading } from '../../src/safety/readings.ts';
import { rules } from '../../src/safety/rules.ts';
import { armedGuard } from '../safety/guard-cases.ts';
import { healthy, nowMs } from '../safety/situations.ts';

const tripped = (reason: string): GuardReading => ({
  ...armedGuard,
  state: 'tripped',
  reason,
  found: { kind: 'board-cut', rule: reason, cause: { kind: 'watchdog' } },
});

function found(guard: GuardReading | null, change: Partial<Situation> = {}): string[] {
  const situation: Situation = {
    ...healthy,
    readings: { ...healthy.readings, guard },
    permission: 'cool',
    ...change,
  };
  const ids = ['guard-tripped', 'lease-lost', 'stop-pressed'];
  return rules
    .filter(({ id, judge }) => ids.includes(id) && judge(situation) !== null)
    .map(({ id }) => id);
}

describe('the guard', () => {
  it.each<[string, GuardReading | null, Partial<Situation>, string[]]>([
    ['that is not there', null, {}, []],
    ['that is armed', armedGuard, {}, []],
    ['with a status of just now', { ...armedGuard, atMs: nowMs }, {}, []],
    ['with a status of 599 ms', { ...armedGuard, atMs: nowMs - 599 }, {}, []],
    ['with a status of 600 ms', { ...armedGuard, atMs: nowMs - 600 }, {}, ['lease-lost']],
    ['with a status from the future', { ...armedGuard, atMs: nowMs + 1 }, {}, ['lease-lost']],
    ['that never spoke', { ...armedGuard, atMs: -Infinity }, {}, ['lease-lost']],
    ['with a status at no time', { ...armedGuard, atMs: Number.NaN }, {}, ['lease-lost']],
    ['tripped by heat', tripped('plate-hot'), {}, ['guard-tripped']],
    ['tripped for a reason of tomorrow', tripped('gremlins'), {}, ['guard-tripped']],
    ['that lost its lease', tripped('lease-lost'), {}, ['lease-lost']],
    ['that lost it in its proof', tripped('lease-lost'), { excusedGuardReason: 'lease-lost' }, []],
    [
      'tripped by heat in that proof',
      tripped('plate-hot'),
      { excusedGuardReason: 'lease-lost' },
      ['guard-tripped'],
    ],
    ['stopped', tripped('stop-pressed'), {}, ['stop-pressed']],
    [
      'stopped, at a new start',
      tripped('stop-pressed'),
      { excusedGuardReason: 'stop-pressed' },
      [],
    ],
  ])('%s', (_what, guard, change, expected) => {
    expect(found(guard, change)).toEqual(expected);
  });

  it.each(permissions)('that is idle, with the permission %s', (permission) => {
    const needed = permission === 'cool' || permission === 'heatAndCool';
    for (const state of ['idle', 'booting'] as const) {
      expect(found({ ...armedGuard, state }, { permission })).toEqual(
        needed ? ['guard-tripped'] : [],
      );
    }
  });
});
