/** The bodies of answers about records. */
import { z } from 'zod';
import { factSchema, phaseDelivered } from '../../records/record-line.ts';
import { drillSchema } from './live-state.ts';

const number = z.number().nullable();

const verdictSchema = z.enum(['intact', 'altered', 'truncated', 'unreadable', 'running']);

/** One row of the list of records. */
export const recordRowSchema = z.strictObject({
  id: z.string(),
  startedAt: z.string().nullable().describe('UTC, ISO 8601; null where it is not known.'),
  name: z.string().nullable(),
  site: z.string().nullable(),
  outcome: z.string(),
  reason: z.string(),
  ending: z
    .strictObject({
      why: factSchema,
      rule: z.string().nullable(),
      coldFinish: z.boolean().nullable(),
      phases: z.array(phaseDelivered).readonly(),
    })
    .optional()
    .describe('How it ended, as facts; missing where the record does not prove it, or has none.'),
  durationS: number,
  simulated: z.boolean().nullable(),
  bench: z.boolean().nullable(),
  verdict: verdictSchema,
});
export type RecordRow = z.infer<typeof recordRowSchema>;

/** `GET /api/v1/records?limit=N`, newest first. */
export const recordsAnswerSchema = z
  .strictObject({ records: z.array(recordRowSchema), older: z.number() })
  .meta({ id: 'Records' });
export type RecordsAnswer = z.infer<typeof recordsAnswerSchema>;

export const recordSpanSchema = z.strictObject({
  phase: z.number(),
  kind: z.enum(['cold', 'hot']),
  setpointC: number,
  fromS: number,
  toS: number,
  plateMinC: number,
  plateMaxC: number,
  owedMin: number.describe(
    'Minutes at its setpoint: owed by the plan, and measured; null where the record does not say.',
  ),
  inBandMin: number,
  delivered: z.boolean().nullable(),
});

/** `GET /api/v1/records/ID`: header, entries without samples, phases, and how far it can be trusted. */
export const recordAnswerSchema = z
  .strictObject({
    row: recordRowSchema,
    verification: z.strictObject({
      verdict: verdictSchema,
      text: z.string(),
      because: z.string(),
      provenLines: z.number(),
    }),
    header: z.looseObject({}).nullable().describe('The first line; null where it is not proven.'),
    summary: z.looseObject({}).nullable(),
    phases: z.array(recordSpanSchema),
    entries: z
      .array(z.looseObject({ seq: z.number(), t: number, type: z.string(), times: z.number() }))
      .describe(
        'Every proven line that is no header, sample or summary; a warning that came again is one, with how often.',
      ),
    drills: z.array(drillSchema),
  })
  .meta({ id: 'Record' });
export type RecordAnswer = z.infer<typeof recordAnswerSchema>;

/** `GET /api/v1/records/ID/samples`, and for comparing `GET /api/v1/records/compare?ids=A,B`: columns of equal length. */
export const samplesSchema = z.strictObject({
  id: z.string(),
  tS: z.array(number),
  plateAC: z.array(number),
  plateBC: z.array(number),
  heatsinkC: z.array(number),
  setpointC: z.array(number),
  drive: z.array(number),
  cem43Min: z.array(number),
});
export type Samples = z.infer<typeof samplesSchema>;

export const compareAnswerSchema = z.strictObject({
  records: z.array(
    z.strictObject({
      row: recordRowSchema,
      phases: z.array(recordSpanSchema),
      contactAtS: number.describe(
        '`elapsed` second of the first contact: align the curves here; null where there was none.',
      ),
      samples: samplesSchema,
    }),
  ),
});
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;

/** `GET /api/v1/drills`: all of them, newest first; each is a simulation. */
export const drillsAnswerSchema = z
  .strictObject({
    drills: z.array(
      drillSchema.extend({
        treatmentId: z.string(),
        at: z.string().nullable(),
        simulation: z.literal(true),
      }),
    ),
  })
  .meta({ id: 'Drills' });
export type DrillsAnswer = z.infer<typeof drillsAnswerSchema>;
