/**
 * The temperature controller: proportional-integral in watts, with the Peltier modules inverted. It
 * proposes; the drive gate disposes, and tells it what was really applied.
 */
import type { ControllerParameters } from './parameters-schema.ts';
import { driveForHeat } from './peltier-inverse.ts';
import type { PlateEstimate, PlateReadings } from './plate-estimate.ts';
import { beginEstimate, continueEstimate, lagged, plateNowC } from './plate-estimate.ts';
import type { Ramp } from './setpoint.ts';
import { stepRamp } from './setpoint.ts';

export type { ControllerParameters } from './parameters-schema.ts';

/** The readings, with a step of 1 ms to half a second, and what is ordered. */
export interface ControllerInput extends PlateReadings {
  /** Where the ramp leads. */
  readonly targetC: number;
  /** Largest rate of the ramp, above 0 and at most 100. */
  readonly rampCPerS: number;
  /**
   * What the permission of the session allows. With `none` the controller only follows the plate.
   */
  readonly authority: 'none' | 'cool' | 'heatAndCool';
  readonly maxHeatDuty: number;
  readonly maxCoolDuty: number;
}

/** Everything the controller remembers. Plain data: it can be stored and compared. */
export interface ControllerState extends PlateEstimate {
  /** The ramped setpoint and its rate. */
  readonly setpointC: number;
  readonly rateCPerS: number;
  /** The setpoint as a lagging bead would show it. */
  readonly laggedC: number;
  readonly integralW: number;
  /** What was proposed last. */
  readonly drive: number;
  /** The next reading starts afresh: there is no slope to the one before. */
  readonly fresh: boolean;
}

export interface ControllerOutput {
  readonly state: ControllerState;
  /** −1 full cooling … +1 full heating. 0 on any doubt (L4). */
  readonly drive: number;
  /** The ramped setpoint. */
  readonly setpointC: number;
}

/** Proposal and application further apart than this: the gate holds back for longer than a slew. */
const heldBack = 0.15;
const shortestStepS = 0.001;
const longestStepS = 0.5;
/** Faster than any plate: a ramp without limit, as for a step response. */
const fastestCPerS = 100;

/**
 * State at each start: at rest, with the setpoint at the plate.
 * @param plateC reading of the plate
 */
export function startController(plateC: number): ControllerState {
  return {
    setpointC: plateC,
    rateCPerS: 0,
    laggedC: plateC,
    plateC,
    meanC: plateC,
    slopeCPerS: 0,
    drivenCPerS: 0,
    drivenFilteredCPerS: 0,
    heatsinkC: plateC,
    tissueC: plateC,
    integralW: 0,
    drive: 0,
    fresh: true,
  };
}

/** One tick. Pure; any input that is not a finite number in its range gives drive 0 (L4). */
export function stepController(
  p: ControllerParameters,
  s: ControllerState,
  i: ControllerInput,
): ControllerOutput {
  if (!isSound(i)) return doubtful(s);
  const seen = observe(p, s, i);
  const plateC = plateNowC(p, seen);
  if (i.authority === 'none') return follow(seen, plateC);
  const ramped = rampOnLeash(p, seen, i, plateC);
  const { setpointC, rateCPerS } = ramped;
  const laggedC = lagged(seen.laggedC, setpointC, p.beadLagS, i.dtS);
  const wantedW =
    p.effectiveCapacityJPerK * (p.proportionalPerS * (setpointC - plateC) + rateCPerS) +
    p.loadWPerK * (setpointC - p.loadZeroC) +
    p.tissueWPerK * (plateC - seen.tissueC) +
    seen.integralW;
  const free = driveForHeat(p, wantedW, plateC, seen.heatsinkC, i.appliedDrive);
  const heatLimit = i.authority === 'heatAndCool' ? i.maxHeatDuty : 0;
  const drive = Math.min(Math.max(free, -i.maxCoolDuty), heatLimit);
  const limited = free - drive !== 0 ? Math.sign(free - drive) : heldBackBy(s.drive, i);
  const integralW = integrate(p, seen.integralW, laggedC - seen.plateC, limited, i.dtS);
  const state = { ...seen, setpointC, rateCPerS, laggedC, integralW, drive };
  return Number.isFinite(drive + integralW + setpointC) ? { state, drive, setpointC } : doubtful(s);
}

/** Every number finite and in its range. Safe needs a proof, so that NaN is not sound. */
function isSound(i: ControllerInput): boolean {
  return (
    isTemperature(i.plateC) &&
    isTemperature(i.otherPlateC ?? i.plateC) &&
    isTemperature(i.heatsinkC) &&
    isTemperature(i.targetC) &&
    isWithin(i.rampCPerS, Number.MIN_VALUE, fastestCPerS) &&
    isWithin(i.dtS, shortestStepS, longestStepS) &&
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
  const state = { ...s, rateCPerS: 0, slopeCPerS: 0, drive: 0, fresh: true };
  return { state, drive: 0, setpointC: s.setpointC };
}

/** Takes in the readings. After a gap the plate may have moved unseen: the ramp starts again from where it is. */
function observe(p: ControllerParameters, s: ControllerState, i: ControllerInput): ControllerState {
  const { setpointC, rateCPerS, laggedC, integralW, drive, tissueC } = s;
  if (!s.fresh) {
    const seen = continueEstimate(p, s, i);
    // Written out, as every tick comes by: Node 20 is slow to add fields to a copy.
    return {
      setpointC,
      rateCPerS,
      laggedC,
      integralW,
      drive,
      fresh: false,
      plateC: seen.plateC,
      meanC: seen.meanC,
      slopeCPerS: seen.slopeCPerS,
      drivenCPerS: seen.drivenCPerS,
      drivenFilteredCPerS: seen.drivenFilteredCPerS,
      heatsinkC: seen.heatsinkC,
      tissueC: seen.tissueC,
    };
  }
  const begun = beginEstimate(p, i);
  return { ...startController(begun.plateC), ...begun, tissueC, integralW, fresh: false };
}

/**
 * Without authority the setpoint lies on the plate, so that a resumed ramp starts without a bump.
 */
function follow(seen: ControllerState, plateC: number): ControllerOutput {
  const state = { ...seen, setpointC: plateC, rateCPerS: 0, laggedC: seen.plateC, drive: 0 };
  return { state, drive: 0, setpointC: plateC };
}

/**
 * The ramp. Where the plate cannot follow, the setpoint waits for it, so that no jump is stored up.
 */
function rampOnLeash(
  p: ControllerParameters,
  seen: ControllerState,
  i: ControllerInput,
  plateC: number,
): Ramp {
  const ramp = stepRamp(seen, i.targetC, i.rampCPerS, p.accelerationCPerS2, i.dtS);
  const direction = Math.sign(ramp.rateCPerS);
  const aheadC = direction * (ramp.setpointC - plateC);
  if (aheadC <= p.leashC) return ramp;
  return { setpointC: plateC + direction * p.leashC, rateCPerS: ramp.rateCPerS };
}

/** The direction in which the gate holds back (pause at zero, long slew), or 0. */
function heldBackBy(proposed: number, i: ControllerInput): number {
  const missing = proposed - i.appliedDrive;
  return Math.abs(missing) > heldBack ? Math.sign(missing) : 0;
}

/**
 * The integral in watts. Compared with a lagged setpoint, so that it rests while a ramp is followed; held while it
 * would push further into a limit. Far away it fades: it holds what the model misjudges where the plate was, and that
 * is of another sign where the plate goes.
 */
function integrate(
  p: ControllerParameters,
  integralW: number,
  errorC: number,
  limited: number,
  dtS: number,
): number {
  if (!(Math.abs(errorC) < p.integralSeparationC)) {
    return lagged(integralW, 0, p.integralFadeS, dtS);
  }
  if (limited * errorC > 0) return integralW;
  const gainWPerCS = (p.effectiveCapacityJPerK * p.proportionalPerS) / p.integralS;
  const next = integralW + gainWPerCS * errorC * dtS;
  return Math.min(Math.max(next, -p.integralLimitW), p.integralLimitW);
}
