/** What the bench adds to a conversion: how much, to which channels, when. */
import { describe, expect, it } from 'vitest';
import { driveOf } from '../../hardware/plant/experiment.ts';
import { faultById } from '../../hardware/plant/faults.ts';
import { Disturbance, noNoise } from '../../hardware/plant/noise.ts';
import type { ConversionMoment } from '../../hardware/plant/noise.ts';
import type { Channel, NoiseParameters } from '../../hardware/plant/parameters.ts';
import { channels } from '../../hardware/plant/parameters.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { lsbV } from '../../hardware/parts/thermistor-part.ts';

const idle: ConversionMoment = { atS: 0, driven: false, supplyA: 0 };
const rounds = 20_000;
const roundS = 0.025;

/** Counts of many rounds, by channel; a tick of the host has two rounds. */
function rows(sizes: Partial<NoiseParameters>, moment = idle, seed = 1): number[][] {
  const disturbance = new Disturbance({ ...noNoise(), ...sizes }, new Random(seed));
  const table = Array.from({ length: rounds }, (_, round) =>
    channels.map((channel) => disturbance.lsb(channel, { ...moment, atS: round * roundS })),
  );
  return channels.map((_, channel) => table.map((row) => row[channel]!));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((one) => one * one)));
/** Correlation of two rows, or of one with itself some rounds later. */
function correlation(a: readonly number[], b: readonly number[], later = 0): number {
  const products = a.slice(0, a.length - later).map((value, at) => value * b[at + later]!);
  return mean(products) / (rms(a) * rms(b));
}

/** A diff of thousands of counts helps nobody. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0);

describe('white noise', () => {
  it.each([0.5, 1.5, 3])('of %s LSB rms is that large on each channel, each for itself', (size) => {
    const [plateA = [], plateB = [], heatsink = []] = rows({ whiteLsbRms: size });
    for (const row of [plateA, plateB, heatsink]) {
      expect(rms(row) / size).toBeCloseTo(1, 1);
      expect(mean(row) / size).toBeCloseTo(0, 1);
      expect(correlation(row, row, 1)).toBeCloseTo(0, 1);
    }
    expect(correlation(plateA, plateB)).toBeCloseTo(0, 1);
    expect(correlation(plateA, heatsink)).toBeCloseTo(0, 1);
  });

  it('in common is one draw for all channels of a round, and another in the next', () => {
    const [plateA = [], plateB = [], heatsink = []] = rows({ commonLsbRms: 1 });
    expect([apart(plateB, plateA), apart(heatsink, plateA)]).toEqual([0, 0]);
    expect(rms(plateA)).toBeCloseTo(1, 1);
    expect(correlation(plateA, plateA, 1)).toBeCloseTo(0, 1);
  });

  it('in common belongs to a round, whichever channels a board converts in it', () => {
    const disturbance = new Disturbance({ ...noNoise(), commonLsbRms: 1 }, new Random(1));
    const asked: readonly Channel[] = ['plateB', 'plateA', 'plateB', 'plateB', 'plateA'];
    const [first, same, second, third, again] = asked.map((one) => disturbance.lsb(one, idle));
    expect(same).toBe(first);
    expect(again).toBe(third);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('of the drive is there while it drives, and not a count without', () => {
    expect(rms(rows({ drivenLsbRms: 2 }).flat())).toBe(0);
    const [plateA = [], plateB = []] = rows({ drivenLsbRms: 2 }, { ...idle, driven: true });
    expect(rms(plateA)).toBeCloseTo(2, 1);
    expect(correlation(plateA, plateB)).toBeCloseTo(0, 1);
  });
});

describe('spikes', () => {
  it.each([
    [6, 0.05],
    [20, 0.5],
    [3, 1],
  ])('of %s LSB come on a share of %s, up as often as down', (burstLsb, burstShare) => {
    for (const row of rows({ burstLsb, burstShare })) {
      expect(new Set(row.map(Math.abs).filter((one) => one > 0))).toEqual(new Set([burstLsb]));
      const up = row.filter((one) => one > 0).length / rounds;
      const down = row.filter((one) => one < 0).length / rounds;
      expect(up).toBeCloseTo(burstShare / 2, 1.5);
      expect(down).toBeCloseTo(burstShare / 2, 1.5);
    }
  });
});

describe('hum', () => {
  it('is one sine on all channels, as large as it says, that every phase shifts', () => {
    const [plateA = [], plateB = []] = rows({ humPeakLsb: 2, humHz: 49.7 });
    expect(apart(plateB, plateA)).toBe(0);
    expect(Math.max(...plateA)).toBeCloseTo(2, 2);
    expect(rms(plateA)).toBeCloseTo(2 / Math.SQRT2, 2);
    const shifted = rows({ humPeakLsb: 2, humHz: 49.7 }, idle, 2)[0]!;
    expect(apart(shifted, plateA)).toBeGreaterThan(0.1);
    expect(rms(shifted)).toBeCloseTo(2 / Math.SQRT2, 2);
  });

  // 40 conversions a second see 50 Hz as 10 Hz, 60 Hz as 20 Hz, and 40 Hz not at all.
  it.each([
    [50, 4],
    [60, 2],
    [40, 1],
  ])('of %s Hz repeats every %s rounds of 25 ms', (humHz, period) => {
    const row = rows({ humPeakLsb: 2, humHz })[0]!;
    for (let at = 0; at < 200; at += 1) expect(row[at + period]).toBeCloseTo(row[at]!, 9);
    const turns = new Set(row.slice(0, period).map((one) => one.toFixed(6)));
    expect(turns.size).toBe(period);
  });
});

describe('wander', () => {
  it('is slow: as large as it says in the long run, alike from round to round', () => {
    const [plateA = [], plateB = []] = rows({ wanderLsbRms: 1, wanderTimeConstantS: 2 });
    expect(rms(plateA)).toBeGreaterThan(0.8);
    expect(rms(plateA)).toBeLessThan(1.2);
    expect(correlation(plateA, plateA, 1)).toBeCloseTo(Math.exp(-roundS / 2), 2);
    expect(correlation(plateA, plateA, 2 / roundS)).toBeGreaterThan(0.2);
    expect(correlation(plateA, plateA, 2 / roundS)).toBeLessThan(0.55);
    expect(Math.abs(correlation(plateA, plateB))).toBeLessThan(0.25);
  });
});

describe('a shared return', () => {
  it.each([
    [1, 10.8],
    [1, 4.5],
    [-2, 10.8],
    [3, 0],
  ])('of %s mΩ shifts all channels alike at %s A', (milliohm, supplyA) => {
    const shifts = rows({ sharedReturnOhm: milliohm / 1000 }, { ...idle, driven: true, supplyA });
    const expected = (milliohm * supplyA) / 1000 / lsbV;
    for (const row of shifts) for (const one of row) expect(one).toBeCloseTo(expected, 9);
  });

  /** Mean shift of a channel by the fault, in counts, after a second of a drive. */
  function shiftLsb(id: string, duty: number): number {
    const plants = [0, 1].map(() => new Plant(rigs.reference.parameters, new Random(1)));
    const [shifted, sound] = plants as [Plant, Plant];
    faultById(id).apply(shifted);
    for (const plant of plants) plant.advance(1, driveOf(duty));
    return (shifted.adcVolts('plateA') - sound.adcVolts('plateA')) / lsbV;
  }

  it('follows the current that the supply gives, whichever way it goes through the modules', () => {
    // 12 V over two modules in parallel, 5 V the other way, half the pulses, and the enable low.
    expect(shiftLsb('ground-shift-1', -1)).toBeCloseTo(2.2, 0.5);
    expect(shiftLsb('ground-shift-1', 1)).toBeCloseTo(0.92, 1);
    expect(shiftLsb('ground-shift-1', -0.5) / shiftLsb('ground-shift-1', -1)).toBeCloseTo(0.5, 1);
    expect(shiftLsb('ground-shift-minus-1', -1)).toBeCloseTo(-shiftLsb('ground-shift-1', -1), 9);
    expect(shiftLsb('ground-shift-3', -1)).toBeCloseTo(3 * shiftLsb('ground-shift-1', -1), 9);
    expect(shiftLsb('ground-shift-3', 0)).toBe(0);
  });
});

describe('a quiet bench', () => {
  it('adds nothing at all, and draws nothing', () => {
    const loud = { ...idle, driven: true, supplyA: 10 };
    for (const row of rows({}, loud)) expect(row.every((one) => one === 0)).toBe(true);
    const half = rows({ burstLsb: 6 }, loud).concat(rows({ burstShare: 0.5 }, loud));
    expect(half.flat().every((one) => one === 0)).toBe(true);
  });

  it('gives the conversions of a plant to which a disturbance comes and goes, bit for bit', () => {
    const volts = (id: string | null): number[] => {
      const plant = new Plant(rigs.reference.parameters, new Random(3));
      const seen: number[] = [];
      for (let tick = 0; tick < 60; tick += 1) {
        if (tick === 20 && id !== null) faultById(id).apply(plant);
        if (tick === 40 && id !== null) faultById(id).clear(plant);
        plant.advance(0.05, driveOf(-0.5));
        const round = channels.map((channel) => plant.adcVolts(channel));
        if (tick < 20 || tick >= 40) seen.push(...round);
      }
      return seen;
    };
    const quiet = volts(null);
    for (const id of ['noise-white-3', 'noise-common-1', 'noise-bursts-6', 'noise-wander-1']) {
      expect(volts(id)).toEqual(quiet);
    }
  });
});

describe('a seed', () => {
  const loud = {
    whiteLsbRms: 1,
    commonLsbRms: 1,
    drivenLsbRms: 1,
    burstLsb: 6,
    burstShare: 0.05,
    wanderLsbRms: 1,
  };
  it('gives the same disturbances, and another seed others', () => {
    const driven = { ...idle, driven: true };
    const first = rows(loud, driven, 5).flat();
    expect(apart(rows(loud, driven, 5).flat(), first)).toBe(0);
    expect(apart(rows(loud, driven, 6).flat(), first)).toBeGreaterThan(1);
  });

  it('draws each cause for itself: one that comes leaves the others as they were', () => {
    const without = rows({ whiteLsbRms: 1 })[0]!;
    const both = rows({ whiteLsbRms: 1, commonLsbRms: 1 })[0]!;
    const alone = rows({ commonLsbRms: 1 })[0]!;
    for (let at = 0; at < 100; at += 1) expect(both[at]! - without[at]!).toBeCloseTo(alone[at]!, 9);
    expect(correlation(without, alone)).toBeCloseTo(0, 1);
  });
});

describe('a wire that opens for 50 ms', () => {
  /** Rounds of 25 ms in which a channel reads the rail, after the fault. */
  function openRounds(seed: number, id: string): number[] {
    const plant = new Plant(rigs.reference.parameters, new Random(seed));
    plant.advance(1, driveOf(0));
    faultById(id).apply(plant);
    const open: number[] = [];
    for (let round = 1; round <= 40; round += 1) {
      plant.advance(roundS, driveOf(0));
      const counts = channels.map((channel) => plant.adcVolts(channel) / lsbV);
      if (counts[0]! > 1000) open.push(round);
      expect(counts[1]).toBeLessThan(1000);
    }
    expect(plant.faults.sensors.plateA.openForS).toBe(0);
    return open;
  }

  it('is seen by two rounds, in one tick of the host or over two, and then is whole again', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const open = openRounds(seed, 'plate-a-open-50ms');
      expect(open).toHaveLength(2);
      expect(open[1]).toBe(open[0]! + 1);
      seen.add(open.join());
    }
    expect(seen).toEqual(new Set(['1,2', '2,3']));
  });
});
