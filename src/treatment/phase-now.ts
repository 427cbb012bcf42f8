import { lastPhaseOf } from '../../machines/session-events.ts';
import type { SessionContext } from '../../machines/session-events.ts';
import type { TreatmentPhase, TreatmentPlan } from '../limits/plan.ts';

/** The phase that a treating (or paused) session is in. */
export function phaseNow(plan: TreatmentPlan, context: SessionContext): TreatmentPhase {
  const first = plan.phases[0];
  const last = plan.phases.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a plan has phases');
  if (context.phase === 0) return first;
  const isFinal = context.ending || context.phase >= lastPhaseOf(context.rotations);
  // A cold phase cut short into the final one keeps its clock, and lasts as long as a final one.
  return isFinal ? { ...last, number: context.phase } : (plan.phases[context.phase - 1] ?? last);
}
