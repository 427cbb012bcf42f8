/**
 * The device on a board: three thermistors, the stop loop, the bridge, the safety relay, the fan, the buzzer
 * and the status light, all through the board's pins. The shell senses, drives and makes safe through this.
 */
import type { GuardLink, GuardReading, GuardWish } from '../guard/guard-link.ts';
import type { BoardPins } from '../port/board-pins.ts';
import { AnalogChannel } from './analog-channel.ts';
import { PeltierBridge } from './bridge.ts';
import { currentAmps } from '../parts/current-sensor.ts';
import type { PinMap } from '../parts/pin-map.ts';
import { railVolts } from '../parts/rail-divider.ts';
import { ReadBack } from './read-back.ts';
import type { PinDifference } from './read-back.ts';
import { StopLoop } from './stop-loop.ts';
import { celsiusOf } from '../parts/thermistor.ts';
import type { ThermistorChannel } from '../parts/thermistor.ts';
import { witnessCelsius } from '../parts/witness-part.ts';

export const temperatureChannels = ['plateA', 'plateB', 'heatsink'] as const;
export type TemperatureChannel = (typeof temperatureChannels)[number];

export interface Sensed {
  /** Mean conversion count with its fraction, 0…1023; NaN before the first report. */
  readonly count: number;
  /** Not finite where the count means no temperature. */
  readonly celsius: number;
  /** When the newest report arrived, board time; −Infinity: never. */
  readonly atMs: number;
}

/** The two supplies behind the relay, V. */
export interface SensedRails {
  readonly coolV: number;
  readonly heatV: number;
  /** When the older of the two was reported; −Infinity: one of them never. */
  readonly atMs: number;
}

/** Through the line of the modules, A; positive while it cools. */
export interface SensedCurrent {
  readonly currentA: number;
  /** When it was reported; −Infinity: never. */
  readonly atMs: number;
}

export interface Sensing extends Readonly<Record<TemperatureChannel, Sensed>> {
  /** Null where the device has none, or its board cannot read it. */
  readonly witness: Sensed | null;
  readonly rails: SensedRails | null;
  readonly moduleCurrent: SensedCurrent | null;
  readonly fanTurnsPerS: number | null;
  readonly stopLoopClosed: boolean;
  /** What a pin does that it was not told to; null while the board's read-back agrees. */
  readonly pinsDiffer: PinDifference | null;
  /** What the guard on the board last said; null where there is none. */
  readonly guard: GuardReading | null;
}

export interface Actuation {
  /** −1 full cool … +1 full heat. */
  readonly drive: number;
  /** Bridge enabled. False is off, whatever `drive` says, and the relay opens too. */
  readonly powered: boolean;
  /** The relay in the modules' supply; open with the bridge enabled only to test that it can be. */
  readonly relayClosed: boolean;
  /** The bridge stays disabled: the relay is closed to see what stands behind it. */
  readonly bridgeOff?: boolean;
  readonly buzzer: boolean;
  readonly light: boolean;
  /** What the guard on the board is asked for after the writes; nothing where it is left out. */
  readonly guard?: GuardWish;
}

export class Device {
  readonly #board: BoardPins;
  readonly #pins: PinMap;
  readonly #channels: Record<TemperatureChannel, AnalogChannel>;
  readonly #witness: AnalogChannel | null;
  readonly #coolRail: AnalogChannel | null;
  readonly #heatRail: AnalogChannel | null;
  readonly #moduleCurrent: AnalogChannel | null;
  readonly #fanTurnsPerS: (() => number) | undefined;
  readonly #thermistors: Record<TemperatureChannel, ThermistorChannel>;
  readonly #stopLoop: StopLoop;
  readonly #bridge: PeltierBridge;
  readonly #readBack: ReadBack;
  readonly #guard: GuardLink | undefined;
  #enabled: boolean | undefined;
  #relayClosed: boolean | undefined;
  #sounding: boolean | undefined;
  #lit: boolean | undefined;

  /**
   * @param nowMs the board's monotonic clock; every report is stamped with it on arrival
   * @param guard the guard on the board, where there is one
   * @param fanTurnsPerS what the board counts of the fan's tachometer, where it does
   */
  constructor(
    board: BoardPins,
    pins: PinMap,
    thermistors: Record<TemperatureChannel, ThermistorChannel>,
    nowMs: () => number,
    guard?: GuardLink,
    fanTurnsPerS?: () => number,
  ) {
    this.#board = board;
    this.#guard = guard;
    this.#pins = pins;
    this.#thermistors = thermistors;
    for (const pin of [pins.relay, pins.fan, pins.buzzer, pins.statusLed])
      board.setMode(pin, 'output');
    this.#bridge = new PeltierBridge(board, pins);
    this.#readBack = new ReadBack(
      board,
      [pins.bridgeCool, pins.bridgeHeat],
      () => guard?.armed ?? true,
    );
    this.#stopLoop = new StopLoop(board, pins.stopLoop);
    const analog = (channel: number | null): AnalogChannel | null =>
      // A board of the first revision has no more than three inputs in use.
      channel !== null && board.hasChannel(channel)
        ? new AnalogChannel(board, channel, nowMs)
        : null;
    this.#witness = analog(pins.witness);
    this.#coolRail = analog(pins.coolRail);
    this.#heatRail = analog(pins.heatRail);
    this.#moduleCurrent = analog(pins.moduleCurrent);
    this.#fanTurnsPerS = pins.fanTach === null ? undefined : fanTurnsPerS;
    this.#channels = {
      plateA: new AnalogChannel(board, pins.plateA, nowMs),
      plateB: new AnalogChannel(board, pins.plateB, nowMs),
      heatsink: new AnalogChannel(board, pins.heatsink, nowMs),
    };
    this.allOff();
  }

  /** What the board reads besides the beads. */
  get sees(): {
    readonly witness: boolean;
    readonly rails: boolean;
    readonly moduleCurrent: boolean;
  } {
    return {
      witness: this.#witness !== null,
      rails: this.#coolRail !== null && this.#heatRail !== null,
      moduleCurrent: this.#moduleCurrent !== null,
    };
  }

  sense(): Sensing {
    return {
      plateA: this.#read('plateA'),
      plateB: this.#read('plateB'),
      heatsink: this.#read('heatsink'),
      witness: this.#readWitness(),
      rails: this.#readRails(),
      moduleCurrent: this.#readCurrent(),
      fanTurnsPerS: this.#fanTurnsPerS?.() ?? this.#guard?.reading.fanTurnsPerS ?? null,
      stopLoopClosed: this.#stopLoop.takeClosed(),
      pinsDiffer: this.#readBack.difference,
      guard: this.#guard?.reading ?? null,
    };
  }

  #read(channel: TemperatureChannel): Sensed {
    const { count, atMs } = this.#channels[channel].take();
    return { count, celsius: celsiusOf(count, this.#thermistors[channel]), atMs };
  }

  #readWitness(): Sensed | null {
    if (this.#witness === null) return null;
    const { count, atMs } = this.#witness.take();
    return { count, celsius: witnessCelsius(count), atMs };
  }

  #readRails(): SensedRails | null {
    if (this.#coolRail === null || this.#heatRail === null) return null;
    const cool = this.#coolRail.take();
    const heat = this.#heatRail.take();
    return {
      coolV: railVolts(cool.count),
      heatV: railVolts(heat.count),
      atMs: Math.min(cool.atMs, heat.atMs),
    };
  }

  #readCurrent(): SensedCurrent | null {
    if (this.#moduleCurrent === null) return null;
    const { count, atMs } = this.#moduleCurrent.take();
    return { currentA: currentAmps(count), atMs };
  }

  /** Puts a decision on the pins, and says what drive was really written. */
  actuate(wanted: Actuation, nowMs: number): number {
    const enabled = wanted.powered && wanted.bridgeOff !== true;
    if (enabled !== this.#enabled) {
      this.#enabled = enabled;
      if (!enabled) this.#bridge.off(nowMs);
    }
    const relayClosed = wanted.powered && wanted.relayClosed;
    if (relayClosed !== this.#relayClosed) {
      this.#relayClosed = relayClosed;
      this.#board.writeLevel(this.#pins.relay, relayClosed);
    }
    if (wanted.buzzer !== this.#sounding) {
      this.#sounding = wanted.buzzer;
      this.#board.writeLevel(this.#pins.buzzer, wanted.buzzer);
    }
    if (wanted.light !== this.#lit) {
      this.#lit = wanted.light;
      this.#board.writeLevel(this.#pins.statusLed, wanted.light);
    }
    const applied = this.#bridge.apply(wanted.drive, enabled, nowMs);
    this.#tellGuard(wanted.guard ?? 'rest', enabled, relayClosed);
    // After the renewal: on a guarded board only that brings to the pins what was written.
    this.#readBack.look(nowMs, (pin) => this.#bridge.written(pin));
    return applied;
  }

  /** After the writes, with the counts that were really written: the frames keep their order on the wire. */
  #tellGuard(wish: GuardWish, enabled: boolean, relayClosed: boolean): void {
    this.#guard?.act(wish, {
      coolCount: this.#bridge.written(this.#pins.bridgeCool),
      heatCount: this.#bridge.written(this.#pins.bridgeHeat),
      enabled,
      relayClosed,
    });
  }

  /**
   * Safe, at once (L8, L9): bridge disabled, both sides zero, relay open, fan on. Synchronous, needs no
   * machine, queue or record, and one write that fails does not keep the others from being tried.
   */
  allOff(): void {
    const { bridgeEnable, bridgeCool, bridgeHeat, relay, fan } = this.#pins;
    const writes = [
      () => this.#board.writeLevel(bridgeEnable, false),
      () => this.#board.writeLevel(relay, false),
      () => this.#board.writeDuty(bridgeCool, 0),
      () => this.#board.writeDuty(bridgeHeat, 0),
      () => this.#board.writeLevel(fan, false),
      () => this.#bridge.off(0),
      () => this.#guard?.disarm(),
      () => this.#readBack.forget(),
    ];
    for (const write of writes) {
      try {
        write();
      } catch {
        // A port that is gone cannot be written to; the board's own pull-downs and lease answer for that.
      }
    }
    this.#enabled = undefined;
    this.#relayClosed = undefined;
    this.#sounding = undefined;
    this.#lit = undefined;
  }
}
