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
  /** Rail behind leg A (cooling) and leg B (heating), at the leg and at full current. */
  coolRailV: positive,
  heatRailV: positive,
  /**
   * The Schottky between the heating supply and leg B, by its forward drop without current and at full heat: no current
   * goes back through it. Null where leg B hangs on its rail directly.
   */
  heatDiode: z.strictObject({ idleV: notNegative, fullV: notNegative }).nullable(),
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

/** The room: how it starts, how it changes, and what the sun adds. */
export const ambientSchema = z.strictObject({
  temperatureC,
  relativeHumidity: fraction,
  driftCPerHour: z.number().min(-60).max(60),
  /** The air is warmer or colder by this much from `stepAtS` on, as when a window is opened. */
  stepK: z.number().min(-40).max(40),
  stepAtS: notNegative,
  /** Absorbed by the rim of the plate, and by the heatsink. */
  sunOnPlateW: notNegative,
  sunOnHeatsinkW: notNegative,
});

/** How much warmer than its room a device is when it is switched on: after a treatment, say. */
export const startSchema = z.strictObject({
  plateWarmerK: z.number().min(-30).max(60),
  heatsinkWarmerK: z.number().min(-30).max(60),
});

/** One sensor, its divider and its converter channel. Factors multiply the nominal part. */
export const sensorSchema = z.strictObject({
  timeConstantS: positive,
  /** Share of the ambient temperature that the bead takes over its leads. */
  stemError: fraction,
  resistanceFactor: positive,
  /** Of the B of a thermistor, or of the rise of the silicon. */
  betaFactor: positive,
  pullUpOhm: positive,
  adcOffsetLsb: z.number(),
});

/**
 * What disturbs the conversions beyond the converter's own noise, in counts of 10 bits. All zero is
 * a quiet bench.
 */
export const noiseSchema = z.strictObject({
  /** White, picked up by each channel's own leads. */
  whiteLsbRms: notNegative,
  /** White, the same on all channels of a round: reference and ground. */
  commonLsbRms: notNegative,
  /** White, on each channel, only while the bridge drives the modules. */
  drivenLsbRms: notNegative,
  /** Spikes, up or down, on this share of the conversions. */
  burstLsb: notNegative,
  burstShare: fraction,
  /** A sine of the mains, at one phase in all channels, seen at the moments of conversion. */
  humPeakLsb: notNegative,
  humHz: positive,
  /** Slow wander of each channel, and the time after which it has forgotten where it was. */
  wanderLsbRms: notNegative,
  wanderTimeConstantS: positive,
  /**
   * A piece of return that the beads share with the modules. The current of the supply lifts all
   * channels by it, or lowers them where it is negative: the ground of the board is then the far end.
   */
  sharedReturnOhm: z.number().min(-1).max(1),
});

/** A thermal cut-out on the plate, in the modules' line. Once open it stays open. */
export const cutOutSchema = z.strictObject({
  tripC: temperatureC,
  timeConstantS: positive,
});

/** What the board measures of itself and of its supplies. */
export const electronicsSchema = z.strictObject({
  /** What USB gives the board: full scale of its converter. */
  boardSupplyV: z.number().min(4).max(6),
  /** The chip's own reference. */
  bandGapV: z.number().min(0.8).max(1.4),
  /** Dividers of the two rails, over their nominal values. */
  coolDividerFactor: positive,
  heatDividerFactor: positive,
  /** Of the current sensor in the modules' line: what it shows without current, and its gain over the nominal one. */
  currentOffsetA: z.number().min(-5).max(5),
  currentFactor: positive,
  /** Of the heatsink's fan at full speed; its tachometer gives two pulses a turn. */
  fanTurnsPerMinute: positive,
});

export const plantParametersSchema = z.strictObject({
  module: peltierModuleSchema,
  array: arraySchema,
  power: powerSchema,
  plate: plateSchema,
  heatsink: heatsinkSchema,
  skin: skinSchema,
  ambient: ambientSchema,
  start: startSchema,
  sensors: z.strictObject({
    plateA: sensorSchema,
    plateB: sensorSchema,
    heatsink: sensorSchema,
    witness: sensorSchema,
  }),
  electronics: electronicsSchema,
  /** Of the converter itself: white, each conversion for itself. */
  adcNoiseLsbRms: notNegative,
  noise: noiseSchema,
  cutOut: cutOutSchema.nullable(),
});

export type PeltierModule = z.infer<typeof peltierModuleSchema>;
export type PowerParameters = z.infer<typeof powerSchema>;
export type SkinParameters = z.infer<typeof skinSchema>;
export type SensorParameters = z.infer<typeof sensorSchema>;
export type NoiseParameters = z.infer<typeof noiseSchema>;
export type PlantParameters = z.infer<typeof plantParametersSchema>;

/** The temperatures that the board measures: two beads and the witness in the plate, one bead at the heatsink. */
export const channels = ['plateA', 'plateB', 'heatsink', 'witness'] as const;
export type Channel = (typeof channels)[number];
