/**
 * The ramped setpoint: limited in rate and in acceleration, so that the plate can follow it
 * exactly.
 */

export interface Ramp {
  readonly setpointC: number;
  readonly rateCPerS: number;
}

/** Close enough to a target to have arrived. */
const arrivedC = 0.02;

/**
 * One tick of a trapezoid towards the target. It brakes in time to arrive at rest.
 * @param rateCPerS largest rate, above 0
 */
export function stepRamp(
  ramp: Ramp,
  targetC: number,
  rateCPerS: number,
  accelerationCPerS2: number,
  dtS: number,
): Ramp {
  const distanceC = targetC - ramp.setpointC;
  const stepCPerS = accelerationCPerS2 * dtS;
  const brakingCPerS = Math.sqrt(2 * accelerationCPerS2 * Math.abs(distanceC)) - stepCPerS / 2;
  const wantedCPerS = Math.sign(distanceC) * Math.min(rateCPerS, Math.max(brakingCPerS, 0));
  const changeCPerS = wantedCPerS - ramp.rateCPerS;
  const rate = ramp.rateCPerS + Math.min(Math.max(changeCPerS, -stepCPerS), stepCPerS);
  const setpointC = ramp.setpointC + rate * dtS;
  if (Math.abs(targetC - setpointC) <= arrivedC && Math.abs(rate) <= 3 * stepCPerS) {
    return { setpointC: targetC, rateCPerS: 0 };
  }
  return { setpointC, rateCPerS: rate };
}
