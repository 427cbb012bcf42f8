/**
 * The one small interface behind which every board stands (L12: the same code runs on simulated,
 * emulated and real boards; only the board differs).
 */
import type { BoardMemory } from '../guard/board-memory.ts';
import type { GuardLink } from '../guard/guard-link.ts';
import type { BoardPins } from '../port/board-pins.ts';

export const boardKinds = ['simulated', 'emulated', 'emulated-standard', 'serial'] as const;
export type BoardKind = (typeof boardKinds)[number];

export interface BoardIdentity {
  readonly kind: BoardKind;
  /** For a person: `simulated device`, `/dev/serial/by-id/…`. */
  readonly port: string;
  /** Name and version that the firmware reports, as it reports them. */
  readonly firmware: string;
  /** The board proves that it drops all power by itself (L5, L10). */
  readonly guarded: boolean;
  /** No person can be on it: simulated and emulated boards. */
  readonly imaginary: boolean;
  /** What it remembers without power, its number first; null: it has no memory. */
  readonly memory: BoardMemory | null;
}

/** What really happened on the plate: known only where the plate is simulated. */
export interface PlantTruth {
  /** The mean of its two halves, the warmer one, and the colder one. */
  readonly plateC: number;
  readonly hottestC: number;
  readonly coldestC: number;
  readonly heatsinkC: number;
  readonly skinSurfaceC: number;
  /** Behind the relay, whatever the relay was told. */
  readonly coolRailV: number;
  readonly heatRailV: number;
}

/** What the pins have had since the device's world was advanced last: what power there really was. */
export interface PinTruth {
  /** The world's own time until which they had it, ms. */
  readonly untilMs: number;
  /** Mean level of each bridge side, 0…1. */
  readonly coolDuty: number;
  readonly heatDuty: number;
  readonly bridgeEnabled: boolean;
  readonly relayClosed: boolean;
  readonly fanRunning: boolean;
}

/** What a person at a simulated or emulated device can do, and what a test can see. */
export interface Simulation {
  /** The plate's own truth, now. */
  truth(): PlantTruth;
  pins(): PinTruth;
  /** Lays the plate on the skin, or takes it off. */
  setContact(onSkin: boolean): void;
  /**
   * Opens (pressed) or closes (released) the stop loop.
   * @param forMs a press that is let go after so long; without it, it stays
   */
  setStopPressed(pressed: boolean, forMs?: number): void;
  /**
   * Lets a fault of the catalogue happen, now.
   * @param size share of what the catalogue says, above 0 and at most 1
   */
  injectFault(id: string, size?: number): void;
  /** Puts a fault right, if it can be; a cable that was pulled stays pulled. */
  clearFault(id: string): void;
}

export interface Board {
  /** Opens the board. Resolves when its pins may be used. Rejects with a `CompanionError`. */
  open(): Promise<BoardPins>;
  /** Known once `open` has resolved. */
  readonly identity: BoardIdentity;
  /** The guard on the board, where there is one. Known once `open` has resolved. */
  readonly guard?: GuardLink | undefined;
  /** What the board has counted of the fan's tachometer; absent where it counts nothing. */
  fanTurnsPerS?(): number;
  /** Milliseconds between two analog reports of one channel. */
  readonly samplingIntervalMs: number;
  /** Monotonic time of the board's own world, in milliseconds. Never steps back. */
  nowMs(): number;
  /**
   * Lets the board's world run until `untilMs`, delivering every report on the way. On a virtual
   * board that takes as long as the computation takes; on a real one it waits.
   */
  advanceTo(untilMs: number): void | Promise<void>;
  /** The world's time may run faster than the wall clock. */
  readonly virtual: boolean;
  /** Called once, with the reason in words, when the link to the board is gone. */
  onLost(listener: (reason: string) => void): void;
  /** Present on simulated and emulated boards only. */
  readonly simulation?: Simulation;
  /**
   * Tells the board itself to switch everything off, without the event loop (L9). Present where bytes can be written
   * at once; never throws.
   */
  emergencyOff?(): void;
  /** Releases port, timers and emulator. Does not switch anything off: that is done before. */
  close(): Promise<void>;
}
