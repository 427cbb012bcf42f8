/** From a board's name to a device that can be sensed and driven. The only place that knows which board is which. */
import type { Board } from '../../hardware/boards/board.ts';
import { SimulatedBoard } from '../../hardware/boards/simulated.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { Device } from '../../hardware/parts/device.ts';
import type { TemperatureChannel } from '../../hardware/parts/device.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import { thermistorDivider, thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import type { ThermistorChannel } from '../../hardware/parts/thermistor.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { CompanionError } from '../errors.ts';
import { BoardLink } from './board-link.ts';

export interface DeviceChoice {
  /** `simulated`, `emulated-standard`, `auto`, or a serial port. */
  readonly board: string;
  readonly pins: PinMap;
  readonly rig: Rig;
  readonly seed: number;
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
    return new EmulatedStandardBoard({ program: await loadStandardFirmata(), world: world() });
  }
  if (board === 'emulated') {
    throw new CompanionError('USAGE', {
      what: 'the board `emulated` needs the guard firmware, which this version does not have',
      fix: 'Use `--board emulated-standard --bench`, or the simulated board.',
    });
  }
  const { SerialBoard } = await import('../../hardware/boards/serial.ts');
  return new SerialBoard(board);
}

const uncalibrated: ThermistorChannel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: thermistorDivider.pullUpOhm,
  offsetC: 0,
};
const thermistors: Record<TemperatureChannel, ThermistorChannel> = {
  plateA: uncalibrated,
  plateB: uncalibrated,
  heatsink: uncalibrated,
};

/** The board's world runs this long before the first tick, so that every sensor has reported. */
const firstReportsMs = 500;

/**
 * Opens the board, makes everything safe, and waits for the first reports.
 * @throws CompanionError when the board cannot be opened; nothing is left open.
 */
export async function openDevice(choice: DeviceChoice): Promise<OpenDevice> {
  return deviceOn(await makeBoard(choice), choice.pins);
}

/** The same for a board that is there already. */
export async function deviceOn(board: Board, pins: PinMap): Promise<OpenDevice> {
  try {
    const link = new BoardLink(board);
    const fiveBoard = await link.open();
    const device = new Device(fiveBoard, pins, thermistors, () => board.nowMs());
    await board.advanceTo(board.nowMs() + firstReportsMs);
    return { board, link, device };
  } catch (thrown) {
    await board.close();
    throw thrown;
  }
}
