/** What was found elsewhere than in the answers of a screening, how it weighs with them, and what a start settles of it. */
import { reactionQuestion } from '../safety/clinician-word.ts';
import { worse } from '../safety/screening-item.ts';
import type { Rating } from '../safety/screening-item.ts';
import { resultOf, worseResult } from '../safety/screening.ts';
import type { Screening, ScreeningReason } from '../safety/screening.ts';
import { closedIds, reactionNamed } from './skin-history.ts';

/**
 * The screening together with what was found elsewhere. A reaction that a clinician's word calls healed needs no decision
 * besides, and keeps the limits reduced. A doubt about time says nothing of the skin: it reduces no limits.
 */
export function withFound(screening: Screening, found: readonly ScreeningReason[]): Screening {
  if (found.length === 0) return screening;
  const healing = healingIn(screening);
  const weighed = found.map((reason) => withHealing(reason, healing));
  const worst = weighed.reduce<Rating>((so, { rating }) => worse(so, rating), 'none');
  const isReduced = weighed.some(({ ofRecordsOnly }) => ofRecordsOnly !== true);
  return {
    ...screening,
    result: worseResult(screening.result, resultOf(worst)),
    profile: isReduced ? 'reduced' : screening.profile,
    reasons: [...weighed, ...screening.reasons],
  };
}

/** The reaction to the last session, where a clinician's word lowers it: nothing else does. */
const healingIn = ({ reasons }: Screening): ScreeningReason | undefined =>
  reasons.find(({ id, rating }) => id === reactionQuestion && rating === 'precaution');

function withHealing(
  reason: ScreeningReason,
  healing: ScreeningReason | undefined,
): ScreeningReason {
  if (healing === undefined || reactionNamed(reason.id) === null) return reason;
  const text = `${reason.text}; a clinician has seen it healed`;
  return { ...reason, rating: 'precaution', text, advice: null };
}

/** A decision settles doubts, and is for this start only where skin has reacted; the word that it has healed closes that. */
export function settledBy(screening: Screening, found: readonly ScreeningReason[]): string[] {
  const open = found.filter(({ id }) => reactionNamed(id) !== null).map(({ id }) => id);
  const doubts = found.filter(({ id, rating }) => rating === 'override' && !open.includes(id));
  const closed = healingIn(screening) === undefined ? [] : closedIds(open);
  return [...doubts.map(({ id }) => id), ...closed];
}
