import { describe, expect, it } from 'vitest';
import { celsiusOf, steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorOhm, thermistorPoints } from '../../hardware/parts/thermistor-part.ts';

const coefficients = steinhartHartThrough(thermistorPoints);
const countOf = (ohms: number): number => (ohms / (ohms + 10_000)) * 1024 - 0.5;
const read = (ohms: number, offsetC = 0): number =>
  celsiusOf(countOf(ohms), { coefficients, pullUpOhms: 10_000, offsetC });

describe('the thermistor', () => {
  it('passes through its three points', () => {
    for (const { temperatureC, resistanceOhm } of thermistorPoints)
      expect(read(resistanceOhm)).toBeCloseTo(temperatureC, 9);
  });

  /** From the table of the 103-3950 part: a B value of 3950 alone would read 0.5 °C warm at 10 °C. */
  it.each([
    [10, 19_680],
    [20, 12_470],
    [40, 5327],
  ])('reads %d °C from the table of the part within 0.05 °C', (celsius, ohms) => {
    expect(Math.abs(read(ohms) - celsius)).toBeLessThan(0.05);
  });

  it('agrees with the part that the simulation wires in, from 0 to 50 °C', () => {
    for (let celsius = 0; celsius <= 50; celsius += 1)
      expect(Math.abs(read(thermistorOhm(celsius)) - celsius)).toBeLessThan(0.05);
  });

  it('adds the calibration of its channel', () => {
    expect(read(10_000, -0.4)).toBeCloseTo(24.6, 9);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, 1022.5, 1023, 1024])(
    'has no temperature for a count of %d',
    (count) => {
      expect(celsiusOf(count, { coefficients, pullUpOhms: 10_000, offsetC: 0 })).toBeNaN();
    },
  );
});
