/**
 * What the simulated device is made of, as validated data. Units are in the names; the source of a
 * number stands beside it, here for the ranges and in `rigs.ts` for the values.
 */
import { z } from 'zod';

const positive = z.number().positive();
const notNegative = z.number().nonnegative();
const fraction = z.number().min(0).max(1);
const temperatureC = z.number().min(-60).max(150);

/**
 * One Peltier module. Seebeck coefficient, resistance and conductance are linear in the mean
 * temperature of the two faces: with constants no fit meets the four numbers of a data sheet.
 */
export const peltierModuleSchema = z.strictObject({
  seebeckVPerK: positive,
  resistanceOhm: positive,
  conductanceWPerK: positive,
  /** Relative change per kelvin of the mean temperature, from the Ferrotec polynomials. */
  seebeckSlopePerK: z.number(),
  resistanceSlopePerK: z.number(),
  conductanceSlopePerK: z.number(),
  /** Mean temperature at which the three values hold. */
  referenceK: positive,
});

/** How the modules are joined, electrically and thermally. */
export const arraySchema = z.strictObject({
  moduleCount: z.int().min(1).max(8),
  seriesCount: z.int().min(1).max(8),
  parallelCount: z.int().min(1).max(8),
  /** Ceramic, copper and half the pellets, per module and side. */
  faceCapacityJPerK: positive,
  /** Grease and spreading resistance, per module. */
  plateJointKPerW: positive,
  sinkJointKPerW: positive,
});

/** How a duty becomes a current. `direct` is a filtered current source. */
export const driveModes = ['pwmBrake', 'pwmCoast', 'direct'] as const;

export const powerSchema = z.strictObject({
  driveMode: z.enum(driveModes),
  /** Rail behind leg A (cooling) and leg B (heating). */
  coolRailV: positive,
  heatRailV: positive,
  /** Supply, wiring and bridge; carries the current of the whole array. */
  sourceOhm: notNegative,
  /** The two low sides in series, while a leg pair shorts the array. */
  brakeOhm: notNegative,
  /** Full scale of the duty in mode `direct`, per module. */
  currentLimitA: positive,
});

/** The strip of the plate that no module covers, seen from the plate over the modules. */
export const plateEdgeSchema = z.strictObject({
  capacityJPerK: positive,
  couplingWPerK: positive,
  /** Share of skin contact and front loss that meets the edge. */
  areaShare: fraction,
});

export const plateSchema = z.strictObject({
  /** The part over the modules; all of it where there is no edge. */
  capacityJPerK: positive,
  edge: plateEdgeSchema.nullable(),
  areaM2: positive,
  /** Screws and foam between plate and heatsink. */
  sinkCouplingWPerK: notNegative,
  /** Leak to the ambient that does not depend on contact. */
  leakWPerK: notNegative,
  /** Bare front to still air. */
  frontWPerM2K: notNegative,
});

export const heatsinkSchema = z.strictObject({
  capacityJPerK: positive,
  fanOnKPerW: positive,
  fanOffKPerW: positive,
});

/** One layer cell of tissue, in the form of Pennes (1948). */
export const skinLayerSchema = z.strictObject({
  thicknessM: positive,
  conductivityWPerMK: positive,
  densityKgPerM3: positive,
  heatCapacityJPerKgK: positive,
  perfusionPerS: notNegative,
  metabolicWPerM3: notNegative,
});

export const skinSchema = z.strictObject({
  layers: z.array(skinLayerSchema).min(1).max(12),
  coreC: temperatureC,
  arterialC: temperatureC,
  bloodCapacityJPerM3K: positive,
  /** Dry metal about 500, cloth 100 to 150, gel 1500 to 2000. The weakest number of the model. */
  contactWPerM2K: positive,
  /** Share of the plate that touches when it is laid on. */
  contactFraction: fraction,
  /** Skin that the plate does not cover, to air. */
  exposedWPerM2K: notNegative,
});

export const ambientSchema = z.strictObject({
  temperatureC,
  relativeHumidity: fraction,
});

/** One thermistor, its divider and its converter channel. Factors multiply the nominal part. */
export const sensorSchema = z.strictObject({
  timeConstantS: positive,
  /** Share of the ambient temperature that the bead takes over its leads. */
  stemError: fraction,
  resistanceFactor: positive,
  betaFactor: positive,
  pullUpOhm: positive,
  adcOffsetLsb: z.number(),
});

/** A thermal cut-out on the plate, in the modules' line. Once open it stays open. */
export const cutOutSchema = z.strictObject({
  tripC: temperatureC,
  timeConstantS: positive,
});

export const plantParametersSchema = z.strictObject({
  module: peltierModuleSchema,
  array: arraySchema,
  power: powerSchema,
  plate: plateSchema,
  heatsink: heatsinkSchema,
  skin: skinSchema,
  ambient: ambientSchema,
  sensors: z.strictObject({ plateA: sensorSchema, plateB: sensorSchema, heatsink: sensorSchema }),
  /** Noise of one conversion. */
  adcNoiseLsbRms: notNegative,
  cutOut: cutOutSchema.nullable(),
});

export type PeltierModule = z.infer<typeof peltierModuleSchema>;
export type PowerParameters = z.infer<typeof powerSchema>;
export type SkinParameters = z.infer<typeof skinSchema>;
export type SensorParameters = z.infer<typeof sensorSchema>;
export type PlantParameters = z.infer<typeof plantParametersSchema>;

/** The three analog channels of the device. */
export const channels = ['plateA', 'plateB', 'heatsink'] as const;
export type Channel = (typeof channels)[number];
