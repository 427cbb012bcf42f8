/**
 * Heat dose in CEM43: minutes at 43 °C that would do the same harm (Sapareto & Dewey 1984).
 * The rate doubles for each °C above 43 and falls to a quarter for each °C below.
 */

const referenceC = 43;
/** Above 60 °C the model means nothing and the exponent is held; absolute trips act long before. */
const clampC = 60;
const ratioAbove = 0.5;
const ratioBelow = 0.25;

/** CEM43 minutes gathered in one minute at a constant, finite temperature in °C. */
export function cem43PerMinute(temperatureC: number): number {
  const clampedC = Math.min(temperatureC, clampC);
  return (clampedC >= referenceC ? ratioAbove : ratioBelow) ** (referenceC - clampedC);
}

/**
 * CEM43 minutes gathered while the temperature moves linearly from one finite value in °C to another.
 * Exact, also across 43 °C and across the clamp, so that the step length of the caller does not matter.
 */
export function cem43OfRamp(fromC: number, toC: number, minutes: number): number {
  const lowC = Math.min(fromC, toC);
  const highC = Math.max(fromC, toC);
  if (lowC === highC) return minutes * cem43PerMinute(lowC);
  for (const splitC of [referenceC, clampC]) {
    if (lowC < splitC && splitC < highC) {
      const share = (splitC - lowC) / (highC - lowC);
      return (
        cem43OfRamp(lowC, splitC, minutes * share) +
        cem43OfRamp(splitC, highC, minutes * (1 - share))
      );
    }
  }
  if (lowC >= clampC) return minutes * cem43PerMinute(clampC);
  const growth = -Math.log(lowC >= referenceC ? ratioAbove : ratioBelow) * (highC - lowC);
  // expm1 keeps the digits of a step of a hundredth of a degree, which is what a tick sees; below a step that
  // moves the result, the quotient would underflow to no dose at all.
  const mean = growth < 1e-12 ? 1 : -Math.expm1(-growth) / growth;
  return minutes * cem43PerMinute(highC) * mean;
}
