/** Whether this person may be treated now, and within which limits: screening, the last 24 hours, the prescription. */
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import { settableBounds } from '../limits/envelope.ts';
import type { SettableName } from '../limits/envelope.ts';
import { isColdFinish, planOf } from '../limits/plan.ts';
import { presets } from '../limits/presets.ts';
import { quantity } from '../limits/wording.ts';
import { loadPrescription } from '../limits/yaml-file.ts';
import type { Told } from '../safety/clinician-word.ts';
import { checkPlan, projectDose } from '../safety/dose.ts';
import { opensInMinutes } from '../safety/exposure-opens.ts';
import { checkExposure, exposureAt, isColdFinishOf } from '../safety/exposure.ts';
import type { Exposure, ExposureLimit, FurtherSession, PastSession } from '../safety/exposure.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import { limitsFor, reducedWords } from '../safety/screening-profile.ts';
import { evaluateScreening, isAdmitted } from '../safety/screening.ts';
import type { Override, Screening, ScreeningReason } from '../safety/screening.ts';
import { changedId, declinedReasons } from './declined-before.ts';
import type { Confirmation, DeclinedScreening } from './declined-before.ts';
import { dateOf, unprovenAdvice } from './doubts.ts';
import { settledBy, withFound } from './found.ts';
import { capsWithin } from './prepare.ts';
import type { Prescribed } from './prepare.ts';

/** Earlier sessions, as far as they count for this run. */
export interface Past {
  readonly sessions: readonly PastSession[];
  /** UTC, milliseconds. */
  readonly nowMs: number;
  /** What speaks against the clock or the folder: for a clinician to settle. */
  readonly doubts?: readonly ScreeningReason[];
  /** The ids of those that do not stand before the cold finish that the last session here still owes. */
  readonly afterColdFinish?: readonly string[];
  /** When the skin of the region last reacted, UTC, milliseconds; null: the records tell of nothing. */
  readonly reactedMs?: number | null;
  /** How far the calendar of this computer is ahead of UTC, milliseconds. */
  readonly zoneMs?: number;
  /** Screenings of the last day that concern the site, and ended in no treatment. */
  readonly declined?: readonly DeclinedScreening[];
}

/** Clinicians' words, held against what the records tell. */
export function toldIn(words: Told['words'], nowMs: number, past: Past | null, site: string): Told {
  const { reactedMs = null, zoneMs = 0 } = past ?? {};
  const restMinutes =
    past === null ? null : exposureAt(site, past.sessions, nowMs).minutesSinceLast;
  return {
    words,
    nowMs,
    zoneMs,
    ...(reactedMs === null ? {} : { reactedMs }),
    ...(restMinutes === null ? {} : { treatedMs: nowMs - restMinutes * 60_000 }),
  };
}

/** What earlier sessions in the region have left. What is not proven counts at its worst. */
export interface Earlier {
  readonly worst: Exposure;
  /** Without what rests on a time that nobody can prove. */
  readonly certain: Exposure;
  readonly past: Pick<Past, 'sessions' | 'nowMs'>;
}

/** What earlier sessions leave of this one. */
export interface Allowance {
  /** Null where earlier sessions are not counted. */
  readonly earlier: Earlier | null;
  /** The one that the running doses are bounded by; null where earlier sessions are not counted. */
  readonly exposure: Exposure | null;
  /**
   * Why no further session is allowed; empty: one is. Nobody can decide against an absolute one; what rests on a time that
   * nobody can prove is for a clinician.
   */
  readonly reasons: readonly ScreeningReason[];
  /** Screenings before that ended in no treatment; missing: none. */
  readonly declined?: readonly DeclinedScreening[];
}

/** @param past null where earlier sessions are not counted: nobody is under the plate */
export function allowanceFor(prescribed: Prescribed, site: string, past: Past | null): Allowance {
  if (past === null) return { earlier: null, exposure: null, reasons: [] };
  const { sessions, nowMs, declined = [] } = past;
  const proven = sessions.filter(({ timeProven }) => timeProven !== false);
  const earlier = {
    worst: exposureAt(site, sessions, nowMs),
    certain: exposureAt(site, proven, nowMs),
    past,
  };
  const further = furtherOf(prescribed, site);
  const reasons = reasonsOf(earlier, further, prescribed.limits);
  // What a clinician may decide against must not then end the treatment at a dose of nothing.
  const doubtful = reasons.some(({ id, rating }) => dayDoses.has(id) && rating === 'override');
  const exposure = doubtful ? earlier.certain : earlier.worst;
  const all = [...reasons, ...doubtsBefore(further, prescribed, earlier, past)];
  return { earlier, exposure, reasons: all, declined };
}

/** An owed cold finish ends the session before, proven and in time: what is asked twenty minutes after the end comes after it. */
function doubtsBefore(
  further: FurtherSession,
  { limits }: Prescribed,
  { certain: { unfinished } }: Earlier,
  { doubts = [], afterColdFinish = [] }: Past,
): readonly ScreeningReason[] {
  const finishes = unfinished !== null && isColdFinishOf(unfinished, further, limits);
  return finishes ? doubts.filter(({ id }) => !afterColdFinish.includes(id)) : doubts;
}

const dayDoses: ReadonlySet<string> = new Set<ExposureLimit>([
  'cem43Per24HoursMin',
  'coldMinutesPer24Hours',
]);

const furtherOf = ({ config: { plan } }: Prescribed, site: string): FurtherSession => ({
  site,
  ...projectDose(plan),
  heats: !isColdFinish(plan),
});

/** Every limit on earlier sessions that one more of this plan would pass, and who may decide against it. */
function reasonsOf(
  { worst, certain, past }: Earlier,
  further: FurtherSession,
  limits: ClinicLimits,
): ScreeningReason[] {
  const passed = checkExposure(certain, further, limits).map(({ limit }) => limit);
  return checkExposure(worst, further, limits).map(({ limit, message }): ScreeningReason => {
    if (!passed.includes(limit)) {
      return { ...unproven, id: limit, text: `${message}; when that was, nobody can prove` };
    }
    if (limit === 'heatDaysInARow') return { ...lookAtSkin, id: limit, text: message };
    const opens = opensWords(limit, past, further, limits);
    return { id: limit, rating: 'absolute', text: `${message}${opens}`, advice: null, open: false };
  });
}

/** When a full day or week has room again; the rest between two sessions says how long to wait by itself. */
function opensWords(
  limit: ExposureLimit,
  { sessions, nowMs }: Earlier['past'],
  further: FurtherSession,
  limits: ClinicLimits,
): string {
  if (limit === 'sessionGapMinutes') return '';
  const inMinutes = opensInMinutes(limit, sessions, nowMs, further, limits);
  if (inMinutes === null) return '';
  const minutes = Math.ceil(inMinutes);
  const at = dateOf(nowMs + minutes * 60_000);
  return `; by this it opens again in ${Math.floor(minutes / 60)} h ${minutes % 60} min (${at})`;
}

/** Days on end of heat bar nobody, but somebody who knows skin has to have looked. */
const lookAtSkin = {
  rating: 'override',
  advice:
    'A clinician looks at the skin for brown or red marks like a net; where there are any, no more heat until a doctor has seen them.',
  open: false,
} as const;

const unproven = {
  rating: 'override',
  advice: unprovenAdvice,
  open: false,
  ofRecordsOnly: true,
} as const;

/** Who is to be treated: what was answered for them, and what a clinician decided. */
export interface Person {
  readonly site: string;
  /** Null: nobody was asked, because something else already forbids the session. */
  readonly answers: Answers | null;
  readonly override: Override | null;
  /** What clinicians wrote down of problems that are there; missing: nothing. */
  readonly told?: Told;
  /** Who says that what is answered otherwise than in a screening that was declined is right. */
  readonly confirmed?: Confirmation | null;
}

export interface Admission {
  /** Narrowed to what the screening and the last 24 hours leave. */
  readonly prescribed: Prescribed;
  readonly screening: Screening;
  /** Doubts that a clinician settled with this decision, and reactions that their word has closed; for the header of the record. */
  readonly settled: readonly string[];
  /** Why the treatment is not given; null: it may be. */
  readonly refusal: CompanionError | null;
}

/** Whether this person may be given this prescription now, and within which limits. */
export function admit(prescribed: Prescribed, person: Person, allowance: Allowance): Admission {
  try {
    return decided(prescribed, person, allowance, screeningOf(person, allowance));
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    const screening = screeningOf(person, allowance);
    return { prescribed, screening, settled: [], refusal: thrown };
  }
}

/** @throws CompanionError LIMITS_EXCEEDED where a clinic's own limits leave nothing of the reduced ones */
function decided(
  prescribed: Prescribed,
  person: Person,
  allowance: Allowance,
  asked: Screening,
): Admission {
  if (!isAdmitted(asked, person.override)) {
    return { prescribed, screening: asked, settled: [], refusal: refusedBy(asked) };
  }
  const limits = limitsFor(prescribed.limits, asked);
  const narrowed = narrow(prescribed, limits, allowance, asked);
  const outside = outsideNarrowed(narrowed, asked) ?? withoutTimeToLook(narrowed);
  if (outside !== null) {
    return { prescribed: narrowed, screening: asked, settled: [], refusal: outside };
  }
  const found = moreReasons(prescribed, person.site, limits, allowance);
  const screening = withFound(asked, found);
  if (!isAdmitted(screening, person.override)) {
    return { prescribed, screening, settled: [], refusal: refusedBy(screening) };
  }
  const settled = settledBy(screening, [...allowance.reasons, ...found]);
  return { prescribed: narrowed, screening, settled, refusal: null };
}

/** What the limits of this person say to earlier sessions, beyond what those of the clinic said. */
function moreReasons(
  prescribed: Prescribed,
  site: string,
  limits: ClinicLimits,
  { earlier, reasons }: Allowance,
): ScreeningReason[] {
  if (earlier === null) return [];
  const keyOf = ({ id, rating }: ScreeningReason): string => `${rating} ${id}`;
  const known = new Set(reasons.map(keyOf));
  const further = furtherOf(prescribed, site);
  return reasonsOf(earlier, further, limits).filter((one) => !known.has(keyOf(one)));
}

function screeningOf(
  { answers, site, told, confirmed = null }: Person,
  { reasons, declined = [] }: Allowance,
): Screening {
  const screening = evaluateScreening(answers ?? {}, site, told);
  // Unanswered questions are no news where nobody was asked.
  const asked =
    answers === null && reasons.some(isAbsolute) ? { ...screening, reasons: [] } : screening;
  return withFound(asked, [...reasons, ...declinedReasons(declined, answers, confirmed)]);
}

export const isAbsolute = ({ rating }: ScreeningReason): boolean => rating === 'absolute';

function narrow(
  prescribed: Prescribed,
  limits: ClinicLimits,
  { exposure }: Allowance,
  { checksTwiceAsOften }: Screening,
): Prescribed {
  const { config } = prescribed;
  const own = capsWithin(limits, exposure);
  const caps = {
    cem43Min: Math.min(config.caps.cem43Min, own.cem43Min),
    coldMinutes: Math.min(config.caps.coldMinutes, own.coldMinutes),
  };
  return { ...prescribed, limits, config: { ...config, caps, checksTwiceAsOften } };
}

const mostReasons = 6;

function refusedBy({ result, reasons }: Screening): CompanionError {
  const decisive = result === 'contraindicated' ? 'absolute' : 'override';
  const deciding = reasons.filter(({ rating }) => rating === decisive);
  const texts = deciding.map(({ text }) => text);
  const more = texts.length > mostReasons ? [`and ${texts.length - mostReasons} more`] : [];
  const advice = [...new Set(reasons.flatMap((reason) => reason.advice ?? []))];
  return new CompanionError('SCREENING_DECLINED', {
    what: `this person is not to be treated now: ${[...texts.slice(0, mostReasons), ...more].join('; ')}`,
    fix: [...wayOut(result, deciding), ...advice].join(' '),
  });
}

function wayOut(result: Screening['result'], deciding: readonly ScreeningReason[]): string[] {
  // What waits for a confirmation says so by its own advice.
  if (deciding.every(({ id }) => id === changedId)) return [];
  if (deciding.every(({ open }) => open)) return ['Answer every question; none may stay open.'];
  return [
    result === 'contraindicated'
      ? 'Do not treat now; nobody can override this.'
      : 'A clinician may decide otherwise, by name and with a reason (--clinician, --override).',
  ];
}

/** What is added up over the phases, and no field alone. */
const sumWords: Readonly<Partial<Record<string, string>>> = {
  coldMinutesPerSession: 'cold of all phases',
  coldMinutesPer24Hours: 'cold of all phases, in 24 hours',
  cem43PerSessionMin: 'heat dose of all phases',
  cem43Per24HoursMin: 'heat dose of all phases, in 24 hours',
  sessionMinutes: 'length of all phases',
} satisfies Partial<Record<SettableName, string>>;

/** The plan was inside the clinic's limits; what is outside now is outside those of this person at this site (law L6). */
function outsideNarrowed(prescribed: Prescribed, screening: Screening): CompanionError | null {
  const { limits, config, name } = prescribed;
  const reduced = screening.profile === 'reduced';
  const wide = checkPlan(config.plan, limits);
  const found = wide.map(({ field, limit, value, bound, unit }) => {
    const side = Number(value) < Number(bound) ? 'below' : 'above';
    const layer = reduced ? 'the reduced limit' : 'the limit at this site';
    return `${sumWords[limit] ?? field}: ${quantity(value, unit)} is ${side} ${layer} of ${quantity(bound, unit)}`;
  });
  if (found.length === 0) return null;
  const fitting = presets
    .filter(({ prescription }) => isColdFinish(planOf(prescription)) === isColdFinish(config.plan))
    .filter(({ prescription }) => checkPlan(planOf(prescription), limits).length === 0)
    .map(({ id }) => id);
  const why = reduced
    ? `the screening leaves only reduced limits (${reducedWords(screening)})`
    : 'a nerve runs near the skin at this site';
  return new CompanionError('LIMITS_EXCEEDED', {
    what: `${why}: ${found.join('; ')}`,
    // A sum stands in no line.
    where: wide.every(({ limit }) => sumWords[limit] !== undefined) ? name : placeOf(name, limits),
    fix:
      fitting.length === 0
        ? 'No preset fits; write a prescription inside these limits.'
        : `Within them: --prescription ${fitting.join(' or ')}.`,
  });
}

/** What a look at the skin takes where somebody is there. */
const minutesToLook = 1;

/** Looks at the skin lengthen a session, and the longest that is allowed counts them: the cold finish would be cut off. */
function withoutTimeToLook({ name, limits, config }: Prescribed): CompanionError | null {
  const { phases } = config.plan;
  const looks = (phases.length - 1) * minutesToLook * (config.checksTwiceAsOften ? 2 : 1);
  const minutes = projectDose(config.plan).totalMinutes + looks;
  const { max } = settableBounds.sessionMinutes;
  if (minutes <= max) return null;
  return new CompanionError('LIMITS_EXCEEDED', {
    what: `with ${looks} min for looks at the skin between its phases the session takes ${minutes} min, and no session may take more than ${max} min`,
    where: placeOf(name, limits),
    fix: 'Shorten its phases, or leave a rotation out.',
  });
}

/** Line and column of the first value that is too wide; the name alone where the file no longer tells. */
function placeOf(name: string, limits: ClinicLimits): string {
  try {
    loadPrescription(name, limits);
  } catch (thrown) {
    if (thrown instanceof CompanionError && thrown.parts.where !== undefined) {
      return thrown.parts.where;
    }
  }
  return name;
}
