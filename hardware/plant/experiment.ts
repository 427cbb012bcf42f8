/**
 * Open-loop experiments on a plant, driven by its truth: what the model can reach and how fast,
 * with no controller, sensor or noise in between.
 */
import { node } from './network.ts';
import type { PlantParameters } from './parameters.ts';
import type { PlantDrive } from './bridge.ts';
import { Plant } from './plant.ts';
import { Random } from './random.ts';

/** The drive of a signed duty: −1 full cooling … +1 full heating, everything else sound. */
export function driveOf(duty: number, others: Partial<PlantDrive> = {}): PlantDrive {
  return {
    coolDuty: Math.max(-duty, 0),
    heatDuty: Math.max(duty, 0),
    bridgeEnabled: true,
    relayClosed: true,
    coilFed: true,
    lineHeld: true,
    fanRunning: true,
    ...others,
  };
}

/** Truth-fed proportional-integral hold; stiff enough for any rig, never used by the product. */
export class TruthHold {
  #integral = 0;
  readonly #plateC: number;

  constructor(plateC: number) {
    this.#plateC = plateC;
  }

  /** The signed duty for the next 0.05 s. */
  duty(plateC: number): number {
    const errorK = this.#plateC - plateC;
    this.#integral = Math.min(Math.max(this.#integral + 0.00375 * errorK, -1), 1);
    return Math.min(Math.max(0.3 * errorK + this.#integral, -1), 1);
  }
}

/**
 * A plant in a steady hold.
 * @param contact 0 bare, 1 laid on skin
 */
export function heldPlant(parameters: PlantParameters, plateC: number, contact = 1): Plant {
  const plant = new Plant(parameters, new Random(1));
  const hold = new TruthHold(plateC);
  plant.setContact(contact);
  for (let index = 0; index < 50 * 60 * 20; index += 1) {
    plant.advance(0.05, driveOf(hold.duty(plant.network.state[node.plate]!)));
  }
  return plant;
}

/**
 * Seconds until the plate passes a temperature, interpolated.
 * @returns `Infinity` when it has not within `longestS`
 */
export function secondsTo(
  plant: Plant,
  targetC: number,
  drive: PlantDrive,
  longestS = 600,
): number {
  const { state } = plant.network;
  const stepS = 0.01;
  const direction = Math.sign(targetC - state[node.plate]!);
  for (let index = 1; index * stepS <= longestS; index += 1) {
    const beforeC = state[node.plate]!;
    plant.advance(stepS, drive);
    const afterC = state[node.plate]!;
    if ((afterC - targetC) * direction >= 0) {
      return (index - (afterC - targetC) / (afterC - beforeC)) * stepS;
    }
  }
  return Infinity;
}

/** Highest plate temperature while time passes under one drive. */
export function peakC(plant: Plant, seconds: number, drive: PlantDrive, stepS = 0.5): number {
  let highest = -Infinity;
  for (let index = 0; index * stepS < seconds; index += 1) {
    plant.advance(stepS, drive);
    highest = Math.max(highest, plant.network.state[node.plate]!);
  }
  return highest;
}
