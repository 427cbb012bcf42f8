/**
 * Every id under which power can be taken away, or a warning said, as closed unions: one that has no alarm, or no words in a
 * language, does not compile. Those of rules are those of the interlock table.
 */
import type { RuleId } from './rules.ts';

export type { RuleId } from './rules.ts';

/** What the companion itself finds, beside the table. */
export type CompanionTripId =
  | 'link-lost'
  | 'record-lost'
  | 'self-test'
  | 'preparing-overdue'
  | 'not-settling';

export type TripId = RuleId | CompanionTripId;
