import { z } from 'zod';
import { CompanionError } from '../errors.ts';
import type { Range, SettableBound, SettableName } from './envelope.ts';
import { settableBounds } from './envelope.ts';
import { group, numberField } from './fields.ts';
import { quantity } from './wording.ts';

/** What a clinic allows on its devices: ranges that a prescription must stay in, and caps on a session and a day. */
export interface ClinicLimits {
  readonly coldSetpointC: Range;
  readonly hotSetpointC: Range;
  readonly coldPhaseMinutes: Range;
  readonly hotPhaseMinutes: Range;
  readonly rotations: Range;
  readonly rampCPerS: Range;
  readonly coldMinutesPerSession: number;
  readonly coldMinutesPer24Hours: number;
  readonly sessionMinutes: number;
  readonly cem43PerSessionMin: number;
  readonly cem43Per24HoursMin: number;
  readonly sessionsPerDay: number;
  readonly sessionsPerWeek: number;
  readonly heatDaysInARow: number;
  readonly sessionGapMinutes: number;
}

/**
 * In force where no clinic has set its own. 41 °C, not the device's 42: half an hour at 41 with a hidden sensor error
 * of 1 °C stays below 9 CEM43 min, hotter does not. More is a clinician's decision, after a two-point calibration.
 */
export const defaultClinicLimits: ClinicLimits = Object.freeze({
  coldSetpointC: Object.freeze({ min: 10, max: 20 }),
  hotSetpointC: Object.freeze({ min: 36, max: 41 }),
  coldPhaseMinutes: Object.freeze({ min: 1, max: 15 }),
  hotPhaseMinutes: Object.freeze({ min: 1, max: 15 }),
  rotations: Object.freeze({ min: 0, max: settableBounds.rotations.max }),
  rampCPerS: Object.freeze({ min: 0.1, max: 0.5 }),
  coldMinutesPerSession: 40,
  coldMinutesPer24Hours: 80,
  sessionMinutes: 75,
  cem43PerSessionMin: 2,
  cem43Per24HoursMin: 6,
  sessionsPerDay: 3,
  sessionsPerWeek: 14,
  heatDaysInARow: 14,
  sessionGapMinutes: 120,
});

const ends = ({ min, max }: Range): Range => Object.freeze({ min, max });

/** The widest limits that the device has room for: the envelope itself. */
export const widestLimits: ClinicLimits = Object.freeze({
  coldSetpointC: ends(settableBounds.coldSetpointC),
  hotSetpointC: ends(settableBounds.hotSetpointC),
  coldPhaseMinutes: ends(settableBounds.coldPhaseMinutes),
  hotPhaseMinutes: ends(settableBounds.hotPhaseMinutes),
  rotations: ends(settableBounds.rotations),
  rampCPerS: ends(settableBounds.rampCPerS),
  coldMinutesPerSession: settableBounds.coldMinutesPerSession.max,
  coldMinutesPer24Hours: settableBounds.coldMinutesPer24Hours.max,
  sessionMinutes: settableBounds.sessionMinutes.max,
  cem43PerSessionMin: settableBounds.cem43PerSessionMin.max,
  cem43Per24HoursMin: settableBounds.cem43Per24HoursMin.max,
  sessionsPerDay: settableBounds.sessionsPerDay.max,
  sessionsPerWeek: settableBounds.sessionsPerWeek.max,
  heatDaysInARow: settableBounds.heatDaysInARow.max,
  sessionGapMinutes: settableBounds.sessionGapMinutes.min,
});

const layer = 'device envelope';

const describe = (bound: SettableBound, what: string): string =>
  `${what} The device allows ${bound.min} … ${quantity(bound.max, bound.unit)}: ${bound.reason}. Source: ${bound.source}.`;

function cap(name: SettableName, fallback: number, integer = false): z.ZodDefault<z.ZodNumber> {
  const bound = settableBounds[name];
  const { unit, min, max, reason } = bound;
  const description = describe(bound, `${bound.label}${unit === '' ? '' : `, ${unit}`}.`);
  const field = { unit, min, max, reason, layer, device: bound, description, integer };
  return numberField(field).default(fallback);
}

function range(name: SettableName, fallback: Range, integer = false) {
  const bound = settableBounds[name];
  const { unit, min, max, reason, label } = bound;
  const end = (which: 'lowest' | 'highest', value: number): z.ZodDefault<z.ZodNumber> => {
    const description = describe(bound, `The ${which} that a prescription may ask for.`);
    const field = { unit, min, max, reason, layer, device: bound, description, integer };
    return numberField(field).default(value);
  };
  const description = describe(
    bound,
    `${label}${unit === '' ? '' : `, ${unit}`}: range for prescriptions.`,
  );
  return group({ min: end('lowest', fallback.min), max: end('highest', fallback.max) }, description)
    .refine((written) => written.min <= written.max, {
      error:
        'the lowest is above the highest, counting the built-in value of an end that is not written',
    })
    .prefault({});
}

const d = defaultClinicLimits;

/** A clinic's limits as a file holds them. What is not written keeps its built-in value; nothing can pass the envelope. */
export const clinicLimitsSchema = group(
  {
    coldSetpointC: range('coldSetpointC', d.coldSetpointC),
    hotSetpointC: range('hotSetpointC', d.hotSetpointC),
    coldPhaseMinutes: range('coldPhaseMinutes', d.coldPhaseMinutes),
    hotPhaseMinutes: range('hotPhaseMinutes', d.hotPhaseMinutes),
    rotations: range('rotations', d.rotations, true),
    rampCPerS: range('rampCPerS', d.rampCPerS),
    coldMinutesPerSession: cap('coldMinutesPerSession', d.coldMinutesPerSession),
    coldMinutesPer24Hours: cap('coldMinutesPer24Hours', d.coldMinutesPer24Hours),
    sessionMinutes: cap('sessionMinutes', d.sessionMinutes),
    cem43PerSessionMin: cap('cem43PerSessionMin', d.cem43PerSessionMin),
    cem43Per24HoursMin: cap('cem43Per24HoursMin', d.cem43Per24HoursMin),
    sessionsPerDay: cap('sessionsPerDay', d.sessionsPerDay, true),
    sessionsPerWeek: cap('sessionsPerWeek', d.sessionsPerWeek, true),
    heatDaysInARow: cap('heatDaysInARow', d.heatDaysInARow, true),
    sessionGapMinutes: cap('sessionGapMinutes', d.sessionGapMinutes),
  },
  'Limits of a clinic for Contrast Companion. Every field is optional and can only narrow what the device allows.',
);

/** The same limits, once they are shown to lie inside the device envelope; throws LIMITS_EXCEEDED otherwise (law L6). */
export function withinEnvelope(limits: ClinicLimits): ClinicLimits {
  const parsed = clinicLimitsSchema.safeParse(limits);
  if (parsed.success) return parsed.data;
  throw new CompanionError('LIMITS_EXCEEDED', {
    what: parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
    where: 'limits in force',
    fix: 'Narrow these limits to what the device allows: contrast limits show.',
  });
}
