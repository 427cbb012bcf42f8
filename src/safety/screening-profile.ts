/** The limits of a person for whom care is needed: hot, cold and dose narrowed, nothing ever widened (law L6). */
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import type { Range } from '../limits/envelope.ts';
import type { SourceId } from '../limits/sources.ts';
import type { Screening } from './screening.ts';

/** Why each is where it is stands in `reducedGrounds`. */
export const reducedBounds = {
  hotMaxC: 39,
  coldMinC: 15,
  coldPhaseMaxMinutes: 8,
  coldMinutesPerSession: 32,
  cem43PerSessionMin: 2,
  sessionsPerDay: 2,
  sessionGapMinutes: 180,
} as const;

interface Ground {
  readonly label: string;
  readonly words: (bound: number) => string;
  readonly reason: string;
  readonly cites: readonly SourceId[];
  readonly basis: string;
}

const ours = 'engineering default, for a clinician to review';

export const reducedGrounds: Readonly<Record<keyof typeof reducedBounds, Ground>> = {
  hotMaxC: {
    label: 'hot phase',
    words: (bound) => `at most ${bound} °C`,
    reason: '39 is what is left to everyone who cannot shed heat well',
    cites: ['vanRhoon2013'],
    basis: 'borrowed from hot spots in MRI',
  },
  coldMinC: {
    label: 'cold phase',
    words: (bound) => `at least ${bound} °C`,
    reason: 'at 15 °C metal begins to hurt a fingertip',
    cites: ['geng2006'],
    basis: 'borrowed: fingertips, two minutes',
  },
  coldPhaseMaxMinutes: {
    label: 'cold phase',
    words: (bound) => `at most ${bound} min`,
    reason: '8 is less than half of the 20 min of ice that have palsied a nerve',
    cites: ['moeller1997'],
    basis: ours,
  },
  coldMinutesPerSession: {
    label: 'cold of a session',
    words: (bound) => `at most ${bound} min`,
    reason: 'four phases of 8 min are 32',
    cites: [],
    basis: ours,
  },
  cem43PerSessionMin: {
    label: 'dose of a session',
    words: (bound) => `at most ${bound} CEM43 min`,
    reason: 'below 2 nobody has to watch for heat',
    cites: ['vanRhoon2013'],
    basis: 'borrowed from hot spots in MRI',
  },
  sessionsPerDay: {
    label: 'sessions in one region',
    words: (bound) => `at most ${bound} in 24 hours`,
    reason: '2 are one less than the device allows anybody',
    cites: [],
    basis: ours,
  },
  sessionGapMinutes: {
    label: 'rest between them',
    words: (bound) => `at least ${bound} min`,
    reason: 'flow was still low when watching ended, after 120 min: 180 leave an hour more',
    cites: ['khoshnevis2016'],
    basis: ours,
  },
};

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
