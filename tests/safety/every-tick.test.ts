/** A treatment with pauses, looked at in every tick: the gate has the last word, and the dose is never not counted. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Device } from '../../hardware/device/device.ts';
import { at, openRig } from '../treatment/rig.ts';
import type { Rig } from '../treatment/rig.ts';

/** What the bridge was asked for in one tick, and what the companion knew. */
interface Tick {
  readonly state: string;
  readonly drive: number;
  readonly powered: boolean;
  readonly gateDrive: number;
  readonly coldMinutes: number;
}

const ticks: Tick[] = [];
let rig: Rig;

beforeAll(async () => {
  const asked = vi.spyOn(Device.prototype, 'actuate');
  rig = await openRig();
  rig.onTick.push(({ treatment, state }) => {
    const [{ drive, powered }] = asked.mock.lastCall!;
    const { coldMinutes } = treatment.dose;
    ticks.push({ state, drive, powered, gateDrive: treatment.gate.drive, coldMinutes });
  });
  await rig.run([
    at(300, { type: 'PAUSE' }),
    at(320, { type: 'RESUME' }),
    at(900, { type: 'PAUSE' }),
    at(920, { type: 'RESUME' }),
    at(1000, { type: 'END_EARLY' }),
    at(1100, { type: 'PAUSE' }),
    at(1110, { type: 'RESUME' }),
    at(1150, { type: 'STOP', by: 'the patient' }),
  ]);
});

afterAll(() => {
  vi.restoreAllMocks();
});

test('what the bridge is asked for is what the gate let through, in particular after a pause', () => {
  expect(rig.states().filter((state) => state === 'paused')).toHaveLength(3);
  const past = ticks.filter(
    ({ drive, powered, gateDrive }) => drive !== gateDrive || (!powered && drive !== 0),
  );
  expect(past).toEqual([]);
  // From nothing to full takes a second.
  const jumps = ticks.filter(
    ({ drive }, index) => Math.abs(drive) - Math.abs(ticks[index - 1]?.drive ?? 0) > 0.05 + 1 / 255,
  );
  expect(jumps).toEqual([]);
  const driven = ticks.filter(({ drive }) => drive !== 0).map(({ state }) => state);
  expect(new Set(driven)).toEqual(
    new Set(['selfTest', 'preparing', 'awaitingContact', 'treating.cold', 'treating.hot']),
  );
});

test('the dose is counted in a pause as before and after it', () => {
  // The first pause begins at 12 °C, and twenty seconds do not warm the plate above what counts as cold.
  const from = ticks.findIndex(({ state }) => state === 'paused');
  const paused = ticks.slice(from, from + 100);
  expect(new Set(paused.map(({ state }) => state))).toEqual(new Set(['paused']));
  const counted = paused.at(-1)!.coldMinutes - paused[0]!.coldMinutes;
  expect(counted * 60).toBeCloseTo(99 * 0.05, 6);
});
