/** The course of a treatment as its record tells it: phases and curves. Pure. */
import { linesOf, summaryOf } from './outcome.ts';
import type { LineOf, RecordLine } from './record-line.ts';

export interface PhaseSpan {
  readonly phase: number;
  readonly kind: 'cold' | 'hot';
  readonly setpointC: number | null;
  /** Seconds of the treatment; null where the clock was not valid. */
  readonly fromS: number | null;
  readonly toS: number | null;
  /** The coldest and the hottest that either plate sensor read; null where neither had a value. */
  readonly plateMinC: number | null;
  readonly plateMaxC: number | null;
  /** What was measured of it, in minutes at its setpoint; null where the record does not say. */
  readonly owedMin: number | null;
  readonly inBandMin: number | null;
  readonly delivered: boolean | null;
}

/** Each phase with its times and what the plate read in it. Pauses belong to their phase. */
export function phasesOf(lines: readonly RecordLine[]): PhaseSpan[] {
  const measured = summaryOf(lines)?.phases ?? [];
  // A cold phase that becomes the owed finish is told again; what was measured is told with the last of it.
  const lastOf = new Map(
    lines.flatMap((line, index) => (line.type === 'phase' ? [[line.phase, index] as const] : [])),
  );
  return lines.flatMap((line, index) => {
    if (line.type !== 'phase') return [];
    const after = lines.slice(index + 1);
    const ending = after.findIndex(endsPhase);
    const within = ending < 0 ? after : after.slice(0, ending);
    const last = ending < 0 ? (after.at(-1) ?? line) : after[ending];
    const readings = linesOf(within, 'sample')
      .flatMap(({ plateAC, plateBC }) => [plateAC, plateBC])
      .filter((reading) => reading !== null);
    const { phase, kind, setpointC } = line;
    const [plateMinC, plateMaxC] = extremesOf(readings);
    const given =
      lastOf.get(phase) === index ? measured.find((one) => one.phase === phase) : undefined;
    const { owedMin = null, inBandMin = null, delivered = null } = given ?? {};
    const times = { fromS: line.t, toS: last?.t ?? null };
    return [
      { phase, kind, setpointC, ...times, plateMinC, plateMaxC, owedMin, inBandMin, delivered },
    ];
  });
}

function endsPhase(line: RecordLine): boolean {
  if (line.type === 'phase' || line.type === 'summary') return true;
  if (line.type !== 'state') return false;
  // A skin check between two phases belongs to neither.
  return line.event === 'PHASE_ELAPSED' || !/^(treating|paused|checking)\b/.test(line.to);
}

function extremesOf(values: readonly number[]): [number, number] | [null, null] {
  const first = values[0];
  if (first === undefined) return [null, null];
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [first, first],
  );
}

export interface Curves {
  readonly plateAC: readonly (number | null)[];
  readonly plateBC: readonly (number | null)[];
  readonly setpointC: readonly (number | null)[];
}

/** A limit on everything: a day, far beyond the longest treatment. */
const maxCurveSeconds = 86_400;

/** One value per second from the first; null in a second that has no sample or no valid value. */
export function curvesOf(lines: readonly RecordLine[]): Curves {
  const samples = linesOf(lines, 'sample').filter(isInReach);
  const length = samples.reduce((most, { t }) => Math.max(most, Math.floor(t) + 1), 0);
  const empty = (): (number | null)[] => Array.from({ length }, () => null);
  const curves = { plateAC: empty(), plateBC: empty(), setpointC: empty() };
  for (const { t, plateAC, plateBC, setpointC } of samples) {
    const second = Math.floor(t);
    curves.plateAC[second] = plateAC;
    curves.plateBC[second] = plateBC;
    curves.setpointC[second] = setpointC;
  }
  return curves;
}

type Sample = LineOf<'sample'>;

function isInReach(sample: Sample): sample is Sample & { t: number } {
  return sample.t !== null && sample.t >= 0 && sample.t < maxCurveSeconds;
}
