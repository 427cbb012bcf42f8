/** The clocks of a treatment: counted here, tick by tick, on the board's monotonic time. */
import { isOnSkin, stateOf } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import type { SessionContext } from '../../machines/session-events.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import type { Readings } from '../safety/readings.ts';
import { isProven } from './schedule.ts';
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
  return {
    stateMs: clocks.stateMs + dtMs,
    phaseMs: treating ? clocks.phaseMs + dtMs : clocks.phaseMs,
    sessionMs: onSkin ? clocks.sessionMs + dtMs : clocks.sessionMs,
    oneWayMs:
      treating && permissionOf(session) !== 'none' ? clocks.oneWayMs + dtMs : clocks.oneWayMs,
    provenMs: isProven(state, plan, readings, nowMs) ? clocks.provenMs + dtMs : 0,
  };
}

/** The clocks after a move of the session. A phase that only became the final one keeps its clock (L2). */
export function restartClocks(clocks: Clocks, from: SessionContext, to: SessionContext): Clocks {
  const newPhase = from.phase !== to.phase;
  return {
    ...clocks,
    stateMs: 0,
    provenMs: 0,
    phaseMs: newPhase ? 0 : clocks.phaseMs,
    oneWayMs: newPhase ? 0 : clocks.oneWayMs,
    sessionMs: to.reachedSkin && !from.reachedSkin ? 0 : clocks.sessionMs,
  };
}
