/**
 * The temperature controller: an observer of the plate (`plate-observer.ts`), a ramp in time (`setpoint.ts`) and the
 * inverted Peltier modules (`peltier-inverse.ts`). It proposes; the drive gate disposes, tells it what was really
 * applied and which directions are open.
 *
 * Nothing here moves the setpoint but time: it runs from where the plate was when the target came into force to that
 * target, and never leaves this way (L13). A plate that is held back catches up at a bounded rate instead.
 */
import type { ControllerParameters } from './parameters-schema.ts';
import { driveForHeat } from './peltier-inverse.ts';
import type { PlateEstimate, PlateReadings } from './plate-observer.ts';
import {
  beginEstimate,
  continueEstimate,
  heatNow,
  lostW,
  rateNowCPerS,
  restingC,
} from './plate-observer.ts';
import type { Ramp } from './setpoint.ts';
import { beginRamp, stepRamp } from './setpoint.ts';

export type { ControllerParameters } from './parameters-schema.ts';

/** The readings, with a step of at most half a second, and what is ordered. */
export interface ControllerInput extends PlateReadings {
  /** Where the ramp leads. */
  readonly targetC: number;
  /** Largest rate of the ramp, above 0 and at most 100. */
  readonly rampCPerS: number;
  /**
   * What the permission of the session allows. With `none` the controller only follows the plate.
   */
  readonly authority: 'none' | 'cool' | 'heatAndCool';
  /** The most that may be driven each way; 0 where the gate refuses that direction for the moment. */
  readonly maxHeatDuty: number;
  readonly maxCoolDuty: number;
}

/** Everything the controller remembers. Plain data: it can be stored and compared. */
export interface ControllerState {
  readonly estimate: PlateEstimate;
  /** The setpoint in force, and the way that it is on. */
  readonly ramp: Ramp;
  /** What was proposed last. */
  readonly drive: number;
  /** The next reading starts afresh: nothing is known of the time before it. */
  readonly fresh: boolean;
  /** Steps without time between them, one after the other. */
  readonly stillSteps: number;
}

export interface ControllerOutput {
  readonly state: ControllerState;
  /** −1 full cooling … +1 full heating. 0 on any doubt (L4). */
  readonly drive: number;
  /** The setpoint in force. */
  readonly setpointC: number;
}

const shortestStepS = 0.001;
const longestStepS = 0.5;
/** A busy host makes up for a late tick by one or two at once. A clock that stands still is a doubt. */
const mostStillSteps = 4;
/** Faster than any plate: a ramp without limit, as for a step response. */
const fastestCPerS = 100;
/** Nearer to its target than this, with the setpoint at rest, the plate holds. */
const holdsWithinC = 0.3;
/** With heat permitted, cooling begins only this far above the target, and ends at it (L13). */
const coolAboveTargetC = 0.3;

/**
 * State at each start: at rest, with the setpoint at the plate.
 * @param plateC reading of the plate
 */
export function startController(plateC: number): ControllerState {
  const readings = { plateC, otherPlateC: plateC, heatsinkC: plateC, dtS: 0, appliedDrive: 0 };
  return {
    estimate: beginEstimate(readings, null),
    ramp: beginRamp(plateC, plateC),
    drive: 0,
    fresh: true,
    stillSteps: 0,
  };
}

/** One tick. Pure; any input that is not a finite number in its range gives drive 0 (L4). */
export function stepController(
  p: ControllerParameters,
  before: ControllerState,
  i: ControllerInput,
): ControllerOutput {
  if (!isSound(i)) return doubtful(before);
  if (i.dtS < shortestStepS) return still(before, i);
  const estimate = observe(p, before, i);
  if (i.authority === 'none') return follow(estimate);
  const ramp = rampAfter(p, before, estimate, i);
  const drive = proposed(p, estimate, ramp, before.drive, i);
  const state = { estimate, ramp, drive, fresh: false, stillSteps: 0 };
  const { setpointC } = ramp;
  return Number.isFinite(drive + setpointC + estimate.unknownW)
    ? { state, drive, setpointC }
    : doubtful(before);
}

/** Every number finite and in its range. Safe needs a proof, so that NaN is not sound. */
function isSound(i: ControllerInput): boolean {
  return (
    isTemperature(i.plateC) &&
    isTemperature(i.otherPlateC) &&
    isTemperature(i.heatsinkC) &&
    isTemperature(i.targetC) &&
    isWithin(i.rampCPerS, Number.MIN_VALUE, fastestCPerS) &&
    isWithin(i.dtS, 0, longestStepS) &&
    isWithin(i.appliedDrive, -1, 1) &&
    isWithin(i.maxHeatDuty, 0, 1) &&
    isWithin(i.maxCoolDuty, 0, 1)
  );
}

function isTemperature(celsius: number): boolean {
  return isWithin(celsius, -60, 200);
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** No drive, and nothing learned from a reading that cannot be trusted. */
function doubtful(s: ControllerState): ControllerOutput {
  return { state: { ...s, drive: 0, fresh: true }, drive: 0, setpointC: s.ramp.setpointC };
}

/**
 * No time has passed since the last step, so that nothing can have moved: what was decided stands, within what is open
 * now. Not for long, and not for another target.
 */
function still(s: ControllerState, i: ControllerInput): ControllerOutput {
  const stillSteps = s.stillSteps + 1;
  const stands = !s.fresh && s.ramp.targetC === i.targetC && stillSteps <= mostStillSteps;
  if (!stands) return doubtful({ ...s, stillSteps });
  const coolLimit = i.authority === 'none' ? 0 : i.maxCoolDuty;
  const drive = Math.min(Math.max(s.drive, -coolLimit), heatLimitOf(i));
  return { state: { ...s, drive, stillSteps }, drive, setpointC: s.ramp.setpointC };
}

/** Takes in the readings. After a gap the plate may have moved unseen. */
function observe(p: ControllerParameters, s: ControllerState, i: ControllerInput): PlateEstimate {
  if (s.fresh) return beginEstimate(i, s.estimate);
  const moves = s.ramp.rateCPerS !== 0 || i.targetC !== s.ramp.targetC;
  const onTheWay = moves || Math.abs(i.targetC - s.estimate.plateC) > holdsWithinC;
  return continueEstimate(p, s.estimate, i, onTheWay);
}

/** Without authority the setpoint lies on the plate, so that a resumed ramp starts without a bump. */
function follow(estimate: PlateEstimate): ControllerOutput {
  const ramp = beginRamp(estimate.plateC, estimate.plateC);
  const state = { estimate, ramp, drive: 0, fresh: false, stillSteps: 0 };
  return { state, drive: 0, setpointC: ramp.setpointC };
}

/** A new target, and the end of a pause or a gap, begin a ramp at the plate; then time alone moves it. */
function rampAfter(
  p: ControllerParameters,
  before: ControllerState,
  { plateC }: PlateEstimate,
  i: ControllerInput,
): Ramp {
  const goesOn = !before.fresh && before.ramp.targetC === i.targetC;
  const ramp = goesOn ? before.ramp : beginRamp(plateC, i.targetC);
  return stepRamp(ramp, i.rampCPerS, p.accelerationCPerS2, i.dtS);
}

/** The drive that brings the plate to the setpoint, within what is permitted and open. */
function proposed(
  p: ControllerParameters,
  s: PlateEstimate,
  ramp: Ramp,
  driveBefore: number,
  i: ControllerInput,
): number {
  const holdW = lostW(p, s.plateC, s.skinC) - s.unknownW;
  // What is on its way arrives whatever is decided now: the faces' heat, and a tick of the link.
  const arrivesAtC = restingC(p, s, holdW) + rateNowCPerS(p, s, i.appliedDrive) * p.delayS;
  const { proportionalPerS, proportionalMovePerS } = p;
  const gainPerS = proportionalPerS + (proportionalMovePerS - proportionalPerS) * s.haste;
  const wantedCPerS = gainPerS * (ramp.setpointC - arrivesAtC) + ramp.rateCPerS;
  const mostCPerS = i.rampCPerS + p.catchUpCPerS;
  const rateCPerS = Math.min(Math.max(wantedCPerS, -mostCPerS), mostCPerS);
  const free = driveOf(p, s, p.effectiveCapacityJPerK * rateCPerS + holdW, i.appliedDrive);
  const coolLimit = mayCool(s, ramp, driveBefore, i)
    ? i.maxCoolDuty * sinkShare(p, s.heatsinkC)
    : 0;
  return Math.min(Math.max(free, -coolLimit), heatLimitOf(i));
}

const heatLimitOf = ({ authority, maxHeatDuty }: ControllerInput): number =>
  authority === 'heatAndCool' ? maxHeatDuty : 0;

/**
 * Where heat is permitted, the plate drifts down by itself; to cool it is for a plate above its target alone, so that
 * noise at the zero crossing of a ramp never reverses the drive (H12). In a cold phase a setpoint on its way up from a
 * plate that is colder than the target asks for no more cold: the gate would refuse it.
 */
function mayCool(s: PlateEstimate, ramp: Ramp, driveBefore: number, i: ControllerInput): boolean {
  if (i.authority !== 'heatAndCool') return ramp.setpointC >= i.targetC;
  const aboveC = s.plateC - i.targetC;
  return aboveC > (driveBefore < 0 ? 0 : coolAboveTargetC);
}

/**
 * A heatsink near its limit is warmed no further: cooling eases off, and the plate is given less cold, before
 * `heatsink-hot` has to end the treatment.
 */
function sinkShare({ sinkEaseC, sinkStopC }: ControllerParameters, heatsinkC: number): number {
  return Math.min(Math.max((sinkStopC - heatsinkC) / (sinkStopC - sinkEaseC), 0), 1);
}

/** The drive for a heat into the plate, with what was learned of this device's strength. */
function driveOf(
  p: ControllerParameters,
  s: PlateEstimate,
  wantedW: number,
  appliedDrive: number,
): number {
  const { idleW } = heatNow(p, s, 0);
  const surplus = wantedW > idleW ? s.heatSurplus : s.coolSurplus;
  const nominalW = idleW + (wantedW - idleW) / (1 + surplus);
  return driveForHeat(p, nominalW, s.plateC, s.heatsinkC, appliedDrive);
}
