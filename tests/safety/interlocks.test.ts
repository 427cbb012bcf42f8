import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/safety/interlocks.ts';
import type { InterlockState, Situation } from '../../src/safety/interlocks.ts';
import { rules } from '../../src/safety/rules.ts';
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
  },
  permission: 'heatAndCool',
  appliedDrive: 0.3,
  plateSlopeCPerS: 0,
  lateMs: 0,
  cem43Min: 0.3,
  cem43CapMin: 2,
  coldMinutes: 20,
  coldCapMinutes: 45,
  sessionMs: 40 * 60_000,
  oneWayMs: 9 * 60_000,
};

/** The rules that act, when a situation lasts for `forMs`. */
function actingAfter(situation: Situation, forMs: number): string[] {
  let state: InterlockState = {};
  let acting: string[] = [];
  for (let t = 0; t <= forMs; t += 50) {
    const shifted = { ...situation, nowMs: situation.nowMs + t, readings: later(situation, t) };
    const judged = judge(rules, state, shifted);
    state = judged.state;
    acting = judged.verdicts.map(({ rule }) => rule.id);
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

/** Situation, how long it lasts, which rule acts. Each limit is tried on both of its sides. */
const cases: [what: string, situation: Situation, forMs: number, acting: string[]][] = [
  ['all well', healthy, 5000, []],
  [
    '42.9 °C for long',
    { ...withReading('plateA', { celsius: 42.9 }), plateSlopeCPerS: 5 },
    5000,
    [],
  ],
  [
    '43.0 °C for 0.25 s',
    { ...withReading('plateA', { celsius: 43 }), plateSlopeCPerS: 5 },
    250,
    [],
  ],
  [
    '43.0 °C for 0.3 s',
    { ...withReading('plateA', { celsius: 43 }), plateSlopeCPerS: 5 },
    300,
    ['plate-hot'],
  ],
  [
    '44.0 °C at once, on B',
    { ...withReading('plateB', { celsius: 44 }), plateSlopeCPerS: 9 },
    0,
    ['plate-hot'],
  ],
  ['7.1 °C', { ...withReading('plateA', { celsius: 7.1 }), plateSlopeCPerS: 90 }, 5000, []],
  [
    '7.0 °C for 0.3 s',
    { ...withReading('plateA', { celsius: 7 }), plateSlopeCPerS: 90 },
    300,
    ['plate-cold'],
  ],
  [
    '6.0 °C at once',
    { ...withReading('plateA', { celsius: 6 }), plateSlopeCPerS: 90 },
    0,
    ['plate-cold'],
  ],
  ['heatsink 49.9 °C', withReading('heatsink', { celsius: 49.9 }), 5000, []],
  ['heatsink 50.0 °C', withReading('heatsink', { celsius: 50 }), 300, ['heatsink-hot']],
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
  ['1.49 °C apart', withReading('plateB', { celsius: 41.49 }), 5000, []],
  ['1.5 °C apart for 1 s', withReading('plateB', { celsius: 41.5 }), 1000, ['sensors-disagree']],
  [
    '1.7 °C apart, but moving',
    { ...withReading('plateB', { celsius: 41.7 }), plateSlopeCPerS: -0.5 },
    5000,
    [],
  ],
  ['dose under the cap', { ...healthy, cem43Min: 1.999 }, 1000, []],
  ['dose at the cap', { ...healthy, cem43Min: 2 }, 0, ['dose']],
  ['dose unknown', { ...healthy, cem43Min: Number.NaN }, 0, ['dose']],
  ['cold minutes over the cap', { ...healthy, coldMinutes: 45.01 }, 0, ['dose']],
  ['phase of 19.9 min', { ...healthy, oneWayMs: 19.9 * 60_000 }, 0, []],
  ['phase of 20 min', { ...healthy, oneWayMs: 20 * 60_000 }, 0, ['phase-overrun']],
  ['session of 90 min', { ...healthy, sessionMs: 90 * 60_000 }, 0, ['session-overrun']],
  ['tick 249 ms late', { ...healthy, lateMs: 249 }, 0, []],
  ['tick 250 ms late', { ...healthy, lateMs: 250 }, 0, ['loop-late']],
  ['lateness unknown', { ...healthy, lateMs: Number.NaN }, 0, ['loop-late']],
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
    const hot = { ...withReading('plateB', { celsius: 44.25 }), plateSlopeCPerS: 9 };
    const [verdict] = judge(rules, {}, hot).verdicts;
    expect(verdict?.message).toBe(
      'plate sensor B reads 44.3 °C; the limit is 43.0 °C for 0.3 s, or 44.0 °C at once. Take the plate off the skin and look at the skin.',
    );
  });

  it('a finding that passes starts its debounce anew', () => {
    const hot = { ...withReading('plateA', { celsius: 43.2 }), plateSlopeCPerS: 9 };
    const first = judge(rules, {}, hot);
    const cleared = judge(rules, first.state, healthy);
    expect(cleared.state).toEqual({});
    expect(judge(rules, cleared.state, { ...hot, nowMs: nowMs + 20 }).verdicts).toEqual([]);
  });

  it('a real divider at either rail has no temperature', () => {
    expect(celsiusOf(-0.5, channel)).toBeNaN();
    expect(celsiusOf(1023.5, channel)).toBeNaN();
  });
});
