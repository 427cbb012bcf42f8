/** The rules about single readings, doses and times: each limit on both of its sides. */
import type { Situation } from '../../src/safety/interlocks.ts';
import type { Trend } from '../../src/safety/trend.ts';
import { alone, healthy, moving, nowMs, reading, withReading } from './situations.ts';
import type { Case } from './situations.ts';

const minutes = (count: number): number => count * 60_000;

/** A heatsink that has risen by so much from one filter to the other, at so much cooling. */
const rising = (celsius: number, byC: number, effortNow = 0.5): Situation => ({
  ...withReading('heatsink', { celsius }),
  trend: {
    ...healthy.trend,
    heatsink: { ...healthy.trend.heatsink, soonC: celsius, lateC: celsius - byC, effortNow },
  },
});

const temperatures: Case[] = [
  ['42.99 °C for long', alone('plateA', { celsius: 42.99 }), 5000, []],
  ['43.0 °C for 0.3 s', alone('plateA', { celsius: 43 }), 300, ['plate-hot']],
  ['43.99 °C for 0.3 s', alone('plateB', { celsius: 43.99 }), 300, ['plate-hot']],
  ['44.0 °C at once, on B', alone('plateB', { celsius: 44 }), 0, ['plate-hot']],
  ['7.01 °C', alone('plateA', { celsius: 7.01 }), 5000, []],
  ['7.0 °C for 0.3 s', alone('plateA', { celsius: 7 }), 300, ['plate-cold']],
  ['6.01 °C for 0.3 s', alone('plateB', { celsius: 6.01 }), 300, ['plate-cold']],
  ['6.0 °C at once', alone('plateA', { celsius: 6 }), 0, ['plate-cold']],
  ['heatsink 49.99 °C', withReading('heatsink', { celsius: 49.99 }), 5000, []],
  ['heatsink 50.0 °C', withReading('heatsink', { celsius: 50 }), 1000, ['heatsink-warm']],
  ['heatsink 53.99 °C', withReading('heatsink', { celsius: 53.99 }), 1000, ['heatsink-warm']],
  ['heatsink 50.0 °C, rising by 1.19 °C', rising(50, 1.19), 1000, ['heatsink-warm']],
  ['heatsink 50.0 °C, rising by 1.21 °C', rising(50, 1.21), 300, ['heatsink-hot']],
  ['heatsink 49.99 °C, rising by 3 °C', rising(49.99, 3), 5000, []],
  [
    'the same, and a single reading above',
    { ...rising(49.99, 3), readings: withReading('heatsink', { celsius: 50.1 }).readings },
    1000,
    ['heatsink-warm'],
  ],
  [
    'rising by 2.1 °C at three quarters of full cooling',
    rising(50, 2.1, 0.75),
    1000,
    ['heatsink-warm'],
  ],
  ['rising by 2.3 °C at three quarters', rising(50, 2.3, 0.75), 300, ['heatsink-hot']],
  ['rising by 3.1 °C at full cooling', rising(50, 3.1, 1), 1000, ['heatsink-warm']],
  ['rising by 3.3 °C at full cooling', rising(50, 3.3, 1), 300, ['heatsink-hot']],
  ['rising by 3 °C at just under full cooling', rising(50, 3, 0.95), 300, ['heatsink-hot']],
  // Nothing drives beyond full cooling; what says so explains no more heat than full cooling does.
  ['rising by 3.25 °C at more than full cooling', rising(50, 3.25, 1.05), 300, ['heatsink-hot']],
  ['heatsink 54.0 °C', withReading('heatsink', { celsius: 54 }), 300, ['heatsink-hot']],
];

/** The whole device as cold as its room, where the self-test says so in words; and a plate that only looks like it. */
function coldRooms(): Case[] {
  const undriven = (plateC: number, heatsinkC: number): Situation => ({
    ...healthy,
    permission: 'none',
    appliedDrive: 0,
    readings: {
      ...healthy.readings,
      plateA: reading(plateC),
      plateB: reading(plateC),
      heatsink: reading(heatsinkC),
    },
  });
  const room = undriven(6, 8.49);
  const unreadSink: Situation = {
    ...room,
    readings: { ...room.readings, heatsink: { ...room.readings.heatsink, count: 901 } },
  };
  const cold = ['plate-cold'];
  return [
    ['a room of 6 °C', room, 5000, []],
    ['a room of 6 °C, in the pulse', { ...room, permission: 'coolPulse' }, 5000, []],
    ['6 °C and a heatsink 2.5 °C warmer', undriven(6, 8.5), 0, cold],
    ['6 °C and a heatsink that grows warm by it', undriven(6, 30), 0, cold],
    ['a room of 6 °C, cooled', { ...room, appliedDrive: -0.1 }, 0, cold],
    ['a room of 6 °C, heated', { ...room, appliedDrive: 0.1 }, 0, cold],
    [
      'a room of 6 °C, cooled in the pulse',
      { ...room, permission: 'coolPulse', appliedDrive: -0.1 },
      0,
      cold,
    ],
    ['a room of 6 °C, cooling permitted', { ...room, permission: 'cool' }, 0, cold],
    ['a room of 6 °C, power permitted', { ...room, permission: 'heatAndCool' }, 0, cold],
    ['a room of 6 °C, by a wire that is broken', unreadSink, 0, cold],
  ];
}

const counts: Case[] = [
  ['count 900', withReading('heatsink', { count: 900 }), 5000, []],
  ['count 901', withReading('heatsink', { count: 901 }), 150, ['sensor-open']],
  ['count 901 on A, at 44 °C', alone('plateA', { count: 901, celsius: 44 }), 150, ['sensor-open']],
  ['count unknown', withReading('plateB', { count: Number.NaN }), 150, ['sensor-open']],
  ['count 130', withReading('heatsink', { count: 130 }), 5000, []],
  ['count 129', withReading('heatsink', { count: 129 }), 150, ['sensor-short']],
  ['count 129 on B, at 6 °C', alone('plateB', { count: 129, celsius: 6 }), 150, ['sensor-short']],
];

const ages: Case[] = [
  ['299 ms old', withReading('plateA', { atMs: nowMs - 299 }), 0, []],
  ['300 ms old', withReading('plateA', { atMs: nowMs - 300 }), 0, ['sensor-stale']],
  ['reported right now', withReading('plateB', { atMs: nowMs }), 0, []],
  ['from the future', withReading('plateB', { atMs: nowMs + 1 }), 0, ['sensor-stale']],
  [
    'never reported',
    withReading('heatsink', { atMs: Number.NEGATIVE_INFINITY }),
    0,
    ['sensor-stale'],
  ],
  [
    'older than the report before',
    moving({ outOfOrder: { plateA: false, plateB: true, heatsink: false } }),
    0,
    ['sensor-stale'],
  ],
];

function differences(): Case[] {
  const apart = (celsius: number, slopeCPerS = 0): Situation => ({
    ...withReading('plateB', { celsius: 40 + celsius }),
    trend: { ...healthy.trend, slopeCPerS, beadsApartC: -celsius },
  });
  return [
    ['0.99 °C apart', apart(0.99), 9000, []],
    ['1.0 °C apart for 5 s', apart(1), 5000, ['sensors-drifting']],
    ['1.49 °C apart for 5 s', apart(1.49), 5000, ['sensors-drifting']],
    ['1.5 °C apart for 0.8 s', apart(1.5), 800, ['sensors-disagree']],
    ['2.99 °C apart at 9 °C/s, faster than any plate', apart(2.99, 9), 500, []],
    ['2.99 °C apart the other way, at 9 °C/s', apart(-2.99, 9), 800, []],
    ['3 °C apart at 9 °C/s', apart(-3, 9), 800, ['sensors-disagree']],
    ['1.99 °C apart at 2 °C/s', apart(1.99, 2), 9000, []],
    ['1.99 °C apart at −2 °C/s', apart(1.99, -2), 9000, []],
    ['2.0 °C apart at 2 °C/s', apart(2, 2), 5000, ['sensors-drifting']],
    ['2.49 °C apart at −2 °C/s', apart(2.49, -2), 5000, ['sensors-drifting']],
    ['2.5 °C apart at −2 °C/s', apart(2.5, -2), 800, ['sensors-disagree']],
  ];
}

const dosesAndTimes: Case[] = [
  ['dose under the cap', { ...healthy, cem43Min: 1.999 }, 1000, []],
  ['dose at the cap', { ...healthy, cem43Min: 2 }, 0, ['dose']],
  ['dose unknown', { ...healthy, cem43Min: Number.NaN }, 0, ['dose']],
  [
    'dose over the cap, with nothing permitted',
    { ...healthy, cem43Min: 3, permission: 'none' },
    0,
    [],
  ],
  ['cold minutes at the cap', { ...healthy, coldMinutes: 45 }, 1000, []],
  ['cold minutes over the cap', { ...healthy, coldMinutes: 45.01 }, 0, ['dose']],
  // Twenty and ninety minutes are allowed, and end by themselves.
  ['phase of 20 min 0.9 s', { ...healthy, oneWayMs: minutes(20) + 999 }, 0, []],
  ['phase of 20 min 1 s', { ...healthy, oneWayMs: minutes(20) + 1000 }, 0, ['phase-overrun']],
  ['session of 90 min 59 s', { ...healthy, sessionMs: minutes(91) - 1 }, 0, []],
  ['session of 91 min', { ...healthy, sessionMs: minutes(91) }, 0, ['session-overrun']],
  ['a long session at rest', { ...healthy, permission: 'none', sessionMs: minutes(91) }, 0, []],
  ['a long phase at rest', { ...healthy, permission: 'none', oneWayMs: minutes(21) }, 0, []],
  ['tick 149 ms late', { ...healthy, lateMs: 149 }, 0, []],
  ['tick 150 ms late', { ...healthy, lateMs: 150 }, 0, ['loop-slow']],
  ['tick 249 ms late', { ...healthy, lateMs: 249 }, 0, ['loop-slow']],
  ['tick 250 ms late', { ...healthy, lateMs: 250 }, 0, ['loop-late', 'loop-slow']],
  ['lateness unknown', { ...healthy, lateMs: Number.NaN }, 0, ['loop-late', 'loop-slow']],
];

/** What cannot be true of a sensor that is whole and in its place, or of a pin that obeys. */
function brokenThings(): Case[] {
  const jump = (jumpC: number): Situation =>
    moving({ jumpC: { plateA: 0, plateB: jumpC, heatsink: 0 } });
  const frozen = (sameMs: number, rateCPerS = 0, name = 'plateA'): Situation =>
    moving({
      course: { targetC: 40, referenceC: 40, rateCPerS, plateC: 40, nearestC: 0, astrayMs: 0 },
      unchangedMs: { ...healthy.trend.unchangedMs, [name]: sameMs },
    });
  const driven = (appliedDrive: number): Situation => ({ ...frozen(99_000), appliedDrive });
  const noisy = (steadyLsb: number, quickLsb = 0): Situation => {
    const { noise } = healthy.trend;
    const heatsink = {
      ...noise.of.heatsink,
      steadyLsb,
      quickLsb2: quickLsb ** 2,
    };
    return moving({ noise: { ...noise, of: { ...noise.of, heatsink } } });
  };
  const back = (awayMs: number): Situation =>
    moving({ backFromRailMs: { plateA: awayMs, plateB: 0, heatsink: 0 } });
  const withPins = (change: Partial<Situation['readings']>): Situation => ({
    ...healthy,
    readings: { ...healthy.readings, ...change },
  });
  return [
    ['noise of 1.99 LSB', noisy(1.99), 0, []],
    ['noise of 2 LSB', noisy(2), 0, ['sensor-noisy']],
    ['noise of 2 LSB at rest', { ...noisy(2), permission: 'none' }, 0, []],
    ['noise of 4.9 LSB in one second', noisy(0.5, 4.9), 0, []],
    ['noise of 5 LSB in one second', noisy(0.5, 5), 0, ['sensor-noisy']],
    ['noise of no known size', noisy(0.5, Number.NaN), 0, ['sensor-noisy']],
    ['a jump of 2.99 °C', jump(2.99), 500, []],
    ['a jump of 3 °C', jump(3), 0, ['sensor-jump']],
    ['a jump of no known size', jump(Number.NaN), 0, ['sensor-jump']],
    ['the same count for 9.999 s', frozen(9999), 0, []],
    ['the same count for 10 s', frozen(10_000), 0, ['sensor-frozen']],
    ['the same count for 9.999 s, nearly held', frozen(9999, 0.05), 0, []],
    ['the same count for 3 s in a slow ramp', frozen(3000, 0.051), 0, ['sensor-frozen']],
    ['the same count for 3 s in a ramp down', frozen(3000, -0.25), 0, ['sensor-frozen']],
    ['the same count for 2.999 s in a ramp', frozen(2999, 0.25), 0, []],
    ['the same count, undriven where power is permitted', driven(0), 0, ['sensor-frozen']],
    ['the same count, gently cooled', driven(-0.05), 0, ['sensor-frozen']],
    ['the same count at rest', { ...driven(0), permission: 'none' }, 0, []],
    ['a wire that was open for 50 ms', back(50), 0, ['sensor-jump']],
    ['a wire that was open for 999 ms', back(999), 0, ['sensor-jump']],
    ['a wire that was open for 1 s, which another rule has named', back(1000), 0, []],
    ['a heatsink that is the same for 19.999 s', frozen(19_999, 0.25, 'heatsink'), 0, []],
    ['a heatsink that is the same for 20 s', frozen(20_000, 0, 'heatsink'), 0, ['sensor-frozen']],
    [
      'a pin that does what it was not told',
      withPins({
        pinsDiffer: { kind: 'pin-differs', pin: 10, value: 80, unit: 'count', wrote: 0 },
      }),
      0,
      ['drive-mismatch'],
    ],
    ['stop loop open', withPins({ stopLoopClosed: false }), 0, ['stop-pressed']],
  ];
}

/** A heatsink sensor that does not see the work of minutes. */
function heatsinkAnswers(): Case[] {
  const cooling = (celsius: number, change: Partial<Trend['heatsink']> = {}): Situation => ({
    ...withReading('heatsink', { celsius }),
    trend: {
      ...healthy.trend,
      heatsink: {
        ...healthy.trend.heatsink,
        workingMs: 60_000,
        fromC: 25,
        soonC: celsius,
        judgeable: true,
        ...change,
      },
    },
  });
  const still = cooling(25);
  const heatsink = { ...still.readings.heatsink, count: 901 };
  const brokenWire = { ...still, readings: { ...still.readings, heatsink } };
  return [
    ['a heatsink that stays at rest', cooling(25.99), 0, ['heatsink-mute']],
    ['a heatsink that stays at rest for a while', cooling(25.99, { workingMs: 59_999 }), 0, []],
    ['a heatsink that warms', cooling(26), 9000, []],
    ['work of unknown length', cooling(25, { workingMs: Number.NaN }), 0, ['heatsink-mute']],
    ['a room of 33 °C', cooling(33.5, { fromC: 33 }), 0, ['heatsink-mute']],
    [
      'a heatsink still warm from before',
      cooling(33, { fromC: 38, judgeable: false }),
      0,
      ['heatsink-unjudged'],
    ],
    ['one that warms, still warm from before', cooling(26, { judgeable: false }), 9000, []],
    ['the same, for a while', cooling(33, { judgeable: false, workingMs: 59_999 }), 0, []],
    ['a rest of which nothing is known', cooling(25, { fromC: Number.NaN }), 0, ['heatsink-mute']],
    ['one that falls by 2 °C in steady work', cooling(31, { steadyC: 33 }), 0, ['heatsink-mute']],
    ['one that falls by less', cooling(31.01, { steadyC: 33 }), 0, []],
    ['one that falls quickly', cooling(31, { lateC: 32.5, fallC: 1.5 }), 0, ['heatsink-mute']],
    ['one that falls quickly, by less', cooling(31, { lateC: 32.49, fallC: 1.49 }), 0, []],
    [
      'one that falls and was never judged',
      cooling(31, { steadyC: 33, judgeable: false }),
      0,
      ['heatsink-mute'],
    ],
    ['a heatsink wire that is broken', brokenWire, 0, []],
  ];
}

export const readingCases: readonly Case[] = [
  ...temperatures,
  ...coldRooms(),
  ...counts,
  ...ages,
  ...differences(),
  ...dosesAndTimes,
  ...brokenThings(),
  ...heatsinkAnswers(),
];
