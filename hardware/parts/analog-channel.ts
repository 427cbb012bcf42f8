/**
 * One analog input. Each callback is a fresh report of the board and is stamped on arrival; Johnny-Five's
 * own sensor classes repeat the last value on a timer after the link is gone, so they are not used (L4).
 */
import type { FiveBoard } from '../johnny-five.ts';

export interface AnalogSample {
  /** Mean count of the reports since the last take; the last known one where there was none. */
  readonly count: number;
  /** When the newest report arrived, board time. −Infinity: never. */
  readonly atMs: number;
}

export class AnalogChannel {
  #sum = 0;
  #reports = 0;
  #count = Number.NaN;
  #atMs = Number.NEGATIVE_INFINITY;

  constructor(board: FiveBoard, channel: number, nowMs: () => number) {
    board.analogRead(channel, (count: number) => {
      this.#sum += count;
      this.#reports += 1;
      this.#atMs = nowMs();
    });
  }

  /** The reports since the last take, averaged: two or more conversions quieten half an LSB of noise. */
  take(): AnalogSample {
    if (this.#reports > 0) {
      this.#count = this.#sum / this.#reports;
      this.#sum = 0;
      this.#reports = 0;
    }
    return { count: this.#count, atMs: this.#atMs };
  }
}
