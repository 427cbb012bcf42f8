/** The product's own wiring of controller and gate on the simulated plant. */
import { driveOf } from '../../hardware/plant/experiment.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import type { ControllerParameters } from '../../src/control/controller.ts';
import { gateAtRest } from '../../src/safety/drive-gate.ts';
import { firstRevision } from '../../src/safety/readings.ts';
import type { Channel, Reading } from '../../src/safety/readings.ts';
import type { DriveState } from '../../src/treatment/drive.ts';
import { stepDrive } from '../../src/treatment/drive.ts';
import { celsiusOfCount } from './celsius.ts';

export const tickS = 0.05;
/** 40 conversions of each channel a second. */
const conversionsPerTick = 2;

/** What the session orders for a while. */
export interface Order {
  readonly kind: 'cold' | 'hot';
  readonly targetC: number;
  readonly rampCPerS: number;
  readonly permission: 'none' | 'cool' | 'heatAndCool';
}

export interface Sample {
  /** Truth, and the mean of the readings that the controller acted on. */
  readonly plateC: number;
  readonly readingC: number;
  readonly setpointC: number;
  readonly drive: number;
  readonly refusal: string | null;
}

export class ClosedLoop {
  readonly plant: Plant;
  readonly #parameters: ControllerParameters;
  readonly #maxHeatDuty: number;
  #state: DriveState = { controller: null, gate: gateAtRest };
  #nowMs = 0;
  #applied = 0;
  #enabled = false;
  /** A drive reaches the pins one tick after it was decided. */
  #atPins = 0;

  constructor(
    plant: PlantParameters,
    parameters: ControllerParameters,
    seed: number,
    maxHeatDuty: number,
  ) {
    this.plant = new Plant(plant, new Random(seed));
    this.#parameters = parameters;
    this.#maxHeatDuty = maxHeatDuty;
  }

  /** Runs for a time under one order and returns what happened, tick by tick. */
  run(seconds: number, order: Order): Sample[] {
    return Array.from({ length: Math.round(seconds / tickS) }, () => this.#tick(order));
  }

  #tick({ kind, targetC, rampCPerS, permission }: Order): Sample {
    this.#nowMs += tickS * 1000;
    const drive = driveOf(this.#atPins, { bridgeEnabled: this.#enabled });
    const readings = this.#readings(drive);
    const readingC = (readings.plateA.celsius + readings.plateB.celsius) / 2;
    this.#atPins = this.#applied;
    const out = stepDrive(
      this.#state,
      {
        permission,
        readings: {
          ...readings,
          ...firstRevision,
          stopLoopClosed: true,
          pinsDiffer: null,
          guard: null,
        },
        nowMs: this.#nowMs,
        dtS: tickS,
        appliedDrive: this.#applied,
        interlocksClear: true,
        phase: { kind, setpointC: targetC },
        pulseDrive: 0,
      },
      {
        plan: { rampCPerS },
        controller: this.#parameters,
        gate: {
          maxHeatDuty: this.#maxHeatDuty,
          maxCoolDuty: 1,
          coldestSetpointC: 8,
          hottestSetpointC: 42,
        },
      },
    );
    this.#state = out;
    this.#applied = out.drive;
    this.#enabled = out.powered;
    const { setpointC, refusal } = out;
    const { plateC } = this.plant.truth();
    return { plateC, readingC, setpointC, drive: out.drive, refusal };
  }

  #readings(drive: ReturnType<typeof driveOf>): Record<Channel, Reading> {
    const sums = { plateA: 0, plateB: 0, heatsink: 0 };
    for (let conversion = 0; conversion < conversionsPerTick; conversion += 1) {
      this.plant.advance(tickS / conversionsPerTick, drive);
      for (const channel of Object.keys(sums) as Channel[]) {
        sums[channel] += Math.min(Math.floor((this.plant.adcVolts(channel) / 5) * 1024), 1023);
      }
    }
    const reading = (channel: Channel): Reading => {
      const count = sums[channel] / conversionsPerTick;
      return { count, celsius: celsiusOfCount(count), atMs: this.#nowMs };
    };
    return {
      plateA: reading('plateA'),
      plateB: reading('plateB'),
      heatsink: reading('heatsink'),
    };
  }
}
