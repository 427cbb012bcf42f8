/**
 * One tick, in one direction: readings → interlocks → session → permission → controller → gate → board, and
 * the record of it. Pure: time, readings and wishes come in, the next state and what to do go out. Twenty times a
 * second on a real board, thousands of times faster in a test.
 */
import { decide } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { stateOf } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { wishTypes } from '../../machines/session-events.ts';
import type { SessionEventType } from '../../machines/session-events.ts';
import { rotationsOf } from '../limits/plan.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import { judge, resetLatches } from '../safety/interlocks.ts';
import type { Judgement, Situation, Verdict } from '../safety/interlocks.ts';
import { rules } from '../safety/rules.ts';
import { newSelfTest, selfTestWish, stepSelfTest } from '../safety/self-test.ts';
import { alarmsAfter, signalsNow } from './alarm-course.ts';
import { resetObjection } from './reset.ts';
import { advanceClocks, restartClocks } from './clocks.ts';
import { deliveryAfter } from './delivery.ts';
import { chargeDose } from './dose-course.ts';
import {
  clearingAfter,
  clearingSince,
  excusedForRules,
  guardAllows,
  guardWish,
  rearmingAfter,
} from './guard-course.ts';
import {
  describeCommand,
  describeForged,
  describeRefused,
  describeUnattended,
  describeUnplanned,
  describeMove,
  describeNoise,
  describeWarning,
  sampleOf,
} from './entries.ts';
import { stepDrive } from './drive.ts';
import { describeRefusal, refusalsAfter } from './refusals.ts';
import { phaseNow } from './phase-now.ts';
import { askedOfPlate, dueEvent } from './schedule.ts';
import { tripCalled, tripOfLink, tripOfRule } from './trips.ts';
import type { Trip } from './trips.ts';
import {
  answerObjection,
  askedAfter,
  askedAgain,
  describeAnswer,
  isSkinAnswer,
  questionNow,
  withAnswer,
  withWarmQuestion,
} from './skin-check.ts';
import type {
  Command,
  Entry,
  TickInput,
  TickOutput,
  TreatmentConfig,
  TreatmentState,
} from './state.ts';
import { changed, copied } from './state.ts';
import type { SkinAnswerCommand } from './skin-check.ts';
import { trendAfter } from './trend-after.ts';

const leavesAlone = new Set<SessionEventType>(['PAUSE_EXPIRED', 'CHECK_EXPIRED']);

/** A longer gap than this is no basis for a slope or a control step. */
const longestStepS = 0.25;

export function tick(
  before: TreatmentState,
  input: TickInput,
  config: TreatmentConfig,
): TickOutput {
  const entries: Entry[] = [];
  const dtMs = Math.max(0, input.nowMs - before.nowMs);
  const dtS = Math.min(longestStepS, dtMs / 1000);
  const sensed = senseState(before, input, dtMs, config);
  entries.push(...describeNoise(sensed.trend.noise));
  const situation = situationOf(sensed, input, config);
  const judgement = judge(rules, before.interlocks, situation);
  const decided = decideAll(sensed, judgement, situation, input, config, entries);
  const { state, actuation } = driveState(decided, judgement, input, dtS, config, entries);
  const secondBefore = Math.floor((before.nowMs - before.startMs) / 1000);
  if (Math.floor((state.nowMs - state.startMs) / 1000) > secondBefore) {
    entries.push(sampleOf(state, input.readings));
  }
  return { state, actuation, entries };
}

/** Clocks, movement and dose as of this tick, before anything is decided. */
function senseState(
  before: TreatmentState,
  input: TickInput,
  dtMs: number,
  config: TreatmentConfig,
): TreatmentState {
  const { nowMs, readings } = input;
  const { dose, dosedSpan } = chargeDose(before, input, dtMs);
  const trend = trendAfter(before, input, dtMs, config);
  const sensed = copied(before);
  sensed.nowMs = nowMs;
  sensed.readings = readings;
  sensed.clocks = advanceClocks(before, dtMs, readings, nowMs, config.plan);
  sensed.trend = trend;
  // Each session is tested anew.
  sensed.selfTest =
    stateOf(before.session) === 'selfTest'
      ? stepSelfTest(before.selfTest, readings, trend, nowMs, dtMs, askedOfPlate(config))
      : newSelfTest;
  sensed.dose = dose;
  sensed.dosedSpan = dosedSpan;
  sensed.delivery = deliveryAfter(before, readings, nowMs, dtMs, config.plan);
  sensed.guardClearingSinceMs = clearingSince(before.guardClearingSinceMs, readings, nowMs);
  return sensed;
}

function situationOf(state: TreatmentState, input: TickInput, config: TreatmentConfig): Situation {
  return {
    nowMs: input.nowMs,
    readings: input.readings,
    permission: permissionOf(state.session),
    appliedDrive: input.appliedDrive,
    power: state.power,
    supplies: config.supplies,
    moduleCurrent: config.moduleCurrent,
    trend: state.trend,
    lateMs: input.lateMs,
    cem43Min: state.dose.cem43Min,
    cem43CapMin: config.caps.cem43Min,
    coldMinutes: state.dose.coldMinutes,
    coldCapMinutes: config.caps.coldMinutes,
    sessionMs: state.clocks.sessionMs,
    oneWayMs: state.clocks.oneWayMs,
    excusedGuardReason: excusedForRules(state, input.readings),
  };
}

/** All events of this tick, in order of urgency: trips, lost link, stop, wishes, what time brings. */
function decideAll(
  sensed: TreatmentState,
  judgement: Judgement,
  situation: Situation,
  input: TickInput,
  config: TreatmentConfig,
  entries: Entry[],
): TreatmentState {
  const judged = copied(sensed);
  judged.interlocks = judgement.state;
  let state: TreatmentState = judged;
  for (const verdict of judgement.verdicts) state = takeVerdict(state, verdict, entries);
  if (input.linkLost !== null && stateOf(state.session) !== 'faulted') {
    state = takeTrip(state, tripOfLink(input.linkLost), entries);
  }
  for (const command of input.commands) {
    state = takeCommand(state, command, situation, input, config.plan, entries);
  }
  const due = dueEvent(state, config);
  if (due !== null) {
    state =
      'command' in due
        ? takeTrip(state, due, entries)
        : take(state, { event: due, who: 'companion' }, entries);
    if ('type' in due && leavesAlone.has(due.type)) entries.push(describeUnattended());
  }
  state = withWarmQuestion(state, config.plan);
  const after = copied(state);
  after.alarms = alarmsAfter(state, judgement.verdicts, situation, input);
  after.guardClearingSinceMs = clearingAfter(sensed, state);
  after.guardRearming = rearmingAfter(sensed, state, input.readings);
  return announcePhase(sensed.session, after, config, entries);
}

function takeVerdict(state: TreatmentState, verdict: Verdict, entries: Entry[]): TreatmentState {
  const { id, response } = verdict.rule;
  if (response === 'warn') {
    entries.push(describeWarning(id, verdict.found));
    return state;
  }
  if (response === 'stop') {
    // In every state, pauses included (L3). One that stays open is one wish: the rule acts when it opens.
    return take(state, { event: { type: 'STOP', by: 'the stop button' }, who: id }, entries);
  }
  return takeTrip(state, tripOfRule(verdict), entries);
}

/** What trips is in the record even where another trip was first; its alarm follows from rule or session. */
function takeTrip(
  state: TreatmentState,
  { command, entry }: Trip,
  entries: Entry[],
): TreatmentState {
  entries.push(entry);
  return take(state, command, entries);
}

/** A wish of somebody. A trip may be called by anyone: it only ever takes power away. */
function takeCommand(
  state: TreatmentState,
  command: Command,
  situation: Situation,
  input: TickInput,
  plan: TreatmentPlan,
  entries: Entry[],
): TreatmentState {
  const { type } = command.event;
  if (type === 'RESET') return takeReset(state, command, situation, input, entries);
  const { event } = command;
  if (event.type === 'PRESCRIBE' && event.rotations !== rotationsOf(plan)) {
    entries.push(describeUnplanned(command));
    return state;
  }
  if (isSkinAnswer(command)) return takeAnswer(state, command, entries);
  if (event.type === 'TRIP') return takeTrip(state, tripCalled(event, command.who), entries);
  if (type === 'END_EARLY') return take(lookedAtFirst(state, entries), command, entries);
  if (wishTypes.has(type)) return take(state, command, entries);
  entries.push(describeForged(command));
  return state;
}

/**
 * Whether the cause is gone is found out here, at this moment; nobody's word is taken for it (L7). The latches open
 * with the session, and every new session begins with a self-test.
 */
function takeReset(
  state: TreatmentState,
  { event, who }: Command,
  situation: Situation,
  input: TickInput,
  entries: Entry[],
): TreatmentState {
  if (event.type !== 'RESET') return state;
  const { guard } = input.readings;
  const causeGone = resetObjection(situation, input.linkLost) === null;
  const reset = take(state, { who, event: { ...event, causeGone } }, entries);
  if (stateOf(reset.session) !== 'idle') return reset;
  return changed(reset, {
    interlocks: resetLatches(reset.interlocks, event.person, causeGone),
    guardClearingSinceMs: guard?.state === 'tripped' ? input.nowMs : null,
  });
}

/** What somebody says of the skin is in the record wherever the session hears it. */
function takeAnswer(
  state: TreatmentState,
  command: SkinAnswerCommand,
  entries: Entry[],
): TreatmentState {
  const { event, who } = command;
  const objection = answerObjection(state, event);
  if (objection !== null) {
    entries.push(describeRefused(command, objection));
    return state;
  }
  const { disposition } = decide(state.session, event);
  if (disposition === 'refused') return take(state, command, entries);
  entries.push(describeAnswer(state, event, who));
  const heard = withAnswer(state, event);
  if (disposition === 'taken') return take(heard, command, entries);
  // Nothing that is driven changes by it.
  entries.push(...describeCommand(command, 'taken', stateOf(state.session)));
  return changed(heard, { skinCheck: askedAgain(heard, event) });
}

/** Whether it is too hot was just asked, and nobody has said: no cold finish before somebody has looked. */
function lookedAtFirst(state: TreatmentState, entries: Entry[]): TreatmentState {
  if (questionNow(state) !== 'warm') return state;
  return take(state, { event: { type: 'CHECK_DUE' }, who: 'companion' }, entries);
}

/** One event into the session, with its entry in the record. */
function take(state: TreatmentState, command: Command, entries: Entry[]): TreatmentState {
  const { snapshot, disposition } = decide(state.session, command.event);
  const from = stateOf(state.session);
  const to = stateOf(snapshot);
  entries.push(...describeCommand(command, disposition, from));
  if (disposition !== 'taken') return state;
  if (from === to && snapshot.context.phase === state.session.context.phase) {
    return changed(state, { session: snapshot });
  }
  entries.push(describeMove(command, from, to));
  const looked = from === 'checking';
  const clocks = restartClocks(state.clocks, state.session.context, snapshot.context, looked);
  // Whatever moved, heat after it is heat anew.
  const moved = changed(state, { session: snapshot, clocks, warmAsked: false });
  return changed(moved, askedAfter(state, moved, command.event));
}

function announcePhase(
  before: SessionSnapshot,
  state: TreatmentState,
  config: TreatmentConfig,
  entries: Entry[],
): TreatmentState {
  const { context } = state.session;
  const began = context.phase > 0 && context.phase !== before.context.phase;
  if (began || context.ending !== before.context.ending) {
    const { kind, setpointC, dwellMs } = phaseNow(config.plan, context);
    if (context.phase > 0) {
      entries.push({ type: 'phase', fields: { phase: context.phase, kind, setpointC, dwellMs } });
    }
  }
  return state;
}

/** Permission, controller and gate: what may reach the board in this tick. */
function driveState(
  decided: TreatmentState,
  judgement: Judgement,
  input: TickInput,
  dtS: number,
  config: TreatmentConfig,
  entries: Entry[],
): { state: TreatmentState; actuation: TickOutput['actuation'] } {
  const { nowMs } = input;
  const permission = guardAllows(decided, input.readings) ? permissionOf(decided.session) : 'none';
  const pulse = selfTestWish(decided.selfTest);
  const gate = stepDrive(
    decided,
    {
      permission,
      readings: input.readings,
      nowMs,
      dtS,
      appliedDrive: input.appliedDrive,
      interlocksClear: judgement.clear,
      phase: phaseNow(config.plan, decided.session.context),
      pulseDrive: pulse.drive,
    },
    config,
  );
  const [refusals, over] = refusalsAfter(decided.refusals, {
    reason: gate.refusal,
    nowMs,
    dtMs: dtS * 1000,
    undriven: permission === 'none',
  });
  for (const refusal of over) entries.push(describeRefusal(refusal, decided.startMs));
  const { buzzer, light } = signalsNow(decided.alarms, nowMs, gate.powered);
  const testing = permission === 'coolPulse';
  const bridgeOff = testing && !pulse.bridgeEnabled;
  const relayClosed = gate.powered && (!testing || pulse.relayClosed);
  const driven = copied(decided);
  driven.controller = gate.controller;
  driven.setpointC = gate.setpointC;
  driven.gate = gate.gate;
  driven.refusal = gate.refusal;
  driven.refusals = refusals;
  driven.power = commandedAfter(decided.power, gate.powered && !bridgeOff, relayClosed, nowMs);
  return {
    state: driven,
    actuation: {
      drive: gate.drive,
      powered: gate.powered,
      relayClosed,
      bridgeOff,
      buzzer,
      light,
      guard: guardWish(decided, input),
    },
  };
}

const commandedAfter = (
  before: TreatmentState['power'],
  bridgeEnabled: boolean,
  relayClosed: boolean,
  nowMs: number,
): TreatmentState['power'] =>
  before.bridgeEnabled === bridgeEnabled && before.relayClosed === relayClosed
    ? before
    : { bridgeEnabled, relayClosed, sinceMs: nowMs };

export { situationOf };
