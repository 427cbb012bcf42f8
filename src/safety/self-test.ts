/**
 * The test with power. First the relay alone is closed, with the bridge off: each supply must be what it should, and
 * nothing must lift the heating rail (H02, H29). Then the bridge with the relay open, where the plate must not answer, then with it closed, where both
 * beads must get colder and the heatsink warmer. That finds a welded relay, reversed wiring, swapped or detached
 * sensors and a dead module, before anybody is on the plate (H02, H07, H11, H24). The noise is measured with current
 * flowing (H09). A guarded board proves its lease last.
 */
import type { Fact } from '../words/facts.ts';
import { judgeLease } from './lease-proof.ts';
import type { LeaseStage } from './lease-proof.ts';
import { comesWithCurrent, measuredNoise, noiseLimitLsb } from './noise.ts';
import type { NoiseMeter } from './noise.ts';
import { channels, plateChannels } from './readings.ts';
import type { Channel, Readings } from './readings.ts';
import {
  agreementObjection,
  witnessNeeded,
  witnessObjection,
  newRest,
  restObjection,
  restSlope,
  selfTestObjection,
  watchRest,
} from './rest.ts';
import type { AskedOfPlate, Objection, RestWatch } from './rest.ts';
import { meanOver } from './slopes.ts';
import type { Trend } from './trend.ts';

/** All of it must hold this long without a break. */
export const selfTestHoldMs = 3000;

export interface SelfTest {
  readonly stage:
    | 'rest'
    | 'relayAlone'
    | 'relayOpen'
    | 'pulse'
    | LeaseStage
    | 'passed'
    | 'failed'
    | 'refused';
  /** In the present stage; in `rest`, without an objection. */
  readonly stageMs: number;
  /** Since the test began. */
  readonly totalMs: number;
  readonly rest: RestWatch;
  /** Temperatures in the second before the present pulse, °C, and how fast they moved by themselves, °C/s. */
  readonly from: Readonly<Record<Channel, number>>;
  readonly driftCPerS: Readonly<Record<Channel, number>>;
  /** Why it failed or was refused, or what keeps it from going on. */
  readonly reason: Fact | null;
}

const unknown = { plateA: Number.NaN, plateB: Number.NaN, heatsink: Number.NaN } as const;

export const newSelfTest: SelfTest = {
  stage: 'rest',
  stageMs: 0,
  totalMs: 0,
  rest: newRest,
  from: unknown,
  driftCPerS: unknown,
  reason: null,
};

/** Half of full cooling, for seconds: felt by a sensor, harmless to skin. */
export const pulseDuty = 0.5;
/** The rules about the supplies judge it; longer than they wait for. */
const relayAloneMs = 1200;
const relayOpenMs = 3000;
export const pulseMs = 6000;
/** A welded relay would cool the plate by a degree; noise at its limit, in means over a second, is a fifth of this. */
const relayOpenAnswerC = 0.3;
/** The weakest device within tolerance, with the plate on skin already, answers with twice as much. */
const plateAnswerC = 0.6;
const heatsinkAnswerC = 0.2;
/** For as long as this the pulse may wait for it, on a plate that is not near its floor. */
const longestPulseMs = 14_000;
const longPulseAboveC = 10;

/** What the test wants driven in its stage. */
export const selfTestWish = ({ stage }: SelfTest): SelfTestWish => ({
  drive: stage === 'relayOpen' || stage === 'pulse' || stage === 'lease' ? -pulseDuty : 0,
  bridgeEnabled: stage !== 'relayAlone',
  relayClosed: stage === 'relayAlone' || stage === 'pulse' || stage === 'lease',
});

interface SelfTestWish {
  readonly drive: number;
  readonly bridgeEnabled: boolean;
  readonly relayClosed: boolean;
}

/** The reason for which the guard may be tripped in a stage: provoked, or a wish of before that starting again ends. */
export function excusedIn({ stage }: SelfTest): string | null {
  if (stage === 'rest') return 'stop-pressed';
  // A proof that failed says more than the trip that it was about.
  return stage === 'lease' || stage === 'leaseClear' || stage === 'failed' ? 'lease-lost' : null;
}

/** The test after one more tick. Pure. @param trend of the same readings */
export function stepSelfTest(
  test: SelfTest,
  readings: Readings,
  trend: Trend,
  nowMs: number,
  dtMs: number,
  asked: AskedOfPlate,
): SelfTest {
  const later = { ...test, stageMs: test.stageMs + dtMs, totalMs: test.totalMs + dtMs };
  const objection =
    selfTestObjection(readings, nowMs) ??
    agreementObjection(trend) ??
    witnessObjection(readings, trend);
  switch (test.stage) {
    case 'rest':
      return stepRest(
        later,
        objection ?? guardObjection(readings) ?? witnessNeeded(readings, asked),
        readings,
        trend,
        asked.firstC,
      );
    case 'relayAlone':
      if (objection !== null) return fail(later, objection.reason);
      return later.stageMs < relayAloneMs
        ? stillResting(later, readings)
        : begin(stillResting(later, readings), 'relayOpen', trend);
    case 'relayOpen':
      if (objection !== null) return fail(later, objection.reason);
      return later.stageMs < relayOpenMs
        ? stillResting(later, readings)
        : afterRelayOpen(stillResting(later, readings), trend);
    case 'pulse':
      if (objection !== null) return fail(later, objection.reason);
      return later.stageMs < pulseMs ? later : afterPulse(later, readings, trend);
    case 'lease':
    case 'leaseClear':
    case 'rearm':
      return objection === null
        ? stepLease(later, test.stage, readings)
        : fail(later, objection.reason);
    case 'passed':
    case 'failed':
    case 'refused':
      return test;
  }
}

/** A guard must be armed before anything is driven; it is asked to be as soon as the test begins. */
function guardObjection({ guard }: Readings): Objection | null {
  if (guard === null || guard.state === 'armed') return null;
  const reason: Fact =
    guard.state === 'tripped'
      ? { kind: 'board-found', cause: guard.found }
      : { kind: 'board-not-arming' };
  return { reason, waitMs: guardAllowedMs, ends: 'failed' };
}
const guardAllowedMs = 10_000;

function stepRest(
  test: SelfTest,
  objection: Objection | null,
  readings: Readings,
  trend: Trend,
  coldestC: number,
): SelfTest {
  if (objection !== null) return objectedTo(test, objection);
  const rest = watchRest(test.rest, readings, test.stageMs);
  if (test.stageMs < selfTestHoldMs) return { ...test, rest, reason: null };
  const found = restObjection(rest, trend, coldestC);
  if (found !== null) return objectedTo(test, found);
  return begin({ ...test, rest }, readings.rails === null ? 'relayOpen' : 'relayAlone', trend);
}

/** Waits for as long as it may help, and begins the rest anew. */
function objectedTo(test: SelfTest, { reason, waitMs, ends }: Objection): SelfTest {
  const stage = test.totalMs >= waitMs ? ends : 'rest';
  return { ...test, stage, stageMs: 0, rest: newRest, reason };
}

const afterLeaseStage = { lease: 'leaseClear', leaseClear: 'rearm', rearm: 'passed' } as const;

function stepLease(test: SelfTest, stage: LeaseStage, { guard }: Readings): SelfTest {
  if (guard === null) return fail(test, { kind: 'board-guard-lost' });
  const verdict = judgeLease(stage, guard, test.stageMs);
  if (verdict.course === 'wait') return test;
  if (verdict.course === 'fail') return fail(test, verdict.reason);
  return { ...test, stage: afterLeaseStage[stage], stageMs: 0, reason: null };
}

/** Single readings carry noise: what counts are means over the second before and after. */
const begin = (
  test: SelfTest,
  stage: 'relayAlone' | 'relayOpen' | 'pulse',
  { recent }: Trend,
): SelfTest => ({
  ...test,
  stage,
  stageMs: 0,
  reason: null,
  from: forEach((channel) => meanOver(recent, channel)),
  driftCPerS: forEach((channel) => restSlope(test.rest, channel)),
});

const forEach = (value: (channel: Channel) => number): Readonly<Record<Channel, number>> => ({
  plateA: value('plateA'),
  plateB: value('plateB'),
  heatsink: value('heatsink'),
});

const fail = (test: SelfTest, reason: Fact): SelfTest => ({ ...test, stage: 'failed', reason });

/** Nothing flows through an open relay, or a bridge that is off: what moves does so by itself, and longer looks tell it better. */
function stillResting(test: SelfTest, readings: Readings): SelfTest {
  const wasAlone = test.stage === 'relayOpen' && readings.rails !== null;
  const beforeMs = selfTestHoldMs + (wasAlone ? relayAloneMs : 0);
  return { ...test, rest: watchRest(test.rest, readings, beforeMs + test.stageMs) };
}

function afterRelayOpen(test: SelfTest, trend: Trend): SelfTest {
  const moved = plateChannels.map((channel) => {
    const movedC = meanOver(trend.recent, channel) - test.from[channel];
    // What moved by itself may go on to, or may have come to rest.
    const byItselfC = (test.driftCPerS[channel] * relayOpenMs) / 1000;
    const least = Math.min(0, byItselfC) - relayOpenAnswerC;
    const most = Math.max(0, byItselfC) + relayOpenAnswerC;
    return { channel, movedC, colder: movedC <= least, still: movedC > least && movedC < most };
  });
  const found = moved.find(({ still }) => !still);
  if (found === undefined) return begin(test, 'pulse', trend);
  const both = moved.every(({ colder }) => colder);
  return fail(test, {
    kind: both ? 'moved-colder-unpowered' : 'moved-unpowered',
    channel: found.channel,
    value: found.movedC,
    unit: 'K',
  });
}

function afterPulse(test: SelfTest, readings: Readings, trend: Trend): SelfTest {
  const objection = noiseObjection(trend.noise) ?? plateObjection(test, trend);
  if (objection !== null) return fail(test, objection);
  const unanswered = heatsinkObjection(test, trend);
  if (unanswered !== null) {
    // A heatsink that falls from earlier work hides its answer for a while.
    const mayGoOn = test.stageMs < longestPulseMs && trend.plateC > longPulseAboveC;
    return mayGoOn ? test : fail(test, unanswered);
  }
  const stage = readings.guard === null ? 'passed' : 'lease';
  return { ...test, stage, stageMs: 0, reason: null };
}

/** A pulse of seconds knows noise to within a fifth: what is not surely above the limit is left to `sensor-noisy`. */
const surelyNoisyLsb = 1.2 * noiseLimitLsb;

/** With current flowing: most noise comes with it. */
function noiseObjection(noise: NoiseMeter): Fact | null {
  const { powered, atRest } = measuredNoise(noise);
  for (const channel of channels) {
    if (powered[channel] < surelyNoisyLsb) continue;
    const causes = comesWithCurrent(powered[channel], atRest[channel]) ? 'powered' : 'atRest';
    return {
      kind: 'test-noisy',
      channel,
      value: powered[channel],
      unit: 'LSB',
      limit: noiseLimitLsb,
      restLsb: atRest[channel],
      causes,
    };
  }
  return null;
}

function plateObjection(test: SelfTest, { recent }: Trend): Fact | null {
  for (const channel of plateChannels) {
    const byItselfC = (test.driftCPerS[channel] * test.stageMs) / 1000;
    const colderC = test.from[channel] - meanOver(recent, channel) + Math.max(0, byItselfC);
    if (colderC <= -plateAnswerC) {
      return { kind: 'warmer-while-cooled', channel, value: -colderC, unit: 'K' };
    }
    if (!(colderC >= plateAnswerC)) {
      return {
        kind: 'hardly-colder',
        channel,
        value: colderC,
        unit: 'K',
        limit: plateAnswerC,
        watchedS: test.stageMs / 1000,
      };
    }
  }
  return null;
}

function heatsinkObjection(test: SelfTest, { recent }: Trend): Fact | null {
  const byItselfC = (test.driftCPerS.heatsink * test.stageMs) / 1000;
  const warmerC = meanOver(recent, 'heatsink') - test.from.heatsink - Math.min(0, byItselfC);
  if (warmerC >= heatsinkAnswerC) return null;
  return { kind: 'heatsink-hardly-warmer', value: warmerC, unit: 'K', limit: heatsinkAnswerC };
}
