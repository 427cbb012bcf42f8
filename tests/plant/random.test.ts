import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseNormal, Random } from '../../hardware/plant/random.ts';

const draws = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => random.unit());

describe('random numbers', () => {
  it('are the same for a seed on every platform and in every version', () => {
    const random = new Random(20_240_601);
    const first = [random.unit(), random.uniform(10, 20), random.normal(), random.below(1000)];
    expect(first.map((value) => value.toFixed(9))).toEqual([
      '0.645796459',
      '19.361871389',
      '-0.322631583',
      '303.000000000',
    ]);
    expect(new Random(1).split('adc-plateA').normal().toFixed(9)).toBe('0.033005964');
  });

  it('split into streams that neither draws nor other streams can shift', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(50), fc.string(), (seed, used, one) => {
        const untouched = draws(new Random(seed).split(one), 4);
        const parent = new Random(seed);
        draws(parent, used);
        const other = `${one}'`;
        draws(parent.split(other), used);
        expect(draws(parent.split(one), 4)).toEqual(untouched);
        expect(draws(parent.split(other), 4)).not.toEqual(untouched);
      }),
    );
  });

  it('are spread as they say', () => {
    const random = new Random(5);
    const count = 200_000;
    let [mean, square, fourth, low, high] = [0, 0, 0, 1, 0];
    for (let index = 0; index < count; index += 1) {
      const value = random.normal();
      mean += value / count;
      square += value ** 2 / count;
      fourth += value ** 4 / count;
      const unit = random.unit();
      low = Math.min(low, unit);
      high = Math.max(high, unit);
    }
    expect(mean).toBeCloseTo(0, 2);
    expect(square).toBeCloseTo(1, 2);
    expect(fourth).toBeCloseTo(3, 0);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(1e-4);
    expect(high).toBeLessThan(1);
    expect(high).toBeGreaterThan(1 - 1e-4);
  });

  it('have the quantiles of the normal distribution', () => {
    // Abramowitz and Stegun, table 26.1: Φ(1) and Φ(3), and the 97.5 % point.
    expect(inverseNormal(0.8413447460685429)).toBeCloseTo(1, 8);
    expect(inverseNormal(0.0013498980316301)).toBeCloseTo(-3, 7);
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963985, 8);
  });
});
