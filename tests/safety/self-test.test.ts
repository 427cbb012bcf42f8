import { inWords } from '../words/in-words.ts';
import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { channels } from '../../src/safety/readings.ts';
import type { GuardReading, Readings } from '../../src/safety/readings.ts';
import { newRest, roomC, selfTestObjection, watchRest } from '../../src/safety/rest.ts';
import { excusedIn, newSelfTest, selfTestWish, stepSelfTest } from '../../src/safety/self-test.ts';
import type { SelfTest } from '../../src/safety/self-test.ts';
import { noTrend } from '../../src/safety/trend.ts';
import type { Trend } from '../../src/safety/trend.ts';
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

/** What was measured with current and without, on A; the other channels have half of it. */
const noiseOf = (powered: number, atRest = powered): Trend['noise'] => {
  const { noise } = noTrend;
  const worst = (lsb: number) => ({ plateA: lsb, plateB: lsb / 2, heatsink: lsb / 2 });
  return {
    ...noise,
    powered: { ...noise.powered, worstLsb: worst(powered) },
    atRest: { ...noise.atRest, worstLsb: worst(atRest) },
  };
};

/** Readings that have been the same for the last second. */
const trendOf = (readings: Readings, noise = noiseOf(0.4)): Trend => ({
  ...noTrend,
  noise,
  beadsApartC: readings.plateA.celsius - readings.plateB.celsius,
  recent: [
    {
      atMs: nowMs,
      plateA: readings.plateA.celsius,
      plateB: readings.plateB.celsius,
      heatsink: readings.heatsink.celsius,
    },
  ],
});

/** Two seconds in which every channel moves by this much a second, and ends at these readings. */
const moved = (readings: Readings, slopeCPerS = 0) => {
  const back = (bySeconds: number): Readings =>
    at(
      readings.plateA.celsius - slopeCPerS * bySeconds,
      readings.plateB.celsius - slopeCPerS * bySeconds,
      readings.heatsink.celsius - slopeCPerS * bySeconds,
    );
  return watchRest(watchRest(newRest, back(2), 1000), back(1), 2000);
};

/** What any device may be asked for. */
const asked = { firstC: 12, coldestC: 12, hottestC: 39 };

const from = { plateA: 25, plateB: 25, heatsink: 25 };
const still = { plateA: 0, plateB: 0, heatsink: 0 };
const inStage = (stage: SelfTest['stage'], stageMs = 0, rest = moved(rested)): SelfTest => ({
  ...newSelfTest,
  stage,
  stageMs,
  from,
  driftCPerS: still,
  rest,
});

/** One tick of 50 ms, at whose end the stage has lasted for `untilMs`. */
const step = (stage: SelfTest['stage'], untilMs: number, readings: Readings): SelfTest =>
  stepSelfTest(
    inStage(stage, untilMs - 50, moved(readings)),
    readings,
    trendOf(readings),
    nowMs,
    50,
    asked,
  );

describe('what speaks against a start', () => {
  it.each([
    ['nothing', rested, null],
    ['a heatsink at 44.99 °C', at(25, 25, 44.99), null],
    ['a heatsink at 45 °C', at(25, 25, 45), /heatsink is at 45.0 °C/],
    ['an open stop loop', stopped, /stop loop/],
  ])('%s', (_what, readings, words) => {
    const objection = selfTestObjection(readings, nowMs);
    if (words === null) expect(objection).toBeNull();
    else expect(inWords(objection!)['reason']).toMatch(words);
  });

  it.each(channels)('%s without a valid reading', (name) => {
    const readings = { ...rested, [name]: { ...rested[name], atMs: nowMs - 300 } };
    expect(inWords(selfTestObjection(readings, nowMs)!)).toMatchObject({
      reason: expect.stringMatching(/gives no valid reading/),
      ends: 'failed',
    });
  });

  it.each([
    [at(25, 26.49), null],
    [at(25, 26.5), 'the plate sensors differ by 1.5 °C at rest; 1.5 °C is allowed'],
    [at(26.5, 25), 'the plate sensors differ by 1.5 °C at rest; 1.5 °C is allowed'],
    [at(25, Number.NaN), 'plate sensor B gives no valid reading'],
  ])('plates apart: %#', (readings, reason) => {
    expect(inWords(step('rest', 1000, readings))['reason']).toBe(reason);
  });
});

describe('the self-test at rest', () => {
  it('goes on when all has been well for three seconds, from the mean of the last', () => {
    expect(step('rest', 2999, rested)).toMatchObject({ stage: 'rest', stageMs: 2999 });
    const begun = step('rest', 3000, at(24, 25, 26));
    expect(begun).toMatchObject({ stage: 'relayOpen', stageMs: 0, reason: null });
    expect(begun.from).toEqual({ plateA: 24, plateB: 25, heatsink: 26 });
  });

  it('starts anew with each objection, and says it', () => {
    const objected = step('rest', 2999, stopped);
    expect(objected).toMatchObject({ stage: 'rest', stageMs: 0, totalMs: 50, rest: newRest });
    expect(inWords(objected)['reason']).toMatch(/stop loop/);
  });

  const waited = (totalMs: number, readings: Readings, rest = moved(readings), coldestC = 12) =>
    stepSelfTest(
      { ...inStage('rest', 2950, rest), totalMs: totalMs - 50 },
      readings,
      trendOf(readings),
      nowMs,
      50,
      { ...asked, firstC: coldestC },
    );

  it('fails when something is still against it after ten seconds', () => {
    expect(waited(9999, stopped)).toMatchObject({ stage: 'rest', totalMs: 9999 });
    const failed = waited(10_000, stopped);
    expect(inWords(failed)).toMatchObject({ stage: 'failed', reason: 'the stop loop is open' });
  });

  it.each<[string, Readings, string | null]>([
    ['a room of 11 °C', at(11, 11, 11), null],
    ['a room of 10.9 °C', at(10.9, 10.9, 10.9), 'the room is at 11 °C: let it warm to 12 °C'],
    ['a room of 5 °C', at(5, 5, 5), 'the room is at 5 °C: let it warm to 12 °C'],
    ['a cold room, a plate on skin', at(30, 30, 9), 'the room is at 9 °C: let it warm to 12 °C'],
    ['a room of 34 °C', at(34, 34, 34), null],
    ['a room of 37 °C', at(37, 37, 37), 'the room is at 37 °C: let it cool to 33 °C'],
    ['a device that is warm from work, in a room', at(26, 26, 40), null],
    ['a plate that is warm from work', at(40, 40, 30), null],
    ['a heatsink of no known temperature', at(25, 25, Number.NaN), null],
  ])('%s is told apart before anything is driven', (_what, readings, refusal) => {
    const after = waited(3000, readings);
    if (refusal === null) expect(after.stage).not.toBe('refused');
    else expect(inWords(after)).toMatchObject({ stage: 'refused', reason: refusal });
  });

  it('refuses a cold that is warmer than a plate at rest: nothing may warm it before the first cold', () => {
    const cold = at(14.9, 15, 15);
    const atRest = moved(cold);
    expect(waited(180_000, cold, atRest, 15.5).stage).toBe('relayOpen');
    expect(inWords(waited(60_000, cold, atRest, 20))).toMatchObject({
      stage: 'rest',
      reason:
        'the plate rests at 15 °C, colder than the cold of 20 °C that is prescribed: let the room warm, or prescribe a colder setpoint',
    });
    expect(waited(180_000, cold, atRest, 20).stage).toBe('refused');
  });

  it.each([
    [15.9, 17, 'refused'],
    [16.1, 17, 'relayOpen'],
  ])(
    'judges that by the colder bead, which is waited for: %d °C for %d °C',
    (colderC, firstC, stage) => {
      for (const unlike of [at(colderC, 17, 16.5), at(17, colderC, 16.5)])
        expect(waited(180_000, unlike, moved(unlike), firstC).stage).toBe(stage);
    },
  );

  it('waits for a device that may be warm from work alone, and calls it the room after four minutes', () => {
    const hot = at(36, 36, 36);
    const reason = 'the room is at 36 °C: let it cool to 33 °C';
    expect(inWords(waited(239_000, hot, moved(hot)))).toMatchObject({ stage: 'rest', reason });
    expect(inWords(waited(240_000, hot, moved(hot)))).toMatchObject({ stage: 'refused', reason });
  });

  it('names the rooms that the device is made for', () => {
    expect(roomC).toEqual({ min: 12, max: 33 });
  });

  it('waits for a plate that still moves from a treatment before, and refuses after three minutes', () => {
    const warming = moved(at(16), 0.13);
    expect(inWords(waited(60_000, at(16), warming))).toMatchObject({
      stage: 'rest',
      stageMs: 0,
      reason: expect.stringMatching(/still moves by 0.13 °C\/s, as after a treatment/),
    });
    expect(waited(180_000, at(16), warming).stage).toBe('refused');
    expect(waited(60_000, at(16), moved(at(16), 0.1)).stage).toBe('relayOpen');
    expect(inWords(waited(60_000, at(9, 9, 25), moved(at(9))))).toMatchObject({
      stage: 'rest',
      reason: 'the plate is still at 9 °C: let it warm to 12 °C',
    });
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
    expect(selfTestWish(inStage(stage))).toEqual({ drive, relayClosed, bridgeEnabled: true });
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
    ['both got 0.3 °C colder', at(24.69, 24.69), 'failed', /sensor A moved .* relay is welded/],
    ['A alone got colder', at(24.69, 25), 'failed', /sensor A moved .* touched .* plug is loose/],
    ['B got 0.3 °C warmer', at(25, 25.31), 'failed', /sensor B moved .* touched .* plug is loose/],
  ])('with the relay open, %s', (_what, readings, stage, words) => {
    const after = step('relayOpen', 3000, readings);
    expect(after.stage).toBe(stage);
    if (words !== null) expect(after.reason && english.whole(after.reason)).toMatch(words);
  });

  it.each([
    ['all answered', at(24.39, 24.39, 25.21), 'passed', null],
    ['A answered by 0.59 °C', at(24.41, 24, 26), 'failed', /sensor A got only 0.59 °C colder/],
    ['B answered by 0.59 °C', at(24, 24.41, 26), 'failed', /sensor B got only 0.59 °C colder/],
    ['A got 0.59 °C warmer', at(25.59, 24.5, 26), 'failed', /sensor A got only -0.6 °C colder/],
    ['A got 0.61 °C warmer', at(25.61, 24.5, 26), 'failed', /sensor A got warmer.*wrong way/],
    ['the heatsink answered by 0.19 °C', at(24, 24, 25.19), 'failed', /the heatsink got 0.19 °C/],
  ])('with the relay closed, %s', (_what, readings, stage, words) => {
    const after = step('pulse', 6000, readings);
    expect(after.stage).toBe(stage);
    if (words !== null) expect(after.reason && english.whole(after.reason)).toMatch(words);
  });

  /** From zero, so that a difference is just what is written. */
  const fromZero = (stage: SelfTest['stage'], plate: number, heatsink: number): string | null => {
    const test = { ...inStage(stage, 60_000), from: { plateA: 0, plateB: 0, heatsink: 0 } };
    const readings = at(plate, plate, heatsink);
    const { reason } = stepSelfTest(test, readings, trendOf(readings), nowMs, 50, asked);
    return reason && english.whole(reason);
  };

  it('holds each answer to its very limit', () => {
    expect(fromZero('relayOpen', 0.299, 0)).toBeNull();
    expect(fromZero('relayOpen', 0.3, 0)).toMatch(/plug is loose/);
    expect(fromZero('relayOpen', -0.299, 0)).toBeNull();
    expect(fromZero('relayOpen', -0.3, 0)).toMatch(/relay is welded/);
    expect(fromZero('pulse', -0.6, 0.2)).toBeNull();
    expect(fromZero('pulse', -0.599, 0.2)).toMatch(/only 0.599 °C colder/);
    expect(fromZero('pulse', 0.6, 0.2)).toMatch(/got warmer/);
    expect(fromZero('pulse', 0.599, 0.2)).toMatch(/only -0.6 °C colder/);
    expect(fromZero('pulse', -0.6, 0.199)).toMatch(/heatsink got 0.199/);
  });

  const drifting = (stage: 'relayOpen' | 'pulse', slope: number, readings: Readings) => {
    const drift = { plateA: slope, plateB: slope, heatsink: slope };
    const test = { ...inStage(stage, 60_000), driftCPerS: drift };
    return stepSelfTest(test, readings, trendOf(readings), nowMs, 50, asked);
  };

  it('allows a warm or cold device to go on as it moved, and to come to rest', () => {
    expect(drifting('relayOpen', 0.1, at(25.59)).stage).toBe('pulse');
    expect(drifting('relayOpen', 0.1, at(25)).stage).toBe('pulse');
    expect(drifting('relayOpen', -0.1, at(24.41)).stage).toBe('pulse');
    // And no further: it would have to be driven.
    expect(drifting('relayOpen', 0.1, at(25.61)).stage).toBe('failed');
    expect(drifting('relayOpen', -0.1, at(24.39)).stage).toBe('failed');
    // A welded relay cools by a degree on top of it.
    expect(inWords(drifting('relayOpen', 0.1, at(24.3)))['reason']).toMatch(/relay is welded/);
    expect(inWords(drifting('relayOpen', -0.1, at(23.7)))['reason']).toMatch(/relay is welded/);
    // The plate warmed by 0.6 °C while the pulse cooled it, and the heatsink cooled while it was warmed.
    expect(drifting('pulse', 0.1, at(25, 25, 26)).stage).toBe('passed');
    expect(drifting('pulse', -0.1, at(24, 24, 24.7)).stage).toBe('passed');
    expect(inWords(drifting('pulse', -0.1, at(24.5, 24.5, 26)))['reason']).toMatch(
      /only 0.5 °C colder/,
    );
  });

  it('adds to an answer what each sensor would have done by itself in the time of the pulse', () => {
    const after = (drift: Partial<typeof still>, readings: Readings) =>
      stepSelfTest(
        { ...inStage('pulse', 5950), driftCPerS: { ...still, ...drift } },
        readings,
        trendOf(readings),
        nowMs,
        50,
        asked,
      );
    // In six seconds 0.6 °C, which is just what the plate must answer with.
    const warming = { plateA: 0.1, plateB: 0.1 };
    expect(after(warming, at(25, 25, 26)).stage).toBe('passed');
    expect(after(warming, at(25, 25.03125, 26))).toMatchObject({
      stage: 'failed',
      reason: {
        kind: 'hardly-colder',
        channel: 'plateB',
        value: 0.6 - 0.03125,
        unit: 'K',
        limit: 0.6,
        watchedS: 6,
      },
    });
    expect(after({ heatsink: -0.1 }, at(24, 24, 24.61)).stage).toBe('passed');
    expect(after({ heatsink: -0.1 }, at(24, 24, 24.59)).stage).toBe('failed');
    // A heatsink that warms by itself is no answer taken away: what counts is that it got warmer.
    expect(after({ heatsink: 0.1 }, at(24, 24, 25.21)).stage).toBe('passed');
  });

  it.each([
    ['for 6 s', 6000, 20, 'pulse'],
    ['for 13.999 s', 13_999, 20, 'pulse'],
    ['for 14 s', 14_000, 20, 'failed'],
    ['on a plate at 10.01 °C', 6000, 10.01, 'pulse'],
    ['on a plate at 10 °C', 6000, 10, 'failed'],
  ])('waits for the heatsink alone: %s it is %#', (_what, untilMs, plateC, stage) => {
    const readings = at(plateC, plateC, 25.1);
    const trend = { ...trendOf(readings), plateC };
    const test = inStage('pulse', untilMs - 50);
    expect(stepSelfTest(test, readings, trend, nowMs, 50, asked).stage).toBe(stage);
    // A plate that does not answer has no such time.
    const warm = at(25, 25, 25.1);
    const warmTrend = { ...trendOf(warm), plateC: 25 };
    expect(stepSelfTest(test, warm, warmTrend, nowMs, 50, asked).stage).toBe('failed');
  });

  it('learns how the heatsink moves by itself for as long as the relay is open, not at rest alone', () => {
    let test = inStage('relayOpen');
    for (let ms = 0; test.stage === 'relayOpen'; ms += 50) {
      const readings = at(25, 25, 25 - 0.2 * (ms / 1000));
      test = stepSelfTest(test, readings, trendOf(readings), nowMs, 50, asked);
    }
    expect(test.stage).toBe('pulse');
    expect(test.driftCPerS.heatsink).toBeLessThan(-0.08);
    expect(test.driftCPerS.plateA).toBeCloseTo(0, 9);
  });

  it('goes on learning while the relay alone is closed, on one line of time', () => {
    const rails = { coolV: 12, heatV: 5.3, atMs: nowMs };
    let test = newSelfTest;
    for (let ms = 0; test.stage !== 'pulse' && ms < 10_000; ms += 50) {
      const readings = { ...at(25, 25, 25 - 0.02 * (ms / 1000)), rails };
      test = stepSelfTest(test, readings, trendOf(readings), nowMs, 50, asked);
      if (test.stage === 'relayAlone') expect(test.driftCPerS.heatsink).toBeCloseTo(-0.02, 9);
    }
    expect(test.stage).toBe('pulse');
    expect(test.driftCPerS.heatsink).toBeCloseTo(-0.02, 9);
  });

  it.each([
    [2.39, 0.4, 'passed', null],
    [
      2.4,
      0.4,
      'failed',
      /A has noise of 2.4 LSB rms while current flows, and 0.4 without.*order: the ground wire/,
    ],
    [4, 3, 'failed', /order: a loose plug or wire/],
    [Number.NaN, 0.4, 'failed', /noise/],
  ] as const)('noise of %d LSB with current, %d without: %s', (powered, atRest, stage, words) => {
    const readings = at(20, 20, 30);
    const trend = trendOf(readings, noiseOf(powered, atRest));
    const after = stepSelfTest(inStage('pulse', 5950), readings, trend, nowMs, 50, asked);
    expect(after.stage).toBe(stage);
    if (words !== null) expect(after.reason && english.whole(after.reason)).toMatch(words);
  });

  it.each(['relayOpen', 'pulse'] as const)('fails at once with an objection in %s', (stage) => {
    expect(inWords(step(stage, 100, stopped))).toMatchObject({
      stage: 'failed',
      reason: 'the stop loop is open',
    });
  });

  it.each(['passed', 'failed', 'refused'] as const)('is over when it has %s', (stage) => {
    expect(step(stage, 99_000, stopped)).toEqual(inStage(stage, 98_950));
  });
});

describe('the self-test on a guarded board', () => {
  const guarded = (change: Partial<GuardReading>, readings = rested): Readings => ({
    ...readings,
    guard: { ...armedGuard, ...change },
  });
  const dropped = { state: 'tripped', reason: 'lease-lost', powerOff: true } as const;
  const hung = { kind: 'board-cut', rule: 'watchdog', cause: { kind: 'watchdog' } } as const;
  const inTime = { ...dropped, renewedAtMs: nowMs - 500, trippedAtMs: nowMs - 50 };

  it.each<[string, Readings, SelfTest['stage'], string | null]>([
    ['that is armed', guarded({}), 'relayOpen', null],
    ['that is idle', guarded({ state: 'idle' }), 'rest', 'the board does not arm itself'],
    [
      'that tripped',
      guarded({ state: 'tripped', found: hung }),
      'rest',
      "the board cut the power (watchdog): the board's own program hung and was restarted",
    ],
    [
      'that is armed, with an open stop loop',
      guarded({}, stopped),
      'rest',
      'the stop loop is open',
    ],
  ])('%s, at rest', (_what, readings, stage, reason) => {
    const after = step('rest', 3000, readings);
    expect({ stage: after.stage, reason: after.reason && english.whole(after.reason) }).toEqual({
      stage,
      reason,
    });
  });

  it.each([
    [9999, 'rest'],
    [10_000, 'failed'],
  ])('has ten seconds to arm itself: after %i ms it is in %s', (totalMs, stage) => {
    for (const state of ['idle', 'tripped'] as const) {
      const readings = guarded({ state, found: hung });
      const test = { ...inStage('rest', 100), totalMs: totalMs - 50 };
      const after = stepSelfTest(test, readings, trendOf(readings), nowMs, 50, asked);
      expect(after.stage).toBe(stage);
    }
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
    expect(inWords(failed)).toMatchObject({
      stage: 'failed',
      reason: expect.stringMatching(words),
    });
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

/** A board that reads more than beads. */
const seeing = (witnessC: number): Readings => ({
  ...rested,
  witness: { celsius: witnessC, count: 512, atMs: nowMs - 20 },
});
const withApart = (readings: Readings, apartC: number, witnessC: number): Trend => ({
  ...trendOf(readings),
  witness: { smoothC: witnessC, apartC, restApartC: apartC, allowedC: 0 },
});

describe('the witness, at rest', () => {
  const last = (readings: Readings, trend: Trend, range = asked) =>
    stepSelfTest(
      { ...inStage('rest', 2950, moved(readings)), totalMs: 2950 },
      readings,
      trend,
      nowMs,
      50,
      range,
    );

  it.each([
    [1.79, null],
    [1.8, 'the plate sensors read 1.8 °C more than the witness of the plate; 1.8 °C is allowed'],
    [-1.8, 'the plate sensors read 1.8 °C less than the witness of the plate; 1.8 °C is allowed'],
    [Number.NaN, 'the witness of the plate cannot be compared with the beads'],
  ])('of beads that are %d °C away: %s', (apartC, reason) => {
    const readings = seeing(Number.isNaN(apartC) ? 25 : 25 - apartC);
    const { heatsink } = readings;
    // A heatsink that sides with nobody.
    const alone = { ...readings, heatsink: { ...heatsink, celsius: 25 } };
    expect(inWords(last(alone, withApart(alone, apartC, 25 - apartC)))['reason']).toBe(reason);
  });

  it('together with the heatsink outvotes beads that are wrong alike', () => {
    const readings = { ...seeing(23.4), heatsink: { ...rested.heatsink, celsius: 23.4 } };
    expect(inWords(last(readings, withApart(readings, 1.6, 23.4)))['reason']).toBe(
      'the plate sensors read 1.6 °C more than the witness of the plate, and the heatsink sensor agrees with the witness',
    );
    expect(last(readings, withApart(readings, 0.9, 24.1)).reason).toBeNull();
  });

  it('without a reading is no witness', () => {
    const readings = { ...rested, witness: { celsius: Number.NaN, count: 1023, atMs: nowMs } };
    expect(inWords(last(readings, trendOf(readings)))['reason']).toBe(
      'the witness of the plate gives no valid reading',
    );
  });

  it.each([
    [12, 39, true],
    [12, 39.5, false],
    [11.5, 39, false],
  ])('is needed for less than 12 or more than 39 °C: %d to %d', (coldestC, hottestC, goesOn) => {
    const range = { firstC: 12, coldestC, hottestC };
    const without = last(rested, trendOf(rested), range);
    expect(without.stage).toBe(goesOn ? 'relayOpen' : 'refused');
    if (!goesOn)
      expect(inWords(without)['reason']).toContain('the board reads no witness in the plate');
    const readings = seeing(25);
    expect(last(readings, withApart(readings, 0, 25), range).stage).toBe('relayOpen');
  });
});

describe('the relay alone', () => {
  const rails = { coolV: 12, heatV: 5.2, atMs: nowMs };
  it('is closed with the bridge off, where the board sees the supplies', () => {
    const readings = { ...rested, rails };
    expect(step('rest', 3000, readings).stage).toBe('relayAlone');
    expect(selfTestWish(inStage('relayAlone'))).toEqual({
      drive: 0,
      bridgeEnabled: false,
      relayClosed: true,
    });
    expect(step('relayAlone', 1199, readings).stage).toBe('relayAlone');
    expect(step('relayAlone', 1200, readings).stage).toBe('relayOpen');
  });

  it('fails with whatever speaks against a start', () => {
    expect(step('relayAlone', 600, stopped)).toMatchObject({ stage: 'failed' });
  });
});
