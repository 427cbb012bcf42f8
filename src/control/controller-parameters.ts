/**
 * What the temperature controller knows of the device it drives, and how it is tuned. Nominal
 * values only: nothing adapts, so that no error of the model can be learned as a load.
 */
import { z } from 'zod';

const positive = z.number().positive();

export const controllerParametersSchema = z.strictObject({
  /** Proportional rate: the share of an error that is to be gone within a second. */
  proportionalPerS: positive,
  /** Integral time. */
  integralS: positive,
  /** Heat capacity that moves with the plate: plate, module faces and the outer skin. */
  effectiveCapacityJPerK: positive,
  /** Acceleration of the ramped setpoint. */
  accelerationCPerS2: positive,
  /** The integral rests while setpoint and reading are further apart than this. */
  integralSeparationC: positive,
  /** Most heat that the integral may add or take. */
  integralLimitW: positive,
  /**
   * The ramped setpoint never runs further ahead of the plate than this. It bounds how fast a plate
   * that was held back catches up: by the proportional rate times this, over the rate of the ramp.
   */
  leashC: positive,
  /** Lag of the plate's bead, which the lead makes up for. */
  beadLagS: positive,
  /** Time constant of the filter on the slope of the reading. */
  slopeFilterS: positive,
  /** Time constant of the filter on the heatsink's reading, which moves slowly. */
  heatsinkFilterS: positive,
  /** Steady heat into the plate: this many watts per kelvin above `loadZeroC`. */
  loadWPerK: z.number().nonnegative(),
  loadZeroC: z.number().min(0).max(45),
  /** Module, as its data sheet gives it: linear in the mean temperature of the faces. */
  seebeckVPerK: positive,
  resistanceOhm: positive,
  conductanceWPerK: positive,
  seebeckSlopePerK: z.number(),
  resistanceSlopePerK: z.number(),
  conductanceSlopePerK: z.number(),
  referenceK: positive,
  moduleCount: positive,
  /** Plate to module faces, and module faces to heatsink, all modules together. */
  plateJointWPerK: positive,
  sinkJointWPerK: positive,
  /** Voltage at one module while the bridge cools and while it heats. */
  coolV: positive,
  heatV: positive,
  /** Resistance in one module's loop while it is driven, and while the bridge shorts it. */
  drivenOhm: z.number().nonnegative(),
  brakeOhm: z.number().nonnegative(),
  /** The bridge shorts the modules between the pulses; if not, they are open. */
  brakes: z.boolean(),
});

export type ControllerParameters = z.infer<typeof controllerParametersSchema>;

/** The nominal device, as the part of its description that the controller needs. */
export interface DeviceModel {
  readonly module: Readonly<
    Pick<
      ControllerParameters,
      | 'seebeckVPerK'
      | 'resistanceOhm'
      | 'conductanceWPerK'
      | 'seebeckSlopePerK'
      | 'resistanceSlopePerK'
      | 'conductanceSlopePerK'
      | 'referenceK'
    >
  >;
  readonly array: {
    readonly moduleCount: number;
    readonly seriesCount: number;
    readonly parallelCount: number;
    readonly faceCapacityJPerK: number;
    readonly plateJointKPerW: number;
    readonly sinkJointKPerW: number;
  };
  readonly power: {
    readonly driveMode: string;
    readonly coolRailV: number;
    readonly heatRailV: number;
    readonly sourceOhm: number;
    readonly brakeOhm: number;
  };
  readonly plate: { readonly capacityJPerK: number };
}

/** Outer skin that follows the plate within seconds: epidermis and upper dermis under 64 cm². */
const skinCapacityJPerK = 12;

/**
 * Tuning for a device, from its nominal description.
 * @throws ZodError when the description is not one of a PWM-driven device
 */
export function parametersFor(device: DeviceModel): ControllerParameters {
  const { module, array, power, plate } = device;
  const loop = array.parallelCount / array.seriesCount;
  return controllerParametersSchema.parse({
    proportionalPerS: 0.9,
    integralS: 12,
    effectiveCapacityJPerK:
      plate.capacityJPerK + array.moduleCount * array.faceCapacityJPerK + skinCapacityJPerK,
    accelerationCPerS2: 0.15,
    integralSeparationC: 2,
    integralLimitW: 30,
    leashC: 0.5,
    beadLagS: 1.2,
    slopeFilterS: 0.6,
    heatsinkFilterS: 1,
    loadWPerK: 0.219,
    loadZeroC: 35.97,
    seebeckVPerK: module.seebeckVPerK,
    resistanceOhm: module.resistanceOhm,
    conductanceWPerK: module.conductanceWPerK,
    seebeckSlopePerK: module.seebeckSlopePerK,
    resistanceSlopePerK: module.resistanceSlopePerK,
    conductanceSlopePerK: module.conductanceSlopePerK,
    referenceK: module.referenceK,
    moduleCount: array.moduleCount,
    plateJointWPerK: array.moduleCount / array.plateJointKPerW,
    sinkJointWPerK: array.moduleCount / array.sinkJointKPerW,
    coolV: power.coolRailV / array.seriesCount,
    heatV: power.heatRailV / array.seriesCount,
    drivenOhm: power.sourceOhm * loop,
    brakeOhm: power.brakeOhm * loop,
    brakes: power.driveMode === 'pwmBrake',
  });
}
