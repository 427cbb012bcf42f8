/** The alarms of a treatment from tick to tick: raised by what the rules and the session say, cleared by proof. */
import { stateOf } from '../../machines/dispositions.ts';
import { acknowledge, clear, isShown, raise } from '../safety/alarms.ts';
import type { AlarmState } from '../safety/alarms.ts';
import { signalsAt } from '../safety/alarm-signals.ts';
import type { Situation, Verdict } from '../safety/interlocks.ts';
import { rules } from '../safety/rules.ts';
import { conditionsNow } from './alarm-conditions.ts';
import type { TreatmentState } from './state.ts';

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** The alarms after this tick's verdicts. What no rule judges any more stays until it is acknowledged and reset. */
export function alarmsAfter(
  state: TreatmentState,
  verdicts: readonly Verdict[],
  situation: Situation,
  seenBy: string | null,
): AlarmState {
  const { nowMs } = situation;
  let { alarms } = state;
  for (const { rule, reading, limit } of verdicts) {
    const detail = `${reading}; the limit is ${limit}`;
    if (rule.response !== 'stop') alarms = raise(alarms, { id: rule.id, detail }, nowMs);
  }
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
        : rule.judge(situation) !== null;
    if (present && !latched && !found) alarms = clear(alarms, id, nowMs);
  }
  const powerOff = situation.permission === 'none' && situation.appliedDrive === 0;
  return seenBy === null ? alarms : acknowledge(alarms, seenBy, nowMs, powerOff);
}

/** What buzzer and status light do now. Without an alarm the light says that power may flow. */
export function signalsNow(alarms: AlarmState, nowMs: number, powered: boolean) {
  const { buzzer, light } = signalsAt(alarms, nowMs);
  return { buzzer, light: alarms.alarms.some((alarm) => isShown(alarm, nowMs)) ? light : powered };
}
