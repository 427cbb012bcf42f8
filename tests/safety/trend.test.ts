import { describe, expect, it } from 'vitest';
import type { Channel, Reading } from '../../src/safety/readings.ts';
import { noTrend, observe } from '../../src/safety/trend.ts';
import type { Movement, Trend } from '../../src/safety/trend.ts';
import { healthy } from './situations.ts';

/** What is on the sensors, °C, and what is driven, at one time. */
interface Moment extends Partial<Omit<Movement, 'readings' | 'before' | 'dtMs' | 'nowMs'>> {
  readonly plateA?: number;
  readonly plateB?: number;
  readonly heatsink?: number;
}

const none = { plateA: 0, plateB: 0, heatsink: 0 };

const sensor = (celsius: number, nowMs: number): Reading => ({ celsius, count: 400, atMs: nowMs });

function movementAt(nowMs: number, dtMs: number, moment: Moment): Movement {
  const { plateA = 25, plateB = plateA, heatsink = 25, ...rest } = moment;
  return {
    nowMs,
    dtMs,
    readings: {
      ...healthy.readings,
      plateA: sensor(plateA, nowMs),
      plateB: sensor(plateB, nowMs),
      heatsink: sensor(heatsink, nowMs),
    },
    before: null,
    appliedDrive: 0,
    maxHeatDuty: 1,
    setpointC: 25,
    targetC: 25,
    permitted: true,
    ...rest,
  };
}

/** The trend after these moments, each at its own time, ms. */
function after(moments: readonly (readonly [nowMs: number, moment: Moment])[]): Trend {
  let trend = noTrend;
  let lastMs = moments[0]![0];
  for (const [nowMs, moment] of moments) {
    trend = observe(trend, movementAt(nowMs, nowMs - lastMs, moment));
    lastMs = nowMs;
  }
  return trend;
}

/** A moment every 50 ms, from 0 to `untilMs`. */
const every50Ms = (untilMs: number, momentAt: (atS: number) => Moment) =>
  Array.from({ length: untilMs / 50 + 1 }, (_, tick): [number, Moment] => [
    tick * 50,
    momentAt(tick / 20),
  ]);

describe('how fast the plate moves', () => {
  it('the plate is the mean of its beads, and unknown where one is', () => {
    expect(after([[0, { plateA: 20, plateB: 22 }]]).plateC).toBe(21);
    expect(after([[0, { plateA: 20, plateB: Number.NaN }]]).plateC).toBeNaN();
  });

  it('fits a slope to each bead, takes their mean and the smaller of the two', () => {
    const trend = after(every50Ms(1000, (s) => ({ plateA: 25 + 0.4 * s, plateB: 25 - 0.2 * s })));
    expect(trend.fastSlopeCPerS).toBeCloseTo(0.1, 9);
    expect(trend.fastSlopeLeastCPerS).toBeCloseTo(-0.2, 9);
  });

  it('fits to three readings and more, and claims no slope before', () => {
    const warming = every50Ms(100, (s) => ({ plateA: 25 + 2 * s }));
    expect(after(warming.slice(0, 2)).fastSlopeCPerS).toBe(0);
    expect(after(warming).fastSlopeCPerS).toBeCloseTo(2, 9);
  });

  it.each([
    [300, 30],
    [301, 0],
  ])('a cold reading %i ms ago makes a slope of %d °C/s', (ageMs, slope) => {
    const warm = { plateA: 20 };
    const trend = after([
      [0, { plateA: 10 }],
      [100, warm],
      [200, warm],
      [ageMs, warm],
    ]);
    expect(trend.fastSlopeCPerS).toBeCloseTo(slope, 9);
  });

  it('knows no slope while a reading in the window is no number', () => {
    const gap = (untilMs: number) =>
      after(every50Ms(untilMs, (s) => ({ plateA: s === 1 ? Number.NaN : 25 })));
    expect(gap(1300).fastSlopeCPerS).toBeNaN();
    expect(gap(1300).fastSlopeLeastCPerS).toBeNaN();
    expect(gap(1350).fastSlopeCPerS).toBe(0);
  });

  // A filter of first order is at 63 % of a step after its time constant.
  it('filters the slope over 1 s and over 2 s', () => {
    const rising = (untilMs: number) => after(every50Ms(untilMs, (s) => ({ plateA: 25 + s })));
    expect(rising(1000).slopeCPerS).toBeCloseTo(1 - (1000 / 1050) ** 20, 9);
    expect(rising(2000).slowSlopeCPerS).toBeCloseTo(1 - (2000 / 2050) ** 40, 9);
  });

  it('a tick of no length leaves the filters as they are', () => {
    const before = { ...noTrend, plateC: 24, slopeCPerS: 1, slowSlopeCPerS: 0.5 };
    const trend = observe(before, movementAt(50, 0, {}));
    expect([trend.slopeCPerS, trend.slowSlopeCPerS]).toEqual([1, 0.5]);
  });

  it('a slope that is not known starts the filters anew', () => {
    const before = { ...noTrend, plateC: Number.NaN, slopeCPerS: 1, slowSlopeCPerS: 1 };
    const trend = observe(before, movementAt(50, 50, {}));
    expect([trend.slopeCPerS, trend.slowSlopeCPerS]).toEqual([0, 0]);
  });
});

describe('what the setpoint explains', () => {
  it.each([
    ['a ramp up', 25.25, 0.25],
    ['a ramp down', 24.75, -0.25],
    ['a drift of 0.0101 °C/s', 25.0101, 0.0101],
    ['a drift of 0.0099 °C/s', 25.0099, 0],
  ])('%s', (_what, setpointC, expected) => {
    const trend = after([
      [0, {}],
      [1000, { setpointC }],
    ]);
    expect(trend.expectedCPerS).toBeCloseTo(expected, 9);
  });

  it.each([
    ['of just 0.01 °C/s', 0, 0.01],
    ['without end', 25, Infinity],
    ['of which nothing is known', 25, Number.NaN],
  ])('a drift %s explains nothing', (_what, fromC, setpointC) => {
    const trend = after([
      [0, { setpointC: fromC }],
      [1000, { setpointC }],
    ]);
    expect(trend.expectedCPerS).toBe(0);
  });

  it.each([
    [2999, 0.25],
    [3000, 0],
  ])('%i ms after a ramp, %d °C/s are explained', (lagMs, expected) => {
    const trend = after([
      [0, {}],
      [1000, { setpointC: 25.25 }],
      [1000 + lagMs, { setpointC: 25.25 }],
    ]);
    expect(trend.expectedCPerS).toBeCloseTo(expected, 9);
  });
});

describe('readings that cannot be true', () => {
  const channels: Channel[] = ['plateA', 'plateB', 'heatsink'];
  const others = { plateA: 25, plateB: 25, heatsink: 25 };

  it.each(channels)('sees a jump of %s within 250 ms, up or down, and not after', (name) => {
    const jumped = (celsius: number, afterMs: number) =>
      after([
        [0, others],
        [afterMs, { ...others, [name]: celsius }],
      ]).jumpC;
    expect(jumped(29, 250)).toEqual({ ...none, [name]: 4 });
    expect(jumped(21, 250)).toEqual({ ...none, [name]: 4 });
    expect(jumped(29, 251)).toEqual(none);
    expect(jumped(Number.NaN, 50)).toEqual({ ...none, [name]: Number.NaN });
  });

  it('keeps the largest change of the window', () => {
    const peak = after([
      [0, { plateA: 25 }],
      [50, { plateA: 21 }],
      [100, { plateA: 24 }],
    ]);
    expect(peak.jumpC.plateA).toBe(3);
  });

  it.each(channels)('counts for how long the count of %s has been the very same', (name) => {
    const { readings } = movementAt(0, 0, {});
    const before = { ...readings, [name]: { ...readings[name], count: 401 } };
    const earlier = { ...noTrend, unchangedMs: { plateA: 100, plateB: 200, heatsink: 300 } };
    const movement = { ...movementAt(1000, 50, {}), before };
    const longer = { plateA: 150, plateB: 250, heatsink: 350 };
    expect(observe(earlier, movement).unchangedMs).toEqual({ ...longer, [name]: 0 });
    expect(observe(earlier, { ...movement, before: null }).unchangedMs).toEqual(none);
  });

  it.each(channels)('sees a report of %s that is older than the one before it', (name) => {
    const ordered = { plateA: false, plateB: false, heatsink: false };
    const reported = (beforeMs: number) => {
      const movement = movementAt(1000, 50, {});
      const last = { ...movement.readings[name], atMs: beforeMs };
      const before = { ...movement.readings, [name]: last };
      return observe(noTrend, { ...movement, before }).outOfOrder;
    };
    expect(reported(999)).toEqual(ordered);
    expect(reported(1000)).toEqual(ordered);
    expect(reported(1001)).toEqual({ ...ordered, [name]: true });
    expect(reported(Number.NaN)).toEqual({ ...ordered, [name]: true });
  });

  it('finds no report out of order where there was none before', () => {
    const inOrder = { plateA: false, plateB: false, heatsink: false };
    expect(after([[0, {}]]).outOfOrder).toEqual(inOrder);
    expect(noTrend.outOfOrder).toEqual(inOrder);
  });
});

describe('the answer to the drive', () => {
  const far = { plateA: 25, targetC: 40 };

  it.each<[what: string, moment: Moment, direction: number]>([
    ['30 % of heat', { ...far, appliedDrive: 0.3 }, 0],
    ['31 % of heat', { ...far, appliedDrive: 0.31 }, 1],
    ['29 % of a rig that may heat with 0.4', { ...far, appliedDrive: 0.116, maxHeatDuty: 0.4 }, 0],
    ['31 % of it', { ...far, appliedDrive: 0.124, maxHeatDuty: 0.4 }, 1],
    ['30 % of cool', { targetC: 12, appliedDrive: -0.3, maxHeatDuty: 0.4 }, 0],
    ['31 % of cool', { targetC: 12, appliedDrive: -0.31, maxHeatDuty: 0.4 }, -1],
    ['heat, 2 °C from the target', { targetC: 27, appliedDrive: 1 }, 0],
    ['heat, 2.01 °C from it', { targetC: 27.01, appliedDrive: 1 }, 1],
    ['cool, 2 °C from the target', { targetC: 23, appliedDrive: -1 }, 0],
    ['cool, 2.01 °C from it', { targetC: 22.99, appliedDrive: -1 }, -1],
    ['cool away from the target', { targetC: 40, appliedDrive: -1 }, 0],
    ['a plate that is not known', { ...far, plateA: Number.NaN, appliedDrive: 1 }, 0],
  ])('%s', (_what, moment, direction) => {
    expect(after([[0, moment]]).drive.direction).toBe(direction);
  });

  it.each([
    ['heating', 1, 40, 25.99, 26],
    ['cooling', -1, 12, 24.6, 24],
  ])('%s: a degree is an answer, and is watched anew', (_what, appliedDrive, targetC, not, yes) => {
    const moved = (plateA: number) =>
      after([
        [1000, { appliedDrive, targetC }],
        [6000, { appliedDrive, targetC, plateA }],
      ]).drive;
    expect(moved(not)).toMatchObject({ sinceMs: 1000, fromC: 25 });
    expect(moved(yes)).toMatchObject({ sinceMs: 6000, fromC: yes });
  });

  it('looks back over ten seconds for movement against the drive, answered or not', () => {
    const watched = (afterMs: number) =>
      after([
        [1000, { ...far, appliedDrive: 1 }],
        [1000 + afterMs, { ...far, plateA: 24, plateB: 24, appliedDrive: 1 }],
      ]).drive;
    expect(watched(10_000)).toMatchObject({ furthestC: 25, sinceMs: 1000 });
    expect(watched(10_001)).toMatchObject({ furthestC: 24, sinceMs: 1000 });
  });

  it('remembers twice a second', () => {
    const remembered = (afterMs: number) =>
      after([
        [1000, { ...far, appliedDrive: 1 }],
        [1000 + afterMs, { ...far, appliedDrive: 1 }],
      ]).drive.lately.length;
    expect(remembered(499)).toBe(1);
    expect(remembered(500)).toBe(2);
  });

  it.each([
    ['heating', 1, 0.99, 1],
    ['cooling', -1, 0.49, 0.5],
  ])(
    'starts a fresh window when %s has moved the plate enough',
    (_how, direction, little, enough) => {
      const sinceMs = (movedC: number) =>
        after([
          [1000, { targetC: 25 + 20 * direction, appliedDrive: direction }],
          [
            2000,
            {
              targetC: 25 + 20 * direction,
              appliedDrive: direction,
              plateA: 25 + movedC * direction,
              plateB: 25 + movedC * direction,
            },
          ],
        ]).drive.sinceMs;
      expect(sinceMs(little)).toBe(1000);
      expect(sinceMs(enough)).toBe(2000);
    },
  );

  it('starts anew when the drive turns', () => {
    const turned = after([
      [1000, { ...far, appliedDrive: 1 }],
      [2000, { plateA: 24, plateB: 24, targetC: 12, appliedDrive: -1 }],
    ]).drive;
    expect(turned).toEqual({
      direction: -1,
      sinceMs: 2000,
      fromC: 24,
      lately: [{ atMs: 2000, plateC: 24 }],
      furthestC: 24,
    });
  });
});

describe('the power that is off, and the work that the heatsink must answer', () => {
  it('counts the time without permission, from the last that there was', () => {
    const off = { permitted: false };
    const until = after([
      [0, {}],
      [50, off],
      [125, off],
    ]);
    expect(until.offMs).toBe(125);
    expect(observe(until, movementAt(175, 50, {})).offMs).toBe(0);
  });

  it('filters the cooling effort over a minute; heat is no effort', () => {
    const effort = (appliedDrive: number) =>
      after(every50Ms(60_000, () => ({ appliedDrive }))).coolingEffort;
    expect(effort(-1)).toBeCloseTo(1 - (60_000 / 60_050) ** 1200, 9);
    expect(effort(1)).toBe(0);
  });

  it.each([
    [0.2, 0],
    [0.201, 1050],
  ])('an effort of %d makes %i ms of work', (coolingEffort, workingMs) => {
    const before = { ...noTrend, coolingEffort, workingMs: 1000 };
    expect(observe(before, movementAt(50, 50, {})).workingMs).toBe(workingMs);
  });

  it.each([
    ['2.5 °C warmer than the plate', { plateA: 25, heatsink: 27.5 }, 27.5],
    ['2.5 °C colder', { plateA: 25, heatsink: 22.5 }, 22.5],
    ['2.51 °C warmer', { plateA: 25, heatsink: 27.51 }, Infinity],
    ['2.51 °C colder', { plateA: 25, heatsink: 22.49 }, Infinity],
    ['beside a plate that is not known', { plateA: Number.NaN, heatsink: 25 }, Number.NaN],
    ['itself not known', { plateA: 25, heatsink: Number.NaN }, Number.NaN],
  ])('a heatsink at rest is within 2.5 °C of the plate: %s', (_what, moment, restC) => {
    expect(after([[0, moment]]).heatsinkRestC).toBe(restC);
  });

  it('knows the rest by its first reading, and keeps it', () => {
    const rest = after([
      [0, { heatsink: Number.NaN }],
      [50, { heatsink: 26 }],
      [100, { heatsink: 40 }],
    ]);
    expect(rest.heatsinkRestC).toBe(26);
  });
});
