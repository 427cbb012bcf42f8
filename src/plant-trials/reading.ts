/** What the host makes of a bead: the converter's counts, averaged over a tick, as °C. */
import { nominalCelsius } from '../../hardware/parts/nominal-thermistor.ts';
import { thermistorDivider } from '../../hardware/parts/thermistor-part.ts';
import type { Channel } from '../../hardware/plant/parameters.ts';
import type { Plant } from '../../hardware/plant/plant.ts';

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
  return nominalCelsius(sum / conversions);
}
