/**
 * One scenario of the world outside: what somebody reported of a device like this, or what is odd and still healthy, as
 * faults and acts on the simulated bench, and what must come of it. Data, and pure judgement of a result.
 */
import type { RigId } from '../../../hardware/plant/rigs.ts';
import { settableBounds } from '../../limits/envelope.ts';
import type { FaultMoment } from '../fault-trial.ts';
import { truePlateBounds } from '../fault-trial.ts';

/** What happens: from the beginning, or so many seconds into the first cold or hot phase. */
export interface WorldEvent {
  readonly fault: string;
  readonly from: FaultMoment;
  readonly afterS?: number;
  /** It passes by itself after so long. */
  readonly lastsS?: number;
}

export type Expected =
  /** To the end, without a trip, and truly: by the plate's own temperature. */
  | { readonly verdict: 'delivers' }
  /** By one of these rules, at once or when it begins to matter. */
  | { readonly verdict: 'trips'; readonly rules: readonly string[] }
  /** Without a trip, with the power off, and not called delivered. */
  | { readonly verdict: 'ends' };

export interface WorldScenario {
  readonly id: string;
  /** What was reported, or what is odd, in a few words. */
  readonly what: string;
  readonly source: string;
  readonly events: readonly WorldEvent[];
  readonly person?: {
    /** Seconds until each question about the skin is answered; infinite for somebody who does not. */
    readonly answersAfterS?: number;
    readonly pausesInHotForS?: number;
  };
  readonly rig?: RigId;
  /** Of each phase, where it takes longer than usual until it matters. */
  readonly minutes?: number;
  readonly expected: Expected;
  /** What the simulated board has not, and must keep the plate in bounds here. */
  readonly hardware?: string;
  /** What was found by this scenario, and mended, or why its verdict is as it is. */
  readonly note?: string;
}

export interface WorldResult {
  readonly outcome: string;
  readonly rule: string | null;
  /** The true plate while it was on the skin. */
  readonly plateMinC: number;
  readonly plateMaxC: number;
  readonly trueCem43Min: number;
  /** Phases in which the true plate was not where it should be. */
  readonly undelivered: readonly number[];
  /** Anything was driven after a trip. */
  readonly drivenAfterTrip: boolean;
  /** Every event of the scenario has happened. */
  readonly happened: boolean;
}

/** Pure: what is wrong with a result, in words; null where it is what must come of the scenario. */
export function worldObjection(
  { expected, hardware }: WorldScenario,
  result: WorldResult,
): string | null {
  const { outcome, rule, plateMinC, plateMaxC, trueCem43Min, undelivered } = result;
  if (!result.happened) return 'it ended before all of it had happened';
  const { minC, maxC } = truePlateBounds;
  const most = settableBounds.cem43PerSessionMin.max;
  const untouched = plateMinC === Number.POSITIVE_INFINITY;
  const bounded = untouched || (plateMinC >= minC && plateMaxC <= maxC && trueCem43Min <= most);
  if (hardware === undefined && !bounded) {
    return `the true plate went to ${plateMinC.toFixed(1)} … ${plateMaxC.toFixed(1)} °C, ${trueCem43Min.toFixed(1)} CEM43 min`;
  }
  if (result.drivenAfterTrip) return 'something was driven after the trip';
  const came = `it ended as ${outcome}${rule === null ? '' : ` by ${rule}`}`;
  if (expected.verdict === 'trips') {
    return outcome === 'faulted' && expected.rules.includes(rule ?? '') ? null : came;
  }
  if (expected.verdict === 'ends') {
    return outcome === 'completed' || outcome === 'faulted' ? came : null;
  }
  if (outcome !== 'completed') return came;
  return undelivered.length === 0
    ? null
    : `it is called completed, and the true plate missed phase ${undelivered.join(', ')}`;
}

export function expectedWords(expected: Expected): string {
  switch (expected.verdict) {
    case 'delivers':
      return 'delivered, without a trip';
    case 'ends':
      return 'ended without power, and not called delivered';
    case 'trips':
      return `trips by ${expected.rules.map((rule) => `\`${rule}\``).join(' or ')}`;
  }
}
