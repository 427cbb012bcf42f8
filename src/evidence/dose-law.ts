/** What the charged heat dose must be worth, judged by the plant: the plate's own temperature says what the skin got. Pure. */
import { settableBounds } from '../limits/envelope.ts';

/**
 * By so much may both plate sensors of a device within tolerance read too little at 40 °C, where nobody has calibrated
 * them: the bead and its pull-up 1 % each (0.25 °C each), its B 1 % (0.16 °C), the converter 2 LSB (0.21 °C), and the bead
 * 2.4 % short of the way from a room of 20 °C to the plate (0.48 °C). The largest of each; seed 1626 has drawn 0.9 °C.
 */
const worstReadC = 1.35;
/** Below 43 °C a degree is worth a factor of four (Sapareto & Dewey 1984, R = 0.25). */
const leastShare = 0.25 ** worstReadC;

/** Why the charged dose of a sound device is wrong, both in CEM43 minutes; null where it is proven right. */
export function doseObjection(chargedMin: number, trueMin: number): string | null {
  const words = `charged ${chargedMin} CEM43 min, true ${trueMin}`;
  if (!(chargedMin >= leastShare * trueMin)) return words;
  // What no clinic may allow, no skin gets: the cap has room for the error of the sensors.
  const { max } = settableBounds.cem43PerSessionMin;
  return trueMin <= max ? null : `${words}: more than ${max}`;
}
