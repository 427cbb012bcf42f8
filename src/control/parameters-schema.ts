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
    'Share of an error that is to be gone within a second.',
  ),
  integralS: numberFrom(1, 200, 's', 'Integral time.'),
  integralSeparationC: numberFrom(
    0.1,
    20,
    '°C',
    'Further than this from the setpoint the integral does not learn, but fades.',
  ),
  integralFadeS: numberFrom(
    0.5,
    1000,
    's',
    'Time constant of that fading: what one end of a move needed says little about the other.',
  ),
  integralLimitW: numberFrom(0, 200, 'W', 'Most heat that the integral may add or take.'),
  accelerationCPerS2: numberFrom(0.005, 50, '°C/s²', 'Acceleration of the ramped setpoint.'),
  leashC: numberFrom(
    0.05,
    100,
    '°C',
    'The ramped setpoint never runs further ahead of the plate: it bounds how fast a plate that was held back catches up.',
  ),
  sensorSpreadC: numberFrom(
    0,
    0.3,
    '°C',
    'The mean of the two plate readings is believed while each is this close to it; beyond, the more dangerous one leads.',
  ),
  beadLagS: numberFrom(
    0,
    5,
    's',
    'Lag of the plate beads that the lead makes up for: above the nominal 1.2 s, because too much lead arrives late and too little overshoots.',
  ),
  slopeFilterS: numberFrom(0.05, 10, 's', 'Time constant of the filter on the measured slope.'),
  heatsinkFilterS: numberFrom(0, 60, 's', 'Time constant of the filter on the heatsink reading.'),
};

const deviceShape = {
  effectiveCapacityJPerK: numberFrom(
    5,
    2000,
    'J/K',
    'Heat capacity that moves with the plate: plate, module faces and the outer skin.',
  ),
  loadWPerK: numberFrom(0, 5, 'W/K', 'Steady heat into the plate, per kelvin above `loadZeroC`.'),
  loadZeroC: numberFrom(0, 45, '°C', 'Plate temperature that holds itself on skin.'),
  tissueWPerK: numberFrom(
    0,
    5,
    'W/K',
    'Heat that tissue still takes after a move, per kelvin that it is behind the plate; 0 on purpose errs to the slow side.',
  ),
  tissueS: numberFrom(1, 600, 's', 'Time constant with which that tissue follows the plate.'),
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
