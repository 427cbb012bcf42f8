/**
 * The witness: a silicon sensor that judges the two beads (TMP6131 class, 10 kΩ at 25 °C). Its resistance rises where
 * theirs falls, on the same converter: whatever is common to all channels, a reference that is off, a ground that is
 * shared, moves it and the beads apart. Moisture and a wrong kind of bead do, too.
 */
import { thermistorDivider } from './thermistor-part.ts';

/** Ohms at 25 °C, and how they rise: per kelvin, and per kelvin squared. */
export const witnessPart = { nominalOhm: 10_000, perK: 6.4e-3, perK2: 1.5e-5 } as const;

/** What a whole sensor converts to lies between these: −11 and 75 °C. */
export const witnessCounts = { least: 450, most: 590 } as const;

/** Resistance over that at 25 °C, of a nominal part. */
export function witnessRatio(temperatureC: number): number {
  const aboveK = temperatureC - 25;
  return 1 + aboveK * (witnessPart.perK + aboveK * witnessPart.perK2);
}

/** The temperature that a (possibly averaged) conversion count means, °C; not finite outside of what a whole sensor gives. */
export function witnessCelsius(count: number): number {
  if (!(count >= witnessCounts.least && count <= witnessCounts.most)) return Number.NaN;
  const share = (count + 0.5) / thermistorDivider.adcSteps;
  const ratio = (thermistorDivider.pullUpOhm * share) / (1 - share) / witnessPart.nominalOhm;
  const { perK, perK2 } = witnessPart;
  // The root of the quadratic that is near 25 °C.
  return 25 + (Math.sqrt(perK * perK + 4 * perK2 * (ratio - 1)) - perK) / (2 * perK2);
}
