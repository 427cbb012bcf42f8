/** An emulated Uno with a world on its pins: who asks whom for what, whatever stands behind its serial line. */
import { guardPins } from '../guard/board-checks.ts';
import { defaultPinMap } from '../parts/pin-map.ts';
import type { DeviceWorld, PinReader } from './device-world.ts';
import { Uno } from './emulator/uno.ts';

const { bridgeCool, bridgeHeat, stopLoop } = defaultPinMap;
/** How far board and world run apart before they see each other again. */
export const sliceMs = 5;
const pinCount = 20;
/** Without a pulse the charge of the pump holds the second relay for so long. */
const pumpHoldsMs = 60;

export interface WiredUnoOptions {
  /** Flash contents of the board. */
  readonly program: Uint8Array | Uint16Array;
  readonly world: DeviceWorld;
  /** What the chip remembers without power; the board writes to it. */
  readonly eeprom?: Uint8Array | undefined;
  /** A relay in the modules' line hangs on the pump's pin. A firmware that pumps nothing has none. */
  readonly secondRelay: boolean;
}

export class WiredUno {
  readonly uno: Uno;
  readonly #world: DeviceWorld;
  readonly #pins: PinReader;
  readonly #pumpDuty: () => number;
  #pumpedAtMs = Number.NEGATIVE_INFINITY;

  constructor({ program, world, eeprom, secondRelay }: WiredUnoOptions) {
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
      ...(secondRelay ? { lineHeld: () => this.#lineHeld() } : {}),
    };
    const pump = uno.meter(guardPins.pump);
    this.#pumpDuty = () => pump.readDuty();
  }

  /** First the board to the end of a slice, then its world after it. */
  runSlice(endMs: number): void {
    this.uno.runUntil(endMs);
    const pumped = this.#pumpDuty();
    // Only what toggles passes the capacitor.
    if (pumped > 0 && pumped < 1) this.#pumpedAtMs = endMs;
    this.#world.advance(endMs, this.#pins);
    for (let pin = 0; pin < pinCount; pin++) this.#setInput(pin);
  }

  #lineHeld(): boolean {
    return this.uno.timeMs - this.#pumpedAtMs < pumpHoldsMs;
  }

  /** What is wired to a pin; a stop loop that is closed is as high as the pin at its far end. */
  #setInput(pin: number): void {
    const level = this.#world.digitalInput(pin, this.uno.timeMs);
    const pulsed = pin === stopLoop && level === false && this.uno.level(guardPins.loopDrive);
    this.uno.setInput(pin, pulsed || level);
  }
}
