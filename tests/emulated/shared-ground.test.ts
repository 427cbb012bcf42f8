/**
 * A ground that the sensors share with the modules' current, 2 mΩ of it either way, on the emulated board with the product's
 * own wiring: a treatment is given to its end, judged by the true plate (hazards H09, H36; law L13).
 */
import { expect, it } from 'vitest';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { TrueDelivery } from '../../src/evidence/true-delivery.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';

const { reference } = rigs;
const { prescription } = presetOf('seed-spasm')!;
/** One ramp each way at least, and as much of each phase as lets the plate come to rest. */
const short = {
  ...prescription,
  rotations: 1,
  cold: { ...prescription.cold, minutes: 2 },
  hot: { ...prescription.hot, minutes: 5 },
  finalCold: { ...prescription.finalCold, minutes: 5 },
};

async function given(fault: string, prescribed = short) {
  const world = new SimulatedDevice(reference.parameters, defaultPinMap, 1);
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
  board.simulation.injectFault(fault);
  const { companion, run } = await openVirtualTreatment({
    rig: reference,
    seed: 1,
    prescription: prescribed,
    board,
  });
  const delivery = new TrueDelivery(reference.parameters);
  const seen = { maxC: Number.NEGATIVE_INFINITY, minC: Number.POSITIVE_INFINITY };
  let turns = 0;
  let before = { drive: 0, by: 0 };
  const summary = await run(automaticOperator(false), [], () => {
    delivery.look(companion);
    const { plateC } = board.simulation.truth();
    seen.maxC = Math.max(seen.maxC, plateC);
    seen.minC = Math.min(seen.minC, plateC);
    // Of a drive that swings by a tenth and more between one tick and the next.
    const by = companion.appliedDrive - before.drive;
    if (Math.abs(by) > 0.1 && by * before.by < 0) turns += 1;
    before = { drive: companion.appliedDrive, by };
  });
  await board.close();
  const { outcome, reason } = summary;
  return {
    outcome,
    reason,
    ...seen,
    turns,
    undelivered: delivery.undelivered(companion.config.plan.phases),
  };
}

it.each(['ground-shift-2', 'ground-shift-minus-2'])('%s: all phases are given', async (fault) => {
  const came = await given(fault);
  expect(came).toMatchObject({ outcome: 'completed', undelivered: [] });
  expect(came.maxC).toBeLessThan(41);
  expect(came.minC).toBeGreaterThan(11);
});
