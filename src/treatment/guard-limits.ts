/**
 * What the guard on the board is to enforce on this device: the firmware bounds, and the rig's heat cap (law L6). A guard
 * with these burnt in is told nothing new; one that was built with wider limits is narrowed to them.
 */
import type { GuardLimits } from '../../hardware/guard/guard-session.ts';
import { largestCountAbove, smallestCountBelow } from '../../hardware/parts/nominal-thermistor.ts';
import { partMask, partsOf, withoutWitnessC } from '../../hardware/guard/board-checks.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';

const pwmFullScale = 255;

const { plateC, directionMinutes, sessionMinutes } = firmwareBounds;

/**
 * @param heatDutyCap the most heat duty of the rig, 0…1
 * @param pins how the device is wired: the board judges the parts that it has
 */
export const guardLimits = (heatDutyCap: number, pins: PinMap): Partial<GuardLimits> => ({
  ceilingCounts: smallestCountBelow(pins.witness === null ? withoutWitnessC.max : plateC.max),
  floorCounts: largestCountAbove(pins.witness === null ? withoutWitnessC.min : plateC.min),
  parts: partMask(partsOf(pins)),
  maxHeatCount: Math.trunc(heatDutyCap * pwmFullScale),
  oneWayS: directionMinutes.max * 60,
  sessionS: sessionMinutes.max * 60,
});
