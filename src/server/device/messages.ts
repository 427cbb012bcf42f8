/**
 * What server and device process say to each other. Each side believes nothing that does not pass these schemas: the
 * other one may be of another version, or broken.
 */
import { z } from 'zod';
import { loopSchema } from '../contract/answers.ts';
import { apiErrorSchema } from '../contract/errors.ts';
import { liveStateSchema, outcomeSchema } from '../contract/live-state.ts';
import {
  declinedRequestSchema,
  plainCommandSchema,
  prescriptionChoiceSchema,
  screeningRequestSchema,
  simulationRequestSchema,
  skinAnswerRequestSchema,
} from '../contract/requests.ts';

/** What the device process is started with. */
export const deviceOptionsSchema = z.strictObject({
  board: z.string(),
  rig: z.string(),
  seed: z.number(),
  /** Of a virtual board; a real one runs at 1. */
  speed: z.number().positive(),
  bench: z.boolean(),
  standIn: z.boolean(),
  /** Count simulated sessions too. */
  history: z.boolean(),
  recordsFolder: z.string(),
  limitsFile: z.string().nullable(),
  version: z.string(),
});
export type DeviceOptions = z.infer<typeof deviceOptionsSchema>;

/** The device's own way of STOP. */
export const stopWayOptionsSchema = z.strictObject({
  host: z.string(),
  /** 0: any that is free. */
  port: z.number(),
  /** False: where it is taken, any other will do. */
  onlyThisPort: z.boolean(),
  /** Whoever knows it is the server, and its word on who pressed is taken. */
  key: z.string().min(1),
});
export type StopWayOptions = z.infer<typeof stopWayOptionsSchema>;

const who = z.string().min(1);

/** The answers, and a decision whose clinician the server knows to have made it: no password comes this far. */
const decidedSchema = screeningRequestSchema.shape.override.unwrap().omit({ password: true });
export const screeningSchema = screeningRequestSchema.extend({
  override: decidedSchema.optional(),
});
export type Screening = z.infer<typeof screeningSchema>;

/** As the treatment's host knows them. */
const wishSchema = z.union([
  z.strictObject({ wish: plainCommandSchema }),
  z.strictObject({ wish: z.literal('answerSkinCheck'), ...skinAnswerRequestSchema.shape }),
]);

export const deviceRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    who,
    prescription: prescriptionChoiceSchema,
    site: z.string(),
    screening: screeningSchema.optional(),
  }),
  z.strictObject({ type: z.literal('screen'), who, screening: screeningSchema }),
  z.strictObject({ type: z.literal('declined'), who, ...declinedRequestSchema.shape }),
  z.strictObject({ type: z.literal('wish'), who, wish: wishSchema }),
  z.strictObject({ type: z.literal('simulation'), who, change: simulationRequestSchema }),
  z.strictObject({ type: z.literal('injectFault'), who, fault: z.string() }),
  z.strictObject({ type: z.literal('clearFault'), who, fault: z.string() }),
  z.strictObject({ type: z.literal('stop'), who }),
  z.strictObject({ type: z.literal('doctor') }),
  z.strictObject({ type: z.literal('measure') }),
  /** Stop, wait until the power is proven off, and end the process. */
  z.strictObject({ type: z.literal('leave'), who }),
]);
export type DeviceRequest = z.infer<typeof deviceRequestSchema>;

export const toDeviceSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open'),
    options: deviceOptionsSchema,
    stopWay: stopWayOptionsSchema,
  }),
  z.strictObject({ type: z.literal('ask'), id: z.number(), request: deviceRequestSchema }),
]);
export type ToDevice = z.infer<typeof toDeviceSchema>;

/** What was read back from the pins after a stop; null where the board does not tell. */
export const stoppedSchema = z.strictObject({
  session: z.string(),
  relayOpen: z.boolean().nullable(),
  bridgeOff: z.boolean().nullable(),
  /** From hearing it to the proof. */
  ticks: z.number(),
});
export type Stopped = z.infer<typeof stoppedSchema>;

export const doctorLineSchema = z.strictObject({
  name: z.string(),
  verdict: z.enum(['ok', 'warn', 'fail']),
  finding: z.string(),
  fix: z.string().optional(),
});

export const deviceReplySchema = z.union([
  z.strictObject({ stopped: stoppedSchema }),
  z.strictObject({ checks: z.array(doctorLineSchema) }),
  z.strictObject({ state: liveStateSchema }),
  z.strictObject({ loop: loopSchema.nullable() }),
]);
export type DeviceReply = z.infer<typeof deviceReplySchema>;

export const fromDeviceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), state: liveStateSchema }),
  /** Where STOP is heard without the server; null where it could not be opened. */
  z.strictObject({
    type: z.literal('listening'),
    stopPort: z.number().nullable(),
    socket: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('reply'), id: z.number(), reply: deviceReplySchema }),
  z.strictObject({ type: z.literal('refusal'), id: z.number(), error: apiErrorSchema }),
  /** The board could not be opened, or was lost; the process ends. */
  z.strictObject({
    type: z.literal('ending'),
    error: apiErrorSchema,
    exitCode: z.number(),
    outcome: outcomeSchema.nullable(),
  }),
]);
export type FromDevice = z.infer<typeof fromDeviceSchema>;
