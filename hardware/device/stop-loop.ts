/**
 * The stop loop: a stop button and a socket for the adaptive switch of a patient who cannot press a button,
 * both normally closed, in series from the input to ground. Pressed, unplugged or broken: the loop is
 * open, the pull-up lifts the input, and that is STOP (L3). Until the board has reported a closed loop,
 * it counts as open (L4).
 */
import type { BoardPins } from '../port/board-pins.ts';

export class StopLoop {
  #closed = false;
  /** A press may be over before anybody looks; it has been a press all the same (L3). */
  #openedSinceTaken = false;

  constructor(board: BoardPins, pin: number) {
    // The pull-up is a resistor on the board; the board's own, where it has one, comes on top.
    board.setMode(pin, 'inputPulledUp');
    board.onLevel(pin, (high) => {
      this.#closed = !high;
      this.#openedSinceTaken ||= !this.#closed;
    });
  }

  /** Closed now, and not opened since the last take. */
  takeClosed(): boolean {
    const closed = this.#closed && !this.#openedSinceTaken;
    this.#openedSinceTaken = false;
    return closed;
  }
}
