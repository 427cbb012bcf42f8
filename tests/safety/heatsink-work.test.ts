import { describe, expect, it } from 'vitest';
import { noWork, watchWork } from '../../src/safety/heatsink-work.ts';
import type { HeatsinkWork } from '../../src/safety/heatsink-work.ts';

interface Leg {
  readonly seconds: number;
  readonly drive: number;
  /** °C, from the seconds of this leg. */
  readonly sink: (atS: number) => number;
}

function work(...legs: readonly Leg[]): HeatsinkWork {
  let watched = noWork;
  for (const { seconds, drive, sink } of legs) {
    for (let atS = 0; atS < seconds; atS += 0.05) {
      const tick = { dtMs: 50, appliedDrive: drive, heatsinkC: sink(atS) };
      watched = watchWork(watched, tick);
    }
  }
  return watched;
}

const rise = ({ soonC, fromC }: HeatsinkWork): number => soonC - fromC;
const cooling = (sink: Leg['sink']): Leg => ({ seconds: 120, drive: -0.6, sink });
const warming = (fromC: number) => (atS: number) => fromC + 8 * (1 - Math.exp(-atS / 90));

describe('what the heatsink answers to the work', () => {
  it.each([
    ['in a cool room', 14],
    ['in a room of 33 °C', 33],
  ])('a rise is told from the reading before the work, %s', (_what, roomC) => {
    const rest: Leg = { seconds: 25, drive: 0, sink: () => roomC };
    const healthy = work(rest, cooling(warming(roomC)));
    expect(healthy.judgeable).toBe(true);
    expect(healthy.workingMs).toBeGreaterThan(60_000);
    expect(rise(healthy)).toBeGreaterThan(4);
    const mute = work(
      rest,
      cooling(() => roomC),
    );
    expect(mute).toMatchObject({ judgeable: true });
    expect(Math.abs(rise(mute))).toBeLessThan(0.1);
  });

  it('a device that is warm from work cannot be judged, before it has rested', () => {
    const warm = (atS: number): number => 25 + 15 * Math.exp(-atS / 90);
    const start: Leg = { seconds: 10, drive: 0, sink: warm };
    expect(
      work(
        start,
        cooling((s) => warm(s + 10)),
      ).judgeable,
    ).toBe(false);
    const hotPhase: Leg = { seconds: 600, drive: 0.3, sink: (s) => warm(s + 130) };
    const later = work(
      start,
      cooling((s) => warm(s + 10)),
      hotPhase,
      cooling(warming(25)),
    );
    expect(later.judgeable).toBe(true);
    expect(rise(later)).toBeGreaterThan(3);
  });

  it('one that has just been switched on is not judged before it has rested for twenty seconds', () => {
    const rest = (seconds: number): Leg => ({ seconds, drive: 0, sink: () => 20 });
    const slow = cooling((s) => 20 + s / 200);
    expect(work(rest(10), slow).judgeable).toBe(false);
    expect(work(rest(21), slow).judgeable).toBe(true);
  });

  it('one that is warm all through shows it by its fall', () => {
    const falling = (s: number): number => 40 - 0.1 * s;
    expect(work({ seconds: 30, drive: 0, sink: falling }).judgeable).toBe(false);
  });

  it('a sensor that falls out in the middle of the work has lost its rise', () => {
    const rest: Leg = { seconds: 25, drive: 0, sink: () => 25 };
    const out = work(
      rest,
      cooling(warming(25)),
      cooling(() => 25),
    );
    expect(out.judgeable).toBe(true);
    expect(rise(out)).toBeLessThan(1);
  });

  describe('in cooling that goes on as before', () => {
    const fall = ({ steadyC, soonC }: HeatsinkWork): number => steadyC - soonC;
    const hold: Leg = { seconds: 300, drive: -0.6, sink: warming(25) };
    const later = (drive: number, change: (atS: number) => number): Leg => ({
      seconds: 240,
      drive,
      sink: (s) => 33 - change(s),
    });
    it.each([
      ['a reading that drifts', -0.6, (s: number) => s / 60, 3.5],
      ['one that drifts while more is driven', -0.7, (s: number) => s / 60, 3.5],
      ['a heatsink that rests', -0.6, () => 0, -0.1],
    ] as const)('%s shows its fall', (_what, drive, change, leastC) => {
      expect(fall(work(hold, later(drive, change)))).toBeGreaterThan(leastC);
    });
    it('a heatsink that comes down with less work is let be, for as long as it takes', () => {
      const cools = (s: number): number => 4 * (1 - Math.exp(-s / 60));
      expect(fall(work(hold, later(-0.4, cools)))).toBeNaN();
      const rests = { seconds: 200, drive: -0.4, sink: () => 29 };
      expect(fall(work(hold, later(-0.4, cools), rests))).toBeLessThan(0.2);
    });
    it.each([
      ['that falls out', -0.6, true],
      ['of less work', -0.4, false],
    ] as const)('a reading %s is seen to fall within seconds: %s', (_what, drive, seen) => {
      const air = (s: number): number => 25 + 8 * Math.exp(-s / 6);
      const fallen = work(hold, { seconds: 10, drive, sink: air });
      expect(fallen.fallC > 1.5).toBe(seen);
    });
    it('a heatsink that falls from the work before is no fall of this one', () => {
      const back = (s: number): number => 25 + 8 * Math.exp(-s / 20);
      const pause: Leg = { seconds: 10, drive: 0, sink: back };
      const pulse: Leg = { seconds: 14, drive: -0.6, sink: (s) => back(s + 10) };
      expect(work(hold, pause, pulse).fallC).toBe(0);
    });
    it('is not asked before a heatsink has come to rest in it, nor without work', () => {
      expect(work({ ...hold, seconds: 239 }).steadyC).toBeNaN();
      expect(work(hold, { seconds: 5, drive: 0.3, sink: () => 30 }).steadyC).toBeNaN();
    });
  });

  it('what has ended is no work: the heatsink goes back to its room within half a minute', () => {
    const rest: Leg = { seconds: 25, drive: 0, sink: () => 25 };
    const after: Leg = { seconds: 25, drive: 0, sink: () => 25.5 };
    expect(work(rest, cooling(warming(25)), after).workingMs).toBe(0);
  });

  it('heat, and little cooling, is no work', () => {
    expect(work({ seconds: 300, drive: 1, sink: () => 25 }).workingMs).toBe(0);
    expect(work({ seconds: 600, drive: -0.19, sink: () => 25 }).workingMs).toBe(0);
  });

  it('a reading that is gone for a moment changes nothing', () => {
    const rest: Leg = { seconds: 25, drive: 0, sink: () => 25 };
    const gap: Leg = { seconds: 0.2, drive: -0.6, sink: () => Number.NaN };
    expect(rise(work(rest, cooling(warming(25)), gap))).toBeGreaterThan(4);
  });
});
