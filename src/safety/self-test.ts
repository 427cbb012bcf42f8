/** Before anything is driven: do the sensors make sense, and can the patient stop it? */
import { judgeLease } from './lease-proof.ts';
import type { LeaseStage } from './lease-proof.ts';
import { channelNames, channels, isValid, plateChannels } from './readings.ts';
import type { Channel, Readings } from './readings.ts';

/** All of it must hold this long without a break, and must do so within the time allowed. */
export const selfTestHoldMs = 1000;
export const selfTestAllowedMs = 10_000;

/** Two uncalibrated beads within tolerance differ by up to a degree at rest, and a little more while they cool. */
const agreeWithinC = 1.5;
const heatsinkBelowC = 45;

/** The first reason against starting, in words; null only where all is proven well. */
export function selfTestObjection(readings: Readings, nowMs: number): string | null {
  for (const channel of channels) {
    if (!isValid(readings[channel], nowMs))
      return `${channelNames[channel]} gives no valid reading`;
  }
  const apartC = Math.abs(readings.plateA.celsius - readings.plateB.celsius);
  if (!(apartC < agreeWithinC)) {
    return `the plate sensors differ by ${apartC.toFixed(1)} °C at rest; ${agreeWithinC} °C is allowed`;
  }
  if (!(readings.heatsink.celsius < heatsinkBelowC)) {
    return `the heatsink is at ${readings.heatsink.celsius.toFixed(1)} °C; let it cool below ${heatsinkBelowC} °C`;
  }
  return readings.stopLoopClosed ? null : 'the stop loop is open';
}

/** On a guarded board nothing is driven before it has armed itself. */
function restObjection(readings: Readings, nowMs: number): string | null {
  const objection = selfTestObjection(readings, nowMs);
  const { guard } = readings;
  if (objection !== null || guard === null || guard.state === 'armed') return objection;
  return guard.state === 'tripped' ? guard.finding : 'the board does not arm itself';
}

/**
 * The test with power: first with the relay open, where the plate must not answer, then with it closed, where both
 * beads must get colder and the heatsink warmer. That finds a welded relay, reversed wiring, swapped or detached
 * sensors and a dead module, before anybody is on the plate (H02, H07, H11, H24). A guarded board proves its lease last.
 */
export interface SelfTest {
  readonly stage: 'rest' | 'relayOpen' | 'pulse' | LeaseStage | 'passed' | 'failed';
  /** In the present stage; in `rest`, without an objection. */
  readonly stageMs: number;
  /** Since the test began. */
  readonly totalMs: number;
  /** Temperatures when the present pulse began, °C. */
  readonly from: Readonly<Record<Channel, number>>;
  /** Why it failed, or what keeps it from going on, in words. */
  readonly reason: string | null;
}

export const newSelfTest: SelfTest = {
  stage: 'rest',
  stageMs: 0,
  totalMs: 0,
  from: { plateA: Number.NaN, plateB: Number.NaN, heatsink: Number.NaN },
  reason: null,
};

/** Half of full cooling, for seconds: felt by a sensor, harmless to skin. */
export const pulseDuty = 0.5;
const relayOpenMs = 3000;
const pulseMs = 6000;
/** A welded relay would cool the plate by a degree; noise and drift are a tenth of this. */
const relayOpenAnswerC = 0.3;
/** The weakest device within tolerance, with the plate on skin already, answers with twice as much. */
const plateAnswerC = 0.6;
const heatsinkAnswerC = 0.2;

/** What the test wants driven in its stage. */
export const selfTestWish = ({ stage }: SelfTest): { drive: number; relayClosed: boolean } => ({
  drive: stage === 'relayOpen' || stage === 'pulse' || stage === 'lease' ? -pulseDuty : 0,
  relayClosed: stage === 'pulse' || stage === 'lease',
});

/** The reason for which the guard may be tripped in a stage: provoked, or a wish of before that starting again ends. */
export function excusedIn({ stage }: SelfTest): string | null {
  if (stage === 'rest') return 'stop-pressed';
  // A proof that failed says more than the trip that it was about.
  return stage === 'lease' || stage === 'leaseClear' || stage === 'failed' ? 'lease-lost' : null;
}

/** The test after one more tick. Pure. */
export function stepSelfTest(
  test: SelfTest,
  readings: Readings,
  nowMs: number,
  dtMs: number,
): SelfTest {
  const later = { ...test, stageMs: test.stageMs + dtMs, totalMs: test.totalMs + dtMs };
  const objection = selfTestObjection(readings, nowMs);
  switch (test.stage) {
    case 'rest':
      return stepRest(later, readings, nowMs);
    case 'relayOpen':
      if (objection !== null) return fail(later, objection);
      return later.stageMs < relayOpenMs ? later : afterRelayOpen(later, readings);
    case 'pulse':
      if (objection !== null) return fail(later, objection);
      return later.stageMs < pulseMs ? later : afterPulse(later, readings);
    case 'lease':
    case 'leaseClear':
    case 'rearm':
      return objection === null ? stepLease(later, test.stage, readings) : fail(later, objection);
    case 'passed':
    case 'failed':
      return test;
  }
}

function stepRest(test: SelfTest, readings: Readings, nowMs: number): SelfTest {
  const objection = restObjection(readings, nowMs);
  if (objection !== null) {
    const over = test.totalMs >= selfTestAllowedMs;
    return { ...test, stage: over ? 'failed' : 'rest', stageMs: 0, reason: objection };
  }
  return test.stageMs >= selfTestHoldMs
    ? begin(test, 'relayOpen', readings)
    : { ...test, reason: null };
}

const afterLeaseStage = { lease: 'leaseClear', leaseClear: 'rearm', rearm: 'passed' } as const;

function stepLease(test: SelfTest, stage: LeaseStage, { guard }: Readings): SelfTest {
  if (guard === null) return fail(test, 'the board has lost its guard');
  const verdict = judgeLease(stage, guard, test.stageMs);
  if (verdict.course === 'wait') return test;
  if (verdict.course === 'fail') return fail(test, verdict.reason);
  return { ...test, stage: afterLeaseStage[stage], stageMs: 0, reason: null };
}

const begin = (test: SelfTest, stage: 'relayOpen' | 'pulse', readings: Readings): SelfTest => ({
  ...test,
  stage,
  stageMs: 0,
  reason: null,
  from: {
    plateA: readings.plateA.celsius,
    plateB: readings.plateB.celsius,
    heatsink: readings.heatsink.celsius,
  },
});

const fail = (test: SelfTest, reason: string): SelfTest => ({ ...test, stage: 'failed', reason });

function afterRelayOpen(test: SelfTest, readings: Readings): SelfTest {
  for (const channel of plateChannels) {
    const movedC = Math.abs(readings[channel].celsius - test.from[channel]);
    if (!(movedC < relayOpenAnswerC)) {
      return fail(
        test,
        `${channelNames[channel]} moved by ${movedC.toFixed(1)} °C although the relay was open: the relay is welded or bypassed, or the plate still moves from a treatment before; let it rest, and start again`,
      );
    }
  }
  return begin(test, 'pulse', readings);
}

function afterPulse(test: SelfTest, readings: Readings): SelfTest {
  for (const channel of plateChannels) {
    const colderC = test.from[channel] - readings[channel].celsius;
    if (colderC <= -plateAnswerC) {
      return fail(
        test,
        `${channelNames[channel]} got warmer by ${(-colderC).toFixed(1)} °C while cooled: the modules are wired the wrong way round, or sensors are swapped`,
      );
    }
    if (!(colderC >= plateAnswerC)) {
      return fail(
        test,
        `${channelNames[channel]} got only ${colderC.toFixed(1)} °C colder in ${pulseMs / 1000} s of cooling; at least ${plateAnswerC} °C is expected: a module, the supply or the sensor's seat is at fault`,
      );
    }
  }
  const warmerC = readings.heatsink.celsius - test.from.heatsink;
  if (!(warmerC >= heatsinkAnswerC)) {
    return fail(
      test,
      `the heatsink got ${warmerC.toFixed(1)} °C warmer while the plate was cooled; at least ${heatsinkAnswerC} °C is expected: its sensor is detached or swapped`,
    );
  }
  const stage = readings.guard === null ? 'passed' : 'lease';
  return { ...test, stage, stageMs: 0, reason: null };
}
