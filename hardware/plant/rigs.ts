/**
 * The devices that exist, as data. `reference` is the one that the project describes how to build
 * and that the simulator is; the others are variants that limits and documents know.
 */
import { noNoise } from './noise.ts';
import type { PeltierModule, PlantParameters, SensorParameters } from './parameters.ts';
import { plantParametersSchema } from './parameters.ts';

export interface Rig {
  readonly id: RigId;
  readonly title: string;
  /**
   * The most heat duty that gate and firmware allow. It belongs to the rail: 12 V heats a plate at
   * 40 °C by 2.9 °C/s, which leaves half a second to see and stop a fault, so it is cut to 0.4; 5 V
   * heats by 0.8 °C/s and needs the whole duty to follow a ramp up to 40 °C.
   */
  readonly heatDutyCap: number;
  /** What its board sees besides the beads; of the supplies only what its dividers reach. */
  readonly sees: BoardParts;
  readonly parameters: PlantParameters;
}

export interface BoardParts {
  readonly witness: boolean;
  readonly rails: boolean;
  readonly moduleCurrent: boolean;
  readonly fanTach: boolean;
}

const secondRevision: BoardParts = {
  witness: true,
  rails: true,
  moduleCurrent: true,
  fanTach: true,
};
const firstRevision: BoardParts = {
  witness: false,
  rails: false,
  moduleCurrent: false,
  fanTach: false,
};

/** Fitted to the four numbers of the Hebei I.T. TEC1-12706 data sheet, at 25 and at 50 °C. */
export const tec1x12706: PeltierModule = {
  seebeckVPerK: 0.0494,
  resistanceOhm: 2.13,
  conductanceWPerK: 0.5,
  seebeckSlopePerK: 1.4e-3,
  resistanceSlopePerK: 5.0e-3,
  conductanceSlopePerK: 0,
  referenceK: 300,
};

/** A small bead, potted in the plate over a module. */
const plateBead: SensorParameters = {
  timeConstantS: 1.2,
  stemError: 0.01,
  resistanceFactor: 1,
  betaFactor: 1,
  pullUpOhm: 10_000,
  adcOffsetLsb: 0,
};

/** Silicon in a hole of its own between the modules: quicker than a bead, and of the opposite sign. */
const witness: SensorParameters = { ...plateBead, timeConstantS: 0.6 };

const dermis = {
  conductivityWPerMK: 0.37,
  densityKgPerM3: 1116,
  heatCapacityJPerKgK: 3300,
  perfusionPerS: 1.25e-3,
  metabolicWPerM3: 368,
};
const fat = {
  conductivityWPerMK: 0.21,
  densityKgPerM3: 971,
  heatCapacityJPerKgK: 2700,
  perfusionPerS: 0.5e-3,
  metabolicWPerM3: 369,
};

/**
 * Conductivities and heat capacities after the review of Burns (2017); perfusion after Xu and Lu
 * (2009).
 */
const skin: PlantParameters['skin'] = {
  layers: [
    {
      thicknessM: 0.1e-3, // epidermis
      conductivityWPerMK: 0.235,
      densityKgPerM3: 1190,
      heatCapacityJPerKgK: 3600,
      perfusionPerS: 0,
      metabolicWPerM3: 0,
    },
    { thicknessM: 0.4e-3, ...dermis },
    { thicknessM: 1.0e-3, ...dermis },
    { thicknessM: 1.5e-3, ...fat },
    { thicknessM: 3.5e-3, ...fat },
    {
      thicknessM: 8.0e-3, // muscle, with the core behind it
      conductivityWPerMK: 0.49,
      densityKgPerM3: 1085,
      heatCapacityJPerKgK: 3800,
      perfusionPerS: 0.7e-3,
      metabolicWPerM3: 684,
    },
  ],
  coreC: 37,
  arterialC: 37,
  bloodCapacityJPerM3K: 4.0e6,
  contactWPerM2K: 500,
  contactFraction: 1,
  exposedWPerM2K: 8,
};

/** Two modules in parallel on one bridge, 12 V to cool and 12 V to heat. */
const twelveVolt: PlantParameters = {
  module: tec1x12706,
  array: {
    moduleCount: 2,
    seriesCount: 1,
    parallelCount: 2,
    faceCapacityJPerK: 5, // alumina 4.6 g a side, with copper and pellets
    plateJointKPerW: 0.05, // grease 0.019, the rest spreading
    sinkJointKPerW: 0.05,
  },
  power: {
    driveMode: 'pwmBrake', // IBT-2 with the enable high and the PWM on one leg
    coolRailV: 12,
    heatRailV: 12,
    heatDiode: null,
    sourceOhm: 0.05,
    brakeOhm: 0.02,
    currentLimitA: 5,
  },
  plate: {
    capacityJPerK: 48, // 80 × 80 × 3 mm aluminium, 51.8 g, with sensors
    edge: null,
    areaM2: 0.0064,
    sinkCouplingWPerK: 0.1,
    leakWPerK: 0.02,
    frontWPerM2K: 10,
  },
  heatsink: { capacityJPerK: 450, fanOnKPerW: 0.2, fanOffKPerW: 1.5 }, // tower cooler
  skin,
  ambient: {
    temperatureC: 25,
    relativeHumidity: 0.5,
    driftCPerHour: 0,
    stepK: 0,
    stepAtS: 0,
    sunOnPlateW: 0,
    sunOnHeatsinkW: 0,
  },
  start: { plateWarmerK: 0, heatsinkWarmerK: 0 },
  sensors: {
    plateA: plateBead,
    plateB: plateBead,
    heatsink: { ...plateBead, timeConstantS: 4, stemError: 0 },
    witness,
  },
  electronics: {
    boardSupplyV: 5,
    bandGapV: 1.1,
    coolDividerFactor: 1,
    heatDividerFactor: 1,
    currentOffsetA: 0,
    currentFactor: 1,
    fanTurnsPerMinute: 1500,
  },
  adcNoiseLsbRms: 0.5,
  noise: noNoise(),
  cutOut: null,
};

/**
 * A snap disc that opens at 50 °C, on the plate, 8 s behind it. It is there for the case that
 * everything else has failed: it stops a fire, not a burn.
 */
const cutOut: PlantParameters['cutOut'] = { tripC: 50, timeConstantS: 8 };

export const rigIds = [
  'reference',
  'firstRevision',
  'heat12V',
  'threeModules',
  'fourModules',
] as const;
export type RigId = (typeof rigIds)[number];

function rig(
  id: RigId,
  title: string,
  heatDutyCap: number,
  parameters: PlantParameters,
  sees: BoardParts = secondRevision,
): Rig {
  return { id, title, heatDutyCap, sees, parameters: plantParametersSchema.parse(parameters) };
}

const reference: PlantParameters = {
  ...twelveVolt,
  // 15 A Schottky: 0.25 V that it has at any current, 0.45 V at the 4.5 A of full heat.
  power: { ...twelveVolt.power, heatRailV: 5, heatDiode: { idleV: 0.25, fullV: 0.45 } },
  cutOut,
};

/** Every rig by its id. */
export const rigs: Readonly<Record<RigId, Rig>> = {
  reference: rig('reference', 'two modules, 12 V to cool, 5 V to heat', 1, reference),
  firstRevision: rig(
    'firstRevision',
    'two modules, 12 V to cool, 5 V to heat, and a board without a witness',
    1,
    reference,
    firstRevision,
  ),
  heat12V: rig('heat12V', 'two modules, 12 V to cool and to heat', 0.4, twelveVolt),
  threeModules: rig('threeModules', 'three modules, 12 V to cool and to heat', 0.4, {
    ...twelveVolt,
    array: { ...twelveVolt.array, moduleCount: 3, parallelCount: 3 },
    heatsink: { capacityJPerK: 675, fanOnKPerW: 0.15, fanOffKPerW: 1.2 },
  }),
  fourModules: rig(
    'fourModules',
    'four modules, 24 V to cool and to heat',
    0.4,
    {
      ...twelveVolt,
      array: { ...twelveVolt.array, moduleCount: 4, seriesCount: 2, parallelCount: 2 },
      power: { ...twelveVolt.power, coolRailV: 24, heatRailV: 24, sourceOhm: 0.1 },
      heatsink: { capacityJPerK: 900, fanOnKPerW: 0.12, fanOffKPerW: 1.0 },
    },
    { ...secondRevision, rails: false },
  ),
};

/** Rigs of which each has a plant of its own; a board that sees less changes nothing of that. */
export const plantRigIds = rigIds.filter((id) => id !== 'firstRevision');
