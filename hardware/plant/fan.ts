/** The heatsink's fan, as its tachometer shows it: an open collector that pulls low twice a turn. */

const pulsesPerTurn = 2;
/** Run up and run down. */
const timeConstantS = 1.5;
/** Slower than this it stands. */
const standsBelowTurnsPerS = 1;

export class Fan {
  readonly #fullTurnsPerS: number;
  #turnsPerS: number;
  #turns = 0;

  constructor(turnsPerMinute: number) {
    this.#fullTurnsPerS = turnsPerMinute / 60;
    this.#turnsPerS = this.#fullTurnsPerS;
  }

  get turnsPerS(): number {
    return this.#turnsPerS;
  }

  advance(dtS: number, runs: boolean): void {
    this.#turns = (this.#turns + this.#turnsPerS * dtS) % 1;
    const goalTurnsPerS = runs ? this.#fullTurnsPerS : 0;
    this.#turnsPerS += (goalTurnsPerS - this.#turnsPerS) * (1 - Math.exp(-dtS / timeConstantS));
    if (!runs && this.#turnsPerS < standsBelowTurnsPerS) this.#turnsPerS = 0;
  }

  /** @param aheadS after the present */
  isLow(aheadS: number): boolean {
    return Math.floor(this.#halves(aheadS) + 1e-6) % 2 !== 0;
  }

  #halves(aheadS: number): number {
    return (this.#turns + this.#turnsPerS * aheadS) * 2 * pulsesPerTurn;
  }
}
