/** Whether this person may be treated now, and within which limits: screening, the last 24 hours, the prescription. */
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import { isColdFinish, planOf } from '../limits/plan.ts';
import { coldFinishPresetId, presets } from '../limits/presets.ts';
import { quantity } from '../limits/wording.ts';
import { loadPrescription } from '../limits/yaml-file.ts';
import { checkPlan, projectDose } from '../safety/dose.ts';
import { checkExposure, exposureAt, remainingCem43Min } from '../safety/exposure.ts';
import type { Exposure, PastSession } from '../safety/exposure.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import { limitsFor, reducedWords } from '../safety/screening-profile.ts';
import { evaluateScreening, isAdmitted } from '../safety/screening.ts';
import type { Override, Screening, ScreeningReason } from '../safety/screening.ts';
import { unprovenAdvice } from './doubts.ts';
import type { Prescribed } from './prepare.ts';

/** Earlier sessions, as far as they count for this run. */
export interface Past {
  readonly sessions: readonly PastSession[];
  /** UTC, milliseconds. */
  readonly nowMs: number;
  /** What speaks against the clock or the folder: for a clinician to settle. */
  readonly doubts?: readonly ScreeningReason[];
}

/** What the last 24 hours at the site leave. */
export interface Allowance {
  /** Null where earlier sessions are not counted. What is not proven counts at its worst. */
  readonly exposure: Exposure | null;
  /**
   * Why no further session is allowed; empty: one is. Nobody can decide against an absolute one; what rests on a time that
   * nobody can prove is for a clinician.
   */
  readonly reasons: readonly ScreeningReason[];
}

/** @param past null where earlier sessions are not counted: nobody is under the plate */
export function allowanceFor(prescribed: Prescribed, site: string, past: Past | null): Allowance {
  if (past === null) return { exposure: null, reasons: [] };
  const { sessions, nowMs, doubts = [] } = past;
  const { plan } = prescribed.config;
  const { cem43Min } = projectDose(plan);
  const coldFinishMin = isColdFinish(plan) ? plan.coldMinutes : null;
  const check = (exposure: Exposure) =>
    checkExposure(exposure, cem43Min, prescribed.limits, coldFinishMin);
  const worst = exposureAt(site, sessions, nowMs);
  const proven = exposureAt(
    site,
    sessions.filter(({ timeProven }) => timeProven !== false),
    nowMs,
  );
  const certain = check(proven).map(({ limit }) => limit);
  const reasons = check(worst).map(({ limit, message }): ScreeningReason =>
    certain.includes(limit)
      ? { id: limit, rating: 'absolute', text: message, advice: null, open: false }
      : { ...unproven, id: limit, text: `${message}; when that was, nobody can prove` },
  );
  // What a clinician may decide against must not then end the treatment at a dose of nothing.
  const doubtful = reasons.some(
    ({ id, rating }) => id === 'cem43Per24HoursMin' && rating === 'override',
  );
  return { exposure: doubtful ? proven : worst, reasons: [...reasons, ...doubts] };
}

const unproven = {
  rating: 'override',
  advice: unprovenAdvice,
  open: false,
} as const;

/** Who is to be treated: what was answered for them, and what a clinician decided. */
export interface Person {
  readonly site: string;
  /** Null: nobody was asked, because something else already forbids the session. */
  readonly answers: Answers | null;
  readonly override: Override | null;
}

export interface Admission {
  /** Narrowed to what the screening and the last 24 hours leave. */
  readonly prescribed: Prescribed;
  readonly screening: Screening;
  /** Doubts that a clinician settled with this decision, for the header of the record. */
  readonly settled: readonly string[];
  /** Why the treatment is not given; null: it may be. */
  readonly refusal: CompanionError | null;
}

/** Whether this person may be given this prescription now, and within which limits. */
export function admit(prescribed: Prescribed, person: Person, allowance: Allowance): Admission {
  const screening = screeningOf(person, allowance);
  if (!isAdmitted(screening, person.override)) {
    return { prescribed, screening, settled: [], refusal: declined(screening) };
  }
  try {
    const limits = limitsFor(prescribed.limits, screening);
    const narrowed = narrow(prescribed, limits, allowance, screening);
    const refusal = outsideReduced(narrowed, screening);
    const settled = refusal === null ? allowance.reasons.map(({ id }) => id) : [];
    return { prescribed: narrowed, screening, settled, refusal };
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    return { prescribed, screening, settled: [], refusal: thrown };
  }
}

function screeningOf({ answers, site }: Person, { reasons }: Allowance): Screening {
  const screening = evaluateScreening(answers ?? {}, site);
  // Unanswered questions are no news where nobody was asked.
  const asked =
    answers === null && reasons.some(isAbsolute) ? { ...screening, reasons: [] } : screening;
  return withFound(asked, reasons);
}

export const isAbsolute = ({ rating }: ScreeningReason): boolean => rating === 'absolute';

/** The screening together with what was found elsewhere. A doubt about time says nothing of the skin: it reduces no limits. */
export function withFound(screening: Screening, found: readonly ScreeningReason[]): Screening {
  if (found.length === 0) return screening;
  const reasons = [...found, ...screening.reasons];
  if (found.some(isAbsolute)) {
    return { ...screening, result: 'contraindicated', profile: 'reduced', reasons };
  }
  const result = screening.result === 'clear' ? 'needsClinician' : screening.result;
  return { ...screening, result, reasons };
}

function narrow(
  prescribed: Prescribed,
  limits: ClinicLimits,
  { exposure }: Allowance,
  { checksTwiceAsOften }: Screening,
): Prescribed {
  const left = exposure === null ? Infinity : remainingCem43Min(exposure, limits);
  const { config } = prescribed;
  const cem43Min = Math.min(config.caps.cem43Min, limits.cem43PerSessionMin, left);
  const caps = { ...config.caps, cem43Min };
  return { ...prescribed, limits, config: { ...config, caps, checksTwiceAsOften } };
}

const mostReasons = 6;

function declined({ result, reasons }: Screening): CompanionError {
  const decisive = result === 'contraindicated' ? 'absolute' : 'override';
  const deciding = reasons.filter(({ rating }) => rating === decisive);
  const texts = deciding.map(({ text }) => text);
  const more = texts.length > mostReasons ? [`and ${texts.length - mostReasons} more`] : [];
  const advice = [...new Set(reasons.flatMap((reason) => reason.advice ?? []))];
  return new CompanionError('SCREENING_DECLINED', {
    what: `this person is not to be treated now: ${[...texts.slice(0, mostReasons), ...more].join('; ')}`,
    fix: [wayOut(result, deciding), ...advice].join(' '),
  });
}

function wayOut(result: Screening['result'], deciding: readonly ScreeningReason[]): string {
  if (deciding.every(({ open }) => open)) return 'Answer every question; none may stay open.';
  return result === 'contraindicated'
    ? 'Do not treat now; nobody can override this.'
    : 'A clinician may decide otherwise, by name and with a reason (--clinician, --override).';
}

/** The plan was inside the clinic's limits; what is outside now is outside the reduced ones (law L6). */
function outsideReduced(prescribed: Prescribed, screening: Screening): CompanionError | null {
  const { limits, config, name } = prescribed;
  const found = checkPlan(config.plan, limits).map(({ field, value, bound, unit }) => {
    const side = Number(value) < Number(bound) ? 'below' : 'above';
    return `${field}: ${quantity(value, unit)} is ${side} the reduced limit of ${quantity(bound, unit)}`;
  });
  if (found.length === 0) return null;
  const fitting = presets
    .filter(({ id }) => id !== coldFinishPresetId)
    .filter(({ prescription }) => checkPlan(planOf(prescription), limits).length === 0)
    .map(({ id }) => id);
  return new CompanionError('LIMITS_EXCEEDED', {
    what: `the screening leaves only reduced limits (${reducedWords(screening)}): ${found.join('; ')}`,
    where: placeOf(name, limits),
    fix:
      fitting.length === 0
        ? 'No preset fits; write a prescription inside the reduced limits.'
        : `Within them: --prescription ${fitting.join(' or ')}.`,
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
