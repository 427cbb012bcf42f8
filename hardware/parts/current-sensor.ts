/** Hall sensor in the modules' line: 100 mV/A on 5 V, half of the scale without current. */
import { thermistorDivider } from './thermistor-part.ts';

export const currentSensor = { midShare: 0.5, sharePerA: 0.02 } as const;

/** What a (possibly averaged) conversion count means, A; positive while the modules cool. */
export const currentAmps = (count: number): number =>
  ((count + 0.5) / thermistorDivider.adcSteps - currentSensor.midShare) / currentSensor.sharePerA;
