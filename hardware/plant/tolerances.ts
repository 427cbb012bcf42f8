/**
 * Devices as they come out of a workshop, on people as they come: every parameter drawn on its own
 * within its tolerance. Outside these ranges is a fault and belongs into `faults.ts`.
 */
import { benchWithinTolerance, drawBench } from './bench-draw.ts';
import type { BenchRange } from './bench-draw.ts';
import { thermistorDivider } from '../parts/thermistor-part.ts';
import type { PlantParameters, SensorParameters } from './parameters.ts';
import { plantParametersSchema } from './parameters.ts';
import type { Random } from './random.ts';

function drawModule(random: Random, nominal: PlantParameters['module']): PlantParameters['module'] {
  return {
    ...nominal,
    seebeckVPerK: nominal.seebeckVPerK * random.uniform(0.94, 1.06),
    resistanceOhm: nominal.resistanceOhm * random.uniform(0.92, 1.12),
    conductanceWPerK: nominal.conductanceWPerK * random.uniform(0.88, 1.15),
  };
}

function drawSkin(random: Random, nominal: PlantParameters['skin']): PlantParameters['skin'] {
  const perfusionFactor = random.logUniform(0.3, 6);
  return {
    ...nominal,
    layers: nominal.layers.map((layer) => ({
      ...layer,
      perfusionPerS: layer.perfusionPerS * perfusionFactor,
    })),
    contactWPerM2K: random.logUniform(150, 1500),
    contactFraction: random.uniform(0.6, 1),
  };
}

/** Thermistor and divider: 1 % parts; the converter within its ±2 LSB (ATmega328P data sheet). */
function drawSensor(random: Random, nominal: SensorParameters): SensorParameters {
  return {
    ...nominal,
    resistanceFactor: nominal.resistanceFactor * random.uniform(0.99, 1.01),
    betaFactor: nominal.betaFactor * random.uniform(0.99, 1.01),
    pullUpOhm: nominal.pullUpOhm * random.uniform(0.99, 1.01),
    adcOffsetLsb: nominal.adcOffsetLsb + random.uniform(-2, 2),
  };
}

function drawSensors(
  random: Random,
  nominal: PlantParameters['sensors'],
): PlantParameters['sensors'] {
  const timeConstantS = random.uniform(0.8, 1.7);
  const stemError = random.uniform(0, 0.02);
  return {
    plateA: { ...drawSensor(random.split('plateA'), nominal.plateA), timeConstantS, stemError },
    plateB: {
      ...drawSensor(random.split('plateB'), nominal.plateB),
      timeConstantS: timeConstantS * random.uniform(0.85, 1.18),
      stemError: stemError * random.uniform(0.8, 1.2),
    },
    heatsink: drawSensor(random.split('heatsink'), nominal.heatsink),
    witness: {
      ...drawWitness(random.split('witness'), nominal.witness),
      stemError: stemError * random.split('witness stem').uniform(0.8, 1.2),
    },
  };
}

/** 1 % of resistance and 0.2 % of its rise, with a pull-up that was chosen at bring-up so that it agrees with the beads. */
function drawWitness(random: Random, nominal: SensorParameters): SensorParameters {
  const resistanceFactor = nominal.resistanceFactor * random.uniform(0.99, 1.01);
  const adcOffsetLsb = nominal.adcOffsetLsb + random.uniform(-2, 2);
  // What the choice leaves: half a degree is 0.32 % of resistance.
  const trimmed = 1 + random.uniform(-0.0032, 0.0032);
  const offset = 1 + (4 * adcOffsetLsb) / thermistorDivider.adcSteps;
  return {
    ...nominal,
    resistanceFactor,
    adcOffsetLsb,
    betaFactor: nominal.betaFactor * random.uniform(0.998, 1.002),
    pullUpOhm: nominal.pullUpOhm * resistanceFactor * offset * trimmed,
    timeConstantS: nominal.timeConstantS * random.uniform(0.7, 1.5),
  };
}

function drawElectronics(
  random: Random,
  nominal: PlantParameters['electronics'],
): PlantParameters['electronics'] {
  return {
    boardSupplyV: nominal.boardSupplyV * random.uniform(0.95, 1.05),
    bandGapV: nominal.bandGapV * random.uniform(0.91, 1.09),
    // Two resistors of 1 %, the larger part of a divider.
    coolDividerFactor: nominal.coolDividerFactor * random.uniform(0.985, 1.015),
    heatDividerFactor: nominal.heatDividerFactor * random.uniform(0.985, 1.015),
    fanTurnsPerMinute: nominal.fanTurnsPerMinute * random.uniform(0.85, 1.15),
    // ACS724, over temperature and life: 25 mV of offset, and the gain within 3 % (data sheet, "Performance characteristics").
    currentOffsetA: nominal.currentOffsetA + random.uniform(-0.25, 0.25),
    currentFactor: nominal.currentFactor * random.uniform(0.97, 1.03),
  };
}

/**
 * A device and a person within tolerance, on a bench as the device is made for. Streams are split by part, so that the same seed keeps
 * its modules when, say, the skin gains a parameter.
 */
export function drawPlantParameters(
  random: Random,
  nominal: PlantParameters,
  bench: BenchRange = benchWithinTolerance,
): PlantParameters {
  const body = random.split('body');
  const { array, plate, heatsink, power } = nominal;
  const supplyFactor = body.uniform(0.95, 1.05);
  return plantParametersSchema.parse({
    ...nominal,
    ...drawBench(random.split('bench'), bench, nominal),
    module: drawModule(random.split('module'), nominal.module),
    array: {
      ...array,
      faceCapacityJPerK: array.faceCapacityJPerK * body.uniform(0.8, 1.2),
      plateJointKPerW: array.plateJointKPerW * body.uniform(0.7, 1.5),
      sinkJointKPerW: array.sinkJointKPerW * body.uniform(0.7, 1.5),
    },
    plate: { ...plate, capacityJPerK: plate.capacityJPerK * body.uniform(0.9, 1.1) },
    heatsink: {
      ...heatsink,
      capacityJPerK: heatsink.capacityJPerK * body.uniform(0.8, 1.2),
      fanOnKPerW: heatsink.fanOnKPerW * body.uniform(0.75, 1.35),
    },
    power: {
      ...power,
      coolRailV: power.coolRailV * supplyFactor,
      heatRailV: power.heatRailV * supplyFactor,
    },
    skin: drawSkin(random.split('skin'), nominal.skin),
    sensors: drawSensors(random.split('sensors'), nominal.sensors),
    electronics: drawElectronics(random.split('electronics'), nominal.electronics),
  });
}
