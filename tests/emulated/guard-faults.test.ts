/** Faults on the emulated guarded board: the treatment ends as faulted, names why, and the pins are off in time. */
import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { after, guardedTreatment } from '../guard/guarded.ts';
import { WatchedDevice } from './guarded-device.ts';

const faultAtS = 25;

/** The plate is being cooled for the first phase when the fault comes. */
async function treatmentWith(id: string) {
  const world = new WatchedDevice('reference');
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
  const treatment = await guardedTreatment(board);
  let atMs = Number.NaN;
  const fault = after(faultAtS, () => {
    atMs = world.slices.at(-1)!.endMs;
    board.simulation.injectFault(id);
  });
  const summary = await treatment.runFor(faultAtS + 3, [fault]);
  return { summary, trips: treatment.trips(), ...world.afterMs(atMs), board };
}

/** What the board finds before its host: half a sensor's debounce. */
const boardFirst: [id: string, reason: string][] = [
  ['plate-a-open', 'sensor-open'],
  ['plate-b-short', 'sensor-short'],
  ['heatsink-open', 'sensor-open'],
];

describe('a trip of the board', () => {
  it.each(boardFirst)('for %s ends the treatment with its own reason %s', async (id, reason) => {
    const { summary, trips, offAfterMs } = await treatmentWith(id);
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'guard-tripped' });
    const reading = english.reading(trips[0]!.found);
    expect(reading).toContain(`the board cut the power (${reason})`);
    expect(reading).toMatch(/(plate sensor [AB]|heatsink sensor) converts to \d+/);
    // Two conversions of a channel come before what they confirm; far inside of the lease in any case.
    expect(offAfterMs).toBeLessThanOrEqual(60);
  });
});

describe('a fault of the link or of the host', () => {
  it.each([
    ['link-lost', ['link-lost']],
    ['link-garbled', ['guard-tripped', 'sensor-jump', 'drive-mismatch', 'link-lost', 'lease-lost']],
    ['link-delayed', ['sensor-stale', 'lease-lost']],
    ['host-stalled', ['loop-late']],
    ['clock-jump', ['sensor-stale']],
  ])('%s ends the treatment, and the pins are off within 0.50 s', async (id, rules) => {
    const { summary, offAfterMs } = await treatmentWith(id);
    expect(summary.outcome).toBe('faulted');
    expect(rules).toContain(summary.rule);
    expect(offAfterMs).toBeLessThanOrEqual(500);
  });

  it('a host that stalled finds that the board has dropped the power by itself (L5)', async () => {
    const { board } = await treatmentWith('host-stalled');
    expect(board.guard?.reading).toMatchObject({ state: 'tripped', reason: 'lease-lost' });
  });
});

it('the stop button is STOP within 50 ms at the pin, and the board knows of it (L3)', async () => {
  const world = new WatchedDevice('reference');
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
  const treatment = await guardedTreatment(board);
  let atMs = Number.NaN;
  const press = after(faultAtS, () => {
    atMs = world.slices.at(-1)!.endMs;
    board.simulation.setStopPressed(true);
  });
  const summary = await treatment.runFor(faultAtS + 3, [press]);
  expect(summary).toMatchObject({ outcome: 'stopped', rule: null });
  expect(treatment.trips()).toEqual([]);
  expect(world.afterMs(atMs).offAfterMs).toBeLessThanOrEqual(50);
  expect(board.guard?.reading).toMatchObject({ state: 'tripped', reason: 'stop-pressed' });
});
