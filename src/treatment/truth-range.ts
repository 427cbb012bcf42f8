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
    const { hottestC, coldestC } = this.#simulation.truth();
    let range = this.#range ?? {
      plateMaxC: hottestC,
      plateMinC: coldestC,
      atMaxS: atS,
      atMinS: atS,
    };
    if (hottestC > range.plateMaxC) range = { ...range, plateMaxC: hottestC, atMaxS: atS };
    if (coldestC < range.plateMinC) range = { ...range, plateMinC: coldestC, atMinS: atS };
    this.#range = range;
  }

  /** Undefined on a real board, where nobody knows the truth. */
  range(): PlateRange | undefined {
    return this.#range;
  }
}
