/**
 * The interlock table is judged here, once a tick: each rule's finding is held for its debounce, and what outlasts
 * it trips the rule's latch. Pure; edges go through the latch machine, so that nothing but a named reset with the
 * cause gone opens a latch again (L7).
 */
import { initialTransition, transition } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import { interlockMachine } from '../../machines/interlock.ts';
import type { InterlockEvent } from '../../machines/interlock.ts';
import type { Found } from '../words/facts.ts';
import type { Permission } from '../../machines/permission.ts';
import type { ModuleCurrentLimits } from './current-watch.ts';
import type { Readings, SupplyLimits } from './readings.ts';
import type { Trend } from './trend.ts';
import type { RuleId } from './trip-ids.ts';

/** What the board was told of relay and bridge, and since when. */
export interface CommandedPower {
  readonly relayClosed: boolean;
  readonly bridgeEnabled: boolean;
  readonly sinceMs: number;
}

/** Everything a rule may look at. */
export interface Situation {
  readonly nowMs: number;
  readonly readings: Readings;
  readonly permission: Permission;
  /** What really was on the pins since the last tick, −1…+1. */
  readonly appliedDrive: number;
  /** What the board was last told. */
  readonly power: CommandedPower;
  /** What each supply may be; null where the board does not see them. */
  readonly supplies: SupplyLimits | null;
  /** What may flow through the modules; null where the board does not see it. */
  readonly moduleCurrent: ModuleCurrentLimits | null;
  /** How the readings have moved. */
  readonly trend: Trend;
  /** How much later than planned this tick runs. */
  readonly lateMs: number;
  readonly cem43Min: number;
  readonly cem43CapMin: number;
  readonly coldMinutes: number;
  readonly coldCapMinutes: number;
  /** Since the plate first touched skin, pauses included. */
  readonly sessionMs: number;
  /** The reason for which the guard on the board may be tripped now: the self-test provoked it, or it is being cleared. */
  readonly excusedGuardReason: string | null;
  /** Heating or cooling permission in one direction, without a break; counted apart from the phase clock. */
  readonly oneWayMs: number;
}

/** A reading that is not proven safe. */
export interface Finding {
  /** Sensor, value, limit and for how long, as numbers; words for it are in `src/words/`. */
  readonly found: Found;
  /** Bad enough to act without waiting for the debounce. */
  readonly atOnce?: boolean;
  /** What is wrong is that there is no reading: a sensor rule names the cause, where one has found it. */
  readonly unread?: boolean;
}

export interface Rule<Id extends string = string> {
  readonly id: Id;
  /** What its alarm says is wrong, in a few words: "The plate is too hot". What trips or stops latches. */
  readonly alarm: string;
  /** Its alarm is for awareness alone, of a warning after which nobody need act. */
  readonly onlyNotice?: true;
  readonly hazards: readonly string[];
  /** Trip: latched, power off. Stop: the patient's own wish. Warn: said and recorded, nothing more. */
  readonly response: 'trip' | 'stop' | 'warn';
  /** How long a finding must last before it counts. */
  readonly holdMs: number;
  /** Of a warning: without a finding for so long it is over, and comes again as another one. One that flickers is one. */
  readonly overAfterMs?: number;
  /** Null only where safety is proven. */
  readonly judge: (situation: Situation) => Finding | null;
  /** What the operator should do. */
  readonly remedy: string;
}

export interface Verdict extends Finding {
  readonly rule: Rule<RuleId>;
}

type Latch = SnapshotFrom<typeof interlockMachine>;

interface Watch {
  readonly latch: Latch;
  /** Since when the rule has had a finding without a break. */
  readonly sinceMs: number;
  /** When it had one last. */
  readonly foundMs: number;
}

/** A warning is over after so long, where its rule says nothing else. */
const warningOverAfterMs = 60_000;

/** The rules that are not clear, by id. */
export type InterlockState = Readonly<Record<string, Watch>>;

export interface Judgement {
  readonly state: InterlockState;
  /** Rules that act now, in the order of the table: each once, when its finding has lasted. */
  readonly verdicts: readonly Verdict[];
  /** No trip or stop rule has even a young finding, and no latch is tripped: the only state to drive in. */
  readonly clear: boolean;
}

export const allClear: InterlockState = Object.freeze({});
const clearLatch = initialTransition(interlockMachine)[0];

const move = (latch: Latch, event: InterlockEvent): Latch =>
  transition(interlockMachine, latch, event)[0];

export function judge(
  rules: readonly Rule<RuleId>[],
  state: InterlockState,
  situation: Situation,
): Judgement {
  let next: Record<string, Watch> | null = null;
  let verdicts: Verdict[] | null = null;
  let clear = true;
  for (const rule of rules) {
    // Nearly always nothing is watched, and then there is nothing to look up.
    const before = state === allClear ? undefined : state[rule.id];
    const finding = rule.judge(situation);
    if (finding === null && before === undefined) continue;
    const watch = watchAfter(rule, before, finding, situation.nowMs);
    if (watch === undefined) continue;
    next ??= {};
    next[rule.id] = watch;
    if (rule.response !== 'warn') clear = false;
    if (finding !== null && watch.latch.value === 'tripped' && before?.latch.value !== 'tripped') {
      verdicts ??= [];
      verdicts.push({ ...finding, rule });
    }
  }
  return { state: next ?? allClear, verdicts: verdicts ?? [], clear };
}

/** Undefined where the rule is clear. */
function watchAfter(
  rule: Rule,
  before: Watch | undefined,
  finding: Finding | null,
  nowMs: number,
): Watch | undefined {
  if (before?.latch.value === 'tripped') return heldOn(rule, before, finding, nowMs);
  if (finding === null) return undefined;
  const suspect = before ?? {
    latch: move(clearLatch, { type: 'FOUND' }),
    sinceMs: nowMs,
    foundMs: nowMs,
  };
  const held = finding.atOnce === true || nowMs - suspect.sinceMs >= rule.holdMs;
  return held ? { ...suspect, latch: move(suspect.latch, { type: 'HELD' }) } : suspect;
}

/** A warning and a stop button are no latches: they count again when they come again, a warning after its rest. */
function heldOn(
  rule: Rule,
  before: Watch,
  finding: Finding | null,
  nowMs: number,
): Watch | undefined {
  if (rule.response === 'trip') return before;
  if (finding !== null) return rule.response === 'warn' ? { ...before, foundMs: nowMs } : before;
  if (rule.response === 'stop') return undefined;
  const isOver = nowMs - before.foundMs >= (rule.overAfterMs ?? warningOverAfterMs);
  return isOver ? undefined : before;
}

/** Whether nothing would trip now: what a reset has to prove. */
export const causeIsGone = (rules: readonly Rule[], situation: Situation): boolean =>
  rules.every((rule) => rule.response !== 'trip' || rule.judge(situation) === null);

/** The latches after a reset; those that the machine does not open stay tripped. */
export function resetLatches(
  state: InterlockState,
  person: string,
  causeGone: boolean,
): InterlockState {
  const kept = Object.entries(state).filter(
    ([, { latch }]) => move(latch, { type: 'RESET', person, causeGone }).value !== 'clear',
  );
  return Object.fromEntries(kept);
}
