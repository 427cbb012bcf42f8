/**
 * Whether a device can do the job at all, in the room it stands in. Tolerances can add up to one that a workshop would
 * send back, and that says so in words when it is used.
 */
import { driveOf } from './experiment.ts';
import { node } from './network.ts';
import type { PlantParameters } from './parameters.ts';
import { Plant } from './plant.ts';
import { Random } from './random.ts';

/** Reserve that a ramp needs below the coldest and above the hottest setpoint. */
const coldestC = 6;
const hottestC = 42;
/** Held for as long as it takes, with 1 °C for what the device's own sensors read amiss. */
const heldC = 11;
/** What a cooler of the right size stays below while it is held, °C: the device eases its cooling off above it. */
export const heatsinkHeldC = 52;

/** The plate on skin after some minutes of a duty that is taken away for each second with a heatsink that is hotter. */
function after(
  parameters: PlantParameters,
  duty: number,
  minutes: number,
  heatsinkMostC = Number.POSITIVE_INFINITY,
): number {
  const plant = new Plant({ ...parameters, cutOut: null }, new Random(0));
  const [drive, none] = [driveOf(duty), driveOf(0)];
  const { state } = plant.network;
  for (let second = 0; second < minutes * 60; second += 1) {
    plant.advance(1, state[node.heatsink]! < heatsinkMostC ? drive : none);
  }
  return state[node.plate]!;
}

/**
 * On skin, full cooling ends below 6 °C and the heat that is allowed above 42 °C; and 11 °C is held by a heatsink that
 * stays within what it may have.
 * @param maxHeatDuty the rig's cap on the heat duty, 0 … 1
 */
export function isCapable(parameters: PlantParameters, maxHeatDuty: number): boolean {
  return (
    after(parameters, -1, 15) < coldestC &&
    after(parameters, maxHeatDuty, 10) > hottestC &&
    after(parameters, -1, 20, heatsinkHeldC) < heldC
  );
}
