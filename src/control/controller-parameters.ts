/**
 * Parameters for a device, from its nominal values. What a device is otherwise is found while it runs, within the
 * bounds that stand here. What cannot be a device is refused with the field named, before anything is driven.
 */
import type { z } from 'zod';
import { CompanionError } from '../errors.ts';
import { heatsinkEasesC } from '../limits/envelope.ts';
import type { ControllerParameters, DeviceModel } from './parameters-schema.ts';
import { controllerParametersSchema, deviceModelSchema } from './parameters-schema.ts';
import { heatOfDrive } from './peltier-inverse.ts';

export type { ControllerParameters, DeviceModel, FieldMeaning } from './parameters-schema.ts';
export { controllerParametersSchema } from './parameters-schema.ts';

/** Outer skin that clings to the plate and moves with it, beyond the layers that the observer follows by themselves. */
const clingingSkinJPerK = 19;

/**
 * Chosen on the benchmark of `docs/control.md`: the fastest whose overshoot on devices within tolerance stays small, and
 * whose holds stay quiet with three times the noise of a good converter.
 */
const tuning = {
  proportionalPerS: 0.71,
  proportionalMovePerS: 1.26,
  accelerationCPerS2: 0.15,
  catchUpCPerS: 0.08,
  delayS: 0.14,
  observerHoldPerS: 0.31,
  observerMovePerS: 1.87,
  surpriseFilterS: 0.51,
  surpriseLimitC: 1.06,
  calmC: 0.11,
  alarmedC: 0.085,
  calmS: 5.6,
  noiseFilterS: 5,
  quietC: 0.05,
  unknownShareW: 22.6,
  unknownLimitW: 30,
  surplusLimit: 0.35,
  sensorSpreadC: 0.25,
  spreadFilterS: 2,
  beadLagS: 1.35,
  heatsinkFilterS: 0.67,
  sinkEaseC: heatsinkEasesC,
  sinkStopC: 53.8,
} as const;

/**
 * A person under 64 cm² of plate, from the layers of `hardware/plant/rigs.ts`: contact and epidermis, outer dermis, then
 * inner dermis and fat. What a person is otherwise, the observer finds as an unknown load.
 */
const person = {
  skinWPerK: 2.5,
  skinJPerK: 15,
  innerSkinWPerK: 2.08,
  tissueJPerK: 39.7,
  deepWPerK: 0.35,
  bodyC: 36.6,
  airWPerK: 0.03,
  airC: 25,
} as const;

/** Module faces and the solder and spreading behind them, as the moves of a plate show them, times their ceramic. */
const faceShare = 1.41;

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
    ...person,
    ...module,
    effectiveCapacityJPerK:
      plate.capacityJPerK + array.moduleCount * array.faceCapacityJPerK + clingingSkinJPerK,
    faceJPerK: faceShare * array.moduleCount * array.faceCapacityJPerK,
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
