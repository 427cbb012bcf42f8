/** The device's thermistor channel as it is built, before anybody has calibrated it. */
import { thermistorDivider, thermistorPoints } from './thermistor-part.ts';
import { celsiusOf, steinhartHartThrough } from './thermistor.ts';
import type { ThermistorChannel } from './thermistor.ts';

export const nominalThermistor: ThermistorChannel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: thermistorDivider.pullUpOhm,
  offsetC: 0,
};

/** The temperature that a conversion count of it means, °C; not finite at either rail. */
export const nominalCelsius = (count: number): number => celsiusOf(count, nominalThermistor);

const counts = Array.from({ length: thermistorDivider.adcSteps }, (_, count) => count);

/** The smallest count that is proven colder than `limitC`: counts fall as the temperature rises. */
export const smallestCountBelow = (limitC: number): number =>
  Math.min(...counts.filter((count) => nominalCelsius(count) < limitC));

/** The largest count that is proven warmer than `limitC`. */
export const largestCountAbove = (limitC: number): number =>
  Math.max(...counts.filter((count) => nominalCelsius(count) > limitC));
