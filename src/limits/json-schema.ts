import { z } from 'zod';
import { clinicLimitsSchema, widestLimits } from './clinic.ts';
import { prescriptionSchema } from './prescription.ts';

/**
 * JSON Schemas (draft 2020-12) for editors, from the schemas that check the files. They hold the bounds of the device;
 * the clinic's own, the sums and the dose are checked by `contrast prescription check`.
 */

export function prescriptionJsonSchema(): string {
  return jsonSchemaOf(prescriptionSchema(widestLimits), 'Contrast Companion prescription');
}

export function clinicLimitsJsonSchema(): string {
  return jsonSchemaOf(clinicLimitsSchema, 'Contrast Companion clinic limits');
}

function jsonSchemaOf(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return JSON.stringify({ $schema, title, ...rest }, null, 2);
}
