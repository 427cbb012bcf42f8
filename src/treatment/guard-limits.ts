/**
 * What the guard on the board is to enforce on this device: the firmware bounds, and the rig's heat cap (law L6). A guard
 * with these burnt in is told nothing new; one that was built with wider limits is narrowed to them.
 */
import type { GuardLimits } from '../../hardware/guard/guard-session.ts';
import { nominalThermistor } from '../../hardware/parts/nominal-thermistor.ts';
import { celsiusOf } from '../../hardware/parts/thermistor.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { openAboveCount, shortBelowCount } from '../safety/readings.ts';

const pwmFullScale = 255;

const counts = Array.from(
  { length: openAboveCount - shortBelowCount + 1 },
  (_, index) => shortBelowCount + index,
);
const celsius = (count: number): number => celsiusOf(count, nominalThermistor);
const { plateC, directionMinutes, sessionMinutes } = firmwareBounds;

/** Counts fall as the temperature rises: the first that is proven cooler than the ceiling, the last warmer than the floor. */
const ceilingCounts = Math.min(...counts.filter((count) => celsius(count) < plateC.max));
const floorCounts = Math.max(...counts.filter((count) => celsius(count) > plateC.min));

/** @param heatDutyCap the most heat duty of the rig, 0…1 */
export const guardLimits = (heatDutyCap: number): Partial<GuardLimits> => ({
  ceilingCounts,
  floorCounts,
  maxHeatCount: Math.trunc(heatDutyCap * pwmFullScale),
  oneWayS: directionMinutes.max * 60,
  sessionS: sessionMinutes.max * 60,
});
