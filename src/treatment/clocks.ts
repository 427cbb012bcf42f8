/** The clocks of a treatment: counted here, tick by tick, on the board's monotonic time. */
import { isOnSkin, stateOf } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import type { SessionContext } from '../../machines/session-events.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import type { Readings } from '../safety/readings.ts';
import { isAtSetpoint } from './delivery.ts';
import { phaseNow } from './phase-now.ts';
import { isProven, sessionAllowedMs } from './schedule.ts';
import type { Clocks, TreatmentState } from './state.ts';

/** All clocks, `dtMs` later. */
export function advanceClocks(
  before: TreatmentState,
  dtMs: number,
  readings: Readings,
  nowMs: number,
  plan: TreatmentPlan,
): Clocks {
  const { clocks, session } = before;
  const state = stateOf(session);
  const treating = state === 'treating.cold' || state === 'treating.hot';
  const { reachedSkin, outcome } = session.context;
  const onSkin = reachedSkin && (isOnSkin(state) || outcome === null);
  const comesBack = treating && isComingBack(before, plan);
  return {
    stateMs: clocks.stateMs + dtMs,
    phaseMs: treating && !comesBack ? clocks.phaseMs + dtMs : clocks.phaseMs,
    cameBackMs: comesBack ? clocks.cameBackMs + dtMs : clocks.cameBackMs,
    // Not while it is held up once more.
    comesBack: treating ? comesBack : clocks.comesBack,
    sessionMs: onSkin ? clocks.sessionMs + dtMs : clocks.sessionMs,
    oneWayMs:
      treating && permissionOf(session) !== 'none' ? clocks.oneWayMs + dtMs : clocks.oneWayMs,
    provenMs: isProven(state, plan, readings, nowMs) ? clocks.provenMs + dtMs : 0,
  };
}

/**
 * Whether the plate is still on its way back after a look at the skin in the middle of a phase: nobody loses treatment by
 * it (L13). Bounded, so that neither the phase nor the session outlasts what it may, and the phase runs on where it is not
 * coming.
 */
function isComingBack(treatment: TreatmentState, plan: TreatmentPlan): boolean {
  const { clocks, session } = treatment;
  if (!clocks.comesBack || isAtSetpoint(treatment, plan)) return false;
  const leftMs = phaseNow(plan, session.context).dwellMs - clocks.phaseMs;
  return clocks.cameBackMs < comeBackWithinMs && clocks.sessionMs + leftMs < sessionAllowedMs;
}

/** Of one phase: with the longest phase there is, less than the time in which one direction may be driven. */
const comeBackWithinMs = 4 * 60_000;

/**
 * The clocks after a move of the session. A phase that only became the final one keeps its clock (L2).
 * @param looked the skin has been looked at
 */
export function restartClocks(
  clocks: Clocks,
  from: SessionContext,
  to: SessionContext,
  looked: boolean,
): Clocks {
  const newPhase = from.phase !== to.phase;
  return {
    ...clocks,
    stateMs: 0,
    provenMs: 0,
    phaseMs: newPhase ? 0 : clocks.phaseMs,
    oneWayMs: newPhase ? 0 : clocks.oneWayMs,
    cameBackMs: newPhase ? 0 : clocks.cameBackMs,
    comesBack: !newPhase && (looked || clocks.comesBack),
    sessionMs: to.reachedSkin && !from.reachedSkin ? 0 : clocks.sessionMs,
  };
}
