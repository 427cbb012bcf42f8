/**
 * A real board on a real port. `auto` tries the ports that exist, and says why each failed. Where more than one answers,
 * nobody but a person knows which plate is meant.
 */
import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SerialPort } from 'serialport';
import { CompanionError, messageOf } from '../../src/errors.ts';
import { boardNumbers } from '../guard/board-memory.ts';
import type { GuardLink } from '../guard/guard-link.ts';
import { openFirmataLink, wallClock } from '../johnny-five/firmata-link.ts';
import type { FirmataLink } from '../johnny-five/firmata-link.ts';
import type { Board, BoardIdentity } from './board.ts';
import type { BoardPins } from '../port/board-pins.ts';
import { firmwareWords, guardBehind } from './guard-behind.ts';
import { serialPorts, stableNameOf } from './serial-ports.ts';

const baudRate = 57_600;
/** A guard answers the question that carried the same number of 14 bits. */
const nonces = 1 << 14;
/** What waits in adapter and system when a port is opened arrives within this. No board has booted so soon. */
const drainMs = 150;
const systemReset = Buffer.from([0xff]);

export interface SerialOptions {
  /** Where the system lists its devices. */
  readonly devices?: string;
  /** How long a board may take to describe itself, in milliseconds. */
  readonly patienceMs?: number;
}

/** A board that has told what it is. */
interface Answering {
  readonly path: string;
  readonly port: SerialPort;
  readonly link: FirmataLink;
  readonly guard: GuardLink | undefined;
}

function severalAnswered(answered: readonly Answering[]): CompanionError {
  const list = answered.map(({ path, link, guard }) => {
    const number = guard?.memory?.number;
    const device = number === undefined || number === null ? '' : `, device number ${number}`;
    return `${path} (${firmwareWords(link, guard)}${device})`;
  });
  return new CompanionError('BOARD_AMBIGUOUS', {
    what: `${answered.length} boards answered: ${list.join(', ')}`,
    where: 'auto',
    fix: 'Name the one whose plate is meant, as in --board PORT, or unplug the others. Where two share a name, use /dev/serial/by-path.',
  });
}

export class SerialBoard implements Board {
  readonly virtual = false;
  readonly samplingIntervalMs = 25;
  #choice: string;
  readonly #devices: string;
  readonly #patience: { readonly patienceMs?: number };
  #link: FirmataLink | undefined;
  #guard: GuardLink | undefined;
  #port: SerialPort | undefined;
  #onLost: (reason: string) => void = () => {};

  /** @param choice a port's path, or `auto` */
  constructor(choice: string, { devices = '/dev', patienceMs }: SerialOptions = {}) {
    this.#choice = choice;
    this.#devices = devices;
    this.#patience = patienceMs === undefined ? {} : { patienceMs };
  }

  get guard(): GuardLink | undefined {
    return this.#guard;
  }

  /** Guarded is what has proven it, by the exchange of frames (L10). */
  get identity(): BoardIdentity {
    return {
      kind: 'serial',
      port: stableNameOf(this.#choice, this.#devices),
      firmware: firmwareWords(this.#link, this.#guard),
      guarded: this.#guard !== undefined,
      imaginary: false,
      memory: this.#guard?.memory ?? null,
    };
  }

  async open(): Promise<BoardPins> {
    if (this.#choice !== 'auto') return this.#openPort(this.#choice);
    const failures: string[] = [];
    const answered: Answering[] = [];
    for (const path of serialPorts(this.#devices)) {
      try {
        answered.push(await this.#answering(path));
      } catch (thrown) {
        failures.push(messageOf(thrown));
      }
    }
    const [first, ...more] = answered;
    if (more.length > 0) {
      for (const { link } of answered) await link.close();
      throw severalAnswered(answered);
    }
    if (first !== undefined) {
      this.#choice = first.path;
      return this.#take(first);
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

  async #openPort(path: string): Promise<BoardPins> {
    return this.#take(await this.#answering(path));
  }

  #take({ port, link, guard }: Answering): BoardPins {
    this.#port = port;
    this.#guard = guard;
    this.#link = link;
    return link.pins;
  }

  async #answering(path: string): Promise<Answering> {
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    const link = await openFirmataLink({
      port,
      samplingIntervalMs: this.samplingIntervalMs,
      ...this.#patience,
      drain: () => sleep(drainMs),
      onLost: (reason) => {
        this.#onLost(reason);
      },
    });
    try {
      return {
        path,
        port,
        link,
        guard: await guardBehind(
          link,
          path,
          wallClock,
          randomInt(nonces),
          randomInt(1, boardNumbers),
        ),
      };
    } catch (thrown) {
      await link.close();
      throw thrown;
    }
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
