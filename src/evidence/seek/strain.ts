/**
 * How near the rules that a healthy device comes nearest to are to tripping, by what they watch themselves: 1 trips. A
 * guide for the search and nothing else: what is judged is whether it tripped.
 */
import type { TreatmentState } from '../../treatment/state.ts';

/** As the rules have them; a guide need not follow them to the letter. */
const apartC = 1.5;
const astrayMs = 45_000;
const heatsinkC = { rests: 30, trips: 50 } as const;

export function strainOf({ trend, readings }: TreatmentState): number {
  const { beadsApartC, course, rises, expectedRiseCPerS } = trend;
  const { slopeCPerS, marginCPerS } = rises.bothBeads;
  const sinkC = readings?.heatsink.celsius ?? heatsinkC.rests;
  return known(
    Math.abs(beadsApartC) / apartC,
    (course?.astrayMs ?? 0) / astrayMs,
    slopeCPerS / (marginCPerS + expectedRiseCPerS),
    (sinkC - heatsinkC.rests) / (heatsinkC.trips - heatsinkC.rests),
  );
}

const known = (...shares: number[]): number =>
  shares.reduce((most, share) => (share > most ? share : most), 0);
