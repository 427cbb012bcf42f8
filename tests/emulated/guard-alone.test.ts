/**
 * What the guard sees by itself of supplies, relay poles and of what befalls both beads: on the emulated chip, under a
 * host that only renews the lease and judges nothing (hazards H02, H29, H36).
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { deviceOn } from '../../src/treatment/open-device.ts';
import { truePlateBounds } from '../../src/evidence/fault-trial.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import { guardAlone } from './dumb-host.ts';
import type { Alone, AloneOptions } from './dumb-host.ts';
import { WatchedDevice } from './guarded-device.ts';

const tickMs = 50;
const atRest = {
  drive: 0,
  powered: false,
  relayClosed: true,
  buzzer: false,
  light: false,
} as const;

async function boardUnder(conditions: readonly string[] = []) {
  const world = new WatchedDevice('reference');
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
  for (const id of conditions) board.simulation.injectFault(id);
  const { device } = await deviceOn(board, defaultPinMap, rigs.reference);
  onTestFinished(() => board.close());
  board.simulation.setContact(true);
  const tell = async (wish: Partial<Parameters<typeof device.actuate>[0]>): Promise<void> => {
    device.sense();
    device.actuate({ ...atRest, guard: 'renew', ...wish }, board.nowMs());
    await board.advanceTo(board.nowMs() + tickMs);
  };
  return { board, world, tell, reading: () => board.guard!.reading };
}

/** Armed and well for half a second, then the fault, and the same wish until the guard has had enough. */
async function armedThenFault(id: string, drive: number, relayClosed: boolean) {
  const { board, world, tell, reading } = await boardUnder();
  await tell({ guard: 'arm' });
  for (let tick = 0; tick < 10; tick += 1) await tell({ powered: true });
  expect(reading().state).toBe('armed');
  const fromMs = board.nowMs();
  board.simulation.injectFault(id);
  while (reading().state === 'armed' && board.nowMs() < fromMs + 60_000) {
    await tell({ drive, powered: relayClosed, relayClosed });
  }
  const seenAfterMs = board.nowMs() - fromMs;
  await board.advanceTo(board.nowMs() + 2000);
  const plateC = world.slices.map((slice) => slice.plateC);
  return { ...reading(), seenAfterMs, lowestC: Math.min(...plateC), highestC: Math.max(...plateC) };
}

describe('under a host that judges nothing, the guard names', () => {
  it.each<[id: string, drive: number, relayClosed: boolean, reason: string, withinMs: number]>([
    ['relay-welded-a', 0, false, 'relay-welded', 600],
    ['relay-welded-b', 0, false, 'relay-welded', 600],
    ['heat-supply-high', 0, true, 'supply-high', 100],
    ['heat-supply-low', 0, true, 'supply-low', 250],
    ['plate-wet-60', -1, true, 'too-fast', 1000],
    ['divider-supply-low', -0.3, true, 'too-fast', 1000],
    ['divider-supply-high', 0.3, true, 'too-fast', 1000],
  ])('%s in time', async (id, drive, relayClosed, reason, withinMs) => {
    const seen = await armedThenFault(id, drive, relayClosed);
    expect(seen).toMatchObject({ state: 'tripped', reason });
    expect(seen.seenAfterMs).toBeLessThanOrEqual(withinMs);
    expect(seen.lowestC).toBeGreaterThan(4);
    expect(seen.highestC).toBeLessThan(45);
  });
});

/** What a host that follows the beads would do to skin, and how far the guard lets it. */
function expectUnharmed({ maxC, minC, cem43Min }: Alone): void {
  expect(maxC).toBeLessThan(truePlateBounds.maxC);
  expect(minC).toBeGreaterThan(truePlateBounds.minC);
  expect(cem43Min).toBeLessThanOrEqual(settableBounds.cem43PerSessionMin.max);
}

describe('under a host that follows the beads and judges nothing, the guard ends', () => {
  it.each<[reason: string, options: AloneOptions]>([
    // It is what it should be at room temperature, and is seen on the way.
    ['witness-disagrees', { faults: ['beads-other-kind'], hotC: 41, hotS: 90 }],
    ['witness-disagrees', { faults: ['plate-beads-half-out'], hotC: 41, hotS: 90 }],
    ['witness-disagrees', { faults: ['plate-plug-1000'], atS: 30, hotC: 41, hotS: 420 }],
    ['witness-disagrees', { faults: ['plate-beads-slow'], coldS: 60, hotS: 1 }],
    ['relay-welded', { faults: ['second-relay-welded'], coldS: 5, hotS: 1 }],
    ['module-open', { faults: ['second-relay-open'], coldS: 5, hotS: 1 }],
    ['module-open', { faults: ['leg-a-stuck-low'], coldS: 5, hotS: 1 }],
    // By the rail that it lifts through the modules, while the bridge is enabled.
    ['bridge-shorted', { faults: ['leg-a-stuck-high'], atS: 9, coldS: 3, hotS: 15 }],
    ['bridge-shorted', { faults: ['leg-b-stuck-high'], atS: 8, coldS: 15, hotS: 1 }],
    // In the first drive, and in the weaker one of a hold.
    ['bridge-shorted', { faults: ['leg-b-stuck-high'], coldS: 10, hotS: 1 }],
    ['bridge-shorted', { faults: ['leg-b-stuck-high'], atS: 60, coldS: 90, hotS: 1 }],
    ['bridge-shorted', { faults: ['leg-a-stuck-high'], atS: 100, coldS: 3, hotS: 180 }],
    ['supply-high', { faults: ['heat-supply-high'], atS: 9, coldS: 3, hotS: 15 }],
    ['supply-high', { faults: ['heat-supply-high'], atS: 8, coldS: 15, hotS: 1 }],
  ])('%s: %o', async (reason, options) => {
    const came = await guardAlone(options);
    expect(came).toMatchObject({ state: 'tripped', reason });
    expectUnharmed(came);
  });

  // What is stuck is driven anyway, and lifts nothing.
  it.each<[id: string, does: string, options: Omit<AloneOptions, 'faults'>]>([
    ['leg-a-stuck-high', 'cools', { atS: 30, coldS: 60, hotS: 1 }],
    ['leg-b-stuck-high', 'heats', { atS: 40, coldS: 5, hotS: 80 }],
  ])('%s while it %s, by the current', async (id, _does, options) => {
    const came = await guardAlone({ faults: [id], ...options });
    expect(came.reason).toBe('bridge-shorted');
    expect(came.reading).toMatch(/A flow through the modules/);
    expectUnharmed(came);
  });

  it('nothing where both beads are a little wet: less than the witness can tell, and harmless', async () => {
    const came = await guardAlone({ faults: ['plate-wet-200'], coldS: 200, hotS: 1 });
    expect(came.tripS).toBeNull();
    expect(came.minC).toBeGreaterThan(9);
    expectUnharmed(came);
  });

  it('nothing on a whole device, either way', async () => {
    const came = await guardAlone({ faults: [], coldS: 25, hotS: 40 });
    expect(came.tripS).toBeNull();
    expectUnharmed(came);
  });
});

it.each(['plate-wet-60', 'plate-wet-100', 'divider-supply-low', 'divider-supply-high'])(
  'with %s from the beginning it does not arm',
  async (id) => {
    const { tell, reading } = await boardUnder([id]);
    for (let tick = 0; tick < 20; tick += 1) await tell({ guard: 'arm' });
    expect(reading()).toMatchObject({ state: 'idle', reason: 'none' });
  },
);
