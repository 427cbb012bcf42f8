/**
 * An Arduino Uno on its own clock: runs an unmodified program for its ATmega328P and shows it only
 * pins, volts and serial bytes.
 *
 * Not modelled: the bootloader and its dwell, the USB-serial chip's buffering, ADC noise, a changed
 * system clock prescaler. Fast PWM (pins 5, 6) gives n/256 where silicon gives (n + 1)/256.
 */
import { avrInstruction } from 'avr8js';
import type { ResetCause } from './atmega328p.ts';
import { Atmega328p, cpuHz } from './atmega328p.ts';
import { Eeprom, newEeprom } from './eeprom.ts';
import { FastRunner } from './fast-runner.ts';
import { flashWords } from './machine.ts';
import { DutyMeter, PinLevels } from './pin-levels.ts';

const cyclesPerMs = cpuHz / 1000;
const nothing = new Uint8Array(0);

export interface UnoOptions {
  /** Flash contents: words, or bytes in Intel order (low byte first). */
  readonly program: Uint16Array | Uint8Array;
  /**
   * Volts at A0 … A7 and, 14 and 15, of the chip's own reference and ground; of a converter whose full scale is 5 V. Asked
   * when a conversion starts.
   */
  readonly readAnalogVolts: (channel: number) => number;
  /** False runs plain avr8js, which is far slower: the yardstick. True by default. */
  readonly accelerated?: boolean;
  /** Outlives every reset and loss of power; the program writes to it. A new chip's by default. */
  readonly eeprom?: Uint8Array;
}

export class Uno {
  readonly #flash: Uint16Array;
  readonly #accelerated: boolean;
  readonly #readAnalogVolts: (channel: number) => number;
  readonly #eeprom: Eeprom;
  readonly #pins: Record<'B' | 'C' | 'D', PinLevels>;
  readonly #resets: Record<ResetCause, number> = { 'power-on': 1, external: 0, watchdog: 0 };
  #chip: Atmega328p;
  #runner: { run(targetCycles: number): void };
  #toReceive: number[] = [];
  #sent: number[] = [];

  constructor(options: UnoOptions) {
    const { program, accelerated = true, eeprom = newEeprom() } = options;
    this.#flash = flashFrom(program);
    this.#accelerated = accelerated;
    this.#readAnalogVolts = options.readAnalogVolts;
    this.#eeprom = new Eeprom(eeprom);
    this.#chip = this.#newChip('power-on');
    this.#runner = this.#newRunner();
    const { cpu, ports } = this.#chip;
    this.#pins = {
      B: new PinLevels(cpu, ports.B),
      C: new PinLevels(cpu, ports.C),
      D: new PinLevels(cpu, ports.D),
    };
  }

  /** Emulated time since power-on, in milliseconds. */
  get timeMs(): number {
    return this.#chip.cpu.cycles / cyclesPerMs;
  }

  /** How often the chip was reset, by cause. */
  get resets(): Readonly<Record<ResetCause, number>> {
    return this.#resets;
  }

  /** How many bytes of the EEPROM the program has written: each cell bears 100,000. */
  get eepromWrites(): number {
    return this.#eeprom.writes;
  }

  /** Baud rate that the program has set, in bits per second. */
  get baudRate(): number {
    return this.#chip.usart.baudRate;
  }

  /** Runs to `untilMs` of emulated time; overshoots by less than one instruction. */
  runUntil(untilMs: number): void {
    const target = untilMs * cyclesPerMs;
    while (this.#chip.cpu.cycles < target) {
      this.#runner.run(target);
      if (this.#chip.watchdogFired) this.reset('watchdog');
    }
  }

  /** Puts bytes on the serial line: they arrive one after the other, each in its own time. */
  send(bytes: Iterable<number>): void {
    this.#toReceive.push(...bytes);
    this.#feedReceiver();
  }

  /** Bytes that the program has sent since the last call. */
  takeOutput(): Uint8Array {
    if (this.#sent.length === 0) return nothing;
    const taken = Uint8Array.from(this.#sent);
    this.#sent = [];
    return taken;
  }

  /** A new meter for the mean level of a pin (0 … 19); its first window starts now. */
  meter(pin: number): DutyMeter {
    const { port, bit } = this.#locate(pin);
    return new DutyMeter(
      () => port.highCycles(bit),
      () => this.#chip.cpu.cycles,
      () => port.isHigh(bit),
    );
  }

  /** The pin is driven high now. False where it is not driven. */
  level(pin: number): boolean {
    const { port, bit } = this.#locate(pin);
    return port.isHigh(bit);
  }

  /** Calls the listener whenever the level of what the chip drives there has changed. */
  onOutput(pin: number, listener: () => void): void {
    const { port, bit } = this.#locate(pin);
    port.onOutput(bit, listener);
  }

  /** The chip drives the pin, high or low; else it is high-impedance. */
  isDriven(pin: number): boolean {
    const { port, bit } = this.#locate(pin);
    return port.isDriven(bit);
  }

  /** Puts a level on a pin from outside; undefined leaves it open (a pull-up then makes it high). */
  setInput(pin: number, level: boolean | undefined): void {
    const { port, bit } = this.#locate(pin);
    port.setInput(bit, level);
  }

  /** Resets the chip: all pins high-impedance, timers stopped, program from the start. */
  reset(cause: ResetCause): void {
    this.#resets[cause]++;
    this.#toReceive = [];
    this.#chip = this.#newChip(cause, this.#chip);
    this.#runner = this.#newRunner();
    const { cpu, ports } = this.#chip;
    this.#pins.B.attach(cpu, ports.B);
    this.#pins.C.attach(cpu, ports.C);
    this.#pins.D.attach(cpu, ports.D);
  }

  #newChip(cause: ResetCause, before?: Atmega328p): Atmega328p {
    const chip = new Atmega328p(
      {
        flash: this.#flash,
        eeprom: this.#eeprom,
        readAnalogVolts: this.#readAnalogVolts,
        onSerialByte: (byte) => this.#sent.push(byte),
        accelerated: this.#accelerated,
      },
      cause,
      before,
    );
    chip.usart.onRxComplete = () => this.#feedReceiver();
    return chip;
  }

  #newRunner(): { run(targetCycles: number): void } {
    const chip = this.#chip;
    if (chip.memory !== undefined) return new FastRunner(chip, this.#flash, chip.memory);
    return {
      run(targetCycles) {
        const { cpu } = chip;
        while (cpu.cycles < targetCycles && !chip.watchdogFired) {
          avrInstruction(cpu);
          cpu.tick();
        }
      },
    };
  }

  /** A byte that reaches a receiver that is off is lost. */
  #feedReceiver(): void {
    const { usart } = this.#chip;
    if (!usart.rxEnable) this.#toReceive = [];
    const [next] = this.#toReceive;
    if (next === undefined || usart.rxBusy) return;
    this.#toReceive.shift();
    usart.writeByte(next);
  }

  #locate(pin: number): { port: PinLevels; bit: number } {
    if (!Number.isInteger(pin) || pin < 0 || pin > 19) {
      throw new RangeError(`An Uno has pins 0 to 19, not ${pin}`);
    }
    if (pin < 8) return { port: this.#pins.D, bit: pin };
    return pin < 14 ? { port: this.#pins.B, bit: pin - 8 } : { port: this.#pins.C, bit: pin - 14 };
  }
}

function flashFrom(program: Uint16Array | Uint8Array): Uint16Array {
  const flash = new Uint16Array(flashWords).fill(0xffff);
  if (program instanceof Uint16Array) {
    flash.set(program);
  } else {
    new Uint8Array(flash.buffer).set(program);
  }
  return flash;
}
