import * as fc from 'fast-check';
import type { ClinicLimits } from '../../src/limits/clinic.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import type { Range } from '../../src/limits/envelope.ts';
import type { Prescription } from '../../src/limits/plan.ts';

/** Generated limits and prescriptions, near enough to the bounds that both sides of each are met. */

const between = ({ min, max }: Range): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }));

const wholeBetween = ({ min, max }: Range): fc.Arbitrary<number> => fc.integer({ min, max });

const rangeIn = (one: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc.tuple(one, one).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

const bounds = settableBounds;

/** Limits that a clinic may set. */
export const anyLimits: fc.Arbitrary<ClinicLimits> = fc.record({
  coldSetpointC: rangeIn(between(bounds.coldSetpointC)),
  hotSetpointC: rangeIn(between(bounds.hotSetpointC)),
  coldPhaseMinutes: rangeIn(between(bounds.coldPhaseMinutes)),
  hotPhaseMinutes: rangeIn(between(bounds.hotPhaseMinutes)),
  rotations: rangeIn(wholeBetween(bounds.rotations)),
  rampCPerS: rangeIn(between(bounds.rampCPerS)),
  coldMinutesPerSession: between(bounds.coldMinutesPerSession),
  coldMinutesPer24Hours: between(bounds.coldMinutesPer24Hours),
  sessionMinutes: between(bounds.sessionMinutes),
  cem43PerSessionMin: between(bounds.cem43PerSessionMin),
  cem43Per24HoursMin: between(bounds.cem43Per24HoursMin),
  sessionsPerDay: wholeBetween(bounds.sessionsPerDay),
  sessionsPerWeek: wholeBetween(bounds.sessionsPerWeek),
  heatDaysInARow: wholeBetween(bounds.heatDaysInARow),
  sessionGapMinutes: between(bounds.sessionGapMinutes),
});

const hull = (one: Range, other: Range): Range => ({
  min: Math.min(one.min, other.min),
  max: Math.max(one.max, other.max),
});

/** The narrowest limits that allow whatever either allows. */
export function wider(one: ClinicLimits, other: ClinicLimits): ClinicLimits {
  return {
    coldSetpointC: hull(one.coldSetpointC, other.coldSetpointC),
    hotSetpointC: hull(one.hotSetpointC, other.hotSetpointC),
    coldPhaseMinutes: hull(one.coldPhaseMinutes, other.coldPhaseMinutes),
    hotPhaseMinutes: hull(one.hotPhaseMinutes, other.hotPhaseMinutes),
    rotations: hull(one.rotations, other.rotations),
    rampCPerS: hull(one.rampCPerS, other.rampCPerS),
    coldMinutesPerSession: Math.max(one.coldMinutesPerSession, other.coldMinutesPerSession),
    coldMinutesPer24Hours: Math.max(one.coldMinutesPer24Hours, other.coldMinutesPer24Hours),
    sessionMinutes: Math.max(one.sessionMinutes, other.sessionMinutes),
    cem43PerSessionMin: Math.max(one.cem43PerSessionMin, other.cem43PerSessionMin),
    cem43Per24HoursMin: Math.max(one.cem43Per24HoursMin, other.cem43Per24HoursMin),
    sessionsPerDay: Math.max(one.sessionsPerDay, other.sessionsPerDay),
    sessionsPerWeek: Math.max(one.sessionsPerWeek, other.sessionsPerWeek),
    heatDaysInARow: Math.max(one.heatDaysInARow, other.heatDaysInARow),
    sessionGapMinutes: Math.min(one.sessionGapMinutes, other.sessionGapMinutes),
  };
}

/** A shape that is right, with values inside the given range and now and then a little outside it. */
function prescriptionAround(
  near: (range: Range) => fc.Arbitrary<number>,
  most: { readonly rotations: number; readonly minutes: number },
): fc.Arbitrary<Prescription> {
  // Whole milliseconds, as a plan has them.
  const minutes = near({ min: 1, max: most.minutes }).map(
    (one) => Math.round(one * 60_000) / 60_000,
  );
  return fc.record({
    name: fc.constantFrom('knee', 'Muscle spasm, standard', 'Wadenkrampf – links'),
    rotations: fc.integer({ min: 1, max: most.rotations }),
    cold: fc.record({ setpointC: near(bounds.coldSetpointC), minutes }),
    hot: fc.record({ setpointC: near(bounds.hotSetpointC), minutes }),
    finalCold: fc.record({ minutes }),
    rampCPerS: near(bounds.rampCPerS),
  });
}

const around = ({ min, max }: Range): fc.Arbitrary<number> => {
  const over = (max - min) / 10;
  return fc.oneof(
    { weight: 9, arbitrary: between({ min, max }) },
    { weight: 1, arbitrary: fc.double({ min: min - over, max: max + over, noNaN: true }) },
  );
};

/** Right in shape; about half of them exceed some limit. */
export const anyPrescription = prescriptionAround(around, { rotations: 14, minutes: 20 });

/** Inside the envelope, and short enough that many fit generated limits. */
export const shortPrescription = prescriptionAround(between, { rotations: 4, minutes: 10 });
