/** Whether a reset would be taken now, asked before somebody tries: the same proof that the tick demands (L7). Pure. */
import type { Situation } from '../safety/interlocks.ts';
import { rules } from '../safety/rules.ts';

/** Why not, in words; null where nothing would trip at this moment. */
export function resetObjection(situation: Situation, linkLost: string | null): string | null {
  if (linkLost !== null) return `the link to the board is lost: ${linkLost}`;
  // What the guard latched is not the cause, and the board itself refuses to be cleared while its readings are bad.
  const asIfCleared = {
    ...situation,
    excusedGuardReason: situation.readings.guard?.reason ?? null,
  };
  for (const { id, response, judge } of rules) {
    const finding = response === 'trip' ? judge(asIfCleared) : null;
    if (finding !== null)
      return `the cause is still there: ${id}, ${finding.reading}; the limit is ${finding.limit}`;
  }
  return null;
}
