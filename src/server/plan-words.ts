/** A plan as timelines and charts want it. Pure. */
import { plannedTemperatureC } from '../limits/plan.ts';
import type { Prescription, TreatmentPlan } from '../limits/plan.ts';
import { planOf } from '../limits/plan.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import { checkPlan, projectDose } from '../safety/dose.ts';
import { outlookLines, outlookOf } from '../safety/plan-outlook.ts';
import type { Planned } from './contract/answers.ts';
import type { PlanPhase } from './contract/live-state.ts';

export function timelineOf({ phases }: TreatmentPlan): PlanPhase[] {
  let startS = 0;
  return phases.map(({ number, kind, setpointC, dwellMs }) => {
    const lengthS = dwellMs / 1000;
    const phase = { number, kind, setpointC, startS, lengthS };
    startS += lengthS;
    return phase;
  });
}

const curveEveryS = 10;

/** The course every few seconds, and at both ends of each phase. */
function curveOf(plan: TreatmentPlan, phases: readonly PlanPhase[]): Planned['curve'] {
  const tS = phases.flatMap(({ startS, lengthS }) => {
    const steps = Math.ceil(lengthS / curveEveryS);
    return Array.from({ length: steps }, (_, step) => startS + step * curveEveryS);
  });
  tS.push(plan.totalMinutes * 60);
  const plateC = tS.map((t) => Math.round(plannedTemperatureC(plan, t / 60) * 1000) / 1000);
  return { tS, plateC };
}

/** What a prescription will do at most, and what the limits say to it. */
export function plannedOf(prescription: Prescription, limits: ClinicLimits): Planned {
  const plan = planOf(prescription);
  const { cem43Min, coldMinutes, coldDegreeMinutes } = projectDose(plan);
  const phases = timelineOf(plan);
  return {
    name: prescription.name,
    phases,
    totalS: plan.totalMinutes * 60,
    coldMinutes,
    coldDegreeMinutes,
    cem43Min,
    curve: curveOf(plan, phases),
    outlook: outlookLines(outlookOf(plan, limits)),
    blockedBy: checkPlan(plan, limits).map(({ field, limit, value, bound, unit, message }) => ({
      field,
      limit,
      value,
      bound,
      unit,
      message,
    })),
  };
}
