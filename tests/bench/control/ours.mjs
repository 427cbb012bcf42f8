/** The product's controller behind the interface of the benchmark. */
import { openCPerS } from './cases.mjs';

/** For a step response the ramp is opened up: no acceleration that a plate could feel, and no leash. */
const opened = { accelerationCPerS2: 20, leashC: 100 };

/** @param parameters of the product's controller */
export function ours({ startController, stepController }, parameters) {
  const withoutRamp = { ...parameters, ...opened };
  let state = null;
  return {
    step({ plateAC, plateBC, hot, ...input }) {
      const dangerous = hot ? Math.max(plateAC, plateBC) : Math.min(plateAC, plateBC);
      state ??= startController(dangerous);
      const inForce = input.rampCPerS === openCPerS ? withoutRamp : parameters;
      const out = stepController(inForce, state, {
        ...input,
        plateC: dangerous,
        otherPlateC: plateAC + plateBC - dangerous,
        authority: input.maxHeatDuty > 0 ? 'heatAndCool' : 'cool',
      });
      state = out.state;
      return out.drive;
    },
  };
}
