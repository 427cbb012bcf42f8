import { describe, expect, it } from 'vitest';
import { channels } from '../../src/safety/readings.ts';
import type { GuardReading, Readings } from '../../src/safety/readings.ts';
import {
  excusedIn,
  newSelfTest,
  selfTestObjection,
  selfTestWish,
  stepSelfTest,
} from '../../src/safety/self-test.ts';
import type { SelfTest } from '../../src/safety/self-test.ts';
import { armedGuard } from './guard-cases.ts';
import { healthy } from './situations.ts';

const nowMs = 10_000;
const reading = (celsius: number) => ({ celsius, count: 400, atMs: nowMs - 20 });

/** A device that is sound, with these temperatures on its sensors. */
const at = (plateA: number, plateB = plateA, heatsink = 25): Readings => ({
  ...healthy.readings,
  plateA: reading(plateA),
  plateB: reading(plateB),
  heatsink: reading(heatsink),
});
const rested = at(25);
const stopped: Readings = { ...rested, stopLoopClosed: false };

const from = { plateA: 25, plateB: 25, heatsink: 25 };
const inStage = (stage: SelfTest['stage'], stageMs = 0): SelfTest => ({
  ...newSelfTest,
  stage,
  stageMs,
  from,
});

/** One tick of 50 ms, at whose end the stage has lasted for `untilMs`. */
const step = (stage: SelfTest['stage'], untilMs: number, readings: Readings): SelfTest =>
  stepSelfTest(inStage(stage, untilMs - 50), readings, nowMs, 50);

describe('what speaks against a start', () => {
  it.each([
    ['nothing', rested, null],
    ['plates 1.49 °C apart', at(25, 26.49), null],
    ['plates 1.5 °C apart', at(25, 26.5), /differ by 1.5 °C/],
    ['plates 1.5 °C apart, the other way', at(26.5, 25), /differ by 1.5 °C/],
    ['a heatsink at 44.99 °C', at(25, 25, 44.99), null],
    ['a heatsink at 45 °C', at(25, 25, 45), /heatsink is at 45.0 °C/],
    ['an open stop loop', stopped, /stop loop/],
  ])('%s', (_what, readings, words) => {
    const objection = selfTestObjection(readings, nowMs);
    if (words === null) expect(objection).toBeNull();
    else expect(objection).toMatch(words);
  });

  it.each(channels)('%s without a valid reading', (name) => {
    const readings = { ...rested, [name]: { ...rested[name], atMs: nowMs - 300 } };
    expect(selfTestObjection(readings, nowMs)).toMatch(/gives no valid reading/);
  });
});

describe('the self-test at rest', () => {
  it('goes on when all has been well for a second', () => {
    expect(step('rest', 999, rested)).toMatchObject({ stage: 'rest', stageMs: 999, reason: null });
    const begun = step('rest', 1000, at(24, 25, 26));
    expect(begun).toMatchObject({ stage: 'relayOpen', stageMs: 0, reason: null });
    expect(begun.from).toEqual({ plateA: 24, plateB: 25, heatsink: 26 });
  });

  it('starts the second anew with each objection, and says it', () => {
    const objected = step('rest', 999, stopped);
    expect(objected).toMatchObject({ stage: 'rest', stageMs: 0, totalMs: 50 });
    expect(objected.reason).toMatch(/stop loop/);
  });

  it('fails when something is still against it after ten seconds', () => {
    const waited = (totalMs: number) =>
      stepSelfTest({ ...newSelfTest, totalMs: totalMs - 50 }, stopped, nowMs, 50);
    expect(waited(9999)).toMatchObject({ stage: 'rest', totalMs: 9999 });
    expect(waited(10_000)).toMatchObject({ stage: 'failed', totalMs: 10_000 });
    expect(waited(10_000).reason).toMatch(/stop loop/);
  });
});

describe('the self-test with power', () => {
  it.each([
    ['rest', 0, false],
    ['relayOpen', -0.5, false],
    ['pulse', -0.5, true],
    ['lease', -0.5, true],
    ['leaseClear', 0, false],
    ['rearm', 0, false],
    ['passed', 0, false],
    ['failed', 0, false],
  ] as const)('in stage %s it wants a drive of %d, with the relay closed: %s', (stage, ...wish) => {
    const [drive, relayClosed] = wish;
    expect(selfTestWish(inStage(stage))).toEqual({ drive, relayClosed });
  });

  it('waits three seconds with the relay open, then six with it closed', () => {
    expect(step('relayOpen', 2999, rested)).toMatchObject({ stage: 'relayOpen', stageMs: 2999 });
    const pulsing = step('relayOpen', 3000, at(25.1, 24.9, 26));
    expect(pulsing).toMatchObject({ stage: 'pulse', stageMs: 0 });
    expect(pulsing.from).toEqual({ plateA: 25.1, plateB: 24.9, heatsink: 26 });
    expect(step('pulse', 5999, at(20, 20, 30))).toMatchObject({ stage: 'pulse', stageMs: 5999 });
    expect(step('pulse', 6000, at(20, 20, 30))).toMatchObject({ stage: 'passed', reason: null });
  });

  it.each([
    ['neither moved', at(25.29, 24.71), 'pulse', null],
    ['A got 0.3 °C colder', at(24.69, 25), 'failed', /sensor A moved .* relay is welded/],
    ['B got 0.3 °C warmer', at(25, 25.31), 'failed', /sensor B moved .* relay is welded/],
  ])('with the relay open, %s', (_what, readings, stage, words) => {
    const after = step('relayOpen', 3000, readings);
    expect(after.stage).toBe(stage);
    if (words !== null) expect(after.reason).toMatch(words);
  });

  it.each([
    ['all answered', at(24.39, 24.39, 25.21), 'passed', null],
    ['A answered by 0.59 °C', at(24.41, 24, 26), 'failed', /sensor A got only 0.6 °C colder/],
    ['B answered by 0.59 °C', at(24, 24.41, 26), 'failed', /sensor B got only 0.6 °C colder/],
    ['A got 0.59 °C warmer', at(25.59, 24.5, 26), 'failed', /sensor A got only -0.6 °C colder/],
    ['A got 0.61 °C warmer', at(25.61, 24.5, 26), 'failed', /sensor A got warmer.*wrong way/],
    ['the heatsink answered by 0.19 °C', at(24, 24, 25.19), 'failed', /the heatsink got 0.2 °C/],
  ])('with the relay closed, %s', (_what, readings, stage, words) => {
    const after = step('pulse', 6000, readings);
    expect(after.stage).toBe(stage);
    if (words !== null) expect(after.reason).toMatch(words);
  });

  /** From zero, so that a difference is just what is written. */
  const fromZero = (stage: SelfTest['stage'], plate: number, heatsink: number): string | null => {
    const test = { ...inStage(stage, 60_000), from: { plateA: 0, plateB: 0, heatsink: 0 } };
    return stepSelfTest(test, at(plate, plate, heatsink), nowMs, 50).reason;
  };

  it('holds each answer to its very limit', () => {
    expect(fromZero('relayOpen', 0.299, 0)).toBeNull();
    expect(fromZero('relayOpen', 0.3, 0)).toMatch(/relay is welded/);
    expect(fromZero('pulse', -0.6, 0.2)).toBeNull();
    expect(fromZero('pulse', -0.599, 0.2)).toMatch(/only 0.6 °C colder/);
    expect(fromZero('pulse', 0.6, 0.2)).toMatch(/got warmer/);
    expect(fromZero('pulse', 0.599, 0.2)).toMatch(/only -0.6 °C colder/);
    expect(fromZero('pulse', -0.6, 0.199)).toMatch(/heatsink got 0.2/);
  });

  it.each(['relayOpen', 'pulse'] as const)('fails at once with an objection in %s', (stage) => {
    expect(step(stage, 100, stopped)).toMatchObject({
      stage: 'failed',
      reason: 'the stop loop is open',
    });
  });

  it.each(['passed', 'failed'] as const)('is over when it has %s', (stage) => {
    expect(step(stage, 99_000, stopped)).toEqual(inStage(stage, 98_950));
  });
});

describe('the self-test on a guarded board', () => {
  const guarded = (change: Partial<GuardReading>, readings = rested): Readings => ({
    ...readings,
    guard: { ...armedGuard, ...change },
  });
  const dropped = { state: 'tripped', reason: 'lease-lost', powerOff: true } as const;
  const inTime = { ...dropped, renewedAtMs: nowMs - 500, trippedAtMs: nowMs - 50 };

  it.each<[string, Readings, SelfTest['stage'], string | null]>([
    ['that is armed', guarded({}), 'relayOpen', null],
    ['that is idle', guarded({ state: 'idle' }), 'rest', 'the board does not arm itself'],
    ['that tripped', guarded({ state: 'tripped', finding: 'too hot' }), 'rest', 'too hot'],
    [
      'that is armed, with an open stop loop',
      guarded({}, stopped),
      'rest',
      'the stop loop is open',
    ],
  ])('%s, at rest', (_what, readings, stage, reason) => {
    expect(step('rest', 1000, readings)).toMatchObject({ stage, reason });
  });

  it('proves its lease after the pulse, and passes only when it is armed again', () => {
    const proving = step('pulse', 6000, guarded({}, at(20, 20, 30)));
    expect(proving).toMatchObject({ stage: 'lease', stageMs: 0, reason: null });
    expect(step('lease', 650, guarded({}))).toMatchObject({ stage: 'lease', stageMs: 650 });
    expect(step('lease', 550, guarded(inTime))).toMatchObject({ stage: 'leaseClear', stageMs: 0 });
    expect(step('leaseClear', 50, guarded(dropped))).toMatchObject({ stage: 'leaseClear' });
    const cleared = step('leaseClear', 100, guarded({ state: 'idle' }));
    expect(cleared).toMatchObject({ stage: 'rearm', stageMs: 0 });
    expect(step('rearm', 50, guarded({ state: 'idle' }))).toMatchObject({ stage: 'rearm' });
    expect(step('rearm', 100, guarded({}))).toMatchObject({ stage: 'passed', reason: null });
  });

  it.each<[string, SelfTest['stage'], Readings, RegExp]>([
    ['kept its power', 'lease', guarded({}), /kept its power for 2000 ms/],
    ['does not let itself be cleared', 'leaseClear', guarded(dropped), /did not let its trip/],
    ['does not arm itself', 'rearm', guarded({ state: 'idle' }), /did not arm itself/],
    ['is gone', 'rearm', rested, /has lost its guard/],
    ['loses its stop loop', 'lease', guarded({}, stopped), /stop loop/],
  ])('fails where the board %s', (_what, stage, readings, words) => {
    const failed = step(stage, 2000, readings);
    expect(failed).toMatchObject({ stage: 'failed', reason: expect.stringMatching(words) });
  });

  it.each([
    ['rest', 'stop-pressed'],
    ['relayOpen', null],
    ['pulse', null],
    ['lease', 'lease-lost'],
    ['leaseClear', 'lease-lost'],
    ['rearm', null],
    ['passed', null],
    ['failed', 'lease-lost'],
  ] as const)('in stage %s a trip for %s is excused', (stage, reason) => {
    expect(excusedIn(inStage(stage))).toBe(reason);
  });
});
