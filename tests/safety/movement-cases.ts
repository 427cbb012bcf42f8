/** The rules about movement: each limit on both of its sides. */
import type { Situation } from '../../src/safety/interlocks.ts';
import type { Trend } from '../../src/safety/trend.ts';
import { driving, healthy, moving, nowMs, reading, rising } from './situations.ts';
import type { Case } from './situations.ts';

function slopes(): Case[] {
  const fast = (slope: number, change: Partial<Trend> = {}): Situation =>
    moving({ rises: rising(slope), ...change });
  const slow = (slope: number, plateB = slope): Situation =>
    moving({ slowSlopeCPerS: { plateA: slope, plateB } });
  /** Only one bead sees it: the other is frozen, or out of its hole. */
  const oneSees = (name: 'plateA' | 'plateB', slopeCPerS: number): Situation =>
    moving({ rises: { ...rising(0), [name]: rising(slopeCPerS)[name] } });
  const at = (plateA: number, plateB: number, situation: Situation): Situation => ({
    ...situation,
    readings: { ...healthy.readings, plateA: reading(plateA), plateB: reading(plateB) },
  });
  const unpermitted = (situation: Situation): Situation => ({ ...situation, permission: 'none' });
  const broken = (situation: Situation): Situation => ({
    ...situation,
    readings: { ...healthy.readings, plateA: { ...reading(40), count: 901 } },
  });
  return [
    ['a slope of 0.59 °C/s over 0.3 s', fast(0.59), 500, []],
    ['a slope of 0.6 °C/s for 0.05 s', fast(0.6), 50, ['too-fast']],
    ['0.84 °C/s in a ramp of 0.25', fast(0.84, { expectedRiseCPerS: 0.25 }), 500, []],
    ['0.85 °C/s in a ramp of 0.25', fast(0.85, { expectedRiseCPerS: 0.25 }), 50, ['too-fast']],
    ['0.6 °C/s in a ramp down', fast(0.6, { expectedRiseCPerS: 0 }), 50, ['too-fast']],
    ['a slope of 0.6 °C/s, undriven', unpermitted(fast(0.6)), 50, ['too-fast']],
    ['a slope that is no number', fast(Number.NaN), 50, ['too-fast']],
    ['0.59 °C/s that only A sees', oneSees('plateA', 0.59), 500, []],
    ['0.6 °C/s that only A sees', oneSees('plateA', 0.6), 50, ['too-fast']],
    ['0.6 °C/s that only B sees', oneSees('plateB', 0.6), 50, ['too-fast']],
    ['a slope within what noise may show', fast(0.9, { rises: rising(0.9, 0.91) }), 500, []],
    ['a slope beyond it', fast(0.9, { rises: rising(0.9, 0.9) }), 50, ['too-fast']],
    ['a plate at 29.99 °C that skin warms', at(29.99, 29.9, fast(3)), 500, []],
    ['the same at 30 °C', at(30, 29.9, fast(3)), 50, ['too-fast']],
    ['one bead frozen cold on a plate at 30 °C', at(12, 30, fast(3)), 50, ['too-fast']],
    ['a broken wire on a plate that is fast', broken(fast(3)), 50, ['too-fast']],
    ['a broken wire that looks fast', broken(oneSees('plateA', 3)), 100, []],
    ['a cold plate that skin warms', at(15, 15, slow(1.2)), 500, []],
    ['0.99 °C/s over 2 s', slow(0.99), 500, []],
    ['1.0 °C/s over 2 s', slow(1), 50, ['too-fast']],
    ['1.0 °C/s over 2 s, on B alone', slow(0, 1), 50, ['too-fast']],
    ['−1.5 °C/s over 2 s, on B alone', slow(0, -1.5), 50, ['too-fast']],
    ['−1.5 °C/s over 2 s, on A alone', slow(-1.5, 0), 50, ['too-fast']],
    ['−1.49 °C/s over 2 s', slow(-1.49), 500, []],
    ['−1.5 °C/s over 2 s', slow(-1.5), 50, ['too-fast']],
    ['−1.5 °C/s over 2 s, undriven', unpermitted(slow(-1.5)), 500, []],
  ];
}

function answers(): Case[] {
  const heated = (forMs: number, toC: number): Situation =>
    driving({ direction: 1, fromC: 20, furthestC: 20, sinceMs: nowMs - forMs }, toC);
  const cooled = (forMs: number, toC: number): Situation =>
    driving({ direction: -1, fromC: 30, furthestC: 30, sinceMs: nowMs - forMs }, toC);
  return [
    ['0.99 °C in 14.999 s of heating', heated(14_999, 20.99), 0, []],
    ['0.99 °C in 15 s of heating', heated(15_000, 20.99), 0, ['no-response']],
    ['1.0 °C in 15 s of heating', heated(15_000, 21), 0, []],
    ['0.49 °C in 19.999 s of cooling', cooled(19_999, 29.51), 0, []],
    ['0.49 °C in 20 s of cooling', cooled(20_000, 29.51), 0, ['no-response']],
    ['0.5 °C in 20 s of cooling', cooled(20_000, 29.5), 0, []],
    ['2 °C up while cooled', cooled(0, 32), 0, ['wrong-way']],
    ['1.99 °C up while cooled', cooled(0, 31.99), 0, []],
    ['2 °C down while heated', heated(0, 18), 0, ['wrong-way']],
    ['1.99 °C down while heated', heated(0, 18.01), 0, []],
    ['no movement with nothing driven', driving({ direction: 0, sinceMs: -99_000 }, 0), 0, []],
    ['any movement with nothing driven', driving({ direction: 0, furthestC: 20 }, 40), 0, []],
  ];
}

/** With the power off: what the plate may do by itself, and what only a bridge that is stuck can make it do. */
function afterOff(): Case[] {
  const off = (plateC: number, slope: number, heatsinkC = 35): Situation => ({
    ...moving({
      offMs: 20_000,
      smoothC: { plateA: plateC, plateB: plateC },
      driftCPerS: { plateA: slope, plateB: slope },
    }),
    permission: 'none',
    readings: { ...healthy.readings, heatsink: reading(heatsinkC) },
  });
  const onlyB = (plateC: number, slope: number): Situation => {
    const both = off(plateC, slope);
    const { smoothC, driftCPerS } = both.trend;
    return {
      ...both,
      trend: {
        ...both.trend,
        smoothC: { ...smoothC, plateA: 12 },
        driftCPerS: { ...driftCPerS, plateA: 0 },
      },
    };
  };
  const tooSoon = (situation: Situation): Situation => ({
    ...situation,
    trend: { ...situation.trend, offMs: 19_999 },
  });
  const stuck = ['not-cooling-down'];
  return [
    ['off, and warmer and warmer', off(38.01, 0.051), 5000, stuck],
    ['off, and warmed by skin', off(38, 0.06), 9000, []],
    ['off, hot, and hardly warming', off(41, 0.05), 9000, []],
    ['off, and warmed by a hot heatsink', off(40, 0.06, 39), 9000, []],
    ['off, and warmer than a hot heatsink makes it', off(40.01, 0.06, 39), 5000, stuck],
    ['off, and warming on skin', off(30, 0.3), 9000, []],
    ['off, and colder and colder', off(8.99, -0.051), 5000, stuck],
    ['off, and cooled by the room', off(9, -0.06), 9000, []],
    ['off, cold, and hardly cooling', off(8, -0.05), 9000, []],
    ['off, and cooled by a cold heatsink', off(8, -0.06, 9), 9000, []],
    ['off, and colder than a cold heatsink makes it', off(7.99, -0.06, 9), 5000, stuck],
    ['off, and warmer on B while A is frozen cold', onlyB(45, 0.2), 5000, stuck],
    ['off, colder, with a heatsink that reads −10 °C', off(3.99, -0.06, -10), 5000, stuck],
    ['off, less cold, with a heatsink that reads −10 °C', off(4, -0.06, -10), 9000, []],
    ['off for a moment only, and warming', tooSoon(off(41, 0.06)), 9000, []],
    ['off for a moment only, and cooling', tooSoon(off(8, -0.06)), 9000, []],
  ];
}

/** Where the plate is by its slope, while its beads lag. */
function ahead(): Case[] {
  const foreseen = (
    name: 'plateA' | 'plateB' | 'bothBeads',
    celsius: number,
    limitC = 43,
  ): Situation => moving({ foreseen: { ...healthy.trend.foreseen, [name]: { celsius, limitC } } });
  return [
    ['soon at 42.99 °C', foreseen('bothBeads', 42.99), 500, []],
    ['soon at 43 °C', foreseen('bothBeads', 43), 50, ['too-fast']],
    ['soon at 43 °C, by A alone', foreseen('plateA', 43), 50, ['too-fast']],
    ['soon at 43 °C, by B alone', foreseen('plateB', 43), 50, ['too-fast']],
    ['soon at 43.5 °C where that is allowed', foreseen('bothBeads', 43.5, 43.51), 500, []],
    ['soon nobody knows where', foreseen('bothBeads', Number.NaN), 50, ['too-fast']],
  ];
}

/** Where the plate should be by the prescription alone, and how long it has not been there. */
function courses(): Case[] {
  const astray = (astrayMs: number): Situation =>
    moving({
      course: { targetC: 40, referenceC: 40, rateCPerS: 0, plateC: 9, nearestC: 28, astrayMs },
    });
  return [
    ['far from the ramp for 44.999 s', astray(44_999), 0, []],
    ['far from the ramp for 45 s', astray(45_000), 0, ['off-course']],
    ['the same, with nothing driven', { ...astray(45_000), appliedDrive: 0 }, 0, ['off-course']],
    ['the same, driven away', { ...astray(45_000), appliedDrive: -1 }, 0, ['off-course']],
    ['for nobody knows how long', astray(Number.NaN), 0, ['off-course']],
  ];
}

export const movementCases: readonly Case[] = [
  ...slopes(),
  ...ahead(),
  ...answers(),
  ...afterOff(),
  ...courses(),
];
