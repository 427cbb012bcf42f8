/** What the API tells of screenings that ended in no treatment. */
import { z } from 'zod';

/** A screening of the last day that ended in no treatment. */
export const declinedRowSchema = z.strictObject({
  /** Where it stands; null: nowhere yet. */
  record: z.string().nullable(),
  /** UTC, ISO 8601; null where it is not known. */
  at: z.string().nullable(),
  label: z.string(),
  /** Ids of the sites that its answers about the place concern. */
  sites: z.array(z.string()),
  result: z.enum(['clear', 'needsClinician', 'contraindicated']),
  /** Those that decided it. */
  answers: z.array(z.strictObject({ id: z.string(), answer: z.enum(['yes', 'no']) })),
});
export type DeclinedRow = z.infer<typeof declinedRowSchema>;
/** `POST /api/v1/screening/declined`. */
export const declinedAnswerSchema = z.strictObject({ declined: z.array(declinedRowSchema) });
export type DeclinedAnswer = z.infer<typeof declinedAnswerSchema>;
