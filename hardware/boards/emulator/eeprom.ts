/** The EEPROM of an ATmega328P: 1 KB that needs no power. Its cells outlive the chip object, as they outlive a reset. */
import type { EEPROMBackend } from 'avr8js';

const bytes = 1024;
const erased = 0xff;

/** As it comes from the factory. */
export const newEeprom = (): Uint8Array => new Uint8Array(bytes).fill(erased);

export class Eeprom implements EEPROMBackend {
  readonly #cells: Uint8Array;
  writes = 0;

  constructor(cells: Uint8Array) {
    if (cells.length !== bytes) throw new RangeError(`an ATmega328P has ${bytes} bytes of EEPROM`);
    this.#cells = cells;
  }

  readMemory(address: number): number {
    return this.#cells[address % bytes] ?? erased;
  }

  /** Bits go to zero only; the chip erases the byte before. */
  writeMemory(address: number, value: number): void {
    this.#cells[address % bytes] = this.readMemory(address) & value;
    this.writes += 1;
  }

  eraseMemory(address: number): void {
    this.#cells[address % bytes] = erased;
  }
}
