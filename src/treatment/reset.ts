/** Whether a reset would be taken now, asked before somebody tries: the same proof that the tick demands (L7). Pure. */
import { causeIsGone } from '../safety/interlocks.ts';
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
  if (causeIsGone(rules, asIfCleared)) return null;
  const causes = rules.flatMap(({ id, response, judge }) => {
    const finding = response === 'trip' ? judge(asIfCleared) : null;
    return finding === null ? [] : [`${id}, ${finding.reading}; the limit is ${finding.limit}`];
  });
  return `the cause is still there: ${causes[0] ?? 'not known'}`;
}
