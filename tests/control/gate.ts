/**
 * The least that a drive gate does to a proposal: caps, slew, and a pause at zero when the sign
 * changes.
 */
const slewPerS = 1;
const pauseS = 0.5;

export class Gate {
  applied = 0;
  #zeroS = pauseS;
  #lastSign = 0;

  /** @returns the drive that is really applied from now on */
  step(wanted: number, maxCoolDuty: number, maxHeatDuty: number, dtS: number): number {
    const capped = Math.min(Math.max(wanted, -maxCoolDuty), maxHeatDuty);
    const reverses = Math.sign(capped) === -this.#lastSign;
    const goal = reverses && !(this.applied === 0 && this.#zeroS >= pauseS) ? 0 : capped;
    const change = Math.min(Math.max(goal - this.applied, -slewPerS * dtS), slewPerS * dtS);
    this.applied = Math.abs(goal - this.applied) <= slewPerS * dtS ? goal : this.applied + change;
    this.#zeroS = this.applied === 0 ? this.#zeroS + dtS : 0;
    if (this.applied !== 0) this.#lastSign = Math.sign(this.applied);
    return this.applied;
  }
}
