/**
 * The beads of the plate against its witness, a sensor of another kind and of the opposite sign: what befalls both beads
 * alike, or the converter, or the ground, moves them apart (H36). Pure.
 */
import type { Readings } from './readings.ts';

export interface WitnessWatch {
  /** The witness without most of its noise, °C; NaN where it has no reading, or the device no witness. */
  readonly smoothC: number;
  /** The mean of the two beads less the witness, filtered alike, °C. */
  readonly apartC: number;
  /** The same at rest, before anything was driven; NaN where the device was never at rest. */
  readonly restApartC: number;
  /** How far two that are whole may be apart now: what they lag by, and what a shared ground moves them by, °C. */
  readonly allowedC: number;
}

export const noWitnessWatch: WitnessWatch = {
  smoothC: Number.NaN,
  apartC: Number.NaN,
  restApartC: Number.NaN,
  allowedC: 0,
};

/**
 * So much a whole witness may be away from whole beads, in the mean of minutes: within it the beads say how hot the plate
 * is, and beyond it the witness does.
 */
export const witnessToleranceC = 0.5;
/** And so much farther from them than at rest: what a choice of pull-up and two beads are off by, they are always. */
export const witnessDriftC = 0.25;

/** One count of the witness is 0.6 °C, and its noise is that of the converter. */
const filterMs = 2000;
/** The beads lag the witness by less, in a device within tolerance. */
const lagS = 1;
const fastestPlateCPerS = 3;
/**
 * 2 mΩ of ground shared with the modules' current: 10.8 A at full cooling, 4.5 A at full heat. It lifts the witness and
 * lowers the beads, or the reverse.
 */
const sharedGroundC = { cool: 3.1, heat: 1.3 } as const;

export interface WitnessTick {
  readonly readings: Readings;
  readonly dtMs: number;
  readonly appliedDrive: number;
  /** The self-test has not driven anything yet. */
  readonly atRest: boolean;
}

export function watchWitness(
  before: WitnessWatch,
  { readings: { plateA, plateB, witness }, dtMs, appliedDrive, atRest }: WitnessTick,
  slopeCPerS: number,
): WitnessWatch {
  if (witness === null) return noWitnessWatch;
  const apartC = (plateA.celsius + plateB.celsius) / 2 - witness.celsius;
  const groundC = appliedDrive < 0 ? sharedGroundC.cool : sharedGroundC.heat;
  const allowedC =
    lagS * Math.min(Math.abs(slopeCPerS), fastestPlateCPerS) + groundC * Math.abs(appliedDrive);
  const smoothApartC = filtered(before.apartC, apartC, dtMs);
  return {
    smoothC: filtered(before.smoothC, witness.celsius, dtMs),
    apartC: smoothApartC,
    restApartC: atRest ? smoothApartC : before.restApartC,
    allowedC: filtered(before.allowedC, Number.isFinite(allowedC) ? allowedC : 0, dtMs),
  };
}

/** What is not known now is not known; the first after that counts in full. */
const filtered = (before: number, now: number, dtMs: number): number =>
  Number.isNaN(before) ? now : before + ((now - before) * dtMs) / (filterMs + dtMs);

/**
 * How hot and how cold the plate is at least, by the witness as it is and by what it has moved from the beads since rest,
 * °C; NaN where it has no reading.
 */
export function provenByWitness({ smoothC, restApartC }: WitnessWatch): {
  readonly hotC: number;
  readonly coldC: number;
} {
  const alignedC = smoothC + restApartC;
  const [hotC, coldC] = [smoothC - witnessToleranceC, smoothC + witnessToleranceC];
  if (!Number.isFinite(alignedC)) return { hotC, coldC };
  return {
    hotC: Math.max(hotC, alignedC - witnessDriftC),
    coldC: Math.min(coldC, alignedC + witnessDriftC),
  };
}
