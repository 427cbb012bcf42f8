import { describe, expect, it } from 'vitest';
import { addDose, noDose, worstPlausible } from '../../src/safety/dose.ts';

const held = (celsius: number) => ({ fromC: celsius, toC: celsius });

describe('the dose that is counted', () => {
  it.each([
    ['at 21 °C', held(21), 1],
    ['at 21.01 °C', held(21.01), 0],
    ['at 5 °C', held(5), 1],
    ['from 20 to 24 °C', { fromC: 20, toC: 24 }, 0.25],
    ['from 24 to 20 °C', { fromC: 24, toC: 20 }, 0.25],
  ])('a minute %s', (_what, span, coldMinutes) => {
    expect(addDose(noDose, span, 1).coldMinutes).toBeCloseTo(coldMinutes, 9);
  });

  it.each([
    ['at 20 °C', held(20), 0],
    ['at 12 °C', held(12), 8],
    ['at 40 °C', held(40), 0],
    ['from 12 to 20 °C', { fromC: 12, toC: 20 }, 4],
    ['from 10 to 18 °C', { fromC: 10, toC: 18 }, 6],
    ['from 40 to 10 °C', { fromC: 40, toC: 10 }, 5 / 3],
    ['of which nothing is known', held(Number.NaN), 15],
  ])('a minute %s, in degree-minutes below 20 °C', (_what, span, degreeMinutes) => {
    expect(addDose(noDose, span, 1).coldDegreeMinutes).toBeCloseTo(degreeMinutes, 9);
  });

  // 45 °C for a minute is 2² minutes at 43 °C (Sapareto & Dewey 1984).
  it('charges a minute of which nothing is known at 45 °C, and as a cold one, too (L4)', () => {
    expect(addDose(noDose, held(Number.NaN), 1)).toEqual({
      cem43Min: 4,
      coldMinutes: 1,
      coldDegreeMinutes: 15,
    });
    expect(worstPlausible(undefined, [Number.NaN])).toEqual({ hottestC: 45, coldestC: 5 });
  });

  it('charges a reading that is missing at the worst of what the others say', () => {
    expect(worstPlausible(30, [28, Number.NaN, 33])).toEqual({ hottestC: 33, coldestC: 28 });
    expect(worstPlausible(Number.NaN, [28])).toEqual({ hottestC: 28, coldestC: 28 });
  });

  it('charges an interval of which one end is known at the worse of the two', () => {
    const half = (celsius: number) => addDose(noDose, { fromC: celsius, toC: Number.NaN }, 1);
    expect(half(46).cem43Min).toBe(8);
    expect(half(40).cem43Min).toBe(4);
    expect(half(40).coldMinutes).toBe(1);
  });

  it('adds to what there was, and takes the colder beads for cold', () => {
    const before = { cem43Min: 2, coldMinutes: 3, coldDegreeMinutes: 4 };
    const dose = addDose(before, held(43), 2, held(19));
    expect(dose).toEqual({ cem43Min: 4, coldMinutes: 5, coldDegreeMinutes: 6 });
  });

  it.each([-1, Number.NaN, Infinity])('refuses an interval of %d minutes', (minutes) => {
    expect(() => addDose(noDose, held(30), minutes)).toThrow(/dose cannot be counted/);
  });
});
