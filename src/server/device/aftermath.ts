/** What is left of a treatment that has gone back to rest. It stays until a person has seen it. Pure. */
import { acknowledge, clear, isShown, noAlarms, pauseAudio } from '../../safety/alarms.ts';
import type { AlarmState } from '../../safety/alarms.ts';
import type { Seen } from '../../records/seen.ts';
import type { LiveOutcome, LiveState } from '../contract/live-state.ts';

export interface Aftermath {
  /** Whose it is; null where nothing is left. */
  readonly recordId: string | null;
  readonly alarms: AlarmState;
  /** How it ended; null once somebody has acknowledged it. */
  readonly outcome: LiveOutcome | null;
  readonly trip: LiveState['trip'];
}

export const nothingLeft: Aftermath = Object.freeze({
  recordId: null,
  alarms: noAlarms,
  outcome: null,
  trip: null,
});

/**
 * Nothing judges the causes at rest: the next self-test does. So each counts as gone, and what latches waits for a
 * person alone.
 */
export function leftOf(last: Aftermath, nowMs: number): Aftermath {
  const alarms = last.alarms.alarms.reduce((so, { id }) => clear(so, id, nowMs), last.alarms);
  return { ...last, alarms };
}

/** At rest nothing is driven, tick for tick. */
const powerOff = true;

export const withAlarmsSeen = (left: Aftermath, who: string, nowMs: number): Aftermath => ({
  ...left,
  alarms: acknowledge(left.alarms, who, nowMs, powerOff),
});

export const withSoundPaused = (left: Aftermath, who: string, nowMs: number): Aftermath => ({
  ...left,
  alarms: pauseAudio(left.alarms, who, nowMs, powerOff),
});

export const withEndSeen = (left: Aftermath): Aftermath => ({
  ...left,
  outcome: null,
  trip: null,
});

/** What of it somebody has seen by now, for whoever asks after this process. */
export const seenOf = ({ recordId, alarms }: Aftermath, endSeenBy: string | null): Seen | null =>
  recordId === null
    ? null
    : {
        id: recordId,
        endSeenBy,
        alarmsSeenBy: Object.fromEntries(
          alarms.alarms.flatMap(({ id, acknowledgedBy }) =>
            acknowledgedBy === null ? [] : [[id, acknowledgedBy]],
          ),
        ),
      };

/** Why nothing new may begin yet; null where a person has seen all of it. */
export function unseenWords({ alarms, outcome }: Aftermath, nowMs: number): string | null {
  if (outcome !== null)
    return `nobody has acknowledged how the last treatment ended (${outcome.outcome}); acknowledge that first`;
  const unseen = alarms.alarms.find(
    (alarm) => alarm.definition.latching && alarm.acknowledgedBy === null && isShown(alarm, nowMs),
  );
  return unseen === undefined
    ? null
    : `nobody has acknowledged an alarm of the last treatment (${unseen.id}); acknowledge it first`;
}
