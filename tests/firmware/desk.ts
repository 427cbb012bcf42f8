/**
 * A desk with a chip that runs the committed image, and the second host: all that is given to the board is recorded with its
 * time, so that another chip can be given it in just the same way.
 */
import { Uno } from '../../hardware/boards/emulator/uno.ts';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { reasonNames, SecondHost, writes } from './second-host.ts';
import type { Drive } from './second-host.ts';
import { imageIn } from './uno-bench.ts';

/** 17 · 16 · 10 cycles. */
export const byteMs = 0.17;
const cyclesPerMs = 16_000;
const passMs = 2.048;
/** A pass begins a half millisecond later than this; whatever has ended by now is read by that one, on a slower line too. */
const betweenPassesMs = 1.7;

/** What hangs on the board: counts at A0 … A7, and the stop loop. */
export interface Inputs {
  readonly counts: readonly number[];
  readonly loopOpen: boolean;
}

/** A chip with the committed image, and the ears of its host. */
export interface Chip {
  runTo(ms: number): void;
  /** They arrive one after the other, which takes its time. */
  send(bytes: readonly number[]): void;
  set(inputs: Inputs): void;
}
export type Hear = (byte: number, atMs: number) => void;

/** Of the emulator of this project. */
export class EmulatedChip implements Chip {
  readonly #uno: Uno;
  readonly #hear: Hear;
  #inputs: Inputs = { counts: [], loopOpen: false };

  constructor(hear: Hear) {
    this.#hear = hear;
    this.#uno = new Uno({
      program: imageIn(firmwareFolder()),
      readAnalogVolts: (channel) => {
        if (channel === 14) return 1.1;
        const count = this.#inputs.counts[channel];
        return count === undefined ? 0 : ((count + 0.5) / 1024) * 5;
      },
    });
  }

  runTo(ms: number): void {
    // To the last cycle before it: what lies between two cycles is never reached.
    const untilMs = Math.floor(ms * cyclesPerMs) / cyclesPerMs;
    while (this.#uno.timeMs < untilMs) {
      this.#uno.runUntil(Math.min(untilMs, this.#uno.timeMs + byteMs));
      for (const byte of this.#uno.takeOutput()) this.#hear(byte, this.#uno.timeMs);
    }
  }

  send(bytes: readonly number[]): void {
    const untilMs = this.#uno.timeMs + bytes.length * byteMs;
    this.#uno.send(bytes);
    this.runTo(untilMs);
  }

  set(inputs: Inputs): void {
    this.#inputs = inputs;
    this.#uno.setInput(2, inputs.loopOpen);
  }
}

export type Event =
  | { readonly atMs: number; readonly bytes: readonly number[] }
  | { readonly atMs: number; readonly inputs: Inputs };

/** Gives a chip what another one was given, at the same times. */
export function replay(events: readonly Event[], chip: Chip, untilMs: number): void {
  for (const event of events) {
    chip.runTo(event.atMs);
    if ('bytes' in event) chip.send(event.bytes);
    else chip.set(event.inputs);
  }
  chip.runTo(untilMs);
}

const roomTemperature: Inputs = { counts: [512, 512, 512, 512, 0, 0, 512, 327], loopOpen: false };

/** Where somebody sits, has a board and a host, and writes down all that is given to the board. */
export class Desk {
  readonly host = new SecondHost();
  readonly events: Event[] = [];
  nowMs = 0;
  readonly #chip: Chip;
  #inputs = roomTemperature;

  constructor(makeChip: (hear: Hear) => Chip) {
    this.#chip = makeChip((byte, atMs) => this.host.hear(byte, atMs));
    this.set({});
  }

  /**
   * A pass has ended when the last byte has come, and the next one has not begun. One message at a time: a pass might read a
   * part of several, and on a slower line another part.
   */
  send(bytes: readonly number[]): void {
    const lengthMs = bytes.length * byteMs;
    const endsIn = Math.ceil((this.nowMs + lengthMs - betweenPassesMs) / passMs);
    this.#runTo(endsIn * passMs + betweenPassesMs - lengthMs);
    this.events.push({ atMs: this.nowMs, bytes });
    this.#chip.send(bytes);
    this.nowMs += lengthMs;
  }

  set(change: Partial<Inputs>): void {
    this.#inputs = { ...this.#inputs, ...change };
    this.events.push({ atMs: this.nowMs, inputs: this.#inputs });
    this.#chip.set(this.#inputs);
  }

  wait(ms: number): void {
    this.#runTo(this.nowMs + ms);
  }

  #runTo(ms: number): void {
    this.#chip.runTo(ms);
    this.nowMs = ms;
  }

  /** Bead A reads this. */
  plateA(count: number): void {
    this.set({ counts: roomTemperature.counts.with(0, count) });
  }

  stage({ cool = 0, heat = 0, switches = cool + heat > 0 ? 3 : 0 }: Drive): void {
    this.send(writes.relay((switches & 2) !== 0));
    this.send(writes.enable((switches & 1) !== 0));
    this.send(writes.cool(cool));
    this.send(writes.heat(heat));
  }

  /** Staged, and renewed twenty times a second for so long. */
  drive(drive: Drive, ms: number): void {
    const untilMs = this.nowMs + ms;
    this.stage(drive);
    while (this.nowMs < untilMs) {
      this.send(this.host.renew(drive));
      this.wait(50);
    }
  }

  arm(): void {
    this.send(this.host.arm());
    this.wait(10);
  }

  clear(reason: string): void {
    this.send(this.host.frame('clear', { reason: reasonNames.indexOf(reason) }));
    this.wait(10);
  }

  /** Cleared after the newest trip, and armed again. */
  rearm(): void {
    this.stage({});
    this.clear(this.host.reason);
    this.arm();
  }
}
