import { describe, expect, it } from 'vitest';
import { currentAsked, noCurrentWatch, watchCurrent } from '../../src/safety/current-watch.ts';
import type { CurrentTick, CurrentWatch } from '../../src/safety/current-watch.ts';
import { moduleCurrent as limits } from './current-cases.ts';

const dtMs = 50;
/** Full cooling of a plate that is as warm as its heatsink. */
const cooling: CurrentTick = {
  dtMs,
  appliedDrive: -1,
  connected: true,
  permitted: true,
  currentA: 10,
  plateC: 25,
  heatsinkC: 25,
  limits,
};

function after(before: CurrentWatch, forMs: number, change: Partial<CurrentTick>): CurrentWatch {
  let watch = before;
  for (let ms = 0; ms < forMs; ms += dtMs) watch = watchCurrent(watch, { ...cooling, ...change });
  return watch;
}
const cooled = after(noCurrentWatch, 1000, {});

describe('what was driven of late', () => {
  it('is the drive itself once it has lasted, and nothing where nobody looks', () => {
    expect(cooled).toMatchObject({ mostDrive: -1, leastDrive: -1, offMs: 0 });
    expect(after(cooled, 50, { limits: null })).toEqual(noCurrentWatch);
  });

  it.each([
    [50, -5 / 6],
    [300, 0],
    [600, 1],
  ])('%d ms after a turn to full heat it still goes down to %d', (forMs, least) => {
    const { mostDrive, leastDrive } = after(cooled, forMs, { appliedDrive: 1 });
    expect([mostDrive, leastDrive]).toEqual([1, expect.closeTo(least, 9)]);
  });

  it('is nothing through a relay or a bridge that is off, and counts since when', () => {
    const opened = after(cooled, 150, { connected: false });
    expect(opened).toMatchObject({ leastDrive: expect.closeTo(-0.5, 9), offMs: 150 });
    const off = after(cooled, 400, { connected: false });
    expect(off).toMatchObject({ mostDrive: 0, leastDrive: 0, offMs: 400 });
    expect(after(off, 50, { appliedDrive: 0 }).offMs).toBe(0);
  });

  it('asks for nothing but the sensor’s own error once that is over', () => {
    const off = after(cooled, 300, { connected: false });
    expect(currentAsked(off, limits)).toEqual({ leastA: -0.7, mostA: expect.closeTo(0.7, 9) });
    expect(currentAsked(after(cooled, 250, { connected: false }), limits).mostA).toBeGreaterThan(2);
  });
});

describe('the most that is asked for', () => {
  // 1.4 times what the duty asks for, 0.06 A for each kelvin between the sides, and for eight more.
  it.each([
    ['heat, on a plate 10 K warmer', 0.5, 35, 25, -2.8 - 0.7, 1.08],
    ['heat, on a heatsink 20 K warmer', 0.5, 25, 45, -2.8 - 1.68, 0.7],
    ['heat, on a heatsink 90 K warmer', 0.5, 5, 95, -2.8 - 2.8, 0.7],
    ['cooling, of a plate 10 K warmer', -0.5, 35, 25, -0.7, 7 + 1.08],
    ['cooling, of a plate that nobody can read', -0.5, Number.NaN, 25, -2.8, 7 + 2],
  ])('%s', (_what, appliedDrive, plateC, heatsinkC, leastA, mostA) => {
    const watch = after(noCurrentWatch, 1000, { appliedDrive, plateC, heatsinkC });
    const asked = currentAsked(watch, limits);
    expect(asked.leastA).toBeCloseTo(leastA, 9);
    expect(asked.mostA).toBeCloseTo(mostA, 9);
  });

  it('has the error of the sensor beside what the modules make, and never less than that of one at rest', () => {
    const watch = after(noCurrentWatch, 1000, { appliedDrive: 0, plateC: 25, heatsinkC: 45 });
    const asked = currentAsked(watch, { ...limits, errorA: 0.3 });
    expect(asked.leastA).toBeCloseTo(-1.68 - 0.3, 9);
    expect(asked.mostA).toBeCloseTo(0.48 + 0.3, 9);
  });
});

describe('current that does not answer', () => {
  const [missing, reversed, enough] = [
    { missingMs: 500, reversedMs: 0 },
    { missingMs: 0, reversedMs: 500 },
    { missingMs: 0, reversedMs: 0 },
  ];
  // Of 6 A, less 0.06 A for each of the kelvins between the sides, and for eight more.
  it.each<[string, Partial<CurrentTick>, object]>([
    ['5.52 A of full cooling', { currentA: 5.52 }, enough],
    ['5.51 A of full cooling', { currentA: 5.51 }, missing],
    ['4.33 A with a heatsink 20 K warmer', { currentA: 4.33, heatsinkC: 45 }, enough],
    ['4.31 A with a heatsink 20 K warmer', { currentA: 4.31, heatsinkC: 45 }, missing],
    ['3.21 A with a heatsink 60 K warmer', { currentA: 3.21, heatsinkC: 85 }, enough],
    ['3.19 A with a heatsink that nobody can read', { currentA: 3.19, heatsinkC: NaN }, missing],
    ['none', { currentA: 0 }, missing],
    ['−1.17 A of full cooling', { currentA: -1.17 }, missing],
    ['−1.19 A of full cooling', { currentA: -1.19 }, reversed],
    ['1.93 A of full heat', { appliedDrive: 1, currentA: -1.93 }, enough],
    ['1.91 A of full heat', { appliedDrive: 1, currentA: -1.91 }, missing],
    ['1.19 A against full heat', { appliedDrive: 1, currentA: 1.19 }, reversed],
    ['current that is no number', { currentA: NaN }, enough],
    [
      'none of a fifth of cooling, which asks for no more than the error',
      { appliedDrive: -0.19, currentA: 0 },
      enough,
    ],
    ['none of a bit more of it', { appliedDrive: -0.2, currentA: 0 }, missing],
    ['none where nothing is driven', { appliedDrive: 0, currentA: 0 }, enough],
    ['none through an open relay', { connected: false, currentA: 0 }, enough],
    ['none where nothing is permitted', { permitted: false, currentA: 0 }, enough],
  ])('%s', (_what, change, counts) => {
    const settled = { ...after(noCurrentWatch, 1000, { ...change, permitted: false }) };
    expect(after(settled, 500, change)).toMatchObject(counts);
  });

  it('is kept while it cannot be told, and forgotten when enough flows or nothing is permitted', () => {
    const found = after(cooled, 500, { currentA: 0 });
    expect(found.missingMs).toBe(500);
    const heldBack = after(found, 2000, { appliedDrive: 0, currentA: 0 });
    expect(heldBack.missingMs).toBe(500);
    // A sixth of cooling, as the first tick has it, tells nothing.
    expect(after(heldBack, 1000, { currentA: 0 }).missingMs).toBe(1450);
    expect(after(found, 50, {}).missingMs).toBe(0);
    expect(after(found, 50, { permitted: false, currentA: 0 }).missingMs).toBe(0);
  });
});
