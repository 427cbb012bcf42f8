/** The dose of a treatment from tick to tick, after the plate has reached skin. Pure. */
import { addDose, worstPlausible } from '../safety/dose.ts';
import { isValid, plateChannels, plateSpan } from '../safety/readings.ts';
import type { Readings } from '../safety/readings.ts';
import { provenByWitness } from '../safety/witness-watch.ts';
import type { WitnessWatch } from '../safety/witness-watch.ts';
import type { TickInput, TreatmentState } from './state.ts';

/**
 * Charged from the worst that every sensor of the plate allows: the hottest and the coldest of its readings, and of what
 * the witness proves; a missing one at the worst plausible value.
 */
export function chargeDose(
  before: TreatmentState,
  { readings, nowMs }: TickInput,
  dtMs: number,
): Pick<TreatmentState, 'dose' | 'dosedSpan'> {
  const { dosedSpan, dose, session, trend } = before;
  const span = plateSpan(readings, nowMs);
  const read = Number.isFinite(span.hottestC) ? span : missingSpan(dosedSpan, readings, nowMs);
  const now = byWitness(read, trend.witness, dosedSpan, dtMs);
  if (!session.context.reachedSkin) return { dose, dosedSpan: now };
  const hottest = { fromC: dosedSpan.hottestC, toC: now.hottestC };
  const coldest = { fromC: dosedSpan.coldestC, toC: now.coldestC };
  return { dose: addDose(dose, hottest, dtMs / 60_000, coldest), dosedSpan: now };
}

function missingSpan(
  last: TreatmentState['dosedSpan'],
  readings: Readings,
  nowMs: number,
): TreatmentState['dosedSpan'] {
  const valid = plateChannels
    .filter((channel) => isValid(readings[channel], nowMs))
    .map((channel) => readings[channel].celsius);
  return {
    hottestC: worstPlausible(last.hottestC, valid).hottestC,
    coldestC: worstPlausible(last.coldestC, valid).coldestC,
  };
}

/** How fast the witness is followed: 12 V on both modules, stuck on full heat, moves a plate by 3 °C/s. */
const witnessFollowedCPerS = 4;

/** What the witness proves, as fast as a plate can get there: a reading that leaps is for its rules, and no burn. */
function byWitness(
  span: TreatmentState['dosedSpan'],
  witness: WitnessWatch,
  last: TreatmentState['dosedSpan'],
  dtMs: number,
): TreatmentState['dosedSpan'] {
  const { hotC, coldC } = provenByWitness(witness);
  if (!Number.isFinite(hotC)) return span;
  const movedC = witnessFollowedCPerS * (dtMs / 1000);
  const known = Number.isFinite(last.hottestC) && Number.isFinite(last.coldestC);
  const hottestC = known ? Math.min(hotC, last.hottestC + movedC) : hotC;
  const coldestC = known ? Math.max(coldC, last.coldestC - movedC) : coldC;
  return {
    hottestC: Math.max(span.hottestC, hottestC),
    coldestC: Math.min(span.coldestC, coldestC),
  };
}
