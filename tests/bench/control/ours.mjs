/** The product's controller behind the interface of the benchmark. */

/**
 * @param parameters of the product's controller
 */
export function ours({ startController, stepController }, parameters) {
  let state = null;
  return {
    step({ plateAC, plateBC, heatsinkC, targetC, rampCPerS, hot, dtS, appliedDrive, ...caps }) {
      const [plateC, otherPlateC] =
        plateAC > plateBC === hot ? [plateAC, plateBC] : [plateBC, plateAC];
      state ??= startController(plateC);
      const out = stepController(parameters, state, {
        plateC,
        ...(process.env.ONE ? {} : { otherPlateC }),
        heatsinkC,
        targetC,
        rampCPerS,
        dtS,
        appliedDrive,
        authority: caps.maxHeatDuty > 0 ? 'heatAndCool' : 'cool',
        ...caps,
      });
      state = out.state;
      return out.drive;
    },
  };
}
