/**
 * What earlier sessions have left on a site, and whether one more is allowed (hazards H16, H17). Pure. Whatever is not
 * known of a session counts at its worst: an unknown site is this site, an unknown end is now, an unknown dose is the
 * most that a session may give (law L4).
 */
import type { ClinicLimits } from '../limits/clinic.ts';
import { settableBounds } from '../limits/envelope.ts';
import { coldFinishPresetId } from '../limits/presets.ts';
import { figure, quantity } from '../limits/wording.ts';
import { unspecifiedSite } from './screening-sites.ts';

/** One session of the past. */
export interface PastSession {
  /** Its record, for the person who is told. */
  readonly id: string;
  /** Null where it is not known: it counts for every site. */
  readonly site: string | null;
  /** UTC, milliseconds. The latest that is possible, where the time is not proven. */
  readonly endedAtMs: number;
  /** More than one clock speaks for it, or nothing against it; false: a person has to decide what it counts. */
  readonly timeProven?: boolean;
  readonly cem43Min: number;
  readonly coldMinutes: number;
  /** The plate was on the skin, or may have been. */
  readonly contact: boolean;
  /** Proven: heat was given, and the cold finish that it owes was not (law L2). */
  readonly coldFinishOwed: boolean;
}

/** The sessions of the last 24 hours at one site, and how long the last of all is over. */
export interface Exposure {
  /** Rolling sum without decay: next to nothing is known on repeated exposure (Yarmolenko 2011). */
  readonly cem43Min: number;
  readonly coldMinutes: number;
  readonly sessions: number;
  /** Null: there was none. */
  readonly minutesSinceLast: number | null;
  /** Cold minutes of the last session, where it still owes its cold finish and that can be given; else null. */
  readonly unfinishedColdMinutes: number | null;
}

/** A cold finish belongs to the heat before it: later the skin has cooled by itself, and it would be a session of its own. */
export const coldFinishWithinMinutes = 30;
/** What is left to do where heat still owes its cold finish. */
export const coldFinishAdvice = `The cold finish can be given by itself, within ${coldFinishWithinMinutes} min: the prescription ${coldFinishPresetId}.`;

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Rolling 24 hours: never less than what a calendar day counts, and without a time zone. */
export function exposureAt(
  site: string,
  sessions: readonly PastSession[],
  nowMs: number,
): Exposure {
  const here = sessions.filter((one) => one.contact && mayBeAt(one.site, site));
  const recent = here.filter(({ endedAtMs }) => !(ageMs(endedAtMs, nowMs) >= dayMs));
  const { cem43PerSessionMin, coldMinutesPerSession } = settableBounds;
  return {
    cem43Min: sum(recent.map((one) => knownOr(one.cem43Min, cem43PerSessionMin.max))),
    coldMinutes: sum(recent.map((one) => knownOr(one.coldMinutes, coldMinutesPerSession.max))),
    sessions: recent.length,
    minutesSinceLast:
      here.length === 0
        ? null
        : Math.min(...here.map(({ endedAtMs }) => ageMs(endedAtMs, nowMs))) / minuteMs,
    unfinishedColdMinutes: unfinishedAt(site, here, nowMs),
  };
}

/** Of the last session, where it was at this very site, and is proven to owe its cold finish. */
function unfinishedAt(site: string, here: readonly PastSession[], nowMs: number): number | null {
  const last = here.toSorted((a, b) => ageMs(a.endedAtMs, nowMs) - ageMs(b.endedAtMs, nowMs));
  const [first, second] = last;
  if (first === undefined || first.site !== site || !first.coldFinishOwed) return null;
  const age = nowMs - first.endedAtMs;
  const isRecent = age >= 0 && age <= coldFinishWithinMinutes * minuteMs;
  // Another one that may have ended as late may be the cold finish itself.
  const isLast = second === undefined || ageMs(second.endedAtMs, nowMs) > age;
  const known = Number.isFinite(first.coldMinutes) && first.coldMinutes >= 0;
  return isRecent && isLast && known ? first.coldMinutes : null;
}

function mayBeAt(one: string | null, other: string): boolean {
  return one === null || one === unspecifiedSite || other === unspecifiedSite || one === other;
}

/** A session that ends in the future, or at no time, has just ended: the clock was set, or the record is damaged. */
function ageMs(endedAtMs: number, nowMs: number): number {
  const age = nowMs - endedAtMs;
  return Number.isFinite(age) && age > 0 ? age : 0;
}

const knownOr = (value: number, worst: number): number =>
  Number.isFinite(value) && value >= 0 ? value : worst;

/** Smallest first, so that the order of the sessions cannot change the last digit. */
const sum = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);

/** One limit that a further session would pass. */
export interface ExposureViolation {
  readonly limit:
    | 'cem43Per24HoursMin'
    | 'sessionsPerDay'
    | 'sessionGapMinutes'
    | 'coldMinutesPerSession';
  readonly value: number;
  readonly bound: number;
  /** For a person, without a full stop. */
  readonly message: string;
}

/**
 * Every limit that one more session with this projected dose would pass; empty: it may be given. A cold finish alone that
 * the session just before owes is the end of that session and none of its own: it waits for no rest and counts as no
 * further session, and the cold of both together must be within that of one.
 * @param coldFinishMin the minutes of a cold finish alone; null for every other treatment
 */
export function checkExposure(
  exposure: Exposure,
  projectedCem43Min: number,
  limits: ClinicLimits,
  coldFinishMin: number | null = null,
): ExposureViolation[] {
  const found: ExposureViolation[] = [];
  const passed = (limit: ExposureViolation['limit'], value: number, words: string): void => {
    const bound = limits[limit];
    const { unit, reason } = settableBounds[limit];
    const side = limit === 'sessionGapMinutes' ? 'below' : 'above';
    const message = `${words} ${side} the ${limit} limit of ${quantity(bound, unit)}: ${reason}`;
    found.push({ limit, value, bound, message });
  };
  const dose = exposure.cem43Min + knownOr(projectedCem43Min, Infinity);
  if (!(dose <= limits.cem43Per24HoursMin)) {
    const shown = figure(dose, limits.cem43Per24HoursMin);
    passed(
      'cem43Per24HoursMin',
      dose,
      `with this session, ${shown} CEM43 min in 24 hours at this site are`,
    );
  }
  const { unfinishedColdMinutes } = exposure;
  if (coldFinishMin !== null && unfinishedColdMinutes !== null) {
    const cold = unfinishedColdMinutes + coldFinishMin;
    if (!(cold <= limits.coldMinutesPerSession)) {
      const shown = figure(cold, limits.coldMinutesPerSession);
      const words = `with the session that it finishes, ${shown} min of cold at this site are`;
      passed('coldMinutesPerSession', cold, words);
    }
    return found;
  }
  const count = exposure.sessions + 1;
  if (!(count <= limits.sessionsPerDay)) {
    passed('sessionsPerDay', count, `this would be session ${count} in 24 hours at this site,`);
  }
  const rest = exposure.minutesSinceLast;
  if (rest !== null && !(rest >= limits.sessionGapMinutes)) {
    const wait = Math.ceil(limits.sessionGapMinutes - rest);
    const since = `the last session at this site ended ${Math.floor(rest)} min ago (wait ${wait} min),`;
    passed('sessionGapMinutes', rest, since);
  }
  return found;
}

/** What is left of the 24-hour dose at this site, CEM43 min; never below zero. */
export const remainingCem43Min = (exposure: Exposure, limits: ClinicLimits): number =>
  Math.max(0, limits.cem43Per24HoursMin - exposure.cem43Min);
