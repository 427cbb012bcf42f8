/** The device's world for simulated and emulated boards: the plant on the pins, and the person's hand. */
import { guardPins, innerChannels } from '../guard/board-checks.ts';
import type { PinMap } from '../parts/pin-map.ts';
import { faultById } from '../plant/faults.ts';
import { Plant } from '../plant/plant.ts';
import { channels } from '../plant/parameters.ts';
import type { Channel, PlantParameters } from '../plant/parameters.ts';
import { boardSignals } from '../plant/signals.ts';
import type { BoardSignal } from '../plant/signals.ts';
import { Random } from '../plant/random.ts';
import type { PinTruth, PlantTruth, Simulation } from './board.ts';
import type { DeviceWorld, PinReader } from './device-world.ts';

/** Inputs of the converter that no pin map tells: one of the Nano's, and two inside of the chip. */
const fixedChannels = {
  knownResistor: guardPins.knownResistor,
  ...innerChannels,
} as const;

/** What stands at an input of the converter. It is asked thousands of times a second: found once, not each time. */
type Input =
  | { readonly kind: 'sensor'; readonly name: Channel }
  | { readonly kind: 'signal'; readonly name: BoardSignal };

/** By channel; a pin that the device lacks has none. */
function inputsOf(pins: PinMap): readonly (Input | undefined)[] {
  const { coolRail, heatRail, moduleCurrent } = pins;
  const channelOfSignal = { ...fixedChannels, coolRail, heatRail, moduleCurrent };
  const inputs: (Input | undefined)[] = [];
  const wire = (channel: number | null, input: Input): void => {
    if (channel !== null) inputs[channel] = input;
  };
  for (const name of boardSignals) wire(channelOfSignal[name], { kind: 'signal', name });
  for (const name of channels) wire(pins[name], { kind: 'sensor', name });
  return inputs;
}

/** The plant takes no longer stride than this at once. */
const longestAdvanceMs = 1000;

export class SimulatedDevice implements DeviceWorld {
  readonly simulation: Simulation;
  readonly #plant: Plant;
  readonly #pins: PinMap;
  readonly #inputOf: readonly (Input | undefined)[];
  readonly #inputs = {
    coolDuty: 0,
    heatDuty: 0,
    bridgeEnabled: false,
    relayClosed: false,
    coilFed: true,
    lineHeld: true,
    fanRunning: true,
  };
  #nowMs = 0;
  /** Board time from which the stop loop is closed again: −Infinity where it is, Infinity while it is held open. */
  #stopPressedUntilMs = Number.NEGATIVE_INFINITY;

  /** @param seed any whole number; the same seed gives the same noise, always. */
  constructor(parameters: PlantParameters, pins: PinMap, seed: number) {
    this.#plant = new Plant(parameters, new Random(seed).split('plant'));
    this.#plant.setContact(0);
    this.#pins = pins;
    this.#inputOf = inputsOf(pins);
    this.simulation = {
      truth: () => this.#truth(),
      pins: () => this.#pinTruth(),
      setContact: (onSkin) => {
        this.#plant.setContact(onSkin ? 1 : 0);
      },
      setStopPressed: (pressed, forMs = Number.POSITIVE_INFINITY) => {
        this.#stopPressedUntilMs = pressed ? this.#nowMs + forMs : Number.NEGATIVE_INFINITY;
      },
      injectFault: (id, size) => {
        faultById(id).apply(this.#plant, size);
      },
      clearFault: (id) => {
        faultById(id).clear(this.#plant);
      },
    };
  }

  /** Written out, as whoever watches the laws asks for it in every tick. */
  #pinTruth(): PinTruth {
    const { coolDuty, heatDuty, bridgeEnabled, relayClosed, fanRunning } = this.#inputs;
    return { untilMs: this.#nowMs, coolDuty, heatDuty, bridgeEnabled, relayClosed, fanRunning };
  }

  #truth(): PlantTruth {
    const { plateC, hottestC, coldestC, heatsinkC, skinSurfaceC, coolRailV, heatRailV } =
      this.#plant.truth();
    return { plateC, hottestC, coldestC, heatsinkC, skinSurfaceC, coolRailV, heatRailV };
  }

  advance(untilMs: number, pins: PinReader): void {
    const map = this.#pins;
    this.#inputs.coolDuty = pins.duty(map.bridgeCool);
    this.#inputs.heatDuty = pins.duty(map.bridgeHeat);
    this.#inputs.bridgeEnabled = pins.level(map.bridgeEnable);
    this.#inputs.relayClosed = pins.level(map.relay);
    // The stop button has two contacts: one in the loop, one in the supply of the coil.
    this.#inputs.coilFed = !(this.#nowMs < this.#stopPressedUntilMs);
    this.#inputs.lineHeld = pins.lineHeld?.() ?? true;
    // Low, or a pin that nobody drives, lets the fan run (L8).
    this.#inputs.fanRunning = !pins.level(map.fan);
    while (this.#nowMs < untilMs) {
      const strideMs = Math.min(longestAdvanceMs, untilMs - this.#nowMs);
      this.#plant.advance(strideMs / 1000, this.#inputs);
      this.#nowMs += strideMs;
    }
  }

  analogVolts(channel: number, atMs = this.#nowMs, driven?: boolean): number {
    const input = this.#inputOf[channel];
    if (input === undefined) return 0;
    return input.kind === 'sensor'
      ? this.#plant.adcVolts(input.name, atMs / 1000, driven)
      : this.#plant.boardVolts(input.name, driven);
  }

  digitalInput(pin: number, atMs = this.#nowMs): boolean | undefined {
    if (pin === this.#pins.fanTach) return !this.#plant.tachometerLow(atMs / 1000);
    // The closed loop pulls the input to ground; open, the resistor to 5 V lifts it.
    return pin === this.#pins.stopLoop ? atMs < this.#stopPressedUntilMs : undefined;
  }

  nextInputChangeMs(afterMs: number): number {
    return this.#stopPressedUntilMs > afterMs ? this.#stopPressedUntilMs : Number.POSITIVE_INFINITY;
  }

  fanTurnsPerS(): number {
    return this.#plant.tachometerTurnsPerS();
  }
}
