/**
 * Causes whose size is anybody's guess: each is one fault of any size within a range, by the size in its id. A few sizes
 * stand in the list of faults; a search may take any.
 */
import type { FaultPart, FaultSettings, SensorFaults } from './fault-settings.ts';
import { agedBy } from './wear.ts';

export interface SizedCause {
  /** Followed by a dash and the size. */
  readonly id: string;
  readonly part: FaultPart;
  readonly unit: string;
  /** From nothing to worse than anybody has seen; the first is the harmless end. */
  readonly sizes: readonly [harmless: number, worst: number];
  /** In the list of faults. */
  readonly listed: readonly number[];
  readonly describe: (size: number) => string;
  readonly settings: (size: number) => FaultSettings;
}

const bothBeads = (sensor: Partial<SensorFaults>): FaultSettings => ({
  sensors: { plateA: sensor, plateB: sensor },
});

const plugGrowsOverS = 600;
const loosensOverS = 600;
const nominalBeta = 3950;
/** A bead that has come out of its hole by a half takes a fifth of the air, and lags three times as long. */
const lagOfStem = 10;

export const sizedCauses = [
  {
    id: 'plate-plug',
    part: 'sensor',
    unit: 'Ω',
    sizes: [1, 10_000],
    listed: [200, 500, 1000],
    describe: (ohm) => `plug of both plate beads: ${ohm} Ω grow in 10 min`,
    settings: (ohm) => bothBeads({ seriesOhm: ohm, seriesGrowsOverS: plugGrowsOverS }),
  },
  {
    id: 'plate-wet',
    part: 'sensor',
    unit: 'kΩ',
    sizes: [20_000, 5],
    listed: [200, 100, 60],
    describe: (kiloohm) => `water across both plate beads: ${kiloohm} kΩ`,
    settings: (kiloohm) => bothBeads({ leakageOhm: kiloohm * 1000 }),
  },
  {
    id: 'plate-beads-out',
    part: 'sensor',
    unit: '% of the air',
    sizes: [0.1, 95],
    listed: [],
    describe: (percent) =>
      `both plate beads out of their holes: ${percent} % of the air's temperature`,
    settings: (percent) => bothBeads({ stemShare: percent / 100 }),
  },
  {
    id: 'plate-beads-loosening',
    part: 'sensor',
    unit: '% of the air',
    sizes: [0.1, 95],
    listed: [20],
    describe: (percent) =>
      `both plate beads work loose in 10 min: ${percent} % of the air, and ${(1 + (percent / 100) * lagOfStem).toFixed(1)} times the lag`,
    settings: (percent) =>
      bothBeads({
        stemShare: percent / 100,
        lagFactor: 1 + (percent / 100) * lagOfStem,
        loosensOverS,
      }),
  },
  {
    id: 'plate-beads-lag',
    part: 'sensor',
    unit: 'times',
    sizes: [1, 100],
    listed: [],
    describe: (factor) => `both plate beads lag ${factor} times as long`,
    settings: (factor) => bothBeads({ lagFactor: factor }),
  },
  {
    id: 'plate-beads-drift',
    part: 'sensor',
    unit: 'mK/min',
    sizes: [1, 5000],
    listed: [],
    describe: (millikelvin) => `both plate beads read ${millikelvin} mK lower every minute`,
    settings: (millikelvin) => bothBeads({ driftCPerMinute: -millikelvin / 1000 }),
  },
  {
    id: 'plate-beads-drift-up',
    part: 'sensor',
    unit: 'mK/min',
    sizes: [1, 5000],
    listed: [],
    describe: (millikelvin) => `both plate beads read ${millikelvin} mK higher every minute`,
    settings: (millikelvin) => bothBeads({ driftCPerMinute: millikelvin / 1000 }),
  },
  {
    // 0.6 mW at 10 mW/K where the potting is whole, at 2 mW/K in a void of air.
    id: 'plate-beads-self-heating',
    part: 'sensor',
    unit: 'mK',
    sizes: [1, 5000],
    listed: [300],
    describe: (millikelvin) =>
      `voids in the potting: the current of their dividers warms both plate beads by ${millikelvin} mK`,
    settings: (millikelvin) => bothBeads({ selfHeatingK: millikelvin / 1000 }),
  },
  {
    id: 'beads-beta-low',
    part: 'sensor',
    unit: 'K of B',
    sizes: [3949, 2500],
    listed: [],
    describe: (beta) => `all beads are of B ${beta} instead of ${nominalBeta}`,
    settings: (beta) => allBeads({ betaFactor: beta / nominalBeta }),
  },
  {
    id: 'beads-beta-high',
    part: 'sensor',
    unit: 'K of B',
    sizes: [3951, 5500],
    listed: [],
    describe: (beta) => `all beads are of B ${beta} instead of ${nominalBeta}`,
    settings: (beta) => allBeads({ betaFactor: beta / nominalBeta }),
  },
  {
    id: 'divider-supply-at',
    part: 'sensor',
    unit: '%',
    sizes: [99.9, 60],
    listed: [],
    describe: (percent) =>
      `the dividers are fed with ${percent} % of what the converter compares with`,
    settings: (percent) => ({ dividerSupplyFactor: percent / 100 }),
  },
  {
    id: 'divider-supply-over',
    part: 'sensor',
    unit: '%',
    sizes: [100.1, 140],
    listed: [],
    describe: (percent) =>
      `the dividers are fed with ${percent} % of what the converter compares with`,
    settings: (percent) => ({ dividerSupplyFactor: percent / 100 }),
  },
  {
    id: 'module-cracked',
    part: 'power',
    unit: '% of one',
    sizes: [0.1, 100],
    listed: [50],
    describe: (percent) => `one module is cracked: ${percent} % of its pellets carry no current`,
    settings: (percent) => ({ openModules: percent / 100 }),
  },
  {
    id: 'plate-half-lifted',
    part: 'bench',
    unit: '% of one half',
    sizes: [0.1, 100],
    listed: [100],
    describe: (percent) => `half of the plate has lost ${percent} % of its contact`,
    settings: (percent) => ({ halfLifted: percent / 100 }),
  },
  {
    id: 'plate-film',
    part: 'bench',
    unit: 'g',
    sizes: [0.01, 20],
    listed: [5],
    describe: (gram) => `${gram} g of water stand on the plate`,
    settings: (gram) => ({ filmG: gram }),
  },
  {
    id: 'aged',
    part: 'power',
    unit: 'treatments',
    sizes: [1, 30_000],
    listed: [3000, 10_000],
    describe: (treatments) =>
      `worn by ${treatments} treatments: modules, grease, potting, contacts, fan`,
    settings: agedBy,
  },
] as const satisfies readonly SizedCause[];

function allBeads(sensor: Partial<SensorFaults>): FaultSettings {
  return { sensors: { plateA: sensor, plateB: sensor, heatsink: sensor } };
}

export interface SizedFault {
  readonly id: string;
  readonly part: FaultPart;
  readonly description: string;
  readonly settings: FaultSettings;
}

const ofSize = (cause: SizedCause, size: number): SizedFault => ({
  id: `${cause.id}-${size}`,
  part: cause.part,
  description: cause.describe(size),
  settings: cause.settings(size),
});

/** Those that stand in the list of faults. */
export const listedCauses: readonly SizedFault[] = sizedCauses.flatMap((cause: SizedCause) =>
  cause.listed.map((size) => ofSize(cause, size)),
);

/** The cause of any size that an id names; undefined where it names none, or a size that nothing has. */
export function sizedCauseOf(id: string): SizedFault | undefined {
  for (const cause of sizedCauses as readonly SizedCause[]) {
    const text = id.startsWith(`${cause.id}-`) ? id.slice(cause.id.length + 1) : '';
    if (!/^\d+(\.\d+)?$/.test(text)) continue;
    const size = Number(text);
    const [low, high] = cause.sizes.toSorted((a, b) => a - b);
    if (size >= (low ?? Number.NaN) && size <= (high ?? Number.NaN)) return ofSize(cause, size);
  }
  return undefined;
}
