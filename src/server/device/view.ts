/** The live state of the device, made from what the device process knows. Pure. */
import { sentenceOf } from '../../treatment/recorded.ts';
import { english } from '../../words/facts.ts';
import { isOnSkin } from '../../../machines/dispositions.ts';
import { permissionOf } from '../../../machines/permission.ts';
import { lastPhaseOf } from '../../../machines/session-events.ts';
import { fixedBounds } from '../../limits/envelope.ts';
import type { FixedBound } from '../../limits/envelope.ts';
import { alarmFor, urgencyOf } from '../../safety/alarm-table.ts';
import { detailWords, isShown, isSounding } from '../../safety/alarms.ts';
import type { AlarmState } from '../../safety/alarms.ts';
import { isValid, plateSpan } from '../../safety/readings.ts';
import type { Readings } from '../../safety/readings.ts';
import { owesColdFinish } from '../../../machines/session-guards.ts';
import { phaseNow } from '../../treatment/phase-now.ts';
import { isSafeToTouch, readyWithinC, safeToTouchC } from '../../treatment/schedule.ts';
import { contactAllowedMs, pauseAllowedMs } from '../../treatment/schedule.ts';
import { answerWithinMs, checkAllowedMs, closingWithinMs } from '../../treatment/skin-check.ts';
import type { TreatmentState } from '../../treatment/state.ts';
import type { LiveState } from '../contract/live-state.ts';
import { timelineOf } from '../plan-words.ts';
import type { Aftermath } from './aftermath.ts';
import { stepsOf } from './self-test-steps.ts';
import type { Draft, Screened } from './draft.ts';
import type { TreatmentUnderWay } from './treatment-under-way.ts';

/** What every state has, with or without a treatment. */
export interface RestFacts {
  /** Of the treatment before, what nobody has seen yet. */
  readonly left: Aftermath;
  readonly revision: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly board: LiveState['board'];
  readonly simulation: LiveState['simulation'];
  readonly offers: LiveState['offers'];
  readonly draft: Draft | null;
  readonly readings: Readings;
  readonly nowMs: number;
}

const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));
const finite = (value: number, digits = 3): number | null =>
  Number.isFinite(value) ? rounded(value, digits) : null;
const leftS = (allowedMs: number, sinceMs: number): number =>
  rounded(Math.max(0, allowedMs - sinceMs) / 1000, 1);

const { plateC, heatsinkC }: Readonly<Record<'plateC' | 'heatsinkC', FixedBound>> = fixedBounds;
/** What trips, whatever is prescribed, °C. */
export const ceilings = {
  plateHotC: plateC.max ?? Number.NaN,
  plateColdC: plateC.min ?? Number.NaN,
  heatsinkHotC: heatsinkC.max ?? Number.NaN,
} as const;

/** The device at rest: nothing is driven, and what the sensors say is shown all the same. */
export function restingState(facts: RestFacts): LiveState {
  const { draft, readings, nowMs, board, left } = facts;
  return {
    revision: facts.revision,
    at: facts.at,
    device: { link: 'ready', words: null },
    stopPort: null,
    treatmentId: left.outcome?.treatmentId ?? null,
    board,
    simulation: facts.simulation,
    session: draft === null ? 'idle' : 'screening',
    offers: facts.offers,
    prescribed:
      draft === null
        ? null
        : prescribedOf(draft, draft.prescribed.config, {
            profile: 'standard',
            prescribed: draft.prescribed,
          }),
    phase: null,
    nextPhase: null,
    elapsedS: 0,
    leftS: null,
    contactAtS: null,
    readings: readingsOf(readings, nowMs),
    setpointC: null,
    toleranceC: readyWithinC,
    drive: 0,
    powered: false,
    ceilings,
    dose: null,
    skinCheck: null,
    pause: null,
    contactLeftS: null,
    selfTest: stepsOf(null, board?.guarded ?? false, readings.rails !== null),
    alarms: shownAlarms(left.alarms, nowMs),
    trip: left.trip,
    outcome: left.outcome,
    safeToTouch: isSafeToTouch(readings, nowMs),
    settlingWhy: null,
    recordLost: null,
    drill: null,
  };
}

function prescribedOf(
  { source, site, prescribed }: Draft,
  { plan }: Draft['prescribed']['config'],
  { profile, prescribed: { limits } }: Pick<Screened, 'profile' | 'prescribed'>,
): LiveState['prescribed'] {
  const { name } = prescribed.prescription;
  const restMinutes = limits.sessionGapMinutes;
  const totalS = plan.totalMinutes * 60;
  return { source, name, site, profile, restMinutes, phases: timelineOf(plan), totalS };
}

function readingsOf(readings: Readings, nowMs: number): LiveState['readings'] {
  const valid = (channel: 'plateA' | 'plateB' | 'heatsink'): number | null =>
    isValid(readings[channel], nowMs) ? rounded(readings[channel].celsius, 2) : null;
  return { plateAC: valid('plateA'), plateBC: valid('plateB'), heatsinkC: valid('heatsink') };
}

/**
 * What is left of a treatment that has gone back to rest. A trip is told by what it was when the session left it.
 * @param endSeen somebody acknowledged the end; a reset is no such thing
 */
export function aftermathOf(
  under: TreatmentUnderWay,
  trip: LiveState['trip'],
  endSeen: boolean,
): Aftermath {
  const { alarms } = under.companion.treatment;
  const recordId = under.keeper.id;
  return endSeen
    ? { recordId, alarms, outcome: null, trip: null }
    : { recordId, alarms, outcome: outcomeOf(under), trip };
}

/** The device with a treatment, from its prescription to its acknowledged end. */
export function treatingState(facts: RestFacts, under: TreatmentUnderWay): LiveState {
  const { companion, draft, screened } = under;
  const { treatment, config } = companion;
  const rest = restingState({ ...facts, draft: null });
  const { cem43Min, coldMinutes } = treatment.dose;
  return {
    ...rest,
    ...clocksOf(under),
    treatmentId: under.keeper.id,
    session: companion.state,
    prescribed: prescribedOf(draft, config, screened),
    elapsedS: rounded(companion.elapsedS, 2),
    contactAtS: under.contactAtS === null ? null : rounded(under.contactAtS, 2),
    setpointC: permissionOf(treatment.session) === 'none' ? null : finite(treatment.setpointC),
    drive: rounded(companion.appliedDrive),
    powered: companion.powered,
    dose: {
      cem43Min: rounded(cem43Min, 6),
      cem43CapMin: config.caps.cem43Min,
      coldMinutes: rounded(coldMinutes, 4),
      coldCapMinutes: config.caps.coldMinutes,
    },
    selfTest: stepsOf(
      under.testCourse,
      rest.board?.guarded ?? false,
      facts.readings.rails !== null,
    ),
    alarms: shownAlarms(treatment.alarms, treatment.nowMs),
    trip: tripOf(under),
    outcome: under.state === 'idle' ? null : outcomeOf(under),
    settlingWhy: settlingWhyOf(under),
    recordLost: companion.recordLost,
    drill: under.drill,
  };
}

type Clocked = Pick<
  LiveState,
  'phase' | 'nextPhase' | 'leftS' | 'skinCheck' | 'pause' | 'contactLeftS'
>;

function clocksOf({ companion }: TreatmentUnderWay): Clocked {
  const { treatment, state } = companion;
  const { clocks } = treatment;
  const paused = state === 'paused';
  return {
    ...(isOnSkin(state) ? phasesOf(companion) : { phase: null, nextPhase: null, leftS: null }),
    skinCheck: skinCheckOf(treatment),
    pause: paused ? { leftS: leftS(pauseAllowedMs, clocks.stateMs) } : null,
    contactLeftS: state === 'awaitingContact' ? leftS(contactAllowedMs, clocks.stateMs) : null,
  };
}

function skinCheckOf({ skinCheck, session, nowMs }: TreatmentState): LiveState['skinCheck'] {
  if (skinCheck === null) return null;
  const { question, askedMs } = skinCheck;
  // The record is closed by then.
  if ((question === 'closing' || question === 'what') && nowMs - askedMs >= closingWithinMs)
    return null;
  const sinceMs = Math.max(0, nowMs - askedMs);
  const allowedMs = {
    skin: checkAllowedMs,
    warm: answerWithinMs,
    closing: closingWithinMs,
    what: closingWithinMs,
  };
  return {
    question,
    after: session.context.phase % 2 === 1 ? 'cold' : 'hot',
    askedInS: rounded(Math.max(0, askedMs - nowMs) / 1000, 1),
    leftS: leftS(allowedMs[question], sinceMs),
  };
}

function phasesOf({
  treatment,
  config,
}: TreatmentUnderWay['companion']): Pick<LiveState, 'phase' | 'nextPhase' | 'leftS'> {
  const { plan } = config;
  const { context } = treatment.session;
  const now = phaseNow(plan, context);
  const count = context.ending ? context.phase : lastPhaseOf(context.rotations);
  const later = context.ending ? [] : plan.phases.slice(context.phase);
  const next = later[0];
  const phaseLeftMs = Math.max(0, now.dwellMs - treatment.clocks.phaseMs);
  const laterMs = later.reduce((sum, { dwellMs }) => sum + dwellMs, 0);
  return {
    phase: {
      number: context.phase,
      count,
      kind: now.kind,
      setpointC: now.setpointC,
      dwellS: now.dwellMs / 1000,
      elapsedS: rounded(treatment.clocks.phaseMs / 1000, 1),
      leftS: rounded(phaseLeftMs / 1000, 1),
      coldFinishOwed: owesColdFinish(context),
    },
    nextPhase:
      next === undefined
        ? null
        : {
            number: next.number,
            kind: next.kind,
            setpointC: next.setpointC,
            dwellS: next.dwellMs / 1000,
          },
    leftS: rounded((phaseLeftMs + laterMs) / 1000, 1),
  };
}

function shownAlarms({ alarms }: AlarmState, nowMs: number): LiveState['alarms'] {
  return alarms
    .filter((alarm) => isShown(alarm, nowMs))
    .toSorted((a, b) => urgencyOf(a.definition.priority) - urgencyOf(b.definition.priority))
    .map((alarm) => ({
      id: alarm.id,
      priority: alarm.definition.priority,
      text: alarm.definition.message,
      detail: detailWords(alarm.detail),
      remedy: alarm.definition.remedy,
      present: alarm.present,
      latching: alarm.definition.latching,
      acknowledgedBy: alarm.acknowledgedBy,
      sounding: isSounding(alarm, nowMs),
    }));
}

export function tripOf({ companion, trip }: TreatmentUnderWay): LiveState['trip'] {
  const { rule, reason } = companion.treatment.session.context;
  if (companion.state !== 'faulted' || rule === null) return null;
  const found = trip?.rule === rule ? trip : null;
  return {
    rule,
    reading: found === null ? null : english.reading(found.found),
    limit: found === null ? null : english.limit(found.found),
    message:
      found === null
        ? reason === null
          ? ''
          : english.whole(reason)
        : sentenceOf(rule, found.found),
    remedy: alarmFor(rule).remedy,
  };
}

function outcomeOf({ summary }: TreatmentUnderWay): LiveState['outcome'] {
  if (summary === null) return null;
  const { id, plant: _, why: __, ...facts } = summary;
  return { treatmentId: id, ...facts };
}

function settlingWhyOf({ companion }: TreatmentUnderWay): string | null {
  const { readings, nowMs } = companion.treatment;
  if (companion.state !== 'settling' || readings === null) return null;
  const { hottestC, coldestC } = plateSpan(readings, nowMs);
  const band = `${safeToTouchC.min} to ${safeToTouchC.max} °C`;
  if (!Number.isFinite(hottestC) || !Number.isFinite(coldestC)) {
    return `no valid reading proves that the plate is between ${band}`;
  }
  return `the plate is at ${coldestC.toFixed(1)} to ${hottestC.toFixed(1)} °C; safe to touch is ${band}`;
}
