/** The device's seven verbs, spoken by Johnny-Five. */
import { atmega328p } from '../port/chip.ts';
import type { BoardPins, PinMode } from '../port/board-pins.ts';
import type { FiveBoard } from './five.ts';

interface FiveIo {
  readonly MODES: Readonly<Record<'INPUT' | 'OUTPUT' | 'ANALOG' | 'PWM', number>> & {
    readonly PULLUP?: number;
  };
  readonly RESOLUTION?: { readonly ADC?: unknown };
  readonly pins: readonly {
    readonly supportedModes: readonly number[];
    readonly analogChannel: number;
    readonly state?: number;
  }[];
  queryPinState(pin: number, answered: () => void): void;
}

export class FivePins implements BoardPins {
  /** For what is not a verb of the device, such as what still waits to be written. */
  readonly five: FiveBoard;
  readonly #io: FiveIo;
  /** Converter counts in one unit of the board's reports. */
  readonly #countsPerUnit: number;

  /** @param board that is ready */
  constructor(board: FiveBoard) {
    this.five = board;
    this.#io = board.io as FiveIo;
    this.#countsPerUnit = countsPerUnit(this.#io.RESOLUTION?.ADC);
  }

  setMode(pin: number, mode: PinMode): void {
    this.five.pinMode(pin, this.#modeOf(pin, mode));
  }

  /**
   * Firmata before 2.5 has no pull-up mode and ignores the wish in silence: the pin would stay an output at low. One that
   * is switched on by writing the input high is lost at the next write to a neighbour, because Firmata writes whole ports.
   */
  #modeOf(pin: number, mode: PinMode): number {
    const { INPUT, OUTPUT, PWM, PULLUP } = this.#io.MODES;
    if (mode === 'output') return OUTPUT;
    if (mode === 'pwm') return PWM;
    const modes = this.#io.pins[pin]?.supportedModes ?? [];
    const pullsUp = mode === 'inputPulledUp' && PULLUP !== undefined && modes.includes(PULLUP);
    return pullsUp ? PULLUP : INPUT;
  }

  writeLevel(pin: number, high: boolean): void {
    this.five.digitalWrite(pin, high ? 1 : 0);
  }

  writeDuty(pin: number, count: number): void {
    this.five.analogWrite(pin, count);
  }

  onLevel(pin: number, listener: (high: boolean) => void): void {
    this.five.digitalRead(pin, (level: number) => {
      listener(level !== 0);
    });
  }

  /** Not by Johnny-Five's own sensors: those repeat the last value on a timer after the link is gone (L4). */
  onCount(channel: number, listener: (count: number) => void): void {
    this.five.analogRead(channel, (reported: number) => {
      listener(reported * this.#countsPerUnit);
    });
  }

  askHeld(pin: number, answered: (held: number | undefined) => void): void {
    this.#io.queryPinState(pin, () => {
      answered(this.#io.pins[pin]?.state);
    });
  }

  hasChannel(channel: number): boolean {
    const { ANALOG } = this.#io.MODES;
    return this.#io.pins.some(
      (pin) => pin.analogChannel === channel && pin.supportedModes.includes(ANALOG),
    );
  }
}

/**
 * The guard sends a mean with four bits of fraction, other firmware whole counts; each says so in its capabilities. Not
 * finite where the board says nothing: then no report of it is a reading (L4).
 */
function countsPerUnit(resolution: unknown): number {
  const known = typeof resolution === 'number' && Number.isInteger(resolution) && resolution > 0;
  return known ? atmega328p.adcSteps / (resolution + 1) : Number.NaN;
}
