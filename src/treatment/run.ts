/** A treatment from the first tick to the last: pacing, scheduled happenings, winding down. */
import type { SessionState } from '../../machines/dispositions.ts';
import { ranToItsEnd } from '../../machines/session-events.ts';
import type { Companion } from './companion.ts';
import { tickMs } from './companion.ts';
import type { Pacer } from './pacing.ts';
import { isClosingAwaited } from './skin-check.ts';

/** Somebody who answers when the session asks: a person at the terminal, or `--yes`. */
export interface Operator {
  /** Called after each tick in which the session moved to `state`. */
  onState(state: SessionState, companion: Companion): void;
  /** Called after every tick. */
  onTick?(companion: Companion): void;
}

/** Something that happens at a moment of the treatment: an injected fault, a scripted command. */
export interface Happening {
  readonly atS: number;
  readonly happen: (companion: Companion) => void;
}

export interface RunOptions {
  readonly pacer: Pacer;
  readonly operator: Operator;
  readonly happenings: readonly Happening[];
  /** Called after every tick. */
  readonly onTick: (companion: Companion) => void;
  /** True once somebody wants to leave without waiting for the plate to settle. */
  readonly leaveNow: () => boolean;
  /** A monotonic wall clock, milliseconds. */
  readonly wallNowMs: () => number;
  /** How long the computer slept since this was asked last, milliseconds; left out where time is virtual alone. */
  readonly sleptMs?: () => number;
}

/**
 * After a stop or a fault the power is off, and the plate is watched for at most so long before leaving. A board in
 * virtual time is not worth a wait at the wall.
 */
const watchAfterOffWallMs = 5000;
const watchAfterOffTicks = (10 * 60_000) / tickMs;
/** After a fault the plate must be safe to touch for this long: a bridge that is stuck moves it through that band. */
const safeAfterFaultTicks = 30_000 / tickMs;

const atEnd = new Set<SessionState>(['ended', 'declined']);
const poweredDown = new Set<SessionState>(['settling', 'faulted']);

/** Runs until the session has ended, or is off and has been watched for long enough. */
export async function runTreatment(companion: Companion, options: RunOptions): Promise<void> {
  const { board } = companion;
  const startMs = board.nowMs();
  const due = options.happenings.toSorted((a, b) => a.atS - b.atS);
  let plannedMs = startMs;
  let state = companion.state;
  let offSinceWallMs = Number.NaN;
  let offTicks = 0;
  let safeTicks = 0;
  for (;;) {
    plannedMs += tickMs;
    const wait = options.pacer.until(plannedMs - startMs);
    if (wait !== undefined) await wait;
    const world = board.advanceTo(plannedMs);
    if (world !== undefined) await world;
    while (due[0] !== undefined && plannedMs - startMs >= due[0].atS * 1000)
      due.shift()?.happen(companion);
    companion.tick(Math.max(0, board.nowMs() - plannedMs) + (options.sleptMs?.() ?? 0));
    // A missed tick is late, not owed: no burst follows it.
    while (plannedMs + tickMs <= board.nowMs() && !board.virtual) plannedMs += tickMs;
    options.onTick(companion);
    if (companion.state !== state) {
      state = companion.state;
      options.operator.onState(state, companion);
    }
    options.operator.onTick?.(companion);
    if (atEnd.has(state) && (options.leaveNow() || !isClosingAwaited(companion.treatment))) return;
    if (!poweredDown.has(state)) continue;
    offTicks += 1;
    if (offTicks === 1) offSinceWallMs = options.wallNowMs();
    const unsettled = !ranToItsEnd(companion.treatment.session.context);
    const watchedAtWall =
      board.virtual && options.wallNowMs() - offSinceWallMs >= watchAfterOffWallMs;
    if (options.leaveNow() || (unsettled && (offTicks >= watchAfterOffTicks || watchedAtWall)))
      return;
    safeTicks = companion.isSafeToTouch() ? safeTicks + 1 : 0;
    if (state === 'faulted' && safeTicks >= safeAfterFaultTicks) return;
  }
}
