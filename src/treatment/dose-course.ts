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
  const now = byWitness(read, trend.witness);
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

function byWitness(
  span: TreatmentState['dosedSpan'],
  witness: WitnessWatch,
): TreatmentState['dosedSpan'] {
  const { hotC, coldC } = provenByWitness(witness);
  if (!Number.isFinite(hotC)) return span;
  return {
    hottestC: Math.max(span.hottestC, hotC),
    coldestC: Math.min(span.coldestC, coldC),
  };
}
