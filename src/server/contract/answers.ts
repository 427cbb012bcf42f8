/** The bodies of answers. */
import { z } from 'zod';
import { factSchema, phaseDelivered } from '../../records/record-line.ts';
import { declinedRowSchema } from './declined.ts';
import { drillSchema, liveStateSchema, planPhaseSchema } from './live-state.ts';
import { roleSchema } from './requests.ts';

const number = z.number().nullable();

/** `GET /api/v1/session`, and the answer to signing in. Asked for without a session, `person` is null. */
export const sessionAnswerSchema = z
  .strictObject({
    person: z
      .strictObject({ name: z.string(), role: roleSchema, mayMakeAccounts: z.boolean() })
      .nullable(),
    /** No account exists yet: show the set-up page. */
    setupNeeded: z.boolean(),
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
        /** The record of the treatment. */
        id: z.string(),
        /** Where the plate lay, and its name in English. */
        site: z.string(),
        label: z.string(),
        /** `what`: something is wrong, and nobody has said what. */
        asks: z.enum(['how', 'what']),
        /** Seconds until it can be told; 0: now. Null: the record does not tell when it ended. */
        dueInS: z.number().nonnegative().nullable(),
      }),
    ),
    /** The newest treatment of each region: that something is wrong with the skin is taken of it at any time. */
    newest: z.array(
      z.strictObject({
        id: z.string(),
        site: z.string(),
        label: z.string(),
        /** Something was said to be wrong, and no clinician’s word has closed it: it bars the next start there. */
        open: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SkinLooks' });
export type SkinLooksAnswer = z.infer<typeof skinLooksAnswerSchema>;

/** `POST /api/v1/stop`. Confirmed: 200. Not confirmed: 504 with `confirmed` false, and then the power is to be cut. */
export const stopAnswerSchema = z
  .strictObject({
    confirmed: z.boolean(),
    /** `stopped in 0.3 s, power verified off`, or what to do. */
    words: z.string(),
    /** From the request to the confirmation, or to giving up. */
    tookMs: z.number(),
    /** State of the session after it; null where nobody knows. */
    session: z.string().nullable(),
    /** Read back from the board's pins; null where it does not tell. */
    relayOpen: z.boolean().nullable(),
    bridgeOff: z.boolean().nullable(),
    /** How many ticks the device needed from hearing it to the proof; null where nobody knows. */
    ticks: number,
  })
  .meta({ id: 'Stopped' });
export type StopAnswer = z.infer<typeof stopAnswerSchema>;

const verdictSchema = z.enum(['intact', 'altered', 'truncated', 'unreadable', 'running']);

/** One row of the list of records. */
export const recordRowSchema = z.strictObject({
  id: z.string(),
  /** UTC, ISO 8601; null where it is not known. */
  startedAt: z.string().nullable(),
  name: z.string().nullable(),
  site: z.string().nullable(),
  outcome: z.string(),
  reason: z.string(),
  /** How it ended, as facts; missing where the record does not prove it, or has none. */
  ending: z
    .strictObject({
      why: factSchema,
      rule: z.string().nullable(),
      coldFinish: z.boolean().nullable(),
      phases: z.array(phaseDelivered).readonly(),
    })
    .optional(),
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
  /** Minutes at its setpoint: owed by the plan, and measured; null where the record does not say. */
  owedMin: number,
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
    /** The first line; null where it is not proven. */
    header: z.looseObject({}).nullable(),
    summary: z.looseObject({}).nullable(),
    phases: z.array(recordSpanSchema),
    /** Every proven line that is no header, sample or summary; a warning that came again is one, with how often. */
    entries: z.array(
      z.looseObject({ seq: z.number(), t: number, type: z.string(), times: z.number() }),
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
      /** `elapsed` second of the first contact: align the curves here; null where there was none. */
      contactAtS: number,
      samples: samplesSchema,
    }),
  ),
});
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;

/** `GET /api/v1/limits`: every limit in force with reason and source. */
export const limitsAnswerSchema = z
  .strictObject({
    /** The file they come from; null: built in. */
    file: z.string().nullable(),
    limits: z.array(
      z.strictObject({
        field: z.string(),
        label: z.string(),
        unit: z.string(),
        /** What the clinic has set; null where it cannot be set. A cap has only `max`, a floor only `min`. */
        clinic: z.strictObject({ min: number, max: number }).nullable(),
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
  /** °C·min below 20 °C. */
  coldDegreeMinutes: z.number(),
  cem43Min: z.number(),
  /** The planned plate temperature: a point every so many seconds and at every corner of the course. */
  curve: z.strictObject({ tS: z.array(z.number()), plateC: z.array(z.number()) }),
  /** What will end or refuse it beyond the session itself: the day, the week, the site, the person. */
  outlook: z.array(z.string()),
  /** What the limits in force say to it; empty: it may be given. */
  blockedBy: z.array(
    z.strictObject({
      field: z.string(),
      limit: z.string(),
      value: z.union([z.number(), z.string()]),
      bound: z.union([z.number(), z.string()]),
      unit: z.string(),
      message: z.string(),
    }),
  ),
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
            /** What to do before it can be answered, or what it means. */
            hint: z.string().nullable(),
            /** The answer that is a problem. */
            problem: z.enum(['yes', 'no']),
            finding: z.string(),
            heat: ratingSchema,
            cold: ratingSchema,
            contrast: ratingSchema,
            /** Where these ratings hold, and how it weighs at all other sites; null: everywhere. */
            onlyAt: z
              .strictObject({ sites: z.array(z.string()), elsewhere: ratingSchema })
              .nullable(),
            /** A clinician's dated word of this kind lowers it to `precaution`; null: nobody's does. */
            loweredBy: z
              .strictObject({
                kind: z.enum(['known', 'healed']),
                /** Null: of any age. */
                maxAgeDays: z.number().nullable(),
              })
              .nullable(),
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
        /** Only for boards on which no person can be. */
        imaginaryOnly: z.boolean(),
      }),
    ),
    /** What speaks against the clock or the records now: a clinician has to decide, whatever is answered. */
    doubts: z.array(
      z.strictObject({
        text: z.string(),
        advice: z.string().nullable(),
        /** Null: it concerns every site. */
        site: z.string().nullable(),
      }),
    ),
    /** Newest first. What is answered otherwise now is to be confirmed (`confirmed` of the screening). */
    declined: z.array(declinedRowSchema),
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
    /** Faults that a drill can inject; empty on a real board. */
    faults: z.array(z.strictObject({ id: z.string(), description: z.string() })),
    speeds: z.array(z.number()),
    pins: z.array(z.strictObject({ pin: z.string(), signal: z.string(), wiring: z.string() })),
    /** Of the device process; null where there is none. */
    processId: z.number().nullable(),
    recordsFolder: z.string(),
    /** Null while no device process answers. */
    loop: loopSchema.nullable(),
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
