/** Whether a reset would be taken now, asked before somebody tries: the same proof that the tick demands (L7). Pure. */
import { causeIsGone } from '../safety/interlocks.ts';
import type { Fact } from '../words/facts.ts';
import type { Situation } from '../safety/interlocks.ts';
import { rules } from '../safety/rules.ts';

/** Why not; null where nothing would trip at this moment. */
export function resetObjection(situation: Situation, linkLost: string | null): Fact | null {
  if (linkLost !== null) return { kind: 'link-is-lost', cause: { kind: 'told', text: linkLost } };
  // What the guard latched is not the cause, and the board itself refuses to be cleared while its readings are bad.
  const asIfCleared = {
    ...situation,
    excusedGuardReason: situation.readings.guard?.reason ?? null,
  };
  if (causeIsGone(rules, asIfCleared)) return null;
  for (const { id: rule, response, judge } of rules) {
    const finding = response === 'trip' ? judge(asIfCleared) : null;
    if (finding !== null) return { kind: 'cause-still-there', rule, whole: finding.found };
  }
  return { kind: 'cause-not-known' };
}
