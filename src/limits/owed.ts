/**
 * What a phase owes of its setpoint, in time: its dwell, without the ramp into it, and without what a device within
 * tolerance needs beyond the ramp. What is owed is measured (L13), and less is not delivered.
 */

/** Half of the band around the setpoint in which the plate is at temperature: what the controller is held to, °C. */
export const bandC = 0.5;

/** Of the ramped setpoint; the controller's own, so that what is owed is what it can follow. */
export const rampAccelerationCPerS2 = 0.15;

/**
 * Behind the ramp, ms. Devices within tolerance, both rigs, in rooms of 12 to 33 °C, need at most 4 s to settle into the
 * band, and 25 s after warm skin is laid on a plate that stood a degree below its cold; a limb that is lifted costs a
 * second or two. Time that is paused is none of it: the clock of a phase stands still then, and only the way back is
 * allowed for.
 */
const settlingAllowedMs = 30_000;
/** Of what is left after the ramp, at least so much is owed, however short the phase: none is delivered by nothing. */
const leastShareOwed = 0.5;

/** Where the ramp leaves nothing, all of the phase is owed: it cannot be delivered, and is not called so. */
export function owedMsOf(dwellMs: number, distanceC: number, rampCPerS: number): number {
  const restMs = dwellMs - rampMsOf(distanceC, rampCPerS);
  if (!(restMs > 0)) return dwellMs;
  return Math.round(Math.max(leastShareOwed * restMs, restMs - settlingAllowedMs));
}

/** A trapezoid, or a triangle where the way is too short for the full rate. */
export function rampMsOf(distanceC: number, rampCPerS: number): number {
  const wayC = Math.abs(distanceC);
  const isShort = wayC < rampCPerS ** 2 / rampAccelerationCPerS2;
  const seconds = isShort
    ? 2 * Math.sqrt(wayC / rampAccelerationCPerS2)
    : wayC / rampCPerS + rampCPerS / rampAccelerationCPerS2;
  return 1000 * seconds;
}

/** One or two ways back are a pause; a phase of which more is missing was not given (L13). */
const leastShareAfterPauses = 0.75;

/** What a phase still owes after pauses: of what was owed, without the ways back to the setpoint. */
export const owedAfterPausesMs = (owedMs: number, waysBackMs: number): number =>
  Math.max(leastShareAfterPauses * owedMs, owedMs - waysBackMs);
