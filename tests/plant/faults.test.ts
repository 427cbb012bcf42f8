import { describe, expect, it, vi } from 'vitest';
import { setPhases, soundLegs } from '../../hardware/plant/bridge.ts';
import { driveOf, heldPlant } from '../../hardware/plant/experiment.ts';
import { faultById, plantFaults } from '../../hardware/plant/faults.ts';
import { noFaults } from '../../hardware/plant/fault-settings.ts';
import { node } from '../../hardware/plant/network.ts';
import { noPhases } from '../../hardware/plant/peltier.ts';
import type { PlantDrive } from '../../hardware/plant/bridge.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { channels } from '../../hardware/plant/parameters.ts';

vi.setConfig({ testTimeout: 120_000 });

const twelve = rigs.heat12V.parameters;

/** State of plant and sensors after a ride that a fault cannot hide from. */
function ride(faultIds: readonly string[], cleared = false): number[] {
  const plant = new Plant(twelve, new Random(2));
  plant.advance(1, driveOf(-1));
  for (const channel of channels) plant.adcVolts(channel);
  for (const id of faultIds) faultById(id).apply(plant);
  if (cleared) for (const id of faultIds) faultById(id).clear(plant);
  const volts: number[] = [];
  const script: readonly PlantDrive[] = [
    driveOf(-0.6),
    driveOf(0.6),
    driveOf(0),
    driveOf(0, { bridgeEnabled: false }),
    driveOf(1, { relayClosed: false }),
  ];
  for (const drive of script) {
    for (let tick = 0; tick < 40; tick += 1) plant.advance(0.05, drive);
    volts.push(...channels.map((channel) => plant.adcVolts(channel)));
    volts.push(plant.boardVolts('coolRail'), plant.boardVolts('heatRail'));
    volts.push(plant.boardVolts('moduleCurrent'), plant.tachometerTurnsPerS());
  }
  return [...plant.network.state, ...volts];
}

describe('the table of faults', () => {
  const sound = ride([]);
  // These pass between two looks of this ride, or are over before it begins.
  const early = [
    'plate-a-open-50ms',
    'plate-b-open-50ms',
    'heatsink-open-50ms',
    'witness-open-50ms',
    ...['plate-a', 'plate-b', 'heatsink', 'witness'].map((id) => `${id}-intermittent`),
    'warm-restart',
  ];
  // A device without a cut-out has no thermal fuse either.
  const fuses = ['thermal-fuse-aged', 'thermal-fuse-bridged'];
  // These show only together with another: the relay that must open, the heat that must trip.
  const together = ['cut-out-bridged', 'relay-welded', 'second-relay-welded'];
  const silent = new Set([...together, ...fuses, ...early]);

  it('has stable, distinct ids', () => {
    const ids = plantFaults.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // A size may stand in the name.
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+|-\d+(\.\d+)?m?s?)*$/);
    for (const id of ['plate-a-open', 'bridge-stuck-heat', 'fan-stopped', 'sensors-swapped']) {
      expect(ids).toContain(id);
    }
  });

  it.each(plantFaults.map(({ id }) => id).filter((id) => !silent.has(id)))(
    '%s changes what happens',
    (id) => {
      expect(ride([id])).not.toEqual(sound);
    },
  );

  it.each(plantFaults.map(({ id }) => id))('%s leaves nothing behind when cleared', (id) => {
    const plant = new Plant(twelve, new Random(2));
    faultById(id).apply(plant);
    expect(plant.faults).not.toEqual(noFaults());
    faultById(id).clear(plant);
    expect(plant.faults).toEqual(noFaults());
    expect(ride([id], true)).toEqual(sound);
  });

  it('names what is wrong with an unknown id', () => {
    expect(() => faultById('plate-c-open')).toThrow(/plate-c-open.*--fault list.*FAULT_UNKNOWN/);
  });

  it('welds the relay: only then a relay that is told to open leaves the bridge connected', () => {
    const welded = new Plant(twelve, new Random(1));
    faultById('relay-welded').apply(welded);
    welded.advance(0.5, driveOf(1, { relayClosed: false }));
    expect(welded.truth().moduleA).toBeLessThan(-3);
  });
});

/** Rate of the plate, °C/s, in the first two seconds from a hold at 40 °C. */
const held = heldPlant(twelve, 40);
function rateCPerS(faultIds: readonly string[], drive: PlantDrive): number {
  const plant = new Plant(twelve, new Random(1));
  plant.network.state.set(held.network.state);
  for (const id of faultIds) faultById(id).apply(plant);
  plant.advance(1, drive);
  plant.advance(1, drive);
  return (plant.network.state[node.plate]! - held.network.state[node.plate]!) / 2;
}

describe('a fault of the bridge', () => {
  const idle = driveOf(0);
  const disabled = driveOf(0, { bridgeEnabled: false });
  const fullHeat = rateCPerS([], driveOf(1));
  const fullCool = rateCPerS([], driveOf(-1));

  it.each([
    ['bridge-stuck-heat', idle, fullHeat],
    ['bridge-stuck-heat', disabled, fullHeat],
    ['bridge-stuck-heat', driveOf(-1), fullHeat],
    ['bridge-stuck-heat', driveOf(0, { relayClosed: false }), rateCPerS([], disabled)],
    ['bridge-stuck-cool', driveOf(1), fullCool],
    ['leg-b-stuck-high', idle, fullHeat],
    ['leg-b-stuck-high', driveOf(0.1), fullHeat],
    ['leg-b-stuck-high', driveOf(-0.3), rateCPerS([], driveOf(0.7))],
    ['leg-b-stuck-high', disabled, rateCPerS([], disabled)],
    ['leg-a-stuck-high', idle, fullCool],
    ['leg-a-stuck-high', driveOf(1), rateCPerS([], idle)],
    ['leg-b-stuck-low', driveOf(1), rateCPerS([], idle)],
    ['leg-a-stuck-low', driveOf(-1), rateCPerS([], idle)],
    ['polarity-reversed', driveOf(-1), fullHeat],
    ['polarity-reversed', driveOf(1), fullCool],
  ] as const)('%s does what the legs make of %j', (id, drive, expected) => {
    expect(rateCPerS([id], drive)).toBeCloseTo(expected, 9);
  });

  it('puts phases of both legs together, whatever the duties', () => {
    const legs = {
      ...soundLegs,
      activeStrings: 2,
    };
    for (const highA of [0, 0.25, 0.6, 1]) {
      for (const highB of [0, 0.3, 0.8, 1]) {
        const phases = noPhases();
        setPhases(phases, twelve, { ...legs, highA, highB });
        expect(phases.drivenShare + phases.brakeShare).toBeCloseTo(1, 12);
        expect(phases.drivenV).toBeCloseTo(12 * (highA - highB), 12);
        const alone = highA * (1 - highB) + highB * (1 - highA);
        expect(phases.drivenShare).toBeCloseTo(alone, 12);
        setPhases(phases, rigs.reference.parameters, { ...legs, highA, highB });
        // Both legs high: the Schottky blocks, and nothing flows.
        expect(phases.drivenShare).toBeCloseTo(alone, 12);
        expect(phases.drivenV).toBeCloseTo(12 * highA * (1 - highB) - 5 * highB * (1 - highA), 12);
        expect(phases.drivenShare + phases.brakeShare).toBeCloseTo(1 - highA * highB, 12);
      }
    }
  });

  it('turns the 12 V rail into heat when the reference device is wired the wrong way round', () => {
    const plant = new Plant(rigs.reference.parameters, new Random(1));
    faultById('polarity-reversed').apply(plant);
    plant.advance(1, driveOf(-1));
    expect(plant.truth().plateC).toBeGreaterThan(26);
  });
});

describe('a fault of the rest', () => {
  it('heats the plate under a cooling command when the fan has stopped', () => {
    const plant = new Plant(twelve, new Random(1));
    plant.network.state.set(heldPlant(twelve, 12).network.state);
    faultById('fan-stopped').apply(plant);
    for (let second = 0; second < 600; second += 1) plant.advance(1, driveOf(-1));
    expect(plant.truth().plateC).toBeGreaterThan(25);
    expect(plant.truth().heatsinkC).toBeGreaterThan(80);
  });

  it('lets an open module conduct, but not pump', () => {
    const plant = new Plant(twelve, new Random(1));
    faultById('module-open').apply(plant);
    plant.advance(1, driveOf(-1));
    const sound = new Plant(twelve, new Random(1));
    sound.advance(1, driveOf(-1));
    const ratio = plant.truth().electricalW / sound.truth().electricalW;
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.6);
  });
});
