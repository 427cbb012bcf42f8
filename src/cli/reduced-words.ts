/** What is left to a person for whom care is needed, in words. */
import { coldPhaseMaxOf, reducedBounds } from '../safety/screening-profile.ts';
import type { Screening } from '../safety/screening.ts';
import type { Tongue } from '../words/tongue.ts';

export const reducedIn = (
  { asking: t }: Tongue,
  { coldPhaseMaxMinutes }: Pick<Screening, 'coldPhaseMaxMinutes'>,
): string =>
  t('reduced.words', {
    hot: reducedBounds.hotMaxC,
    cold: reducedBounds.coldMinC,
    phase: coldPhaseMaxOf({ profile: 'reduced', coldPhaseMaxMinutes }) ?? Number.NaN,
    all: reducedBounds.coldMinutesPerSession,
    dose: reducedBounds.cem43PerSessionMin,
    sessions: reducedBounds.sessionsPerDay,
    gap: reducedBounds.sessionGapMinutes,
  });
