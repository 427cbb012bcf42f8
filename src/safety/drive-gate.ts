/**
 * The drive gate: the one function between the controller and the bridge. The controller proposes, the gate
 * disposes. It trusts nobody: permission, interlocks, ages, ceilings, caps, slew and reversal are checked here
 * again, and every branch that lets power through needs its proof.
 */
import type { Permission } from '../../machines/permission.ts';
import { pulseDuty } from './self-test.ts';

export interface GateLimits {
  /** Largest heating and cooling duty of the rig, 0…1. */
  readonly maxHeatDuty: number;
  readonly maxCoolDuty: number;
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
  readonly nowMs: number;
}

export interface GateOutput {
  readonly state: GateState;
  readonly drive: number;
  /** Bridge enabled and relay closed. */
  readonly powered: boolean;
  /** Why a wish for power was refused or cut, in words; null where it was not. */
  readonly refusal: string | null;
}

/** At zero before the direction changes: rapid reversal cracks modules and overshoots (H12). */
export const reversalZeroMs = 500;
/** A direction that was begun is kept this long; meanwhile the other one is refused, and zero is always free (H12). */
export const minimumDwellMs = 10_000;
/** From nothing to full in a second; falling is never slowed. */
const riseDutyPerS = 1;
/** Half a degree inside the trips, heat and cool are refused before a rule has to act. */
export const heatCeilingC = 42.5;
export const coolFloorC = 7.5;
const pwmSteps = 255;

export const gateAtRest: GateState = {
  drive: 0,
  direction: 0,
  directionSinceMs: Number.NEGATIVE_INFINITY,
  zeroSinceMs: Number.NEGATIVE_INFINITY,
  atMs: Number.NEGATIVE_INFINITY,
};

/** Why power must be off altogether, or null. */
function reasonForNoPower(input: GateInput): string | null {
  if (input.permission === 'none') return 'this state permits no drive';
  if (!Number.isFinite(input.hottestC) || !Number.isFinite(input.coldestC)) {
    return 'a plate reading is missing, stale or implausible';
  }
  return null;
}

/** Why this direction must not be driven, or null. */
function reasonAgainst(wanted: number, input: GateInput): string | null {
  if (!Number.isFinite(wanted)) return 'the controller asked for a drive that is no number';
  if (wanted !== 0 && !input.interlocksClear) return 'an interlock is not clear';
  if (wanted > 0 && input.permission !== 'heatAndCool')
    return 'heat is permitted in a hot phase only';
  if (wanted > 0 && !(input.hottestC < heatCeilingC))
    return `the plate is at ${heatCeilingC} °C or above`;
  if (wanted < 0 && !(input.coldestC > coolFloorC))
    return `the plate is at ${coolFloorC} °C or below`;
  return null;
}

function atZero(state: GateState, nowMs: number): GateState {
  const { direction, directionSinceMs } = state;
  const zeroSinceMs = state.drive === 0 ? state.zeroSinceMs : nowMs;
  return { drive: 0, direction, directionSinceMs, zeroSinceMs, atMs: nowMs };
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
function reasonToWait(state: GateState, nowMs: number): { refusal: string | null } | null {
  if (!(nowMs - state.directionSinceMs >= minimumDwellMs)) {
    return { refusal: `the direction was changed less than ${minimumDwellMs / 1000} s ago` };
  }
  const rested = state.drive === 0 && nowMs - state.zeroSinceMs >= reversalZeroMs;
  return rested ? null : { refusal: null };
}

/** Pure: what may reach the bridge now. Called once a tick. */
export function passGate(state: GateState, input: GateInput, limits: GateLimits): GateOutput {
  const { requested, nowMs } = input;
  const noPower = reasonForNoPower(input);
  if (noPower !== null) {
    return {
      state: atZero(state, nowMs),
      drive: 0,
      powered: false,
      refusal: requested === 0 ? null : noPower,
    };
  }
  const against = reasonAgainst(requested, input);
  if (against !== null || requested === 0) {
    return { state: atZero(state, nowMs), drive: 0, powered: true, refusal: against };
  }
  const maxCoolDuty =
    input.permission === 'coolPulse' ? Math.min(pulseDuty, limits.maxCoolDuty) : limits.maxCoolDuty;
  const wanted = Math.max(-maxCoolDuty, Math.min(limits.maxHeatDuty, requested));
  // A cap that is no number lets nothing through.
  if (!Number.isFinite(wanted)) {
    return { state: atZero(state, nowMs), drive: 0, powered: true, refusal: 'the rig has no cap' };
  }
  const direction = Math.sign(wanted);
  const reverses = state.direction !== 0 && direction !== state.direction;
  const waiting = reverses ? reasonToWait(state, nowMs) : null;
  if (waiting !== null) return { state: atZero(state, nowMs), drive: 0, powered: true, ...waiting };
  const drive = slewed(state, wanted, nowMs);
  if (drive === 0) return { state: atZero(state, nowMs), drive, powered: true, refusal: null };
  const directionSinceMs = direction === state.direction ? state.directionSinceMs : nowMs;
  return {
    state: { drive, direction, directionSinceMs, zeroSinceMs: nowMs, atMs: nowMs },
    drive,
    powered: true,
    refusal: null,
  };
}
