/**
 * Whether a device can do the job at all. Tolerances can add up to one that a workshop would send
 * back.
 */
import { driveOf } from './experiment.ts';
import { node } from './network.ts';
import type { PlantParameters } from './parameters.ts';
import { Plant } from './plant.ts';
import { Random } from './random.ts';

/** Reserve that a ramp needs below the coldest and above the hottest setpoint. */
const coldestC = 6;
const hottestC = 42;

function after(parameters: PlantParameters, duty: number, minutes: number): number {
  const plant = new Plant({ ...parameters, cutOut: null }, new Random(0));
  const drive = driveOf(duty);
  for (let second = 0; second < minutes * 60; second += 1) plant.advance(1, drive);
  return plant.network.state[node.plate]!;
}

/**
 * On skin, full cooling ends below 6 °C and the heat that is allowed above 42 °C.
 * @param maxHeatDuty the rig's cap on the heat duty, 0 … 1
 */
export function isCapable(parameters: PlantParameters, maxHeatDuty: number): boolean {
  return after(parameters, -1, 15) < coldestC && after(parameters, maxHeatDuty, 10) > hottestC;
}
