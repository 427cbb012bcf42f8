/**
 * What the guard on the board is to enforce on this device: the firmware bounds, and the rig's heat cap (law L6). A guard
 * with these burnt in is told nothing new; one that was built with wider limits is narrowed to them.
 */
import type { GuardLimits } from '../../hardware/guard/guard-session.ts';
import { largestCountAbove, smallestCountBelow } from '../../hardware/parts/nominal-thermistor.ts';
import {
  partMask,
  partsOf,
  railLimitsV,
  withoutWitnessC,
} from '../../hardware/guard/board-checks.ts';
import { atmega328p } from '../../hardware/port/chip.ts';
import type { BoardPart } from '../../hardware/guard/board-checks.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';

const { pwmFullScale } = atmega328p;

const { plateC, directionMinutes, sessionMinutes } = firmwareBounds;

/** What the guard's limits depend on. */
export type PoweredRig = Pick<Rig, 'heatDutyCap' | 'parameters'>;

/** Parts whose limits hang on the supplies: the rails themselves, the current, and the relay that is proven by it. */
const partsOnSupplies: readonly BoardPart[] = ['rails', 'moduleCurrent', 'secondRelay'];

/**
 * The board's limits for the two supplies are burnt in: those of 12 V to cool and 5 V to heat. On other supplies the host
 * alone judges them, or the board would trip on what is right there; who is asked to treat there is told.
 */
export function suitsTheGuard({ parameters: { power } }: PoweredRig): boolean {
  const { coolLeast, coolMost, heatLeast, heatMost } = railLimitsV;
  const fits = (railV: number, least: number, most: number): boolean =>
    railV >= least && railV <= most;
  return fits(power.coolRailV, coolLeast, coolMost) && fits(power.heatRailV, heatLeast, heatMost);
}

/** @param pins how the device is wired: the board judges the parts that it has */
export function guardLimits(rig: PoweredRig, pins: PinMap): Partial<GuardLimits> {
  const suits = suitsTheGuard(rig);
  const parts = partsOf(pins).filter((part) => suits || !partsOnSupplies.includes(part));
  return {
    ceilingCounts: smallestCountBelow(pins.witness === null ? withoutWitnessC.max : plateC.max),
    floorCounts: largestCountAbove(pins.witness === null ? withoutWitnessC.min : plateC.min),
    parts: partMask(parts),
    maxHeatCount: Math.trunc(rig.heatDutyCap * pwmFullScale),
    oneWayS: directionMinutes.max * 60,
    sessionS: sessionMinutes.max * 60,
  };
}
