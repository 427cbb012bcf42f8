/**
 * How each event of the session is brought about on the running companion. Wishes are wished; findings are never sent
 * but caused: by time, by a hand, by a fault. Where there are several ways, the variant picks one.
 */
import { isOnHold, stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { wishTypes } from '../../machines/session-events.ts';
import type { SessionEvent, SessionEventType } from '../../machines/session-events.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { questionNow } from '../../src/treatment/skin-check.ts';
import type { Bench } from './bench.ts';

/** All of a snapshot that decides anything: the reason and the rule are for people. */
export const keyOf = ({ value, context }: Pick<SessionSnapshot, 'value' | 'context'>): string =>
  JSON.stringify([stateOf({ value }), { ...context, reason: null, rule: null }]);

const minuteMs = 60_000;

/** Of the five minutes of a pause; the rest is run tick by tick. */
const dozedMs = 4.95 * minuteMs;

/** After a look at the skin the phase waits until the plate is back. */
const comesBackMs = 60_000;

/** What nobody can send: for how long it may take to come by itself, ms. */
const comesWithinMs: Partial<Record<SessionEventType, number>> = {
  SELF_TEST_PASSED: 14_000,
  PLATE_READY: minuteMs,
  PAUSE_EXPIRED: 0.1 * minuteMs,
  CHECK_EXPIRED: 0.1 * minuteMs,
  CHECK_DUE: 2.2 * minuteMs + comesBackMs,
  SETTLED: 5 * minuteMs,
};

export interface Circumstances {
  /** Picks among the causes of an event. */
  readonly variant: number;
  /** Of the plan. */
  readonly longestPhaseMs: number;
}

type Cause = (bench: Bench, event: SessionEvent, circumstances: Circumstances) => Promise<void>;

/** What is neither a plain wish nor a matter of time. */
const causes: Partial<Record<SessionEventType, Cause>> = {
  SELF_TEST_FAILED: async (bench) => {
    bench.spoil('heatsink sensor held');
    await bench.until(movedFrom(bench), 25_000);
    bench.spoil('nothing');
  },
  TRIP: async (bench, _event, { variant }) => {
    const possible = causesOfTrip(bench.state);
    const cause = possible[variant % possible.length]!;
    const moved = movedFrom(bench);
    if (cause === 'plate sensor open') bench.spoil(cause);
    else bench.fault(cause);
    await bench.until(moved, 1500);
    bench.spoil('nothing');
  },
  LINK_LOST: async (bench) => {
    bench.fault('link-lost');
    await bench.tick();
  },
  STOP: async (bench, event, { variant }) => {
    const { state } = bench;
    const driven = permissionOf(bench.companion.treatment.session) !== 'none';
    if (variant % 2 === 1 && (driven || isOnHold(state))) await pressStop(bench);
    else await wish(bench, event);
  },
  HEAT_GIVEN: async (bench) => {
    const moved = movedFrom(bench);
    await bench.until(() => {
      // Where the phase is short it is asked before the plate is warm.
      const { treatment } = bench.companion;
      if (questionNow(treatment) === 'warm') bench.companion.answerSkinCheck('the patient');
      return moved();
    }, minuteMs);
  },
  RESET: async (bench, event) => {
    // Refused until the cause is gone: somebody tries again.
    const moved = movedFrom(bench);
    await bench.until(() => {
      if (!moved()) bench.wish(event);
      return moved();
    }, 10_000);
  },
  SKIN_ANSWERED: async (bench, event) => {
    // Whoever was not sure is heard again after the time in which they are to look.
    const { skinCheck, nowMs } = bench.companion.treatment;
    const waitMs = (skinCheck?.askedMs ?? nowMs) - nowMs;
    if (event.type === 'SKIN_ANSWERED' && event.answer === 'fine' && waitMs > 0) {
      await bench.doze(waitMs);
      await bench.run(1000);
    }
    await wish(bench, event);
  },
  CONTACT_CONFIRMED: async (bench, event) => {
    bench.layOnSkin();
    await wish(bench, event);
  },
};

/** Lets the event happen, and returns when the session has taken it. */
export async function bringAbout(
  bench: Bench,
  event: SessionEvent,
  circumstances: Circumstances,
): Promise<void> {
  const { longestPhaseMs } = circumstances;
  const withinMs =
    event.type === 'PHASE_ELAPSED' ? longestPhaseMs + comesBackMs : comesWithinMs[event.type];
  if (withinMs === undefined) {
    await (causes[event.type] ?? wish)(bench, event, circumstances);
    return;
  }
  const moved = movedFrom(bench);
  if (event.type === 'PAUSE_EXPIRED') await bench.doze(dozedMs);
  if (event.type === 'CHECK_EXPIRED') await dozeInCheck(bench);
  await bench.until(moved, withinMs);
  if (event.type === 'SETTLED') bench.liftOff();
}

function movedFrom({ companion }: Bench): () => boolean {
  let known = companion.treatment.session;
  const before = keyOf(known);
  return () => {
    const { session } = companion.treatment;
    if (session === known) return false;
    if (keyOf(session) !== before) return true;
    known = session;
    return false;
  };
}

/** To shortly before a check has waited for as long as it may. */
async function dozeInCheck(bench: Bench): Promise<void> {
  const { skinCheck, nowMs } = bench.companion.treatment;
  const expiresMs = (skinCheck?.askedMs ?? nowMs) + 5 * minuteMs;
  await bench.doze(Math.max(0, expiresMs - nowMs - 0.05 * minuteMs));
}

async function wish(bench: Bench, event: SessionEvent): Promise<void> {
  if (!wishTypes.has(event.type)) throw new Error(`${event.type} is no wish`);
  bench.wish(event);
  await bench.tick();
}

async function pressStop(bench: Bench): Promise<void> {
  bench.holdStop(true);
  await bench.run(200);
  bench.holdStop(false);
  await bench.run(100);
}

/** Faults that pass: a computer that stalls, a wire that touches, reports that stay away. */
function causesOfTrip(state: SessionState) {
  // A broken wire fails a self-test before it trips.
  const open = state === 'selfTest' ? [] : (['plate sensor open'] as const);
  return ['host-stalled' as const, ...open, 'link-delayed' as const];
}
