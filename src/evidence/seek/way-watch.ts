/**
 * Whether the setpoint in force runs its way in time (L13): from where it stood when its target came into force to that
 * target, at the rate of the prescription. Told by the plan and the clock alone; what pushes it does not matter.
 */
import type { Companion } from '../../treatment/companion.ts';

/** A setpoint begins and ends its way gently: no steeper than this, °C/s². */
const gentleCPerS2 = 0.15;
const roundingC = 0.1;
/** So far behind, beyond what gentleness explains, it follows something else than time. */
const behindC = 0.5;

export class WayWatch {
  /** The furthest behind its time, or off its way, beyond what is allowed, °C. */
  mostC = 0;
  #phase = 0;
  #fromC = Number.NaN;
  #sinceS = Number.NaN;

  look({ state, treatment, config, elapsedS }: Companion): void {
    const number = treatment.session.context.phase;
    const phase = config.plan.phases[number - 1];
    const treating = state === 'treating.cold' || state === 'treating.hot';
    const ending = treatment.session.context.ending;
    if (!treating || phase === undefined || ending) {
      this.#phase = 0;
      return;
    }
    const { setpointC } = treatment;
    // Nothing is in force in the first tick, and after each pause.
    if (number !== this.#phase || !Number.isFinite(this.#fromC)) {
      this.#phase = number;
      this.#fromC = setpointC;
      this.#sinceS = elapsedS;
      return;
    }
    if (!Number.isFinite(setpointC)) return;
    const { rampCPerS } = config.plan;
    const wayC = phase.setpointC - this.#fromC;
    const gentleC = rampCPerS ** 2 / gentleCPerS2 + roundingC;
    const dueC = Math.min(Math.abs(wayC), rampCPerS * (elapsedS - this.#sinceS));
    const doneC = (setpointC - this.#fromC) * Math.sign(wayC);
    const behind = dueC - doneC - gentleC;
    const beyond = Math.max(doneC - Math.abs(wayC), -doneC) - roundingC;
    this.mostC = Math.max(this.mostC, behind, beyond);
  }

  /** 1 where it is never behind. */
  share(): number {
    return 1 - this.mostC / behindC;
  }
}
