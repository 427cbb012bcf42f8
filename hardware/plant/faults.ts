/**
 * What can befall the device, as physics: each fault changes settings through which the plant
 * works, and nothing else. The table is what `--fault` offers.
 */
import { CompanionError } from '../../src/errors.ts';
import { benchDisturbances } from './bench-disturbances.ts';
import { commonCauses } from './common-causes.ts';
import type { FaultPart, FaultSettings, PlantFaults, SensorFaults } from './fault-settings.ts';
import { noFaults, put, restore } from './fault-settings.ts';
import { peopleAndCovers } from './people-and-covers.ts';
import { listedCauses, sizedCauseOf } from './sized-causes.ts';
import type { Channel } from './parameters.ts';
import { channels } from './parameters.ts';

/** Anything that carries fault settings: a plant. */
export interface Faultable {
  readonly faults: PlantFaults;
}

export interface Fault {
  /** Kebab-case, stable: records and command lines carry it. */
  readonly id: string;
  readonly description: string;
  readonly part: FaultPart;
  apply(plant: Faultable): void;
  clear(plant: Faultable): void;
}

/** A fault whose settings, while it is present, are `settings`. */
function fault(part: FaultPart, id: string, description: string, settings: FaultSettings): Fault {
  return {
    id,
    description,
    part,
    apply: (plant) => {
      put(plant.faults, settings);
    },
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
  { suffix: 'open-50ms', words: 'wire open for 50 ms', settings: { openForS: 0.05 } },
  {
    suffix: 'intermittent',
    words: 'wire open for 60 ms every 20 s',
    settings: { openForS: 0.06, opensEveryS: 20 },
  },
  {
    suffix: 'loosening',
    words: "works loose in 10 min: 20 % of the air's temperature, and three times the lag",
    settings: { stemShare: 0.2, lagFactor: 3, loosensOverS: 600 },
  },
];

const channelWords: Readonly<Record<Channel, { id: string; name: string }>> = {
  plateA: { id: 'plate-a', name: 'plate thermistor A' },
  plateB: { id: 'plate-b', name: 'plate thermistor B' },
  heatsink: { id: 'heatsink', name: 'heatsink thermistor' },
  witness: { id: 'witness', name: 'witness of the plate' },
};

function sensorFaultsOf(channel: Channel): Fault[] {
  const { id, name } = channelWords[channel];
  return sensorKinds.map(({ suffix, words, settings }) =>
    fault('sensor', `${id}-${suffix}`, `${name}: ${words}`, { sensors: { [channel]: settings } }),
  );
}

const power = (id: string, description: string, settings: FaultSettings): Fault =>
  fault('power', id, description, settings);

/** Every fault that can be set, in the order in which lists show them. */
export const plantFaults: readonly Fault[] = [
  ...channels.flatMap(sensorFaultsOf),
  fault('sensor', 'sensors-swapped', 'plate thermistor A and heatsink thermistor exchanged', {
    sensorsSwapped: true,
  }),
  ...commonCauses.map(({ id, description, settings }) =>
    fault('sensor', id, description, settings),
  ),
  ...listedCauses.map(({ part, id, description, settings }) =>
    fault(part, id, description, settings),
  ),
  power('polarity-reversed', 'modules wired the wrong way round: cooling heats', {
    polarityReversed: true,
  }),
  power('bridge-stuck-heat', 'bridge shorted to full heat, whatever is commanded', {
    bridgeStuck: 'heat',
  }),
  power('bridge-stuck-cool', 'bridge shorted to full cooling, whatever is commanded', {
    bridgeStuck: 'cool',
  }),
  power('leg-a-stuck-high', 'cooling leg always high: cools while idle', { legA: 'high' }),
  power('leg-a-stuck-low', 'cooling leg always low: cannot cool', { legA: 'low' }),
  power('leg-b-stuck-high', 'heating leg always high: heats while idle', { legB: 'high' }),
  power('leg-b-stuck-low', 'heating leg always low: cannot heat', { legB: 'low' }),
  power('leg-a-high-side-shorted', 'upper transistor of the cooling leg shorted to its rail', {
    transistorsA: 'highShorted',
  }),
  power('leg-b-high-side-shorted', 'upper transistor of the heating leg shorted to its rail', {
    transistorsB: 'highShorted',
  }),
  power('leg-a-low-side-shorted', 'lower transistor of the cooling leg shorted to ground', {
    transistorsA: 'lowShorted',
  }),
  power('leg-b-low-side-shorted', 'lower transistor of the heating leg shorted to ground', {
    transistorsB: 'lowShorted',
  }),
  power('relay-welded', 'both relay contacts welded: the relay cannot open', {
    relayWeldedA: true,
    relayWeldedB: true,
  }),
  power('relay-welded-a', 'relay contact of the cooling supply welded', { relayWeldedA: true }),
  power('relay-welded-b', 'relay contact of the heating supply welded', { relayWeldedB: true }),
  power('relay-driver-stuck', 'transistor of the relay shorted: its coil is held', {
    relayDriverStuck: true,
  }),
  power('thermal-fuse-aged', 'thermal fuse at the heatsink aged: opens at 30 °C', {
    thermalFuseC: 30,
  }),
  power('thermal-fuse-bridged', 'thermal fuse at the heatsink bridged: it cannot open', {
    thermalFuseC: Number.POSITIVE_INFINITY,
  }),
  power('fuse-cool-blown', 'fuse of the cooling supply blown', { coolFuseOpen: true }),
  power('fuse-heat-blown', 'fuse of the heating supply blown', { heatFuseOpen: true }),
  power('cut-out-bridged', 'thermal cut-out bridged: it cannot open', { cutOutBridged: true }),
  power('fan-stopped', 'heatsink fan stands still', { fanStopped: true }),
  power('fan-intermittent', 'heatsink fan stands and runs in turns of 20 s', { fanStuttersS: 20 }),
  power('fan-flickers', 'heatsink fan stands and runs in turns of 2 s', { fanStuttersS: 2 }),
  power('vents-covered', 'vents covered: the fan turns, and moves no air', { ventsCovered: true }),
  power('fan-tachometer-open', "wire of the fan's tachometer broken; the fan runs", {
    tachometerOpen: true,
  }),
  power('module-open', 'one module carries no current', { openModules: 1 }),
  power('modules-aged', 'modules with 35 % more resistance and 15 % less pumping', {
    resistanceFactor: 1.35,
    seebeckFactor: 0.85,
  }),
  fault('bench', 'contact-lost', 'plate lifted off the skin', { contactLost: true }),
  power('supply-sag', 'supply at 70 % of its voltage', { supplyFactor: 0.7 }),
  power('supply-lost', 'both supplies gone, and with them fan and relay', {
    supplyOutForS: Number.POSITIVE_INFINITY,
  }),
  power('supply-sags-a-tenth', 'supply at 90 % of its voltage', { supplyFactor: 0.9 }),
  power('supply-dip-200ms', 'both supplies, fan and relay gone for 0.2 s', { supplyOutForS: 0.2 }),
  power('supply-dip-2s', 'both supplies, fan and relay gone for 2 s', { supplyOutForS: 2 }),
  power('heat-supply-high', 'the heating supply gives 12 V', { heatSupplyFactor: 2.4 }),
  power('heat-supply-low', 'the heating supply gives 3.9 V', { heatSupplyFactor: 0.78 }),
  power('supply-connector-bad', '0.3 Ω in the supply line', { extraSourceOhm: 0.25 }),
  power('supply-connector-intermittent', '0.3 Ω in the supply line, for 3 s of each 6', {
    extraSourceOhm: 0.25,
    sourceStuttersS: 3,
  }),
  ...[...benchDisturbances, ...peopleAndCovers].map(({ part, id, description, settings }) =>
    fault(part, id, description, settings),
  ),
];

/** What a bench is like, or what was built wrong, rather than what befalls a device: it can have been so before any reading. */
export const isCondition = (id: string): boolean =>
  sizedCauseOf(id) !== undefined ||
  plantFaults.some((candidate) => candidate.id === id && candidate.part === 'bench') ||
  commonCauses.some((cause) => cause.id === id);

/**
 * The fault with this id.
 * @throws CompanionError FAULT_UNKNOWN
 */
export function faultById(id: string): Fault {
  const found = plantFaults.find((candidate) => candidate.id === id);
  if (found !== undefined) return found;
  const sized = sizedCauseOf(id);
  if (sized !== undefined) return fault(sized.part, sized.id, sized.description, sized.settings);
  throw new CompanionError('FAULT_UNKNOWN', {
    what: `there is no fault "${id}"`,
    fix: 'Use one of those that `--fault list` prints.',
  });
}
