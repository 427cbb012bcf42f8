/**
 * What this device needs of a board's pins: seven verbs, and nothing of who speaks to the board. Johnny-Five is behind them
 * in `hardware/johnny-five/`; another way to a board implements the same seven.
 */

/** `inputPulledUp` where the board can pull up by itself; a plain input where it cannot, for the resistor outside. */
export type PinMode = 'output' | 'pwm' | 'input' | 'inputPulledUp';

export interface BoardPins {
  setMode(pin: number, mode: PinMode): void;
  writeLevel(pin: number, high: boolean): void;
  /** @param count of the steps of the board's PWM, 0 is off */
  writeDuty(pin: number, count: number): void;
  /** The present level with the next report, then every change. */
  onLevel(pin: number, listener: (high: boolean) => void): void;
  /**
   * Every report of an analog channel, each a fresh one of the board.
   * @param listener is given converter counts, with their fraction where the board sends one; not finite where the board
   *   does not say what its numbers mean
   */
  onCount(channel: number, listener: (count: number) => void): void;
  /** Asks what a pin's register holds; the answer may never come, and its value may be missing. */
  askHeld(pin: number, answered: (held: number | undefined) => void): void;
  /** By the board's own word. */
  hasChannel(channel: number): boolean;
}
