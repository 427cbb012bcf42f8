/**
 * The bodies of requests. All are strict: an unknown field is an error, never ignored. Every request that changes
 * something is a POST with `Content-Type: application/json` (`{}` where there is nothing to say) and may carry an
 * `Idempotency-Key`: the same key again gives the first answer again and does nothing.
 */
import { z } from 'zod';
import {
  clinicianProblem,
  longestNameLength,
  nameProblem,
  shownName,
} from '../../records/person-name.ts';
import { skinAnswers, skinFindings } from '../../records/skin-ids.ts';

/** The description has no room for a flag: what is meant there is the pattern itself, read with Unicode. */
const oneLinePattern = /^[^\p{C}\p{Zl}\p{Zp}]*\S[^\p{C}\p{Zl}\p{Zp}]*$/u;
const plainTextPattern = /^[\P{Cc}\t\n\r]*$/u;

const oneLine = (most: number, what: string) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(oneLinePattern, `one line, ${what}`)
    .meta({ pattern: oneLinePattern.source, description: `One line: ${what}.` });

/** What people see, sign records with, and are named by in a reset. */
export const personNameSchema = z
  .string()
  .min(1)
  .max(longestNameLength)
  .check((context) => {
    const message = nameProblem(context.value);
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value });
  })
  .overwrite(shownName)
  .meta({
    description:
      'Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped.',
  });
export const passwordSchema = z
  .string()
  .min(10, 'at least 10 characters')
  .max(200)
  .meta({ description: 'In the clear: use TLS beyond this computer.' });

export const roles = ['viewer', 'operator', 'clinician', 'engineer'] as const;
/** Viewer sees and may STOP; operator treats; clinician and engineer can do what an operator can; drills: engineer. */
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who may treat, and reset: on the page, by the API and on the command line. */
export const treatingRoles: readonly Role[] = ['operator', 'clinician', 'engineer'];

export const emptySchema = z.strictObject({});

/** `POST /api/v1/setup`: the first account, with the code that the terminal shows. */
export const setupRequestSchema = z.strictObject({
  code: z.string().min(1).max(64).meta({ description: 'As the terminal of the server shows it.' }),
  name: personNameSchema,
  password: passwordSchema,
  role: roleSchema.default('engineer').meta({
    description: 'What the first account may do. It may always make other accounts.',
  }),
});
export type SetupRequest = z.input<typeof setupRequestSchema>;

/** `POST /api/v1/session`: sign in. */
export const signInRequestSchema = z.strictObject({
  name: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
});
export type SignInRequest = z.input<typeof signInRequestSchema>;

/** `POST /api/v1/accounts`, by whoever was first. */
export const newAccountRequestSchema = z.strictObject({
  name: personNameSchema,
  password: passwordSchema,
  role: roleSchema,
});
export type NewAccountRequest = z.input<typeof newAccountRequestSchema>;

/** As short as the device allows: two phases of cold, one of heat between them, three minutes each. */
const prescriptionExample = `name: Short
rotations: 1
cold: { setpointC: 15, minutes: 3 }
hot: { setpointC: 38, minutes: 3 }
finalCold: { minutes: 3 }
rampCPerS: 0.25
`;

/** A preset by its id, or the text of a prescription file. */
export const prescriptionChoiceSchema = z.union([
  z.strictObject({
    preset: z.string().min(1).max(60).meta({
      description: 'The `id` of a preset of `GET /api/v1/prescriptions`.',
    }),
  }),
  z.strictObject({
    yaml: z
      .string()
      .min(1)
      .max(20_000)
      .regex(plainTextPattern, 'plain text without control characters')
      .meta({
        pattern: plainTextPattern.source,
        description:
          'The text of a prescription file. It starts and ends cold; docs/schema/prescription.schema.json has every field with its bounds.',
        examples: [prescriptionExample],
      }),
  }),
]);
export type PrescriptionChoice = z.input<typeof prescriptionChoiceSchema>;

const answersSchema = z.record(z.string().max(80), z.enum(['yes', 'no'])).meta({
  description:
    'By the `id` of a question of `GET /api/v1/screening`; every question is to be answered.',
});

/** What a clinician wrote down of a problem that is there, as told by whoever answers. */
export const wordSchema = z.strictObject({
  clinician: personNameSchema.refine((name) => clinicianProblem(name) === null, {
    error: 'The name of a clinician who can be asked, in full',
  }),
  seenOn: z.iso.date().meta({ description: 'The day on which they saw it.' }),
  newOrWorse: z
    .enum(['yes', 'no'])
    .meta({ description: 'Asked at this start: is it new or worse since then?' }),
});

/** Answers by question id, or `all-clear` on a board on which no person can be. */
export const screeningRequestSchema = z.strictObject({
  answers: z.union([answersSchema, z.literal('all-clear')]).meta({
    description: 'Answers by question, or `all-clear` on a board on which no person can be.',
  }),
  words: z.record(z.string().max(80), wordSchema).optional().meta({
    description:
      'What clinicians wrote down, by the `id` of a question that has `loweredBy`; older clients send none.',
  }),
  override: z
    .strictObject({
      clinician: personNameSchema,
      reason: oneLine(200, 'a reason'),
      password: z.string().min(1).max(200).optional().meta({
        description: 'Of the clinician, in the session of somebody else.',
      }),
    })
    .optional()
    .meta({
      description:
        'A clinician decides otherwise, with a reason: in a session of their own, or with their password in this request. The name of anybody else is refused.',
    }),
  confirmed: z.array(z.string().max(80)).max(200).optional().meta({
    description:
      'Questions answered otherwise than in a screening of the last day that was declined (`declined` of `GET /api/v1/screening`): whoever sends this confirms, in their name, that what is answered now is right.',
  }),
});
export type ScreeningRequest = z.input<typeof screeningRequestSchema>;

/**
 * `POST /api/v1/treatments`: prescribes, and the session begins with its screening. With `screening` that follows at
 * once; without it, `POST /api/v1/screening` answers it.
 */
export const startRequestSchema = z.strictObject({
  prescription: prescriptionChoiceSchema,
  site: z.string().min(1).max(60).default('unspecified').meta({
    description:
      'The `id` of a body site of `GET /api/v1/screening`; `unspecified` is for boards on which no person can be.',
  }),
  screening: screeningRequestSchema.optional(),
});
export type StartRequest = z.input<typeof startRequestSchema>;

/**
 * `POST /api/v1/screening/declined`: answers that were shown to end in no treatment, before anybody changes one or leaves.
 * Without a prescription they are of the session that waits for its screening.
 */
export const declinedRequestSchema = z.strictObject({
  start: startRequestSchema.pick({ prescription: true, site: true }).optional(),
  screening: screeningRequestSchema.omit({ override: true }),
});
export type DeclinedRequest = z.input<typeof declinedRequestSchema>;

/** The commands without anything to say, each at `POST /api/v1/commands/NAME`. */
export const plainCommandWords = {
  cancel: 'call it off before the plate lies on the skin',
  confirmContact: 'the plate lies on the skin, in `awaitingContact`',
  pause: 'power off, and the clock of the phase stands still',
  resume: 'go on after a pause',
  endEarly: 'go to the final cold phase now',
  acknowledgeAlarms: 'somebody has seen them',
  pauseAlarmSound: 'silence for a while',
  reset: 'clear a latched trip whose cause is gone, in the name of who is signed in',
  acknowledgeEnd: 'somebody has seen how it ended; the device is ready again',
} as const;
export type PlainCommand = keyof typeof plainCommandWords;
export const plainCommands = Object.keys(plainCommandWords) as readonly PlainCommand[];
export const plainCommandSchema = z.enum(plainCommands);

/** `POST /api/v1/skin-check`: how the skin is. What is wrong is told by ids. */
export const skinAnswerRequestSchema = z
  .strictObject({
    answer: z.enum(skinAnswers).meta({
      description:
        '`fine`; `notSure`: ask again; `numb`: not felt yet; `wrong`: something is, and it ends the treatment.',
    }),
    findings: z.array(z.enum(skinFindings)).max(skinFindings.length).default([]).meta({
      description: 'What is wrong; only with the answer `wrong`.',
    }),
  })
  // A blister on skin that is called fine must not be taken for fine skin.
  .refine(({ answer, findings }) => answer === 'wrong' || findings.length === 0, {
    path: ['answer'],
    error: 'What is found goes with the answer "wrong"',
  });
export type SkinAnswerRequest = z.input<typeof skinAnswerRequestSchema>;
export type SkinFinding = (typeof skinFindings)[number];

/** `POST /api/v1/simulation`, virtual boards only. What is left out stays. */
export const simulationRequestSchema = z.strictObject({
  speed: z
    .union([z.literal(1), z.literal(10), z.literal(60)])
    .optional()
    .meta({ description: 'Simulated seconds per second.' }),
  standIn: z.boolean().optional().meta({
    description:
      'Contact and skin checks are answered by themselves: at speed nobody could in time.',
  }),
});
export type SimulationRequest = z.input<typeof simulationRequestSchema>;

/** `POST /api/v1/drills` and `POST /api/v1/drills/clear`: a fault of the list in `GET /api/v1/device`. */
export const faultRequestSchema = z.strictObject({
  fault: z
    .string()
    .min(1)
    .max(60)
    .meta({ description: 'The `id` of a fault of `GET /api/v1/device`.' }),
});
export type FaultRequest = z.input<typeof faultRequestSchema>;

/** `POST /api/v1/prescriptions/check`. */
export const checkRequestSchema = z.strictObject({ prescription: prescriptionChoiceSchema });
export type CheckRequest = z.input<typeof checkRequestSchema>;
