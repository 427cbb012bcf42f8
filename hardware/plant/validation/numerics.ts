/** The arithmetic of the plant: the step is short enough, energy is neither made nor lost. */
import { driveOf } from '../experiment.ts';
import { dewPointC } from '../humidity.ts';
import { node, ThermalNetwork } from '../network.ts';
import type { PlantParameters } from '../parameters.ts';
import { longestStepS, Plant } from '../plant.ts';
import { Random } from '../random.ts';
import { rigs } from '../rigs.ts';
import type { ValidationRow } from './row.ts';
import { rowAbsolute } from './row.ts';

/** The rig with the fastest nodes that the tolerances allow. */
const four = rigs.fourModules.parameters;
const fastest: PlantParameters = {
  ...four,
  array: {
    ...four.array,
    faceCapacityJPerK: four.array.faceCapacityJPerK * 0.8,
    plateJointKPerW: four.array.plateJointKPerW * 0.7,
    sinkJointKPerW: four.array.sinkJointKPerW * 0.7,
  },
  plate: { ...four.plate, capacityJPerK: four.plate.capacityJPerK * 0.9 },
  skin: { ...four.skin, contactWPerM2K: 2000 },
};

/** Full reversals, off and partial drives, one a second and a half: worse than any treatment. */
const script = [-1, 1, -1, 0.4, 0, -0.3, 1, -1, -0.7, 0.2] as const;

/** Largest difference of any node between the longest step and one of a millisecond. */
function stepErrorK(parameters: PlantParameters): number {
  const coarse = new Plant(parameters, new Random(1));
  const fine = new Plant(parameters, new Random(1));
  let worstK = 0;
  for (const duty of script) {
    const drive = driveOf(duty);
    for (let index = 0; index < 30; index += 1) {
      coarse.advance(longestStepS, drive);
      for (let inner = 0; inner < 50; inner += 1) fine.advance(longestStepS / 50, drive);
      for (const [place, valueC] of coarse.network.state.entries()) {
        worstK = Math.max(worstK, Math.abs(valueC - fine.network.state[place]!));
      }
    }
  }
  return worstK;
}

/** Heat capacity of every node that stores energy, in the order of the state. */
function capacities(network: ThermalNetwork): Float64Array {
  const { array, plate, heatsink } = network.parameters;
  const all = new Float64Array(network.state.length);
  all[node.plate] = plate.capacityJPerK;
  all[node.face] = array.moduleCount * array.faceCapacityJPerK;
  all[node.junction] = all[node.face]!;
  all[node.sink] = heatsink.capacityJPerK;
  all[node.edge] = plate.edge?.capacityJPerK ?? 0;
  all.set(network.ladder.capacityJPerK, node.skin);
  return all;
}

/** What enters over the boundary: electrical power, air, sun, blood, metabolism and core. */
function inflowW(network: ThermalNetwork): number {
  const { state, surroundings, ladder, flows, parameters } = network;
  const { plate, heatsink, skin } = parameters;
  const { contact, fan, activeModules, airC, sunOnPlateW, sunOnHeatsinkW } = surroundings;
  const edgeShare = plate.edge?.areaShare ?? 0;
  const plateC = state[node.plate]!;
  const frontC = plateC + edgeShare * (state[node.edge]! - plateC);
  const surfaceC = state[node.skin]!;
  const coolingWPerK = fan / heatsink.fanOnKPerW + (1 - fan) / heatsink.fanOffKPerW;
  const bareWPerK = plate.frontWPerM2K * plate.areaM2 * (1 - contact);
  let watts =
    sunOnPlateW +
    sunOnHeatsinkW +
    activeModules * (flows.givenW - flows.takenW) +
    coolingWPerK * (airC - state[node.sink]!) +
    plate.leakWPerK * (airC - plateC) +
    bareWPerK * (airC - frontC) +
    (1 - contact) * ladder.exposedWPerK * (airC - surfaceC);
  for (let i = 0; i < ladder.count; i += 1) {
    watts += ladder.perfusionWPerK[i]! * (skin.arterialC - state[node.skin + i]!);
    watts += ladder.metabolicW[i]!;
  }
  const deepestC = state[node.skin + ladder.count - 1]!;
  return watts + ladder.linkWPerK[ladder.count]! * (skin.coreC - deepestC);
}

/** Σ C·dT/dt against the flows over the boundary, at many moments of a rough ride. */
function energyErrorW(parameters: PlantParameters, contact: number): number {
  const plant = new Plant(parameters, new Random(1));
  plant.setContact(contact);
  const { network } = plant;
  const stores = capacities(network);
  const slopes = new Float64Array(network.state.length);
  let worstW = 0;
  for (const duty of script) {
    for (let index = 0; index < 30; index += 1) {
      plant.advance(longestStepS, driveOf(duty, { fanRunning: duty !== 0.4 }));
      network.slopes(network.state, slopes);
      const storedW = stores.reduce((sum, store, i) => sum + store * slopes[i]!, 0);
      worstW = Math.max(worstW, Math.abs(storedW - inflowW(network)));
    }
  }
  return worstW;
}

function dewRow(humidity: number, expectedC: number): ValidationRow {
  const what = `dew point, 25 °C and ${String(humidity)}: °C`;
  return rowAbsolute(what, expectedC, dewPointC(25, humidity), 0.1);
}

/** Every check of the arithmetic. */
export function validateNumerics(): ValidationRow[] {
  const nominal = rigs.reference.parameters;
  const edge = { capacityJPerK: 24, couplingWPerK: 12, areaShare: 0.5 };
  const edged = { ...nominal, plate: { ...nominal.plate, capacityJPerK: 24, edge } };
  const ambient = { ...nominal.ambient, driftCPerHour: 60, sunOnPlateW: 2, sunOnHeatsinkW: 8 };
  return [
    rowAbsolute('step error, reference: K', 0, stepErrorK(nominal), 1e-4),
    rowAbsolute('step error, fastest plant within tolerance: K', 0, stepErrorK(fastest), 1e-3),
    rowAbsolute('energy balance, bare: W', 0, energyErrorW(nominal, 0), 1e-9),
    rowAbsolute('energy balance, half on: W', 0, energyErrorW(nominal, 0.5), 1e-9),
    rowAbsolute('energy balance, with an edge: W', 0, energyErrorW(edged, 0.7), 1e-9),
    rowAbsolute(
      'energy balance, sun and a warming room: W',
      0,
      energyErrorW({ ...edged, ambient }, 0.5),
      1e-9,
    ),
    dewRow(0.4, 10.5),
    dewRow(0.5, 13.9),
    dewRow(0.6, 16.7),
    dewRow(0.7, 19.1),
  ];
}
