/**
 * What each parameter of a plant means, its unit, and the range in which a bench device or a person
 * can have it. The schema of the plant admits whatever physics admits; these ranges catch a value
 * that was typed in another unit.
 */

export interface ParameterField {
  /** As it is printed; empty for counts and shares. */
  readonly unit: string;
  readonly meaning: string;
  readonly low: number;
  readonly high: number;
  /** Units that people mix up with this one, as the factor into this one. */
  readonly slips: Readonly<Record<string, number>>;
}

function field(
  meaning: string,
  unit: string,
  low: number,
  high: number,
  slips: Readonly<Record<string, number>> = {},
): ParameterField {
  return { meaning, unit, low, high, slips };
}

const percent = { '%': 0.01 } as const;
const kilo = { 'kJ/K': 1000 } as const;

const module = {
  seebeckVPerK: field('Seebeck coefficient', 'V/K', 0.005, 0.5, { 'mV/K': 1e-3, 'µV/K': 1e-6 }),
  resistanceOhm: field('resistance', 'Ω', 0.05, 50, { mΩ: 1e-3 }),
  conductanceWPerK: field('heat conductance', 'W/K', 0.02, 10, { 'mW/K': 1e-3 }),
  seebeckSlopePerK: field('slope of the Seebeck coefficient', '1/K', -0.02, 0.02, {
    '%/K': 0.01,
  }),
  resistanceSlopePerK: field('slope of the resistance', '1/K', -0.02, 0.02, { '%/K': 0.01 }),
  conductanceSlopePerK: field('slope of the conductance', '1/K', -0.02, 0.02, { '%/K': 0.01 }),
  referenceK: field('temperature at which these hold', 'K', 250, 350),
} as const;

const array = {
  moduleCount: field('modules', '', 1, 8),
  seriesCount: field('modules in a series string', '', 1, 8),
  parallelCount: field('strings in parallel', '', 1, 8),
  faceCapacityJPerK: field('heat capacity of one face', 'J/K', 0.5, 100, kilo),
  plateJointKPerW: field('joint of one module to the plate', 'K/W', 0.005, 2),
  sinkJointKPerW: field('joint of one module to the heatsink', 'K/W', 0.005, 2),
} as const;

const power = {
  coolRailV: field('supply that cools', 'V', 1, 60, { mV: 1e-3 }),
  heatRailV: field('supply that heats', 'V', 1, 60, { mV: 1e-3 }),
  'heatDiode.idleV': field('diode before the heating leg, no current', 'V', 0, 2, { mV: 1e-3 }),
  'heatDiode.fullV': field('diode before the heating leg, full heat', 'V', 0, 2, { mV: 1e-3 }),
  sourceOhm: field('supply, wiring and bridge', 'Ω', 0, 5, { mΩ: 1e-3 }),
  brakeOhm: field('both low sides of the bridge', 'Ω', 0, 5, { mΩ: 1e-3 }),
  currentLimitA: field('full scale of `direct`, one module', 'A', 0.1, 30, { mA: 1e-3 }),
} as const;

const plate = {
  capacityJPerK: field('heat capacity over the modules', 'J/K', 5, 2000, kilo),
  'edge.capacityJPerK': field('heat capacity of the uncovered edge', 'J/K', 1, 2000, kilo),
  'edge.couplingWPerK': field('edge to the part over the modules', 'W/K', 0.5, 500),
  'edge.areaShare': field('share of the front that is edge', '', 0, 0.9, percent),
  areaM2: field('front', 'm²', 0.0004, 0.1, { 'cm²': 1e-4, 'mm²': 1e-6 }),
  sinkCouplingWPerK: field('screws and foam to the heatsink', 'W/K', 0, 5),
  leakWPerK: field('leak to the air', 'W/K', 0, 5),
  frontWPerM2K: field('bare front to the air', 'W/m²K', 0, 200),
} as const;

const heatsink = {
  capacityJPerK: field('heat capacity', 'J/K', 20, 20_000, kilo),
  fanOnKPerW: field('to the air, fan running', 'K/W', 0.005, 5),
  fanOffKPerW: field('to the air, fan stopped', 'K/W', 0.05, 50),
} as const;

const layer = {
  thicknessM: field('thickness', 'm', 5e-5, 0.05, { mm: 1e-3, µm: 1e-6 }),
  conductivityWPerMK: field('heat conductivity', 'W/m·K', 0.05, 2),
  densityKgPerM3: field('density', 'kg/m³', 500, 2000, { 'g/cm³': 1000 }),
  heatCapacityJPerKgK: field('heat capacity', 'J/kg·K', 500, 6000, { 'kJ/kg·K': 1000 }),
  perfusionPerS: field('blood volume by tissue volume and time', '1/s', 0, 0.05),
  metabolicWPerM3: field('metabolic heat', 'W/m³', 0, 10_000),
} as const;

const skin = {
  coreC: field('body core', '°C', 33, 41),
  arterialC: field('arterial blood', '°C', 33, 41),
  bloodCapacityJPerM3K: field('heat capacity of blood', 'J/m³·K', 3e6, 5e6, {
    'MJ/m³·K': 1e6,
    'kJ/m³·K': 1000,
  }),
  contactWPerM2K: field('contact of metal and skin', 'W/m²K', 20, 20_000),
  contactFraction: field('share of the front that touches', '', 0, 1, percent),
  exposedWPerM2K: field('uncovered skin to the air', 'W/m²K', 0, 200),
} as const;

const ambient = {
  temperatureC: field('air', '°C', -10, 45),
  relativeHumidity: field('relative humidity', '', 0, 1, percent),
  driftCPerHour: field('the air warms by', '°C/h', -60, 60),
  stepK: field('the air is warmer from `stepAtS` on, as by a window', 'K', -40, 40),
  stepAtS: field('when', 's', 0, 86_400, { min: 60, h: 3600 }),
  sunOnPlateW: field('sun that the rim of the plate absorbs', 'W', 0, 50, { mW: 1e-3 }),
  sunOnHeatsinkW: field('sun that the heatsink absorbs', 'W', 0, 200, { mW: 1e-3 }),
} as const;

const start = {
  plateWarmerK: field('plate over the air when switched on', 'K', -30, 60),
  heatsinkWarmerK: field('heatsink over the air when switched on', 'K', -30, 60),
} as const;

const noise = {
  whiteLsbRms: field('white, each channel for itself, rms', 'LSB', 0, 50),
  commonLsbRms: field('white, the same on all channels of a round, rms', 'LSB', 0, 50),
  drivenLsbRms: field('white, while the bridge drives, rms', 'LSB', 0, 50),
  burstLsb: field('spikes up or down', 'LSB', 0, 500),
  burstShare: field('share of the conversions with a spike', '', 0, 1, percent),
  humPeakLsb: field('hum on all channels, peak', 'LSB', 0, 100),
  humHz: field('its frequency', 'Hz', 1, 1000, { kHz: 1000 }),
  wanderLsbRms: field('slow wander of each channel, rms', 'LSB', 0, 50),
  wanderTimeConstantS: field('time in which it forgets', 's', 0.1, 3600, { min: 60, ms: 1e-3 }),
  sharedReturnOhm: field('return that beads and modules share', 'Ω', -0.1, 0.1, { mΩ: 1e-3 }),
} as const;

const sensor = {
  timeConstantS: field('lag of the bead', 's', 0.1, 60, { ms: 1e-3 }),
  stemError: field('share of the air temperature that it shows', '', 0, 1, percent),
  resistanceFactor: field('resistance over that of the type', '', 0.7, 1.3),
  betaFactor: field('B value over that of the type', '', 0.7, 1.3),
  pullUpOhm: field('pull-up', 'Ω', 1000, 100_000, { kΩ: 1000 }),
  adcOffsetLsb: field('offset of the converter', 'LSB', -50, 50),
} as const;

const electronics = {
  boardSupplyV: field('supply of the board', 'V', 4, 6, { mV: 1e-3 }),
  bandGapV: field("the chip's own reference", 'V', 0.8, 1.4, { mV: 1e-3 }),
  coolDividerFactor: field('divider of the cooling rail over its nominal value', '', 0.8, 1.2),
  heatDividerFactor: field('divider of the heating rail over its nominal value', '', 0.8, 1.2),
  currentOffsetA: field('current sensor without current', 'A', -5, 5, { mA: 1e-3 }),
  currentFactor: field('gain of the current sensor over its nominal value', '', 0.5, 2),
  fanTurnsPerMinute: field('fan at full speed', '1/min', 100, 10_000),
} as const;

const cutOut = {
  tripC: field('opens at', '°C', 30, 100),
  timeConstantS: field('lag', 's', 0.1, 120, { ms: 1e-3 }),
} as const;

function under(
  prefix: string,
  fields: Readonly<Record<string, ParameterField>>,
): [string, ParameterField][] {
  return Object.entries(fields).map(([name, one]) => [`${prefix}.${name}`, one]);
}

/** Every number of a plant by its dotted name; `*` is a layer's index or a sensor's name. */
export const parameterFields: Readonly<Record<string, ParameterField>> = Object.fromEntries([
  ...under('module', module),
  ...under('array', array),
  ...under('power', power),
  ...under('plate', plate),
  ...under('heatsink', heatsink),
  ...under('skin.layers.*', layer),
  ...under('skin', skin),
  ...under('ambient', ambient),
  ...under('start', start),
  ...under('sensors.*', sensor),
  ...under('electronics', electronics),
  ['adcNoiseLsbRms', field('noise of one conversion, rms', 'LSB', 0, 50)],
  ...under('noise', noise),
  ...under('cutOut', cutOut),
]);

/** The field of a full dotted name, such as `skin.layers.2.thicknessM`. */
export function fieldOf(name: string): ParameterField | undefined {
  return parameterFields[name.replace(/^(sensors|skin\.layers)\.[^.]+/, '$1.*')];
}

const temperatureSlips: readonly (readonly [string, (value: number) => number])[] = [
  ['°F', (value) => (value - 32) / 1.8],
  ['K', (value) => value - 273.15],
];

/** `this looks like °F: 77 °F is 25 °C`, where the value makes sense in a unit often mixed up. */
export function unitSlip(
  value: number,
  { unit, low, high, slips }: Pick<ParameterField, 'unit' | 'low' | 'high' | 'slips'>,
): string | undefined {
  const scaled = Object.entries(slips).map(
    ([name, factor]) => [name, (given: number) => given * factor] as const,
  );
  const fromCelsius = [['°C', (given: number) => given + 273.15] as const];
  const others = unit === '°C' ? temperatureSlips : unit === 'K' ? fromCelsius : scaled;
  for (const [name, convert] of others) {
    const meant = convert(value);
    if (meant >= low && meant <= high) {
      const shown = `${String(Number(meant.toPrecision(4)))} ${unit}`.trimEnd();
      return `this looks like ${name}: ${String(value)} ${name} is ${shown}`;
    }
  }
  return undefined;
}
