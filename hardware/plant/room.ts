/** The air of the room as time passes: what it was, how it drifts, and a window that is opened. */
import type { RoomFaults } from './fault-settings.ts';
import type { PlantParameters } from './parameters.ts';

/** Heating, people or a cool night change a room by no more than this. */
const mostDriftK = 15;

const withinDrift = (driftK: number): number => Math.min(Math.max(driftK, -mostDriftK), mostDriftK);

export class RoomAir {
  readonly #ambient: PlantParameters['ambient'];
  readonly #faults: RoomFaults;
  #nowS = 0;
  #faultDriftK = 0;

  constructor(ambient: PlantParameters['ambient'], faults: RoomFaults) {
    this.#ambient = ambient;
    this.#faults = faults;
  }

  pass(dtS: number): void {
    this.#nowS += dtS;
    const { driftCPerHour } = this.#faults;
    this.#faultDriftK = driftCPerHour === 0 ? 0 : this.#faultDriftK + (driftCPerHour * dtS) / 3600;
  }

  /** Of a device that has stood in this room for hours before it is switched on. */
  get restC(): number {
    return this.#faults.airC ?? this.#ambient.temperatureC;
  }

  get airC(): number {
    const { driftCPerHour, stepK, stepAtS } = this.#ambient;
    const ownK = withinDrift((driftCPerHour * this.#nowS) / 3600);
    const steppedK = this.#nowS >= stepAtS ? stepK : 0;
    return this.restC + ownK + steppedK + withinDrift(this.#faultDriftK) + this.#faults.stepK;
  }
}
