/**
 * A firmware on an emulated Uno, behind the serial port code, firmata-io and Johnny-Five that a real board has. Which
 * firmware it is decides whether the board is guarded; nothing else differs (law L12).
 */
import { SerialPortStream } from '@serialport/stream';
import { boardNumbers } from '../guard/board-memory.ts';
import type { GuardLink } from '../guard/guard-link.ts';
import { Random } from '../plant/random.ts';
import type { BoardPins } from '../port/board-pins.ts';
import type { Board, BoardIdentity, BoardKind, Simulation } from './board.ts';
import type { DeviceWorld } from './device-world.ts';
import { newEeprom } from './emulator/eeprom.ts';
import { EmulatedSerialBinding } from './emulator/serial-binding.ts';
import { openFirmataLink } from '../johnny-five/firmata-link.ts';
import type { FirmataLink, LinkTime } from '../johnny-five/firmata-link.ts';
import { firmwareWords, guardBehind } from './guard-behind.ts';
import { clockJumpMs, delayMs, stallMs, withLinkFaults } from './link-faults.ts';
import { sliceMs, WiredUno } from './wired-uno.ts';

const path = '/dev/ttyEMU0';
/** Turns of the event loop that the stream may take to pass on what was written. */
const mostTurns = 8;
/** Of the bytes on a noisy cable, this part has one bit flipped. */
const garbledPart = 0.05;

export interface EmulatedBoardOptions {
  readonly kind: Extract<BoardKind, 'emulated' | 'emulated-standard'>;
  /** Flash contents of the board. */
  readonly program: Uint8Array | Uint16Array;
  readonly world: DeviceWorld;
  /** Of the noise on the cable, where there is any, and of the number that a new board is given. */
  readonly seed?: number;
  /** What the chip remembers without power; the board writes to it. A new chip's by default. */
  readonly eeprom?: Uint8Array;
}

export class EmulatedBoard implements Board {
  readonly virtual = true;
  readonly samplingIntervalMs = 25;
  readonly simulation: Simulation;
  readonly #kind: BoardKind;
  readonly #number: number;
  readonly #wired: WiredUno;
  readonly #binding: EmulatedSerialBinding;
  readonly #port: SerialPortStream;
  readonly #time: LinkTime = {
    nowMs: () => this.nowMs(),
    pass: () => this.advanceTo(this.nowMs() + 20),
  };
  #link: FirmataLink | undefined;
  #guard: GuardLink | undefined;
  #opened = false;
  #nowMs = 0;
  #clockOffsetMs = 0;
  #silentUntilMs = 0;
  #stallMs = 0;
  #onLost: (reason: string) => void = () => {};

  constructor({ kind, program, world, seed = 1, eeprom = newEeprom() }: EmulatedBoardOptions) {
    this.#kind = kind;
    this.#number = 1 + new Random(seed).split('number').below(boardNumbers - 1);
    const secondRelay = kind === 'emulated';
    this.#wired = new WiredUno({ program, world, eeprom, secondRelay });
    this.#binding = new EmulatedSerialBinding(this.#wired.uno, path);
    this.#port = new SerialPortStream({
      binding: this.#binding,
      path,
      baudRate: 57_600,
      autoOpen: false,
    });
    this.simulation = withLinkFaults(world.simulation, this.#faults(seed));
  }

  #faults(seed: number): Parameters<typeof withLinkFaults>[1] {
    const noise = new Random(seed).split('cable');
    return {
      'link-lost': () => this.#binding.unplug(),
      'link-garbled': () => {
        this.#binding.garble((byte) =>
          noise.unit() < garbledPart ? byte ^ (1 << noise.below(8)) : byte,
        );
      },
      'link-delayed': () => {
        this.#silentUntilMs = this.#nowMs + delayMs;
      },
      'host-stalled': () => {
        this.#stallMs = stallMs;
      },
      'clock-jump': () => {
        this.#clockOffsetMs += clockJumpMs;
      },
    };
  }

  get guard(): GuardLink | undefined {
    return this.#guard;
  }

  get identity(): BoardIdentity {
    return {
      kind: this.#kind,
      port: 'emulated Arduino Uno',
      firmware: firmwareWords(this.#link, this.#guard),
      guarded: this.#guard !== undefined,
      imaginary: true,
      memory: this.#guard?.memory ?? null,
    };
  }

  /** Once: a board that was closed or lost is not opened again. */
  async open(): Promise<BoardPins> {
    if (this.#opened) throw new Error('the emulated board was opened before');
    this.#opened = true;
    const link = await openFirmataLink({
      port: this.#port,
      samplingIntervalMs: this.samplingIntervalMs,
      time: this.#time,
      onLost: (reason) => this.#onLost(reason),
    });
    this.#link = link;
    this.#guard = await guardBehind(link, this.identity.port, this.#time, 1, this.#number);
    return link.pins;
  }

  nowMs(): number {
    return this.#nowMs + this.#clockOffsetMs;
  }

  /**
   * Reports are delivered at the end of the slice in which the board sent them: a stamp taken then is
   * at most one slice late, and never in the future.
   */
  async advanceTo(askedMs: number): Promise<void> {
    if (!Number.isFinite(askedMs)) throw new RangeError(`no such board time: ${askedMs}`);
    const untilMs = askedMs - this.#clockOffsetMs;
    await this.#settle();
    if (this.#stallMs > 0) await this.#runDeaf(untilMs + this.#stallMs);
    while (this.#nowMs < untilMs) {
      this.#runSlice(untilMs);
      await this.#hear();
    }
  }

  /** A host that does nothing reads nothing: the board and its world go on without it. */
  async #runDeaf(untilMs: number): Promise<void> {
    this.#stallMs = 0;
    while (this.#nowMs < untilMs) this.#runSlice(untilMs);
    await this.#hear();
  }

  #runSlice(untilMs: number): void {
    const sliceEnd = Math.min(this.#nowMs + sliceMs, untilMs);
    this.#wired.runSlice(sliceEnd);
    this.#nowMs = sliceEnd;
  }

  /** What the board has sent reaches the host; on a slow link it waits. */
  async #hear(): Promise<void> {
    if (this.#nowMs >= this.#silentUntilMs && this.#binding.deliver()) await this.#settle();
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
