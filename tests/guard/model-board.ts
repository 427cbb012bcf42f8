/** A guarded board in memory: the simulated board's pins behind a model of the guard. As fast as the simulated one. */
import type { Board, BoardIdentity, Simulation } from '../../hardware/boards/board.ts';
import type { DeviceWorld } from '../../hardware/boards/device-world.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { SimulatedIo } from '../../hardware/boards/simulated-io.ts';
import { GuardLink } from '../../hardware/guard/guard-link.ts';
import five from '../../hardware/johnny-five/five.ts';
import { FivePins } from '../../hardware/johnny-five/five-pins.ts';
import { defaultPinMap as map } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { ModelGuard } from './model-guard.ts';
import type { PowerPins } from './model-guard.ts';

type Device = DeviceWorld & Pick<SimulatedDevice, 'simulation'>;

const powerPins: Readonly<Record<number, keyof PowerPins>> = {
  [map.bridgeCool]: 'cool',
  [map.bridgeHeat]: 'heat',
  [map.bridgeEnable]: 'enable',
  [map.relay]: 'relay',
};
const pinOf = Object.entries(powerPins).map(([pin, name]) => [Number(pin), name] as const);

/** Power pins show what the guard lets through. */
class GuardedIo extends SimulatedIo {
  readonly guard: ModelGuard;

  constructor(world: Device, guard: ModelGuard) {
    super(world);
    this.guard = guard;
  }

  #buzzes = 0;

  override digitalWrite(pin: number, value: number): void {
    if (pin === map.buzzer) this.#buzzes = value;
    const power = powerPins[pin];
    if (power === undefined) super.digitalWrite(pin, value);
    else this.guard.write(power, value === 0 ? 0 : 1);
    this.show();
  }

  override pwmWrite(pin: number, value: number): void {
    const power = powerPins[pin];
    if (power === undefined) super.pwmWrite(pin, value);
    else this.guard.write(power, value);
    this.show();
  }

  /** What came before the question on the wire, a renewal too, has taken effect when it is answered. */
  override queryPinState(pin: number, answered: () => void): void {
    this.show();
    super.queryPinState(pin, answered);
  }

  show(): void {
    super.digitalWrite(map.buzzer, this.guard.calls ? 1 : this.#buzzes);
    for (const [pin, name] of pinOf) {
      const level = this.guard.inForce[name];
      if (name === 'cool' || name === 'heat') super.pwmWrite(pin, level);
      else super.digitalWrite(pin, level);
    }
  }
}

const stepMs = 5;
const reportMs = 25;

export class ModelBoard implements Board {
  readonly virtual = true;
  readonly samplingIntervalMs = reportMs;
  readonly model = new ModelGuard();
  readonly simulation: Simulation;
  guard: GuardLink | undefined;
  readonly #world: Device;
  readonly #io: GuardedIo;
  #nowMs = 0;

  /** @param world another device than the one of the rig */
  constructor(
    rig: RigId = 'reference',
    seed = 1,
    world: Device = new SimulatedDevice(rigs[rig].parameters, map, seed),
  ) {
    this.#world = world;
    this.#io = new GuardedIo(this.#world, this.model);
    this.simulation = {
      ...this.#world.simulation,
      setStopPressed: (pressed) => {
        this.#world.simulation.setStopPressed(pressed);
        this.model.stopLoopClosed = !pressed;
      },
    };
  }

  get identity(): BoardIdentity {
    const guarded = this.guard !== undefined;
    const memory = this.guard?.memory ?? null;
    return { kind: 'emulated', port: 'model', firmware: 'model', guarded, imaginary: true, memory };
  }

  async open(): Promise<FivePins> {
    const options = { io: this.#io, repl: false, debug: false, sigint: false };
    const board = new five.Board(options);
    const ready = new Promise<void>((resolve) => board.on('ready', resolve));
    this.#io.start();
    await ready;
    const pass = (): void => {
      this.advanceTo(this.#nowMs + 20);
    };
    this.guard = new GuardLink(this.model, 'model', () => this.#nowMs);
    await this.guard.identify(1, pass);
    await this.guard.number(0x2a, pass);
    return new FivePins(board);
  }

  nowMs(): number {
    return this.#nowMs;
  }

  advanceTo(untilMs: number): void {
    while (this.#nowMs < untilMs) {
      this.#nowMs = Math.min(untilMs, this.#nowMs + stepMs);
      this.model.advance(this.#nowMs);
      this.#io.show();
      this.#world.advance(this.#nowMs, this.#io);
      if (this.#nowMs % reportMs === 0) this.#io.report();
    }
  }

  onLost(): void {}

  close(): Promise<void> {
    this.#io.removeAllListeners();
    return Promise.resolve();
  }
}
