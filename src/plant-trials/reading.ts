/** What the host makes of a bead: the converter's counts, averaged over a tick, as °C. */
import { thermistorDivider, thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { celsiusOf, steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import type { Channel } from '../../hardware/plant/parameters.ts';
import type { Plant } from '../../hardware/plant/plant.ts';

const uncalibrated = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: thermistorDivider.pullUpOhm,
  offsetC: 0,
};

/** The board reports every 25 ms, the host looks every 50 ms. */
const conversions = 2;
const fullScale = thermistorDivider.adcSteps - 1;

/** °C; NaN where the counts mean no temperature. */
export function readPlate(plant: Plant, channel: Channel): number {
  let sum = 0;
  for (let index = 0; index < conversions; index += 1) {
    const share = plant.adcVolts(channel) / thermistorDivider.supplyV;
    const count = Math.floor(share * thermistorDivider.adcSteps);
    sum += Math.min(Math.max(count, 0), fullScale);
  }
  return celsiusOf(sum / conversions, uncalibrated);
}
