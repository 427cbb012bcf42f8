/** Bringing up a new device, step by step. Each step has something to see; who does not see it stops there. */
import type { PinMap } from '../../../hardware/parts/pin-map.ts';
import { fullPower } from './steps/full-power.ts';
import { lowPower } from './steps/low-power.ts';
import { pinNames } from './steps/step.ts';
import type { Step } from './steps/step.ts';
import { withoutPower } from './steps/without-power.ts';

export function bringUp(pins: PinMap): Step[] {
  const pin = pinNames(pins);
  return [...withoutPower(pin), ...lowPower(pin), ...fullPower(pin)];
}
