/** Waits until the pins prove that the power is off: by what was read after the wish, never by what was written. */
import type { Board } from '../../../hardware/boards/board.ts';
import { permissionOf } from '../../../machines/permission.ts';
import type { Readings } from '../../safety/readings.ts';
import { isProvenOff, powerProof } from './power-proof.ts';
import type { PowerProof } from './power-proof.ts';

/** What was read back from the pins after a stop. */
export interface Stopped extends PowerProof {
  readonly session: string;
  /** From hearing it to the proof. */
  readonly ticks: number;
}

export interface Stoppable {
  readonly board: Board;
  readonly readings: () => Readings;
  /** The session, where there is one: while it permits power, nothing is proven. */
  readonly session: () => Parameters<typeof permissionOf>[0] | null;
  readonly sessionName: () => string;
}

interface Waiting {
  readonly sinceMs: number;
  readonly proven: (stopped: Stopped) => void;
  ticks: number;
}

export class StopProof {
  readonly #device: Stoppable;
  #waiting: Waiting[] = [];

  constructor(device: Stoppable) {
    this.#device = device;
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Resolves after the tick whose readings prove it. */
  wait(): Promise<Stopped> {
    return new Promise((proven) => {
      this.#waiting.push({ sinceMs: this.#device.board.nowMs(), proven, ticks: 0 });
    });
  }

  /** @param sinceMs board time; what was reported before counts for nothing */
  isOff(sinceMs: number): boolean {
    const { board, readings, session } = this.#device;
    const now = session();
    if (now !== null && permissionOf(now) !== 'none') return false;
    const seen = readings();
    return isProvenOff(powerProof(board, seen, sinceMs), seen, sinceMs, board.nowMs());
  }

  /** To be called after every tick. */
  afterTick(): void {
    if (this.#waiting.length === 0) return;
    const { board, readings, sessionName } = this.#device;
    const nowMs = board.nowMs();
    const still: Waiting[] = [];
    for (const one of this.#waiting) {
      one.ticks += 1;
      const { sinceMs, ticks, proven } = one;
      if (nowMs > sinceMs && this.isOff(sinceMs)) {
        proven({ session: sessionName(), ticks, ...powerProof(board, readings(), sinceMs) });
      } else {
        still.push(one);
      }
    }
    this.#waiting = still;
  }
}
