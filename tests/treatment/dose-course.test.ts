/** What a tick charges: by the beads, and by their witness where it says worse. */
import { describe, expect, it } from 'vitest';
import { firstRevision } from '../../src/safety/readings.ts';
import { chargeDose } from '../../src/treatment/dose-course.ts';
import { startTreatment } from '../../src/treatment/state.ts';
import type { TickInput } from '../../src/treatment/state.ts';

const minuteMs = 60_000;
const nowMs = minuteMs;

/** The dose of a minute at what two beads read, on skin, with a witness that reads so on average. */
function minuteAt(
  plateA: number,
  plateB: number,
  witnessC: number,
  restApartC = Number.NaN,
  { lastC, dtMs }: { readonly lastC?: number; readonly dtMs: number } = { dtMs: minuteMs },
) {
  const start = startTreatment(0);
  const onSkin = { ...start.session.context, reachedSkin: true };
  const known = [plateA, plateB, witnessC, witnessC + restApartC];
  const worst = (signed: 1 | -1): number =>
    Math.max(
      ...known
        .map((celsius, at) => signed * celsius - [0, 0, 0.5, 0.25][at]!)
        .filter((charged) => Number.isFinite(charged)),
    );
  const [hot, cold] = [worst(1), -worst(-1)];
  const before = {
    ...start,
    session: { ...start.session, context: onSkin },
    dosedSpan: { hottestC: lastC ?? hot, coldestC: lastC ?? cold },
    trend: { ...start.trend, witness: { ...start.trend.witness, smoothC: witnessC, restApartC } },
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
  return chargeDose(before, { nowMs, readings } as unknown as TickInput, dtMs);
}

describe('the dose, with a witness', () => {
  it.each([
    ['none', Number.NaN, 42],
    ['one that agrees', 42, 42],
    ['one within what two that are whole may differ', 42.5, 42],
    ['a hotter one', 43.5, 43],
    ['a colder one', 38, 42],
    ['one that was as much colder at rest', 41, 42, 1],
    [
      'one that was so much colder at rest that it has come nearer by more than it may',
      41.5,
      42.75,
      1.5,
    ],
    ['one that was hotter at rest', 43, 42.5, -1],
  ])('%s', (_what, witnessC, chargedC, restApartC = Number.NaN) => {
    const { dose, dosedSpan } = minuteAt(42, 41.5, witnessC, restApartC);
    expect(dosedSpan.hottestC).toBeCloseTo(chargedC, 9);
    expect(dose.cem43Min).toBeCloseTo(0.25 ** (43 - chargedC), 6);
  });

  it.each([
    ['none', Number.NaN, 0],
    ['one that is colder than the beads', 20, 1],
    ['one that is a little colder', 20.6, 0],
    ['one that was a degree hotter at rest', 21.7, 1, -1],
    ['one that was a degree hotter at rest, and has come a little nearer', 21.8, 0, -1],
  ])(
    'counts a cold minute by the coldest: %s',
    (_what, witnessC, coldMinutes, restApartC = Number.NaN) => {
      expect(minuteAt(21.5, 21.4, witnessC, restApartC).dose.coldMinutes).toBeCloseTo(
        coldMinutes,
        9,
      );
    },
  );

  it('follows a witness that leaps no faster than a plate gets anywhere', () => {
    const leap = { lastC: 33, dtMs: 50 };
    expect(minuteAt(33, 33, 60, Number.NaN, leap).dosedSpan.hottestC).toBeCloseTo(33.2, 9);
    expect(minuteAt(33, 33, 5, Number.NaN, leap).dosedSpan.coldestC).toBeCloseTo(32.8, 9);
    // A bead that leaps is charged as it reads.
    expect(minuteAt(60, 33, 33, Number.NaN, leap).dosedSpan.hottestC).toBe(60);
  });
});
