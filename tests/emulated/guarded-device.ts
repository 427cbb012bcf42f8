/** The device on an emulated board with the guard firmware, ticked by hand, and what its pins and its plate really did. */
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import type { DeviceWorld, PinReader } from '../../hardware/boards/device-world.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import type { Device } from '../../hardware/device/device.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { deviceOn } from '../../src/treatment/open-device.ts';

/** One slice of the world: what was on the pins in it, and the plate at its end. */
export interface Slice {
  readonly endMs: number;
  readonly cool: number;
  readonly heat: number;
  /** Power can reach the modules: bridge enabled, relay closed, and a side driven. */
  readonly powered: boolean;
  readonly plateC: number;
}

/** The simulated device, with a book kept of its pins. */
export class WatchedDevice implements DeviceWorld {
  readonly slices: Slice[] = [];
  readonly #device: SimulatedDevice;

  constructor(rig: RigId, seed = 1) {
    this.#device = new SimulatedDevice(rigs[rig].parameters, pins, seed);
  }

  get simulation(): DeviceWorld['simulation'] {
    return this.#device.simulation;
  }

  advance(untilMs: number, reader: PinReader): void {
    // A duty is read once a slice: reading it begins a new mean.
    const read = new Map<number, number>();
    const duty = (pin: number): number => {
      const known = read.get(pin) ?? reader.duty(pin);
      read.set(pin, known);
      return known;
    };
    this.#device.advance(untilMs, { ...reader, duty });
    const [cool, heat] = [duty(pins.bridgeCool), duty(pins.bridgeHeat)];
    const powered = cool + heat > 0 && reader.level(pins.bridgeEnable) && reader.level(pins.relay);
    const { plateC } = this.simulation.truth();
    this.slices.push({ endMs: untilMs, cool, heat, powered, plateC });
  }

  analogVolts(...asked: Parameters<DeviceWorld['analogVolts']>): number {
    return this.#device.analogVolts(...asked);
  }

  digitalInput(...asked: Parameters<DeviceWorld['digitalInput']>): boolean | undefined {
    return this.#device.digitalInput(...asked);
  }

  /** When power last could reach the modules, and how far the plate went on, up (1) or down (−1). */
  afterMs(fromMs: number, direction = 1): { readonly offAfterMs: number; readonly movedC: number } {
    const later = this.slices.filter(({ endMs }) => endMs > fromMs);
    const before = this.slices.findLast(({ endMs }) => endMs <= fromMs);
    const lastPowered = later.findLast(({ powered }) => powered);
    const moved = later.map(({ plateC }) => direction * (plateC - (before?.plateC ?? Number.NaN)));
    return {
      offAfterMs: lastPowered === undefined ? 0 : lastPowered.endMs - fromMs,
      movedC: Math.max(...moved),
    };
  }
}

const tickMs = 50;

export interface GuardedDevice {
  readonly board: EmulatedGuardBoard;
  readonly device: Device;
  readonly world: WatchedDevice;
  /** Ticks for a while with this drive. @returns when the last renewal was sent */
  drive(drive: number, forMs: number): Promise<number>;
  /** Lets the board run without its host. */
  pass(forMs: number): Promise<void>;
}

/** Opened, told its rig's heat cap, and armed. */
export async function armedDevice(rig: RigId = 'reference', seed = 1): Promise<GuardedDevice> {
  const world = new WatchedDevice(rig, seed);
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world, seed });
  const { device } = await deviceOn(board, pins, rigs[rig]);
  const rest = { drive: 0, relayClosed: true, buzzer: false, light: false } as const;
  const pass = (forMs: number): Promise<void> => board.advanceTo(board.nowMs() + forMs);
  device.actuate({ ...rest, powered: false, guard: 'arm' }, board.nowMs());
  await pass(tickMs);
  return {
    board,
    device,
    world,
    pass,
    async drive(drive, forMs) {
      let renewedAtMs = board.nowMs();
      for (const untilMs = renewedAtMs + forMs; board.nowMs() < untilMs;) {
        renewedAtMs = board.nowMs();
        device.sense();
        device.actuate({ ...rest, drive, powered: true, guard: 'renew' }, renewedAtMs);
        await pass(tickMs);
      }
      return renewedAtMs;
    },
  };
}
