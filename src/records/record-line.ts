/**
 * What one line of a treatment record may say. A record is one file of JSON lines; its form on disk
 * and the hash chain are in `line-text.ts`, this file only knows the meaning of the fields.
 *
 * Every number may be null: null means "no valid value" (L4: an invalid reading is never written as
 * the last valid one), and it is what a non-finite number becomes, because JSON has no NaN.
 */
import { z } from 'zod';
import { skinAnswers, skinFindings, skinQuestions } from './skin-ids.ts';

const number = z.number().nullable();
const text = z.string();
const json = z.custom<object>((value) => typeof value === 'object' && value !== null, 'an object');
/** What was found, as data: its kind, and what belongs to it by name. */
export const factSchema = z.looseObject({ kind: text });
const phaseKind = z.enum(['cold', 'hot']);
const rating = z.enum(['none', 'precaution', 'override', 'absolute']);

const plannedPhase = z.object({ kind: phaseKind, setpointC: number, dwellMs: number });

const board = z.object({
  kind: text,
  port: text,
  firmware: text,
  guarded: z.boolean(),
  imaginary: z.boolean().describe('Simulated or emulated: no person can be on it.'),
  number: text
    .nullable()
    .optional()
    .describe(
      'Of the board itself, as its own memory has it; null where it has none. Missing in older records.',
    ),
  begun: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Treatments begun on it by its own count, this one included; missing on the bench and where it has no memory.',
    ),
});

export const phaseDelivered = z.object({
  phase: z.int().min(1),
  kind: phaseKind,
  setpointC: number,
  owedMin: number,
  inBandMin: number,
  delivered: z.boolean(),
});

/** Extremes of the simulated plate itself, not of its sensors; times in seconds. */
const plantTruth = z.object({
  plateMaxC: number,
  plateMinC: number,
  atMaxS: number,
  atMinS: number,
});

export const outcomes = [
  'completed',
  'undelivered',
  'ended early',
  'stopped',
  'faulted',
  'declined',
] as const;
export type Outcome = (typeof outcomes)[number];

export const skinSummary = z.object({
  reacted: z.boolean(),
  atEnd: z
    .enum([...skinAnswers, 'unanswered'])
    .nullable()
    .describe('`unanswered`: nobody said; null: it was cut off before anybody was asked.'),
});

/** The fields of each type of line, without those that every line has. */
export const fieldSchemas = {
  header: z
    .object({
      id: text,
      recordFormat: z.number(),
      /** Name → version: this program, Node, Johnny-Five … */
      software: z.record(text, text),
      board,
      rig: json,
      /** Seed of a simulated treatment, null on a real board. */
      seed: z.union([z.number(), text]).nullable(),
      limits: json,
      prescription: json,
      plan: z.array(plannedPhase),
      simulated: z.boolean(),
      /** Bench run: no patient (L10). */
      bench: z.boolean(),
      /** Where the plate was to lie; missing on a bench run, and in older records. */
      site: text.optional(),
      options: json,
      /** The record before this one, by the hash of its last line then; null for the first. Missing in older records. */
      previous: z.object({ id: text, hash: text }).nullable().optional(),
      /** What spoke for the wall clock at the start. Missing in older records. */
      clock: z
        .object({
          /** Of the start of the computer, and seconds since then; null where it does not tell. */
          bootId: text.nullable(),
          upS: number,
          /** False: nobody had set it since then, or it showed a time before this program was made. */
          synchronised: z.boolean().nullable(),
        })
        .optional(),
      /** Doubts about time and earlier records that a clinician settled for this start; see its screening. */
      settled: z.array(text).optional(),
    })
    .describe('The first line: what was in force.'),
  state: z
    .object({ from: text.nullable(), to: text, event: text, by: text.nullable() })
    .describe('The session machine moved; `by` is the person or part that caused it.'),
  phase: z
    .object({
      phase: z.int().min(1),
      kind: phaseKind,
      setpointC: number,
      dwellMs: number,
    })
    .describe('A phase began; `phase` counts from 1.'),
  screening: z
    .object({
      site: text,
      /** Who answered: a person, `--yes`, or an answers file. */
      answeredBy: text,
      answers: z.array(
        z.object({
          id: text,
          question: text,
          /** Null: not answered. */
          answer: z.enum(['yes', 'no']).nullable(),
          /** How the problem that this question looks for weighs for heat, cold and contrast. */
          heat: rating,
          cold: rating,
          contrast: rating,
          /** The answer is the clear one. */
          clear: z.boolean(),
          /** How long such an answer holds: `lasting`, `site`, `today` or `start`. Missing in older records. */
          layer: text.optional(),
        }),
      ),
      /**
       * Clinicians' dated words on problems that are there, as told by whoever answered; `counts`: it lowered what was
       * found. Missing in older records.
       */
      words: z
        .array(
          z.object({
            id: text,
            clinician: text,
            seenOn: text,
            newOrWorse: z.enum(['yes', 'no']),
            counts: z.boolean(),
          }),
        )
        .optional(),
      result: z.enum(['clear', 'needsClinician', 'contraindicated']),
      profile: z.enum(['standard', 'reduced']),
      checksTwiceAsOften: z.boolean(),
      /** What was not clear; `open`: it was left unanswered. */
      reasons: z.array(
        z.object({ id: text, rating, text, advice: text.nullable(), open: z.boolean() }),
      ),
      /** Who decided against what was found, and why; null where nobody did. */
      clinician: text.nullable(),
      /** How it is known that it was they: by their account, or only by what was typed. Missing in older records. */
      clinicianProof: z.enum(['account', 'typed at the terminal']).nullable().optional(),
      overrideReason: text.nullable(),
      /**
       * Screenings of the 24 hours before that ended in no treatment, as far as they concern this one: the answers that decided
       * them, and how the same questions are answered `now`; `record` null: taken back in this very dialog. Missing in older
       * records.
       */
      declinedBefore: z
        .array(
          z.object({
            record: text.nullable(),
            at: text.nullable(),
            site: text,
            result: z.enum(['clear', 'needsClinician', 'contraindicated']),
            answers: z.array(
              z.object({
                id: text,
                answer: z.enum(['yes', 'no']),
                now: z.enum(['yes', 'no']).nullable(),
              }),
            ),
          }),
        )
        .optional(),
      /** Who said that what is answered otherwise now is right; null where nobody did. Missing in older records. */
      confirmedBy: z
        .object({ name: text, proof: z.enum(['account', 'typed at the terminal']) })
        .nullable()
        .optional(),
      admitted: z.boolean(),
      /** Why not, in words. */
      refusal: text.nullable(),
      /** What earlier sessions had left in the region of this site; null where they were not counted. */
      exposure: z
        .object({
          cem43Min: number,
          coldMinutes: number,
          sessions: number,
          minutesSinceLast: number,
          /** Null: the site was not known, and counted everywhere. This and the two below are not in older records. */
          region: text.nullable().optional(),
          sessionsInWeek: number.optional(),
          heatDays: number.optional(),
        })
        .nullable(),
    })
    .describe(
      'Who was asked what before the treatment, how each answer weighs, and what was decided.',
    ),
  skin: z
    .object({
      by: text,
      question: z.enum(skinQuestions),
      phase: z.int().min(0),
      answer: z.enum(skinAnswers),
      findings: z.array(z.enum(skinFindings)),
    })
    .describe(
      'What somebody said of the skin, and to which question; older records have a note instead.',
    ),
  command: z
    .object({
      who: text,
      what: text,
      accepted: z.boolean(),
      reason: text.nullable(),
      /** The same as a fact. Missing in older records. */
      why: factSchema.nullable().optional(),
    })
    .describe('Somebody asked for something; `reason` says why it was refused.'),
  trip: z
    .object({
      rule: text,
      /** Sensor, value, unit, limit and for how long. Missing in records of format 1, which have words instead. */
      found: factSchema.optional(),
      reading: z.union([z.number(), text, z.boolean()]).nullable().optional(),
      limit: z.union([z.number(), text]).nullable().optional(),
      /** In English, with what to do: for whoever reads the bare file. */
      message: text,
    })
    .describe(
      "An interlock tripped (L7: it names rule, reading and limit; the time is the line's own).",
    ),
  warning: z.object({
    rule: text.nullable(),
    /** Null where the alarm of that rule says all there is. Missing in records of format 1. */
    found: factSchema.nullable().optional(),
    message: text,
    episode: z
      .object({ fromS: number, toS: number, refusedS: number })
      .optional()
      .describe(
        'Where it is told when it is over: seconds of the treatment, and for how long of it; not in older records.',
      ),
  }),
  clock: z
    .object({
      /** How far, seconds; negative: back. */
      leapS: number,
      /** What it would show had it not moved, UTC. */
      expectedAt: text.nullable(),
    })
    .describe(
      "The computer's clock moved against the one that is never set: somebody set it, or the computer slept.",
    ),
  dose: z.object({ cem43Min: number, coldMinutes: number }),
  note: z.object({ by: text.nullable(), text }),
  noise: z
    .object({
      during: text,
      plateALsb: number,
      plateBLsb: number,
      heatsinkLsb: number,
      plateAAtRestLsb: number,
      plateBAtRestLsb: number,
      heatsinkAtRestLsb: number,
      limitLsb: number,
    })
    .describe(
      'When the self-test or a phase ended: the noise of each channel with current flowing and without, LSB rms.',
    ),
  sample: z
    .object({
      state: text,
      /** From 1; null, or 0, where no phase is running. */
      phase: z.int().min(0).nullable(),
      setpointC: number,
      plateAC: number,
      plateBC: number,
      heatsinkC: number,
      drive: number,
      cem43Min: number,
      coldMin: number,
    })
    .describe(
      'Once a second. Temperatures in °C, `drive` −1 full cool … +1 full heat, doses in minutes.',
    ),
  summary: z
    .object({
      id: text,
      outcome: z.enum(outcomes),
      reason: text,
      /** The same as a fact. Missing in records of format 1. */
      why: factSchema.optional(),
      rule: text.nullable(),
      durationS: number,
      cem43Min: number,
      coldMinutes: number,
      /** How far below 20 °C, for how long, °C·min; not in older records. */
      coldDegreeMinutes: number.optional(),
      /** True delivered, false not delivered (L2), null none was due, or a sentence. */
      coldFinish: z.union([z.boolean(), text]).nullable(),
      /** Every phase that began: what it owed at its setpoint, and what of it was measured; not in older records. */
      phases: z.array(phaseDelivered).readonly().optional(),
      /** What was said of the skin; null where nobody's was under the plate. Missing in older records. */
      skin: skinSummary.nullable().optional(),
      /** When it ended, on the clock of the computer that is never set. Missing in older records. */
      clock: z.object({ bootId: text.nullable(), upS: number }).optional(),
      /** Present where the plate is simulated, and nowhere else. */
      plant: plantTruth.optional(),
    })
    .describe('The last line. A record without it was cut off, and proves no outcome.'),
} as const;

export type LineType = keyof typeof fieldSchemas;
export type Fields<K extends LineType> = z.infer<(typeof fieldSchemas)[K]>;

/** How JSON's missing numbers are named in `nonFinite`. */
export const nonFiniteNames = ['NaN', 'Infinity', '-Infinity'] as const;

export const commonSchema = z.object({
  seq: z.int().min(0),
  t: number,
  at: text.nullable(),
  type: text,
  nonFinite: z.record(text, z.literal([...nonFiniteNames])).optional(),
});

/** What every line has, known type or not. `t` is in seconds of the treatment, `at` is UTC. */
export type CommonFields = z.infer<typeof commonSchema>;

/** One line as read back, without its hash. */
export type RecordLine = { [K in LineType]: CommonFields & { type: K } & Fields<K> }[LineType];
export type LineOf<K extends LineType> = Extract<RecordLine, { type: K }>;

/** True when the value has what every line has. */
export function isCommonLine(value: unknown): value is CommonFields {
  return commonSchema.safeParse(value).success;
}

/** True when the line's type is known and its fields are as this version writes them. */
export function isRecordLine(line: CommonFields): line is RecordLine {
  return Object.hasOwn(fieldSchemas, line.type)
    ? fieldSchemas[line.type as LineType].safeParse(line).success
    : false;
}
