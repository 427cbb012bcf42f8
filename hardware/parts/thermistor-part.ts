/**
 * The thermistor of the device: 10 kΩ at 25 °C, sold as "103 3950" (Adafruit 10K precision epoxy
 * thermistor, resistance table 103_3950). The simulated part follows the table; the host's
 * converter takes the same datasheet points. The B law with B = 3950 does not fit this part: it
 * reads 0.50 °C too warm at 10 °C and 1.07 °C too warm at 0 °C, so that a plate is colder than
 * shown.
 */
import { atmega328p } from '../port/chip.ts';

/** One line of the part's resistance table. */
export interface ThermistorPoint {
  readonly temperatureC: number;
  readonly resistanceOhm: number;
}

/** The points from which the host's converter is made. Together they fix a Steinhart–Hart curve. */
export const thermistorPoints = [
  { temperatureC: 0, resistanceOhm: 31_770 },
  { temperatureC: 25, resistanceOhm: 10_000 },
  { temperatureC: 50, resistanceOhm: 3_592 },
] as const satisfies readonly ThermistorPoint[];

/** The resistance at 25 °C to which the tolerances of a part refer, in ohms. */
export const thermistorNominalOhm = 10_000;

/** The divider: thermistor to ground, pull-up to the supply of the converter, 10 bit. */
export const thermistorDivider = {
  pullUpOhm: 10_000,
  supplyV: 5,
  adcSteps: atmega328p.adcSteps,
} as const;

/** One count of the converter, in volts. */
export const lsbV = thermistorDivider.supplyV / thermistorDivider.adcSteps;

/**
 * ln(R / 10 kΩ) as a polynomial in x = 298.15 K / T − 1, lowest power first: Steinhart and Hart's
 * expansion, solved for the resistance, fitted to the table from −40 to 150 °C with thirtyfold
 * weight on 0 … 60 °C. It follows the table within 0.03 °C there, and within 0.5 °C from −40 to 150
 * °C.
 */
const curve = [13.0033, -3.5642, -7.5476, 7.7539, 59.5523] as const;

/**
 * Resistance of a nominal part.
 * @param temperatureC −60 … 200 °C
 * @returns ohms, always positive and falling with temperature
 */
export function thermistorOhm(temperatureC: number): number {
  return thermistorNominalOhm * Math.exp(thermistorLogRatio(temperatureC));
}

/** Natural logarithm of the resistance over 10 kΩ. */
export function thermistorLogRatio(temperatureC: number): number {
  const x = 298.15 / (temperatureC + 273.15) - 1;
  return x * (curve[0] + x * (curve[1] + x * (curve[2] + x * (curve[3] + x * curve[4]))));
}
