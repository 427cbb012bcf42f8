/** The fan's tachometer at a digital input: the board reports each change of its level, and two pulses are a turn. */
import type { FiveBoard } from '../johnny-five.ts';

const changesPerTurn = 4;
/** So long is counted over: a fan at its least allowed speed changes the level a hundred times. */
const windowMs = 2000;

export class FanTachometer {
  readonly #nowMs: () => number;
  readonly #sinceMs: number;
  #changesAtMs: number[] = [];

  constructor(board: FiveBoard, pin: number, nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#sinceMs = nowMs();
    board.pinMode(pin, board.io.MODES.INPUT);
    board.digitalRead(pin, () => {
      this.#changesAtMs.push(nowMs());
    });
  }

  /** Null where the device has none, or its board does not read the pin. */
  static at(board: FiveBoard, pin: number | null, nowMs: () => number): FanTachometer | null {
    if (pin === null) return null;
    const modes: readonly number[] = board.io.pins[pin]?.supportedModes ?? [];
    return modes.includes(board.io.MODES.INPUT) ? new FanTachometer(board, pin, nowMs) : null;
  }

  turnsPerS(): number {
    const nowMs = this.#nowMs();
    const keptMs = Math.min(windowMs, nowMs - this.#sinceMs);
    this.#changesAtMs = this.#changesAtMs.filter((atMs) => atMs > nowMs - windowMs);
    return keptMs > 0 ? this.#changesAtMs.length / changesPerTurn / (keptMs / 1000) : 0;
  }
}
