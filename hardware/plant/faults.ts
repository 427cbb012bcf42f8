/**
 * What can befall the device, as physics: each fault changes settings through which the plant
 * works, and nothing else. The table is what `--fault` offers.
 */
import { CompanionError } from '../../src/errors.ts';
import type { Channel } from './parameters.ts';
import { channels } from './parameters.ts';

/** Faults of one thermistor, its wires and its converter channel. */
export interface SensorFaults {
  open: boolean;
  short: boolean;
  /** The converter repeats its last count. */
  frozen: boolean;
  /** The bead has come out of the plate and hangs in the air. */
  detached: boolean;
  /** The reading walks away from the truth, in °C per minute, from the moment this is set. */
  driftCPerMinute: number;
  extraNoiseLsbRms: number;
  /** Contact resistance in series. */
  seriesOhm: number;
  /** Leakage across the thermistor, as by moisture; `Infinity` is none. */
  leakageOhm: number;
}

export type StuckLeg = 'free' | 'high' | 'low';

/** Mutable settings of a plant. The values of `noFaults` are a sound device. */
export interface PlantFaults {
  readonly sensors: Readonly<Record<Channel, SensorFaults>>;
  /** Channel plate A shows the heatsink's thermistor and the reverse. */
  sensorsSwapped: boolean;
  /** The modules are wired the wrong way round: the 12 V rail heats. */
  polarityReversed: boolean;
  /** Shorted transistors: ignores PWM and enable, only relay and cut-out stop it. */
  bridgeStuck: 'free' | 'heat' | 'cool';
  legA: StuckLeg;
  legB: StuckLeg;
  relayWelded: boolean;
  cutOutBridged: boolean;
  fanStopped: boolean;
  openModules: number;
  seebeckFactor: number;
  resistanceFactor: number;
  contactLost: boolean;
  supplyFactor: number;
  extraSourceOhm: number;
}

function soundSensor(): SensorFaults {
  return {
    open: false,
    short: false,
    frozen: false,
    detached: false,
    driftCPerMinute: 0,
    extraNoiseLsbRms: 0,
    seriesOhm: 0,
    leakageOhm: Infinity,
  };
}

/** Settings of a sound device. */
export function noFaults(): PlantFaults {
  return {
    sensors: { plateA: soundSensor(), plateB: soundSensor(), heatsink: soundSensor() },
    sensorsSwapped: false,
    polarityReversed: false,
    bridgeStuck: 'free',
    legA: 'free',
    legB: 'free',
    relayWelded: false,
    cutOutBridged: false,
    fanStopped: false,
    openModules: 0,
    seebeckFactor: 1,
    resistanceFactor: 1,
    contactLost: false,
    supplyFactor: 1,
    extraSourceOhm: 0,
  };
}

/** Anything that carries fault settings: a plant. */
export interface Faultable {
  readonly faults: PlantFaults;
}

export interface Fault {
  /** Kebab-case, stable: records and command lines carry it. */
  readonly id: string;
  readonly description: string;
  apply(plant: Faultable): void;
  clear(plant: Faultable): void;
}

/** Puts the fields that `settings` names back to their values in `sound`. */
function restore<T extends object>(target: T, settings: Partial<T>, sound: T): void {
  for (const key of Object.keys(settings) as (keyof T)[]) target[key] = sound[key];
}

/** A fault whose settings, while it is present, are `settings`. */
function fault(id: string, description: string, settings: Partial<PlantFaults>): Fault {
  return {
    id,
    description,
    apply: (plant) => void Object.assign(plant.faults, settings),
    clear: (plant) => {
      restore(plant.faults, settings, noFaults());
    },
  };
}

const sensorKinds: readonly {
  readonly suffix: string;
  readonly words: string;
  readonly settings: Partial<SensorFaults>;
}[] = [
  { suffix: 'open', words: 'wire broken', settings: { open: true } },
  { suffix: 'short', words: 'wires shorted', settings: { short: true } },
  { suffix: 'detached', words: 'hangs in the air', settings: { detached: true } },
  { suffix: 'frozen', words: 'the converter repeats its last value', settings: { frozen: true } },
  {
    suffix: 'drifting',
    words: 'reads 1 °C lower every minute',
    settings: { driftCPerMinute: -1 },
  },
  { suffix: 'noisy', words: 'noise of 20 LSB rms', settings: { extraNoiseLsbRms: 20 } },
  {
    suffix: 'contact-resistance',
    words: '500 Ω in series, reads 2 °C low at 40 °C',
    settings: { seriesOhm: 500 },
  },
  {
    suffix: 'leakage',
    words: '100 kΩ across it, reads 4 °C high at 10 °C',
    settings: { leakageOhm: 100_000 },
  },
];

const channelWords: Readonly<Record<Channel, { id: string; name: string }>> = {
  plateA: { id: 'plate-a', name: 'plate thermistor A' },
  plateB: { id: 'plate-b', name: 'plate thermistor B' },
  heatsink: { id: 'heatsink', name: 'heatsink thermistor' },
};

function sensorFaultsOf(channel: Channel): Fault[] {
  const { id, name } = channelWords[channel];
  return sensorKinds.map(({ suffix, words, settings }) => ({
    id: `${id}-${suffix}`,
    description: `${name}: ${words}`,
    apply: (plant) => void Object.assign(plant.faults.sensors[channel], settings),
    clear: (plant) => {
      restore(plant.faults.sensors[channel], settings, soundSensor());
    },
  }));
}

/** Every fault that can be set, in the order in which lists show them. */
export const plantFaults: readonly Fault[] = [
  ...channels.flatMap(sensorFaultsOf),
  fault('sensors-swapped', 'plate thermistor A and heatsink thermistor exchanged', {
    sensorsSwapped: true,
  }),
  fault('polarity-reversed', 'modules wired the wrong way round: cooling heats', {
    polarityReversed: true,
  }),
  fault('bridge-stuck-heat', 'bridge shorted to full heat, whatever is commanded', {
    bridgeStuck: 'heat',
  }),
  fault('bridge-stuck-cool', 'bridge shorted to full cooling, whatever is commanded', {
    bridgeStuck: 'cool',
  }),
  fault('leg-a-stuck-high', 'cooling leg always high: cools while idle', { legA: 'high' }),
  fault('leg-a-stuck-low', 'cooling leg always low: cannot cool', { legA: 'low' }),
  fault('leg-b-stuck-high', 'heating leg always high: heats while idle', { legB: 'high' }),
  fault('leg-b-stuck-low', 'heating leg always low: cannot heat', { legB: 'low' }),
  fault('relay-welded', 'relay contacts welded: the relay cannot open', { relayWelded: true }),
  fault('cut-out-bridged', 'thermal cut-out bridged: it cannot open', { cutOutBridged: true }),
  fault('fan-stopped', 'heatsink fan stands still', { fanStopped: true }),
  fault('module-open', 'one module carries no current', { openModules: 1 }),
  fault('modules-aged', 'modules with 35 % more resistance and 15 % less pumping', {
    resistanceFactor: 1.35,
    seebeckFactor: 0.85,
  }),
  fault('contact-lost', 'plate lifted off the skin', { contactLost: true }),
  fault('supply-sag', 'supply at 70 % of its voltage', { supplyFactor: 0.7 }),
  fault('supply-connector-bad', '0.3 Ω in the supply line', { extraSourceOhm: 0.25 }),
];

/**
 * The fault with this id.
 * @throws CompanionError FAULT_UNKNOWN
 */
export function faultById(id: string): Fault {
  const found = plantFaults.find((candidate) => candidate.id === id);
  if (found !== undefined) return found;
  throw new CompanionError('FAULT_UNKNOWN', {
    what: `there is no fault "${id}"`,
    fix: 'Use one of those that `--fault list` prints.',
  });
}
