/**
 * Water on the plate, from sweat, a leak or the air: it has to be cooled as well, it freezes at 0 °C, and where nothing
 * covers it, it dries or gathers. Wiped off, it is gone at once.
 */
import { saturationPa } from './humidity.ts';

const waterJPerGK = 4.18;
const iceJPerGK = 2.1;
const fusionJPerG = 334;
/** Tap water and sweat freeze over a little way, and so does a sum of finite steps. */
const freezesOverK = 0.5;
/** What makes of a difference in vapour pressure one in temperature, where heat and vapour take the same way. */
const psychrometricPaPerK = 66;

/** Heat capacity on top of the plate's own. */
export function filmJPerK(plateC: number, filmG: number): number {
  if (plateC >= 0) return filmG * waterJPerGK;
  if (plateC > -freezesOverK) return filmG * (fusionJPerG / freezesOverK);
  return filmG * iceJPerGK;
}

/** Into the plate: positive while the air's water gathers, negative while the film dries. */
export function filmW(
  plateC: number,
  frontWPerK: number,
  airC: number,
  relativeHumidity: number,
): number {
  const differencePa = relativeHumidity * saturationPa(airC) - saturationPa(plateC);
  return (frontWPerK * differencePa) / psychrometricPaPerK;
}
