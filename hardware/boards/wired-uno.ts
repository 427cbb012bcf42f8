/** An emulated Uno with a world on its pins: who asks whom for what, whatever stands behind its serial line. */
import { guardPins } from '../guard/board-checks.ts';
import { defaultPinMap } from '../parts/pin-map.ts';
import type { DeviceWorld, PinReader } from './device-world.ts';
import { Uno } from './emulator/uno.ts';

const { bridgeCool, bridgeHeat, stopLoop } = defaultPinMap;
/** How far board and world run apart before they see each other again. */
export const sliceMs = 5;
const pinCount = 20;

export interface WiredUnoOptions {
  /** Flash contents of the board. */
  readonly program: Uint8Array | Uint16Array;
  readonly world: DeviceWorld;
  /** What the chip remembers without power; the board writes to it. */
  readonly eeprom?: Uint8Array | undefined;
}

export class WiredUno {
  readonly uno: Uno;
  readonly #world: DeviceWorld;
  readonly #pins: PinReader;

  constructor({ program, world, eeprom }: WiredUnoOptions) {
    const readAnalogVolts = (channel: number): number =>
      world.analogVolts(channel, uno.timeMs, uno.level(bridgeCool) || uno.level(bridgeHeat));
    const uno = new Uno({ program, readAnalogVolts, ...(eeprom === undefined ? {} : { eeprom }) });
    this.uno = uno;
    this.#world = world;
    uno.onOutput(guardPins.loopDrive, () => this.#setInput(stopLoop));
    const meters = Array.from({ length: pinCount }, (_, pin) => uno.meter(pin));
    this.#pins = {
      duty: (pin) => meters[pin]?.readDuty() ?? 0,
      level: (pin) => uno.level(pin),
    };
  }

  /** First the board to the end of a slice, then its world after it. */
  runSlice(endMs: number): void {
    this.uno.runUntil(endMs);
    this.#world.advance(endMs, this.#pins);
    for (let pin = 0; pin < pinCount; pin++) this.#setInput(pin);
  }

  /** What is wired to a pin; a stop loop that is closed is as high as the pin at its far end. */
  #setInput(pin: number): void {
    const level = this.#world.digitalInput(pin, this.uno.timeMs);
    const pulsed = pin === stopLoop && level === false && this.uno.level(guardPins.loopDrive);
    this.uno.setInput(pin, pulsed || level);
  }
}
