/**
 * The stop loop: a stop button and a socket for the adaptive switch of a patient who cannot press a button,
 * both normally closed, in series from the input to ground. Pressed, unplugged or broken: the loop is
 * open, the pull-up lifts the input, and that is STOP (L3). Until the board has reported a closed loop,
 * it counts as open (L4).
 */
import type { FiveBoard } from '../johnny-five.ts';

export class StopLoop {
  #closed = false;
  /** A press may be over before anybody looks; it has been a press all the same (L3). */
  #openedSinceTaken = false;

  constructor(board: FiveBoard, pin: number) {
    inputWithPullUp(board, pin);
    board.digitalRead(pin, (level: number) => {
      this.#closed = level === 0;
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

/**
 * The pull-up is a resistor on the board: Firmata before 2.5 has no pull-up mode and ignores the wish in silence (the
 * pin would stay an output at low, and read "closed" whatever the button does), and one that is switched on by
 * writing the input high is lost at the next write to a neighbour, because Firmata writes whole ports. Where the
 * firmware has the mode, its own pull-up comes on top.
 */
function inputWithPullUp(board: FiveBoard, pin: number): void {
  const { INPUT, PULLUP } = board.io.MODES as { INPUT: number; PULLUP?: number };
  const modes: readonly number[] = board.io.pins[pin]?.supportedModes ?? [];
  board.pinMode(pin, PULLUP !== undefined && modes.includes(PULLUP) ? PULLUP : INPUT);
}
