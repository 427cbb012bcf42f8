/** The power circuit, state by state: what flows, and what stands behind the relay. */
import { describe, expect, it } from 'vitest';
import { railVolts } from '../../hardware/parts/rail-divider.ts';
import { witnessCelsius } from '../../hardware/parts/witness-part.ts';
import { driveOf } from '../../hardware/plant/experiment.ts';
import { faultById } from '../../hardware/plant/faults.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { PlantDrive } from '../../hardware/plant/bridge.ts';

const off = driveOf(0, { bridgeEnabled: false, relayClosed: false });
const relayAlone = driveOf(0, { bridgeEnabled: false });
const relayOpen = driveOf(-0.5, { relayClosed: false });

/** A plant a second into a drive, after its rails were full. */
function after(
  ids: readonly string[],
  drive: PlantDrive,
  parameters = rigs.reference.parameters,
): Plant {
  const plant = new Plant(parameters, new Random(1));
  plant.setContact(0);
  plant.advance(0.05, relayAlone);
  for (const id of ids) faultById(id).apply(plant);
  for (let step = 0; step < 20; step += 1) plant.advance(0.05, drive);
  return plant;
}

describe('the circuit', () => {
  it.each<[string, readonly string[], PlantDrive, moduleA: number, coolV: number, heatV: number]>([
    ['at rest', [], off, 0, 0, 0],
    ['relay closed, bridge off', [], relayAlone, 0, 12, 5.2],
    ['full cooling', [], driveOf(-1), 5.3, 11.73, 5.2],
    ['full heat', [], driveOf(1), -2.23, 12, 4.89],
    ['bridge on, relay open', [], relayOpen, 0, 0, 0],
    ['pole A welded', ['relay-welded-a'], off, 0, 12, 0],
    ['pole B welded', ['relay-welded-b'], off, 0, 0, 5.2],
    ['both welded', ['relay-welded'], off, 0, 12, 5.2],
    ['pole A welded, bridge on', ['relay-welded-a'], relayOpen, 2.7, 11.86, 2.1],
    ['upper A shorted, bridge off', ['leg-a-high-side-shorted'], relayAlone, 0, 12, 11.2],
    ['upper B shorted, bridge off', ['leg-b-high-side-shorted'], relayAlone, 0, 12, 5.2],
    ['upper B shorted, bridge on', ['leg-b-high-side-shorted'], driveOf(0), -2.23, 12, 4.89],
    // The Schottky blocks: nothing flows, and leg B is lifted.
    ['leg B high, full cooling', ['leg-b-stuck-high'], driveOf(-1), 0, 12, 11],
    ['leg A high, full heat', ['leg-a-stuck-high'], driveOf(1), 0, 12, 11],
    // As long as both are high; what is stuck and driven lifts nothing, and cools or heats in full.
    ['leg B high, half cooling', ['leg-b-stuck-high'], driveOf(-0.5), -1.1, 12, 7.95],
    ['leg A high, half heat', ['leg-a-stuck-high'], driveOf(0.5), 2.7, 11.87, 8.1],
    ['leg B high, nothing driven', ['leg-b-stuck-high'], driveOf(0), -2.2, 12, 4.89],
    ['leg A high, half cooling', ['leg-a-stuck-high'], driveOf(-0.5), 5.25, 11.74, 5.2],
    ['leg A high, bridge off', ['leg-a-stuck-high'], relayAlone, 0, 12, 5.2],
    ['stuck on heat, off', ['bridge-stuck-heat'], off, 0, 0, 0],
    ['stuck on heat, pole B welded', ['bridge-stuck-heat', 'relay-welded-b'], off, -2.23, 0, 4.89],
    ['stuck on heat, pole A welded', ['bridge-stuck-heat', 'relay-welded-a'], off, 0, 12, 0],
    ['stuck on cold, pole A welded', ['bridge-stuck-cool', 'relay-welded-a'], off, 5.3, 11.73, 0],
    // Fed through the modules, leg B lives from hand to mouth, and cooling seems to work.
    ['no heating supply, cooling', ['fuse-heat-blown'], driveOf(-0.5), 2.7, 11.86, 2.1],
    ['no cooling supply, heat', ['fuse-cool-blown'], driveOf(1), 0, 4.4, 5.2],
    ['12 V on the heating rail', ['heat-supply-high'], relayAlone, 0, 12, 12.2],
    ['a weak heating supply', ['heat-supply-low'], relayAlone, 0, 12, 4.1],
  ])('%s', (_what, ids, drive, moduleA, coolV, heatV) => {
    const truth = after(ids, drive).truth();
    expect(truth.moduleA).toBeCloseTo(moduleA, 0);
    expect(Math.abs(truth.moduleA - moduleA)).toBeLessThan(0.15);
    expect(Math.abs(truth.coolRailV - coolV)).toBeLessThan(0.1);
    expect(Math.abs(truth.heatRailV - heatV)).toBeLessThan(0.1);
  });

  it('empties both rails within a tenth of a second of an open relay', () => {
    const plant = after([], relayAlone);
    plant.advance(0.01, off);
    expect(plant.truth().coolRailV).toBeGreaterThan(3);
    plant.advance(0.09, off);
    expect(plant.truth().coolRailV).toBeLessThan(0.1);
    expect(plant.truth().heatRailV).toBeLessThan(0.1);
  });

  it.each([
    ['leg-a-low-side-shorted', 30, true],
    ['leg-b-low-side-shorted', 30, false],
    ['leg-a-low-side-shorted', -30, false],
    ['leg-b-low-side-shorted', -30, true],
    [null, 30, false],
  ])(
    '%s, bridge off, heatsink %d K from the plate: heat leaks %s',
    (id, heatsinkWarmerK, leaks) => {
      const { parameters } = rigs.reference;
      const warm = { ...parameters, start: { plateWarmerK: 0, heatsinkWarmerK } };
      const { moduleA } = after(id === null ? [] : [id], off, warm).truth();
      if (leaks) expect(Math.abs(moduleA)).toBeGreaterThan(0.1);
      else expect(moduleA).toBe(0);
    },
  );
});

describe('what the board measures', () => {
  it('reads both rails through their dividers, more where its own supply is low', () => {
    const counts = (plant: Plant, signal: 'coolRail' | 'heatRail') =>
      (plant.boardVolts(signal) / 5) * 1024;
    const plant = after([], relayAlone);
    expect(railVolts(counts(plant, 'coolRail'))).toBeCloseTo(12, 1);
    expect(railVolts(counts(plant, 'heatRail'))).toBeCloseTo(5.2, 1);
    const { parameters } = rigs.reference;
    const electronics = { ...parameters.electronics, boardSupplyV: 4.75 };
    const weak = after([], relayAlone, { ...parameters, electronics });
    expect(railVolts(counts(weak, 'coolRail'))).toBeCloseTo(12 / 0.95, 1);
    expect(weak.boardVolts('bandGap')).toBeCloseTo(1.1 / 0.95, 6);
    expect(plant.boardVolts('bandGap')).toBeCloseTo(1.1, 6);
    expect(plant.boardVolts('ground')).toBe(0);
  });

  it('shows the current of all modules about the middle of the scale', () => {
    expect(after([], relayAlone).boardVolts('moduleCurrent')).toBeCloseTo(2.5, 6);
    expect(after([], driveOf(-1)).boardVolts('moduleCurrent')).toBeCloseTo(2.5 + 1.06, 1);
    expect(after([], driveOf(1)).boardVolts('moduleCurrent')).toBeCloseTo(2.5 - 0.45, 1);
  });

  it('counts the fan by its tachometer, and nothing where the fan stands or the wire is broken', () => {
    const low = (plant: Plant): number =>
      Array.from({ length: 1000 }, (_, ms) => plant.tachometerLow(1.05 + ms / 1000)).filter(
        (level, ms, all) => ms > 0 && level !== all[ms - 1],
      ).length;
    expect(low(after([], off))).toBeGreaterThanOrEqual(99);
    expect(low(after([], off))).toBeLessThanOrEqual(101);
    expect(low(after(['fan-tachometer-open'], off))).toBe(0);
    const stopped = after(['fan-stopped'], off);
    for (let second = 0; second < 10; second += 1) stopped.advance(1, off);
    expect(stopped.truth().fanTurnsPerS).toBe(0);
    expect(stopped.tachometerTurnsPerS()).toBe(0);
  });

  it.each([
    ['+4 counts of ground', (count: number) => count + 4],
    ['gain +1 %', (count: number) => count * 1.01],
    ['gain −2 %', (count: number) => count * 0.98],
  ])('moves witness and beads apart: %s', (_what, spoilt) => {
    const plant = new Plant({ ...rigs.reference.parameters, adcNoiseLsbRms: 0 }, new Random(1));
    const count = (plant.adcVolts('witness') / 5) * 1024;
    expect(witnessCelsius(count - 0.5)).toBeCloseTo(25, 1);
    const bead = (plant.adcVolts('plateA') / 5) * 1024;
    // Colder is a higher count of a bead, and a lower one of the witness.
    expect(Math.sign(spoilt(count) - count)).toBe(Math.sign(spoilt(bead) - bead));
    expect(Math.abs(witnessCelsius(spoilt(count) - 0.5) - 25)).toBeGreaterThan(2);
  });
});
