/** What the session itself has to say, besides the rules: the conditions of the alarm table that are true now. Pure. */
import type { Fact } from '../words/facts.ts';
import { isOnSkin, stateOf } from '../../machines/dispositions.ts';
import { ranToItsEnd } from '../../machines/session-events.ts';
import type { SessionContext } from '../../machines/session-events.ts';
import type { AlarmCondition } from '../safety/alarms.ts';
import { coolFloorC, heatCeilingC } from '../safety/drive-gate.ts';
import type { Situation } from '../safety/interlocks.ts';
import { plateSpan } from '../safety/readings.ts';
import { isSafeToTouch, safeToTouchC } from './schedule.ts';
import { answerWithinMs, askedForMs } from './skin-check.ts';
import type { TreatmentState } from './state.ts';

const told = (fact: Fact): Fact => fact;

/** Of a cap: the rest is about one phase. */
const nearShare = 0.9;
const announcedMs = 2000;

type Look = (state: TreatmentState, situation: Situation) => AlarmCondition | null;

/** Faults that no latch of the table stands for: a lost link, a failed self-test, a record that cannot be written. */
const fault: Look = ({ session, interlocks }) => {
  const { rule, reason } = session.context;
  if (stateOf(session) !== 'faulted' || rule === null) return null;
  // What a rule found was raised with its reading.
  if (interlocks[rule]?.latch.value === 'tripped') return null;
  return { id: rule, detail: reason ?? '' };
};

/**
 * A hot heatsink warms the plate after power-off, and a cold plate goes on cooling (L8, H14). At the planned end the
 * plate is cold and about to be taken off: that is no alarm.
 */
const removePlate: Look = ({ session, readings }, { permission, nowMs }) => {
  // By the state that is reached: what this tick gives back was off until now.
  const off = permission === 'none' && !isOnSkin(stateOf(session));
  if (!off || !session.context.reachedSkin || readings === null) return null;
  const planned = ranToItsEnd(session.context);
  if (isSafeToTouch(readings, nowMs)) return null;
  if (planned && plateSpan(readings, nowMs).hottestC < safeToTouchC.max) return null;
  return { id: 'remove-plate', detail: told({ kind: 'plate-not-safe' }) };
};

const attentionLost: Look = (state) =>
  stateOf(state.session) === 'checking' && askedForMs(state) >= answerWithinMs
    ? { id: 'attention-lost', detail: told({ kind: 'skin-not-said' }) }
    : null;

/** Somebody said so, at whatever look: it is told to whoever comes, until they have seen it. */
const skinReaction: Look = ({ session, skinReacted }) =>
  skinReacted && !isOnSkin(stateOf(session))
    ? { id: 'skin-reaction', detail: coldFinishMissed(session.context) }
    : null;

const coldFinishMissed = ({ coldFinish }: SessionContext): Fact | '' =>
  coldFinish === 'owed' ? { kind: 'cold-finish-missed' } : '';

/** Said as soon as the power is off, and until somebody has seen it (L2). */
const pauseExpired: Look = ({ session }) =>
  session.context.unattended && stateOf(session) === 'settling'
    ? { id: 'pause-expired', detail: coldFinishMissed(session.context) }
    : null;

const plateNearLimit: Look = ({ readings, session }, { permission, nowMs }) => {
  if (permission === 'none' || !session.context.reachedSkin || readings === null) return null;
  const { hottestC, coldestC } = plateSpan(readings, nowMs);
  // A plate that cannot be read is near nothing: the gate drives nothing on it, and the sensor rules say why.
  if (Number.isNaN(hottestC) || Number.isNaN(coldestC)) return null;
  if (hottestC < heatCeilingC && coldestC > coolFloorC) return null;
  const detail = told({ kind: 'plate-near-limit', coldestC, hottestC });
  return { id: 'plate-near-limit', detail };
};

const doseNearLimit: Look = (_, situation) => {
  const { permission, cem43Min, cem43CapMin, coldMinutes, coldCapMinutes } = situation;
  if (permission === 'none') return null;
  if (cem43Min < nearShare * cem43CapMin && coldMinutes < nearShare * coldCapMinutes) return null;
  return {
    id: 'dose-near-limit',
    detail: told({
      kind: 'dose-near-limit',
      heatCem43: cem43Min,
      heatCapCem43: cem43CapMin,
      coldGivenMin: coldMinutes,
      coldCapColdMin: coldCapMinutes,
    }),
  };
};

const phaseChange: Look = ({ session, clocks }, { permission }) =>
  permission !== 'none' && session.context.phase > 1 && clocks.phaseMs < announcedMs
    ? { id: 'phase-change', detail: told({ kind: 'phase-begins', phase: session.context.phase }) }
    : null;

const looks = [
  fault,
  removePlate,
  attentionLost,
  skinReaction,
  pauseExpired,
  plateNearLimit,
  doseNearLimit,
  phaseChange,
];

export function conditionsNow(state: TreatmentState, situation: Situation): AlarmCondition[] {
  const conditions: AlarmCondition[] = [];
  for (const look of looks) {
    const condition = look(state, situation);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}
