/** When the next tick of a board is due, and how late it comes: the same for every treatment, whoever runs it. */
import type { Board } from '../../../hardware/boards/board.ts';
import { tickMs } from '../companion.ts';

type LoopBoard = Pick<Board, 'advanceTo' | 'nowMs' | 'virtual'>;

export class TickLoop {
  readonly #board: LoopBoard;
  readonly #until: (boardMs: number) => Promise<void> | undefined;
  #plannedMs: number;

  /** @param until resolves when that board time may be reached; undefined where nobody has to wait */
  constructor(board: LoopBoard, until: (boardMs: number) => Promise<void> | undefined) {
    this.#board = board;
    this.#until = until;
    this.#plannedMs = board.nowMs();
  }

  /** Board time for which the present tick was planned. */
  get plannedMs(): number {
    return this.#plannedMs;
  }

  /** The board was needed for something else between two ticks: time goes on from here. */
  startAnew(): void {
    this.#plannedMs = this.#board.nowMs();
  }

  /** Waits for the next tick; no promise where nobody has to. */
  next(): Promise<void> | undefined {
    this.#plannedMs += tickMs;
    const wait = this.#until(this.#plannedMs);
    return wait === undefined ? this.#advance() : wait.then(() => this.#advance());
  }

  #advance(): Promise<void> | undefined {
    return this.#board.advanceTo(this.#plannedMs) ?? undefined;
  }

  /** How much later than planned it is by now. */
  get lateMs(): number {
    return Math.max(0, this.#board.nowMs() - this.#plannedMs);
  }

  /** To be called after the tick: one that was missed is late, not owed, and no burst follows it. */
  ticked(): void {
    if (this.#board.virtual) return;
    while (this.#plannedMs + tickMs <= this.#board.nowMs()) this.#plannedMs += tickMs;
  }
}
