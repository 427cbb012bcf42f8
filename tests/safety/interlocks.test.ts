import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allClear, causeIsGone, judge, resetLatches } from '../../src/safety/interlocks.ts';
import { rules } from '../../src/safety/rules.ts';
import { celsiusOf, steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { guardCases } from './guard-cases.ts';
import { movementCases } from './movement-cases.ts';
import { readingCases } from './reading-cases.ts';
import { actingAfter, alone, healthy, nowMs, withReading } from './situations.ts';
import type { Case } from './situations.ts';

const channel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: 10_000,
  offsetC: 0,
};

const cases: Case[] = [
  ['all well', healthy, 5000, []],
  ...readingCases,
  ...movementCases,
  ...guardCases,
];

describe('the interlock table', () => {
  it.each(cases)('%s', (_what, situation, forMs, acting) => {
    expect(actingAfter(situation, forMs)).toEqual(acting);
    if (acting.length > 0 && forMs > 0) expect(actingAfter(situation, forMs - 1)).toEqual([]);
  });

  it('tries every rule of the table', () => {
    expect(new Set(cases.flatMap(([, , , acting]) => acting))).toEqual(
      new Set(rules.map(({ id }) => id)),
    );
  });

  it.each(['plateA', 'plateB', 'heatsink'] as const)(
    '%s that is no number is never clear, and trips',
    (name) => {
      fc.assert(
        fc.property(
          fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
          (celsius) => {
            const situation = withReading(name, { celsius });
            expect(judge(rules, {}, situation).clear).toBe(false);
            expect(actingAfter(situation, 1000)).not.toEqual([]);
          },
        ),
      );
    },
  );

  it('names sensor, reading, limit and what to do', () => {
    const hot = alone('plateB', { celsius: 44.25 });
    const [verdict] = judge(rules, {}, hot).verdicts;
    expect(verdict?.message).toBe(
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

  it('a latch stays tripped when the readings are good again, and opens by a named reset with the cause gone', () => {
    const tripped = judge(rules, allClear, withReading('plateA', { atMs: nowMs - 5000 }));
    expect(tripped.verdicts.map(({ rule }) => rule.id)).toEqual(['sensor-stale']);
    const better = judge(rules, tripped.state, healthy);
    expect(better).toMatchObject({ clear: false, verdicts: [] });
    expect(causeIsGone(rules, healthy)).toBe(true);
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
    const gone = judge(rules, still.state, healthy);
    expect(gone.state).toEqual({});
    expect(judge(rules, gone.state, situation).verdicts).toHaveLength(1);
  });

  it('the cause is gone when no rule would trip; a warning or a wish to stop is no cause', () => {
    expect(causeIsGone(rules, { ...healthy, lateMs: 200 })).toBe(true);
    expect(causeIsGone(rules, stopOpen)).toBe(true);
    expect(causeIsGone(rules, { ...healthy, lateMs: 250 })).toBe(false);
    expect(causeIsGone(rules, withReading('plateA', { celsius: Number.NaN }))).toBe(false);
  });

  it('a real divider at either rail has no temperature', () => {
    expect(celsiusOf(-0.5, channel)).toBeNaN();
    expect(celsiusOf(1023.5, channel)).toBeNaN();
  });
});
