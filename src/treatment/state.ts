/** What a treatment is, between two ticks: all of it plain data. */
import { freshSession } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import type { GuardWish } from '../../hardware/guard/guard-link.ts';
import type { SkinAnswer } from '../../machines/skin-answers.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { ControllerParameters, ControllerState } from '../control/controller.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import { gateAtRest } from '../safety/drive-gate.ts';
import type { GateLimits, GateState } from '../safety/drive-gate.ts';
import { noDose } from '../safety/dose.ts';
import type { DoseState } from '../safety/dose.ts';
import { newSelfTest } from '../safety/self-test.ts';
import type { SelfTest } from '../safety/self-test.ts';
import { noAlarms } from '../safety/alarms.ts';
import type { AlarmState } from '../safety/alarms.ts';
import { allClear } from '../safety/interlocks.ts';
import type { CommandedPower, InterlockState } from '../safety/interlocks.ts';
import type { ModuleCurrentLimits } from '../safety/current-watch.ts';
import { noTrend } from '../safety/trend.ts';
import type { Trend } from '../safety/trend.ts';
import type { Readings, SupplyLimits } from '../safety/readings.ts';
import { noDelivery } from './delivery.ts';
import type { Delivery } from './delivery.ts';
import type { AnyFact } from '../words/facts.ts';
import type { GateRefusal } from '../safety/drive-gate.ts';
import type { Refusals } from './refusals.ts';
import type { SkinCheck } from './skin-check.ts';
import type { EventType } from '../records/journal.ts';
import type { Fields } from '../records/record-line.ts';

/** Decided before the first tick, and the same until the last. */
export interface TreatmentConfig {
  readonly plan: TreatmentPlan;
  readonly caps: { readonly cem43Min: number; readonly coldMinutes: number };
  readonly gate: GateLimits;
  readonly controller: ControllerParameters;
  /** What each supply may be; null for a device whose board does not see them. */
  readonly supplies: SupplyLimits | null;
  /** What may flow through the modules; null for a device whose board does not see it. */
  readonly moduleCurrent: ModuleCurrentLimits | null;
  /** The skin is looked at in the middle of each phase as well, for a person whose skin heals or feels badly. */
  readonly checksTwiceAsOften: boolean;
  /** A plate that is warmer than skin for so long has given heat, ms: from then on a cold finish is owed (L2). */
  readonly heatCountsMs: number;
}

/** Milliseconds, counted on the board's monotonic clock; no wall clock ever ends a phase (H25). */
export interface Clocks {
  /** In the present state. */
  readonly stateMs: number;
  /** In the present phase; frozen while paused. */
  readonly phaseMs: number;
  /** Since the plate first touched skin; never frozen. */
  readonly sessionMs: number;
  /** With permission to drive, without a break, since the phase's direction last changed. */
  readonly oneWayMs: number;
  /** In the present phase, on the way back to its setpoint after a look at the skin: the phase's clock waits for it. */
  readonly cameBackMs: number;
  /** It is on that way. */
  readonly comesBack: boolean;
  /** For how long what the present state waits for has been true. */
  readonly provenMs: number;
}

export interface TreatmentState {
  readonly session: SessionSnapshot;
  readonly clocks: Clocks;
  /** Null until the plate is first driven: each treatment starts with a fresh controller. */
  readonly controller: ControllerState | null;
  readonly gate: GateState;
  /** What is asked about the skin; null while nothing is. */
  readonly skinCheck: SkinCheck | null;
  /** The phase clock when the skin was last looked at in this phase; 0 where it was not. */
  readonly skinAskedMs: number;
  /** Since the plate last began to heat it was asked whether it is warm. */
  readonly warmAsked: boolean;
  /** Somebody has said in this session that something is wrong with the skin. */
  readonly skinReacted: boolean;
  /** How the skin was at the end; null where nobody was asked. */
  readonly skinAtEnd: SkinAnswer | 'unanswered' | null;
  /** The self-test of this session. */
  readonly selfTest: SelfTest;
  readonly dose: DoseState;
  /** For how long the plate was at temperature, phase by phase. */
  readonly delivery: Delivery;
  /** The plate temperatures that the dose was charged with last. */
  readonly dosedSpan: { readonly hottestC: number; readonly coldestC: number };
  readonly interlocks: InterlockState;
  readonly alarms: AlarmState;
  /** How the readings have moved. */
  readonly trend: Trend;
  /** The readings of the tick before. */
  readonly readings: Readings | null;
  /** The ramped setpoint of the controller; NaN while nothing is driven. */
  readonly setpointC: number;
  readonly startMs: number;
  readonly nowMs: number;
  /** Why the gate refuses power, while it does. */
  readonly refusal: GateRefusal | null;
  /** The episodes of such refusals that are not over. */
  readonly refusals: Refusals;
  /** What the board was last told of relay and bridge. */
  readonly power: CommandedPower;
  /** Since when a person's reset has the guard on the board cleared; null while none does. */
  readonly guardClearingSinceMs: number | null;
  /** What the guard is asked for while it is armed anew at the first contact; null otherwise. */
  readonly guardRearming: 'disarm' | 'arm' | null;
}

/**
 * A copy to be changed before anybody else has seen it. Written out, and the only way to make one state of another: three
 * copies a tick by spreading take a tenth of all the time of a simulated treatment, and each way to write a copy gives it
 * a shape of its own, for which all that looks at it has to be compiled anew.
 */
export const copied = (
  state: TreatmentState,
): { -readonly [Key in keyof TreatmentState]: TreatmentState[Key] } => ({
  session: state.session,
  clocks: state.clocks,
  controller: state.controller,
  gate: state.gate,
  skinCheck: state.skinCheck,
  skinAskedMs: state.skinAskedMs,
  warmAsked: state.warmAsked,
  skinReacted: state.skinReacted,
  skinAtEnd: state.skinAtEnd,
  selfTest: state.selfTest,
  dose: state.dose,
  delivery: state.delivery,
  dosedSpan: state.dosedSpan,
  interlocks: state.interlocks,
  alarms: state.alarms,
  trend: state.trend,
  readings: state.readings,
  setpointC: state.setpointC,
  startMs: state.startMs,
  nowMs: state.nowMs,
  refusal: state.refusal,
  refusals: state.refusals,
  power: state.power,
  guardClearingSinceMs: state.guardClearingSinceMs,
  guardRearming: state.guardRearming,
});

/** The state with some of it changed. */
export const changed = (state: TreatmentState, changes: Partial<TreatmentState>): TreatmentState =>
  Object.assign(copied(state), changes);

/** Somebody's or something's wish. */
export interface Command {
  readonly event: SessionEvent;
  readonly who: string;
}

export interface TickInput {
  readonly nowMs: number;
  /** How much later than planned this tick runs. */
  readonly lateMs: number;
  readonly readings: Readings;
  /** What the bridge says is really on the pins since the last tick. */
  readonly appliedDrive: number;
  readonly commands: readonly Command[];
  /** Who acknowledged the alarms since the last tick; null where nobody did. */
  readonly alarmsSeenBy: string | null;
  /** Who paused their sound since the last tick; null where nobody did. */
  readonly alarmSoundPausedBy: string | null;
  /** Why the link is gone, or null while it stands. */
  readonly linkLost: string | null;
}

/** Something to record: the type of a line and its fields. */
export type Entry = {
  [K in EventType]: { readonly type: K; readonly fields: EntryFields<K> };
}[EventType];

/** As the record has it, but for the sentences that it has beside its facts: those are made where the line is written. */
type EntryFields<K extends EventType> = K extends keyof Facts ? Facts[K] : Fields<K>;

interface Facts {
  readonly trip: { readonly rule: string; readonly found: AnyFact };
  readonly warning: {
    readonly rule: string;
    /** Null where the alarm of that id says all there is to say. */
    readonly found: AnyFact | null;
    readonly episode?: Fields<'warning'>['episode'];
  };
  readonly command: Pick<Fields<'command'>, 'who' | 'what' | 'accepted'> & {
    /** Why it was refused; null where it was not. */
    readonly why: AnyFact | null;
  };
}

export interface TickOutput {
  readonly state: TreatmentState;
  readonly actuation: {
    readonly drive: number;
    /** Bridge enabled. */
    readonly powered: boolean;
    readonly relayClosed: boolean;
    /** The relay is closed to see what stands behind it. */
    readonly bridgeOff: boolean;
    readonly buzzer: boolean;
    readonly light: boolean;
    readonly guard: GuardWish;
  };
  readonly entries: readonly Entry[];
}

export const restingClocks: Clocks = {
  stateMs: 0,
  phaseMs: 0,
  sessionMs: 0,
  oneWayMs: 0,
  cameBackMs: 0,
  comesBack: false,
  provenMs: 0,
};

/** A treatment at rest, at board time `startMs`. */
export function startTreatment(startMs: number): TreatmentState {
  return {
    session: freshSession(),
    clocks: restingClocks,
    controller: null,
    gate: gateAtRest,
    skinCheck: null,
    skinAskedMs: 0,
    warmAsked: false,
    skinReacted: false,
    skinAtEnd: null,
    selfTest: newSelfTest,
    dose: noDose,
    delivery: noDelivery,
    dosedSpan: { hottestC: Number.NaN, coldestC: Number.NaN },
    interlocks: allClear,
    alarms: noAlarms,
    trend: noTrend,
    readings: null,
    setpointC: Number.NaN,
    startMs,
    nowMs: startMs,
    refusal: null,
    refusals: [],
    power: { relayClosed: false, bridgeEnabled: false, sinceMs: startMs },
    guardClearingSinceMs: null,
    guardRearming: null,
  };
}
