/**
 * The drive gate: the one function between the controller and the bridge. The controller proposes, the gate
 * disposes. It trusts nobody: permission, interlocks, ages, ceilings, setpoint, caps, slew and reversal are checked here
 * again, and every branch that lets power through needs its proof.
 */
import type { Fact } from '../words/facts.ts';
import type { Permission } from '../../machines/permission.ts';
import { pulseDuty } from './self-test.ts';

export interface GateLimits {
  /** Largest heating and cooling duty of the rig, 0…1. */
  readonly maxHeatDuty: number;
  readonly maxCoolDuty: number;
  /** The setpoints of the prescription in force, °C: no drive leads beyond them (L6). */
  readonly coldestSetpointC: number;
  readonly hottestSetpointC: number;
}

/** The setpoint in force, where its ramp began and where it leads, °C. */
export interface Way {
  readonly fromC: number;
  readonly setpointC: number;
  readonly targetC: number;
}

export interface GateState {
  /** The drive let through last, −1…+1. */
  readonly drive: number;
  /** The direction driven last: 1 heat, −1 cool, 0 none yet. */
  readonly direction: number;
  /** When that direction was first driven. */
  readonly directionSinceMs: number;
  readonly zeroSinceMs: number;
  readonly atMs: number;
  /** The hottest and the coldest reading, filtered over `spanFilterMs`; NaN before there were any. */
  readonly hottestC: number;
  readonly coldestC: number;
}

export interface GateInput {
  /** What the controller wants, −1 full cool … +1 full heat. */
  readonly requested: number;
  readonly permission: Permission;
  /** Every interlock is proven clear: none has even a young finding. */
  readonly interlocksClear: boolean;
  /** Of the fresh plate readings; NaN where not both are fresh. */
  readonly hottestC: number;
  readonly coldestC: number;
  /** What the drive is for; null in the pulse of the self-test alone, which has no setpoint. */
  readonly way: Way | null;
  readonly nowMs: number;
}

export interface GateOutput {
  readonly state: GateState;
  readonly drive: number;
  /** Bridge enabled and relay closed. */
  readonly powered: boolean;
  /** Why a wish for power was refused or cut; null where it was not. */
  readonly refusal: GateRefusal | null;
}

/** At zero before the direction changes: rapid reversal cracks modules and overshoots (H12). */
export const reversalZeroMs = 500;
/** A direction that was begun is kept this long; meanwhile the other one is refused, and zero is always free (H12). */
export const minimumDwellMs = 10_000;
/** From nothing to full in a second; falling is never slowed. */
const riseDutyPerS = 1;
/** Half a degree inside the trips, heat and cool are refused before a rule has to act; a single reading at the trip does. */
export const heatCeilingC = 42.5;
export const coolFloorC = 7.5;
const tripMarginC = 0.5;
/** A single noisy reading near a ceiling is no reason to chop the drive. */
const spanFilterMs = 200;
/** Further than this beyond its target, nothing drives the plate on, whatever the controller makes of it (L13). */
export const beyondTargetC = 1;
/** As the chip counts its duty: this side of the pins knows no chip, so a test holds the two together. */
export const pwmSteps = 255;

export const gateAtRest: GateState = {
  drive: 0,
  direction: 0,
  directionSinceMs: Number.NEGATIVE_INFINITY,
  zeroSinceMs: Number.NEGATIVE_INFINITY,
  atMs: Number.NEGATIVE_INFINITY,
  hottestC: Number.NaN,
  coldestC: Number.NaN,
};

/** Why the gate refuses: by id, for it is asked at every tick. */
export type GateRefusal =
  | 'gate-not-permitted'
  | 'gate-no-reading'
  | 'gate-no-number'
  | 'gate-interlock'
  | 'gate-heat-only-hot'
  | 'gate-too-hot'
  | 'gate-too-cold'
  | 'gate-no-setpoint'
  | 'gate-setpoint-astray'
  | 'gate-beyond-hot'
  | 'gate-beyond-cold'
  | 'gate-reversed-soon'
  | 'gate-no-cap';

/** The same with the limit that it was held against. */
export function refusalFact(refusal: GateRefusal): Fact {
  if (refusal === 'gate-too-hot') return { kind: refusal, limitC: heatCeilingC };
  if (refusal === 'gate-too-cold') return { kind: refusal, limitC: coolFloorC };
  if (refusal === 'gate-reversed-soon') return { kind: refusal, forS: minimumDwellMs / 1000 };
  return { kind: refusal };
}

/** Which directions the gate would let through now, as far as the direction driven last is concerned. */
export function openDirections(
  { direction, directionSinceMs }: GateState,
  nowMs: number,
): { heat: boolean; cool: boolean } {
  const dwelt = nowMs - directionSinceMs >= minimumDwellMs;
  return { heat: direction >= 0 || dwelt, cool: direction <= 0 || dwelt };
}

/** Why power must be off altogether, or null. */
function reasonForNoPower(input: GateInput): GateRefusal | null {
  if (input.permission === 'none') return 'gate-not-permitted';
  if (!Number.isFinite(input.hottestC) || !Number.isFinite(input.coldestC)) {
    return 'gate-no-reading';
  }
  return null;
}

/** Why this direction must not be driven, or null. */
function reasonAgainst(
  wanted: number,
  span: Span,
  input: GateInput,
  limits: GateLimits,
): GateRefusal | null {
  if (!Number.isFinite(wanted)) return 'gate-no-number';
  if (wanted === 0) return null;
  if (!input.interlocksClear) return 'gate-interlock';
  if (wanted > 0 && input.permission !== 'heatAndCool') return 'gate-heat-only-hot';
  if (wanted > 0 && !(span.hottestC < heatCeilingC && input.hottestC < heatCeilingC + tripMarginC))
    return 'gate-too-hot';
  if (wanted < 0 && !(span.coldestC > coolFloorC && input.coldestC > coolFloorC - tripMarginC))
    return 'gate-too-cold';
  return reasonAgainstWay(wanted, span, input, limits);
}

/** Why the setpoint must not be driven to, or null: on its way, within the prescription, and not passed by the plate. */
function reasonAgainstWay(
  wanted: number,
  { hottestC, coldestC }: Span,
  { way, permission }: GateInput,
  { coldestSetpointC, hottestSetpointC }: GateLimits,
): GateRefusal | null {
  if (way === null) return permission === 'coolPulse' ? null : 'gate-no-setpoint';
  const { setpointC, targetC } = way;
  const prescribed = targetC >= coldestSetpointC && targetC <= hottestSetpointC;
  if (!prescribed || !isOnItsWay(way)) return 'gate-setpoint-astray';
  if (wanted > 0 && !(setpointC <= hottestSetpointC && coldestC < targetC + beyondTargetC))
    return 'gate-beyond-hot';
  if (wanted < 0 && !(setpointC >= coldestSetpointC && hottestC > targetC - beyondTargetC))
    return 'gate-beyond-cold';
  return null;
}

const roundingC = 1e-6;

/** Between where the ramp began and where it leads; not so where any of it is no number. */
const isOnItsWay = ({ fromC, setpointC, targetC }: Way): boolean =>
  setpointC >= Math.min(fromC, targetC) - roundingC &&
  setpointC <= Math.max(fromC, targetC) + roundingC;

type Span = Pick<GateState, 'hottestC' | 'coldestC'>;

/** Missing readings leave nothing to filter; the first after them counts in full. */
function spanAfter(state: GateState, { hottestC, coldestC, nowMs }: GateInput): Span {
  const elapsedMs = Math.max(0, nowMs - state.atMs);
  const share = Number.isFinite(elapsedMs) ? elapsedMs / (spanFilterMs + elapsedMs) : 1;
  const next = (before: number, now: number): number =>
    Number.isFinite(before) ? before + share * (now - before) : now;
  return { hottestC: next(state.hottestC, hottestC), coldestC: next(state.coldestC, coldestC) };
}

function atZero(state: GateState, span: Span, nowMs: number): GateState {
  const { direction, directionSinceMs } = state;
  const { hottestC, coldestC } = span;
  const zeroSinceMs = state.drive === 0 ? state.zeroSinceMs : nowMs;
  return { drive: 0, direction, directionSinceMs, zeroSinceMs, atMs: nowMs, hottestC, coldestC };
}

/** Rises no faster than the slew, falls at once, and rounds toward zero to what the bridge can show. */
function slewed(state: GateState, wanted: number, nowMs: number): number {
  // The first step of all, and a time that is no number, have nothing to rise from.
  const elapsedMs = nowMs - state.atMs;
  const elapsedS = Number.isFinite(elapsedMs) ? Math.min(0.25, Math.max(0, elapsedMs / 1000)) : 0;
  const from = Math.sign(state.drive) === Math.sign(wanted) ? Math.abs(state.drive) : 0;
  const magnitude = Math.min(Math.abs(wanted), from + riseDutyPerS * elapsedS);
  return (Math.sign(wanted) * Math.trunc(magnitude * pwmSteps + 1e-9)) / pwmSteps;
}

/** Why the other direction must wait, or null. The pause at zero is no refusal: every reversal has one. */
function reasonToWait(state: GateState, nowMs: number): { refusal: GateRefusal | null } | null {
  if (!(nowMs - state.directionSinceMs >= minimumDwellMs)) {
    return { refusal: 'gate-reversed-soon' };
  }
  const rested = state.drive === 0 && nowMs - state.zeroSinceMs >= reversalZeroMs;
  return rested ? null : { refusal: null };
}

/** Pure: what may reach the bridge now. Called once a tick. */
export function passGate(state: GateState, input: GateInput, limits: GateLimits): GateOutput {
  const { requested, nowMs } = input;
  const span = spanAfter(state, input);
  const zero = (powered: boolean, refusal: GateRefusal | null): GateOutput => ({
    state: atZero(state, span, nowMs),
    drive: 0,
    powered,
    refusal,
  });
  const noPower = reasonForNoPower(input);
  if (noPower !== null) return zero(false, requested === 0 ? null : noPower);
  const against = reasonAgainst(requested, span, input, limits);
  if (against !== null || requested === 0) return zero(true, against);
  const maxCoolDuty =
    input.permission === 'coolPulse' ? Math.min(pulseDuty, limits.maxCoolDuty) : limits.maxCoolDuty;
  const wanted = Math.max(-maxCoolDuty, Math.min(limits.maxHeatDuty, requested));
  // A cap that is no number lets nothing through.
  if (!Number.isFinite(wanted)) return zero(true, 'gate-no-cap');
  const direction = Math.sign(wanted);
  const reverses = state.direction !== 0 && direction !== state.direction;
  const waiting = reverses ? reasonToWait(state, nowMs) : null;
  if (waiting !== null) return zero(true, waiting.refusal);
  const drive = slewed(state, wanted, nowMs);
  if (drive === 0) return zero(true, null);
  const directionSinceMs = direction === state.direction ? state.directionSinceMs : nowMs;
  const { hottestC, coldestC } = span;
  return {
    state: {
      drive,
      direction,
      directionSinceMs,
      zeroSinceMs: nowMs,
      atMs: nowMs,
      hottestC,
      coldestC,
    },
    drive,
    powered: true,
    refusal: null,
  };
}
