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
  /** How far two that are whole may be apart now: what they lag by, and what a shared ground moves them by, °C. */
  readonly allowedC: number;
}

export const noWitnessWatch: WitnessWatch = {
  smoothC: Number.NaN,
  apartC: Number.NaN,
  allowedC: 0,
};

/**
 * So much a whole witness may be away from whole beads, in the mean of minutes: within it the beads say how hot the plate
 * is, and beyond it the witness does.
 */
export const witnessToleranceC = 0.8;

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
  readonly slopeCPerS: number;
  readonly appliedDrive: number;
}

export function watchWitness(
  before: WitnessWatch,
  { readings: { plateA, plateB, witness }, dtMs, slopeCPerS, appliedDrive }: WitnessTick,
): WitnessWatch {
  if (witness === null) return noWitnessWatch;
  const apartC = (plateA.celsius + plateB.celsius) / 2 - witness.celsius;
  const groundC = appliedDrive < 0 ? sharedGroundC.cool : sharedGroundC.heat;
  const allowedC =
    lagS * Math.min(Math.abs(slopeCPerS), fastestPlateCPerS) + groundC * Math.abs(appliedDrive);
  return {
    smoothC: filtered(before.smoothC, witness.celsius, dtMs),
    apartC: filtered(before.apartC, apartC, dtMs),
    allowedC: filtered(before.allowedC, Number.isFinite(allowedC) ? allowedC : 0, dtMs),
  };
}

/** What is not known now is not known; the first after that counts in full. */
const filtered = (before: number, now: number, dtMs: number): number =>
  Number.isNaN(before) ? now : before + ((now - before) * dtMs) / (filterMs + dtMs);
