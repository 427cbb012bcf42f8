/** From counts to degrees by the three points of the part's data sheet, as a host would do it. */
import { thermistorDivider, thermistorPoints } from '../../hardware/parts/thermistor-part.ts';

const [cold, middle, warm] = thermistorPoints.map(({ temperatureC, resistanceOhm }) => ({
  log: Math.log(resistanceOhm),
  inverse: 1 / (temperatureC + 273.15),
})) as [Point, Point, Point];

interface Point {
  readonly log: number;
  readonly inverse: number;
}

const toMiddle = (middle.inverse - cold.inverse) / (middle.log - cold.log);
const toWarm = (warm.inverse - cold.inverse) / (warm.log - cold.log);
const third = (toWarm - toMiddle) / (warm.log - middle.log) / (cold.log + middle.log + warm.log);
const second = toMiddle - third * (cold.log ** 2 + cold.log * middle.log + middle.log ** 2);
const first = cold.inverse - cold.log * (second + third * cold.log ** 2);

/** Temperature of a resistance by Steinhart and Hart. */
export function celsiusOfOhm(resistanceOhm: number): number {
  const log = Math.log(resistanceOhm);
  return 1 / (first + log * (second + third * log * log)) - 273.15;
}

/** Temperature of a mean count; the converter cuts off the fraction, on average half a count. */
export function celsiusOfCount(meanCount: number): number {
  const share = (meanCount + 0.5) / thermistorDivider.adcSteps;
  return celsiusOfOhm((thermistorDivider.pullUpOhm * share) / (1 - share));
}
