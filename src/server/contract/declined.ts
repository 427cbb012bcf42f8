/** What the API tells of screenings that ended in no treatment. */
import { z } from 'zod';

/** A screening of the last day that ended in no treatment. */
export const declinedRowSchema = z.strictObject({
  record: z.string().nullable().describe('Where it stands; null: nowhere yet.'),
  at: z.string().nullable().describe('UTC, ISO 8601; null where it is not known.'),
  label: z.string(),
  sites: z.array(z.string()).describe('Ids of the sites that its answers about the place concern.'),
  result: z.enum(['clear', 'needsClinician', 'contraindicated']),
  answers: z
    .array(z.strictObject({ id: z.string(), answer: z.enum(['yes', 'no']) }))
    .describe('Those that decided it.'),
});
export type DeclinedRow = z.infer<typeof declinedRowSchema>;
/** `POST /api/v1/screening/declined`. */
export const declinedAnswerSchema = z.strictObject({ declined: z.array(declinedRowSchema) });
export type DeclinedAnswer = z.infer<typeof declinedAnswerSchema>;
