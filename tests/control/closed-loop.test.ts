import { describe, expect, it, vi } from 'vitest';
import { isCapable } from '../../hardware/plant/capability.ts';
import { driveOf, secondsTo } from '../../hardware/plant/experiment.ts';
import { noNoise } from '../../hardware/plant/noise.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';
import { drawPlantParameters } from '../../hardware/plant/tolerances.ts';
import { parametersFor } from '../../src/control/controller-parameters.ts';
import type { Order, Sample } from './closed-loop.ts';
import { ClosedLoop, tickS } from './closed-loop.ts';

vi.setConfig({ testTimeout: 120_000 });

const coldC = 12;
const hotC = 40;

function orders(rampCPerS: number): { cold: Order; hot: Order; off: Order } {
  return {
    cold: { kind: 'cold', rampCPerS, targetC: coldC, permission: 'cool' },
    hot: { kind: 'hot', rampCPerS, targetC: hotC, permission: 'heatAndCool' },
    off: { kind: 'hot', rampCPerS, targetC: hotC, permission: 'none' },
  };
}

/** Plate temperature at which a good bead shows `shownC`: its leads take a share of the ambient. */
function plateShowing(parameters: PlantParameters, shownC: number): number {
  const { stemError } = parameters.sensors.plateA;
  return (shownC - stemError * parameters.ambient.temperatureC) / (1 - stemError);
}

/** How far the true plate passes a target that the sensors show rightly. */
function overshootK(samples: Sample[], parameters: PlantParameters, targetC: number): number {
  const goalC = plateShowing(parameters, targetC);
  const direction = targetC === hotC ? 1 : -1;
  return Math.max(...samples.map(({ plateC }) => direction * (plateC - goalC)));
}

function worstReadingErrorK(samples: Sample[]): number {
  return Math.max(...samples.map(({ readingC, setpointC }) => Math.abs(readingC - setpointC)));
}

function rmsK(samples: Sample[], goalC: number): number {
  const sum = samples.reduce((total, { plateC }) => total + (plateC - goalC) ** 2, 0);
  return Math.sqrt(sum / samples.length);
}

describe.each(rigIds)('the controller on the nominal %s rig', (id) => {
  const rig = rigs[id];
  it.each([0.25, 0.5])('ramps at %s °C/s and holds, cold and hot in turn', (rampCPerS) => {
    const loop = new ClosedLoop(rig.parameters, parametersFor(rig.parameters), 7, rig.heatDutyCap);
    const { cold, hot } = orders(rampCPerS);
    loop.run(200, cold);
    const settledAt = Math.round(((hotC - coldC) / rampCPerS + 10) / tickS);
    for (const order of [hot, cold, hot, cold]) {
      const samples = loop.run(240, order);
      const hold = samples.slice(settledAt);
      expect(overshootK(samples, rig.parameters, order.targetC)).toBeLessThanOrEqual(0.1);
      expect(worstReadingErrorK(hold)).toBeLessThanOrEqual(0.5);
      // Noise, and the choice of the more dangerous reading, leave 0.05 °C on the safe side.
      expect(rmsK(hold, plateShowing(rig.parameters, order.targetC))).toBeLessThanOrEqual(0.08);
    }
  });
});

/**
 * Plants whose resistors are exact: their errors shift reading and plate alike and are no matter
 * here.
 */
function drawnPlants(rig: Rig, count: number): PlantParameters[] {
  const exact = { resistanceFactor: 1, betaFactor: 1, pullUpOhm: 10_000, adcOffsetLsb: 0 };
  const plants: PlantParameters[] = [];
  for (let seed = 0; plants.length < count; seed += 1) {
    const drawn = drawPlantParameters(new Random(seed), rig.parameters);
    const { plateA, plateB, heatsink, witness } = drawn.sensors;
    const sensors = {
      plateA: { ...plateA, ...exact },
      plateB: { ...plateB, ...exact },
      heatsink: { ...heatsink, ...exact },
      witness,
    };
    if (isCapable(drawn, rig.heatDutyCap)) plants.push({ ...drawn, sensors });
  }
  return plants;
}

describe.each(['reference', 'heat12V'] as const)('the controller on drawn %s plants', (id) => {
  const rig = rigs[id];
  const { cold, hot } = orders(0.25);
  it.each(drawnPlants(rig, 12).map((parameters, index) => ({ index, parameters })))(
    'keeps the overshoot of a ramp within 0.25 °C, plant $index',
    ({ index, parameters }) => {
      const loop = new ClosedLoop(
        parameters,
        parametersFor(rig.parameters),
        index,
        rig.heatDutyCap,
      );
      loop.run(200, cold);
      for (const order of [hot, cold]) {
        const samples = loop.run(200, order);
        expect(overshootK(samples, parameters, order.targetC)).toBeLessThanOrEqual(0.25);
        expect(worstReadingErrorK(samples.slice(-1200))).toBeLessThanOrEqual(0.5);
      }
    },
  );
});

describe('the controller on a noisy bench', () => {
  const rig = rigs.heat12V;
  const { cold, hot } = orders(0.25);
  it.each([
    ['2 LSB rms while driven', 0.5, { drivenLsbRms: 2 }],
    ['1.5 LSB rms of white noise', 1.5, {}],
    ['1 LSB rms common to all channels', 0.5, { commonLsbRms: 1 }],
    ['6 LSB on a twentieth of the samples', 0.5, { burstLsb: 6, burstShare: 0.05 }],
  ])('arrives from a ramp as on a quiet one: %s', (_, adcNoiseLsbRms, noise) => {
    const given = parametersFor(rig.parameters);
    drawnPlants(rig, 4).forEach((drawn, seed) => {
      const parameters = { ...drawn, adcNoiseLsbRms, noise: { ...noNoise(), ...noise } };
      const loop = new ClosedLoop(parameters, given, seed, rig.heatDutyCap);
      loop.run(200, cold);
      const samples = loop.run(200, hot);
      expect(overshootK(samples, parameters, hotC)).toBeLessThanOrEqual(0.1);
      expect(rmsK(samples.slice(-1200), plateShowing(parameters, hotC))).toBeLessThanOrEqual(0.1);
    });
  });
});

describe('the controller in trouble', () => {
  const rig = rigs.reference;
  const { cold, hot, off } = orders(0.25);
  const start = (seed: number): ClosedLoop =>
    new ClosedLoop(rig.parameters, parametersFor(rig.parameters), seed, rig.heatDutyCap);

  it.each([0.9, 1, 1.1])(
    'never passes target + 0.5 °C as contact changes, supply × %s',
    (supply) => {
      const loop = start(3);
      loop.plant.faults.supplyFactor = supply;
      loop.run(150, cold);
      const seen = [1, 0, 0.5, 0.1, 1].flatMap((contact) => {
        loop.plant.setContact(contact);
        return loop.run(60, hot);
      });
      expect(Math.max(...seen.map(({ plateC }) => plateC))).toBeLessThan(hotC + 0.5);
    },
  );

  it('resumes after a pause from where the plate is, at the rate of the ramp', () => {
    const loop = start(4);
    loop.run(200, hot);
    const paused = loop.run(60, off);
    expect(paused.every(({ drive }, index) => index < 20 || drive === 0)).toBe(true);
    const resumed = loop.run(120, hot);
    expect(Math.abs(resumed[0]!.setpointC - paused.at(-1)!.plateC)).toBeLessThan(0.5);
    const perSecond = resumed.slice(20).map(({ plateC }, i) => plateC - resumed[i]!.plateC);
    expect(Math.max(...perSecond)).toBeLessThan(0.6);
    expect(overshootK(resumed, rig.parameters, hotC)).toBeLessThanOrEqual(0.1);
  });

  it('does not store up a jump while it may not heat', () => {
    const loop = start(5);
    loop.run(150, cold);
    const held = loop.run(300, { ...hot, permission: 'cool', targetC: 42 });
    expect(held.every(({ drive }) => drive <= 0)).toBe(true);
    expect(held.at(-1)!.setpointC).toBe(42);
    const released = loop.run(60, { ...hot, targetC: 42 });
    const perSecond = released.slice(20).map(({ plateC }, i) => plateC - released[i]!.plateC);
    expect(Math.max(...perSecond)).toBeLessThan(0.8);
  });

  it('moves nearly as fast as physics allows when the ramp is no limit', () => {
    const fast = { ...parametersFor(rig.parameters), accelerationCPerS2: 20 };
    const loop = new ClosedLoop(rig.parameters, fast, 6, rig.heatDutyCap);
    const free: Order = { ...hot, rampCPerS: 100 };
    loop.run(600, free);
    for (const [targetC, duty, ratio] of [
      [10, -1, 1.08],
      [hotC, 1, 1.15],
    ] as const) {
      const limit = new Plant({ ...rig.parameters, cutOut: null }, new Random(1));
      limit.network.state.set(loop.plant.network.state);
      const goalC = plateShowing(rig.parameters, targetC);
      const limitS = secondsTo(limit, goalC - Math.sign(duty) * 0.5, driveOf(duty));
      const order: Order = targetC === hotC ? free : { ...cold, targetC, rampCPerS: 100 };
      const samples = loop.run(300, order);
      const last = samples.findLastIndex(({ plateC }) => Math.abs(plateC - goalC) > 0.5);
      expect(((last + 1) * tickS) / limitS).toBeLessThan(ratio);
    }
  });
});
