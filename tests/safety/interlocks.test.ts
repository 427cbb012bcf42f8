import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allClear, causeIsGone, judge, resetLatches } from '../../src/safety/interlocks.ts';
import type { InterlockState, Situation } from '../../src/safety/interlocks.ts';
import { rules } from '../../src/safety/rules.ts';
import { noTrend } from '../../src/safety/trend.ts';
import type { Trend } from '../../src/safety/trend.ts';
import { celsiusOf, steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorPoints } from '../../hardware/parts/thermistor-part.ts';

const channel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: 10_000,
  offsetC: 0,
};
const nowMs = 10_000;
const reading = (celsius: number) => ({ celsius, count: 400, atMs: nowMs - 20 });
const healthy: Situation = {
  nowMs,
  readings: {
    plateA: reading(40),
    plateB: reading(40.2),
    heatsink: reading(35),
    stopLoopClosed: true,
    pinsDiffer: null,
  },
  permission: 'heatAndCool',
  appliedDrive: 0.3,
  trend: noTrend,
  lateMs: 0,
  cem43Min: 0.3,
  cem43CapMin: 2,
  coldMinutes: 20,
  coldCapMinutes: 45,
  sessionMs: 40 * 60_000,
  oneWayMs: 9 * 60_000,
};

/** The rules that have acted by the time a situation has lasted for `forMs`. */
function actingAfter(situation: Situation, forMs: number): string[] {
  let state: InterlockState = allClear;
  const acting: string[] = [];
  for (let t = 0; t <= forMs; t += 50) {
    const shifted = { ...situation, nowMs: situation.nowMs + t, readings: later(situation, t) };
    const judged = judge(rules, state, shifted);
    state = judged.state;
    acting.push(...judged.verdicts.map(({ rule }) => rule.id));
  }
  return acting;
}

const later = ({ readings }: Situation, byMs: number): Situation['readings'] => ({
  ...readings,
  plateA: { ...readings.plateA, atMs: readings.plateA.atMs + byMs },
  plateB: { ...readings.plateB, atMs: readings.plateB.atMs + byMs },
  heatsink: { ...readings.heatsink, atMs: readings.heatsink.atMs + byMs },
});

const withReading = (
  name: 'plateA' | 'plateB' | 'heatsink',
  change: Partial<ReturnType<typeof reading>>,
): Situation => ({
  ...healthy,
  readings: { ...healthy.readings, [name]: { ...healthy.readings[name], ...change } },
});

const fast = (slope: number, least = slope) => ({
  fastSlopeCPerS: slope,
  fastSlopeLeastCPerS: least,
});
const moving = (change: Partial<Trend>): Situation => ({
  ...healthy,
  trend: { ...healthy.trend, ...change },
});
const driving = (drive: Partial<Trend['drive']>, plateC: number): Situation =>
  moving({ plateC, drive: { ...noTrend.drive, ...drive } });

/** The rules about movement, each on both sides of its limit. */
function movementCases(): [string, Situation, number, string[]][] {
  const frozen = (plateA: number, expectedCPerS = 0): Situation =>
    moving({ expectedCPerS, unchangedMs: { plateA, plateB: 0, heatsink: 0 } });
  const jump = (plateB: number): Situation => moving({ jumpC: { plateA: 0, plateB, heatsink: 0 } });
  const off = (change: Partial<Trend>): Situation => ({
    ...moving({ offMs: 20_000, ...change }),
    permission: 'none',
  });
  const heat = { direction: 1, fromC: 20, windowFromC: 20, windowMs: nowMs };
  const cool = { direction: -1, fromC: 30, windowFromC: 30, windowMs: nowMs };
  return [
    ['a slope of 0.59 °C/s over 0.3 s', moving({ plateC: 40, ...fast(0.59) }), 500, []],
    ['a slope of 0.6 °C/s', moving({ plateC: 40, ...fast(0.6) }), 50, []],
    ['a slope of 0.6 °C/s for 0.1 s', moving({ plateC: 40, ...fast(0.6) }), 100, ['too-fast']],
    [
      'a slope of 0.84 °C/s in a ramp of 0.25',
      moving({ plateC: 40, ...fast(0.84), expectedCPerS: 0.25 }),
      500,
      [],
    ],
    [
      'a slope of 0.85 °C/s in a ramp of 0.25',
      moving({ plateC: 40, ...fast(0.85), expectedCPerS: 0.25 }),
      100,
      ['too-fast'],
    ],
    ['a slope that is no number', moving({ plateC: 40, ...fast(Number.NaN) }), 100, ['too-fast']],
    [
      'a cold plate that skin warms',
      moving({ plateC: 15, ...fast(3), slowSlopeCPerS: 1.2 }),
      500,
      [],
    ],
    ['1.0 °C/s over 2 s', moving({ plateC: 40, slowSlopeCPerS: 1 }), 100, ['too-fast']],
    ['−1.49 °C/s over 2 s', moving({ plateC: 40, slowSlopeCPerS: -1.49 }), 500, []],
    ['−1.5 °C/s over 2 s', moving({ plateC: 40, slowSlopeCPerS: -1.5 }), 100, ['too-fast']],
    ['a jump of 2.9 °C', jump(2.9), 500, []],
    ['a jump of 3 °C', jump(3), 0, ['sensor-jump']],
    ['a jump of no known size', jump(Number.NaN), 0, ['sensor-jump']],
    ['the same count for 9.9 s', frozen(9900), 0, []],
    ['the same count for 10 s', frozen(10_000), 0, ['sensor-frozen']],
    ['the same count for 3 s in a ramp', frozen(3000, 0.25), 0, ['sensor-frozen']],
    ['the same count for 2.9 s in a ramp', frozen(2900, 0.25), 0, []],
    ['the same count, undriven', { ...frozen(99_000), appliedDrive: 0 }, 0, []],
    [
      'a heatsink that is the same for 20 s',
      moving({ unchangedMs: { plateA: 0, plateB: 0, heatsink: 20_000 } }),
      0,
      ['sensor-frozen'],
    ],
    ['0.9 °C in 14.9 s of heating', driving({ ...heat, sinceMs: nowMs - 14_900 }, 20.9), 0, []],
    [
      '0.9 °C in 15 s of heating',
      driving({ ...heat, sinceMs: nowMs - 15_000 }, 20.9),
      0,
      ['no-response'],
    ],
    ['1.0 °C in 15 s of heating', driving({ ...heat, sinceMs: nowMs - 15_000 }, 21), 0, []],
    [
      '0.4 °C in 20 s of cooling',
      driving({ ...cool, sinceMs: nowMs - 20_000 }, 29.6),
      0,
      ['no-response'],
    ],
    ['0.5 °C in 20 s of cooling', driving({ ...cool, sinceMs: nowMs - 20_000 }, 29.5), 0, []],
    ['2 °C up while cooled', driving({ ...cool, sinceMs: nowMs }, 32), 0, ['wrong-way']],
    ['1.9 °C up while cooled', driving({ ...cool, sinceMs: nowMs }, 31.9), 0, []],
    ['2 °C down while heated', driving({ ...heat, sinceMs: nowMs }, 18), 0, ['wrong-way']],
    [
      'off, and warmer and warmer',
      off({ plateC: 41, slowSlopeCPerS: 0.06 }),
      5000,
      ['not-cooling-down'],
    ],
    [
      'off, and warmed by a hot heatsink',
      {
        ...off({ plateC: 38.5, slowSlopeCPerS: 0.06 }),
        readings: { ...healthy.readings, heatsink: reading(39) },
      },
      9000,
      [],
    ],
    ['off, and warming on skin', off({ plateC: 30, slowSlopeCPerS: 0.3 }), 9000, []],
    [
      'off, and colder and colder',
      off({ plateC: 8, slowSlopeCPerS: -0.06 }),
      5000,
      ['not-cooling-down'],
    ],
    [
      'off for a moment only',
      {
        ...off({ plateC: 41, slowSlopeCPerS: 0.06 }),
        trend: { ...noTrend, plateC: 41, slowSlopeCPerS: 0.06, offMs: 19_000 },
      },
      9000,
      [],
    ],
    [
      'a pin that does what it was not told',
      { ...healthy, readings: { ...healthy.readings, pinsDiffer: 'D10 is at 80, 0 was written' } },
      0,
      ['drive-mismatch'],
    ],
  ];
}

/** A heatsink sensor that does not see the work of minutes. */
function heatsinkAnswers(): [string, Situation, number, string[]][] {
  const cooling = (celsius: number, change: Partial<Trend> = {}): Situation => ({
    ...withReading('heatsink', { celsius }),
    trend: { ...noTrend, workingMs: 30_000, heatsinkRestC: 25, ...change },
  });
  return [
    ['a heatsink that stays at rest', cooling(26.9), 0, ['heatsink-mute']],
    ['a heatsink that stays at rest for a while', cooling(26.9, { workingMs: 29_900 }), 0, []],
    ['a heatsink that warms', cooling(27), 9000, []],
    ['work of unknown length', cooling(25, { workingMs: Number.NaN }), 0, ['heatsink-mute']],
    ['a device that was warm at the start', cooling(30, { heatsinkRestC: 30 }), 9000, []],
    ['a heatsink that was not at rest', cooling(20, { heatsinkRestC: Infinity }), 9000, []],
    [
      'a rest of which nothing is known',
      cooling(25, { heatsinkRestC: Number.NaN }),
      0,
      ['heatsink-mute'],
    ],
    ['a start nearly as warm', cooling(29.9, { heatsinkRestC: 29.9 }), 0, ['heatsink-mute']],
  ];
}

/** Situation, how long it lasts, which rule acts. Each limit is tried on both of its sides. */
const cases: [what: string, situation: Situation, forMs: number, acting: string[]][] = [
  ['all well', healthy, 5000, []],
  [
    '42.9 °C for long',
    { ...withReading('plateA', { celsius: 42.9 }), trend: { ...noTrend, slopeCPerS: 5 } },
    5000,
    [],
  ],
  [
    '43.0 °C for 0.25 s',
    { ...withReading('plateA', { celsius: 43 }), trend: { ...noTrend, slopeCPerS: 5 } },
    250,
    [],
  ],
  [
    '43.0 °C for 0.3 s',
    { ...withReading('plateA', { celsius: 43 }), trend: { ...noTrend, slopeCPerS: 5 } },
    300,
    ['plate-hot'],
  ],
  [
    '44.0 °C at once, on B',
    { ...withReading('plateB', { celsius: 44 }), trend: { ...noTrend, slopeCPerS: 9 } },
    0,
    ['plate-hot'],
  ],
  [
    '7.1 °C',
    { ...withReading('plateA', { celsius: 7.1 }), trend: { ...noTrend, slopeCPerS: 90 } },
    5000,
    [],
  ],
  [
    '7.0 °C for 0.3 s',
    { ...withReading('plateA', { celsius: 7 }), trend: { ...noTrend, slopeCPerS: 90 } },
    300,
    ['plate-cold'],
  ],
  [
    '6.0 °C at once',
    { ...withReading('plateA', { celsius: 6 }), trend: { ...noTrend, slopeCPerS: 90 } },
    0,
    ['plate-cold'],
  ],
  ['heatsink 44.9 °C', withReading('heatsink', { celsius: 44.9 }), 5000, []],
  ['heatsink 49.9 °C', withReading('heatsink', { celsius: 49.9 }), 5000, ['heatsink-warm']],
  ['heatsink 50.0 °C', withReading('heatsink', { celsius: 50 }), 300, ['heatsink-hot']],
  ...heatsinkAnswers(),
  ['count 900', withReading('heatsink', { count: 900 }), 5000, []],
  ['count 901', withReading('heatsink', { count: 901 }), 150, ['sensor-open']],
  ['count 130', withReading('heatsink', { count: 130 }), 5000, []],
  ['count 129', withReading('heatsink', { count: 129 }), 150, ['sensor-short']],
  ['299 ms old', withReading('plateA', { atMs: nowMs - 299 }), 0, []],
  ['300 ms old', withReading('plateA', { atMs: nowMs - 300 }), 0, ['sensor-stale']],
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
  ['1.49 °C apart for 4 s', withReading('plateB', { celsius: 41.49 }), 4000, []],
  ['1.0 °C apart for 5 s', withReading('plateB', { celsius: 41 }), 5000, ['sensors-drifting']],
  ['0.99 °C apart', withReading('plateB', { celsius: 40.99 }), 9000, []],
  ['1.5 °C apart for 1 s', withReading('plateB', { celsius: 41.5 }), 1000, ['sensors-disagree']],
  [
    '1.7 °C apart, but moving',
    { ...withReading('plateB', { celsius: 41.7 }), trend: { ...noTrend, slopeCPerS: -0.5 } },
    4000,
    [],
  ],
  ['dose under the cap', { ...healthy, cem43Min: 1.999 }, 1000, []],
  ['dose at the cap', { ...healthy, cem43Min: 2 }, 0, ['dose']],
  ['dose unknown', { ...healthy, cem43Min: Number.NaN }, 0, ['dose']],
  ['cold minutes over the cap', { ...healthy, coldMinutes: 45.01 }, 0, ['dose']],
  ['phase of 19.9 min', { ...healthy, oneWayMs: 19.9 * 60_000 }, 0, []],
  ['phase of 20 min', { ...healthy, oneWayMs: 20 * 60_000 }, 0, ['phase-overrun']],
  ['session of 90 min', { ...healthy, sessionMs: 90 * 60_000 }, 0, ['session-overrun']],
  ['tick 149 ms late', { ...healthy, lateMs: 149 }, 0, []],
  ['tick 249 ms late', { ...healthy, lateMs: 249 }, 0, ['loop-slow']],
  ['tick 250 ms late', { ...healthy, lateMs: 250 }, 0, ['loop-late', 'loop-slow']],
  ['lateness unknown', { ...healthy, lateMs: Number.NaN }, 0, ['loop-late', 'loop-slow']],
  ...movementCases(),
  [
    'stop loop open',
    { ...healthy, readings: { ...healthy.readings, stopLoopClosed: false } },
    0,
    ['stop-pressed'],
  ],
];

describe('the interlock table', () => {
  it.each(cases)('%s', (_what, situation, forMs, acting) => {
    expect(actingAfter(situation, forMs)).toEqual(acting);
  });

  it('tries every rule of the table', () => {
    expect(new Set(cases.flatMap(([, , , acting]) => acting))).toEqual(
      new Set(rules.map(({ id }) => id)),
    );
  });

  it.each(['plateA', 'plateB', 'heatsink'] as const)(
    '%s that is no number is never clear, and trips',
    (name) => {
      fc.assert(
        fc.property(
          fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
          (celsius) => {
            const situation = withReading(name, { celsius });
            expect(judge(rules, {}, situation).clear).toBe(false);
            expect(actingAfter(situation, 1000)).not.toEqual([]);
          },
        ),
      );
    },
  );

  it('names sensor, reading, limit and what to do', () => {
    const hot = {
      ...withReading('plateB', { celsius: 44.25 }),
      trend: { ...noTrend, slopeCPerS: 9 },
    };
    const [verdict] = judge(rules, {}, hot).verdicts;
    expect(verdict?.message).toBe(
      'plate sensor B reads 44.3 °C; the limit is 43.0 °C for 0.3 s, or 44.0 °C at once. Take the plate off the skin and look at the skin.',
    );
  });

  it('a finding that passes starts its debounce anew', () => {
    const hot = {
      ...withReading('plateA', { celsius: 43.2 }),
      trend: { ...noTrend, slopeCPerS: 9 },
    };
    const first = judge(rules, {}, hot);
    const cleared = judge(rules, first.state, healthy);
    expect(cleared.state).toEqual({});
    expect(judge(rules, cleared.state, { ...hot, nowMs: nowMs + 20 }).verdicts).toEqual([]);
  });

  it('a latch stays tripped when the readings are good again, and opens by a named reset with the cause gone', () => {
    const tripped = judge(rules, allClear, withReading('plateA', { atMs: nowMs - 5000 }));
    expect(tripped.verdicts.map(({ rule }) => rule.id)).toEqual(['sensor-stale']);
    const better = judge(rules, tripped.state, healthy);
    expect(better).toMatchObject({ clear: false, verdicts: [] });
    expect(causeIsGone(rules, healthy)).toBe(true);
    for (const [person, gone] of [
      ['', true],
      ['A. Smith', false],
    ] as const) {
      expect(judge(rules, resetLatches(better.state, person, gone), healthy).clear).toBe(false);
    }
    expect(judge(rules, resetLatches(better.state, 'A. Smith', true), healthy).clear).toBe(true);
  });

  it('a real divider at either rail has no temperature', () => {
    expect(celsiusOf(-0.5, channel)).toBeNaN();
    expect(celsiusOf(1023.5, channel)).toBeNaN();
  });
});
