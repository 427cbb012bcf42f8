/** The limits of a person for whom care is needed: hot, cold and dose narrowed, nothing ever widened (law L6). */
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import type { Range } from '../limits/envelope.ts';
import type { Screening } from './screening.ts';

/**
 * 39 °C and 2 CEM43 min are what van Rhoon 2013 (Eur Radiol 23:2215) leaves to people who cannot shed heat well. 12 °C
 * stays clear of the 10 °C at which nerves conduct a third slower (Algafly & George 2007, BJSM 41:365).
 */
export const reducedBounds = { hotMaxC: 39, coldMinC: 12, cem43PerSessionMin: 2 } as const;

/** In words: `hot at most 39 °C, cold at least 12 °C, dose at most 2 CEM43 min`. */
export function reducedWords({
  coldPhaseMaxMinutes,
}: Pick<Screening, 'coldPhaseMaxMinutes'>): string {
  const { hotMaxC, coldMinC, cem43PerSessionMin } = reducedBounds;
  const phase =
    coldPhaseMaxMinutes === null ? '' : `, a cold phase at most ${coldPhaseMaxMinutes} min`;
  return `hot at most ${hotMaxC} °C, cold at least ${coldMinC} °C, dose at most ${cem43PerSessionMin} CEM43 min${phase}`;
}

/**
 * The limits for a screened person.
 * @throws CompanionError LIMITS_EXCEEDED where a clinic's own limits leave nothing of the reduced ones
 */
export function limitsFor(
  limits: ClinicLimits,
  { profile, coldPhaseMaxMinutes }: Pick<Screening, 'profile' | 'coldPhaseMaxMinutes'>,
): ClinicLimits {
  if (profile === 'standard') return limits;
  const { hotMaxC, coldMinC, cem43PerSessionMin } = reducedBounds;
  return {
    ...limits,
    hotSetpointC: cut(limits.hotSetpointC, { min: -Infinity, max: hotMaxC }, 'hotSetpointC'),
    coldSetpointC: cut(limits.coldSetpointC, { min: coldMinC, max: Infinity }, 'coldSetpointC'),
    coldPhaseMinutes: cut(
      limits.coldPhaseMinutes,
      { min: -Infinity, max: coldPhaseMaxMinutes ?? Infinity },
      'coldPhaseMinutes',
    ),
    cem43PerSessionMin: Math.min(limits.cem43PerSessionMin, cem43PerSessionMin),
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
