/** A treatment from the first tick to the last: pacing, scheduled happenings, winding down. */
import type { SessionState } from '../../../machines/dispositions.ts';
import { ranToItsEnd } from '../../../machines/session-events.ts';
import type { Companion } from '../companion.ts';
import type { Pacer } from '../pacing.ts';
import { isClosingAwaited } from '../skin-check.ts';
import {
  isAtEnd,
  isPoweredDown,
  isSafeAfterFault,
  isWatchedOut,
  notWatchedYet,
  watchedOn,
} from './end-watch.ts';
import { TickLoop } from './tick-loop.ts';

/** Somebody who answers when the session asks: a person at the terminal, or `--yes`. */
export interface Operator {
  /** Called after each tick in which the session moved to `state`. */
  onState(state: SessionState, companion: Companion): void;
  /** Called after every tick. */
  onTick?(companion: Companion): void;
}

/** Nobody answers by themselves. */
export const silentOperator: Operator = { onState: () => {} };

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

/** A board in virtual time is not worth a longer wait at the wall. */
const watchAfterOffWallMs = 5000;

/** Lets somebody who answers see each tick, and each state once. */
export class Attended {
  readonly #operator: Operator;
  #state: SessionState;

  constructor(operator: Operator, companion: Companion) {
    this.#operator = operator;
    this.#state = companion.state;
  }

  afterTick(companion: Companion): void {
    const { state } = companion;
    if (state !== this.#state) {
      this.#state = state;
      this.#operator.onState(state, companion);
    }
    this.#operator.onTick?.(companion);
  }
}

/** Runs until the session has ended, or is off and has been watched for long enough. */
export async function runTreatment(companion: Companion, options: RunOptions): Promise<void> {
  const { board } = companion;
  const startMs = board.nowMs();
  const due = options.happenings.toSorted((a, b) => a.atS - b.atS);
  const loop = new TickLoop(board, (atMs) => options.pacer.until(atMs - startMs));
  const attended = new Attended(options.operator, companion);
  let watch = notWatchedYet;
  let offSinceWallMs = Number.NaN;
  for (;;) {
    const wait = loop.next();
    if (wait !== undefined) await wait;
    while (due[0] !== undefined && loop.plannedMs - startMs >= due[0].atS * 1000)
      due.shift()?.happen(companion);
    companion.tick(loop.lateMs + (options.sleptMs?.() ?? 0));
    loop.ticked();
    options.onTick(companion);
    attended.afterTick(companion);
    const { state } = companion;
    if (isAtEnd(state) && (options.leaveNow() || !isClosingAwaited(companion.treatment))) return;
    if (!isPoweredDown(state)) continue;
    watch = watchedOn(watch, state, () => companion.isSafeToTouch());
    if (watch.offTicks === 1) offSinceWallMs = options.wallNowMs();
    const unsettled = !ranToItsEnd(companion.treatment.session.context);
    const watchedAtWall =
      board.virtual && options.wallNowMs() - offSinceWallMs >= watchAfterOffWallMs;
    if (options.leaveNow() || (unsettled && (isWatchedOut(watch) || watchedAtWall))) return;
    if (state === 'faulted' && isSafeAfterFault(watch)) return;
  }
}
