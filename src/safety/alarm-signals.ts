/**
 * What can be heard and seen of the alarms at a moment: one buzzer and one status light, each on or off. Pulse and
 * flash times are those that IEC 60601-1-8 gives for each priority, as multiples of the 50 ms tick. One sound at a
 * time, and the most urgent wins. Off needs proof: at a time that is no number all is on.
 */
import { urgencyOf } from './alarm-table.ts';
import type { AlarmPriority } from './alarm-table.ts';
import { isShown, isSounding, longestPauseMs, pausedForMs } from './alarms.ts';
import type { Alarm, AlarmState } from './alarms.ts';

export interface Signals {
  readonly buzzer: boolean;
  readonly light: boolean;
}

export interface SignalPattern {
  /** On, off, on … of one burst, milliseconds; the first is on. */
  readonly burstMs: readonly number[];
  /** From the beginning of one burst to the next. */
  readonly everyMs: number;
  /** Of each flash; equal to the period where the light is steady. */
  readonly lightOnMs: number;
  readonly lightPeriodMs: number;
}

/** Three pulses and two, as the standard groups them. */
const fivePulsesMs = [150, 100, 150, 100, 150, 350, 150, 100, 150];

export const signalPatterns: Readonly<Record<AlarmPriority, SignalPattern>> = {
  high: {
    burstMs: [...fivePulsesMs, 500, ...fivePulsesMs],
    everyMs: 6000,
    lightOnMs: 250,
    lightPeriodMs: 500,
  },
  medium: {
    burstMs: [200, 200, 200, 200, 200],
    everyMs: 10_000,
    lightOnMs: 1000,
    lightPeriodMs: 2000,
  },
  low: { burstMs: [200, 200, 200], everyMs: 30_000, lightOnMs: 2000, lightPeriodMs: 2000 },
};

/** While a sound is paused, one pulse now and then says so. */
export const reminder = { pulseMs: 150, everyMs: 30_000 } as const;

const quiet: Signals = Object.freeze({ buzzer: false, light: false });

/** Pure and cheap: asked in every tick. */
export function signalsAt({ alarms }: AlarmState, nowMs: number): Signals {
  if (alarms.length === 0) return quiet;
  return { buzzer: buzzerAt(alarms, nowMs), light: lightAt(alarms, nowMs) };
}

function buzzerAt(alarms: readonly Alarm[], nowMs: number): boolean {
  const shown = alarms.filter((alarm) => isShown(alarm, nowMs));
  const sounding = shown.filter((alarm) => isSounding(alarm, nowMs));
  const priority = mostUrgentOf(sounding);
  if (priority === undefined) return shown.some((alarm) => isReminding(alarm, nowMs));
  const { burstMs, everyMs } = signalPatterns[priority];
  const since = sounding
    .filter(({ definition }) => definition.priority === priority)
    .map(soundsFromMs);
  return isOn(burstMs, (nowMs - Math.min(...since)) % everyMs);
}

/** After a pause the burst begins anew, at once. */
const soundsFromMs = ({ raisedMs, pausedMs }: Alarm): number =>
  pausedMs === null ? raisedMs : pausedMs + longestPauseMs;

function isOn(burstMs: readonly number[], atMs: number): boolean {
  let endMs = 0;
  for (const [index, lengthMs] of burstMs.entries()) {
    endMs += lengthMs;
    if (!(atMs >= endMs)) return index % 2 === 0;
  }
  return false;
}

function isReminding(alarm: Alarm, nowMs: number): boolean {
  const forMs = pausedForMs(alarm, nowMs);
  return (
    alarm.acknowledgedBy === null &&
    forMs >= reminder.everyMs &&
    forMs % reminder.everyMs < reminder.pulseMs
  );
}

/**
 * It comes on at once, flashes from the next half second on, and an alarm ends on a half second. So at least that
 * much lies between two flashes, whatever the alarms do: WCAG 2.3.1 allows three in a second.
 */
function lightAt(alarms: readonly Alarm[], nowMs: number): boolean {
  const lit = alarms.filter((alarm) => isShown(alarm, nowMs));
  const priority = mostUrgentOf(lit);
  if (priority === undefined) return false;
  const { lightOnMs, lightPeriodMs } = signalPatterns[priority];
  const since = lit
    .filter(({ definition }) => definition.priority === priority)
    .map(({ flashesFromMs }) => flashesFromMs);
  return !((nowMs - Math.min(...since)) % lightPeriodMs >= lightOnMs);
}

function mostUrgentOf(alarms: readonly Alarm[]): AlarmPriority | undefined {
  let most: AlarmPriority | undefined;
  for (const { definition } of alarms) {
    if (most === undefined || urgencyOf(definition.priority) < urgencyOf(most)) {
      most = definition.priority;
    }
  }
  return most;
}
