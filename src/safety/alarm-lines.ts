/** The alarms in words, for a terminal or a screen: the most urgent first, and none left out. */
import { urgencyOf } from './alarm-table.ts';
import type { AlarmPriority } from './alarm-table.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';
import { alarmIn } from './spoken.ts';
import { reworded, tellerFor } from './reworded.ts';
import { detailWords, isShown, isSounding, longestPauseMs, pausedForMs } from './alarms.ts';
import type { Alarm, AlarmState } from './alarms.ts';

/** Marks of the message priorities, as IEC 60601-1-8 has them. */
export const priorityMarks: Readonly<Record<AlarmPriority, string>> = {
  high: '***',
  medium: '**',
  low: '*',
};

/** Two lines an alarm: what is wrong and who knows, then what to do. */
export function alarmLines(
  { alarms }: AlarmState,
  nowMs: number,
  tongue: Tongue = english,
): string[] {
  const rank = (alarm: Alarm): number =>
    2 * urgencyOf(alarm.definition.priority) + (isSounding(alarm, nowMs) ? 0 : 1);
  return alarms
    .filter((alarm) => isShown(alarm, nowMs))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((alarm) => {
      const { definition, detail } = alarm;
      const mark = priorityMarks[definition.priority].padEnd(3);
      const { text, remedy } = alarmIn(tongue, definition);
      const reading = detail === '' ? '' : `: ${detailIn(tongue, detail)}`;
      const state = stateWords(tongue, alarm, nowMs);
      return [
        tongue.terminal('alarm.line', { mark, text, detail: reading, state }),
        `    ${remedy}`,
      ];
    });
}

function stateWords(tongue: Tongue, alarm: Alarm, nowMs: number): string {
  const cause = alarm.present ? [] : [tongue.terminal('alarm.causeGone')];
  return [soundWords(tongue, alarm, nowMs), ...cause].join(', ');
}

function soundWords(tongue: Tongue, alarm: Alarm, nowMs: number): string {
  const { terminal: t } = tongue;
  const { acknowledgedBy } = alarm;
  if (acknowledgedBy !== null) return t('alarm.seenBy', { name: reworded(tongue, acknowledgedBy) });
  const pausedMs = pausedForMs(alarm, nowMs);
  if (Number.isNaN(pausedMs)) return t('alarm.notSeen');
  return t('alarm.notSeenPaused', { seconds: Math.ceil((longestPauseMs - pausedMs) / 1000) });
}

/** What people said or chose stays as it is. */
const detailIn = (tongue: Tongue, detail: Alarm['detail']): string =>
  typeof detail === 'string'
    ? reworded(tongue, detailWords(detail))
    : detailWords(tellerFor(tongue).whole(detail));
