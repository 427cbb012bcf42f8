/** One analog input. Each count is a fresh report of the board and is stamped on arrival (L4). */
import type { BoardPins } from '../port/board-pins.ts';
import { atmega328p } from '../port/chip.ts';

export interface AnalogSample {
  /** Mean count of the reports since the last take, with its fraction; the last known one where there was none. */
  readonly count: number;
  /** When the newest report arrived, board time. −Infinity: never. */
  readonly atMs: number;
}

const { adcSteps } = atmega328p;
/** No plate moves so far between two reports, six degrees: one of them is no temperature. */
const mostBetweenReports = 64;

export class AnalogChannel {
  #sum = 0;
  #reports = 0;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = Number.NEGATIVE_INFINITY;
  #count = Number.NaN;
  #atMs = Number.NEGATIVE_INFINITY;

  constructor(board: BoardPins, channel: number, nowMs: () => number) {
    board.onCount(channel, (count) => {
      this.#sum += count;
      this.#reports += 1;
      this.#lowest = Math.min(this.#lowest, count);
      this.#highest = Math.max(this.#highest, count);
      this.#atMs = nowMs();
    });
  }

  /**
   * The reports since the last take, averaged. Where they cannot all be of one plate the one nearest to an end of the
   * scale stands: the mean of a broken wire and a temperature would be another temperature.
   */
  take(): AnalogSample {
    if (this.#reports > 0) {
      const apart = !(this.#highest - this.#lowest <= mostBetweenReports);
      this.#count = apart ? this.#extreme() : this.#sum / this.#reports;
      this.#sum = 0;
      this.#reports = 0;
      this.#lowest = Number.POSITIVE_INFINITY;
      this.#highest = Number.NEGATIVE_INFINITY;
    }
    return { count: this.#count, atMs: this.#atMs };
  }

  #extreme(): number {
    return this.#lowest < adcSteps - 1 - this.#highest ? this.#lowest : this.#highest;
  }
}
