/** What hangs at each rail behind the relay, and what the relay closes onto. */

/** Nominal; less is there under voltage. */
export const legFarad = 10e-6;
export const bulkFarad = 1000e-6;
export const railCapacitors = { leg: '10 µF 50 V X7R' } as const;

/** Supply wire of a metre, and what is left of its resistance. */
const loop = { henry: 1e-6, ohm: 0.07 } as const;

/** Peak of the current when a contact closes onto an empty capacitor: a series circuit that is under-damped or not. */
export function closingA(railV: number, farad: number): number {
  const { henry, ohm } = loop;
  const natural = 1 / Math.sqrt(henry * farad);
  const damping = ohm / (2 * henry);
  if (damping < natural) {
    const ringing = Math.sqrt(natural ** 2 - damping ** 2);
    const peakS = Math.atan2(ringing, damping) / ringing;
    return (railV / (henry * ringing)) * Math.exp(-damping * peakS) * Math.sin(ringing * peakS);
  }
  const over = Math.sqrt(damping ** 2 - natural ** 2);
  const peakS = Math.atanh(over / damping) / over;
  return (railV / (henry * over)) * Math.exp(-damping * peakS) * Math.sinh(over * peakS);
}
