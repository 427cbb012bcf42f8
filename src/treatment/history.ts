/**
 * The sessions of the last weeks, from the record store: so doses and rests outlive a restart. A record that is damaged
 * or cut off proves no end, and counts at the worst that is plausible (law L4): never as nothing.
 */
import { CompanionError } from '../errors.ts';
import { cem43PerMinute } from '../limits/cem43.ts';
import { heatCountsMs, settableBounds, warmerThanSkinC } from '../limits/envelope.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { briefsIn } from '../records/brief.ts';
import type { RecordBrief } from '../records/brief.ts';
import { beganMs } from '../records/chain.ts';
import { unknownClock } from '../records/clock.ts';
import type { ClockReading } from '../records/clock.ts';
import { headerOf, linesOf, summaryOf } from '../records/outcome.ts';
import { isWellFormedId } from '../records/record-id.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';
import { readRecord } from '../records/store.ts';
import type { Verification } from '../records/verify.ts';
import { longestMemoryMs } from '../safety/exposure.ts';
import type { PastSession } from '../safety/exposure.ts';
import { RecordTimes } from './record-times.ts';

/** Whose sessions count: of people only, or of simulated people too. */
export type Counted = 'people' | 'simulated too';

const minuteMs = 60_000;
/** 24 hours, and the longest session with pauses before that: what began earlier has left no dose. */
export const lookBackMs = 28 * 60 * minuteMs;
const longestMinutes = firmwareBounds.sessionMinutes.max;

/**
 * The sessions in the folder that may still matter at `nowMs` (UTC, milliseconds), by what the records themselves say: a
 * file's name decides nothing. A folder that is not there holds none.
 * @throws CompanionError FILE_UNREADABLE where the folder cannot be read: without history there is no treatment
 */
export function pastSessions(
  folder: string,
  counted: Counted,
  nowMs: number,
  clock: ClockReading = unknownClock,
): PastSession[] {
  const briefs = briefsIn(folder);
  const times = new RecordTimes(briefs, nowMs, clock);
  return briefs
    .filter((brief) => !(nowMs - latestOf(brief, times) > longestMemoryMs))
    .flatMap((brief) => {
      if (nowMs - latestOf(brief, times) > lookBackMs) {
        const session = earlierSession(brief, counted);
        return session === null ? [] : times.placed(session, brief, plannedMsOf(brief));
      }
      const verification = verificationOf(folder, brief.id);
      const session = sessionOf(brief.id, verification, counted);
      return session === null ? [] : times.placed(session, brief, lengthOf(verification));
    });
}

/**
 * Of a session that has left no dose any more, what its two ends tell: that it was, where, and whether with heat. What
 * they do not tell counts as given.
 */
function earlierSession(brief: RecordBrief, counted: Counted): PastSession | null {
  const { id, header, end, lastMs } = brief;
  if (header === null || !isCounted(header, counted)) return null;
  const { cem43Min, coldMinutes } = worstOf(header);
  return {
    id,
    site: header.site ?? null,
    endedAtMs: end === null ? Math.max(lastMs, beganMs(brief) + plannedMsOf(brief)) : lastMs,
    cem43Min,
    coldMinutes,
    contact: end === null || (end.phases?.length ?? 1) > 0,
    heated: isHeated(header, end ?? undefined),
    coldSinceHeatMinutes: null,
  };
}

const plannedMsOf = ({ header }: RecordBrief): number =>
  worstOf(header ?? undefined).minutes * minuteMs;

/** On the bench nobody is treated, and in a simulation nobody but a simulated person. */
export const isCounted = ({ bench, simulated }: LineOf<'header'>, counted: Counted): boolean =>
  !bench && !(simulated && counted === 'people');

/** A hot phase began, or may have: without proof of the phases, the whole plan counts. */
function isHeated(
  header: LineOf<'header'> | undefined,
  summary: LineOf<'summary'> | undefined,
): boolean {
  const given = summary?.phases ?? header?.plan ?? [];
  return given.length === 0 ? summary?.phases === undefined : given.some(isHot);
}

const isHot = ({ kind }: { readonly kind: 'cold' | 'hot' }): boolean => kind === 'hot';

/** When a record can have ended at the latest, as far as its ends tell; NaN where they do not, so that it is read. */
function latestOf(brief: RecordBrief, times: RecordTimes): number {
  if (brief.header === null) return Number.NaN;
  const bound = times.boundMs(brief);
  return bound ?? Math.max(times.beganMs(brief), brief.lastMs);
}

/** When a session began, by the name of its record; NaN where that says nothing. */
function startOf(id: string): number {
  if (!isWellFormedId(id)) return Number.NaN;
  const [, ...parts] = /^(....)(..)(..)T(..)(..)(..)(...)Z/.exec(id) ?? [];
  const [year, month, day, hour, minute, second, ms] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

/** Null where the record cannot be read at all: it is there all the same, a damaged one. */
export function verificationOf(folder: string, id: string): Verification | null {
  try {
    return readRecord(folder, id).verification;
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    return null;
  }
}

/** How long a session took on a clock that is never set, milliseconds, to the end of its plan where no end is proven. */
function lengthOf(verification: Verification | null): number {
  const lines = verification?.lines ?? [];
  const times = lines.map(({ at }) => timeOf(at)).filter((at) => Number.isFinite(at));
  const leapsMs = linesOf(lines, 'clock').reduce((sum, { leapS }) => sum + (leapS ?? 0) * 1000, 0);
  const tookMs = Math.max(0, (times.at(-1) ?? 0) - (times[0] ?? 0) - leapsMs);
  if (verification?.verdict.kind === 'intact') return tookMs;
  return Math.max(tookMs, worstOf(headerOf(lines)).minutes * minuteMs);
}

/**
 * What a record proves of its session; null where it proves that nobody was under the plate whom this run counts.
 * @param verification null for a record that cannot be read at all
 */
export function sessionOf(
  id: string,
  verification: Verification | null,
  counted: Counted,
): PastSession | null {
  const lines = verification?.lines ?? [];
  const header = headerOf(lines);
  const notUnderstood = verification?.notUnderstood.length ?? 0;
  if (header !== undefined && !isCounted(header, counted)) return null;
  const site = header?.site ?? linesOf(lines, 'screening')[0]?.site ?? null;
  const summary = verification?.verdict.kind === 'intact' ? summaryOf(lines) : undefined;
  const samples = linesOf(lines, 'sample');
  const worst = worstOf(header);
  const most = (name: 'cem43Min' | 'coldMin'): number =>
    samples.reduce((so, sample) => Math.max(so, sample[name] ?? 0), 0);
  if (summary === undefined) {
    return {
      id,
      site,
      endedAtMs: latestEnd(id, lines, worst.minutes),
      cem43Min: Math.max(worst.cem43Min, most('cem43Min')),
      coldMinutes: Math.max(worst.coldMinutes, most('coldMin')),
      contact: true,
      heated: isHeated(header, undefined),
      coldSinceHeatMinutes: null,
    };
  }
  const coldMinutes = Math.max(summary.coldMinutes ?? worst.coldMinutes, most('coldMin'));
  const isOwed = summary.coldFinish === false && notUnderstood === 0;
  return {
    id,
    site,
    endedAtMs: lastOf(lines, summary.at),
    cem43Min: Math.max(summary.cem43Min ?? worst.cem43Min, most('cem43Min')),
    coldMinutes,
    // A line of a newer version may be the one that tells.
    contact:
      notUnderstood > 0 || linesOf(lines, 'state').some(({ to }) => to.startsWith('treating')),
    heated: notUnderstood > 0 || isHeated(header, summary),
    coldSinceHeatMinutes: isOwed ? coldSinceHeat(coldMinutes, samples) : null,
  };
}

/**
 * Cold since the last hot phase that was warm for as long as counts as heat, minutes; all of it where no samples show one.
 * The samples are rounded: what is less than the last digit here is none.
 */
function coldSinceHeat(coldMinutes: number, samples: readonly LineOf<'sample'>[]): number {
  const warm = samples.filter(
    ({ state, plateAC, plateBC }) =>
      state === 'treating.hot' &&
      Math.max(plateAC ?? Number.NaN, plateBC ?? Number.NaN) > warmerThanSkinC,
  );
  const secondsIn = new Map<number | null, number>();
  for (const { phase } of warm) secondsIn.set(phase, (secondsIn.get(phase) ?? 0) + 1);
  const last = warm.findLast(({ phase }) => (secondsIn.get(phase) ?? 0) >= warmSamples);
  return Math.max(0, Math.round((coldMinutes - (last?.coldMin ?? 0)) * 100) / 100);
}

/** One a second; a few may be missing. */
const warmSamples = 0.9 * (heatCountsMs / 1000);

interface Worst {
  readonly cem43Min: number;
  readonly coldMinutes: number;
  readonly minutes: number;
}

/** The most that the plate may have held at all, where no plan is proven. */
const anything: Worst = {
  cem43Min: settableBounds.cem43PerSessionMin.max,
  coldMinutes: settableBounds.coldMinutesPerSession.max,
  minutes: longestMinutes,
};

/** The whole planned treatment, as if all of it had been given. */
function worstOf(header: LineOf<'header'> | undefined): Worst {
  if (header === undefined || header.plan.length === 0) return anything;
  const worst = { cem43Min: 0, coldMinutes: 0, minutes: 0 };
  for (const { kind, setpointC, dwellMs } of header.plan) {
    if (setpointC === null || dwellMs === null || !(dwellMs >= 0)) return anything;
    const minutes = dwellMs / minuteMs;
    worst.minutes += minutes;
    worst.cem43Min += minutes * cem43PerMinute(setpointC);
    if (kind === 'cold') worst.coldMinutes += minutes;
  }
  return worst;
}

/** The session may have gone on after the last proven line, to the end of its plan. NaN where nothing tells. */
function latestEnd(id: string, lines: readonly RecordLine[], plannedMinutes: number): number {
  const times = [...lines.map(({ at }) => timeOf(at)), startOf(id)].filter((at) =>
    Number.isFinite(at),
  );
  if (times.length === 0) return Number.NaN;
  const first = times.reduce((so, at) => Math.min(so, at));
  const last = times.reduce((so, at) => Math.max(so, at));
  return Math.max(last, first + plannedMinutes * minuteMs);
}

/** The newest that any line says: the clock may have been put right, forward or back, while it ran. NaN where the end says nothing. */
function lastOf(lines: readonly RecordLine[], endAt: string | null): number {
  const endMs = timeOf(endAt);
  return lines.reduce((so, { at }) => {
    const ms = timeOf(at);
    return Number.isFinite(ms) ? Math.max(so, ms) : so;
  }, endMs);
}

const timeOf = (at: string | null): number => (at === null ? Number.NaN : Date.parse(at));
