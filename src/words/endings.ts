/** How a treatment ended, as a sentence: made of what the last line of its record has, in any language. */
import type { AnyFact, Fact, Teller } from './facts.ts';

export interface Ending {
  readonly outcome: string;
  readonly why: AnyFact;
  /** The rule that tripped. */
  readonly rule: string | null;
  readonly coldFinish: unknown;
  readonly phases: readonly PhaseGiven[];
}

interface PhaseGiven {
  readonly phase: number;
  readonly kind: 'cold' | 'hot';
  readonly setpointC: number | null;
  readonly owedMin: number | null;
  readonly inBandMin: number | null;
  readonly delivered: boolean;
}

/** @param remedy what to do after a trip; empty where it is said elsewhere */
export function endSentence(ending: Ending, tell: Teller, remedy = ''): string {
  const { outcome, why, rule, coldFinish, phases } = ending;
  const missed = missedFacts(phases).map((fact) => tell.reading(fact));
  const advised = rule !== null && tell.limit(why) !== null && remedy !== '';
  const reason = advised ? `${tell.whole(why)}. ${remedy}` : tell.whole(why);
  return [
    outcome === 'undelivered' && missed.length > 0 ? `${reason}: ${missed.join(', ')}` : reason,
    ...(outcome === 'completed' ? shorterFacts(phases).map((fact) => tell.reading(fact)) : []),
    ...(coldFinish === false ? [tell.reading({ kind: 'cold-finish-missed' })] : []),
  ].join('; ');
}

const known = (value: number | null): number => value ?? Number.NaN;

/** Which phases lacked what. */
export const missedFacts = (phases: readonly PhaseGiven[]): Fact[] =>
  phases
    .filter(({ delivered }) => !delivered)
    .map(({ phase, kind, setpointC, owedMin, inBandMin }) => ({
      kind: 'phase-missed',
      phase,
      phaseKind: kind,
      setpointC: known(setpointC),
      heldMin: known(inBandMin),
      owedMin: known(owedMin),
    }));

/** What pauses took of the phases that count as delivered. */
const shorterFacts = (phases: readonly PhaseGiven[]): Fact[] =>
  phases
    .filter(({ delivered, owedMin, inBandMin }) => delivered && known(inBandMin) < known(owedMin))
    .map(({ phase, kind, owedMin, inBandMin }) => ({
      kind: 'phase-shorter',
      phase,
      phaseKind: kind,
      lessS: Math.round((known(owedMin) - known(inBandMin)) * 60),
    }));
