import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { heatsinkEasesC } from '../../src/limits/envelope.ts';
import { astrayLimitMs, followCourse } from '../../src/safety/course.ts';
import type { Course, CourseTick } from '../../src/safety/course.ts';
import { offCourse } from '../../src/safety/rules-of-movement.ts';
import { noTrend } from '../../src/safety/trend.ts';
import { moving } from './situations.ts';

interface Leg {
  readonly seconds: number;
  /** °C of both beads, from the seconds of this leg. */
  readonly plate: (atS: number) => number;
  readonly plateB?: (atS: number) => number;
  readonly targetC?: number;
  readonly permitted?: boolean;
}

function follow(...legs: readonly Leg[]): Course | null {
  let course: Course | null = null;
  for (const { seconds, plate, plateB = plate, targetC = 40, permitted = true } of legs) {
    for (let atS = 0; atS < seconds; atS += 0.05) {
      const [a, b] = [plate(atS), plateB(atS)];
      const tick: CourseTick = {
        dtMs: 50,
        permitted,
        targetC,
        rampCPerS: 0.25,
        coldestByItselfC: Number.NaN,
        plateA: a,
        plateB: b,
      };
      course = followCourse(course, tick);
    }
  }
  return course;
}

const astrayS = (course: Course | null): number => (course?.astrayMs ?? Number.NaN) / 1000;
const ramp = (atS: number): number => Math.min(40, 12 + 0.25 * atS);

describe('the course of the plate', () => {
  it('is a ramp from where the plate was, braked into its target', () => {
    const { referenceC, rateCPerS } = follow({ seconds: 60, plate: () => 12 })!;
    expect(referenceC).toBeGreaterThan(12 + 0.25 * 57);
    expect(referenceC).toBeLessThan(12 + 0.25 * 60);
    expect(rateCPerS).toBeCloseTo(0.25, 9);
    expect(follow({ seconds: 200, plate: ramp })).toMatchObject({ referenceC: 40, rateCPerS: 0 });
  });

  it.each<[what: string, legs: readonly Leg[], least: number, most: number]>([
    ['a plate on its ramp', [{ seconds: 300, plate: ramp }], 0, 0],
    ['one that lags by 1.5 °C', [{ seconds: 300, plate: (s) => ramp(s) - 1.5 }], 0, 0],
    ['one that only lags, far behind', [{ seconds: 200, plate: (s) => 12 + 0.1 * s }], 0, 10],
    ['one that stays cold', [{ seconds: 60, plate: () => 8 }], 45, 60],
    ['one that goes away', [{ seconds: 60, plate: (s) => 12 - 0.05 * s }], 45, 60],
    [
      'one that leaves its target again',
      [
        { seconds: 200, plate: ramp },
        { seconds: 50, plate: () => 37 },
      ],
      49,
      51,
    ],
    [
      'one that swings about its target: what is near is taken off',
      [
        { seconds: 200, plate: ramp },
        { seconds: 200, plate: (s) => 40 + 6 * Math.sin(s / 4) },
      ],
      45,
      200,
    ],
    ['one of which only A stays', [{ seconds: 60, plate: () => 12, plateB: ramp }], 45, 60],
    ['one of which only B stays', [{ seconds: 60, plate: ramp, plateB: () => 12 }], 45, 60],
    ['one of which nothing is known', [{ seconds: 60, plate: () => Number.NaN }], 45, 60],
  ])('%s', (_what, legs, least, most) => {
    const s = astrayS(follow(...legs));
    expect(s).toBeGreaterThanOrEqual(least);
    expect(s).toBeLessThanOrEqual(most);
  });

  it('a plate that does not move is found within a minute', () => {
    expect(astrayS(follow({ seconds: 60, plate: () => 12 }))).toBeGreaterThan(astrayLimitMs / 1000);
  });

  it('begins anew with another target, and after a pause; in a pause there is none', () => {
    const still: Leg = { seconds: 40, plate: () => 12 };
    expect(follow(still, { ...still, seconds: 1, permitted: false })).toBeNull();
    const again = follow(
      still,
      { ...still, seconds: 1, permitted: false },
      { ...still, seconds: 1 },
    );
    expect(again).toMatchObject({ astrayMs: 0 });
    expect(follow(still, { ...still, seconds: 1, targetC: 36 })).toMatchObject({ astrayMs: 0 });
  });
});

describe('one tick on the way', () => {
  const before: Course = {
    targetC: 40,
    referenceC: 40,
    rateCPerS: 0,
    plateC: 40,
    nearestC: 0,
    astrayMs: 1000,
  };
  const tick: CourseTick = {
    dtMs: 50,
    permitted: true,
    targetC: 40,
    rampCPerS: 0.25,
    coldestByItselfC: Number.NaN,
    plateA: 40,
    plateB: 40,
  };
  const step = (course: Partial<Course>, change: Partial<CourseTick> = {}): Course | null => {
    const { targetC = 40 } = course;
    return followCourse({ ...before, ...course }, { ...tick, targetC, ...change });
  };

  it('the ramp speeds up by 0.15 °C/s each second, and brakes as late as that allows', () => {
    expect(step({ referenceC: 20 })?.rateCPerS).toBeCloseTo(0.0075, 9);
    // A tenth of a degree before its end.
    expect(step({ referenceC: 39.9, rateCPerS: 0.17 })?.rateCPerS).toBeCloseTo(Math.sqrt(0.03), 9);
    const last = { referenceC: 39.875, rateCPerS: 0.125 };
    expect(step(last, { dtMs: 1000, rampCPerS: 0.125 })).toMatchObject({
      referenceC: 40,
      rateCPerS: 0,
    });
  });

  it.each<[what: string, course: Partial<Course>, change: Partial<CourseTick>, near: boolean]>([
    ['1.99 °C below its ramp', {}, { plateA: 38.01 }, true],
    ['2 °C below it', {}, { plateA: 38 }, false],
    ['1.99 °C above it', {}, { plateB: 41.99 }, true],
    ['2 °C above it', {}, { plateB: 42 }, false],
    [
      'ahead of it, and less than 2 °C past the target',
      { referenceC: 20 },
      { plateA: 41.99 },
      true,
    ],
    ['ahead of it, and further past', { referenceC: 20 }, { plateA: 42 }, false],
    [
      'cold by itself',
      { targetC: 20, referenceC: 15 },
      { coldestByItselfC: 12, plateA: 10.01, plateB: 15 },
      true,
    ],
    [
      'colder than that',
      { targetC: 20, referenceC: 15 },
      { coldestByItselfC: 12, plateA: 10, plateB: 15 },
      false,
    ],
  ])('%s', (_what, course, change, near) => {
    expect(step(course, change)?.astrayMs).toBe(near ? 950 : 1050);
  });

  it('half a degree nearer to the target is progress', () => {
    const at = (plate: number) =>
      step({ referenceC: 20, nearestC: 10 }, { plateA: plate, plateB: plate });
    expect(at(30.5)).toMatchObject({ nearestC: 9.5, astrayMs: 0 });
    expect(at(30.49)).toMatchObject({ nearestC: 10, astrayMs: 950 });
  });

  it('the bead that is further away counts, and A where neither is', () => {
    expect(step({}, { plateA: 39, plateB: 42 })?.plateC).toBe(42);
    expect(step({}, { plateA: 37, plateB: 42 })?.plateC).toBe(37);
    expect(step({}, { plateA: 38, plateB: 42 })?.plateC).toBe(38);
  });

  it('to nowhere is no way', () => {
    expect(followCourse(null, { ...tick, targetC: Number.NaN })).toBeNull();
  });
});

describe('a plate that does not get cold', () => {
  const course = { targetC: 12, referenceC: 12, rateCPerS: 0, plateC: 15, nearestC: 15 };
  const words = (heatsinkC: number, change: Partial<Course> = {}) => {
    const finding = offCourse.judge(
      moving({
        course: { ...course, astrayMs: astrayLimitMs, ...change },
        heatsink: { ...noTrend.heatsink, soonC: heatsinkC },
      }),
    );
    return finding === null ? undefined : english.reading(finding.found);
  };

  it('is told by the room and the vents where the heatsink takes no more heat', () => {
    expect(words(heatsinkEasesC)).toBe(
      'the plate is at 15.0 °C on its way to 12.0 °C, 3.0 °C from the ramp, and comes no nearer: at 52.8 °C the heatsink takes no more heat, in a room that is too warm or behind vents that are covered',
    );
  });

  it.each([
    ['a heatsink below that', words(heatsinkEasesC - 0.1)],
    ['a heatsink that is not known', words(Number.NaN)],
    ['a plate that is too cold', words(heatsinkEasesC, { plateC: 9 })],
  ])('is not blamed on the room with %s', (_what, reading) => {
    expect(reading).toMatch(/comes no nearer$/);
  });
});
