/** The alarms of a treatment from tick to tick: raised by what the rules and the session say, cleared by proof. */
import { stateOf } from '../../machines/dispositions.ts';
import { acknowledge, clear, isShown, pauseAudio, raise } from '../safety/alarms.ts';
import type { AlarmCondition, AlarmState } from '../safety/alarms.ts';
import { signalsAt } from '../safety/alarm-signals.ts';
import type { Finding, Rule, Situation, Verdict } from '../safety/interlocks.ts';
import { rules } from '../safety/rules.ts';
import { conditionsNow } from './alarm-conditions.ts';
import type { TickInput, TreatmentState } from './state.ts';

const ruleById = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** The alarms after this tick's verdicts. What no rule judges any more stays until it is acknowledged and reset. */
export function alarmsAfter(
  state: TreatmentState,
  verdicts: readonly Verdict[],
  situation: Situation,
  { alarmsSeenBy, alarmSoundPausedBy }: Pick<TickInput, 'alarmsSeenBy' | 'alarmSoundPausedBy'>,
): AlarmState {
  const { nowMs } = situation;
  let { alarms } = state;
  for (const { rule, ...finding } of verdicts) {
    if (rule.response !== 'stop' && !isNamed(finding, alarms))
      alarms = raise(alarms, conditionOf(rule, finding), nowMs);
  }
  alarms = withUnnamed(alarms, state, situation);
  const conditions = conditionsNow(state, situation);
  for (const condition of conditions) alarms = raise(alarms, condition, nowMs);
  if (alarms.alarms.length === 0) return alarms;
  const { context } = state.session;
  for (const { id, present } of alarms.alarms) {
    const rule = ruleById.get(id);
    const latched = stateOf(state.session) === 'faulted' && context.rule === id;
    const found =
      rule === undefined
        ? conditions.some((condition) => condition.id === id)
        : rule.judge(situation) !== null || isOn(rule, state);
    if (present && !latched && !found) alarms = clear(alarms, id, nowMs);
  }
  const powerOff = situation.permission === 'none' && situation.appliedDrive === 0;
  if (alarmSoundPausedBy !== null) alarms = pauseAudio(alarms, alarmSoundPausedBy, nowMs, powerOff);
  return alarmsSeenBy === null ? alarms : acknowledge(alarms, alarmsSeenBy, nowMs, powerOff);
}

/** A warning whose reading flickers is one: it is on until it is over. */
const isOn = ({ id, response }: Rule, { interlocks }: TreatmentState): boolean =>
  response === 'warn' && interlocks[id]?.latch.value === 'tripped';

/** The rules that say why there is no reading. */
export const readingRules: ReadonlySet<string> = new Set([
  'sensor-open',
  'sensor-short',
  'sensor-stale',
]);

/**
 * One broken wire is one alarm. The rules that miss its reading have tripped too, and the record says so; but "the
 * plate is too hot" and "too cold" at once would hide what is wrong.
 */
const isNamed = ({ unread }: Finding, { alarms }: AlarmState): boolean =>
  unread === true && alarms.some(({ id, present }) => present && readingRules.has(id));

/** What a tripped rule finds without that excuse, once the sensor reads again or nothing names the cause any more. */
function withUnnamed(
  before: AlarmState,
  { interlocks }: TreatmentState,
  situation: Situation,
): AlarmState {
  let alarms = before;
  for (const [id, { latch }] of Object.entries(interlocks)) {
    const rule = ruleById.get(id);
    const known = latch.value !== 'tripped' || alarms.alarms.some((alarm) => alarm.id === id);
    const finding = known || rule?.response !== 'trip' ? null : rule.judge(situation);
    if (rule !== undefined && finding !== null && !isNamed(finding, alarms))
      alarms = raise(alarms, conditionOf(rule, finding), situation.nowMs);
  }
  return alarms;
}

const conditionOf = ({ id }: Rule, { found }: Finding): AlarmCondition => ({
  id,
  detail: found,
});

/** What buzzer and status light do now. Without an alarm the light says that power may flow. */
export function signalsNow(alarms: AlarmState, nowMs: number, powered: boolean) {
  const { buzzer, light } = signalsAt(alarms, nowMs);
  return { buzzer, light: alarms.alarms.some((alarm) => isShown(alarm, nowMs)) ? light : powered };
}
