/** What a tick charges: by the beads, and by their witness where it says worse. */
import { describe, expect, it } from 'vitest';
import { firstRevision } from '../../src/safety/readings.ts';
import { chargeDose } from '../../src/treatment/dose-course.ts';
import { startTreatment } from '../../src/treatment/state.ts';
import type { TickInput } from '../../src/treatment/state.ts';

const minuteMs = 60_000;
const nowMs = minuteMs;

/** The dose of a minute at what two beads read, on skin, with a witness that reads so on average. */
function minuteAt(plateA: number, plateB: number, witnessC: number) {
  const start = startTreatment(0);
  const onSkin = { ...start.session.context, reachedSkin: true };
  const hot = Math.max(plateA, plateB, Number.isFinite(witnessC) ? witnessC - 0.8 : -Infinity);
  const cold = Math.min(plateA, plateB, Number.isFinite(witnessC) ? witnessC + 0.8 : Infinity);
  const before = {
    ...start,
    session: { ...start.session, context: onSkin },
    dosedSpan: { hottestC: hot, coldestC: cold },
    trend: { ...start.trend, witness: { ...start.trend.witness, smoothC: witnessC } },
  } as typeof start;
  const reading = (celsius: number) => ({ celsius, count: 400, atMs: nowMs });
  const readings = {
    ...firstRevision,
    plateA: reading(plateA),
    plateB: reading(plateB),
    heatsink: reading(30),
    stopLoopClosed: true,
    pinsDiffer: null,
    guard: null,
  };
  return chargeDose(before, { nowMs, readings } as unknown as TickInput, minuteMs);
}

describe('the dose, with a witness', () => {
  it.each([
    ['none', Number.NaN, 42],
    ['one that agrees', 42, 42],
    ['one within what two that are whole may differ', 42.8, 42],
    ['a hotter one', 43.8, 43],
    ['a colder one', 38, 42],
  ])('%s', (_what, witnessC, chargedC) => {
    const { dose, dosedSpan } = minuteAt(42, 41.5, witnessC);
    expect(dosedSpan.hottestC).toBeCloseTo(chargedC, 9);
    expect(dose.cem43Min).toBeCloseTo(0.25 ** (43 - chargedC), 6);
  });

  it.each([
    ['none', Number.NaN, 0],
    ['one that is colder than the beads', 20, 1],
    ['one that is a little colder', 20.5, 0],
  ])('counts a cold minute by the coldest: %s', (_what, witnessC, coldMinutes) => {
    expect(minuteAt(21.5, 21.4, witnessC).dose.coldMinutes).toBeCloseTo(coldMinutes, 9);
  });
});
