import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  longestPauseMs,
  maxAlarms,
  maxLogEntries,
  noAlarms,
  raise,
  shownAfterMs,
} from '../../src/safety/alarms.ts';
import type { AlarmState } from '../../src/safety/alarms.ts';
import { reminder, signalPatterns, signalsAt } from '../../src/safety/alarm-signals.ts';
import type { AlarmPriority } from '../../src/safety/alarm-table.ts';
import { kinds, raised, someSteps, stretches, take, tickMs } from './sampling.ts';

/** What IEC 60601-1-8 asks of the sound: pulses of a burst, their length, and the pause between bursts. */
const sounds: [AlarmPriority, string, { pulses: number; pulseMs: number[]; restMs: number[] }][] = [
  ['high', kinds['high, latching'], { pulses: 10, pulseMs: [75, 200], restMs: [2500, 15_000] }],
  ['medium', kinds['medium, advisory'], { pulses: 3, pulseMs: [125, 250], restMs: [2500, 30_000] }],
  ['low', kinds['low, advisory'], { pulses: 2, pulseMs: [125, 250], restMs: [15_000, 60_000] }],
];

/** The first three bursts, each as the stretches between two rests. */
function burstsOf(id: string, fromMs: number): { bursts: number[][]; rests: number[] } {
  const heard = stretches(raised(id, fromMs), 'buzzer', fromMs, 100_000);
  const bursts: number[][] = [[]];
  const rests: number[] = [];
  for (const [on, ms] of heard) {
    if (on || ms < 2000) {
      bursts.at(-1)?.push(ms);
    } else {
      rests.push(ms);
      bursts.push([]);
    }
  }
  return { bursts: bursts.slice(0, 3), rests: rests.slice(0, 2) };
}

it('these times were decided, inside what the standard allows', () => {
  const five = [150, 100, 150, 100, 150, 350, 150, 100, 150];
  expect(signalPatterns).toEqual({
    high: {
      burstMs: [...five, 500, ...five],
      everyMs: 6000,
      lightOnMs: 250,
      lightPeriodMs: 500,
    },
    medium: {
      burstMs: [200, 200, 200, 200, 200],
      everyMs: 10_000,
      lightOnMs: 1000,
      lightPeriodMs: 2000,
    },
    low: { burstMs: [200, 200, 200], everyMs: 30_000, lightOnMs: 2000, lightPeriodMs: 2000 },
  });
  expect(reminder).toEqual({ pulseMs: 150, everyMs: 30_000 });
  expect([longestPauseMs, shownAfterMs, maxAlarms, maxLogEntries]).toEqual([
    120_000, 2000, 64, 1000,
  ]);
});

describe('the buzzer', () => {
  it.each(sounds)('%s has the bursts of its priority, at once', (_, id, expected) => {
    fc.assert(
      fc.property(fc.nat(100_000), (fromMs) => {
        expect(signalsAt(raised(id, fromMs), fromMs).buzzer).toBe(true);
        const { bursts, rests } = burstsOf(id, fromMs);
        for (const burst of bursts) {
          const pulses = burst.filter((_ms, index) => index % 2 === 0);
          expect(pulses).toHaveLength(expected.pulses);
          expect(Math.min(...pulses)).toBeGreaterThanOrEqual(expected.pulseMs[0]!);
          expect(Math.max(...pulses)).toBeLessThanOrEqual(expected.pulseMs[1]!);
        }
        for (const rest of rests) {
          expect(rest).toBeGreaterThanOrEqual(expected.restMs[0]!);
          expect(rest).toBeLessThanOrEqual(expected.restMs[1]!);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('high groups its ten pulses as three and two, twice', () => {
    const [burst] = burstsOf(kinds['high, latching'], 0).bursts;
    const gaps = burst!.filter((_, index) => index % 2 === 1);
    const [short, , between, , middle] = gaps as [number, number, number, number, number];
    expect(gaps).toEqual([short, short, between, short, middle, short, short, between, short]);
    expect(short).toBeGreaterThanOrEqual(50);
    expect(short).toBeLessThanOrEqual(125);
    expect(between).toBe(2 * short + burst![0]!);
    expect(middle).toBeGreaterThanOrEqual(350);
    expect(middle).toBeLessThanOrEqual(1300);
  });

  it('sounds the most urgent alarm only', () => {
    const all = [kinds['low, advisory'], kinds['medium, advisory'], kinds['high, latching']];
    const state = all.reduce<AlarmState>(
      (before, id) => raise(before, { id, detail: '' }, 0),
      noAlarms,
    );
    const alone = raised(kinds['high, latching'], 0);
    expect(stretches(state, 'buzzer', 0, 60_000)).toEqual(stretches(alone, 'buzzer', 0, 60_000));
  });
});

describe('the light', () => {
  it.each<[string, number, number]>([
    [kinds['high, latching'], 1.4, 2.8],
    [kinds['medium, advisory'], 0.4, 0.8],
  ])(
    '%s flashes from %d to %d times a second, on for a fifth to three fifths',
    (id, least, most) => {
      fc.assert(
        fc.property(fc.nat(100_000), (fromMs) => {
          const seen = stretches(raised(id, fromMs), 'light', fromMs + 500, 60_000).slice(1, -1);
          const flashes = seen.filter(([on]) => on).length;
          const lengthMs = seen.reduce((sum, [, ms]) => sum + ms, 0);
          const onMs = seen.reduce((sum, [on, ms]) => sum + (on ? ms : 0), 0);
          // The first and the last stretch are cut off by the sampling.
          expect((flashes * 1000) / lengthMs).toBeGreaterThanOrEqual(least);
          expect(((flashes - 1) * 1000) / lengthMs).toBeLessThanOrEqual(most);
          expect(onMs / lengthMs).toBeGreaterThanOrEqual(0.2);
          expect(onMs / lengthMs).toBeLessThanOrEqual(0.6);
          expect(new Set(seen.map(([, ms]) => ms)).size).toBe(1);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('of a high alarm is on for just 250 ms of 500', () => {
    const state = raised(kinds['high, latching'], 0);
    const lit = [0, 249, 250, 499, 500, 749, 750].map((nowMs) => signalsAt(state, nowMs).light);
    expect(lit).toEqual([true, true, false, false, true, true, false]);
  });

  it('is steady for a low alarm, and comes on at once for any', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(kinds)), fc.nat(10_000), (id, fromMs) => {
        const seen = stretches(raised(id, fromMs), 'light', fromMs, 10_000);
        expect(seen[0]?.[0]).toBe(true);
        if (id === kinds['low, advisory']) expect(seen).toEqual([[true, 10_000]]);
      }),
    );
  });

  it('never flashes three times in a second, whatever happens', () => {
    fc.assert(
      fc.property(someSteps(fc.nat(150)), fc.nat(2000), (steps, startMs) => {
        const rises: number[] = [];
        let state: AlarmState = noAlarms;
        let was = false;
        const look = (nowMs: number): void => {
          const { light } = signalsAt(state, nowMs);
          if (light && !was) rises.push(nowMs);
          was = light;
        };
        let nowMs = startMs;
        for (const step of steps) {
          for (const untilMs = nowMs + step.afterMs; nowMs < untilMs; nowMs += tickMs / 2)
            look(nowMs);
          state = take(state, step, nowMs);
          look(nowMs);
        }
        // Half a second between two of them, less what the sampling may be off.
        const gaps = rises.slice(1).map((at, index) => at - rises[index]!);
        expect(Math.min(...gaps, 1000)).toBeGreaterThanOrEqual(500 - tickMs);
      }),
      { numRuns: 1000 },
    );
  });
});

it('nothing sounds or shines without an alarm', () => {
  expect(signalsAt(noAlarms, 0)).toEqual({ buzzer: false, light: false });
});
