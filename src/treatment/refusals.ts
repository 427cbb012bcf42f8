/**
 * Refusals of the drive gate, from tick to tick: one that flickers is one episode, and one line of the record when it is
 * over, with its length. Pure.
 */
import { refusalFact } from '../safety/drive-gate.ts';
import type { GateRefusal } from '../safety/drive-gate.ts';
import type { Entry } from './state.ts';

export interface Refusal {
  readonly reason: GateRefusal;
  readonly fromMs: number;
  /** Refused last then. */
  readonly untilMs: number;
  /** Of that time, refused. */
  readonly refusedMs: number;
}

/** The episodes that are not over, oldest first. */
export type Refusals = readonly Refusal[];

/** Without a refusal for so long an episode is over; it is as long as the gate keeps a direction. */
export const refusalOverAfterMs = 10_000;

export interface RefusalMoment {
  /** Why the gate refuses now; null where it does not. */
  readonly reason: GateRefusal | null;
  readonly nowMs: number;
  /** Since the tick before. */
  readonly dtMs: number;
  /** Nothing can be driven any more, or for now: what is open is over. */
  readonly undriven: boolean;
}

/** @returns the same array where nothing changes */
export function refusalsAfter(
  before: Refusals,
  now: RefusalMoment,
): [open: Refusals, over: Refusals] {
  const { reason, nowMs, dtMs, undriven } = now;
  if (reason === null && before.length === 0) return [before, before];
  const isOver = (one: Refusal): boolean =>
    one.reason !== reason && (undriven || nowMs - one.untilMs >= refusalOverAfterMs);
  const kept = before.filter((one) => !isOver(one));
  const over = before.filter(isOver);
  if (reason === null) return [kept, over];
  const known = kept.find((one) => one.reason === reason);
  const fresh = known ?? { reason, fromMs: nowMs, untilMs: nowMs, refusedMs: 0 };
  const grown = { ...fresh, untilMs: nowMs, refusedMs: fresh.refusedMs + dtMs };
  const open =
    known === undefined ? [...kept, grown] : kept.map((one) => (one === known ? grown : one));
  return [open, over];
}

/** The line of an episode that is over. */
export const describeRefusal = (
  { reason, fromMs, untilMs, refusedMs }: Refusal,
  startMs: number,
): Entry => ({
  type: 'warning',
  fields: {
    rule: 'drive-gate',
    found: { kind: 'gate-refused', cause: refusalFact(reason) },
    episode: {
      fromS: (fromMs - startMs) / 1000,
      toS: (untilMs - startMs) / 1000,
      refusedS: refusedMs / 1000,
    },
  },
});
