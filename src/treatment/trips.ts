/**
 * The one way to a trip: whoever finds it, it is an event of the session, a line of the record, and an alarm by its id.
 * The ids are closed unions (`trip-ids.ts`), so that none is without words. Pure.
 */
import type { SessionEvent } from '../../machines/session-events.ts';
import { toldOf } from '../../machines/session-reasons.ts';
import type { Fact } from '../words/facts.ts';
import type { Verdict } from '../safety/interlocks.ts';
import type { CompanionTripId, TripId } from '../safety/trip-ids.ts';
import type { Command, Entry } from './state.ts';

type TripEvent = Extract<
  SessionEvent,
  { readonly type: 'TRIP' | 'LINK_LOST' | 'SELF_TEST_FAILED' }
>;

export interface Trip {
  readonly command: Command & { readonly event: TripEvent };
  readonly entry: Extract<Entry, { readonly type: 'trip' }>;
}

/** How the session hears of it. */
function eventOf(id: TripId, reason: Fact): TripEvent {
  if (id === 'link-lost') return { type: 'LINK_LOST', reason };
  if (id === 'self-test') return { type: 'SELF_TEST_FAILED', reason };
  return { type: 'TRIP', rule: id, reason };
}

const tripOf = (id: TripId, found: Fact): Trip => ({
  command: { event: eventOf(id, found), who: id },
  entry: { type: 'trip', fields: { rule: id, found } },
});

export const tripOfRule = ({ rule, found }: Verdict): Trip => tripOf(rule.id, found);

export const tripOfCompanion = (id: CompanionTripId, found: Fact): Trip => tripOf(id, found);

/** @param text what the port or the board's driver said */
export const tripOfLink = (text: string): Trip => tripOf('link-lost', { kind: 'link-lost', text });

/** One that was called from outside the tick: whatever its id, it ends in record and alarm like any other. */
export const tripCalled = (
  event: Extract<SessionEvent, { readonly type: 'TRIP' }>,
  who: string,
): Trip => ({
  command: { event, who },
  entry: { type: 'trip', fields: { rule: event.rule, found: toldOf(event.reason) } },
});
