/**
 * The temperature controller: proportional-integral in watts, with the Peltier modules inverted. It
 * proposes; the drive gate disposes, and tells it what was really applied.
 */
import type { ControllerParameters } from './controller-parameters.ts';
import { driveForHeat } from './peltier-inverse.ts';
import type { Ramp } from './setpoint.ts';
import { stepRamp } from './setpoint.ts';

export type { ControllerParameters } from './controller-parameters.ts';

export interface ControllerInput {
  /** Reading of the plate. */
  readonly plateC: number;
  readonly heatsinkC: number;
  /** Where the ramp leads. */
  readonly targetC: number;
  /** Largest rate of the ramp, above 0 and at most 100. */
  readonly rampCPerS: number;
  /** Time since the last step, from 1 ms to half a second. */
  readonly dtS: number;
  /** What the gate really applied since the last step, −1 full cooling … +1 full heating. */
  readonly appliedDrive: number;
  /**
   * What the permission of the session allows. With `none` the controller only follows the plate.
   */
  readonly authority: 'none' | 'cool' | 'heatAndCool';
  readonly maxHeatDuty: number;
  readonly maxCoolDuty: number;
}

/** Everything the controller remembers. Plain data: it can be stored and compared. */
export interface ControllerState {
  /** The ramped setpoint and its rate. */
  readonly setpointC: number;
  readonly rateCPerS: number;
  /** The setpoint as a lagging bead would show it. */
  readonly laggedC: number;
  readonly plateC: number;
  readonly slopeCPerS: number;
  readonly heatsinkC: number;
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
    slopeCPerS: 0,
    heatsinkC: plateC,
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
  const plateC = seen.plateC + p.beadLagS * seen.slopeCPerS;
  if (i.authority === 'none') return follow(seen, plateC);
  const ramped = rampOnLeash(p, seen, i, plateC);
  const { setpointC } = ramped;
  const laggedC = seen.laggedC + ((setpointC - seen.laggedC) * i.dtS) / (p.beadLagS + i.dtS);
  const wantedW =
    p.effectiveCapacityJPerK * (p.proportionalPerS * (setpointC - plateC) + ramped.rateCPerS) +
    p.loadWPerK * (setpointC - p.loadZeroC) +
    seen.integralW;
  const free = driveForHeat(p, wantedW, plateC, seen.heatsinkC, i.appliedDrive);
  const heatLimit = i.authority === 'heatAndCool' ? i.maxHeatDuty : 0;
  const drive = Math.min(Math.max(free, -i.maxCoolDuty), heatLimit);
  const limited = free - drive !== 0 ? Math.sign(free - drive) : heldBackBy(s.drive, i);
  const integralW = integrate(p, seen.integralW, laggedC - i.plateC, limited, i.dtS);
  const state = { ...seen, ...ramped, laggedC, integralW, drive };
  return Number.isFinite(drive + integralW + setpointC) ? { state, drive, setpointC } : doubtful(s);
}

/** Every number finite and in its range. Safe needs a proof, so that NaN is not sound. */
function isSound(i: ControllerInput): boolean {
  return (
    isWithin(i.plateC, -60, 200) &&
    isWithin(i.heatsinkC, -60, 200) &&
    isWithin(i.targetC, -60, 200) &&
    isWithin(i.rampCPerS, Number.MIN_VALUE, fastestCPerS) &&
    isWithin(i.dtS, shortestStepS, longestStepS) &&
    isWithin(i.appliedDrive, -1, 1) &&
    isWithin(i.maxHeatDuty, 0, 1) &&
    isWithin(i.maxCoolDuty, 0, 1)
  );
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** No drive, and nothing learned from a reading that cannot be trusted. */
function doubtful(s: ControllerState): ControllerOutput {
  const state = { ...s, rateCPerS: 0, slopeCPerS: 0, drive: 0, fresh: true };
  return { state, drive: 0, setpointC: s.setpointC };
}

/** Takes in the readings: slope of the plate, slow mean of the heatsink. */
function observe(p: ControllerParameters, s: ControllerState, i: ControllerInput): ControllerState {
  if (s.fresh) {
    // The plate may have moved unseen: the ramp starts again from where it is.
    const { integralW } = s;
    return { ...startController(i.plateC), heatsinkC: i.heatsinkC, integralW, fresh: false };
  }
  const rawCPerS = (i.plateC - s.plateC) / i.dtS;
  const slopeGain = i.dtS / (p.slopeFilterS + i.dtS);
  const sinkGain = i.dtS / (p.heatsinkFilterS + i.dtS);
  return {
    ...s,
    plateC: i.plateC,
    slopeCPerS: s.slopeCPerS + (rawCPerS - s.slopeCPerS) * slopeGain,
    heatsinkC: s.heatsinkC + (i.heatsinkC - s.heatsinkC) * sinkGain,
  };
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
 * The integral in watts. Compared with a lagged setpoint, so that it rests while a ramp is
 * followed; held while far away, and while it would push further into a limit.
 */
function integrate(
  p: ControllerParameters,
  integralW: number,
  errorC: number,
  limited: number,
  dtS: number,
): number {
  if (!(Math.abs(errorC) < p.integralSeparationC) || limited * errorC > 0) return integralW;
  const gainWPerCS = (p.effectiveCapacityJPerK * p.proportionalPerS) / p.integralS;
  const next = integralW + gainWPerCS * errorC * dtS;
  return Math.min(Math.max(next, -p.integralLimitW), p.integralLimitW);
}
