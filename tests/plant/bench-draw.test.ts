import { describe, expect, it } from 'vitest';
import {
  benchBeyondTolerance,
  benchWithinTolerance,
  drawBench,
} from '../../hardware/plant/bench-draw.ts';
import type { BenchRange } from '../../hardware/plant/bench-draw.ts';
import { noFaults } from '../../hardware/plant/fault-settings.ts';
import { plantParametersSchema } from '../../hardware/plant/parameters.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { RoomAir } from '../../hardware/plant/room.ts';
import { roomC } from '../../src/safety/rest.ts';

const nominal = rigs.reference.parameters;
const drawn = (range: BenchRange) =>
  Array.from({ length: 2000 }, (_, seed) => drawBench(new Random(seed), range, nominal));

describe.each([
  ['within tolerance', benchWithinTolerance],
  ['beyond it', benchBeyondTolerance],
])('a bench %s', (_words, range) => {
  const benches = drawn(range);
  const spread = (of: (bench: (typeof benches)[number]) => number) => {
    const all = benches.map(of);
    return { low: Math.min(...all), high: Math.max(...all) };
  };
  const sizes: readonly [string, (bench: (typeof benches)[number]) => number, number, number][] = [
    ['air', ({ ambient }) => ambient.temperatureC, range.airC.min, range.airC.max],
    ['drift', ({ ambient }) => ambient.driftCPerHour, -range.driftCPerHour, range.driftCPerHour],
    ['step', ({ ambient }) => ambient.stepK, -range.stepK, range.stepK],
    ['sun on the plate', ({ ambient }) => ambient.sunOnPlateW, 0, range.sunOnPlateW],
    ['sun on the heatsink', ({ ambient }) => ambient.sunOnHeatsinkW, 0, range.sunOnHeatsinkW],
    ['a warm plate', ({ start }) => start.plateWarmerK, 0, range.plateWarmerK],
    ['a warm heatsink', ({ start }) => start.heatsinkWarmerK, 0, range.heatsinkWarmerK],
    [
      'the converter',
      ({ adcNoiseLsbRms }) => adcNoiseLsbRms,
      range.adcNoiseLsbRms.min,
      range.adcNoiseLsbRms.max,
    ],
    ['white', ({ noise }) => noise.whiteLsbRms, 0, range.noise.whiteLsbRms],
    ['common', ({ noise }) => noise.commonLsbRms, 0, range.noise.commonLsbRms],
    ['driven', ({ noise }) => noise.drivenLsbRms, 0, range.noise.drivenLsbRms],
    ['spikes', ({ noise }) => noise.burstLsb, 0, range.noise.burstLsb],
    ['share of spikes', ({ noise }) => noise.burstShare, 0, range.burstShare],
    ['hum', ({ noise }) => noise.humPeakLsb, 0, range.noise.humPeakLsb],
    ['wander', ({ noise }) => noise.wanderLsbRms, 0, range.noise.wanderLsbRms],
    ['ground', ({ noise }) => noise.sharedReturnOhm, -range.sharedReturnOhm, range.sharedReturnOhm],
  ];

  it.each(sizes)('fills its range, and no more: %s', (_what, of, min, max) => {
    const { low, high } = spread(of);
    expect(low).toBeGreaterThanOrEqual(min);
    expect(high).toBeLessThanOrEqual(max);
    expect(high - low).toBeGreaterThanOrEqual(0.85 * (max - min));
  });

  it('is one that a plant can have, the same for the same seed', () => {
    for (const bench of benches.slice(0, 50)) {
      expect(plantParametersSchema.safeParse({ ...nominal, ...bench }).success).toBe(true);
    }
    expect(drawn(range)).toEqual(benches);
    expect(new Set(benches.map(({ noise }) => noise.humHz))).toEqual(new Set([50, 60]));
  });

  it('has one loud cause at most', () => {
    for (const { noise } of benches) {
      const loud = (['whiteLsbRms', 'commonLsbRms', 'drivenLsbRms', 'burstLsb'] as const).filter(
        (cause) => noise[cause] > 0.2 * range.noise[cause],
      );
      expect(loud.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('the room of a bench within tolerance', () => {
  it('is one that the device is made for', () => {
    expect(benchWithinTolerance.airC).toEqual(roomC);
  });

  it('stays one for two hours, however it drifts, and drifts to both edges', () => {
    const endsC = drawn(benchWithinTolerance).map(({ ambient }) => {
      const air = new RoomAir(ambient, noFaults().room);
      air.pass(2 * 3600);
      return air.airC;
    });
    expect(Math.min(...endsC)).toBeGreaterThanOrEqual(roomC.min - 1e-9);
    expect(Math.max(...endsC)).toBeLessThanOrEqual(roomC.max + 1e-9);
    expect(endsC.filter((celsius) => celsius > roomC.max - 0.01).length).toBeGreaterThan(50);
    expect(endsC.filter((celsius) => celsius < roomC.min + 0.01).length).toBeGreaterThan(50);
  });
});
