import { z } from 'zod';
import type { ClinicLimits } from './clinic.ts';
import { withinEnvelope } from './clinic.ts';
import type { Range, SettableName } from './envelope.ts';
import { settableBounds } from './envelope.ts';
import { group, numberField } from './fields.ts';
import type { Prescription } from './plan.ts';
import { planOf } from './plan.ts';
import { checkTotals } from './projection.ts';
import { echo, quantity } from './wording.ts';

export type { Prescription } from './plan.ts';

const longestName = 80;
/** No control characters, line breaks or direction overrides: the name is printed on screens, records and logs. */
const printable = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

const name = z
  .string({
    error: ({ input }) =>
      input === undefined ? 'missing; a name is needed' : `must be text, not ${echo(input)}`,
  })
  .regex(/\S/u, { error: 'empty; a name is needed' })
  .max(longestName, { error: `longer than ${longestName} characters` })
  .regex(printable, { error: 'must be one line without control characters' })
  .meta({ description: 'What people call it; shown on the screen and kept in the record.' });

/** The limit that bounds each number of a prescription. */
export const limitOf = {
  rotations: 'rotations',
  'cold.setpointC': 'coldSetpointC',
  'cold.minutes': 'coldPhaseMinutes',
  'hot.setpointC': 'hotSetpointC',
  'hot.minutes': 'hotPhaseMinutes',
  'finalCold.minutes': 'coldPhaseMinutes',
  rampCPerS: 'rampCPerS',
} as const satisfies Record<string, SettableName>;

type NumberName = keyof typeof limitOf;

const meaningOf: Readonly<Record<NumberName, string>> = {
  rotations:
    'Pairs of cold and hot before the final cold; a whole number. With 0 the final cold is all there is, and the hot phase that is written is not given.',
  'cold.setpointC': 'Plate temperature of every cold phase, °C.',
  'cold.minutes':
    'Length of every cold phase but the final one, minutes, counted from its start, ramp included.',
  'hot.setpointC': 'Plate temperature of every hot phase, °C.',
  'hot.minutes': 'Length of every hot phase, minutes, counted from its start, ramp included.',
  'finalCold.minutes':
    'Length of the final cold phase, minutes, counted from its start, ramp included.',
  rampCPerS: 'Rate at which the setpoint moves between cold and hot, °C per second.',
};

/** The fields of a prescription that hold numbers, in the order of the file, with what they mean. */
export const numberFields = Object.entries(meaningOf) as readonly (readonly [NumberName, string])[];

function numberIn(field: NumberName, range: Range): z.ZodNumber {
  const device = settableBounds[limitOf[field]];
  const bounds = `The device allows ${device.min} … ${quantity(device.max, device.unit)}`;
  return numberField({
    ...range,
    unit: device.unit,
    layer: 'clinic limit',
    device,
    reason: device.reason,
    description: `${meaningOf[field]} ${bounds}; the clinic may allow less. Why: ${device.reason}.`,
    integer: field === 'rotations',
  });
}

/**
 * A prescription inside the given limits: every number in its range, the sums and the projected dose below their caps,
 * and every phase long enough to reach its setpoint. Throws LIMITS_EXCEEDED if the limits pass the device envelope.
 */
export function prescriptionSchema(limits: ClinicLimits): z.ZodType<Prescription> {
  const inForce = withinEnvelope(limits);
  const number = (field: NumberName): z.ZodNumber => numberIn(field, inForce[limitOf[field]]);
  const shape = {
    name,
    rotations: number('rotations'),
    cold: group(
      { setpointC: number('cold.setpointC'), minutes: number('cold.minutes') },
      'The cold phases. The treatment starts with one.',
    ),
    hot: group(
      { setpointC: number('hot.setpointC'), minutes: number('hot.minutes') },
      'The hot phases, each between two cold ones.',
    ),
    finalCold: group(
      { minutes: number('finalCold.minutes') },
      'The cold phase that every treatment ends with, at the setpoint of the other cold phases.',
    ),
    rampCPerS: number('rampCPerS'),
  };
  return group(
    shape,
    'A contrast treatment for Contrast Companion. It always starts and ends cold.',
  ).superRefine((prescription, context) => {
    // Sums of absurd values would only repeat what their own fields already say.
    if (!insideDevice(prescription)) return;
    for (const violation of checkTotals(planOf(prescription), inForce)) {
      const { field, message } = violation;
      context.addIssue({ code: 'custom', path: field.split('.'), message, params: { violation } });
    }
  });
}

function insideDevice({ rotations, cold, hot, finalCold, rampCPerS }: Prescription): boolean {
  const values: Readonly<Record<NumberName, number>> = {
    rotations,
    'cold.setpointC': cold.setpointC,
    'cold.minutes': cold.minutes,
    'hot.setpointC': hot.setpointC,
    'hot.minutes': hot.minutes,
    'finalCold.minutes': finalCold.minutes,
    rampCPerS,
  };
  return numberFields.every(([field]) => {
    const { min, max } = settableBounds[limitOf[field]];
    return values[field] >= min && values[field] <= max;
  });
}
