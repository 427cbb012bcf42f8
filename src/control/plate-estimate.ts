/**
 * What the beads say of the plate. A bead shows the plate late; the slope of its reading says how late, but that
 * slope must be filtered and is late itself. What the drive does is known at once, so the model fills in the part of
 * the slope that the filter still withholds, and no more than that: an error of the model fades within seconds.
 */
import type { ControllerParameters } from './parameters-schema.ts';
import { heatOfDrive } from './peltier-inverse.ts';

export interface PlateReadings {
  /**
   * Reading of the plate. Where there are two sensors, the more dangerous one: the hotter in heat, the colder in cold.
   */
  readonly plateC: number;
  /** The other reading of the plate, where there are two. */
  readonly otherPlateC?: number;
  readonly heatsinkC: number;
  /** Time since the last step. */
  readonly dtS: number;
  /** What was really applied since the last step, −1 full cooling … +1 full heating. */
  readonly appliedDrive: number;
}

export interface PlateEstimate {
  /** The reading that is controlled. */
  readonly plateC: number;
  /** Mean of the plate readings, and its filtered slope. */
  readonly meanC: number;
  readonly slopeCPerS: number;
  /** The slope that the drive alone would cause, as a bead shows it, and as the filter shows that. */
  readonly drivenCPerS: number;
  readonly drivenFilteredCPerS: number;
  readonly heatsinkC: number;
  /** Tissue that follows the plate slowly. */
  readonly tissueC: number;
}

/** First-order lag by one step. */
export function lagged(before: number, now: number, lagS: number, dtS: number): number {
  return before + ((now - before) * dtS) / (lagS + dtS);
}

/**
 * The mean of two readings has no bias and less noise, but one of them may be wrong: further than the spread from it,
 * the more dangerous one counts in full, so that the hotter sensor of a hot plate never settles higher than the spread
 * above the setpoint.
 */
function controlledC(p: ControllerParameters, { plateC, otherPlateC }: PlateReadings): number {
  const asideC = (plateC - (otherPlateC ?? plateC)) / 2;
  return plateC - Math.min(Math.max(asideC, -p.sensorSpreadC), p.sensorSpreadC);
}

const meanOf = ({ plateC, otherPlateC }: PlateReadings): number =>
  (plateC + (otherPlateC ?? plateC)) / 2;

/** The slope that the drive alone would cause, loads aside: they change slowly and need no filling in. */
function drivenBy(p: ControllerParameters, i: PlateReadings, plateC: number, heatsinkC: number) {
  return heatOfDrive(p, i.appliedDrive, plateC, heatsinkC) / p.effectiveCapacityJPerK;
}

/** The first reading, or the first after a gap: there is no slope to the one before. */
export function beginEstimate(p: ControllerParameters, i: PlateReadings): PlateEstimate {
  const plateC = controlledC(p, i);
  const drivenCPerS = drivenBy(p, i, plateC, i.heatsinkC);
  return {
    plateC,
    meanC: meanOf(i),
    slopeCPerS: 0,
    drivenCPerS,
    drivenFilteredCPerS: drivenCPerS,
    heatsinkC: i.heatsinkC,
    tissueC: plateC,
  };
}

/** Takes in the readings of one tick. */
export function continueEstimate(
  p: ControllerParameters,
  before: PlateEstimate,
  i: PlateReadings,
): PlateEstimate {
  const { dtS } = i;
  const plateC = controlledC(p, i);
  const meanC = meanOf(i);
  const slopeCPerS = lagged(before.slopeCPerS, (meanC - before.meanC) / dtS, p.slopeFilterS, dtS);
  const heatsinkC = lagged(before.heatsinkC, i.heatsinkC, p.heatsinkFilterS, dtS);
  const driven = drivenBy(p, i, plateC + p.beadLagS * slopeCPerS, heatsinkC);
  const drivenCPerS = lagged(before.drivenCPerS, driven, p.beadLagS, dtS);
  return {
    plateC,
    meanC,
    slopeCPerS,
    drivenCPerS,
    drivenFilteredCPerS: lagged(before.drivenFilteredCPerS, drivenCPerS, p.slopeFilterS, dtS),
    heatsinkC,
    tissueC: lagged(before.tissueC, plateC, p.tissueS, dtS),
  };
}

/** The plate as it is now: the reading, led by the slope of the bead. */
export function plateNowC(p: ControllerParameters, estimate: PlateEstimate): number {
  const withheldCPerS = estimate.drivenCPerS - estimate.drivenFilteredCPerS;
  return estimate.plateC + p.beadLagS * (estimate.slopeCPerS + withheldCPerS);
}
