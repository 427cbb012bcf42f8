/**
 * Asks the board what it really holds on the two bridge sides, and compares it with what was written. Commands and
 * answers keep their order on the wire, so an answer belongs to the last write before its question. What is read back
 * is the board's register, not the voltage at the pin: it finds lost and garbled commands and a second program on the
 * board (H27, H28), not a broken wire.
 */
import type { BoardPins } from '../port/board-pins.ts';

/** One question in so many looks: the wire has better things to do. */
const looksBetweenQuestions = 5;
/** Without an answer for this long, nobody knows what the pins do. */
const answerWithinMs = 1000;

/** What is not as it was written. The words for it are in `src/words/`. */
export type PinDifference =
  | {
      readonly kind: 'pin-differs';
      readonly pin: number;
      readonly value: number;
      readonly unit: 'count';
      readonly wrote: number;
    }
  | { readonly kind: 'pins-untold'; readonly value: number; readonly unit: 'ms' };

export class ReadBack {
  readonly #board: BoardPins;
  readonly #pins: readonly number[];
  readonly #obeys: () => boolean;
  #looks = 0;
  /** Answers to earlier ones are not heard. */
  #questions = 0;
  #next = 0;
  #askedAtMs: number | null = null;
  #silence: PinDifference | null = null;
  readonly #differences = new Map<number, PinDifference>();

  /** @param obeys whether the board does what is written; a guard that has cut the power does not, and says so */
  constructor(board: BoardPins, pins: readonly number[], obeys: () => boolean) {
    this.#board = board;
    this.#pins = pins;
    this.#obeys = obeys;
  }

  /** Called once a tick, after the writes. @param written the count last written to a pin */
  look(nowMs: number, written: (pin: number) => number): void {
    this.#looks += 1;
    if (this.#askedAtMs !== null) {
      if (nowMs - this.#askedAtMs < answerWithinMs) return;
      this.#silence = { kind: 'pins-untold', value: answerWithinMs, unit: 'ms' };
      // A question or its answer may be lost for good, as where the board has started anew: it is asked again.
      this.forget();
    }
    if (this.#looks % looksBetweenQuestions !== 0) return;
    const pin = this.#pins[this.#next % this.#pins.length];
    if (pin === undefined) return;
    this.#next += 1;
    const expected = written(pin);
    this.#askedAtMs = nowMs;
    const question = this.#questions;
    this.#board.askHeld(pin, (held) => {
      if (question !== this.#questions) return;
      this.#askedAtMs = null;
      this.#silence = null;
      this.#compare(pin, expected, held);
    });
  }

  /** An answer that is still under way is no answer any more: something was written past the order of the ticks. */
  forget(): void {
    this.#questions += 1;
    this.#askedAtMs = null;
  }

  #compare(pin: number, expected: number, held: number | undefined): void {
    this.#differences.delete(pin);
    if (held === expected || !this.#obeys()) return;
    const value = held ?? Number.NaN;
    this.#differences.set(pin, { kind: 'pin-differs', pin, value, unit: 'count', wrote: expected });
  }

  /** Until the same pin answers as it should; null while all agree. The interlock latches it, not this. */
  get difference(): PinDifference | null {
    const [first] = this.#differences.values();
    return this.#silence ?? first ?? null;
  }
}
