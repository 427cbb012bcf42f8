/**
 * What the device is doing now: everything a screen needs to show this moment, made by the device process and never
 * put together by a page. It is pushed at most four times a second. Curves are not in it: they are rebuilt from the
 * record's lines.
 *
 * Temperatures in °C, times in seconds of the treatment (not of the wall), doses in minutes. A null reading has no valid
 * value: it is never the last one (law L4).
 */
import { z } from 'zod';

import { factSchema, skinSummary } from '../../records/record-line.ts';

const number = z.number().nullable();

/** The dotted state of the session, as records have it. */
export const sessionStates = [
  'idle',
  'screening',
  'declined',
  'selfTest',
  'preparing',
  'awaitingContact',
  'treating.cold',
  'treating.hot',
  'paused',
  'checking',
  'settling',
  'ended',
  'faulted',
] as const;
export const sessionStateSchema = z.enum(sessionStates);
export type SessionStateName = z.infer<typeof sessionStateSchema>;

/** What somebody can ask of the session. */
export const commandNames = [
  'start',
  'screen',
  'cancel',
  'confirmContact',
  'answerSkinCheck',
  'pause',
  'resume',
  'endEarly',
  'stop',
  'acknowledgeAlarms',
  'pauseAlarmSound',
  'reset',
  'acknowledgeEnd',
  'setSpeed',
  'injectFault',
  'clearFault',
] as const;
export const commandNameSchema = z.enum(commandNames);
export type CommandName = z.infer<typeof commandNameSchema>;

/** Whether a command would be taken now, whatever the role of the one who asks; STOP always is. */
export const offerSchema = z.strictObject({
  command: commandNameSchema,
  allowed: z.boolean(),
  reason: z.string().nullable().describe('Why not, in words; null where it is allowed.'),
});
export type Offer = z.infer<typeof offerSchema>;

/** The board that runs, and what must be said of it on every screen. */
export const boardFactsSchema = z.strictObject({
  kind: z.enum(['simulated', 'emulated', 'emulated-standard', 'serial']),
  port: z.string(),
  firmware: z.string(),
  guarded: z
    .boolean()
    .describe('It drops all power by itself when the computer falls silent (laws L5, L10).'),
  witnessed: z
    .boolean()
    .describe(
      'Its plate has a witness besides the two beads; without it no plate goes beyond 12 and 39 °C.',
    ),
  imaginary: z.boolean().describe('No person can be on it: show SIMULATION.'),
  memory: z
    .strictObject({
      condition: z.enum(['blank', 'kept', 'damaged']),
      number: z
        .string()
        .nullable()
        .describe('Of the device, eight hexadecimal digits; null: it has none.'),
      begun: z.number().describe('Treatments begun on it.'),
      lastHash: z
        .string()
        .nullable()
        .describe(
          'Beginning of the hash of the newest line of its newest record; null: it knows of none.',
        ),
    })
    .nullable()
    .describe('What the board remembers without power; null: it has no memory.'),
  bench: z.boolean(),
  words: z
    .array(z.string())
    .describe('Banners, most important first; empty for a guarded real board.'),
});
export type BoardFacts = z.infer<typeof boardFactsSchema>;

/** Present on virtual boards only. */
export const simulationSchema = z.strictObject({
  speed: z.number().describe('Simulated seconds per second.'),
  rig: z.string(),
  seed: z.number(),
  faults: z.array(z.string()).describe('Ids of the faults that were injected and not cleared.'),
  standIn: z
    .boolean()
    .describe('Contact and skin checks are answered by themselves: at speed nobody could in time.'),
});
export type SimulationFacts = z.infer<typeof simulationSchema>;

/** One phase of the plan, for the timeline; together they are the whole treatment from the first contact. */
export const planPhaseSchema = z.strictObject({
  number: z.number().describe('From 1.'),
  kind: z.enum(['cold', 'hot']),
  setpointC: z.number(),
  startS: z.number().describe('Counted from the first contact, pauses left out.'),
  lengthS: z.number(),
});
export type PlanPhase = z.infer<typeof planPhaseSchema>;

export const phaseSchema = z.strictObject({
  number: z.number().describe('From 1.'),
  count: z.number(),
  kind: z.enum(['cold', 'hot']),
  setpointC: z.number(),
  dwellS: z.number(),
  elapsedS: z.number().describe('Frozen while paused.'),
  leftS: z.number(),
  coldFinishOwed: z
    .boolean()
    .describe(
      'Heat was given, and no cold phase followed it: whoever ends early is given the final cold first (law L2).',
    ),
});
export type PhaseNow = z.infer<typeof phaseSchema>;

/** What is asked about the skin. With `skin` the power is off until somebody answers. */
export const skinCheckSchema = z.strictObject({
  question: z.enum(['skin', 'warm', 'closing', 'what']),
  after: z.enum(['cold', 'hot']).describe('What the skin has had last.'),
  askedInS: z.number().describe('0: now. More: somebody was not sure, and is to look again then.'),
  leftS: z.number().describe('How long an answer is waited for.'),
});
export type SkinCheckNow = z.infer<typeof skinCheckSchema>;

export const nextPhaseSchema = z.strictObject({
  number: z.number(),
  kind: z.enum(['cold', 'hot']),
  setpointC: z.number(),
  dwellS: z.number(),
});

export const readingsSchema = z.strictObject({
  plateAC: number,
  plateBC: number,
  heatsinkC: number,
});

/** The two caps of a session, and how much of each has been given. */
export const doseSchema = z.strictObject({
  cem43Min: z.number(),
  cem43CapMin: z.number(),
  coldMinutes: z.number(),
  coldCapMinutes: z.number(),
});

/** Where the software itself cuts the power: the hard lines of a chart. */
export const ceilingsSchema = z.strictObject({
  plateHotC: z.number(),
  plateColdC: z.number(),
  heatsinkHotC: z.number(),
});

export const selfTestStepSchema = z.strictObject({
  id: z.string().describe('`rest`, `relayOpen`, `pulse`, `lease`, `leaseClear`, `rearm`.'),
  label: z.string(),
  verdict: z.enum(['waiting', 'running', 'passed', 'failed']),
  detail: z.string().nullable().describe('Why it failed, or what it waits for.'),
  found: factSchema.optional(),
});
export type SelfTestStep = z.infer<typeof selfTestStepSchema>;

export const alarmSchema = z.strictObject({
  id: z.string(),
  priority: z.enum(['high', 'medium', 'low']),
  text: z.string().describe('What is wrong, in a few words.'),
  detail: z.string().describe('The reading against the limit; may be empty.'),
  found: factSchema
    .optional()
    .describe(
      'The same as a fact, for words in any language; missing where there are only words. So with the others of this name.',
    ),
  remedy: z.string(),
  present: z.boolean().describe('The cause is still there.'),
  latching: z.boolean().describe('It stays until it is acknowledged and its cause is gone.'),
  acknowledgedBy: z.string().nullable(),
  sounding: z.boolean(),
});
export type LiveAlarm = z.infer<typeof alarmSchema>;

export const tripSchema = z.strictObject({
  rule: z.string(),
  reading: z.string().nullable(),
  limit: z.string().nullable(),
  found: factSchema.optional(),
  message: z.string(),
  remedy: z.string(),
});
export type Trip = z.infer<typeof tripSchema>;

/** How a treatment ended. `not known`: its process died, and its record proves no end. */
export const outcomeSchema = z.strictObject({
  treatmentId: z.string().nullable(),
  outcome: z.enum([
    'completed',
    'undelivered',
    'ended early',
    'stopped',
    'faulted',
    'declined',
    'not known',
  ]),
  reason: z.string(),
  why: factSchema.optional(),
  rule: z.string().nullable(),
  coldFinish: z
    .boolean()
    .nullable()
    .describe('True delivered, false owed and not delivered (law L2), null none was due.'),
  durationS: number,
  cem43Min: number,
  coldMinutes: number,
  coldDegreeMinutes: number.describe('°C·min below 20 °C.'),
  phases: z
    .array(
      z.strictObject({
        phase: z.number(),
        kind: z.enum(['cold', 'hot']),
        setpointC: z.number(),
        owedMin: z.number(),
        inBandMin: z.number(),
        delivered: z.boolean(),
      }),
    )
    .readonly()
    .describe(
      'Every phase that began: the minutes at its setpoint that it owed, and those that were measured (law L13).',
    ),
  skin: skinSummary
    .nullable()
    .describe("What was said of the skin; null where nobody's was under the plate."),
});
export type LiveOutcome = z.infer<typeof outcomeSchema>;

export const drillSchema = z.strictObject({
  fault: z.string(),
  by: z.string(),
  injectedAtS: z.number(),
  response: z
    .strictObject({
      kind: z
        .enum(['trip', 'stop', 'warning', 'end'])
        .describe('`trip`, `stop`, `warning`, or `end`: the treatment was over first.'),
      rule: z.string().nullable(),
      afterS: z.number().describe('Seconds of the treatment from the injection to the answer.'),
    })
    .nullable()
    .describe('Null while nothing has answered.'),
});
export type Drill = z.infer<typeof drillSchema>;

/** What is prescribed for the treatment that is being prepared, runs, or has just ended. */
export const prescribedSchema = z.strictObject({
  source: z.string().describe("The preset's id, or `yaml` for a text."),
  name: z.string(),
  site: z.string(),
  profile: z
    .enum(['standard', 'reduced'])
    .describe('`reduced` where the screening narrowed the limits.'),
  restMinutes: z.number().describe('Without heat or cold in the region afterwards.'),
  phases: z.array(planPhaseSchema),
  totalS: z.number(),
});

export const liveStateSchema = z
  .strictObject({
    revision: z
      .number()
      .describe(
        'Counts up with every change; a smaller one means that the server was started anew.',
      ),
    at: z.string().describe('Wall clock of the server, UTC, ISO 8601.'),
    device: z.strictObject({
      link: z
        .enum(['starting', 'ready', 'lost'])
        .describe(
          '`lost`: nothing is known of the plate; a fresh device process starts at rest, and nothing is resumed.',
        ),
      words: z
        .string()
        .nullable()
        .describe('Why it is lost, or what it waits for; null where all is well.'),
    }),
    stopPort: number.describe(
      'The port at which the device itself hears STOP, past the server: `POST /stop`; null where it does not.',
    ),
    treatmentId: z
      .string()
      .nullable()
      .describe("The record's identifier; null while nothing is recorded."),
    board: boardFactsSchema
      .nullable()
      .describe('Null before the board was opened for the first time.'),
    simulation: simulationSchema.nullable(),
    session: sessionStateSchema.describe(
      '`idle` also where the device is lost: nothing runs. Look at `device.link` first.',
    ),
    offers: z.array(offerSchema).describe('Every command, with why it is not allowed now.'),
    prescribed: prescribedSchema.nullable(),
    phase: phaseSchema.nullable(),
    nextPhase: nextPhaseSchema.nullable(),
    elapsedS: z.number().describe('Since the record began: the `t` of its lines.'),
    leftS: number.describe(
      'Of the whole treatment, from the plan; null before the first contact and after the end.',
    ),
    contactAtS: number.describe('`elapsedS` of the moment of the first contact; null before.'),
    readings: readingsSchema,
    setpointC: number.describe('The ramped setpoint; null while nothing is driven.'),
    toleranceC: z
      .number()
      .describe('Half width of the band around the setpoint in which the plate is on target, °C.'),
    drive: z.number().describe('−1 full cool … +1 full heat, as applied.'),
    powered: z.boolean().describe('Bridge enabled and relay closed.'),
    ceilings: ceilingsSchema,
    dose: doseSchema.nullable(),
    skinCheck: skinCheckSchema.nullable().describe('The skin is to be looked at.'),
    pause: z.strictObject({ leftS: z.number() }).nullable(),
    contactLeftS: number.describe(
      'Seconds until the plate stops waiting for the skin; null in other states.',
    ),
    selfTest: z.array(selfTestStepSchema),
    alarms: z.array(alarmSchema),
    trip: tripSchema.nullable().describe('The latched trip; null where nothing is latched.'),
    outcome: outcomeSchema
      .nullable()
      .describe('The end of this or the last treatment, until somebody acknowledges it.'),
    safeToTouch: z.boolean().describe('Proven by both sensors, now.'),
    settlingWhy: z
      .string()
      .nullable()
      .describe('Why the plate is still waited for; null outside `settling`.'),
    settlingFound: factSchema.optional(),
    recordLost: z
      .string()
      .nullable()
      .describe('Why the record cannot be kept; null while it is kept.'),
    drill: drillSchema.nullable(),
  })
  .meta({ id: 'LiveState' });
export type LiveState = z.infer<typeof liveStateSchema>;
