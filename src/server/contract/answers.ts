/** The bodies of answers. */
import { z } from 'zod';
import { declinedRowSchema } from './declined.ts';
import { liveStateSchema, planPhaseSchema } from './live-state.ts';
import { roleSchema } from './requests.ts';

const number = z.number().nullable();

/** `GET /api/v1/session`, and the answer to signing in. Asked for without a session, `person` is null. */
export const sessionAnswerSchema = z
  .strictObject({
    person: z
      .strictObject({ name: z.string(), role: roleSchema, mayMakeAccounts: z.boolean() })
      .nullable(),
    setupNeeded: z.boolean().describe('No account exists yet: show the set-up page.'),
    version: z.string(),
  })
  .meta({ id: 'Session' });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

export const accountsAnswerSchema = z.strictObject({
  accounts: z.array(
    z.strictObject({ name: z.string(), role: roleSchema, mayMakeAccounts: z.boolean() }),
  ),
});
export type AccountsAnswer = z.infer<typeof accountsAnswerSchema>;

/** What a command came to: the state after it. */
export const commandAnswerSchema = z
  .strictObject({ done: z.literal(true), state: liveStateSchema })
  .meta({ id: 'Done' });
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

/** Twenty minutes after a treatment somebody looks at the skin once more; until then nothing begins in that region. */
export const skinLooksAnswerSchema = z
  .strictObject({
    looks: z.array(
      z.strictObject({
        id: z.string().describe('The record of the treatment.'),
        site: z.string().describe('Where the plate lay: the id of a body site.'),
        label: z.string().describe('Its name in English.'),
        asks: z
          .enum(['how', 'what'])
          .describe('`what`: something is wrong, and nobody has said what.'),
        dueInS: z
          .number()
          .nonnegative()
          .nullable()
          .describe(
            'Seconds until it can be told; 0: now. Null: the record does not tell when it ended.',
          ),
      }),
    ),
    newest: z
      .array(
        z.strictObject({
          id: z.string(),
          site: z.string(),
          label: z.string(),
          open: z
            .boolean()
            .describe(
              'Something was said to be wrong, and no clinician’s word has closed it: it bars the next start there.',
            ),
        }),
      )
      .describe(
        'The newest treatment of each region: that something is wrong with the skin is taken of it at any time.',
      ),
  })
  .meta({ id: 'SkinLooks' });
export type SkinLooksAnswer = z.infer<typeof skinLooksAnswerSchema>;

/** `POST /api/v1/stop`. Confirmed: 200. Not confirmed: 504 with `confirmed` false, and then the power is to be cut. */
export const stopAnswerSchema = z
  .strictObject({
    confirmed: z.boolean(),
    words: z.string().describe('`stopped in 0.3 s, power verified off`, or what to do.'),
    tookMs: z.number().describe('From the request to the confirmation, or to giving up.'),
    session: z
      .string()
      .nullable()
      .describe('State of the session after it; null where nobody knows.'),
    relayOpen: z
      .boolean()
      .nullable()
      .describe("Read back from the board's pins; null where it does not tell."),
    bridgeOff: z.boolean().nullable(),
    ticks: number.describe(
      'How many ticks the device needed from hearing it to the proof; null where nobody knows.',
    ),
  })
  .meta({ id: 'Stopped' });
export type StopAnswer = z.infer<typeof stopAnswerSchema>;

/** `GET /api/v1/limits`: every limit in force with reason and source. */
export const limitsAnswerSchema = z
  .strictObject({
    file: z.string().nullable().describe('The file they come from; null: built in.'),
    limits: z.array(
      z.strictObject({
        field: z.string(),
        label: z.string(),
        unit: z.string(),
        clinic: z
          .strictObject({ min: number, max: number })
          .nullable()
          .describe(
            'What the clinic has set; null where it cannot be set. A cap has only `max`, a floor only `min`.',
          ),
        device: z.strictObject({ min: number, max: number }),
        firmware: z.strictObject({ min: number, max: number }).nullable(),
        reason: z.string(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Limits' });
export type LimitsAnswer = z.infer<typeof limitsAnswerSchema>;

/** What a prescription will do at most, and whether the limits in force allow it. */
export const plannedSchema = z.strictObject({
  name: z.string(),
  phases: z.array(planPhaseSchema),
  totalS: z.number(),
  coldMinutes: z.number(),
  coldDegreeMinutes: z.number().describe('°C·min below 20 °C.'),
  cem43Min: z.number(),
  curve: z
    .strictObject({ tS: z.array(z.number()), plateC: z.array(z.number()) })
    .describe(
      'The planned plate temperature: a point every so many seconds and at every corner of the course.',
    ),
  outlook: z
    .array(z.string())
    .describe(
      'What will end or refuse it beyond the session itself: the day, the week, the site, the person.',
    ),
  blockedBy: z
    .array(
      z.strictObject({
        field: z.string(),
        limit: z.string(),
        value: z.union([z.number(), z.string()]),
        bound: z.union([z.number(), z.string()]),
        unit: z.string(),
        message: z.string(),
      }),
    )
    .describe('What the limits in force say to it; empty: it may be given.'),
});
export type Planned = z.infer<typeof plannedSchema>;

/** `GET /api/v1/prescriptions`. */
export const presetsAnswerSchema = z
  .strictObject({
    presets: z.array(
      z.strictObject({
        id: z.string(),
        basis: z.string(),
        yaml: z.string(),
        planned: plannedSchema,
      }),
    ),
    defaultPreset: z.string(),
    notOffered: z.array(
      z.strictObject({ id: z.string(), name: z.string(), why: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'Presets' });
export type PresetsAnswer = z.infer<typeof presetsAnswerSchema>;

/** One thing that is wrong in a prescription text; lines and columns from 1, null where there is no single place. */
export const textProblemSchema = z.strictObject({
  line: number,
  column: number,
  text: z.string(),
});

/** `POST /api/v1/prescriptions/check`: 200 also where the text is wrong; `planned` is null then. */
export const checkAnswerSchema = z
  .strictObject({
    ok: z.boolean(),
    problems: z.array(textProblemSchema),
    code: z.string().nullable(),
    fix: z.string().nullable(),
    planned: plannedSchema.nullable(),
  })
  .meta({ id: 'Check' });
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

const layerSchema = z.enum(['lasting', 'site', 'today', 'start']);
const ratingSchema = z.enum(['none', 'precaution', 'override', 'absolute']);

/** `GET /api/v1/screening`: the questions, in the order in which they are asked, and the body sites. */
export const screeningAnswerSchema = z
  .strictObject({
    parts: z.array(
      z.strictObject({
        layer: layerSchema,
        title: z.string(),
        items: z.array(
          z.strictObject({
            id: z.string(),
            row: z.string(),
            question: z.string(),
            hint: z
              .string()
              .nullable()
              .describe('What to do before it can be answered, or what it means.'),
            problem: z.enum(['yes', 'no']).describe('The answer that is a problem.'),
            finding: z.string(),
            heat: ratingSchema,
            cold: ratingSchema,
            contrast: ratingSchema,
            onlyAt: z
              .strictObject({ sites: z.array(z.string()), elsewhere: ratingSchema })
              .nullable()
              .describe(
                'Where these ratings hold, and how it weighs at all other sites; null: everywhere.',
              ),
            loweredBy: z
              .strictObject({
                kind: z.enum(['known', 'healed']),
                maxAgeDays: z.number().nullable().describe('Null: of any age.'),
              })
              .nullable()
              .describe(
                "A clinician's dated word of this kind lowers it to `precaution`; null: nobody's does.",
              ),
            advice: z.string().nullable(),
            sources: z.array(z.string()),
          }),
        ),
      }),
    ),
    sites: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        rating: ratingSchema,
        why: z.string(),
        imaginaryOnly: z.boolean().describe('Only for boards on which no person can be.'),
      }),
    ),
    doubts: z
      .array(
        z.strictObject({
          text: z.string(),
          advice: z.string().nullable(),
          site: z.string().nullable().describe('Null: it concerns every site.'),
        }),
      )
      .describe(
        'What speaks against the clock or the records now: a clinician has to decide, whatever is answered.',
      ),
    declined: z
      .array(declinedRowSchema)
      .describe(
        'Newest first. What is answered otherwise now is to be confirmed (`confirmed` of the screening).',
      ),
  })
  .meta({ id: 'Screening' });
export type ScreeningAnswer = z.infer<typeof screeningAnswerSchema>;

/** How late the last ticks were on the wall clock, milliseconds; a tick has 50. */
export const loopSchema = z.strictObject({
  ticks: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
  maxMs: z.number(),
});

/** `GET /api/v1/device`. */
export const deviceAnswerSchema = z
  .strictObject({
    faults: z
      .array(z.strictObject({ id: z.string(), description: z.string() }))
      .describe('Faults that a drill can inject; empty on a real board.'),
    speeds: z.array(z.number()),
    pins: z.array(z.strictObject({ pin: z.string(), signal: z.string(), wiring: z.string() })),
    processId: z.number().nullable().describe('Of the device process; null where there is none.'),
    recordsFolder: z.string(),
    loop: loopSchema.nullable().describe('Null while no device process answers.'),
  })
  .meta({ id: 'Device' });
export type DeviceAnswer = z.infer<typeof deviceAnswerSchema>;

export const checkLineSchema = z.strictObject({
  name: z.string(),
  verdict: z.enum(['ok', 'warn', 'fail']),
  finding: z.string(),
  fix: z.string().nullable(),
});

/** `GET /api/v1/device/doctor`: nothing is driven; the board that is open already is looked at, no second one opened. */
export const doctorAnswerSchema = z
  .strictObject({ checks: z.array(checkLineSchema) })
  .meta({ id: 'Doctor' });
export type DoctorAnswer = z.infer<typeof doctorAnswerSchema>;

/** `GET /healthz`: 200 while the server and its device process answer, 503 otherwise. */
export const healthAnswerSchema = z
  .strictObject({
    ok: z.boolean(),
    device: z.enum(['starting', 'ready', 'lost']),
    session: z.string(),
    streams: z.number(),
    version: z.string(),
  })
  .meta({ id: 'Health' });
export type HealthAnswer = z.infer<typeof healthAnswerSchema>;
