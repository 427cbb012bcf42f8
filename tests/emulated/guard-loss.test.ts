/** What the guard firmware does when its host is gone, or not to be understood (laws L5, L8, hazards H03, H04, H27). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { guardLimits } from '../../src/treatment/guard-limits.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { armedDevice } from './guarded-device.ts';

/** A slice of the world is 5 ms: what is seen at its end may have ended before. */
const withinMs = 500;

/** At the hot and the cold setpoint, where it matters. */
const worst: [what: string, rig: RigId, drive: number, plateC: number, movedC: number][] = [
  ['full heat from 5 V', 'reference', 1, 40, 0.5],
  ['full cool from 12 V', 'reference', -1, 12, 0.5],
  ['all the heat that 12 V are allowed', 'heat12V', rigs.heat12V.heatDutyCap, 40, 1.5],
];

/** Of full heat: a third moves a plate no faster than a treatment does. */
const gently = 0.35;

describe.each(worst)('at %s', (_what, rig, drive, plateC, allowedC) => {
  it('a host that does nothing any more: power is off within 0.50 s, and the plate goes no further than it may', async () => {
    const { board, world, ...device } = await armedDevice(rig);
    board.simulation.setContact(true);
    const heats = drive > 0;
    const isWithin = (awayC: number): boolean =>
      (plateC - world.slices.at(-1)!.plateC) * Math.sign(drive) < awayC;
    expect(isWithin(1)).toBe(false);
    // The guard takes longer stretches of full heat for a bridge that is stuck.
    while (!isWithin(1)) await device.drive(heats ? drive * gently : drive, 500);
    let renewedAtMs = 0;
    while (!isWithin(0)) renewedAtMs = await device.drive(drive, 500);
    const duties = world.slices.slice(-60).map(({ cool, heat }) => heat - cool);
    const mean = duties.reduce((sum, duty) => sum + duty, 0) / duties.length;
    expect(mean).toBeCloseTo(drive, 1);
    expect(world.slices.at(-1)?.powered).toBe(true);
    await device.pass(10_000);
    const { offAfterMs, movedC } = world.afterMs(renewedAtMs, Math.sign(drive));
    expect(offAfterMs).toBeGreaterThan(0);
    expect(offAfterMs).toBeLessThanOrEqual(withinMs);
    expect(movedC).toBeLessThanOrEqual(allowedC);
    expect(board.guard?.reading).toMatchObject({ state: 'tripped', reason: 'lease-lost' });
  });

  it('a pulled cable: power is off within 0.50 s', async () => {
    const { board, world, ...device } = await armedDevice(rig);
    const lost: string[] = [];
    board.onLost((reason) => lost.push(reason));
    const renewedAtMs = await device.drive(drive, 2000);
    board.simulation.injectFault('link-lost');
    await device.drive(drive, 2000);
    const { offAfterMs } = world.afterMs(renewedAtMs);
    expect(offAfterMs).toBeGreaterThan(0);
    expect(offAfterMs).toBeLessThanOrEqual(withinMs);
    expect(lost).toHaveLength(1);
  });
});

it('the limits that are built into the firmware are those of this device (L6)', async () => {
  const { board } = await armedDevice();
  const { ceilingCounts, floorCounts, oneWayS, sessionS } = board.guard!.limits!;
  expect(guardLimits(rigs.reference, defaultPinMap)).toMatchObject({
    ceilingCounts,
    floorCounts,
    oneWayS,
    sessionS,
  });
});

it('a host that stops and goes on does not get its drive back: the trip is latched (L7)', async () => {
  const { board, world, ...device } = await armedDevice();
  await device.drive(-0.5, 1000);
  await device.pass(600);
  const fromMs = board.nowMs();
  await device.drive(-0.5, 2000);
  expect(world.afterMs(fromMs).offAfterMs).toBe(0);
  expect(board.guard?.reading).toMatchObject({ state: 'tripped', reason: 'lease-lost' });
});

it('noise on the cable never gives drive that was not commanded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(0xffff),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      async (seed, most) => {
        const { board, world, ...device } = await armedDevice('reference', seed);
        await device.drive(-most, 1000);
        board.simulation.injectFault('link-garbled');
        const fromMs = board.nowMs();
        await device.drive(-most, 500);
        await device.drive(0, 500);
        await device.drive(-most / 2, 2000);
        const noisy = world.slices.filter(({ endMs }) => endMs > fromMs);
        expect(Math.max(...noisy.map(({ heat }) => heat))).toBe(0);
        // A slice is 2.45 periods of the PWM: its mean may be off by one in five.
        expect(Math.max(...noisy.map(({ cool }) => cool))).toBeLessThanOrEqual(1.25 * most + 0.01);
      },
    ),
    { numRuns: 12 },
  );
});
