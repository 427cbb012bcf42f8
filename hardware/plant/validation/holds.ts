/** Steady states from which experiments start. */
import { heldPlant } from '../experiment.ts';
import type { PlantParameters } from '../parameters.ts';
import { Plant } from '../plant.ts';
import { Random } from '../random.ts';
import { rigs } from '../rigs.ts';

export const twelve = rigs.heat12V.parameters;
/** Faults are followed to their end: no cut-out. */
export const five: PlantParameters = { ...rigs.reference.parameters, cutOut: null };

/** Steady holds are costly and shared by many rows; each row gets the state back as it was. */
export class Holds {
  readonly #five = new Plant(five, new Random(1));
  readonly #known = new Map<PlantParameters, Map<string, { plant: Plant; start: Float64Array }>>();

  at(parameters: PlantParameters, plateC: number, contact = 1): Plant {
    if (parameters === five) {
      // The figures of the 5 V rail start from a hold on 12 V, whose PWM leaves another sink.
      this.#five.network.state.set(this.at(twelve, plateC, contact).network.state);
      return this.#five;
    }
    const ofPlant = this.#known.get(parameters) ?? new Map<string, never>();
    this.#known.set(parameters, ofPlant);
    const key = `${String(plateC)}/${String(contact)}`;
    const found = ofPlant.get(key);
    if (found !== undefined) {
      found.plant.network.state.set(found.start);
      return found.plant;
    }
    const plant = heldPlant(parameters, plateC, contact);
    ofPlant.set(key, { plant, start: Float64Array.from(plant.network.state) });
    return plant;
  }
}
