/**
 * Parameters for a device. Nominal values only: nothing adapts, so that no error of the model can be learned as a
 * load. What cannot be a device is refused with the field named, before anything is driven.
 */
import type { z } from 'zod';
import { CompanionError } from '../errors.ts';
import type { ControllerParameters, DeviceModel } from './parameters-schema.ts';
import { controllerParametersSchema, deviceModelSchema } from './parameters-schema.ts';
import { heatOfDrive } from './peltier-inverse.ts';

export type { ControllerParameters, DeviceModel, FieldMeaning } from './parameters-schema.ts';
export { controllerParametersSchema } from './parameters-schema.ts';

/** Outer skin that follows the plate within seconds: epidermis and upper dermis under 64 cm². */
const skinCapacityJPerK = 12;

/**
 * Chosen on the benchmark of `docs/control.md`: the fastest that keeps the overshoot of devices within tolerance
 * small. The tissue is the part of a 64 cm² skin ladder that neither the outer skin nor the steady load explains.
 */
const tuning = {
  proportionalPerS: 1.15,
  integralS: 16,
  integralSeparationC: 1.2,
  integralFadeS: 6,
  integralLimitW: 30,
  accelerationCPerS2: 0.15,
  leashC: 0.5,
  sensorSpreadC: 0.25,
  beadLagS: 1.45,
  slopeFilterS: 0.5,
  heatsinkFilterS: 1,
  loadWPerK: 0.219,
  loadZeroC: 35.97,
  tissueWPerK: 0.5,
  tissueS: 14,
} as const;

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? String(value)
    : 'missing or of the wrong kind';
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  fix: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, code, message, input }) => {
    if (code === 'unrecognized_keys') return { field: 'controller', text: message };
    const field = path.length === 0 ? 'controller' : path.join('.');
    return { field, text: `${field} is ${shown(input)}, but ${message}` };
  });
  throw new CompanionError('CONTROL_INVALID', {
    where: problems[0]?.field ?? 'controller',
    what: problems.map(({ text }) => text).join('; '),
    fix,
  });
}

/** What a plate must be moved through: cold against a warm heatsink, and hot. */
const duties = [
  { field: 'coolV', drive: -1, plateC: 10, heatsinkC: 35, does: 'cool a plate at 10 °C' },
  { field: 'heatV', drive: 1, plateC: 40, heatsinkC: 25, does: 'heat a plate at 40 °C' },
] as const;

/**
 * Parameters from anywhere, proven to be ones that the controller can work with.
 * @throws CompanionError CONTROL_INVALID, naming the field, for a value that is missing, not a number or outside its
 *   range, and for a device that cannot heat or cool
 */
export function checkParameters(value: unknown): ControllerParameters {
  const fix = 'Correct the parameter; docs/control.md has its meaning, unit and range.';
  const parameters = checked(controllerParametersSchema, value, fix);
  for (const { field, drive, plateC, heatsinkC, does } of duties) {
    const gainedW = drive * heatOfDrive(parameters, drive, plateC, heatsinkC);
    const idleW = drive * heatOfDrive(parameters, 0, plateC, heatsinkC);
    if (gainedW > 0 && gainedW > idleW) continue;
    throw new CompanionError('CONTROL_INVALID', {
      where: field,
      what: `with ${field} ${shown(parameters[field])} V the modules described here cannot ${does}`,
      fix: 'Check voltage, modules and joints of the device description.',
    });
  }
  return parameters;
}

/**
 * Tuning for a device, from its nominal description.
 * @throws CompanionError CONTROL_INVALID, naming the field, when the description is not one of a PWM-driven device
 *   that can heat and cool
 */
export function parametersFor(device: DeviceModel): ControllerParameters {
  const fix = 'Correct the description of the device.';
  const { module, array, power, plate } = checked(deviceModelSchema, device, fix);
  const loop = array.parallelCount / array.seriesCount;
  return checkParameters({
    ...tuning,
    ...module,
    effectiveCapacityJPerK:
      plate.capacityJPerK + array.moduleCount * array.faceCapacityJPerK + skinCapacityJPerK,
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
