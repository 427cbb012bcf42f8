/** STOP in words: who pressed it and where, and what came of it. Pure. */
import { z } from 'zod';
import type { StopAnswer } from '../contract/answers.ts';

/** By which way STOP came in. */
export const stopWays = {
  page: 'the dashboard',
  port: 'the STOP port',
  socket: 'contrast stop',
} as const;
export type StopWay = keyof typeof stopWays;

export const presserSchema = z.strictObject({
  /** Who signed in; null where nobody did. */
  name: z.string().nullable(),
  /** The address that the network tells; null on this computer's own socket. */
  address: z.string().nullable(),
  way: z.enum(Object.keys(stopWays) as [StopWay, ...StopWay[]]),
});
export type Presser = z.infer<typeof presserSchema>;

/** For the record and the screen: `the viewer (the dashboard, 192.168.1.20)`. */
export function presserWords({ name, address, way }: Presser): string {
  const where = address === null ? 'this computer' : address.replace(/^::ffff:(?=\d)/, '');
  return `${name ?? 'somebody who is not signed in'} (${stopWays[way]}, ${where})`;
}

export const cutThePower =
  'NOT CONFIRMED: cut the power. Take the plate off the skin, press the stop button, pull the plug.';

/** Proven by the pins. */
export function confirmedAnswer(
  { session, relayOpen, bridgeOff, ticks }: Proof,
  tookMs: number,
): StopAnswer {
  const ms = Math.round(tookMs);
  const words = `stopped in ${(Math.ceil(ms / 100) / 10).toFixed(1)} s, power verified off`;
  return { confirmed: true, words, tookMs: ms, session, relayOpen, bridgeOff, ticks };
}
type Proof = Omit<StopAnswer, 'confirmed' | 'words' | 'tookMs'>;

/** Nobody has proven it. */
export const unconfirmedAnswer = (tookMs: number): StopAnswer => ({
  confirmed: false,
  words: cutThePower,
  tookMs: Math.round(tookMs),
  session: null,
  relayOpen: null,
  bridgeOff: null,
  ticks: null,
});
