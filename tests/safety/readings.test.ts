import { describe, expect, it } from 'vitest';
import { isValid, plateSpan } from '../../src/safety/readings.ts';
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
