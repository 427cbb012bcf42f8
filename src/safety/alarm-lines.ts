/** The alarms in words, for a terminal or a screen: the most urgent first, and none left out. */
import { urgencyOf } from './alarm-table.ts';
import type { AlarmPriority } from './alarm-table.ts';
import { detailWords, isShown, isSounding, longestPauseMs, pausedForMs } from './alarms.ts';
import type { Alarm, AlarmState } from './alarms.ts';

/** Marks of the message priorities, as IEC 60601-1-8 has them. */
export const priorityMarks: Readonly<Record<AlarmPriority, string>> = {
  high: '***',
  medium: '**',
  low: '*',
};

/** Two lines an alarm: what is wrong and who knows, then what to do. */
export function alarmLines({ alarms }: AlarmState, nowMs: number): string[] {
  const rank = (alarm: Alarm): number =>
    2 * urgencyOf(alarm.definition.priority) + (isSounding(alarm, nowMs) ? 0 : 1);
  return alarms
    .filter((alarm) => isShown(alarm, nowMs))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((alarm) => {
      const { definition, detail } = alarm;
      const mark = priorityMarks[definition.priority].padEnd(3);
      const reading = detail === '' ? '' : `: ${detailWords(detail)}`;
      return [
        `${mark} ${definition.message}${reading} [${stateWords(alarm, nowMs)}]`,
        `    ${definition.remedy}`,
      ];
    });
}

function stateWords(alarm: Alarm, nowMs: number): string {
  const cause = alarm.present ? [] : ['cause gone'];
  return [soundWords(alarm, nowMs), ...cause].join(', ');
}

function soundWords(alarm: Alarm, nowMs: number): string {
  if (alarm.acknowledgedBy !== null) return `acknowledged by ${alarm.acknowledgedBy}`;
  const pausedMs = pausedForMs(alarm, nowMs);
  if (Number.isNaN(pausedMs)) return 'NOT acknowledged';
  return `NOT acknowledged, sound paused for ${Math.ceil((longestPauseMs - pausedMs) / 1000)} s`;
}
