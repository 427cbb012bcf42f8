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

  // 45 °C for a minute is 2² minutes at 43 °C (Sapareto & Dewey 1984).
  it('charges a minute of which nothing is known at 45 °C, and as a cold one, too (L4)', () => {
    expect(addDose(noDose, held(Number.NaN), 1)).toEqual({ cem43Min: 4, coldMinutes: 1 });
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
    const before = { cem43Min: 2, coldMinutes: 3 };
    const dose = addDose(before, held(43), 2, held(20));
    expect(dose).toEqual({ cem43Min: 4, coldMinutes: 5 });
  });

  it.each([-1, Number.NaN, Infinity])('refuses an interval of %d minutes', (minutes) => {
    expect(() => addDose(noDose, held(30), minutes)).toThrow(/dose cannot be counted/);
  });
});
