/** The doctor at the real guard firmware on an emulated board, with something wrong at the device. */
import { expect, it, onTestFinished } from 'vitest';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { boardChecks } from '../../src/doctor/board-checks.ts';
import { watchBoard } from '../../src/doctor/board-facts.ts';
import { examine } from '../../src/doctor/check.ts';
import { committedFirmware } from '../../src/doctor/committed-firmware.ts';
import { deviceOn } from '../../src/treatment/open-device.ts';

interface Case {
  readonly what: string;
  readonly breaks: (world: SimulatedDevice) => void;
  readonly fails: readonly string[];
}

const fault =
  (id: string) =>
  (world: SimulatedDevice): void => {
    world.simulation.injectFault(id);
  };

const cases: readonly Case[] = [
  { what: 'nothing', breaks: () => {}, fails: [] },
  {
    what: 'the stop button, pressed',
    breaks: (world) => {
      world.simulation.setStopPressed(true);
    },
    fails: ['stop loop', 'lease'],
  },
  {
    what: 'a broken wire of a plate sensor',
    breaks: fault('plate-a-open'),
    fails: ['plate sensor A', 'agreement', 'witness', 'lease'],
  },
  {
    what: 'a shorted current sensor',
    breaks: fault('current-sensor-shorted'),
    fails: ['module current', 'lease'],
  },
  {
    what: 'a shorted heatsink sensor',
    breaks: fault('heatsink-short'),
    fails: ['heatsink sensor', 'lease'],
  },
];

it.each(cases)('finds $what', async ({ breaks, fails }) => {
  const world = new SimulatedDevice(rigs.reference.parameters, defaultPinMap, 1);
  breaks(world);
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
  onTestFinished(() => board.close());
  const opened = await deviceOn(board, defaultPinMap);
  const facts = await watchBoard(opened);
  const checks = examine(boardChecks, {
    facts,
    committed: committedFirmware(),
    rulesNotFitted: [],
  });
  const failed = checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  expect(failed).toEqual(fails);
  expect(opened.device.sense().guard).toMatchObject({ powerOff: true });
});
