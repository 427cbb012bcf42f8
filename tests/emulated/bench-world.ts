/** A bench instead of a device: volts and levels are set by hand, duties are read from the pins. */
import type { PinTruth } from '../../hardware/boards/board.ts';
import type { DeviceWorld, PinReader } from '../../hardware/boards/device-world.ts';

/** Nothing energised, and the fan runs. */
export const pinsAtRest: PinTruth = {
  untilMs: 0,
  coolDuty: 0,
  heatDuty: 0,
  bridgeEnabled: false,
  relayClosed: false,
  fanRunning: true,
};

/** Nothing happens on a bench; a board adds the faults of its link. */
export const stillSimulation = {
  truth: () => ({
    plateC: 20,
    hottestC: 20,
    coldestC: 20,
    heatsinkC: 20,
    skinSurfaceC: 33,
    coolRailV: 0,
    heatRailV: 0,
  }),
  setContact: () => {},
  setStopPressed: () => {},
  pins: () => pinsAtRest,
  injectFault: () => {},
  clearFault: () => {},
};

const watchedPins = [3, 5, 6, 9, 10, 11] as const;

export class BenchWorld implements DeviceWorld {
  readonly volts = [0, 0, 0, 0, 0, 0];
  /** Levels that the outside puts on pins; a pin that is not here is open. */
  readonly levels = new Map<number, boolean>();
  readonly simulation = stillSimulation;
  #nowMs = 0;
  #windowMs = 0;
  readonly #high = new Map<number, number>();

  advance(untilMs: number, pins: PinReader): void {
    const elapsed = untilMs - this.#nowMs;
    for (const pin of watchedPins) {
      this.#high.set(pin, (this.#high.get(pin) ?? 0) + pins.duty(pin) * elapsed);
    }
    this.#windowMs += elapsed;
    this.#nowMs = untilMs;
  }

  /** Mean level of each watched pin since the last call. */
  takeDuties(): ReadonlyMap<number, number> {
    const duties = new Map<number, number>();
    for (const [pin, high] of this.#high) duties.set(pin, high / this.#windowMs);
    this.#high.clear();
    this.#windowMs = 0;
    return duties;
  }

  analogVolts(channel: number): number {
    return this.volts[channel] ?? 0;
  }

  digitalInput(pin: number): boolean | undefined {
    return this.levels.get(pin);
  }
}
