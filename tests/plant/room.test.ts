/** Rooms that are cold, hot or change, the sun, and a device that is still warm. */
import { describe, expect, it } from 'vitest';
import { driveOf } from '../../hardware/plant/experiment.ts';
import { faultById } from '../../hardware/plant/faults.ts';
import { node } from '../../hardware/plant/network.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';

const { parameters } = rigs.reference;
const off = driveOf(0, { bridgeEnabled: false, relayClosed: false });

const inRoom = (ambient: Partial<PlantParameters['ambient']>): Plant => {
  const plant = new Plant(
    { ...parameters, ambient: { ...parameters.ambient, ...ambient } },
    new Random(1),
  );
  plant.setContact(0);
  return plant;
};

function rest(plant: Plant, seconds: number, drive = off): Plant {
  for (let second = 0; second < seconds; second += 1) plant.advance(1, drive);
  return plant;
}

const airC = (plant: Plant): number => plant.truth().ambientC;

describe('a room', () => {
  it.each([5, 9, 12, 30, 35, 40])('of %s °C has been there before the device', (roomC) => {
    const plant = inRoom({});
    faultById(`room-${roomC}`).apply(plant);
    rest(plant, 1);
    const { plateC, heatsinkC } = plant.truth();
    for (const celsius of [airC(plant), plateC, heatsinkC]) expect(celsius).toBeCloseTo(roomC, 6);
    const born = rest(inRoom({ temperatureC: roomC }), 1);
    expect(plant.network.state).toEqual(born.network.state);
    faultById(`room-${roomC}`).clear(plant);
    expect(airC(rest(plant, 1))).toBe(25);
    expect(plant.truth().plateC).toBeCloseTo(25, 6);
  });

  it('that changes after something was driven changes the air, and the device in its own time', () => {
    const plant = rest(inRoom({}), 60, driveOf(-0.3));
    const { plateC } = plant.truth();
    faultById('room-40').apply(plant);
    plant.advance(0.05, off);
    expect(airC(plant)).toBe(40);
    expect(plant.truth().plateC).toBeCloseTo(plateC, 0.5);
    expect(rest(plant, 3600).truth().plateC).toBeCloseTo(40, 0);
  });

  it('drifts at its rate, up and down, and not for ever', () => {
    expect(airC(rest(inRoom({ driftCPerHour: 6 }), 1800))).toBeCloseTo(28, 6);
    expect(airC(rest(inRoom({ driftCPerHour: -6 }), 1800))).toBeCloseTo(22, 6);
    expect(airC(rest(inRoom({ driftCPerHour: 60 }), 3600))).toBeCloseTo(40, 6);
    const plant = rest(inRoom({}), 600);
    faultById('room-warming').apply(plant);
    expect(airC(rest(plant, 1800))).toBeCloseTo(30, 6);
    faultById('room-warming').clear(plant);
    expect(airC(rest(plant, 1))).toBe(25);
  });

  it('steps at its moment, by a window or by parameters', () => {
    const plant = inRoom({ stepK: -8, stepAtS: 100 });
    expect(airC(rest(plant, 99))).toBe(25);
    expect(airC(rest(plant, 2))).toBe(17);
    const opened = rest(inRoom({}), 10);
    faultById('room-window').apply(opened);
    expect(airC(rest(opened, 1))).toBe(17);
  });

  it('that gets colder than its dew point is as wet as air can be', () => {
    const plant = rest(inRoom({ stepK: -20, stepAtS: 10 }), 60);
    expect(plant.truth().dewPointC).toBe(5);
    expect(rest(inRoom({}), 60).truth().dewPointC).toBeCloseTo(13.86, 1);
  });
});

describe('the sun', () => {
  it.each([
    ['sunOnHeatsinkW', node.sink, parameters.heatsink.capacityJPerK],
    ['sunOnPlateW', node.plate, parameters.plate.capacityJPerK],
  ] as const)('%s warms its node by its watts over the heat capacity', (where, place, jPerK) => {
    const [lit, dark] = [inRoom({ [where]: 4 }), inRoom({})].map((plant) => {
      const slopes = new Float64Array(plant.network.state.length);
      plant.advance(0.001, off);
      plant.network.slopes(plant.network.state, slopes);
      return slopes;
    });
    expect(lit![place]! - dark![place]!).toBeCloseTo(4 / jPerK, 3);
  });

  it('falls on the edge where the plate has one, and all of it goes to the air in the end', () => {
    const edge = { capacityJPerK: 24, couplingWPerK: 12, areaShare: 0.5 };
    const plate = { ...parameters.plate, capacityJPerK: 24, edge };
    const ambient = { ...parameters.ambient, sunOnPlateW: 2 };
    const plant = new Plant({ ...parameters, plate, ambient }, new Random(1));
    plant.setContact(0);
    rest(plant, 4 * 3600);
    const { plateC, edgeC, heatsinkC } = plant.truth();
    expect(edgeC).toBeGreaterThan(plateC);
    const lostW =
      (heatsinkC - 25) / parameters.heatsink.fanOnKPerW +
      (plateC - 25) * plate.leakWPerK +
      ((plateC + edgeC) / 2 - 25) * plate.frontWPerM2K * plate.areaM2;
    expect(lostW).toBeCloseTo(2, 3);
  });

  it('comes and goes as a fault', () => {
    const plant = inRoom({});
    faultById('sun').apply(plant);
    const litC = rest(plant, 3600).truth().heatsinkC;
    expect(litC - 25).toBeCloseTo(3.5 * parameters.heatsink.fanOnKPerW, 0.5);
    faultById('sun').clear(plant);
    expect(rest(plant, 3600).truth().heatsinkC).toBeCloseTo(25, 1);
  });
});

describe('a device that is warm from the last treatment', () => {
  it('starts so, by its parameters or as a condition, and cools down', () => {
    const start = { plateWarmerK: 4, heatsinkWarmerK: 14 };
    const born = new Plant({ ...parameters, start }, new Random(1));
    born.setContact(0);
    const made = inRoom({});
    faultById('warm-restart').apply(made);
    for (const plant of [born, made]) plant.advance(0.05, off);
    expect(made.network.state).toEqual(born.network.state);
    expect(made.truth().plateC).toBeCloseTo(29, 1);
    expect(made.truth().heatsinkC).toBeCloseTo(39, 1);
    expect(rest(made, 3600).truth().heatsinkC).toBeCloseTo(25, 0);
  });

  it('is no longer made so once it was driven', () => {
    const plant = rest(inRoom({}), 1, driveOf(-0.1));
    const before = plant.truth().heatsinkC;
    faultById('warm-restart').apply(plant);
    expect(rest(plant, 1).truth().heatsinkC).toBeCloseTo(before, 1);
  });
});
