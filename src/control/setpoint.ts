/**
 * The ramped setpoint: limited in rate and in acceleration, so that the plate can follow it, and moved by time alone.
 * It never leaves the way from where it began to its target (L13): nothing that a sensor says can push it.
 */

export interface Ramp {
  /** Where it began and where it leads, °C: the setpoint lies between the two. */
  readonly fromC: number;
  readonly targetC: number;
  readonly setpointC: number;
  readonly rateCPerS: number;
}

/** Close enough to a target to have arrived. */
const arrivedC = 0.02;

/** A ramp that starts at rest. */
export const beginRamp = (fromC: number, targetC: number): Ramp => ({
  fromC,
  targetC,
  setpointC: fromC,
  rateCPerS: 0,
});

/**
 * One tick of a trapezoid towards the target. It brakes in time to arrive at rest.
 * @param rateCPerS largest rate, above 0
 */
export function stepRamp(
  ramp: Ramp,
  rateCPerS: number,
  accelerationCPerS2: number,
  dtS: number,
): Ramp {
  const { fromC, targetC } = ramp;
  const distanceC = targetC - ramp.setpointC;
  const stepCPerS = accelerationCPerS2 * dtS;
  const brakingCPerS = Math.sqrt(2 * accelerationCPerS2 * Math.abs(distanceC)) - stepCPerS / 2;
  const wantedCPerS = Math.sign(distanceC) * Math.min(rateCPerS, Math.max(brakingCPerS, 0));
  const changeCPerS = wantedCPerS - ramp.rateCPerS;
  const rate = ramp.rateCPerS + Math.min(Math.max(changeCPerS, -stepCPerS), stepCPerS);
  const setpointC = ramp.setpointC + rate * dtS;
  const arrived = Math.abs(targetC - setpointC) <= arrivedC && Math.abs(rate) <= 3 * stepCPerS;
  const passed = (targetC - setpointC) * Math.sign(targetC - fromC) < 0;
  if (arrived || passed) return { fromC, targetC, setpointC: targetC, rateCPerS: 0 };
  return { fromC, targetC, setpointC, rateCPerS: rate };
}
