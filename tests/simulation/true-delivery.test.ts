/** Delivered, or not, by the plate's own temperature. */
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import type { Sensing } from '../../hardware/device/device.ts';
import { TrueDelivery, trueBand } from '../../src/evidence/true-delivery.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Happening } from '../../src/treatment/host/run.ts';

const { parameters } = rigs.reference;
const short = {
  ...presetOf('seed-spasm')!.prescription,
  rotations: 1,
  cold: { setpointC: 12, minutes: 5 },
  hot: { setpointC: 40, minutes: 5 },
  finalCold: { minutes: 5 },
};

/** Phases that a treatment did not deliver, where the beads lie by `lieK` in hot phases. */
async function undelivered(lieK: number, happenings: readonly Happening[] = []): Promise<number[]> {
  let hot = false;
  const tamper = (sensing: Sensing): Sensing => {
    const lying = (bead: Sensing['plateA']): Sensing['plateA'] =>
      hot ? { ...bead, celsius: bead.celsius + lieK } : bead;
    return { ...sensing, plateA: lying(sensing.plateA), plateB: lying(sensing.plateB) };
  };
  const { companion, run } = await openVirtualTreatment({
    seed: 1,
    rig: rigs.reference,
    prescription: short,
    tamper,
  });
  const delivery = new TrueDelivery(parameters);
  await run(automaticOperator(false, 'test'), happenings, () => {
    delivery.look(companion);
    // From the settled part on, so that no rule of movement sees it come.
    hot = companion.state === 'treating.hot' && companion.treatment.clocks.phaseMs > 150_000;
  });
  return delivery.undelivered(companion.config.plan.phases);
}

describe('a treatment', () => {
  it('on a device whose beads tell the truth is delivered, phase by phase', async () => {
    expect(await undelivered(0)).toEqual([]);
  });

  it.each([-1, 1])(
    'whose beads lie by %s °C in the heat has missed the hot phase',
    async (lieK) => {
      expect(await undelivered(lieK)).toContain(2);
    },
  );

  it('that is stopped has not delivered what was left', async () => {
    const stop: Happening = {
      atS: 450,
      happen: (companion) => companion.send({ who: 'test', event: { type: 'STOP', by: 'test' } }),
    };
    expect(await undelivered(0, [stop])).toEqual([2, 3]);
  });
});

describe('where the true plate may be', () => {
  const withBeads = (bead: Partial<PlantParameters['sensors']['plateA']>): PlantParameters => ({
    ...parameters,
    sensors: {
      ...parameters.sensors,
      plateA: { ...parameters.sensors.plateA, stemError: 0, ...bead },
      plateB: { ...parameters.sensors.plateB, stemError: 0 },
    },
  });

  it.each([12, 25, 40])('is half a degree about %s °C where no bead errs', (setpointC) => {
    const { minC, maxC } = trueBand(withBeads({}), setpointC);
    expect(minC).toBeCloseTo(setpointC - 0.5, 1);
    expect(maxC).toBeCloseTo(setpointC + 0.5, 1);
  });

  it('follows a bead that errs, to its side alone', () => {
    // One per cent more resistance reads a quarter of a degree low.
    const { minC, maxC } = trueBand(withBeads({ resistanceFactor: 1.01 }), 40);
    expect(minC).toBeCloseTo(39.5, 1);
    expect(maxC).toBeCloseTo(40.76, 1);
    const high = trueBand(withBeads({ resistanceFactor: 0.99 }), 40);
    expect(high.minC).toBeCloseTo(39.24, 1);
    expect(high.maxC).toBeCloseTo(40.5, 1);
  });
});
