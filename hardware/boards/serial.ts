/** A real board on a real port. `auto` tries the ports that exist, and says why each failed. */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SerialPort } from 'serialport';
import { CompanionError, messageOf } from '../../src/errors.ts';
import type { FiveBoard } from '../johnny-five.ts';
import type { Board, BoardIdentity } from './board.ts';
import { openFirmataLink } from './firmata-link.ts';
import type { FirmataLink } from './firmata-link.ts';
import { serialPorts } from './serial-ports.ts';

const baudRate = 57_600;
const systemReset = Buffer.from([0xff]);

export class SerialBoard implements Board {
  readonly virtual = false;
  readonly samplingIntervalMs = 25;
  #choice: string;
  #link: FirmataLink | undefined;
  #port: SerialPort | undefined;
  #onLost: (reason: string) => void = () => {};

  /** @param choice a port's path, or `auto` */
  constructor(choice: string) {
    this.#choice = choice;
  }

  /** No firmware that this version knows proves a guard, so none is claimed (L10). */
  get identity(): BoardIdentity {
    return {
      kind: 'serial',
      port: this.#choice,
      firmware: this.#link?.firmware ?? 'unknown',
      guarded: false,
      imaginary: false,
    };
  }

  async open(): Promise<FiveBoard> {
    if (this.#choice !== 'auto') return this.#openPort(this.#choice);
    const failures: string[] = [];
    for (const path of serialPorts()) {
      try {
        const board = await this.#openPort(path);
        this.#choice = path;
        return board;
      } catch (thrown) {
        failures.push(messageOf(thrown));
      }
    }
    throw new CompanionError('PORT_MISSING', {
      what:
        failures.length === 0
          ? 'no serial port was found'
          : `no port answered as a board: ${failures.join(' ')}`,
      where: 'auto',
      fix: 'Plug the board in, or name its port.',
    });
  }

  async #openPort(path: string): Promise<FiveBoard> {
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    this.#port = port;
    this.#link = await openFirmataLink({
      port,
      samplingIntervalMs: this.samplingIntervalMs,
      onLost: (reason) => {
        this.#onLost(reason);
      },
    });
    return this.#link.five;
  }

  nowMs(): number {
    return performance.now();
  }

  async advanceTo(untilMs: number): Promise<void> {
    const waitMs = untilMs - this.nowMs();
    await sleep(Math.max(0, waitMs));
  }

  /** SYSTEM_RESET, one byte: Firmata sets every output low, which is off on this device. */
  emergencyOff(): void {
    const { fd } = (this.#port?.port ?? {}) as { readonly fd?: number | null };
    if (typeof fd !== 'number') return;
    try {
      writeSync(fd, systemReset);
    } catch {
      // The port is gone; the board's pull-downs and its lease have to answer for it.
    }
  }

  onLost(listener: (reason: string) => void): void {
    this.#onLost = listener;
  }

  async close(): Promise<void> {
    await this.#link?.close();
  }
}
