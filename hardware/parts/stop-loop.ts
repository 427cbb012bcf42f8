/**
 * The stop loop: a stop button and a socket for the adaptive switch of a patient who cannot press a button,
 * both normally closed, in series from the input to ground. Pressed, unplugged or broken: the loop is
 * open, the pull-up lifts the input, and that is STOP (L3). Until the board has reported a closed loop,
 * it counts as open (L4).
 */
import type { FiveBoard } from '../johnny-five.ts';

export class StopLoop {
  #closed = false;

  constructor(board: FiveBoard, pin: number) {
    board.pinMode(pin, board.io.MODES.PULLUP);
    board.digitalRead(pin, (level: number) => {
      this.#closed = level === 0;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }
}
