/** The guard firmware on the emulated Uno, with a hand on its inputs and an eye on its pins. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIntelHex } from '../../hardware/boards/emulator/intel-hex.ts';
import { newEeprom } from '../../hardware/boards/emulator/eeprom.ts';
import { Uno } from '../../hardware/boards/emulator/uno.ts';
import { guardPins } from '../../hardware/guard/board-checks.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { GuardBench } from './guard-bench.ts';
import type { Flow } from './guard-bench.ts';

export const imageIn = (folder: string): Uint8Array =>
  parseIntelHex(readFileSync(join(folder, 'contrast_guard.hex'), 'utf8'), 'contrast_guard.hex');

/** Two sides within so short a time would be both at once: a period of the PWM takes 2 ms. */
const windowMs = 4;
const pumpHoldsMs = 60;

export class UnoBench extends GuardBench {
  readonly uno: Uno;
  /** How long both sides were driven within one window, in milliseconds. Must stay zero. */
  bothSidesMs = 0;
  #closed = true;
  #tachHigh = false;
  readonly #cool;
  readonly #heat;
  readonly #pump;
  #duties = { cool: 0, heat: 0 };
  #pumpedAtMs = Number.NEGATIVE_INFINITY;

  constructor(image: Uint8Array = imageIn(firmwareFolder()), eeprom = newEeprom()) {
    super();
    this.uno = new Uno({
      program: image,
      eeprom,
      readAnalogVolts: (channel) =>
        ((this.countAt(channel, this.uno.level(pins.relay)) + 0.5) / 1024) * 5,
    });
    this.uno.onOutput(guardPins.loopDrive, () => this.#setLoop());
    this.#cool = this.uno.meter(pins.bridgeCool);
    this.#heat = this.uno.meter(pins.bridgeHeat);
    this.#pump = this.uno.meter(guardPins.pump);
    this.closeLoop(true);
  }

  get nowMs(): number {
    return this.uno.timeMs;
  }

  closeLoop(closed: boolean): void {
    this.#closed = closed;
    this.#setLoop();
  }

  /** A loop that is closed is as high as its far end. */
  #setLoop(): void {
    const pulsed = this.others.loopFollows && this.uno.level(guardPins.loopDrive);
    this.uno.setInput(pins.stopLoop, !this.#closed || pulsed);
  }

  send(bytes: readonly number[]): void {
    this.uno.send(bytes);
  }

  pass(ms: number): void {
    const until = this.nowMs + ms;
    while (this.nowMs < until) {
      this.#tachHigh = this.others.fanTurns && !this.#tachHigh;
      this.uno.setInput(pins.fanTach, this.#tachHigh);
      this.uno.runUntil(Math.min(until, this.nowMs + windowMs));
      // The meters add up every cycle: no edge escapes them.
      const [cool, heat] = [this.#cool.readDuty(), this.#heat.readDuty()];
      if (cool > 0 && heat > 0) this.bothSidesMs += windowMs;
      this.#duties = { cool: 255 * cool, heat: 255 * heat };
      const pumped = this.#pump.readDuty();
      if (pumped > 0 && pumped < 1) this.#pumpedAtMs = this.nowMs;
    }
    this.host.hear(this.uno.takeOutput());
  }

  protected get flow(): Flow {
    const { line } = this.others;
    const held = this.nowMs - this.#pumpedAtMs < pumpHoldsMs;
    const closed = line === 'welded' || (line === 'works' && held);
    const connected = closed && this.uno.level(pins.bridgeEnable) && this.uno.level(pins.relay);
    return { ...this.#duties, connected };
  }

  /** Levels of the four power pins. */
  get powered(): boolean[] {
    const { bridgeCool, bridgeHeat, bridgeEnable, relay } = pins;
    return [bridgeCool, bridgeHeat, bridgeEnable, relay].map((pin) => this.uno.level(pin));
  }

  /** Bridge disabled, relay open, both sides low, and the fan runs. */
  get safe(): boolean {
    return !this.powered.includes(true) && !this.uno.level(pins.fan);
  }
}
