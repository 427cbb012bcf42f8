import type { ClinicLimits } from './clinic.ts';
import { withinEnvelope } from './clinic.ts';
import { cem43PerMinute } from './cem43.ts';
import type { Range, SettableName, Unit } from './envelope.ts';
import { settableBounds } from './envelope.ts';
import { outOfBound } from './fields.ts';
import { rampMsOf } from './owed.ts';
import type { TreatmentPhase, TreatmentPlan } from './plan.ts';
import { figure } from './wording.ts';

/** What a plan will do to the skin at most, and whether the limits in force allow it. Checked before every start. */

/** Upper bounds: the plate is taken to be at each setpoint for the whole phase, ramps ignored. */
export interface ProjectedDose {
  readonly cem43Min: number;
  readonly coldMinutes: number;
  /** °C·min below `coldDegreesBelowC`. */
  readonly coldDegreeMinutes: number;
  readonly totalMinutes: number;
}

/** From here down cold is weighed by how cold it is: the warmest setpoint of a cold phase. */
export const coldDegreesBelowC = settableBounds.coldSetpointC.max;

export function projectDose(plan: TreatmentPlan): ProjectedDose {
  const cem43Min = plan.phases.reduce(
    (sum, { setpointC, dwellMs }) => sum + (dwellMs / 60_000) * cem43PerMinute(setpointC),
    0,
  );
  const coldDegreeMinutes = plan.phases.reduce(
    (sum, { setpointC, dwellMs }) =>
      sum + (dwellMs / 60_000) * Math.max(0, coldDegreesBelowC - setpointC),
    0,
  );
  const { coldMinutes, totalMinutes } = plan;
  return { cem43Min, coldMinutes, coldDegreeMinutes, totalMinutes };
}

/** One way in which a plan is wider than the limits in force. */
export interface LimitViolation {
  /** The field of the prescription to change, `hot.setpointC`; `phases` for a plan that no prescription yields. */
  readonly field: string;
  /** The limit it breaks. */
  readonly limit: SettableName | 'phases';
  readonly value: number | string;
  readonly bound: number | string;
  readonly unit: Unit;
  readonly reason: string;
  /** All of this for a person, without the name of the field. */
  readonly message: string;
}

/** Every way in which a plan exceeds the limits; empty: allowed. Throws LIMITS_EXCEEDED if the limits pass the envelope. */
export function checkPlan(plan: TreatmentPlan, limits: ClinicLimits): LimitViolation[] {
  const inForce = withinEnvelope(limits);
  const found = [
    ...checkOrder(plan.phases),
    ...checkRange('rotations', 'rotations', (plan.phases.length - 1) / 2, inForce.rotations),
    ...plan.phases.flatMap((phase) => checkPhase(phase, plan, inForce)),
    ...checkRange('rampCPerS', 'rampCPerS', plan.rampCPerS, inForce.rampCPerS),
    ...checkTotals(plan, inForce),
  ];
  const key = (one: LimitViolation): string => `${one.field} ${one.message}`;
  return [...new Map(found.map((one) => [key(one), one])).values()];
}

/** The part of `checkPlan` that no single field shows: sums, dose, and whether each phase can reach its setpoint. */
export function checkTotals(plan: TreatmentPlan, limits: ClinicLimits): LimitViolation[] {
  const { cem43Min, coldMinutes, totalMinutes } = projectDose(plan);
  return [
    ...checkCap('hot.setpointC', 'cem43PerSessionMin', 'a projected dose of', cem43Min, limits),
    ...checkCap('cold.minutes', 'coldMinutesPerSession', 'a cold total of', coldMinutes, limits),
    ...checkCap('rotations', 'sessionMinutes', 'a session of', totalMinutes, limits),
    // What alone is more than a day may have is never given.
    ...checkCap('cold.minutes', 'coldMinutesPer24Hours', 'a cold total of', coldMinutes, limits),
    ...checkCap('hot.setpointC', 'cem43Per24HoursMin', 'a projected dose of', cem43Min, limits),
    ...plan.phases.flatMap((phase, index) => checkReach(phase, plan.phases[index - 1], plan)),
  ];
}

type Cap =
  | 'cem43PerSessionMin'
  | 'coldMinutesPerSession'
  | 'sessionMinutes'
  | 'coldMinutesPer24Hours'
  | 'cem43Per24HoursMin';

function checkCap(
  field: string,
  limit: Cap,
  what: string,
  value: number,
  limits: ClinicLimits,
): LimitViolation[] {
  const bound = limits[limit];
  if (Number.isFinite(value) && value <= bound) return [];
  const { unit, reason, max } = settableBounds[limit];
  const shown = `${what} ${figure(value, bound)}`;
  const message = outOfBound(shown, 'above', { unit, reason, layer: `${limit} limit` }, bound, max);
  return [{ field, limit, value, bound, unit, reason, message }];
}

function checkRange(
  field: string,
  limit: SettableName,
  value: number,
  range: Range,
): LimitViolation[] {
  if (Number.isFinite(value) && value >= range.min && value <= range.max) return [];
  const device = settableBounds[limit];
  const { unit, reason } = device;
  const side = value < range.min ? 'below' : 'above';
  const bound = side === 'below' ? range.min : range.max;
  const outer = side === 'below' ? device.min : device.max;
  const message = outOfBound(
    String(value),
    side,
    { unit, reason, layer: 'clinic limit' },
    bound,
    outer,
  );
  return [{ field, limit, value, bound, unit, reason, message }];
}

function checkPhase(
  phase: TreatmentPhase,
  plan: TreatmentPlan,
  limits: ClinicLimits,
): LimitViolation[] {
  const cold = phase.kind === 'cold';
  const minutes = phase.dwellMs / 60_000;
  return [
    ...checkRange(
      `${phase.kind}.setpointC`,
      cold ? 'coldSetpointC' : 'hotSetpointC',
      phase.setpointC,
      cold ? limits.coldSetpointC : limits.hotSetpointC,
    ),
    ...checkRange(
      minutesField(phase, plan),
      cold ? 'coldPhaseMinutes' : 'hotPhaseMinutes',
      minutes,
      cold ? limits.coldPhaseMinutes : limits.hotPhaseMinutes,
    ),
  ];
}

function minutesField(phase: TreatmentPhase, plan: TreatmentPlan): string {
  return phase.number === plan.phases.length ? 'finalCold.minutes' : `${phase.kind}.minutes`;
}

const orderReason = 'a treatment starts cold, alternates and ends cold';

/** Law L2, once more, for a plan that did not come from a prescription. */
function checkOrder(phases: readonly TreatmentPhase[]): LimitViolation[] {
  const inOrder = phases.every(
    ({ kind, number }, index) =>
      number === index + 1 && kind === (index % 2 === 0 ? 'cold' : 'hot'),
  );
  // A cold phase alone is a cold finish.
  if (phases.length % 2 === 1 && inOrder) return [];
  const value = phases.map(({ kind }) => kind).join(' ');
  const message = `${value === '' ? 'no phases' : value}: ${orderReason}`;
  const bound = 'cold hot … cold';
  return [
    { field: 'phases', limit: 'phases', value, bound, unit: '', reason: orderReason, message },
  ];
}

const reachReason =
  'a phase that ends before the plate has reached its setpoint is not what is written, and the end must be cold';

function checkReach(
  phase: TreatmentPhase,
  before: TreatmentPhase | undefined,
  plan: TreatmentPlan,
): LimitViolation[] {
  if (before === undefined) return [];
  const needed = rampMsOf(phase.setpointC - before.setpointC, plan.rampCPerS) / 60_000;
  const minutes = phase.dwellMs / 60_000;
  // One that ends with its ramp gives nothing of its setpoint (L13).
  if (Number.isFinite(needed) && minutes > needed) return [];
  const bound = Math.ceil(needed * 100) / 100;
  const message = `${figure(minutes)} min is below the ${bound} min that the ramp takes: ${reachReason}`;
  const field = minutesField(phase, plan);
  return [
    { field, limit: 'rampCPerS', value: minutes, bound, unit: 'min', reason: reachReason, message },
  ];
}
