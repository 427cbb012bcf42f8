/** The controller on the simulated plant, behind the least gate that a real one may be. */
import { driveOf } from '../../hardware/plant/experiment.ts';
import type { Channel, PlantParameters } from '../../hardware/plant/parameters.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import type { ControllerInput, ControllerParameters } from '../../src/control/controller.ts';
import { startController, stepController } from '../../src/control/controller.ts';
import { celsiusOfCount } from './celsius.ts';
import { Gate } from './gate.ts';

export const tickS = 0.05;
/** 40 conversions of each channel a second. */
const conversionsPerTick = 2;

/** What the session orders for a while. */
export type Order = Omit<ControllerInput, 'plateC' | 'heatsinkC' | 'dtS' | 'appliedDrive'>;

export interface Sample {
  /** Truth, and the reading that the controller acted on. */
  readonly plateC: number;
  readonly readingC: number;
  readonly setpointC: number;
  readonly drive: number;
}

export class ClosedLoop {
  readonly plant: Plant;
  readonly #parameters: ControllerParameters;
  readonly #gate = new Gate();
  #state = startController(25);
  #started = false;
  /** A drive reaches the pins one tick after it was decided. */
  #atPins = 0;

  constructor(plant: PlantParameters, parameters: ControllerParameters, seed: number) {
    this.plant = new Plant(plant, new Random(seed));
    this.#parameters = parameters;
  }

  /** Runs for a time under one order and returns what happened, tick by tick. */
  run(seconds: number, order: Order): Sample[] {
    return Array.from({ length: Math.round(seconds / tickS) }, () => this.#tick(order));
  }

  #tick(order: Order): Sample {
    const { plateC, heatsinkC } = this.#readings(order);
    if (!this.#started) this.#state = startController(plateC);
    this.#started = true;
    const appliedDrive = this.#gate.applied;
    this.#atPins = appliedDrive;
    const input = { ...order, plateC, heatsinkC, appliedDrive, dtS: tickS };
    const { state, drive, setpointC } = stepController(this.#parameters, this.#state, input);
    this.#state = state;
    const maxHeatDuty = order.authority === 'heatAndCool' ? order.maxHeatDuty : 0;
    const maxCoolDuty = order.authority === 'none' ? 0 : order.maxCoolDuty;
    const applied = this.#gate.step(drive, maxCoolDuty, maxHeatDuty, tickS);
    return { plateC: this.plant.truth().plateC, readingC: plateC, setpointC, drive: applied };
  }

  /** A tick of the plant with its conversions. The more dangerous plate reading counts. */
  #readings(order: Order): { plateC: number; heatsinkC: number } {
    const sums = { plateA: 0, plateB: 0, heatsink: 0 };
    const drive = driveOf(this.#atPins, { bridgeEnabled: order.authority !== 'none' });
    for (let conversion = 0; conversion < conversionsPerTick; conversion += 1) {
      this.plant.advance(tickS / conversionsPerTick, drive);
      for (const channel of Object.keys(sums) as Channel[]) {
        sums[channel] += Math.min(Math.floor((this.plant.adcVolts(channel) / 5) * 1024), 1023);
      }
    }
    const celsius = (channel: Channel): number =>
      celsiusOfCount(sums[channel] / conversionsPerTick);
    const dangerous = order.authority === 'heatAndCool' ? Math.max : Math.min;
    return {
      plateC: dangerous(celsius('plateA'), celsius('plateB')),
      heatsinkC: celsius('heatsink'),
    };
  }
}
