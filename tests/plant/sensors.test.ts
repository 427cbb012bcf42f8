import { describe, expect, it, vi } from 'vitest';
import {
  thermistorNominalOhm,
  thermistorOhm,
  thermistorPoints,
} from '../../hardware/parts/thermistor-part.ts';
import { driveOf, heldPlant } from '../../hardware/plant/experiment.ts';
import { node } from '../../hardware/plant/network.ts';
import type { Channel } from '../../hardware/plant/parameters.ts';
import { channels } from '../../hardware/plant/parameters.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { celsiusOfCount, celsiusOfOhm } from '../control/celsius.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Kilo-ohms of the part's table 103_3950. */
const table = [
  [0, 31.77],
  [5, 24.94],
  [10, 19.68],
  [15, 15.62],
  [20, 12.47],
  [25, 10],
  [30, 8.064],
  [35, 6.538],
  [40, 5.327],
  [45, 4.363],
  [50, 3.592],
  [55, 2.972],
  [60, 2.472],
] as const;
const farTable = [
  [-40, 277.2],
  [-20, 87.43],
  [-10, 51.82],
  [80, 1.243],
  [100, 0.6744],
  [130, 0.2924],
  [150, 0.1769],
] as const;

/** Error in kelvin of the simulated part at a line of the table. */
function partErrorK(temperatureC: number, kiloOhm: number): number {
  const slope = Math.log(thermistorOhm(temperatureC + 0.1) / thermistorOhm(temperatureC)) / 0.1;
  return Math.log((kiloOhm * 1000) / thermistorOhm(temperatureC)) / slope;
}

/** What a host would show that took B = 3950 for the whole curve. */
function lawC(ohm: number): number {
  return 1 / (1 / 298.15 + Math.log(ohm / thermistorNominalOhm) / 3950) - 273.15;
}

describe('the simulated thermistor', () => {
  it.each(table)('is the real part at %s °C', (temperatureC, kiloOhm) => {
    expect(Math.abs(partErrorK(temperatureC, kiloOhm))).toBeLessThan(0.03);
  });

  it.each(farTable)('is near the real part at %s °C', (temperatureC, kiloOhm) => {
    expect(Math.abs(partErrorK(temperatureC, kiloOhm))).toBeLessThan(0.5);
  });

  it('falls with temperature everywhere', () => {
    for (let c = -60; c < 200; c += 1) expect(thermistorOhm(c + 1)).toBeLessThan(thermistorOhm(c));
  });

  it('is read within 0.04 °C by the three points of its data sheet, but not by the B law', () => {
    expect(thermistorPoints.map(({ temperatureC }) => temperatureC)).toEqual([0, 25, 50]);
    for (let c = 0; c <= 50; c += 1) {
      expect(Math.abs(celsiusOfOhm(thermistorOhm(c)) - c)).toBeLessThan(0.04);
    }
    expect(lawC(thermistorOhm(10)) - 10).toBeCloseTo(0.5, 1);
    expect(lawC(thermistorOhm(40)) - 40).toBeCloseTo(-0.12, 1);
  });
});

/** Mean and spread of many conversions, in counts. */
function counts(plant: Plant, channel: Channel, count = 4000): { mean: number; rms: number } {
  const volts = Array.from({ length: count }, () => (plant.adcVolts(channel) / 5) * 1024);
  const mean = volts.reduce((sum, value) => sum + value, 0) / count;
  const square = volts.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, rms: Math.sqrt(square) };
}

const held = heldPlant(rigs.heat12V.parameters, 40);
const heldState = Float64Array.from(held.network.state);

/** A plant in a hold at 40 °C, with fresh noise and no fault. */
function plantAt40(): Plant {
  const plant = new Plant(rigs.heat12V.parameters, new Random(9));
  plant.network.state.set(heldState);
  return plant;
}
const idle = driveOf(0, { bridgeEnabled: false });

describe('a converter channel', () => {
  it('shows the bead, with the noise of one conversion', () => {
    const plant = plantAt40();
    const { mean, rms } = counts(plant, 'plateA');
    expect(celsiusOfCount(mean - 0.5)).toBeCloseTo(plant.network.state[node.plateA]!, 1);
    expect(plant.network.state[node.plateA]!).toBeCloseTo(39.85, 2);
    expect(rms).toBeGreaterThan(0.48);
    expect(rms).toBeLessThan(0.52);
  });

  it('has noise of its own, which the reading of others does not shift', () => {
    const [alone, among] = [plantAt40(), plantAt40()];
    const first = Array.from({ length: 20 }, () => alone.adcVolts('plateA'));
    const second = Array.from({ length: 20 }, () => {
      among.adcVolts('plateB');
      return among.adcVolts('plateA');
    });
    expect(second).toEqual(first);
  });

  it.each([
    ['open', 1023.4, 1024],
    ['short', 0, 0.6],
  ] as const)('lies at its end when the thermistor is %s', (kind, low, high) => {
    for (const channel of channels) {
      const plant = plantAt40();
      plant.faults.sensors[channel][kind] = true;
      const { mean } = counts(plant, channel);
      expect(mean).toBeGreaterThanOrEqual(low);
      expect(mean).toBeLessThanOrEqual(high);
    }
  });

  it.each([
    ['seriesOhm', 500, 40, 37.8],
    ['seriesOhm', 1000, 40, 35.8],
    ['leakageOhm', 100_000, 10, 13.8],
    ['leakageOhm', 1_000_000, 10, 10.4],
  ] as const)('reads wrong with %s of %s, as known', (setting, ohm, plateC, shownC) => {
    const plant = plantAt40();
    plant.network.state.fill(plateC, 0, node.skin);
    plant.faults.sensors.plateB[setting] = ohm;
    expect(celsiusOfCount(counts(plant, 'plateB').mean - 0.5)).toBeCloseTo(shownC, 0);
  });

  it('freezes on its last value and lives again', () => {
    const plant = plantAt40();
    const last = plant.adcVolts('plateA');
    plant.faults.sensors.plateA.frozen = true;
    plant.advance(1, idle);
    expect([plant.adcVolts('plateA'), plant.adcVolts('plateA')]).toEqual([last, last]);
    plant.faults.sensors.plateA.frozen = false;
    expect(counts(plant, 'plateA').rms).toBeGreaterThan(0.4);
  });

  it('drifts at its rate and comes back', () => {
    const plant = plantAt40();
    const shownC = (): number => celsiusOfCount(counts(plant, 'plateB').mean - 0.5);
    plant.faults.sensors.plateB.driftCPerMinute = -1;
    for (let second = 0; second < 120; second += 1) plant.advance(1, idle);
    expect(shownC() - plant.network.state[node.plateB]!).toBeCloseTo(-2, 1);
    plant.faults.sensors.plateB.driftCPerMinute = 0;
    plant.advance(0.05, idle);
    expect(shownC()).toBeCloseTo(plant.network.state[node.plateB]!, 1);
  });

  it.each([
    [1, 0.9],
    [1.5, 1.35],
    [2, 1.8],
  ])('is %s °C apart from its twin %s s after its bead came loose', (limitK, expectedS) => {
    const plant = plantAt40();
    const { state } = plant.network;
    plant.faults.sensors.plateA.detached = true;
    let seconds = 0;
    while (state[node.plateB]! - state[node.plateA]! < limitK && seconds < 60) {
      plant.advance(0.01, driveOf(0.107));
      seconds += 0.01;
    }
    expect(Math.abs(seconds - expectedS)).toBeLessThan(0.1);
  });

  it('is exchanged with the heatsink, and only that pair', () => {
    const plant = plantAt40();
    const before = channels.map((channel) => counts(plant, channel).mean);
    plant.faults.sensorsSwapped = true;
    plant.advance(0.001, idle);
    const after = channels.map((channel) => counts(plant, channel).mean);
    expect(after[0]).toBeCloseTo(before[2]!, 0);
    expect(after[1]).toBeCloseTo(before[1]!, 0);
    expect(after[2]).toBeCloseTo(before[0]!, 0);
  });
});
