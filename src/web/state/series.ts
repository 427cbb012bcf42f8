/**
 * The curve of one treatment. Samples may arrive twice, late and in any order (a reconnected stream, a fetched
 * history); the curve is the same. Where seconds are missing it has a gap, never a line across (law L4).
 */

/** One second of a treatment. Temperatures in °C, `drive` −1 … +1; null where there is no valid value. */
export interface Sample {
  /** Seconds of the treatment. */
  readonly t: number;
  readonly phase: number | null;
  readonly setpointC: number | null;
  readonly plateAC: number | null;
  readonly plateBC: number | null;
  readonly heatsinkC: number | null;
  readonly drive: number | null;
}

/** Oldest first, one for each moment. */
export type Series = readonly Sample[];

/** A limit on everything: the longest session with its waits is well below four hours at 1 Hz. */
export const maxSamples = 14_400;

/** Samples further apart than this are not joined, seconds. */
export const gapS = 3;

export const noSeries: Series = Object.freeze([]);

export function addSamples(series: Series, samples: readonly Sample[]): Series {
  const valid = samples.filter(({ t }) => Number.isFinite(t));
  if (valid.length === 0) return series;
  const lastT = series.at(-1)?.t ?? -Infinity;
  if (isRising(valid, lastT)) return bounded([...series, ...valid]);
  const byTime = new Map(series.map((one) => [one.t, one]));
  const fresh = valid.filter(({ t }) => !byTime.has(t));
  if (fresh.length === 0) return series;
  for (const sample of fresh) byTime.set(sample.t, sample);
  return bounded([...byTime.values()].sort((a, b) => a.t - b.t));
}

function isRising(samples: readonly Sample[], afterT: number): boolean {
  let before = afterT;
  for (const { t } of samples) {
    if (!(t > before)) return false;
    before = t;
  }
  return true;
}

const bounded = (series: Series): Series =>
  series.length <= maxSamples ? series : series.slice(-maxSamples);

export interface Columns {
  readonly t: readonly number[];
  readonly setpointC: readonly (number | null)[];
  readonly plateAC: readonly (number | null)[];
  readonly plateBC: readonly (number | null)[];
  readonly heatsinkC: readonly (number | null)[];
  readonly drive: readonly (number | null)[];
}

/** The same by columns, with an empty row in each gap. */
export function columnsOf(series: Series): Columns {
  const rows: Sample[] = [];
  let before: number | null = null;
  for (const sample of series) {
    if (before !== null && sample.t - before > gapS) rows.push(nothingAt(before + 1));
    rows.push(sample);
    before = sample.t;
  }
  return {
    t: rows.map(({ t }) => t),
    setpointC: rows.map(({ setpointC }) => setpointC),
    plateAC: rows.map(({ plateAC }) => plateAC),
    plateBC: rows.map(({ plateBC }) => plateBC),
    heatsinkC: rows.map(({ heatsinkC }) => heatsinkC),
    drive: rows.map(({ drive }) => drive),
  };
}

const nothingAt = (t: number): Sample => ({
  t,
  phase: null,
  setpointC: null,
  plateAC: null,
  plateBC: null,
  heatsinkC: null,
  drive: null,
});

export interface Shade {
  readonly fromS: number;
  readonly toS: number;
  readonly kind: 'cold' | 'hot';
  readonly number: number;
}

/** The phases as stretches of time, as they were delivered. Odd phases are cold (law L2). */
export function shadesOf(series: Series): Shade[] {
  const shades: { fromS: number; toS: number; kind: 'cold' | 'hot'; number: number }[] = [];
  for (const { t, phase } of series) {
    if (phase === null || phase < 1) continue;
    const last = shades.at(-1);
    if (last?.number === phase) last.toS = t;
    else shades.push({ fromS: t, toS: t, kind: phase % 2 === 1 ? 'cold' : 'hot', number: phase });
  }
  return shades;
}

/** Of the last `seconds` before `endS`, and a little after it; null: before the last sample. */
export function lastOf(series: Series, seconds: number, endS: number | null): Series {
  const end = endS === null ? (series.at(-1)?.t ?? 0) : endS + afterEndS;
  return series.filter(({ t }) => t >= end - seconds && t <= end);
}

const afterEndS = 5;

/** The first sample of each minute, newest first: for a table. */
export function perMinute(series: Series): Sample[] {
  const rows: Sample[] = [];
  let minute = -1;
  for (const sample of series) {
    const its = Math.floor(sample.t / 60);
    if (its !== minute) rows.push(sample);
    minute = its;
  }
  return [...rows].reverse();
}
