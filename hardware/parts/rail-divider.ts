/** A supply rail behind the relay, as the converter sees it: two resistors, and a bleeder that empties the rail. */
import { thermistorDivider } from './thermistor-part.ts';

export const railDivider = { upperOhm: 33_000, lowerOhm: 10_000 } as const;
/** Behind each pole of the relay: what discharges the rail, and what it discharges. */
export const railBleeder = { ohm: 470, farad: 22e-6 } as const;

const share = railDivider.lowerOhm / (railDivider.upperOhm + railDivider.lowerOhm);

/** What the converter's input has of a rail. */
export const railPinV = (railV: number): number => railV * share;

/** The rail that a (possibly averaged) conversion count means, V; by a board supply of just 5 V. */
export const railVolts = (count: number): number =>
  ((count + 0.5) / thermistorDivider.adcSteps) * (thermistorDivider.supplyV / share);
