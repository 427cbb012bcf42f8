/** What will end or refuse a plan beyond the session itself: the day, the week, the site, the person. Pure. */
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import { settableBounds } from '../limits/envelope.ts';
import { isColdFinish } from '../limits/plan.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import { checkPlan, projectDose } from '../limits/projection.ts';
import type { LimitViolation } from '../limits/projection.ts';
import { figure, quantity } from '../limits/wording.ts';
import { limitsFor } from './screening-profile.ts';
import { bodySites } from './screening-sites.ts';

type DayLimit = 'sessionsPerDay' | 'coldMinutesPer24Hours' | 'cem43Per24HoursMin';

export interface PlanOutlook {
  /** So often one region may have it in 24 hours; 0: not even once. */
  readonly timesADay: number;
  /** What once more would pass, and by how much. */
  readonly dayEndsBy: { readonly limit: DayLimit; readonly value: number; readonly bound: number };
  readonly gapMinutes: number;
  readonly timesAWeek: number;
  /** Days in a row before a clinician has to have looked; null for a plan without heat. */
  readonly heatDaysInARow: number | null;
  /** Ids of the sites where the limits refuse it to everybody. */
  readonly refusedAt: readonly string[];
  /** Why it is refused under reduced limits; empty: it fits them. */
  readonly refusedReduced: readonly string[];
}

export function outlookOf(plan: TreatmentPlan, limits: ClinicLimits): PlanOutlook {
  const { timesADay, dayEndsBy } = dayOf(plan, limits);
  return {
    timesADay,
    dayEndsBy,
    gapMinutes: limits.sessionGapMinutes,
    timesAWeek: Math.min(limits.sessionsPerWeek, 7 * timesADay),
    heatDaysInARow: isColdFinish(plan) ? null : limits.heatDaysInARow,
    refusedAt: refusedSites(plan, limits),
    refusedReduced: refusalsWithin(plan, limits, { profile: 'reduced', coldPhaseMaxMinutes: null }),
  };
}

function dayOf(
  plan: TreatmentPlan,
  limits: ClinicLimits,
): Pick<PlanOutlook, 'timesADay' | 'dayEndsBy'> {
  const { cem43Min, coldMinutes } = projectDose(plan);
  const each: readonly (readonly [DayLimit, number])[] = [
    ['coldMinutesPer24Hours', coldMinutes],
    ['cem43Per24HoursMin', cem43Min],
    ['sessionsPerDay', 1],
  ];
  const passedWith = (times: number) =>
    each.find(([limit, one]) => !(times * one <= limits[limit]));
  // The sessions of a day are limited, so this ends.
  for (let times = 1; ; times += 1) {
    const passed = passedWith(times);
    if (passed === undefined) continue;
    const [limit, one] = passed;
    return {
      timesADay: times - 1,
      dayEndsBy: { limit, value: times * one, bound: limits[limit] },
    };
  }
}

/** Where the plan fits the clinic's limits, but not those of the site. */
function refusedSites(plan: TreatmentPlan, limits: ClinicLimits): string[] {
  if (checkPlan(plan, limits).length > 0) return [];
  return bodySites
    .filter(({ rating }) => rating === 'none')
    .filter(({ coldPhaseMaxMinutes = null }) => {
      const refusals = refusalsWithin(plan, limits, { profile: 'standard', coldPhaseMaxMinutes });
      return refusals.length > 0;
    })
    .map(({ id }) => id);
}

const totalWords: Partial<Record<LimitViolation['limit'], string>> = {
  coldMinutesPerSession: 'cold of a session, all phases together',
  coldMinutesPer24Hours: 'cold in 24 hours',
  cem43PerSessionMin: 'heat dose of a session',
  cem43Per24HoursMin: 'heat dose in 24 hours',
  sessionMinutes: 'length of a session',
};

function refusalsWithin(
  plan: TreatmentPlan,
  limits: ClinicLimits,
  narrowing: Parameters<typeof limitsFor>[1],
): string[] {
  try {
    return checkPlan(plan, limitsFor(limits, narrowing)).map(
      ({ field, limit, value, bound, unit }) => {
        const side = Number(value) < Number(bound) ? 'below' : 'above';
        // A sum is not what stands in the field that it is told of.
        const what = totalWords[limit] ?? field;
        return `${what}: ${quantity(value, unit)} is ${side} ${quantity(bound, unit)}`;
      },
    );
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    return [thrown.parts.what];
  }
}

/** For a person: a line each, none with a full stop. */
export function outlookLines(outlook: PlanOutlook): string[] {
  const { timesADay, dayEndsBy, gapMinutes, timesAWeek, heatDaysInARow } = outlook;
  const { limit, value, bound } = dayEndsBy;
  const { unit } = settableBounds[limit];
  const once = timesADay === 1 ? 'once' : `${timesADay} times`;
  const heat =
    heatDaysInARow === null
      ? ''
      : `; after ${heatDaysInARow} days in a row with heat a clinician looks at the skin`;
  return [
    `one region of the body may have it ${once} in 24 hours, ${gapMinutes} min apart: once more is ${quantity(figure(value, bound), unit)}, above ${limit} of ${quantity(bound, unit)}`,
    `at most ${timesAWeek} times in 7 days${heat}`,
    ...(outlook.refusedAt.length === 0
      ? []
      : [`refused where a nerve runs near the skin: ${outlook.refusedAt.join(', ')}`]),
    outlook.refusedReduced.length === 0
      ? 'fits the reduced limits of people at risk'
      : `refused under the reduced limits of people at risk: ${outlook.refusedReduced.join('; ')}`,
  ];
}
