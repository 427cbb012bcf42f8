/**
 * The electrical side of one port: what the chip drives, what the outside puts on its inputs, and for
 * how many cycles each pin has been driven high. Levels come from the pins themselves, never from the
 * compare registers: at 0 and 255 the Arduino core disconnects the timer and leaves a stale value in
 * them. A pin that is not driven counts as low: the reference wiring pulls every drive pin down (L8).
 */
import type { AVRIOPort, CPU } from 'avr8js';

const bits = [0, 1, 2, 3, 4, 5, 6, 7] as const;

export class PinLevels {
  #cpu: CPU;
  #port: AVRIOPort;
  /** Bits of the pins that the chip drives high, and of those it drives at all. */
  #high = 0;
  #driven = 0;
  #sinceCycles = 0;
  readonly #highCycles = [0, 0, 0, 0, 0, 0, 0, 0];
  /** What the outside puts on each pin; undefined where nothing does. */
  readonly #outside: (boolean | undefined)[] = [];
  #pulledUp = 0;
  readonly #listeners: { readonly bit: number; readonly listener: () => void }[] = [];

  constructor(cpu: CPU, port: AVRIOPort) {
    this.#cpu = cpu;
    this.#port = port;
    this.attach(cpu, port);
  }

  /** Moves to the port of a chip that was just reset: nothing is driven there. */
  attach(cpu: CPU, port: AVRIOPort): void {
    this.#settle();
    this.#cpu = cpu;
    this.#port = port;
    const before = this.#high;
    this.#high = 0;
    this.#driven = 0;
    this.#pulledUp = 0;
    this.#tell(before);
    port.addListener((value) => this.#onChange(value));
    this.#outside.forEach((level, bit) => {
      if (level !== undefined) port.setPin(bit, level);
    });
  }

  /** Calls the listener whenever `isHigh` of the pin has changed. */
  onOutput(bit: number, listener: () => void): void {
    this.#listeners.push({ bit, listener });
  }

  #tell(changed: number): void {
    for (const { bit, listener } of this.#listeners) {
      if ((changed & (1 << bit)) !== 0) listener();
    }
  }

  isHigh(bit: number): boolean {
    return (this.#high & (1 << bit)) !== 0;
  }

  isDriven(bit: number): boolean {
    return (this.#driven & (1 << bit)) !== 0;
  }

  /** Cycles for which the pin has been driven high since the beginning. */
  highCycles(bit: number): number {
    this.#settle();
    return this.#highCycles[bit] ?? 0;
  }

  /** Puts a level on a pin from outside; undefined lets go of it. */
  setInput(bit: number, level: boolean | undefined): void {
    if (this.#outside[bit] === level) return;
    this.#outside[bit] = level;
    this.#port.setPin(bit, level ?? (this.#pulledUp & (1 << bit)) !== 0);
  }

  #settle(): void {
    const elapsed = this.#cpu.cycles - this.#sinceCycles;
    if (elapsed <= 0) return;
    this.#sinceCycles = this.#cpu.cycles;
    if (this.#high === 0) return;
    for (const bit of bits) {
      if (this.isHigh(bit)) this.#highCycles[bit] = (this.#highCycles[bit] ?? 0) + elapsed;
    }
  }

  /** @param value of the port: its outputs, and what its other pins are pulled to */
  #onChange(value: number): void {
    const { portConfig } = this.#port;
    const { data } = this.#cpu;
    const driven = data[portConfig.DDR] ?? 0;
    const high = value & driven;
    if (high !== this.#high || driven !== this.#driven) {
      this.#settle();
      const changed = high ^ this.#high;
      this.#high = high;
      this.#driven = driven;
      this.#tell(changed);
    }
    this.#pullUp((data[portConfig.PORT] ?? 0) & ~driven);
  }

  /** An input with its pull-up on reads high where nothing is connected. */
  #pullUp(pulledUp: number): void {
    const changed = pulledUp ^ this.#pulledUp;
    if (changed === 0) return;
    this.#pulledUp = pulledUp;
    for (const bit of bits) {
      if ((changed & (1 << bit)) !== 0 && this.#outside[bit] === undefined) {
        this.#port.setPin(bit, (pulledUp & (1 << bit)) !== 0);
      }
    }
  }
}

/** Mean level of one pin over a window that begins where the last one ended. */
export class DutyMeter {
  readonly #highCycles: () => number;
  readonly #nowCycles: () => number;
  readonly #isHigh: () => boolean;
  #windowStart: number;
  #highAtStart: number;

  constructor(highCycles: () => number, nowCycles: () => number, isHigh: () => boolean) {
    this.#highCycles = highCycles;
    this.#nowCycles = nowCycles;
    this.#isHigh = isHigh;
    this.#windowStart = nowCycles();
    this.#highAtStart = highCycles();
  }

  /** 0 … 1. A window without length reads as the level of the moment. */
  readDuty(): number {
    const now = this.#nowCycles();
    const high = this.#highCycles();
    const length = now - this.#windowStart;
    const duty = length > 0 ? (high - this.#highAtStart) / length : Number(this.#isHigh());
    this.#windowStart = now;
    this.#highAtStart = high;
    return duty;
  }
}
