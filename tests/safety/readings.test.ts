import { describe, expect, it } from 'vitest';
import { witnessCelsius, witnessCounts } from '../../hardware/parts/witness-part.ts';
import {
  isValid,
  isWitnessValid,
  plateSpan,
  witnessOpenAboveCount,
  witnessShortBelowCount,
} from '../../src/safety/readings.ts';
import type { Reading } from '../../src/safety/readings.ts';
import { healthy } from './situations.ts';

const nowMs = 10_000;
const sound: Reading = { count: 400, celsius: 30, atMs: nowMs - 20 };

describe('a reading is valid only where that is proven (L4)', () => {
  it.each<[what: string, change: Partial<Reading>, valid: boolean]>([
    ['a count of 130', { count: 130 }, true],
    ['a count of 129', { count: 129 }, false],
    ['a count of 900', { count: 900 }, true],
    ['a count of 901', { count: 901 }, false],
    ['a count that is no number', { count: Number.NaN }, false],
    ['no temperature', { celsius: Number.NaN }, false],
    ['an endless temperature', { celsius: Infinity }, false],
    ['of this very moment', { atMs: nowMs }, true],
    ['of the future', { atMs: nowMs + 1 }, false],
    ['299 ms old', { atMs: nowMs - 299 }, true],
    ['300 ms old', { atMs: nowMs - 300 }, false],
    ['of never', { atMs: -Infinity }, false],
    ['of no time', { atMs: Number.NaN }, false],
  ])('%s', (_what, change, valid) => {
    expect(isValid({ ...sound, ...change }, nowMs)).toBe(valid);
  });
});

describe('the span of the plate', () => {
  const plates = (plateA: Reading, plateB: Reading) => ({ ...healthy.readings, plateA, plateB });
  const [cold, hot] = [sound, { ...sound, celsius: 31 }];

  it('is the hotter and the colder bead, whichever is which', () => {
    const span = { hottestC: 31, coldestC: 30 };
    expect(plateSpan(plates(cold, hot), nowMs)).toEqual(span);
    expect(plateSpan(plates(hot, cold), nowMs)).toEqual(span);
  });

  it('is unknown where one bead is: the other one alone is not enough', () => {
    const stale = { ...sound, atMs: nowMs - 300 };
    const unknown = { hottestC: Number.NaN, coldestC: Number.NaN };
    expect(plateSpan(plates(stale, hot), nowMs)).toEqual(unknown);
    expect(plateSpan(plates(cold, stale), nowMs)).toEqual(unknown);
  });
});

describe('a witness', () => {
  it('is whole between the counts that its part can have, for the rules as for its curve', () => {
    expect({ least: witnessShortBelowCount, most: witnessOpenAboveCount }).toEqual(witnessCounts);
    expect(witnessCelsius(witnessCounts.least - 1)).toBeNaN();
    expect(witnessCelsius(witnessCounts.most + 1)).toBeNaN();
    // By the table of the part: 479 at 5 °C, 512 at 25, 536 at 40, 552 at 50.
    for (const [count, celsius] of [
      [479, 5],
      [512, 25],
      [536, 40],
      [552, 50],
    ] as const) {
      expect(Math.abs(witnessCelsius(count - 0.5) - celsius)).toBeLessThan(0.4);
    }
  });

  it.each<[what: string, change: Partial<Reading>, valid: boolean]>([
    ['at its least count', { count: 450 }, true],
    ['below it', { count: 449 }, false],
    ['at its most', { count: 590 }, true],
    ['above it', { count: 591 }, false],
    ['without a temperature', { celsius: Number.NaN }, false],
    ['of this very moment', { atMs: nowMs }, true],
    ['of 299 ms ago', { atMs: nowMs - 299 }, true],
    ['of 300 ms ago', { atMs: nowMs - 300 }, false],
    ['from the future', { atMs: nowMs + 1 }, false],
  ])('%s', (_what, change, valid) => {
    expect(isWitnessValid({ ...sound, count: 512, ...change }, nowMs)).toBe(valid);
  });
});
