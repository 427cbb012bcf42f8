/**
 * The one way to a trip: whoever finds it, it is an event of the session, a line of the record, and an alarm by its id.
 * The ids are closed unions (`trip-ids.ts`), so that none is without words. Pure.
 */
import type { SessionEvent } from '../../machines/session-events.ts';
import { alarmFor } from '../safety/alarm-table.ts';
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
function eventOf(id: TripId, reason: string): TripEvent {
  if (id === 'link-lost') return { type: 'LINK_LOST', reason };
  if (id === 'self-test') return { type: 'SELF_TEST_FAILED', reason };
  return { type: 'TRIP', rule: id, reason };
}

function tripOf(
  id: TripId,
  found: { readonly reading: string; readonly limit: string | null },
  message: string,
  reason: string,
): Trip {
  return {
    command: { event: eventOf(id, reason), who: id },
    entry: { type: 'trip', fields: { rule: id, ...found, message } },
  };
}

export const tripOfRule = ({ rule, message, reading, limit }: Verdict): Trip =>
  tripOf(rule.id, { reading, limit }, message, message);

/**
 * @param reading what was found, in words, without a full stop
 * @param limit what it was held against; null where there is no more to say than that it happened
 */
export function tripOfCompanion(
  id: CompanionTripId,
  reading: string,
  limit: string | null = null,
): Trip {
  const held = limit === null ? '' : `; the limit is ${limit}`;
  const message = `${reading}${held}. ${alarmFor(id).remedy}`;
  // Of what only happened, the session says itself what it is.
  return tripOf(id, { reading, limit }, message, limit === null ? reading : message);
}

/** One that was called from outside the tick: whatever its id, it ends in record and alarm like any other. */
export const tripCalled = (
  event: Extract<SessionEvent, { readonly type: 'TRIP' }>,
  who: string,
): Trip => ({
  command: { event, who },
  entry: {
    type: 'trip',
    fields: { rule: event.rule, reading: event.reason, limit: null, message: event.reason },
  },
});
