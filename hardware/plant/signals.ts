/** What the board measures besides temperatures: its supplies, the modules' current, and its own converter. */
import { currentSensor } from '../parts/current-sensor.ts';
import { railPinV } from '../parts/rail-divider.ts';
import { thermistorDivider } from '../parts/thermistor-part.ts';
import type { Rails } from './circuit.ts';
import type { PlantParameters } from './parameters.ts';

/** Inputs of the converter; the last two are inside of the chip (ATmega328P, multiplexer 1110 and 1111). */
export const boardSignals = [
  'coolRail',
  'heatRail',
  'moduleCurrent',
  'knownResistor',
  'bandGap',
  'ground',
] as const;
export type BoardSignal = (typeof boardSignals)[number];

/** Of the supply: 4.70 kΩ to the return, 10.0 kΩ to the supply. */
const knownResistorShare = 4.7 / 14.7;
const fullScaleV = thermistorDivider.supplyV;

/** In volts of a converter whose full scale is 5 V: what does not hang on the board's supply appears larger where that is low. */
export function boardVolts(
  signal: BoardSignal,
  electronics: PlantParameters['electronics'],
  rails: Readonly<Rails>,
  lineA: number,
  returnV: number,
): number {
  const { boardSupplyV, bandGapV, coolDividerFactor, heatDividerFactor } = electronics;
  const scale = fullScaleV / boardSupplyV;
  const volts = (): number => {
    switch (signal) {
      case 'coolRail':
        return railPinV(rails.coolV) * coolDividerFactor * scale;
      case 'heatRail':
        return railPinV(rails.heatV) * heatDividerFactor * scale;
      case 'moduleCurrent':
        return fullScaleV * (currentSensor.midShare + currentSensor.sharePerA * lineA);
      case 'knownResistor':
        // Its return is the beads': what the modules' current does to that, it shows.
        return fullScaleV * knownResistorShare + returnV;
      case 'bandGap':
        return bandGapV * scale;
      case 'ground':
        return 0;
    }
  };
  return Math.min(Math.max(volts(), 0), fullScaleV);
}
