/**
 * What the guard on the board is to enforce on this device: the firmware bounds, and the rig's heat cap (law L6). A guard
 * with these burnt in is told nothing new; one that was built with wider limits is narrowed to them.
 */
import type { GuardLimits } from '../../hardware/guard/guard-session.ts';
import { largestCountAbove, smallestCountBelow } from '../../hardware/parts/nominal-thermistor.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';

const pwmFullScale = 255;

const { plateC, directionMinutes, sessionMinutes } = firmwareBounds;

/** @param heatDutyCap the most heat duty of the rig, 0…1 */
export const guardLimits = (heatDutyCap: number): Partial<GuardLimits> => ({
  ceilingCounts: smallestCountBelow(plateC.max),
  floorCounts: largestCountAbove(plateC.min),
  maxHeatCount: Math.trunc(heatDutyCap * pwmFullScale),
  oneWayS: directionMinutes.max * 60,
  sessionS: sessionMinutes.max * 60,
});
