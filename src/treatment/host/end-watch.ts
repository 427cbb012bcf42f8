/** For how long a plate is watched after its power went off, whoever conducts the treatment. Pure. */
import type { SessionState } from '../../../machines/dispositions.ts';
import { tickMs } from '../companion.ts';

/** In ticks, so that a clock that is wrong shortens nothing. */
export interface EndWatch {
  /** Settling or faulted. */
  readonly offTicks: number;
  /** Of these, without a break, proven safe to touch. */
  readonly safeTicks: number;
}

export const notWatchedYet: EndWatch = Object.freeze({ offTicks: 0, safeTicks: 0 });

const poweredDown = new Set<SessionState>(['settling', 'faulted']);
export const isPoweredDown = (state: SessionState): boolean => poweredDown.has(state);

const atEnd = new Set<SessionState>(['ended', 'declined']);
export const isAtEnd = (state: SessionState): boolean => atEnd.has(state);

/** After one more tick in this state. */
export function watchedOn(watch: EndWatch, state: SessionState, isSafe: () => boolean): EndWatch {
  if (!isPoweredDown(state)) return watch;
  return { offTicks: watch.offTicks + 1, safeTicks: isSafe() ? watch.safeTicks + 1 : 0 };
}

const watchedTicks = (10 * 60_000) / tickMs;
/** After a fault the plate must be safe to touch for this long: a bridge that is stuck moves it through that band. */
const safeAfterFaultTicks = 30_000 / tickMs;

/** It was watched for as long as anything is. */
export const isWatchedOut = ({ offTicks }: EndWatch): boolean => offTicks >= watchedTicks;

/** It was safe for so long that a fault moves it no more. */
export const isSafeAfterFault = ({ safeTicks }: EndWatch): boolean =>
  safeTicks >= safeAfterFaultTicks;
