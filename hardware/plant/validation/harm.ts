/**
 * How fast each fault hurts and where it ends, against the figures of a separate implementation.
 */
import { driveOf, heldPlant, peakC, secondsTo, TruthHold } from '../experiment.ts';
import { node } from '../network.ts';
import type { PlantParameters } from '../parameters.ts';
import type { PlantDrive } from '../bridge.ts';
import { rigs } from '../rigs.ts';
import type { Holds } from './holds.ts';
import { five, twelve } from './holds.ts';
import type { ValidationRow } from './row.ts';
import { rowAbsolute, rowRelative } from './row.ts';

const off = driveOf(0, { bridgeEnabled: false });

/** True plate temperature against time with the bridge stuck on heat, from a hold at 40 °C. */
const halfPlate = {
  capacityJPerK: 24,
  edge: { capacityJPerK: 24, couplingWPerK: 12, areaShare: 0.5 },
};
const thinPlate = { ...twelve, plate: { ...twelve.plate, ...halfPlate } };

interface StuckHeat {
  readonly name: string;
  readonly parameters: PlantParameters;
  readonly contact: number;
  readonly duty: number;
  /** Plate temperature in °C → seconds from 40 °C. */
  readonly times: Readonly<Record<number, number>>;
}

const stuckHeat: readonly StuckHeat[] = [
  {
    name: '12 V, skin',
    parameters: twelve,
    contact: 1,
    duty: 1,
    times: { 42: 0.85, 43: 1.19, 45: 1.89, 48: 3.01, 51: 4.21, 60: 8.4 },
  },
  {
    name: '12 V, bare',
    parameters: twelve,
    contact: 0,
    duty: 1,
    times: { 42: 0.84, 43: 1.17, 45: 1.84, 48: 2.87, 51: 3.95, 60: 7.5 },
  },
  {
    name: '4 modules',
    parameters: rigs.fourModules.parameters,
    contact: 1,
    duty: 1,
    times: { 45: 1.13, 48: 1.75, 60: 4.6 },
  },
  {
    name: '12 V, duty 0.4',
    parameters: twelve,
    contact: 1,
    duty: 0.4,
    times: { 42: 2.27, 45: 5.97, 48: 10.6, 60: 50 },
  },
  {
    name: '5 V rail',
    parameters: five,
    contact: 1,
    duty: 1,
    times: { 45: 7.6, 48: 14.1, 51: 23.2 },
  },
  {
    name: 'over a module of a 3 mm plate',
    parameters: thinPlate,
    contact: 1,
    duty: 1,
    times: { 43: 0.81, 45: 1.33, 48: 2.27 },
  },
];

function stuckHeatRows(holds: Holds): ValidationRow[] {
  return stuckHeat.flatMap(({ name, parameters, contact, duty, times }) =>
    Object.entries(times).map(([plateC, expectedS]) => {
      const plant = holds.at(parameters, 40, contact);
      const seconds = secondsTo(plant, Number(plateC), driveOf(duty));
      const what = `stuck heat, ${name}: s from 40 to ${plateC} °C`;
      return rowAbsolute(what, expectedS, seconds, Math.max(0.1, 0.02 * expectedS));
    }),
  );
}

function worstHeatRows(holds: Holds): ValidationRow[] {
  const parameters: PlantParameters = {
    ...twelve,
    plate: { ...twelve.plate, capacityJPerK: twelve.plate.capacityJPerK * 0.9 },
    power: { ...twelve.power, coolRailV: 13.2, heatRailV: 13.2 },
  };
  return [[43, 0.81] as const, [45, 1.24] as const, [60, 4.7] as const].map(
    ([plateC, expectedS]) => {
      const plant = holds.at(parameters, 40, 0);
      plant.network.state[node.sink] = 55;
      const seconds = secondsTo(plant, plateC, driveOf(1));
      const what = `stuck heat, worst device: s from 40 to ${String(plateC)} °C`;
      return rowAbsolute(what, expectedS, seconds, 0.1);
    },
  );
}

function stuckCoolRows(holds: Holds): ValidationRow[] {
  const row = (name: string, contact: number, plateC: number, expectedS: number): ValidationRow => {
    const seconds = secondsTo(holds.at(twelve, 10, contact), plateC, driveOf(-1));
    const what = `stuck cool, ${name}: s from 10 to ${String(plateC)} °C`;
    return rowAbsolute(what, expectedS, seconds, Math.max(0.1, 0.02 * expectedS));
  };
  return [
    row('skin', 1, 8, 3.3),
    row('skin', 1, 5, 9.2),
    row('skin', 1, 0.001, 25.8),
    row('bare', 0, 8, 2.6),
    row('bare', 0, 0.001, 15.0),
  ];
}

/** The host is lost while it heats: how far the plate rises if the lease ends after a time. */
function leaseRows(holds: Holds): ValidationRow[] {
  const row = (parameters: PlantParameters, duty: number, leaseS: number, riseK: number) => {
    const plant = holds.at(parameters, 40);
    const drivenC = peakC(plant, leaseS, driveOf(duty), 0.05);
    const peakAfterC = Math.max(drivenC, peakC(plant, 10, off, 0.05));
    const rail = String(parameters.power.heatRailV);
    const what = `lease of ${String(leaseS)} s, ${rail} V at ${String(duty)}: rise over 40 °C, K`;
    return rowAbsolute(what, riseK, peakAfterC - 40, Math.max(0.03, 0.04 * riseK));
  };
  return [
    row(twelve, 1, 0.5, 1.41),
    row(twelve, 1, 1, 2.9),
    row(twelve, 1, 5, 13.1),
    row(twelve, 0.4, 0.5, 0.43),
    row(twelve, 0.4, 2, 1.85),
    row(five, 1, 0.5, 0.35),
    row(five, 1, 2, 1.5),
  ];
}

/** Power lost in the cold phase: the hot sink heats the plate. */
function afterheatRows(holds: Holds): ValidationRow[] {
  const row = (sinkC: number, contact: number, drive: Partial<PlantDrive>, expectedC: number) => {
    const plant = holds.at(twelve, 10, contact);
    plant.network.state[node.sink] = sinkC;
    plant.network.state[node.junction] = sinkC;
    const gotC = peakC(plant, 900, driveOf(0, { bridgeEnabled: false, ...drive }));
    const fan = drive.fanRunning === false ? 'fan stopped' : 'fan running';
    const shorted = drive.bridgeEnabled === true ? ', modules shorted' : '';
    const words = `contact ${String(contact)}, ${fan}${shorted}`;
    return rowAbsolute(`afterheat, sink ${String(sinkC)} °C, ${words}: °C`, expectedC, gotC, 0.6);
  };
  const still = { fanRunning: false };
  return [
    row(50, 1, {}, 29),
    row(50, 1, still, 37),
    row(50, 0, still, 40.2),
    row(55, 0, still, 43.6),
    row(55, 0, { ...still, bridgeEnabled: true }, 45.3),
    row(80, 0, still, 60.7),
  ];
}

/**
 * The fan stops in a hold at 10 °C: seconds until the sink is at 50 °C and until the hold is lost.
 */
function fanRows(): ValidationRow[] {
  const expected = [
    ['pwmBrake', 86, 265],
    ['pwmCoast', 137, 329],
    ['direct', 877, 1199],
  ] as const;
  return expected.flatMap(([driveMode, hotS, lostS]) => {
    const parameters = { ...twelve, power: { ...twelve.power, driveMode } };
    const plant = heldPlant(parameters, 10);
    const { state } = plant.network;
    const hold = new TruthHold(10);
    for (let index = 0; index < 6000; index += 1) {
      plant.advance(0.05, driveOf(hold.duty(state[node.plate]!)));
    }
    const seconds = { hot: Infinity, lost: Infinity };
    for (let t = 0.05; t < 1500 && seconds.lost === Infinity; t += 0.05) {
      plant.advance(0.05, driveOf(hold.duty(state[node.plate]!), { fanRunning: false }));
      if (seconds.hot === Infinity && state[node.sink]! >= 50) seconds.hot = t;
      if (state[node.plate]! > 11) seconds.lost = t;
    }
    return [
      rowRelative(
        `fan stopped, ${driveMode}: s until the sink is at 50 °C`,
        hotS,
        seconds.hot,
        0.05,
      ),
      rowRelative(`fan stopped, ${driveMode}: s until the hold is lost`, lostS, seconds.lost, 0.05),
    ];
  });
}

function endC(parameters: PlantParameters, duty: number, contact: number): number {
  const plant = heldPlant(parameters, 25, contact);
  for (let index = 0; index < 4000; index += 1) plant.advance(1, driveOf(duty));
  return plant.truth().plateC;
}

/** Where a stuck bridge ends, in the long run. */
function endRows(): ValidationRow[] {
  const four = rigs.fourModules.parameters;
  return [
    rowAbsolute('stuck heat, 12 V, skin: °C in the end', 127, endC(twelve, 1, 1), 1),
    rowAbsolute('stuck heat, 12 V, bare: °C in the end', 134, endC(twelve, 1, 0), 1),
    rowAbsolute('stuck heat, 5 V, skin: °C in the end', 64, endC(five, 1, 1), 1),
    rowAbsolute('stuck heat, 4 modules, skin: °C in the end', 136, endC(four, 1, 1), 1),
    rowAbsolute('stuck cool, 12 V, skin: °C in the end', -8, endC(twelve, -1, 1), 0.5),
    rowAbsolute('stuck cool, 12 V, bare: °C in the end', -13.5, endC(twelve, -1, 0), 0.5),
  ];
}

/** Every check of what faults do. */
export function validateHarm(holds: Holds): ValidationRow[] {
  return [
    ...stuckHeatRows(holds),
    ...worstHeatRows(holds),
    ...stuckCoolRows(holds),
    ...leaseRows(holds),
    ...afterheatRows(holds),
    ...fanRows(),
    ...endRows(),
  ];
}
