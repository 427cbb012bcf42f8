/**
 * One analog input. Each callback is a fresh report of the board and is stamped on arrival; Johnny-Five's
 * own sensor classes repeat the last value on a timer after the link is gone, so they are not used (L4).
 */
import type { FiveBoard } from '../johnny-five.ts';
import { thermistorDivider } from './thermistor-part.ts';

export interface AnalogSample {
  /** Mean count of the reports since the last take, with its fraction; the last known one where there was none. */
  readonly count: number;
  /** When the newest report arrived, board time. −Infinity: never. */
  readonly atMs: number;
}

const { adcSteps } = thermistorDivider;
/** No plate moves so far between two reports, six degrees: one of them is no temperature. */
const mostBetweenReports = 64;

/**
 * Counts of the converter in one unit of the board's reports. The guard sends a mean with four bits of fraction, other
 * firmware whole counts; each says so in its capabilities. Not finite where the board says nothing: then no report of
 * it is a reading (L4).
 */
function countsPerUnit(resolution: unknown): number {
  const known = typeof resolution === 'number' && Number.isInteger(resolution) && resolution > 0;
  return known ? adcSteps / (resolution + 1) : Number.NaN;
}

export class AnalogChannel {
  #sum = 0;
  #reports = 0;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = Number.NEGATIVE_INFINITY;
  #count = Number.NaN;
  #atMs = Number.NEGATIVE_INFINITY;

  constructor(board: FiveBoard, channel: number, nowMs: () => number) {
    const perUnit = countsPerUnit(board.io.RESOLUTION?.ADC);
    board.analogRead(channel, (reported: number) => {
      const count = reported * perUnit;
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
