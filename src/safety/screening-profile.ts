/** The limits of a person for whom care is needed: hot, cold and dose narrowed, nothing ever widened (law L6). */
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import type { Range } from '../limits/envelope.ts';
import type { Screening } from './screening.ts';

/**
 * 39 °C and 2 CEM43 min are what van Rhoon 2013 leaves to people who cannot shed heat well, borrowed from hot spots in MRI.
 * 15 °C is where metal begins to hurt a fingertip (Geng 2006). Shorter and rarer cold is a default for a clinician to review.
 */
export const reducedBounds = {
  hotMaxC: 39,
  coldMinC: 15,
  coldPhaseMaxMinutes: 8,
  coldMinutesPerSession: 32,
  cem43PerSessionMin: 2,
  sessionsPerDay: 2,
  sessionGapMinutes: 180,
} as const;

type Narrowing = Pick<Screening, 'profile' | 'coldPhaseMaxMinutes'>;

/** The longest cold phase that a screening leaves, minutes; null where nothing but the limits bounds it. */
export function coldPhaseMaxOf({ profile, coldPhaseMaxMinutes }: Narrowing): number | null {
  if (profile === 'standard') return coldPhaseMaxMinutes;
  return Math.min(reducedBounds.coldPhaseMaxMinutes, coldPhaseMaxMinutes ?? Infinity);
}

/** In words: `hot at most 39 °C, cold at least 15 °C and at most 8 min a phase, …`. */
export function reducedWords({
  coldPhaseMaxMinutes,
}: Pick<Screening, 'coldPhaseMaxMinutes'>): string {
  const { hotMaxC, coldMinC, coldMinutesPerSession, cem43PerSessionMin } = reducedBounds;
  const { sessionsPerDay, sessionGapMinutes } = reducedBounds;
  const phase = coldPhaseMaxOf({ profile: 'reduced', coldPhaseMaxMinutes }) ?? Number.NaN;
  return [
    `hot at most ${hotMaxC} °C`,
    `cold at least ${coldMinC} °C, at most ${phase} min a phase and ${coldMinutesPerSession} min in all`,
    `dose at most ${cem43PerSessionMin} CEM43 min`,
    `at most ${sessionsPerDay} sessions a day, ${sessionGapMinutes} min apart`,
  ].join(', ');
}

/**
 * The limits for a screened person. A site with a shallow nerve shortens the cold phases of everybody.
 * @throws CompanionError LIMITS_EXCEEDED where a clinic's own limits leave nothing of the reduced ones
 */
export function limitsFor(limits: ClinicLimits, narrowing: Narrowing): ClinicLimits {
  const phaseMax = coldPhaseMaxOf(narrowing) ?? Infinity;
  const short = {
    ...limits,
    coldPhaseMinutes: cut(
      limits.coldPhaseMinutes,
      { min: -Infinity, max: phaseMax },
      'coldPhaseMinutes',
    ),
  };
  if (narrowing.profile === 'standard') return short;
  const { hotMaxC, coldMinC, ...caps } = reducedBounds;
  const { min } = Math;
  return {
    ...short,
    hotSetpointC: cut(limits.hotSetpointC, { min: -Infinity, max: hotMaxC }, 'hotSetpointC'),
    coldSetpointC: cut(limits.coldSetpointC, { min: coldMinC, max: Infinity }, 'coldSetpointC'),
    coldMinutesPerSession: min(limits.coldMinutesPerSession, caps.coldMinutesPerSession),
    cem43PerSessionMin: min(limits.cem43PerSessionMin, caps.cem43PerSessionMin),
    sessionsPerDay: min(limits.sessionsPerDay, caps.sessionsPerDay),
    sessionGapMinutes: Math.max(limits.sessionGapMinutes, caps.sessionGapMinutes),
  };
}

function cut(range: Range, to: Range, field: keyof ClinicLimits): Range {
  const min = Math.max(range.min, to.min);
  const max = Math.min(range.max, to.max);
  if (min <= max) return { min, max };
  throw new CompanionError('LIMITS_EXCEEDED', {
    what: `${field}: the clinic's ${range.min} … ${range.max} and the reduced limits have nothing in common`,
    where: 'limits in force',
    fix: 'Nothing can be prescribed for this person with these clinic limits.',
  });
}
