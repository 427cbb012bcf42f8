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
  /** Why not, in words; null where it is allowed. */
  reason: z.string().nullable(),
});
export type Offer = z.infer<typeof offerSchema>;

/** The board that runs, and what must be said of it on every screen. */
export const boardFactsSchema = z.strictObject({
  kind: z.enum(['simulated', 'emulated', 'emulated-standard', 'serial']),
  port: z.string(),
  firmware: z.string(),
  /** It drops all power by itself when the computer falls silent (laws L5, L10). */
  guarded: z.boolean(),
  /** Its plate has a witness besides the two beads; without it no plate goes beyond 12 and 39 °C. */
  witnessed: z.boolean(),
  /** No person can be on it: show SIMULATION. */
  imaginary: z.boolean(),
  /** What the board remembers without power; null: it has no memory. */
  memory: z
    .strictObject({
      condition: z.enum(['blank', 'kept', 'damaged']),
      /** Of the device, eight hexadecimal digits; null: it has none. */
      number: z.string().nullable(),
      /** Treatments begun on it. */
      begun: z.number(),
      /** Beginning of the hash of the newest line of its newest record; null: it knows of none. */
      lastHash: z.string().nullable(),
    })
    .nullable(),
  bench: z.boolean(),
  /** Banners, most important first; empty for a guarded real board. */
  words: z.array(z.string()),
});
export type BoardFacts = z.infer<typeof boardFactsSchema>;

/** Present on virtual boards only. */
export const simulationSchema = z.strictObject({
  /** Simulated seconds per second. */
  speed: z.number(),
  rig: z.string(),
  seed: z.number(),
  /** Ids of the faults that were injected and not cleared. */
  faults: z.array(z.string()),
  /** Contact and skin checks are answered by themselves: at speed nobody could in time. */
  standIn: z.boolean(),
});
export type SimulationFacts = z.infer<typeof simulationSchema>;

/** One phase of the plan, for the timeline; together they are the whole treatment from the first contact. */
export const planPhaseSchema = z.strictObject({
  /** From 1. */
  number: z.number(),
  kind: z.enum(['cold', 'hot']),
  setpointC: z.number(),
  /** Counted from the first contact, pauses left out. */
  startS: z.number(),
  lengthS: z.number(),
});
export type PlanPhase = z.infer<typeof planPhaseSchema>;

export const phaseSchema = z.strictObject({
  /** From 1. */
  number: z.number(),
  count: z.number(),
  kind: z.enum(['cold', 'hot']),
  setpointC: z.number(),
  dwellS: z.number(),
  /** Frozen while paused. */
  elapsedS: z.number(),
  leftS: z.number(),
  /** Heat was given, and no cold phase followed it: whoever ends early is given the final cold first (law L2). */
  coldFinishOwed: z.boolean(),
});
export type PhaseNow = z.infer<typeof phaseSchema>;

/** What is asked about the skin. With `skin` the power is off until somebody answers. */
export const skinCheckSchema = z.strictObject({
  question: z.enum(['skin', 'warm', 'closing', 'what']),
  /** What the skin has had last. */
  after: z.enum(['cold', 'hot']),
  /** 0: now. More: somebody was not sure, and is to look again then. */
  askedInS: z.number(),
  /** How long an answer is waited for. */
  leftS: z.number(),
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
  /** `rest`, `relayOpen`, `pulse`, `lease`, `leaseClear`, `rearm`. */
  id: z.string(),
  label: z.string(),
  verdict: z.enum(['waiting', 'running', 'passed', 'failed']),
  /** Why it failed, or what it waits for. */
  detail: z.string().nullable(),
  found: factSchema.optional(),
});
export type SelfTestStep = z.infer<typeof selfTestStepSchema>;

export const alarmSchema = z.strictObject({
  id: z.string(),
  priority: z.enum(['high', 'medium', 'low']),
  /** What is wrong, in a few words. */
  text: z.string(),
  /** The reading against the limit; may be empty. */
  detail: z.string(),
  /** The same as a fact, for words in any language; missing where there are only words. So with the others of this name. */
  found: factSchema.optional(),
  remedy: z.string(),
  /** The cause is still there. */
  present: z.boolean(),
  /** It stays until it is acknowledged and its cause is gone. */
  latching: z.boolean(),
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
  /** True delivered, false owed and not delivered (law L2), null none was due. */
  coldFinish: z.boolean().nullable(),
  durationS: number,
  cem43Min: number,
  coldMinutes: number,
  /** °C·min below 20 °C. */
  coldDegreeMinutes: number,
  /** Every phase that began: the minutes at its setpoint that it owed, and those that were measured (law L13). */
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
    .readonly(),
  /** What was said of the skin; null where nobody's was under the plate. */
  skin: skinSummary.nullable(),
});
export type LiveOutcome = z.infer<typeof outcomeSchema>;

export const drillSchema = z.strictObject({
  fault: z.string(),
  by: z.string(),
  injectedAtS: z.number(),
  /** Null while nothing has answered. */
  response: z
    .strictObject({
      /** `trip`, `stop`, `warning`, or `end`: the treatment was over first. */
      kind: z.enum(['trip', 'stop', 'warning', 'end']),
      rule: z.string().nullable(),
      /** Seconds of the treatment from the injection to the answer. */
      afterS: z.number(),
    })
    .nullable(),
});
export type Drill = z.infer<typeof drillSchema>;

/** What is prescribed for the treatment that is being prepared, runs, or has just ended. */
export const prescribedSchema = z.strictObject({
  /** The preset's id, or `yaml` for a text. */
  source: z.string(),
  name: z.string(),
  site: z.string(),
  /** `reduced` where the screening narrowed the limits. */
  profile: z.enum(['standard', 'reduced']),
  /** Without heat or cold in the region afterwards. */
  restMinutes: z.number(),
  phases: z.array(planPhaseSchema),
  totalS: z.number(),
});

export const liveStateSchema = z
  .strictObject({
    /** Counts up with every change; a smaller one means that the server was started anew. */
    revision: z.number(),
    /** Wall clock of the server, UTC, ISO 8601. */
    at: z.string(),
    device: z.strictObject({
      /** `lost`: nothing is known of the plate; a fresh device process starts at rest, and nothing is resumed. */
      link: z.enum(['starting', 'ready', 'lost']),
      /** Why it is lost, or what it waits for; null where all is well. */
      words: z.string().nullable(),
    }),
    /** The port at which the device itself hears STOP, past the server: `POST /stop`; null where it does not. */
    stopPort: number,
    /** The record's identifier; null while nothing is recorded. */
    treatmentId: z.string().nullable(),
    /** Null before the board was opened for the first time. */
    board: boardFactsSchema.nullable(),
    simulation: simulationSchema.nullable(),
    /** `idle` also where the device is lost: nothing runs. Look at `device.link` first. */
    session: sessionStateSchema,
    /** Every command, with why it is not allowed now. */
    offers: z.array(offerSchema),
    prescribed: prescribedSchema.nullable(),
    phase: phaseSchema.nullable(),
    nextPhase: nextPhaseSchema.nullable(),
    /** Since the record began: the `t` of its lines. */
    elapsedS: z.number(),
    /** Of the whole treatment, from the plan; null before the first contact and after the end. */
    leftS: number,
    /** `elapsedS` of the moment of the first contact; null before. */
    contactAtS: number,
    readings: readingsSchema,
    /** The ramped setpoint; null while nothing is driven. */
    setpointC: number,
    /** Half width of the band around the setpoint in which the plate is on target, °C. */
    toleranceC: z.number(),
    /** −1 full cool … +1 full heat, as applied. */
    drive: z.number(),
    /** Bridge enabled and relay closed. */
    powered: z.boolean(),
    ceilings: ceilingsSchema,
    dose: doseSchema.nullable(),
    /** The skin is to be looked at. */
    skinCheck: skinCheckSchema.nullable(),
    pause: z.strictObject({ leftS: z.number() }).nullable(),
    /** Seconds until the plate stops waiting for the skin; null in other states. */
    contactLeftS: number,
    selfTest: z.array(selfTestStepSchema),
    alarms: z.array(alarmSchema),
    /** The latched trip; null where nothing is latched. */
    trip: tripSchema.nullable(),
    /** The end of this or the last treatment, until somebody acknowledges it. */
    outcome: outcomeSchema.nullable(),
    /** Proven by both sensors, now. */
    safeToTouch: z.boolean(),
    /** Why the plate is still waited for; null outside `settling`. */
    settlingWhy: z.string().nullable(),
    settlingFound: factSchema.optional(),
    /** Why the record cannot be kept; null while it is kept. */
    recordLost: z.string().nullable(),
    drill: drillSchema.nullable(),
  })
  .meta({ id: 'LiveState' });
export type LiveState = z.infer<typeof liveStateSchema>;
