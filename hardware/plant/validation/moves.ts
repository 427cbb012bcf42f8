/**
 * How fast each rig can move, against the figures of a separate implementation of the same physics.
 */
import { driveOf, heldPlant, secondsTo } from '../experiment.ts';
import type { PlantParameters } from '../parameters.ts';
import { Plant } from '../plant.ts';
import { Random } from '../random.ts';
import { rigs } from '../rigs.ts';
import type { Holds } from './holds.ts';
import { twelve } from './holds.ts';
import type { ValidationRow } from './row.ts';
import { rowAbsolute, rowRelative } from './row.ts';

function withContact(contactWPerM2K: number): PlantParameters {
  return { ...twelve, skin: { ...twelve.skin, contactWPerM2K } };
}

/**
 * 40→10 full cooling; 10→40 at full and at 0.4 heat; 40→15; 15→40 at full and at 0.4: seconds to
 * ±0.5 °C.
 */
const transitions: readonly [string, PlantParameters, number, readonly number[]][] = [
  ['2 modules, skin', twelve, 1, [32.7, 8.45, 21.3, 22.9, 7.3, 18.8]],
  ['2 modules, gel', withContact(1500), 1, [36.6, 9.0, 23.3, 25.4, 7.7, 20.6]],
  ['2 modules, bare', twelve, 0, [22.3, 7.8, 17.8, 17.2, 6.8, 16.1]],
  ['3 modules, skin', rigs.threeModules.parameters, 1, [20.5, 6.1, 14.7, 15.0, 5.3, 13.1]],
  ['4 modules, skin', rigs.fourModules.parameters, 1, [15.3, 4.7, 10.9, 11.4, 4.1, 9.8]],
];

function transitionRows(holds: Holds): ValidationRow[] {
  return transitions.flatMap(([name, parameters, contact, expected]) => {
    const moves: readonly [number, number, number][] = [
      [40, 10.5, -1],
      [10, 39.5, 1],
      [10, 39.5, 0.4],
      [40, 15.5, -1],
      [15, 39.5, 1],
      [15, 39.5, 0.4],
    ];
    return moves.map(([fromC, toC, duty], index) => {
      const seconds = secondsTo(holds.at(parameters, fromC, contact), toC, driveOf(duty));
      const what = `${name}: s from ${String(fromC)} to ${String(toC)} °C at ${String(duty)}`;
      return rowRelative(what, expected[index]!, seconds, 0.02);
    });
  });
}

function holdPowerW(driveMode: PlantParameters['power']['driveMode']): number {
  return heldPlant({ ...twelve, power: { ...twelve.power, driveMode } }, 10).truth().electricalW;
}

/** Electrical power of a hold at 10 °C on skin, and what worn devices still reach. */
function wornRows(holds: Holds): ValidationRow[] {
  const worn = (settings: Partial<Plant['faults']>): number => {
    const plant = holds.at(twelve, 40);
    const sound = { ...plant.faults };
    Object.assign(plant.faults, settings);
    const seconds = secondsTo(plant, 10.5, driveOf(-1));
    Object.assign(plant.faults, sound);
    return seconds;
  };
  const aged = (seebeckFactor: number, resistanceFactor: number): number =>
    worn({ seebeckFactor, resistanceFactor });
  return [
    rowRelative('hold at 10 °C, direct: W', 5.7, holdPowerW('direct'), 0.02),
    rowRelative('hold at 10 °C, coasting PWM: W', 46, holdPowerW('pwmCoast'), 0.02),
    rowRelative('hold at 10 °C, braking PWM: W', 62, holdPowerW('pwmBrake'), 0.02),
    rowRelative('α −10 %, R +20 %: s from 40 to 10.5 °C', 65.8, aged(0.9, 1.2), 0.05),
    rowAbsolute('α −20 %, R +50 %: s from 40 to 10.5 °C', Infinity, aged(0.8, 1.5), 0),
    rowRelative('supply at 80 %: s from 40 to 10.5 °C', 37.8, worn({ supplyFactor: 0.8 }), 0.05),
    rowRelative('supply at 60 %: s from 40 to 10.5 °C', 51.3, worn({ supplyFactor: 0.6 }), 0.05),
  ];
}

/**
 * One module alone, the other gone: the figure leaves out that an open module still conducts heat.
 */
function loneModuleRow(holds: Holds): ValidationRow {
  const array = {
    ...twelve.array,
    moduleCount: 1,
    parallelCount: 1,
    faceCapacityJPerK: twelve.array.faceCapacityJPerK * 2,
    plateJointKPerW: twelve.array.plateJointKPerW / 2,
    sinkJointKPerW: twelve.array.sinkJointKPerW / 2,
  };
  const plant = new Plant({ ...twelve, array }, new Random(1));
  plant.network.state.set(holds.at(twelve, 40).network.state);
  const seconds = secondsTo(plant, 10.5, driveOf(-1));
  return rowRelative('one module gone: s from 40 to 10.5 °C', 76, seconds, 0.05);
}

/** Every check of what sound and worn devices reach. */
export function validateMoves(holds: Holds): ValidationRow[] {
  return [...transitionRows(holds), ...wornRows(holds), loneModuleRow(holds)];
}
