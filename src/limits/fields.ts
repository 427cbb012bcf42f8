import { z } from 'zod';
import type { Range, Unit } from './envelope.ts';
import { notANumber, quantity, suggestion, echo, unitSlip } from './wording.ts';

/** Building blocks of the two file formats: numbers with bounds, and groups without room for unknown fields. */

/** A number of a file, and the layer of limits that bounds it (law L6). */
export interface NumberField extends Range {
  readonly unit: Unit;
  /** `clinic limit` or `device envelope`. */
  readonly layer: string;
  /** The device envelope, to tell a clinic's choice from the device's. */
  readonly device: Range;
  readonly reason: string;
  readonly description: string;
  readonly integer?: boolean;
}

/** What a value outside its bound is told. `value` is as written or as calculated. */
export function outOfBound(
  value: string,
  side: 'above' | 'below',
  field: Pick<NumberField, 'unit' | 'layer' | 'reason'>,
  bound: number,
  device: number,
): string {
  const outer = device === bound ? '' : ` (device envelope ${quantity(device, field.unit)})`;
  const limit = quantity(bound, field.unit);
  return `${quantity(value, field.unit)} is ${side} the ${field.layer} of ${limit}${outer}: ${field.reason}`;
}

/** A finite number inside the field's bounds. NaN, infinities, text and null are refused (law L4). */
export function numberField(field: NumberField): z.ZodNumber {
  const bad = (value: unknown): string => notANumber(value, field.unit, field.integer === true);
  const outside = (value: unknown, side: 'above' | 'below'): string => {
    if (typeof value !== 'number') return bad(value);
    const bound = side === 'above' ? field.max : field.min;
    const device = side === 'above' ? field.device.max : field.device.min;
    const slip = unitSlip(value, field.unit, field.device);
    const message = outOfBound(echo(value), side, field, bound, device);
    return slip === undefined ? message : `${message}; ${slip}`;
  };
  const typed = { error: (issue: { readonly input?: unknown }) => bad(issue.input) };
  return (field.integer === true ? z.int(typed) : z.number(typed))
    .min(field.min, { error: (issue) => outside(issue.input, 'below') })
    .max(field.max, { error: (issue) => outside(issue.input, 'above') })
    .meta({ description: field.description });
}

/** The message for a field that the format does not know. */
export function unknownField(name: string, known: readonly string[]): string {
  return `unknown field; ${suggestion(name, known)}`;
}

/** A group of exactly these fields. */
export function group<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  description: string,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z
    .strictObject(shape, {
      error: (issue) => {
        if (issue.code === 'unrecognized_keys') {
          const keys = issue['keys'] as readonly string[];
          return keys.map((key) => `${echo(key)}: ${unknownField(key, known)}`).join('; ');
        }
        const fields = `its fields are ${known.join(', ')}`;
        if (issue.input === undefined) return `missing; ${fields}`;
        if (issue.input === null) return `empty; ${fields}`;
        return `must be a group of fields, not ${echo(issue.input)}; ${fields}`;
      },
    })
    .meta({ description });
}
