/**
 * The emulated board: StandardFirmata, firmware that we did not write, on an emulated Uno, behind the
 * serial port code, firmata-io and Johnny-Five that a real board has. It is unguarded: StandardFirmata
 * drives on for ever when the host is gone (L10).
 */
import { SerialPortStream } from '@serialport/stream';
import type { FiveBoard } from '../johnny-five.ts';
import type { Board, BoardIdentity, Simulation } from './board.ts';
import type { DeviceWorld, PinReader } from './device-world.ts';
import { EmulatedSerialBinding } from './emulator/serial-binding.ts';
import { Uno } from './emulator/uno.ts';
import { openFirmataLink } from './firmata-link.ts';
import type { FirmataLink } from './firmata-link.ts';
import { withLinkFaults } from './link-faults.ts';

const path = '/dev/ttyEMU0';
/** How far board and world run apart before they see each other again. */
const sliceMs = 5;
const pinCount = 20;
/** Turns of the event loop that the stream may take to pass on what was written. */
const mostTurns = 8;

export interface EmulatedStandardBoardOptions {
  /** Flash contents of the board. */
  readonly program: Uint8Array | Uint16Array;
  readonly world: DeviceWorld;
}

export class EmulatedStandardBoard implements Board {
  readonly virtual = true;
  readonly samplingIntervalMs = 25;
  readonly simulation: Simulation;
  readonly #world: DeviceWorld;
  readonly #uno: Uno;
  readonly #pins: PinReader;
  readonly #binding: EmulatedSerialBinding;
  readonly #port: SerialPortStream;
  #link: FirmataLink | undefined;
  #opened = false;
  #nowMs = 0;
  #onLost: (reason: string) => void = () => {};

  constructor({ program, world }: EmulatedStandardBoardOptions) {
    this.#world = world;
    const uno = new Uno({ program, readAnalogVolts: (channel) => world.analogVolts(channel) });
    this.#uno = uno;
    const meters = Array.from({ length: pinCount }, (_, pin) => uno.meter(pin));
    this.#pins = {
      duty: (pin) => meters[pin]?.readDuty() ?? 0,
      level: (pin) => uno.level(pin),
    };
    this.#binding = new EmulatedSerialBinding(uno, path);
    this.#port = new SerialPortStream({
      binding: this.#binding,
      path,
      baudRate: 57_600,
      autoOpen: false,
    });
    this.simulation = withLinkFaults(world.simulation, {
      'link-lost': () => this.#binding.unplug(),
    });
  }

  get identity(): BoardIdentity {
    return {
      kind: 'emulated-standard',
      port: 'emulated Arduino Uno',
      firmware: this.#link?.firmware ?? 'unknown',
      guarded: false,
      imaginary: true,
    };
  }

  /** Once: a board that was closed or lost is not opened again. */
  async open(): Promise<FiveBoard> {
    if (this.#opened) throw new Error('the emulated board was opened before');
    this.#opened = true;
    this.#link = await openFirmataLink({
      port: this.#port,
      samplingIntervalMs: this.samplingIntervalMs,
      time: { nowMs: () => this.#nowMs, pass: () => this.advanceTo(this.#nowMs + 20) },
      onLost: (reason) => this.#onLost(reason),
    });
    return this.#link.five;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  /**
   * Reports are delivered at the end of the slice in which the board sent them: a stamp taken then is
   * at most one slice late, and never in the future.
   */
  async advanceTo(untilMs: number): Promise<void> {
    if (!Number.isFinite(untilMs)) throw new RangeError(`no such board time: ${untilMs}`);
    await this.#settle();
    while (this.#nowMs < untilMs) {
      const sliceEnd = Math.min(this.#nowMs + sliceMs, untilMs);
      this.#uno.runUntil(sliceEnd);
      this.#nowMs = sliceEnd;
      this.#world.advance(sliceEnd, this.#pins);
      for (let pin = 0; pin < pinCount; pin++) {
        this.#uno.setInput(pin, this.#world.digitalInput(pin));
      }
      if (this.#binding.deliver()) await this.#settle();
    }
  }

  /** Until the host has handled what it received, and the board has what the host wrote. */
  async #settle(): Promise<void> {
    for (let turn = 0; turn < mostTurns; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!this.#port.isOpen || this.#port.writableLength === 0) return;
    }
  }

  onLost(listener: (reason: string) => void): void {
    this.#onLost = listener;
  }

  async close(): Promise<void> {
    await this.#link?.close();
  }
}
