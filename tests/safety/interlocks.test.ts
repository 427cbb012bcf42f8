import { sentenceOf } from '../../src/treatment/recorded.ts';
import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { allClear, causeIsGone, judge, resetLatches } from '../../src/safety/interlocks.ts';
import type { InterlockState, Situation } from '../../src/safety/interlocks.ts';
import { channels } from '../../src/safety/readings.ts';
import type { Channel, Reading } from '../../src/safety/readings.ts';
import { rules } from '../../src/safety/rules.ts';
import { noTrend } from '../../src/safety/trend.ts';
import type { Trend } from '../../src/safety/trend.ts';
import { celsiusOf, steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { findingCases } from './finding-cases.ts';
import { witnessed } from './power-cases.ts';
import { actingAfter, alone, healthy, moving, nowMs, withReading, rising } from './situations.ts';
import { tableCases } from './table-cases.ts';

const channel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: 10_000,
  offsetC: 0,
};

describe('the interlock table', () => {
  it.each([...tableCases])('%s', (_what, situation, forMs, acting) => {
    expect(actingAfter(situation, forMs)).toEqual(acting);
    if (acting.length > 0 && forMs > 0) expect(actingAfter(situation, forMs - 1)).toEqual([]);
  });

  it('tries every rule of the table', () => {
    expect(new Set(tableCases.flatMap(([, , , acting]) => acting))).toEqual(
      new Set(rules.map(({ id }) => id)),
    );
  });

  const noNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  it.each(channels.flatMap((name) => noNumbers.map((celsius) => [name, celsius] as const)))(
    '%s at %d °C is never clear, and trips',
    (name, celsius) => {
      const situation = withReading(name, { celsius });
      expect(judge(rules, {}, situation).clear).toBe(false);
      expect(actingAfter(situation, 1000)).not.toEqual([]);
    },
  );

  it.each<[string, string, Partial<Reading>, Partial<Trend>]>([
    ['plate-hot', 'plateA', { celsius: -Infinity }, {}],
    ['plate-cold', 'plateB', { celsius: Infinity }, {}],
    ['heatsink-hot', 'heatsink', { celsius: -Infinity }, {}],
    ['sensors-disagree', 'plateA', { celsius: Number.NaN }, {}],
    ['sensors-disagree', 'plateA', {}, { slopeCPerS: Infinity }],
  ])('%s counts on no other rule to find what is no number on %s', (id, name, change, trend) => {
    const situation = { ...withReading(name as Channel, change), trend: { ...noTrend, ...trend } };
    expect(rules.find((rule) => rule.id === id)?.judge(situation)).not.toBeNull();
  });

  it.each<[string, Partial<Reading>, boolean]>([
    ['plate sensor B has not reported for 300 ms', { atMs: nowMs - 300 }, false],
    ['plate sensor B has never reported', { atMs: -Infinity }, false],
    ['plate sensor B has a report from the future', { atMs: nowMs + 1 }, false],
    ['plate sensor B has a report that is older than the one before it', { atMs: nowMs }, true],
  ])('says that %s', (words, change, plateB) => {
    const outOfOrder = { ...noTrend.outOfOrder, plateB };
    const situation = { ...withReading('plateB', change), trend: { ...noTrend, outOfOrder } };
    const [verdict] = judge(rules, allClear, situation).verdicts;
    expect(english.reading(verdict!.found)).toBe(words);
  });

  const lasting = (of: Situation, afterMs: number): Situation => ({
    ...of,
    nowMs: nowMs + afterMs,
    readings: {
      ...of.readings,
      ...Object.fromEntries(
        channels.map((name) => [name, { ...of.readings[name], atMs: nowMs + afterMs - 20 }]),
      ),
    },
  });

  const warming = (slopeCPerS: number): Situation => moving({ rises: rising(slopeCPerS) });
  it.each<[string, Partial<Situation>]>([
    ['the plate warms by 0.75 °C/s; the limit is 0.60 °C/s', warming(0.75)],
    ['the plate warms by an unknown rate; the limit is 0.60 °C/s', warming(Number.NaN)],
    ['one phase has lasted 21.0 min; the limit is 20 min.', { oneWayMs: 21 * 60_000 }],
    ['lasted 92.5 min, pauses included; the limit is 90 min.', { sessionMs: 92.5 * 60_000 }],
  ])('says that %s', (words, change) => {
    const young = judge(rules, allClear, { ...healthy, ...change });
    const later = { ...healthy, ...change, nowMs: nowMs + 250 };
    const [verdict] = [...young.verdicts, ...judge(rules, young.state, later).verdicts];
    expect(sentenceOf(verdict!.rule.id, verdict!.found)).toContain(words);
  });

  it.each(findingCases)('%s finds %s', (id, _what, situation, found) => {
    expect(rules.find((rule) => rule.id === id)?.judge(situation)?.found ?? null).toEqual(found);
  });

  it('names sensor, reading, limit and what to do', () => {
    const hot = alone('plateB', { celsius: 44.25 });
    const [verdict] = judge(rules, {}, hot).verdicts;
    expect(sentenceOf(verdict!.rule.id, verdict!.found)).toBe(
      'plate sensor B reads 44.3 °C; the limit is 43.0 °C for 0.3 s, or 44.0 °C at once. Take the plate off the skin and look at the skin.',
    );
  });

  it('a finding that passes starts its debounce anew', () => {
    const hot = alone('plateA', { celsius: 43.2 });
    const first = judge(rules, {}, hot);
    const cleared = judge(rules, first.state, healthy);
    expect(cleared.state).toEqual({});
    expect(judge(rules, cleared.state, { ...hot, nowMs: nowMs + 20 }).verdicts).toEqual([]);
  });

  it.each<[id: string, off: Partial<Situation>]>([
    ['heatsink-warm', withReading('heatsink', { celsius: 50.1 })],
    ['loop-slow', { lateMs: 160 }],
  ])('%s that flickers is said once, and again after a minute without it', (id, off) => {
    let state: InterlockState = allClear;
    const saidAtS: number[] = [];
    const warnedAtS = (seconds: number): boolean =>
      seconds < 300 || (seconds >= 360 && seconds < 365);
    for (let tenths = 0; tenths < 4000; tenths += 1) {
      // On for a second and a half, off for a second and a half.
      const on = warnedAtS(tenths / 10) && tenths % 30 < 15;
      const at = { ...healthy, ...(on ? off : {}), nowMs: tenths * 100 };
      const judged = judge(
        rules.filter((rule) => rule.id === id),
        state,
        at,
      );
      saidAtS.push(...judged.verdicts.map(() => tenths / 10));
      expect(judged.clear).toBe(true);
      ({ state } = judged);
    }
    expect(saidAtS).toHaveLength(2);
    expect(saidAtS[0]).toBeLessThan(3);
    expect(saidAtS[1]).toBeGreaterThanOrEqual(360);
  });

  it('a latch stays tripped when the readings are good again, and opens by a named reset with the cause gone', () => {
    const tripped = judge(rules, allClear, withReading('plateA', { atMs: nowMs - 5000 }));
    expect(tripped.verdicts.map(({ rule }) => rule.id)).toEqual(['sensor-stale']);
    const better = judge(rules, tripped.state, healthy);
    expect(better).toMatchObject({ clear: false, verdicts: [] });
    expect(causeIsGone(rules, healthy)).toBe(true);
    // Not by waiting either: a warning is over after a minute, and a latch never is.
    const muchLater = judge(rules, better.state, lasting(healthy, 3_600_000));
    expect(muchLater).toMatchObject({ clear: false, verdicts: [] });
    expect(Object.keys(muchLater.state)).toEqual(['sensor-stale']);
    for (const [person, gone] of [
      ['', true],
      ['A. Smith', false],
    ] as const) {
      expect(judge(rules, resetLatches(better.state, person, gone), healthy).clear).toBe(false);
    }
    expect(judge(rules, resetLatches(better.state, 'A. Smith', true), healthy).clear).toBe(true);
  });

  const stopOpen = { ...healthy, readings: { ...healthy.readings, stopLoopClosed: false } };

  it.each([
    ['loop-slow', { ...healthy, lateMs: 200 }, true],
    ['stop-pressed', stopOpen, false],
  ])('%s is said once, and again when it comes again', (id, situation, clear) => {
    const said = judge(rules, allClear, situation);
    expect(said.verdicts.map(({ rule }) => rule.id)).toEqual([id]);
    expect(said.clear).toBe(clear);
    const still = judge(rules, said.state, situation);
    expect(still).toMatchObject({ verdicts: [], clear });
    // A warning rests for a minute first; a press of the button counts each time.
    const restMs = clear ? 60_000 : 0;
    const soon = judge(rules, still.state, lasting(healthy, restMs - 1));
    expect(Object.keys(soon.state)).toEqual(clear ? [id] : []);
    const gone = judge(rules, still.state, lasting(healthy, restMs));
    expect(gone.state).toEqual({});
    expect(judge(rules, gone.state, lasting(situation, restMs)).verdicts).toHaveLength(1);
  });

  it('the cause is gone when no rule would trip; a warning or a wish to stop is no cause', () => {
    expect(causeIsGone(rules, { ...healthy, lateMs: 200 })).toBe(true);
    expect(causeIsGone(rules, stopOpen)).toBe(true);
    expect(causeIsGone(rules, { ...healthy, lateMs: 250 })).toBe(false);
    expect(causeIsGone(rules, withReading('plateA', { celsius: Number.NaN }))).toBe(false);
  });

  const unreadIn = (id: string, situation: Situation): boolean | undefined =>
    rules.find((rule) => rule.id === id)?.judge(situation)?.unread;

  // A plate in window whose bead reads hot, cold or apart is read; a wire that is broken is not, whatever it makes of it.
  it.each<[id: string, name: Channel, readC: number, brokenC: number]>([
    ['plate-hot', 'plateA', 43, 50],
    ['plate-hot', 'plateB', 43, 50],
    ['plate-cold', 'plateA', 7, -40],
    ['plate-cold', 'plateB', 7, -40],
    ['heatsink-hot', 'heatsink', 54, 90],
    ['sensors-disagree', 'plateA', 20, -40],
    ['sensors-disagree', 'plateB', 20, 90],
  ])('%s says whether %s is read at all', (id, name, readC, brokenC) => {
    expect(unreadIn(id, withReading(name, { celsius: readC }))).toBe(false);
    expect(unreadIn(id, withReading(name, { celsius: Number.NaN }))).toBe(true);
    expect(unreadIn(id, withReading(name, { count: 1000, celsius: brokenC }))).toBe(true);
  });

  it.each([
    ['witness-disagrees', { apartC: 3 }, { apartC: Number.NaN }],
    ['witness-hot', { smoothC: 45 }, { smoothC: Number.NaN }],
    ['witness-cold', { smoothC: 5 }, { smoothC: Number.NaN }],
  ])('%s says whether the witness is read at all', (id, read, unread) => {
    expect(unreadIn(id, witnessed(read))).toBe(false);
    expect(unreadIn(id, witnessed(unread))).toBe(true);
  });

  it('warns of a witness that drifts where it is read: else another rule has tripped', () => {
    const drifts = (change: Partial<Reading>): boolean =>
      rules
        .find(({ id }) => id === 'witness-drifting')
        ?.judge(witnessed({ apartC: 1.9 }, change)) !== null;
    expect(drifts({})).toBe(true);
    expect(drifts({ celsius: Number.NaN })).toBe(false);
    expect(drifts({ atMs: nowMs - 300 })).toBe(false);
  });

  it.each<[id: string, name: Channel, warnedC: number]>([
    ['heatsink-warm', 'heatsink', 50],
    ['sensors-drifting', 'plateA', 41.3],
    ['sensors-drifting', 'plateB', 41.3],
  ])(
    '%s warns of what %s reads, and not of a broken wire, which has tripped',
    (id, name, warnedC) => {
      const warns = (change: Partial<Reading>): boolean =>
        rules.find((rule) => rule.id === id)?.judge(withReading(name, change)) !== null;
      expect(warns({ celsius: warnedC })).toBe(true);
      expect(warns({ celsius: Number.NaN })).toBe(false);
      expect(warns({ count: 1000, celsius: warnedC })).toBe(false);
    },
  );

  it('a real divider at either rail has no temperature', () => {
    expect(celsiusOf(-0.5, channel)).toBeNaN();
    expect(celsiusOf(1023.5, channel)).toBeNaN();
  });
});
