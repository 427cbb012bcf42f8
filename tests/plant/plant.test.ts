import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dewPointC } from '../../hardware/plant/humidity.ts';
import { driveOf, heldPlant, peakC } from '../../hardware/plant/experiment.ts';
import { node } from '../../hardware/plant/network.ts';
import { plantParametersSchema } from '../../hardware/plant/parameters.ts';
import type { PlantDrive } from '../../hardware/plant/bridge.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';

vi.setConfig({ testTimeout: 120_000 });

const duty = fc.double({ min: 0, max: 1, noNaN: true });
const drives: fc.Arbitrary<PlantDrive> = fc.record({
  coolDuty: duty,
  heatDuty: duty,
  bridgeEnabled: fc.boolean(),
  relayClosed: fc.boolean(),
  coilFed: fc.boolean(),
  lineHeld: fc.boolean(),
  fanRunning: fc.boolean(),
});

const fresh = (seed = 1): Plant => new Plant(rigs.reference.parameters, new Random(seed));

describe('the plant', () => {
  it('stays finite and within physics under any drive, contact and stride', () => {
    const moves = fc.tuple(drives, fc.double({ min: 0, max: 1, noNaN: true }), duty);
    fc.assert(
      fc.property(fc.constantFrom(...rigIds), fc.array(moves, { maxLength: 60 }), (id, script) => {
        const plant = new Plant(rigs[id].parameters, new Random(1));
        for (const [drive, strideS, contact] of script) {
          plant.setContact(contact);
          plant.advance(strideS, drive);
          const { plateC, heatsinkC, skinSurfaceC } = plant.truth();
          for (const celsius of [plateC, heatsinkC, skinSurfaceC, ...plant.network.state]) {
            expect(celsius).toBeGreaterThan(-60);
            expect(celsius).toBeLessThan(200);
          }
        }
      }),
    );
  });

  it('replays exactly from a seed, and differs in noise alone for another seed', () => {
    const run = (seed: number): number[] => {
      const plant = fresh(seed);
      const volts: number[] = [];
      for (let tick = 0; tick < 200; tick += 1) {
        plant.advance(0.05, driveOf(tick < 100 ? -0.7 : 0.4));
        volts.push(plant.adcVolts('plateA'), plant.adcVolts('plateB'), plant.adcVolts('heatsink'));
      }
      return [...plant.network.state, ...volts];
    };
    expect(run(3)).toEqual(run(3));
    const size = fresh().network.state.length;
    expect(run(4).slice(0, size)).toEqual(run(3).slice(0, size));
    expect(run(4)).not.toEqual(run(3));
  });

  it('does not depend on how time is cut into strides', () => {
    const [long, short] = [fresh(), fresh()];
    const drive = driveOf(-0.6);
    for (let second = 0; second < 20; second += 1) long.advance(1, drive);
    for (let tick = 0; tick < 400; tick += 1) short.advance(0.05, drive);
    expect(short.network.state).toEqual(long.network.state);
  });

  it.each([-0.1, 1.01, Number.NaN, Infinity])('refuses a stride of %s s', (strideS) => {
    expect(() => fresh().advance(strideS, driveOf(0))).toThrow(/DEFECT/);
  });

  it('takes a duty that is no number as none', () => {
    const [doubtful, idle] = [fresh(), fresh()];
    doubtful.advance(1, { ...driveOf(0), heatDuty: Number.NaN, coolDuty: -3 });
    idle.advance(1, driveOf(0));
    expect(doubtful.network.state).toEqual(idle.network.state);
  });

  it.each([
    ['relay open', { relayClosed: false }],
    ['bridge disabled', { bridgeEnabled: false }],
  ])('passes no current with the %s', (_words, others) => {
    const plant = fresh();
    plant.advance(0.5, driveOf(1));
    expect(plant.truth().moduleA).toBeLessThan(-1);
    plant.advance(0.5, driveOf(1, others));
    expect(plant.truth().moduleA).toBe(0);
    expect(plant.truth().electricalW).toBeCloseTo(0, 9);
  });

  it('starts at ambient, on skin that was bare, and leaves it when lifted', () => {
    const plant = fresh();
    expect(plant.truth().plateC).toBe(25);
    expect(plant.network.state[node.skin]).toBeGreaterThan(31);
    expect(plant.network.state[node.skin]).toBeLessThan(35);
    plant.setContact(0);
    plant.advance(1, driveOf(0));
    expect(plant.truth().contact).toBe(0);
    const onSkin = fresh();
    onSkin.advance(1, driveOf(0));
    expect(onSkin.truth().plateC).toBeGreaterThan(plant.truth().plateC + 0.3);
  });

  it('has the skin’s surface where the heat through contact and skin is the same', () => {
    const plant = heldPlant(rigs.reference.parameters, 12);
    const { plateC, skinSurfaceC } = plant.truth();
    const { skin, plate } = rigs.reference.parameters;
    const outer = skin.layers[0]!;
    const inside = (2 * outer.conductivityWPerMK) / outer.thicknessM;
    const throughSkinW = inside * plate.areaM2 * (plant.network.state[node.skin]! - skinSurfaceC);
    const throughContactW = skin.contactWPerM2K * plate.areaM2 * (skinSurfaceC - plateC);
    expect(throughContactW).toBeGreaterThan(3);
    expect(throughSkinW).toBeCloseTo(throughContactW, 9);
  });

  it('gathers water below the dew point, and not above', () => {
    const plant = heldPlant(rigs.heat12V.parameters, 12);
    expect(plant.truth().dewPointC).toBeCloseTo(dewPointC(25, 0.5), 12);
    expect(plant.truth().condensing).toBe(true);
    expect(heldPlant(rigs.heat12V.parameters, 15).truth().condensing).toBe(false);
  });

  it('refuses parameters that cannot be', () => {
    const { parameters } = rigs.reference;
    const plate = { ...parameters.plate, capacityJPerK: -48 };
    expect(() => new Plant({ ...parameters, plate }, new Random(1))).toThrow(/capacityJPerK/);
    expect(plantParametersSchema.safeParse({ ...parameters, colour: 'red' }).success).toBe(false);
  });
});

describe('the thermal cut-out', () => {
  it('opens on a stuck heat bridge, stays open when cold again, and saves the plate', () => {
    const plant = fresh();
    plant.faults.bridgeStuck = 'heat';
    plant.faults.relayWeldedB = true;
    expect(peakC(plant, 900, driveOf(0))).toBeLessThan(56);
    expect(plant.truth().cutOutOpen).toBe(true);
    expect(plant.truth().plateC).toBeLessThan(45);
    expect(plant.truth().moduleA).toBe(0);
  });

  it('is no help when bridged, nor in the way of a hold at 42 °C', () => {
    const bridged = fresh();
    bridged.faults.bridgeStuck = 'heat';
    bridged.faults.cutOutBridged = true;
    expect(peakC(bridged, 900, driveOf(0))).toBeGreaterThan(60);
    expect(heldPlant(rigs.reference.parameters, 42).truth().cutOutOpen).toBe(false);
  });
});
