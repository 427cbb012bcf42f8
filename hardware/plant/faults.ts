/**
 * What can befall the device, as physics: each fault changes settings through which the plant
 * works, and nothing else. The table is what `--fault` offers.
 */
import { CompanionError } from '../../src/errors.ts';
import { benchDisturbances } from './bench-disturbances.ts';
import { commonCauses } from './common-causes.ts';
import type { FaultPart, FaultSettings, PlantFaults, SensorFaults } from './fault-settings.ts';
import { noFaults, put, restore, scaled } from './fault-settings.ts';
import { peopleAndCovers } from './people-and-covers.ts';
import { powerFaults, supplyFaults } from './power-faults.ts';
import type { PowerFault } from './power-faults.ts';
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
  /** @param size share of what the description says, above 0 and at most 1; what is so or not so is so at any size */
  apply(plant: Faultable, size?: number): void;
  clear(plant: Faultable): void;
}

/** A fault whose settings, while it is present, are `settings`. */
function fault(part: FaultPart, id: string, description: string, settings: FaultSettings): Fault {
  return {
    id,
    description,
    part,
    apply: (plant, size = 1) => {
      put(plant.faults, size === 1 ? settings : scaled(settings, noFaults(), size));
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

const power = ({ id, description, settings }: PowerFault): Fault =>
  fault('power', id, description, settings);

/** Every fault that can be set, in the order in which lists show them. */
export const plantFaults: readonly Fault[] = [
  ...channels.flatMap(sensorFaultsOf),
  fault('sensor', 'sensors-swapped', 'plate thermistor A and heatsink thermistor exchanged', {
    sensorsSwapped: true,
  }),
  fault('sensor', 'current-sensor-shorted', 'output of the current sensor shorted to ground', {
    currentSensor: 'shorted',
  }),
  fault('sensor', 'current-sensor-dead', 'the current sensor shows none, whatever flows', {
    currentSensor: 'dead',
  }),
  ...commonCauses.map(({ id, description, settings }) =>
    fault('sensor', id, description, settings),
  ),
  ...listedCauses.map(({ part, id, description, settings }) =>
    fault(part, id, description, settings),
  ),
  ...powerFaults.map(power),
  fault('bench', 'contact-lost', 'plate lifted off the skin', { contactLost: true }),
  ...supplyFaults.map(power),
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
