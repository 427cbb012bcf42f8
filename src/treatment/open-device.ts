/** From a board's name to a device that can be sensed and driven. The only place that knows which board is which. */
import type { Board } from '../../hardware/boards/board.ts';
import { SimulatedBoard } from '../../hardware/boards/simulated.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { Device } from '../../hardware/device/device.ts';
import type { TemperatureChannel } from '../../hardware/device/device.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import { nominalThermistor } from '../../hardware/parts/nominal-thermistor.ts';
import type { ThermistorChannel } from '../../hardware/parts/thermistor.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { BoardLink } from './board-link.ts';
import { guardLimits } from './guard-limits.ts';
import type { PoweredRig } from './guard-limits.ts';

export interface DeviceChoice {
  /** `simulated`, `emulated`, `emulated-standard`, `auto`, or a serial port. */
  readonly board: string;
  readonly pins: PinMap;
  readonly rig: Rig;
  readonly seed: number;
  /** What the simulated bench has been like since before the board was opened, by the ids of its faults. */
  readonly conditions?: readonly string[];
}

export interface OpenDevice {
  readonly board: Board;
  readonly link: BoardLink;
  readonly device: Device;
}

async function makeBoard({ board, pins, rig, seed }: DeviceChoice): Promise<Board> {
  const world = () => new SimulatedDevice(rig.parameters, pins, seed);
  if (board === 'simulated') return new SimulatedBoard(world());
  if (board === 'emulated-standard') {
    // Loaded only where they are used: the simulated device needs neither an emulator nor a serial port.
    const { EmulatedStandardBoard } = await import('../../hardware/boards/emulated-standard.ts');
    const { loadStandardFirmata } =
      await import('../../hardware/boards/emulator/firmware-image.ts');
    return new EmulatedStandardBoard({
      program: await loadStandardFirmata(),
      world: world(),
      seed,
    });
  }
  if (board === 'emulated') {
    const { EmulatedGuardBoard } = await import('../../hardware/boards/emulated-guard.ts');
    const { loadGuardFirmware } = await import('../../hardware/boards/emulator/guard-image.ts');
    return new EmulatedGuardBoard({ program: loadGuardFirmware(), world: world(), seed });
  }
  const { SerialBoard } = await import('../../hardware/boards/serial.ts');
  return new SerialBoard(board);
}

const thermistors: Record<TemperatureChannel, ThermistorChannel> = {
  plateA: nominalThermistor,
  plateB: nominalThermistor,
  heatsink: nominalThermistor,
};

/** The pins of what this device has. */
function wiredPins({ pins, rig: { sees } }: Pick<DeviceChoice, 'pins' | 'rig'>): PinMap {
  return {
    ...pins,
    witness: sees.witness ? pins.witness : null,
    heatRail: sees.rails ? pins.heatRail : null,
    coolRail: sees.rails ? pins.coolRail : null,
    moduleCurrent: sees.moduleCurrent ? pins.moduleCurrent : null,
    fanTach: sees.fanTach ? pins.fanTach : null,
  };
}

/** The board's world runs this long before the first tick, so that every sensor has reported. */
const firstReportsMs = 500;

/**
 * Opens the board, makes everything safe, and waits for the first reports.
 * @throws CompanionError when the board cannot be opened; nothing is left open.
 */
export async function openDevice(choice: DeviceChoice): Promise<OpenDevice> {
  const board = await makeBoard(choice);
  for (const id of choice.conditions ?? []) board.simulation?.injectFault(id);
  return deviceOn(board, wiredPins(choice), choice.rig);
}

/**
 * The same for a board that is there already.
 * @param rig of whose cap and parts a guard on the board is told (law L6)
 */
export async function deviceOn(
  board: Board,
  pins: PinMap,
  rig: PoweredRig = rigs.reference,
): Promise<OpenDevice> {
  try {
    const link = new BoardLink(board);
    const boardPins = await link.open();
    await board.guard?.narrow(guardLimits(rig, pins), () => board.advanceTo(board.nowMs() + 20));
    const fanTurnsPerS = board.fanTurnsPerS?.bind(board);
    const nowMs = (): number => board.nowMs();
    const device = new Device(boardPins, pins, thermistors, nowMs, board.guard, fanTurnsPerS);
    await board.advanceTo(board.nowMs() + firstReportsMs);
    return { board, link, device };
  } catch (thrown) {
    await board.close();
    throw thrown;
  }
}
