/** The extremes of the plate's own truth: the only judge of safety in a simulation. */
import type { Simulation } from '../../hardware/boards/board.ts';

export interface PlateRange {
  readonly plateMaxC: number;
  readonly plateMinC: number;
  readonly atMaxS: number;
  readonly atMinS: number;
}

export class TruthRange {
  readonly #simulation: Simulation | undefined;
  #range: PlateRange | undefined;

  constructor(simulation: Simulation | undefined) {
    this.#simulation = simulation;
  }

  note(atS: number): void {
    if (this.#simulation === undefined) return;
    const { plateC } = this.#simulation.truth();
    const range = this.#range ?? { plateMaxC: plateC, plateMinC: plateC, atMaxS: atS, atMinS: atS };
    if (plateC > range.plateMaxC) this.#range = { ...range, plateMaxC: plateC, atMaxS: atS };
    else if (plateC < range.plateMinC) this.#range = { ...range, plateMinC: plateC, atMinS: atS };
    else this.#range = range;
  }

  /** Undefined on a real board, where nobody knows the truth. */
  range(): PlateRange | undefined {
    return this.#range;
  }
}
