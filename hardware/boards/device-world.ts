/** Everything that hangs on a simulated or emulated board's pins: plate, sensors, stop loop, person. */
import type { Simulation } from './board.ts';

/** What the world sees of the pins. A pin that is not driven reads as its pull-down makes it: 0. */
export interface PinReader {
  /** Mean level since the last read, 0..1. */
  duty(pin: number): number;
  level(pin: number): boolean;
  /** A pump on the board holds the relay in the modules' line; undefined where no such relay is fitted. */
  lineHeld?(): boolean;
}

export interface DeviceWorld {
  /** Runs the world to `untilMs` of board time with the pins as they are. */
  advance(untilMs: number, pins: PinReader): void;
  /**
   * The voltage at an analog input, 0..5 V, with the noise of one conversion.
   * @param atMs board time of the conversion, where the board is ahead of its world
   * @param driven whether the PWM drives at that very moment; without it, what counts is the mean over its period
   */
  analogVolts(channel: number, atMs?: number, driven?: boolean): number;
  /**
   * The level that the outside puts on an input pin; `undefined` where nothing is wired.
   * @param atMs board time of the look, where the board is ahead of its world
   */
  digitalInput(pin: number, atMs?: number): boolean | undefined;
  /** Board time after `afterMs` at which an input changes by itself next; `Infinity` where none does. */
  nextInputChangeMs?(afterMs: number): number;
  /** What the fan's tachometer shows, counted over a while. */
  fanTurnsPerS?(): number;
  readonly simulation: Simulation;
}
