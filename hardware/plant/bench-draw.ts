/**
 * Benches as they come: the room, its changes, the sun, the noise in the leads and the heat of the treatment before,
 * drawn by seed. Two ranges: what the device is made for, and what it must survive.
 */
import type { NoiseParameters, PlantParameters } from './parameters.ts';
import type { Random } from './random.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Largest sizes, unless they are ranges; the smallest is zero. */
export interface BenchRange {
  readonly airC: Range;
  /** Up or down. */
  readonly driftCPerHour: number;
  /** A room that drifts stays within `airC` for as long as anybody is there. */
  readonly driftEndsInside: boolean;
  /** A window that is opened in the middle of a treatment, up or down; most are not. */
  readonly stepK: number;
  readonly sunOnPlateW: number;
  readonly sunOnHeatsinkW: number;
  readonly plateWarmerK: number;
  readonly heatsinkWarmerK: number;
  readonly adcNoiseLsbRms: Range;
  readonly noise: Readonly<Record<(typeof causes)[number], number>>;
  readonly burstShare: number;
  /** Up or down. */
  readonly sharedReturnOhm: number;
}

const causes = [
  'whiteLsbRms',
  'commonLsbRms',
  'drivenLsbRms',
  'burstLsb',
  'humPeakLsb',
  'wanderLsbRms',
] as const;

/** What the device is made for: nothing trips, and everything is delivered. */
export const benchWithinTolerance: BenchRange = {
  airC: { min: 12, max: 33 },
  driftCPerHour: 3,
  driftEndsInside: true,
  stepK: 0,
  sunOnPlateW: 0,
  sunOnHeatsinkW: 0,
  plateWarmerK: 4,
  heatsinkWarmerK: 14,
  adcNoiseLsbRms: { min: 0.3, max: 0.7 },
  noise: {
    whiteLsbRms: 1.5,
    commonLsbRms: 1,
    drivenLsbRms: 2,
    burstLsb: 6,
    humPeakLsb: 1,
    wanderLsbRms: 0.5,
  },
  burstShare: 0.05,
  // 0.25 mΩ at 10.8 A is half a count.
  sharedReturnOhm: 0.25e-3,
};

/** What it must survive: it may trip or say that it did not deliver, and hurts nobody. */
export const benchBeyondTolerance: BenchRange = {
  airC: { min: 5, max: 40 },
  driftCPerHour: 12,
  driftEndsInside: false,
  stepK: 10,
  // Behind glazing, on rim and cooler: `bench-disturbances.ts`.
  sunOnPlateW: 1,
  sunOnHeatsinkW: 6,
  plateWarmerK: 8,
  heatsinkWarmerK: 22,
  adcNoiseLsbRms: { min: 0.3, max: 1.5 },
  noise: {
    whiteLsbRms: 6,
    commonLsbRms: 4,
    drivenLsbRms: 8,
    burstLsb: 30,
    humPeakLsb: 5,
    wanderLsbRms: 3,
  },
  burstShare: 0.2,
  sharedReturnOhm: 5e-3,
};

/** Of all benches, those on which a treatment has just ended, and those that have sun or an open window. */
const warmShare = 0.25;
const changingShare = 0.3;
/** One cause is loud on a bench, if any; the others are there as well, and smaller. */
const quietShare = 0.2;
const faintShare = 0.2;
const mainsHz = [50, 60] as const;
const longestTreatmentS = 4200;
/** From the first tick to rest, with everything that people take their time for. */
const longestStayHours = 2;

export type Bench = Pick<PlantParameters, 'ambient' | 'start' | 'noise' | 'adcNoiseLsbRms'>;

/** Streams are split by part, so that one that gains a cause leaves the others as they were. */
export function drawBench(random: Random, range: BenchRange, nominal: Bench): Bench {
  const warm = random.split('start');
  const isWarm = warm.unit() < warmShare;
  const { min, max } = range.adcNoiseLsbRms;
  return {
    ambient: drawRoom(random.split('room'), range, nominal.ambient),
    start: {
      plateWarmerK: isWarm ? warm.uniform(0, range.plateWarmerK) : 0,
      heatsinkWarmerK: isWarm ? warm.uniform(0, range.heatsinkWarmerK) : 0,
    },
    noise: drawNoise(random.split('noise'), range, nominal.noise),
    adcNoiseLsbRms: random.split('converter').uniform(min, max),
  };
}

function drawRoom(random: Random, range: BenchRange, nominal: Bench['ambient']): Bench['ambient'] {
  const temperatureC = random.uniform(range.airC.min, range.airC.max);
  const driftCPerHour = driftOf(
    random.uniform(-range.driftCPerHour, range.driftCPerHour),
    temperatureC,
    range,
  );
  const sun = random.unit() < changingShare ? random.unit() : 0;
  const window = random.unit() < changingShare ? random.uniform(-1, 1) : 0;
  return {
    ...nominal,
    temperatureC,
    driftCPerHour,
    stepK: window * range.stepK,
    stepAtS: random.uniform(0, longestTreatmentS),
    sunOnPlateW: sun * range.sunOnPlateW,
    sunOnHeatsinkW: sun * range.sunOnHeatsinkW,
  };
}

/** No faster than brings the room to an edge of its range at the end of the longest stay. */
function driftOf(
  driftCPerHour: number,
  temperatureC: number,
  { airC, driftEndsInside }: BenchRange,
): number {
  if (!driftEndsInside) return driftCPerHour;
  const slowest = (airC.min - temperatureC) / longestStayHours;
  const fastest = (airC.max - temperatureC) / longestStayHours;
  return Math.min(Math.max(driftCPerHour, slowest), fastest);
}

function drawNoise(random: Random, range: BenchRange, nominal: NoiseParameters): NoiseParameters {
  const loud = random.unit() < quietShare ? undefined : causes[random.below(causes.length)];
  const sizes = Object.fromEntries(
    causes.map((cause) => [
      cause,
      range.noise[cause] * random.unit() * (cause === loud ? 1 : faintShare),
    ]),
  );
  return {
    ...nominal,
    ...sizes,
    burstShare: random.uniform(0, range.burstShare),
    humHz: mainsHz[random.below(mainsHz.length)] ?? nominal.humHz,
    wanderTimeConstantS: random.logUniform(5, 120),
    sharedReturnOhm: random.uniform(-range.sharedReturnOhm, range.sharedReturnOhm),
  };
}
