/**
 * How fast a virtual board's time runs against the wall clock. On a real board the board itself waits; here a
 * tick waits until the wall allows it, and the event loop is let in often enough for a stop to be heard at once.
 */

/** Simulated seconds per wall second, or as fast as the machine can. */
export type Speed = number | 'max';

/** The event loop gets a turn at least this often. */
const yieldEveryMs = 8;
/** After a longer stall (a suspended computer) time goes on from here; it does not race to catch up. */
const slipAfterMs = 250;

export interface Pacer {
  /** Resolves when board time `atMs` (milliseconds since the start) may be reached. */
  until(atMs: number): Promise<void> | undefined;
}

/** @param wallNowMs a monotonic wall clock */
export function paced(speed: Speed, wallNowMs: () => number = () => performance.now()): Pacer {
  let startMs = wallNowMs();
  let lastYieldMs = startMs;
  return {
    until(atMs) {
      const wallMs = wallNowMs();
      if (speed !== 'max') {
        const waitMs = startMs + atMs / speed - wallMs;
        if (waitMs < -slipAfterMs) startMs -= waitMs;
        if (waitMs > 1) return sleep(waitMs, () => (lastYieldMs = wallNowMs()));
      }
      if (wallMs - lastYieldMs < yieldEveryMs) return undefined;
      return turn(() => (lastYieldMs = wallNowMs()));
    },
  };
}

const sleep = (ms: number, then: () => void): Promise<void> =>
  new Promise<void>((resolve) => {
    setTimeout(() => {
      then();
      resolve();
    }, ms);
  });

const turn = (then: () => void): Promise<void> =>
  new Promise<void>((resolve) => {
    setImmediate(() => {
      then();
      resolve();
    });
  });
