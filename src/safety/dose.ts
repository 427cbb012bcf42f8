import { CompanionError } from '../errors.ts';
import { cem43OfRamp } from '../limits/cem43.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { coldDegreesBelowC } from '../limits/projection.ts';

export { checkPlan, projectDose } from '../limits/projection.ts';
export type { LimitViolation, ProjectedDose } from '../limits/projection.ts';

/** What the skin under the plate has received so far. Counts through pauses, trips and restarts alike. */
export interface DoseState {
  /** CEM43 minutes (Sapareto & Dewey 1984). */
  readonly cem43Min: number;
  /** Minutes at or below `coldThresholdC`. */
  readonly coldMinutes: number;
  /** How far below `coldDegreesBelowC`, for how long, °C·min: a figure to compare by, with no cap of its own. */
  readonly coldDegreeMinutes: number;
}

export const noDose: DoseState = Object.freeze({
  cem43Min: 0,
  coldMinutes: 0,
  coldDegreeMinutes: 0,
});

/**
 * A minute at or below 21 °C is a cold minute. It is the warmest setpoint of a cold phase, 20 °C, and 1 °C of control
 * error, so that a cold phase always counts. And it is low enough that the cold part of a ramp into heat is shorter
 * than the warm part of the ramp back (2 × 21 < 36 + 10), so that a treatment that runs as planned never counts more
 * cold than was projected for it.
 */
export const coldThresholdC = 21;

/** Where nothing is known: the thermal fuse near 45 °C is the last thing between the plate and hotter. */
export const unknownHottestC = 45;
/** Where nothing is known: the coldest that the firmware lets the plate become. */
export const unknownColdestC = firmwareBounds.plateC.min;

/** Plate temperature at the two ends of an interval, °C; taken as linear between them. */
export interface TemperatureSpan {
  readonly fromC: number;
  readonly toC: number;
}

/**
 * The temperatures to charge an interval at for which a reading is missing, stale or not believed: the worst of the
 * last value and of what the other sensors say. Non-finite values count for nothing, and where nothing is left the
 * worst that the device can do is charged. Never "no dose" (law L4).
 */
export function worstPlausible(
  lastC: number | undefined,
  othersC: readonly number[],
): { readonly hottestC: number; readonly coldestC: number } {
  const known = [lastC, ...othersC].filter((valueC): valueC is number => Number.isFinite(valueC));
  if (known.length === 0) return { hottestC: unknownHottestC, coldestC: unknownColdestC };
  return { hottestC: Math.max(...known), coldestC: Math.min(...known) };
}

/**
 * The dose after one more interval of `dtMinutes`. `hottest` is the hottest valid plate sensor; `coldest` the coldest,
 * where they differ. An end that is not finite is charged as the worst the device can do, for heat and for cold.
 * Throws DEFECT for a time or a dose that is negative or not finite: a dose must never fall or become unknown.
 */
export function addDose(
  state: DoseState,
  hottest: TemperatureSpan,
  dtMinutes: number,
  coldest: TemperatureSpan = hottest,
): DoseState {
  const numbers = [dtMinutes, state.cem43Min, state.coldMinutes, state.coldDegreeMinutes];
  if (!numbers.every((value) => Number.isFinite(value) && value >= 0)) {
    throw new CompanionError('DEFECT', {
      what: `the dose cannot be counted: interval ${dtMinutes} min, so far ${state.cem43Min} CEM43 min and ${state.coldMinutes} cold min`,
    });
  }
  const hot = knownOr(hottest, unknownHottestC, Math.max);
  const cold = knownOr(coldest, unknownColdestC, Math.min);
  return {
    cem43Min: state.cem43Min + cem43OfRamp(hot.fromC, hot.toC, dtMinutes),
    coldMinutes: state.coldMinutes + dtMinutes * shareBelow(cold, coldThresholdC),
    coldDegreeMinutes:
      state.coldDegreeMinutes + dtMinutes * meanDegreesBelow(cold, coldDegreesBelowC),
  };
}

/** The span itself where it is known; otherwise held at the worse of what is known and the fallback. */
function knownOr(
  { fromC, toC }: TemperatureSpan,
  fallbackC: number,
  worse: (...values: number[]) => number,
): TemperatureSpan {
  if (Number.isFinite(fromC) && Number.isFinite(toC)) return { fromC, toC };
  const worstC = worse(fallbackC, ...[fromC, toC].filter((valueC) => Number.isFinite(valueC)));
  return { fromC: worstC, toC: worstC };
}

/** The share of a linear span, 0 … 1, that is at or below a threshold. */
function shareBelow({ fromC, toC }: TemperatureSpan, thresholdC: number): number {
  const lowC = Math.min(fromC, toC);
  const highC = Math.max(fromC, toC);
  if (highC <= thresholdC) return 1;
  return lowC <= thresholdC ? (thresholdC - lowC) / (highC - lowC) : 0;
}

/** How far a linear span is below a threshold in the mean, °C; what is above it counts as nothing. */
function meanDegreesBelow(span: TemperatureSpan, thresholdC: number): number {
  const lowC = Math.min(span.fromC, span.toC);
  const belowC = thresholdC - lowC;
  if (!(belowC > 0)) return 0;
  const endC = thresholdC - Math.min(thresholdC, Math.max(span.fromC, span.toC));
  return (shareBelow(span, thresholdC) * (belowC + endC)) / 2;
}
