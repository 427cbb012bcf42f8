/**
 * What the temperature controller knows of the device it drives, and how it is tuned: one small object, each field
 * with its meaning, unit and range. A value outside its range is a slip of unit or sign, and is refused.
 */
import { z } from 'zod';

/** What a document says of a field. */
export interface FieldMeaning {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly meaning: string;
}

function numberFrom(low: number, high: number, unit: string, meaning: string, whole = false) {
  const kind = whole ? 'a whole number' : 'a number';
  const error = `must be ${kind} from ${low} to ${high}${unit === '' ? '' : ` ${unit}`}`;
  const number = whole ? z.int({ error }) : z.number({ error });
  return number.min(low, { error }).max(high, { error }).meta({ unit, low, high, meaning });
}

const relativeSlope = (of: string) =>
  numberFrom(-0.05, 0.05, '1/K', `Relative change of the ${of} per kelvin of mean temperature.`);

/** One module, as its data sheet gives it: linear in the mean temperature of its two faces. */
export const moduleShape = {
  seebeckVPerK: numberFrom(0.005, 0.5, 'V/K', 'Seebeck coefficient of one module.'),
  resistanceOhm: numberFrom(0.1, 50, 'Ω', 'Electrical resistance of one module.'),
  conductanceWPerK: numberFrom(0.02, 10, 'W/K', 'Thermal conductance of one module.'),
  seebeckSlopePerK: relativeSlope('Seebeck coefficient'),
  resistanceSlopePerK: relativeSlope('resistance'),
  conductanceSlopePerK: relativeSlope('conductance'),
  referenceK: numberFrom(250, 400, 'K', 'Mean temperature at which the values of a module hold.'),
};

const tuningShape = {
  proportionalPerS: numberFrom(
    0.05,
    5,
    '1/s',
    'Share of an error that is to be gone within a second, in a hold.',
  ),
  proportionalMovePerS: numberFrom(
    0.05,
    5,
    '1/s',
    'The same on the way to a target, where the plate is seen more quickly.',
  ),
  accelerationCPerS2: numberFrom(0.005, 50, '°C/s²', 'Acceleration of the ramped setpoint.'),
  catchUpCPerS: numberFrom(
    0.01,
    1,
    '°C/s',
    'By how much a plate that was held back may move faster than its ramp to catch up.',
  ),
  delayS: numberFrom(0, 1, 's', 'From a decision to its heat in the plate.'),
  observerHoldPerS: numberFrom(
    0.05,
    5,
    '1/s',
    'How quickly the observer believes its readings in a hold: slow is quiet.',
  ),
  observerMovePerS: numberFrom(0.05, 5, '1/s', 'The same on the way, and after a surprise.'),
  surpriseFilterS: numberFrom(0.1, 10, 's', 'Filter on what the beads show unforeseen.'),
  surpriseLimitC: numberFrom(
    0.1,
    10,
    '°C',
    'More than this of a single reading is not believed at once.',
  ),
  calmC: numberFrom(0.01, 5, '°C', 'What counts as no surprise.'),
  alarmedC: numberFrom(0.01, 5, '°C', 'As much beyond that is a full surprise.'),
  calmS: numberFrom(0.5, 60, 's', 'Time constant with which a surprise wears off.'),
  noiseFilterS: numberFrom(0.5, 60, 's', 'Filter on the noise of what the beads show.'),
  quietC: numberFrom(
    0.005,
    5,
    '°C',
    'Up to this noise, rms, readings are believed as quickly as the plate asks; beyond, in proportion more slowly.',
  ),
  unknownShareW: numberFrom(
    1,
    200,
    'W',
    'Driven with more than this, a missed prediction is put down to the modules; with less, to an unknown load.',
  ),
  unknownLimitW: numberFrom(0, 200, 'W', 'Most heat that the unknown load may be.'),
  surplusLimit: numberFrom(
    0,
    0.6,
    '',
    'Most that modules may be found stronger or weaker than nominal, as a share.',
  ),
  sensorSpreadC: numberFrom(
    0,
    0.3,
    '°C',
    'The mean of the two plate readings is believed while each is this close to it; beyond, the more dangerous one leads.',
  ),
  spreadFilterS: numberFrom(0.05, 20, 's', 'Filter on how far the two stand apart.'),
  beadLagS: numberFrom(
    0.1,
    5,
    's',
    'Lag of the plate beads: above the nominal 1.2 s, because to foresee too little overshoots.',
  ),
  heatsinkFilterS: numberFrom(0, 60, 's', 'Time constant of the filter on the heatsink reading.'),
  sinkEaseC: numberFrom(30, 53, '°C', 'Above this, a heatsink eases the cooling.'),
  sinkStopC: numberFrom(
    31,
    53.9,
    '°C',
    'At this, nothing cools: below the limit of `heatsink-hot`.',
  ),
};

const deviceShape = {
  effectiveCapacityJPerK: numberFrom(
    5,
    2000,
    'J/K',
    'Heat capacity that moves with the plate: plate, module faces and what lies against it.',
  ),
  faceJPerK: numberFrom(
    0.1,
    400,
    'J/K',
    'The part of it that holds heat on its way: the module faces on the side of the plate.',
  ),
  skinWPerK: numberFrom(0, 50, 'W/K', 'Plate to outer skin.'),
  skinJPerK: numberFrom(1, 500, 'J/K', 'Heat capacity of the outer skin.'),
  innerSkinWPerK: numberFrom(0, 50, 'W/K', 'Outer skin to the tissue behind it.'),
  tissueJPerK: numberFrom(1, 2000, 'J/K', 'Heat capacity of that tissue.'),
  deepWPerK: numberFrom(0, 50, 'W/K', 'Tissue to the body, blood included.'),
  bodyC: numberFrom(30, 42, '°C', 'Temperature of the body.'),
  airWPerK: numberFrom(0, 5, 'W/K', 'Plate to the air.'),
  airC: numberFrom(0, 45, '°C', 'Temperature of the air; the unknown load makes up for another.'),
  ...moduleShape,
  moduleCount: numberFrom(1, 16, '', 'Modules under the plate.', true),
  plateJointWPerK: numberFrom(0.1, 10_000, 'W/K', 'Plate to module faces, all modules together.'),
  sinkJointWPerK: numberFrom(0.1, 10_000, 'W/K', 'Module faces to heatsink, all together.'),
  coolV: numberFrom(1, 60, 'V', 'Voltage at one module while the bridge cools.'),
  heatV: numberFrom(1, 60, 'V', 'Voltage at one module while the bridge heats.'),
  drivenOhm: numberFrom(0, 5, 'Ω', 'Resistance of supply and bridge in the loop of one module.'),
  brakeOhm: numberFrom(0, 5, 'Ω', 'The same while the bridge shorts the module.'),
  brakes: z.boolean({ error: 'must be true or false' }).meta({
    unit: '',
    meaning: 'The bridge shorts the modules between the pulses; if not, they are open.',
  }),
};

export const controllerParametersSchema = z
  .strictObject({ ...tuningShape, ...deviceShape })
  .readonly();

export type ControllerParameters = z.infer<typeof controllerParametersSchema>;

const pwmOnly = 'must be pwmBrake or pwmCoast: the controller sets a duty, not a current';
const isPwm = (driveMode: string): boolean => driveMode === 'pwmBrake' || driveMode === 'pwmCoast';

/** The nominal device, as the part of its description that the controller needs. */
export const deviceModelSchema = z.object({
  module: z.object(moduleShape).readonly(),
  array: z
    .object({
      moduleCount: numberFrom(1, 16, '', '', true),
      seriesCount: numberFrom(1, 16, '', '', true),
      parallelCount: numberFrom(1, 16, '', '', true),
      faceCapacityJPerK: numberFrom(0.1, 100, 'J/K', ''),
      plateJointKPerW: numberFrom(0.001, 10, 'K/W', ''),
      sinkJointKPerW: numberFrom(0.001, 10, 'K/W', ''),
    })
    .readonly()
    .refine(
      ({ moduleCount, seriesCount, parallelCount }) => seriesCount * parallelCount === moduleCount,
      {
        path: ['moduleCount'],
        error: 'must be the modules in series times the strings in parallel',
      },
    ),
  power: z
    .object({
      driveMode: z.string({ error: pwmOnly }).refine(isPwm, { error: pwmOnly }),
      coolRailV: numberFrom(1, 60, 'V', ''),
      heatRailV: numberFrom(1, 60, 'V', ''),
      sourceOhm: numberFrom(0, 5, 'Ω', ''),
      brakeOhm: numberFrom(0, 5, 'Ω', ''),
    })
    .readonly(),
  plate: z.object({ capacityJPerK: numberFrom(5, 1000, 'J/K', '') }).readonly(),
});

export type DeviceModel = z.infer<typeof deviceModelSchema>;
