/**
 * The H-bridge that drives the Peltier modules (a half bridge for each leg, a PWM input for each, and the two enables tied
 * together). Independent of the drive gate above it, it keeps three promises at the pins: never both sides
 * at once, a dead time at zero before the direction changes (H12), and no fast rise. Falling is never slowed.
 *
 * Off is *enable low*. Duty 0 with enable high shorts the modules through the low sides and lets heat
 * flow back into the plate (L8).
 */
import type { BoardPins } from '../port/board-pins.ts';
import { atmega328p } from '../port/chip.ts';
import type { PinMap } from '../parts/pin-map.ts';

const { pwmFullScale } = atmega328p;

export interface BridgeLimits {
  readonly deadTimeMs: number;
  /** Largest rise of the duty's magnitude. */
  readonly riseDutyPerS: number;
}

/** 500 ms at zero before a reversal; one second from nothing to full. */
export const bridgeLimits: BridgeLimits = { deadTimeMs: 500, riseDutyPerS: 1 };

export interface BridgeState {
  /** Signed PWM count: positive heats, negative cools. */
  readonly count: number;
  /** The last direction driven: 1, −1, or 0 for none yet. */
  readonly direction: number;
  /** Since when the count is zero. −Infinity: always. */
  readonly zeroSinceMs: number;
  readonly atMs: number;
}

export const bridgeAtRest: BridgeState = {
  count: 0,
  direction: 0,
  zeroSinceMs: Number.NEGATIVE_INFINITY,
  atMs: Number.NEGATIVE_INFINITY,
};

/** The next state for a wanted drive of −1 (full cool) … +1 (full heat). Anything not finite is zero. */
export function nextBridgeState(
  state: BridgeState,
  drive: number,
  nowMs: number,
  limits: BridgeLimits = bridgeLimits,
): BridgeState {
  const wanted = Number.isFinite(drive)
    ? Math.trunc(Math.max(-1, Math.min(1, drive)) * pwmFullScale)
    : 0;
  const direction = Math.sign(wanted);
  const reverses = direction !== 0 && state.direction !== 0 && direction !== state.direction;
  const rested = state.count === 0 && nowMs - state.zeroSinceMs >= limits.deadTimeMs;
  if (direction === 0 || (reverses && !rested)) {
    const zeroSinceMs = state.count === 0 ? state.zeroSinceMs : nowMs;
    return { count: 0, direction: state.direction, zeroSinceMs, atMs: nowMs };
  }
  // The first step of all has nothing to rise from.
  const elapsedMs = Number.isFinite(state.atMs) ? nowMs - state.atMs : 0;
  const elapsedS = Math.min(0.25, Math.max(0, elapsedMs / 1000));
  // Half a count is added so that the steps of a steady tick add up to the whole rise.
  const room = Math.floor(elapsedS * limits.riseDutyPerS * pwmFullScale + 0.5);
  const magnitude = Math.min(Math.abs(wanted), Math.abs(state.count) + room);
  return { count: direction * magnitude, direction, zeroSinceMs: nowMs, atMs: nowMs };
}

export class PeltierBridge {
  readonly #board: BoardPins;
  readonly #pins: PinMap;
  #state: BridgeState = bridgeAtRest;

  constructor(board: BoardPins, pins: PinMap) {
    this.#board = board;
    this.#pins = pins;
    board.setMode(pins.bridgeEnable, 'output');
    board.setMode(pins.bridgeCool, 'pwm');
    board.setMode(pins.bridgeHeat, 'pwm');
    this.off(0);
  }

  /** Drives, and says what it really put on the pins, −1 … +1. `enabled` false is off. */
  apply(drive: number, enabled: boolean, nowMs: number): number {
    if (!enabled) {
      this.off(nowMs);
      return 0;
    }
    this.#state = nextBridgeState(this.#state, drive, nowMs);
    const { count } = this.#state;
    // The side that falls silent is written first: both sides are never on together.
    if (count >= 0) {
      this.#board.writeDuty(this.#pins.bridgeCool, 0);
      this.#board.writeDuty(this.#pins.bridgeHeat, count);
    } else {
      this.#board.writeDuty(this.#pins.bridgeHeat, 0);
      this.#board.writeDuty(this.#pins.bridgeCool, -count);
    }
    this.#board.writeLevel(this.#pins.bridgeEnable, true);
    return count / pwmFullScale;
  }

  /** The PWM count last written to one of the two sides. */
  written(pin: number): number {
    const { count } = this.#state;
    return pin === this.#pins.bridgeHeat ? Math.max(0, count) : Math.max(0, -count);
  }

  /** Enable low first: that alone opens the bridge. */
  off(nowMs: number): void {
    this.#board.writeLevel(this.#pins.bridgeEnable, false);
    this.#board.writeDuty(this.#pins.bridgeCool, 0);
    this.#board.writeDuty(this.#pins.bridgeHeat, 0);
    this.#state = nextBridgeState(this.#state, 0, nowMs);
  }
}
