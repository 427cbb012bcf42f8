/** Why StandardFirmata is not enough, measured: the figure that the doctor and docs/firmware.md tell. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadStandardFirmata } from '../../hardware/boards/emulator/firmware-image.ts';
import { EmulatedStandardBoard } from '../../hardware/boards/emulated-standard.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { standardFirmataAlone } from '../../src/doctor/standard-firmata.ts';
import { project } from '../cli/contrast.ts';
import { BenchWorld } from '../emulated/bench-world.ts';

const { dutyPercent, minutes, stillPercent } = standardFirmataAlone;
const pin = defaultPinMap.bridgeHeat;

it(`StandardFirmata drives on at ${stillPercent} % for ${minutes} minutes after the computer died`, async () => {
  const world = new BenchWorld();
  const board = new EmulatedStandardBoard({ program: await loadStandardFirmata(), world });
  const pins = await board.open();
  const pass = (ms: number): Promise<void> => board.advanceTo(board.nowMs() + ms);
  const dutyNow = async (): Promise<number> => {
    world.takeDuties();
    await pass(1000);
    return (world.takeDuties().get(pin) ?? Number.NaN) * 100;
  };

  pins.setMode(pin, 'pwm');
  pins.writeDuty(pin, Math.round((dutyPercent / 100) * 255));
  await pass(50);
  expect(await dutyNow()).toBeCloseTo(dutyPercent, 0);

  // A computer that dies switches nothing off: its port closes, and no byte comes any more.
  await board.close();
  const died = board.nowMs();
  for (let minute = 1; minute <= minutes; minute += 1) {
    expect(Math.round(await dutyNow()), `minute ${minute}`).toBe(stillPercent);
    await board.advanceTo(died + minute * 60_000);
  }
  expect(board.nowMs() - died).toBe(minutes * 60_000);
  const measured = Math.round(await dutyNow());
  expect(measured).toBe(stillPercent);

  const page = readFileSync(join(project, 'docs/firmware.md'), 'utf8').replaceAll(/\s+/g, ' ');
  expect(page).toContain(`after ${minutes} minutes without a single byte`);
  expect(page).toContain(`**is still at ${measured} %**`);
});
