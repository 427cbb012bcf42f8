/**
 * What earlier sessions have left in a region of the body, and whether one more is allowed (hazards H16, H17). Pure.
 * Whatever is not known of a session counts at its worst: an unknown site is in this region, an unknown end is now, an
 * unknown dose is the most that a session may give (law L4).
 */
import type { ClinicLimits } from '../limits/clinic.ts';
import { settableBounds } from '../limits/envelope.ts';
import { coldFinishPresetId, gentleColdFinishPresetId } from '../limits/presets.ts';
import { figure, quantity } from '../limits/wording.ts';
import { regionLabels, regionOf, siteOf } from './screening-sites.ts';

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
  /** A hot phase was given, or may have been. */
  readonly heated: boolean;
  /**
   * Minutes of cold since its last heat, where it is proven that heat was given and the cold finish that it owes was not
   * (law L2); null where none is owed.
   */
  readonly coldSinceHeatMinutes: number | null;
}

/** The sessions of the last 24 hours in the region of a site, how long the last of all is over, and the weeks before. */
export interface Exposure {
  /** Rolling sum without decay: next to nothing is known on repeated exposure (Yarmolenko 2011). */
  readonly cem43Min: number;
  readonly coldMinutes: number;
  readonly sessions: number;
  readonly sessionsInWeek: number;
  /** Days since which there has been heat without a day's rest; 0: none in the last day. */
  readonly heatDays: number;
  /** Null: there was none. */
  readonly minutesSinceLast: number | null;
  /** Of the last session, where it still owes its cold finish and that can be given. */
  readonly unfinished: UnfinishedCold | null;
}

export interface UnfinishedCold {
  readonly coldMinutes: number;
  readonly sinceHeatMinutes: number;
}

/** A cold finish belongs to the heat before it: later the skin has cooled by itself, and it would be a session of its own. */
export const coldFinishWithinMinutes = 30;
/** What is left to do where heat still owes its cold finish. */
export const coldFinishAdvice = `The cold finish can be given by itself, within ${coldFinishWithinMinutes} min: the prescription ${coldFinishPresetId}, or ${gentleColdFinishPresetId} under reduced limits; it waits for the skin to have been called fine, at the end or 20 min later. Where part of it was given already it may be refused: cold upon cold is one stretch.`;

export const dayMs = 86_400_000;
export const weekMs = 7 * dayMs;
const minuteMs = 60_000;
/** Between two sessions of a day and the next, at whatever hours, lies less than this; where a day is left out, more. */
const unbrokenMs = 1.5 * dayMs;
/** So far back sessions matter. */
export const longestMemoryMs = (settableBounds.heatDaysInARow.max + 1) * dayMs;

/** Rolling 24 hours: never less than what a calendar day counts, and without a time zone. */
export function exposureAt(
  site: string,
  sessions: readonly PastSession[],
  nowMs: number,
): Exposure {
  const here = sessions.filter((one) => one.contact && mayBeNear(one.site, site));
  const within = (ms: number): PastSession[] =>
    here.filter(({ endedAtMs }) => !(ageMs(endedAtMs, nowMs) >= ms));
  const recent = within(dayMs);
  const { cem43PerSessionMin, coldMinutesPerSession } = settableBounds;
  return {
    cem43Min: sum(recent.map((one) => knownOr(one.cem43Min, cem43PerSessionMin.max))),
    coldMinutes: sum(recent.map((one) => knownOr(one.coldMinutes, coldMinutesPerSession.max))),
    sessions: recent.length,
    sessionsInWeek: within(weekMs).length,
    heatDays: heatDaysOf(here, nowMs),
    minutesSinceLast:
      here.length === 0
        ? null
        : Math.min(...here.map(({ endedAtMs }) => ageMs(endedAtMs, nowMs))) / minuteMs,
    unfinished: unfinishedAt(site, here, nowMs),
  };
}

/** Back from now for as long as no pause is as long as a day left out. */
function heatDaysOf(here: readonly PastSession[], nowMs: number): number {
  const agesMs = here
    .filter(({ heated }) => heated)
    .map(({ endedAtMs }) => ageMs(endedAtMs, nowMs))
    .toSorted((a, b) => a - b);
  let beganMs: number | null = null;
  for (const age of agesMs) {
    if (!(age - (beganMs ?? 0) <= unbrokenMs)) break;
    beganMs = age;
  }
  return beganMs === null ? 0 : Math.max(1, Math.round(beganMs / dayMs));
}

/** Of the last session, where it was at this very site, and is proven to owe its cold finish. */
function unfinishedAt(
  site: string,
  here: readonly PastSession[],
  nowMs: number,
): UnfinishedCold | null {
  const last = here.toSorted((a, b) => ageMs(a.endedAtMs, nowMs) - ageMs(b.endedAtMs, nowMs));
  const [first, second] = last;
  if (first === undefined || first.site !== site) return null;
  const { coldMinutes, coldSinceHeatMinutes: sinceHeatMinutes } = first;
  if (sinceHeatMinutes === null) return null;
  const age = nowMs - first.endedAtMs;
  const isRecent = age >= 0 && age <= coldFinishWithinMinutes * minuteMs;
  // Another one that may have ended as late may be the cold finish itself.
  const isLast = second === undefined || ageMs(second.endedAtMs, nowMs) > age;
  const known = [coldMinutes, sinceHeatMinutes].every((min) => Number.isFinite(min) && min >= 0);
  return isRecent && isLast && known ? { coldMinutes, sinceHeatMinutes } : null;
}

function mayBeNear(one: string | null, other: string): boolean {
  const [region, here] = [regionOf(one), regionOf(other)];
  return region === null || here === null || region === here;
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

const exposureLimits = [
  'cem43Per24HoursMin',
  'coldMinutesPer24Hours',
  'coldMinutesPerSession',
  'sessionsPerDay',
  'sessionsPerWeek',
  'heatDaysInARow',
  'sessionGapMinutes',
] as const;
export type ExposureLimit = (typeof exposureLimits)[number];

/** A reason of a screening that time alone takes away. */
export const isExposureLimit = (id: string): boolean => exposureLimits.some((one) => one === id);

/** One limit that a further session would pass. */
export interface ExposureViolation {
  readonly limit: ExposureLimit;
  readonly value: number;
  readonly bound: number;
  /** For a person, without a full stop. */
  readonly message: string;
}

/** What one more session would give. */
export interface FurtherSession {
  readonly site: string;
  readonly cem43Min: number;
  readonly coldMinutes: number;
  /** It has a hot phase. A cold finish alone has none. */
  readonly heats: boolean;
}

type Found = (limit: ExposureLimit, value: number, words: string) => ExposureViolation[];

/**
 * Every limit that one more session would pass; empty: it may be given. A cold finish alone that the session just before
 * owes is the end of that session and none of its own: it waits for no rest and counts as no further session, and the
 * cold of both together must be within that of one, and of the day. But only where both are no more cold at a stretch
 * than one cold phase may be.
 */
export function checkExposure(
  exposure: Exposure,
  further: FurtherSession,
  limits: ClinicLimits,
): ExposureViolation[] {
  const found: Found = (limit, value, words) => {
    const bound = limits[limit];
    const { unit, reason } = settableBounds[limit];
    const below = limit === 'sessionGapMinutes';
    if (below ? value >= bound : value <= bound) return [];
    const side = below ? 'below' : 'above';
    const message = `${words} ${side} the ${limit} limit of ${quantity(bound, unit)}: ${reason}`;
    return [{ limit, value, bound, message }];
  };
  const where = placeWords(further.site);
  const ofDay = dayViolations(exposure, further, limits, found, where);
  const { unfinished } = exposure;
  if (unfinished !== null && isColdFinishOf(unfinished, further, limits)) {
    const cold = unfinished.coldMinutes + further.coldMinutes;
    const shown = figure(cold, limits.coldMinutesPerSession);
    const words = `with the session that it finishes, ${shown} min of cold ${where} are`;
    return [...ofDay, ...found('coldMinutesPerSession', cold, words)];
  }
  const often = oftenViolations(exposure, further, limits, found, where);
  const note = unfinished === null || further.heats ? '' : fitsWords(unfinished, further, limits);
  return [...ofDay, ...often.map((one) => ({ ...one, message: `${one.message}${note}` }))];
}

/** How long the cold finish that is owed may be, where the one that is wished is too long. */
function fitsWords(
  { sinceHeatMinutes }: UnfinishedCold,
  further: FurtherSession,
  limits: ClinicLimits,
): string {
  const max = coldStretchMax(further, limits);
  const since = `${Math.round(sinceHeatMinutes * 10) / 10} min of cold came since the heat, and cold at a stretch is bounded by ${max} min here`;
  const fitMinutes = Math.floor((max - sinceHeatMinutes) * 10) / 10;
  return fitMinutes >= limits.coldPhaseMinutes.min
    ? `; as the cold finish that is owed at most ${fitMinutes} min fit: ${since}`
    : `; no cold finish fits any more: ${since}`;
}

/** Cold upon cold with no heat between is one stretch, and has injured (Bassett 1992). */
export const isColdFinishOf = (
  { sinceHeatMinutes }: UnfinishedCold,
  further: FurtherSession,
  limits: ClinicLimits,
): boolean =>
  !further.heats && sinceHeatMinutes + further.coldMinutes <= coldStretchMax(further, limits);

/** What the limits and the nerves of the site bear of cold at a stretch, min. */
const coldStretchMax = ({ site }: FurtherSession, { coldPhaseMinutes }: ClinicLimits): number =>
  Math.min(coldPhaseMinutes.max, siteOf(site)?.coldPhaseMaxMinutes ?? Infinity);

/** `in this region (left leg)`. */
function placeWords(site: string): string {
  const region = regionOf(site);
  return region === null
    ? 'in this region'
    : `in this region (${regionLabels[region].toLowerCase()})`;
}

/** What 24 hours may have of heat and of cold. */
function dayViolations(
  exposure: Exposure,
  further: FurtherSession,
  limits: ClinicLimits,
  found: Found,
  where: string,
): ExposureViolation[] {
  const dose = exposure.cem43Min + knownOr(further.cem43Min, Infinity);
  const cold = exposure.coldMinutes + knownOr(further.coldMinutes, Infinity);
  const words = (shown: string): string => `with this session, ${shown} in 24 hours ${where} are`;
  return [
    ...found(
      'cem43Per24HoursMin',
      dose,
      words(`${figure(dose, limits.cem43Per24HoursMin)} CEM43 min`),
    ),
    ...found(
      'coldMinutesPer24Hours',
      cold,
      words(`${figure(cold, limits.coldMinutesPer24Hours)} min of cold`),
    ),
  ];
}

/** How often, how soon, and for how many days on end. */
function oftenViolations(
  exposure: Exposure,
  { heats }: FurtherSession,
  limits: ClinicLimits,
  found: Found,
  where: string,
): ExposureViolation[] {
  const count = exposure.sessions + 1;
  const inWeek = exposure.sessionsInWeek + 1;
  const days = exposure.heatDays + 1;
  const rest = exposure.minutesSinceLast ?? Infinity;
  const wait = Math.ceil(limits.sessionGapMinutes - rest);
  return [
    ...found('sessionsPerDay', count, `this would be session ${count} in 24 hours ${where},`),
    ...found('sessionsPerWeek', inWeek, `this would be session ${inWeek} in 7 days ${where},`),
    ...(heats
      ? found('heatDaysInARow', days, `this would be day ${days} in a row with heat ${where},`)
      : []),
    ...found(
      'sessionGapMinutes',
      rest,
      `the last session ${where} ended ${Math.floor(rest)} min ago (wait ${wait} min),`,
    ),
  ];
}

/** What is left of the 24-hour dose in this region, CEM43 min; never below zero. */
export const remainingCem43Min = (exposure: Exposure, limits: ClinicLimits): number =>
  Math.max(0, limits.cem43Per24HoursMin - exposure.cem43Min);
/** What is left of the cold of 24 hours in this region, min; never below zero. */
export const remainingColdMinutes = (exposure: Exposure, limits: ClinicLimits): number =>
  Math.max(0, limits.coldMinutesPer24Hours - exposure.coldMinutes);
