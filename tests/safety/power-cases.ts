/** The rules about supplies, relay, fan and witness: each limit on both of its sides. */
import { liftedShares } from '../../src/limits/lifted-rail.ts';
import type { Situation } from '../../src/safety/interlocks.ts';
import type { Readings } from '../../src/safety/readings.ts';
import { guarded } from './guard-cases.ts';
import { healthy, nowMs, reading } from './situations.ts';
import type { Case } from './situations.ts';

const supplies = { coolV: { min: 10.2, max: 13.8 }, heatV: { min: 4.2, max: 6.1 } };
const rails = { coolV: 12, heatV: 5.2, atMs: nowMs };
const closed = { relayClosed: true, bridgeEnabled: true, sinceMs: nowMs - 600 };
const open = { relayClosed: false, bridgeEnabled: false, sinceMs: nowMs - 600 };
const empty = { coolV: 0.1, heatV: 0.1, atMs: nowMs };

export const seen = (
  change: Partial<NonNullable<Readings['rails']>>,
  power = closed,
): Situation => ({
  ...healthy,
  supplies,
  power,
  readings: { ...healthy.readings, rails: { ...(power.relayClosed ? rails : empty), ...change } },
});
/** The relay is told to be closed, and the guard on the board may have opened it by itself. */
const onGuardedBoard = (
  state: 'armed' | 'tripped',
  change: Partial<NonNullable<Readings['rails']>>,
  power = closed,
): Situation => {
  const own = state === 'armed' ? {} : ({ state, reason: 'plate-hot' } as const);
  const { guard } = guarded(own).readings;
  const whole = seen(change, power);
  return { ...whole, readings: { ...whole.readings, guard }, excusedGuardReason: 'plate-hot' };
};

/** For a while no report comes: the rails are the stale rule's. */
const railCases: Case[] = [
  ['both rails right', seen({}), 1000, []],
  ['both rails empty, relay open', seen({}, open), 1000, []],
  ['cooling rail 1.49 V, relay open', seen({ coolV: 1.49 }, open), 1000, []],
  ['cooling rail 1.5 V, relay open', seen({ coolV: 1.5 }, open), 100, ['relay-welded']],
  ['heating rail 5.2 V, relay open', seen({ heatV: 5.2 }, open), 100, ['relay-welded']],
  ['heating rail unknown, relay open', seen({ heatV: Number.NaN }, open), 100, ['relay-welded']],
  [
    'heating rail 5.2 V, relay told to open 0.45 s ago',
    seen({ heatV: 5.2 }, { ...open, sinceMs: nowMs - 450 }),
    250,
    ['relay-welded'],
  ],
  ['heating rail 6.1 V', seen({ heatV: 6.1 }), 1000, []],
  ['heating rail 6.11 V', seen({ heatV: 6.11 }), 0, ['bridge-shorted']],
  ['heating rail 11.2 V', seen({ heatV: 11.2 }), 0, ['bridge-shorted']],
  ['heating rail as high as the cooling rail', seen({ heatV: 12.1 }), 0, ['supply-high']],
  ['cooling rail 13.8 V', seen({ coolV: 13.8 }), 1000, []],
  ['cooling rail 13.81 V', seen({ coolV: 13.81 }), 0, ['supply-high']],
  ['cooling rail unknown', seen({ coolV: Number.NaN }), 0, ['supply-high']],
  ['cooling rail 10.19 V', seen({ coolV: 10.19 }), 0, ['supply-low']],
  ['heating rail 4.19 V', seen({ heatV: 4.19 }), 0, ['supply-low']],
  ['heating rail 0 V', seen({ heatV: 0 }), 400, ['supply-low']],
  ['heating rail 4.2 V', seen({ heatV: 4.2 }), 1000, []],
  ['cooling rail 10.2 V', seen({ coolV: 10.2 }), 1000, []],
  ['cooling rail 1.5 V', seen({ coolV: 1.5 }), 400, ['supply-low']],
  ['cooling rail 1.51 V', seen({ coolV: 1.51 }), 0, ['supply-low']],
  [
    'heating rail at just what a body diode lets through',
    seen({ coolV: 12, heatV: 12 * liftedShares.most }),
    0,
    ['supply-high'],
  ],
  [
    'heating rail 6.2 V, relay told to close 0.599 s ago',
    seen({ heatV: 6.2 }, { ...closed, sinceMs: nowMs - 599 }),
    0,
    [],
  ],
  ['supplies of which nothing is known', { ...seen({ coolV: 30 }), supplies: null }, 1000, []],
  ['rails empty while the guard is armed', onGuardedBoard('armed', empty), 400, ['supply-low']],
  ['rails empty after the guard has opened the relay', onGuardedBoard('tripped', empty), 1000, []],
  [
    'a relay that neither the guard nor the host has opened',
    onGuardedBoard('tripped', { heatV: 5.2 }, open),
    100,
    ['relay-welded'],
  ],
  ['rails of 299 ms ago', seen({ atMs: nowMs - 299 }), 0, []],
  ['rails of 300 ms ago', seen({ atMs: nowMs - 300, coolV: 0 }), 0, ['sensor-stale']],
];

export const fan = (fanTurnsPerS: number, permission = healthy.permission): Situation => ({
  ...healthy,
  permission,
  readings: { ...healthy.readings, fanTurnsPerS },
});
const standing = (fanTurnsPerS: number, fanStoodMs: number): Situation => ({
  ...fan(fanTurnsPerS),
  trend: { ...healthy.trend, fanStoodMs },
});
const fanCases: Case[] = [
  ['720 turns a minute', fan(12), 10_000, []],
  ['719 turns a minute', fan(11.98), 3000, ['fan-stalled']],
  ['turns that are no number', fan(Number.NaN), 3000, ['fan-stalled']],
  ['turns without end', fan(Number.POSITIVE_INFINITY), 3000, ['fan-stalled']],
  ['no turns, nothing permitted', fan(0, 'none'), 10_000, []],
  ['no turns again, after 3 s in all', standing(0, 3000), 0, ['fan-stalled']],
  ['no turns again, after less', standing(0, 2999), 3000, ['fan-stalled']],
  ['no turns again, after nobody knows how long', standing(0, Number.NaN), 0, ['fan-stalled']],
  [
    'no turns for 3 s in all, nothing permitted',
    { ...standing(0, 3000), permission: 'none' },
    10_000,
    [],
  ],
  ['turns again, after 3 s in all', standing(12, 3000), 10_000, []],
];

export const witnessed = (
  watch: Partial<Situation['trend']['witness']>,
  change: Partial<NonNullable<Readings['witness']>> = {},
  permission = healthy.permission,
): Situation => ({
  ...healthy,
  permission,
  readings: { ...healthy.readings, witness: { ...reading(40), count: 536, ...change } },
  trend: {
    ...healthy.trend,
    witness: { smoothC: 40, apartC: 0, restApartC: Number.NaN, allowedC: 0, ...watch },
  },
});
const witnessCases: Case[] = [
  ['a witness that agrees', witnessed({}), 30_000, []],
  ['1.79 °C apart', witnessed({ apartC: 1.79 }), 30_000, []],
  ['1.8 °C apart', witnessed({ apartC: -1.8 }), 20_000, ['witness-drifting']],
  ['2.49 °C apart', witnessed({ apartC: 2.49 }), 2000, []],
  ['2.5 °C apart', witnessed({ apartC: 2.5 }), 2000, ['witness-disagrees']],
  ['2.5 °C the other way', witnessed({ apartC: -2.5 }), 2000, ['witness-disagrees']],
  ['3.4 °C apart where 1 is allowed', witnessed({ apartC: 3.4, allowedC: 1 }), 2000, []],
  ['apart by no number', witnessed({ apartC: Number.NaN }), 2000, ['witness-disagrees']],
  ['2.5 °C apart, nothing permitted', witnessed({ apartC: 2.5 }, {}, 'none'), 30_000, []],
  ['2.5 °C apart, in the pulse', witnessed({ apartC: 2.5 }, {}, 'coolPulse'), 2000, []],
  ['1.8 °C apart, nothing permitted', witnessed({ apartC: 1.8 }, {}, 'none'), 30_000, []],
  [
    '1.8 °C apart, in the pulse',
    witnessed({ apartC: 1.8 }, {}, 'coolPulse'),
    20_000,
    ['witness-drifting'],
  ],
  ['2.79 °C apart where 1 is allowed', witnessed({ apartC: 2.79, allowedC: 1 }), 30_000, []],
  [
    '2.8 °C apart where 1 is allowed',
    witnessed({ apartC: 2.8, allowedC: 1 }),
    20_000,
    ['witness-drifting'],
  ],
  [
    '3.5 °C apart where 1 is allowed',
    witnessed({ apartC: 3.5, allowedC: 1 }),
    2000,
    ['witness-disagrees'],
  ],
  ['witness at 5 °C, nothing permitted', witnessed({ smoothC: 5 }, {}, 'none'), 5000, []],
  ['witness at 5 °C, in the pulse', witnessed({ smoothC: 5 }, {}, 'coolPulse'), 5000, []],
  [
    'witness at 5 °C, cooling permitted',
    witnessed({ smoothC: 5 }, {}, 'cool'),
    500,
    ['witness-cold'],
  ],
  ['witness at 44.99 °C', witnessed({ smoothC: 44.99 }), 5000, []],
  ['witness at 45 °C', witnessed({ smoothC: 45 }), 500, ['witness-hot']],
  [
    'witness at 45 °C, nothing permitted',
    witnessed({ smoothC: 45 }, {}, 'none'),
    500,
    ['witness-hot'],
  ],
  ['witness at 5.01 °C', witnessed({ smoothC: 5.01 }), 5000, []],
  ['witness at 5 °C', witnessed({ smoothC: 5 }), 500, ['witness-cold']],
  ['witness count 590', witnessed({}, { count: 590 }), 5000, []],
  ['witness count 591', witnessed({}, { count: 591 }), 150, ['sensor-open']],
  ['witness count unknown', witnessed({}, { count: Number.NaN }), 150, ['sensor-open']],
  ['witness count 450', witnessed({}, { count: 450 }), 5000, []],
  ['witness count 449', witnessed({}, { count: 449 }), 150, ['sensor-short']],
  ['a witness of 300 ms ago', witnessed({}, { atMs: nowMs - 300 }), 0, ['sensor-stale']],
];

export const powerCases: Case[] = [...railCases, ...fanCases, ...witnessCases];
