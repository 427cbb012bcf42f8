/**
 * Proves on the board itself that power ends when renewals end (law L5): arms it, closes relay and bridge with a drive
 * of zero, falls silent as a dead computer would, and watches the board's own word on its pins. The modules get no power.
 */
import { english } from '../words/facts.ts';
import type { GuardReading, GuardWish } from '../../hardware/guard/guard-link.ts';
import type { OpenDevice } from '../treatment/open-device.ts';

export type LeaseProof =
  /** The board dropped everything; `cleared`: and is at rest again. */
  | { readonly kind: 'dropped'; readonly afterMs: number; readonly cleared: boolean }
  /** It did not, though nobody renewed. */
  | { readonly kind: 'kept'; readonly forMs: number }
  /** It dropped for another reason than the lease. */
  | { readonly kind: 'tripped-otherwise'; readonly reason: string; readonly finding: string }
  /** Nothing stands behind the closed relay, which the board took for a fault first. */
  | { readonly kind: 'no-supply'; readonly finding: string; readonly cleared: boolean }
  /** It could not be tried. */
  | { readonly kind: 'not-armed'; readonly because: string };

const tickMs = 50;
const patienceMs = 1500;
/** Renewals before the silence: the pins must have been seen on, or nothing is proven. */
const renewals = 6;
const lookEveryMs = 5;

/** Whatever it finds, it leaves the board switched off. */
export async function proveLease(opened: OpenDevice): Promise<LeaseProof> {
  try {
    return await tryLease(opened);
  } finally {
    opened.device.allOff();
  }
}

async function tryLease(opened: OpenDevice): Promise<LeaseProof> {
  const { board, device } = opened;
  const before = device.sense().guard;
  if (before?.state !== 'idle') return { kind: 'not-armed', because: stateWords(before) };
  const armed = await ask(opened, 'arm', (now) => now.state === 'armed');
  if (armed?.state !== 'armed') return { kind: 'not-armed', because: stateWords(armed) };
  let on = armed;
  for (let count = 0; count < renewals; count += 1) {
    on = (await tick(opened, true, 'renew')) ?? on;
  }
  if (on.state === 'tripped') return await otherwise(opened, on);
  if (on.state !== 'armed' || on.powerOff) {
    return { kind: 'not-armed', because: 'relay and bridge did not close' };
  }
  const start = board.nowMs();
  let now = on;
  while (now.state === 'armed' && board.nowMs() - start < patienceMs) {
    await board.advanceTo(board.nowMs() + lookEveryMs);
    now = device.sense().guard ?? now;
  }
  const silentMs = board.nowMs() - now.renewedAtMs;
  device.allOff();
  if (now.state === 'armed' || !now.powerOff) return { kind: 'kept', forMs: silentMs };
  if (now.reason !== 'lease-lost') return await otherwise(opened, now);
  return {
    kind: 'dropped',
    afterMs: now.trippedAtMs - now.renewedAtMs,
    cleared: await isCleared(opened),
  };
}

/** A trip that this proof has made, with nothing driven: no finding that a person has to see to. */
async function isCleared(opened: OpenDevice): Promise<boolean> {
  const after = await ask(opened, 'clear', (now) => now.state === 'idle');
  return after?.state === 'idle';
}

/** Asks once a tick, with everything off, until it is so or patience ends. */
async function ask(
  opened: OpenDevice,
  wish: GuardWish,
  done: (now: GuardReading) => boolean,
): Promise<GuardReading | null> {
  const start = opened.board.nowMs();
  let now = opened.device.sense().guard;
  while (now !== null && !done(now) && opened.board.nowMs() - start < patienceMs) {
    now = await tick(opened, false, wish);
  }
  return now;
}

async function tick(
  { board, device }: OpenDevice,
  powered: boolean,
  guard: GuardWish,
): Promise<GuardReading | null> {
  const at = board.nowMs();
  device.actuate(
    { drive: 0, powered, relayClosed: powered, buzzer: false, light: false, guard },
    at,
  );
  await board.advanceTo(at + tickMs);
  return device.sense().guard;
}

async function otherwise(
  opened: OpenDevice,
  { reason, found, powerOff }: GuardReading,
): Promise<LeaseProof> {
  const finding = english.reading(found);
  // A board that has not let go of its pins is no matter of fuses, whatever it tripped on.
  if (reason !== 'supply-low' || !powerOff) return { kind: 'tripped-otherwise', reason, finding };
  opened.device.allOff();
  return { kind: 'no-supply', finding, cleared: await isCleared(opened) };
}

function stateWords(guard: GuardReading | null): string {
  if (guard === null) return 'the board says nothing';
  if (guard.state === 'tripped') return english.reading(guard.found);
  return guard.state === 'idle' ? 'the board refuses to be armed' : `the board is ${guard.state}`;
}
