/** The device's thermistor channel as it is built, before anybody has calibrated it. */
import { thermistorDivider, thermistorPoints } from './thermistor-part.ts';
import { steinhartHartThrough } from './thermistor.ts';
import type { ThermistorChannel } from './thermistor.ts';

export const nominalThermistor: ThermistorChannel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: thermistorDivider.pullUpOhm,
  offsetC: 0,
};
