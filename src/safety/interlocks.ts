/**
 * The interlock table is judged here: each rule's verdict is held for its debounce, and what outlasts it is a
 * finding. Pure; the latch is the session's `faulted` state, which no later good reading leaves (L7).
 */
import type { Permission } from '../../machines/permission.ts';
import type { Readings } from './readings.ts';

/** Everything a rule may look at. */
export interface Situation {
  readonly nowMs: number;
  readonly readings: Readings;
  readonly permission: Permission;
  /** What really was on the pins since the last tick, −1…+1. */
  readonly appliedDrive: number;
  /** Filtered slope of the plate, °C/s. */
  readonly plateSlopeCPerS: number;
  /** How much later than planned this tick runs. */
  readonly lateMs: number;
  readonly cem43Min: number;
  readonly cem43CapMin: number;
  readonly coldMinutes: number;
  readonly coldCapMinutes: number;
  /** Since the plate first touched skin, pauses included. */
  readonly sessionMs: number;
  /** Heating or cooling permission in one direction, without a break; counted apart from the phase clock. */
  readonly oneWayMs: number;
}

/** A reading that is not proven safe. */
export interface Finding {
  /** Sensor and reading in words: `plate sensor A reads 43.2 °C`. */
  readonly reading: string;
  /** The limit in words: `43.0 °C for 0.3 s`. */
  readonly limit: string;
  /** Bad enough to act without waiting for the debounce. */
  readonly atOnce?: boolean;
}

export interface Rule {
  readonly id: string;
  readonly hazards: readonly string[];
  /** What the device does: trip (latched) or stop (the patient's own wish). */
  readonly response: 'trip' | 'stop';
  /** How long a finding must last before it counts. */
  readonly holdMs: number;
  /** Null only where safety is proven. */
  readonly judge: (situation: Situation) => Finding | null;
  /** What the operator should do. */
  readonly remedy: string;
}

export interface Verdict extends Finding {
  readonly rule: Rule;
  readonly message: string;
}

/** Since when each rule has had a finding without a break. */
export type InterlockState = Readonly<Record<string, number>>;

export interface Judgement {
  readonly state: InterlockState;
  /** Findings that outlasted their debounce, in the order of the table. */
  readonly verdicts: readonly Verdict[];
  /** No rule has even a young finding. */
  readonly clear: boolean;
}

const noneSuspect: InterlockState = Object.freeze({});

export function judge(
  rules: readonly Rule[],
  state: InterlockState,
  situation: Situation,
): Judgement {
  let next: Record<string, number> | null = null;
  let verdicts: Verdict[] | null = null;
  for (const rule of rules) {
    const finding = rule.judge(situation);
    if (finding === null) continue;
    const sinceMs = state[rule.id] ?? situation.nowMs;
    next ??= {};
    next[rule.id] = sinceMs;
    if (finding.atOnce === true || situation.nowMs - sinceMs >= rule.holdMs) {
      verdicts ??= [];
      verdicts.push({ ...finding, rule, message: messageOf(rule, finding) });
    }
  }
  return { state: next ?? noneSuspect, verdicts: verdicts ?? [], clear: next === null };
}

const messageOf = (rule: Rule, finding: Finding): string =>
  `${finding.reading}; the limit is ${finding.limit}. ${rule.remedy}`;
