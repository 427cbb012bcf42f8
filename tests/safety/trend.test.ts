import { describe, expect, it, test } from 'vitest';
import { heatsinkEasesC } from '../../src/limits/envelope.ts';
import type { Situation } from '../../src/safety/interlocks.ts';
import type { Channel, Reading } from '../../src/safety/readings.ts';
import { noResponse, wrongWay } from '../../src/safety/rules-of-movement.ts';
import { noTrend, observe } from '../../src/safety/trend.ts';
import type { Movement, Trend } from '../../src/safety/trend.ts';
import { moduleCurrent } from './current-cases.ts';
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
    targetC: 25,
    rampCPerS: 0.25,
    permission: 'heatAndCool',
    connected: true,
    moduleCurrent: null,
    atRest: false,
    powered: false,
    episode: '',
    ...rest,
  };
}

/** Where it is known how little noise there is. */
const quiet: Trend = {
  ...noTrend,
  noise: {
    ...noTrend.noise,
    of: {
      plateA: { ...noTrend.noise.of.plateA, quickLsb2: 0 },
      plateB: { ...noTrend.noise.of.plateB, quickLsb2: 0 },
      heatsink: { ...noTrend.noise.of.heatsink, quickLsb2: 0 },
      bothBeads: { ...noTrend.noise.of.bothBeads, quickLsb2: 0 },
    },
  },
};

/** The trend after these moments, each at its own time, ms. */
function after(
  moments: readonly (readonly [nowMs: number, moment: Moment])[],
  before = quiet,
): Trend {
  let trend = before;
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

  it('fits a slope to each bead, and to both together', () => {
    const { rises } = after(
      every50Ms(1000, (s) => ({ plateA: 25 + 0.4 * s, plateB: 25 - 0.2 * s })),
    );
    expect(rises.plateA.slopeCPerS).toBeCloseTo(0.4, 9);
    expect(rises.plateB.slopeCPerS).toBeCloseTo(-0.2, 9);
    expect(rises.bothBeads.slopeCPerS).toBeCloseTo(0.1, 9);
  });

  it('fits to three readings and more, and believes what two ticks show', () => {
    const warming = every50Ms(150, (s) => ({ plateA: 25 + 2 * s }));
    expect(after(warming.slice(0, 2)).risesNow.plateA.slopeCPerS).toBe(0);
    expect(after(warming.slice(0, 3)).risesNow.plateA.slopeCPerS).toBeCloseTo(2, 9);
    expect(after(warming.slice(0, 3)).rises.plateA.slopeCPerS).toBe(0);
    expect(after(warming).rises.plateA.slopeCPerS).toBeCloseTo(2, 9);
  });

  it('allows for the most noise until it is known how much there is', () => {
    // Three readings of noise on a plate that rests.
    const jumping = every50Ms(300, (s) => ({ plateA: 25 + s }));
    const { slopeCPerS, marginCPerS } = after(jumping, noTrend).rises.plateA;
    expect(slopeCPerS).toBeCloseTo(1, 9);
    expect(marginCPerS).toBeGreaterThan(2);
    expect(after(jumping).rises.plateA.marginCPerS).toBe(0.6);
  });
  it('looks back over 0.3 s, 0.6 s and a second, and takes the quickest', () => {
    // Half a second of rise after half a second of rest: the shortest window sees all of it.
    const late = after(every50Ms(1000, (s) => ({ plateA: 25 + 2 * Math.max(0, s - 0.5) })));
    expect(late.rises.plateA).toMatchObject({ windowMs: 300, marginCPerS: 0.6 });
    expect(late.rises.plateA.slopeCPerS).toBeCloseTo(2, 9);
    const past = after(every50Ms(1000, (s) => ({ plateA: 25 + 2 * Math.min(0.5, s) })));
    expect(past.rises.plateA.windowMs).toBe(1000);
    expect(past.rises.plateA.slopeCPerS).toBeGreaterThan(0.9);
  });

  it('knows no slope while a reading in the second is no number', () => {
    const gap = (untilMs: number) =>
      after(every50Ms(untilMs, (s) => ({ plateA: s === 1 ? Number.NaN : 25, plateB: 25 })));
    expect(gap(2000).rises.plateA.slopeCPerS).toBeNaN();
    expect(gap(2000).rises.plateB.slopeCPerS).toBe(0);
    expect(gap(2050).rises.plateA.slopeCPerS).toBe(0);
  });

  // A filter of first order is at 63 % of a step after its time constant.
  it('filters the slope over 1 s and over 2 s', () => {
    const rising = (untilMs: number) => after(every50Ms(untilMs, (s) => ({ plateA: 25 + s })));
    expect(rising(1000).slopeCPerS).toBeCloseTo(1 - (1000 / 1050) ** 20, 9);
    for (const bead of ['plateA', 'plateB'] as const) {
      expect(rising(2000).slowSlopeCPerS[bead]).toBeCloseTo(1 - (2000 / 2050) ** 40, 9);
      expect(rising(10_000).driftCPerS[bead]).toBeCloseTo(1 - (10_000 / 10_050) ** 200, 9);
    }
  });

  it.each([
    [50, 25 + 50 / 350],
    [250, 25 + 250 / 550],
    // After a gap the past says nothing.
    [251, 26],
  ])('smooths each bead over 0.3 s: %i ms after a step of a degree, %d °C', (afterMs, smoothC) => {
    const trend = after([
      [0, { plateA: 25, plateB: 26 }],
      [afterMs, { plateA: 26, plateB: 27 }],
    ]);
    expect(trend.smoothC.plateA).toBeCloseTo(smoothC, 9);
    expect(trend.smoothC.plateB).toBeCloseTo(smoothC + 1, 9);
  });

  it('holds the heatsink against the mean of both beads, for what the modules make of it', () => {
    const seen = after([[0, { plateA: 20, plateB: 22, heatsink: 25, moduleCurrent }]]);
    expect(seen.current.sinkWarmerK).toBe(4);
  });

  it('a tick of no length leaves the filters as they are', () => {
    const slowSlopeCPerS = { plateA: 0.5, plateB: 0.4 };
    const before = { ...noTrend, plateC: 24, slopeCPerS: 1, slowSlopeCPerS };
    const trend = observe(before, movementAt(50, 0, {}));
    expect(trend).toMatchObject({ slopeCPerS: 1, slowSlopeCPerS });
  });

  it('a slope of one bead that is not known starts its filter anew, and leaves the other', () => {
    const moving = every50Ms(1000, (s) => ({ plateA: 25 + s, plateB: 25 + s }));
    const gap = after([...moving, [1050, { plateA: Number.NaN, plateB: 26.05 }]]);
    expect(gap.slowSlopeCPerS.plateA).toBe(0);
    expect(gap.slowSlopeCPerS.plateB).toBeGreaterThan(0.3);
  });

  it('tells how far the beads are apart in the mean over half a second', () => {
    const apart = (untilMs: number) =>
      after(every50Ms(untilMs, (s) => ({ plateA: 25 + (s > 1 ? 2.2 : 0), plateB: 25 })))
        .beadsApartC;
    expect(apart(1000)).toBe(0);
    expect(apart(1250)).toBeCloseTo(1, 9);
    expect(apart(1550)).toBeCloseTo(2.2, 9);
    expect(after([[0, { plateA: Number.NaN, plateB: 25 }]]).beadsApartC).toBeNaN();
  });
});

describe('what the way to the target explains', () => {
  it.each<[what: string, moment: Moment, expected: number]>([
    ['1.01 °C below the target', { targetC: 26.01 }, 0.25],
    ['1 °C below it', { targetC: 26 }, 0],
    ['far above it', { targetC: 12 }, 0],
    ['far from it with nothing permitted', { targetC: 40, permission: 'none' }, 0],
    ['far from it in the self-test', { targetC: 12, permission: 'coolPulse' }, 0],
    ['a target of which nothing is known', { targetC: Number.NaN }, 0],
  ])('%s', (_what, moment, expected) => {
    expect(after([[0, moment]]).expectedRiseCPerS).toBe(expected);
  });

  // A hot phase that is ended on its way up: the plate goes on rising for a moment, and no bridge is stuck.
  it.each([
    [2999, 25, 0.25],
    [3000, 25, 0],
    [50, 12, 0.25],
    [2999, 12, 0.25],
    [3000, 12, 0],
  ])(
    '%i ms after it, with a target of %d °C, %d °C/s are explained',
    (lagMs, targetC, expected) => {
      const trend = after([
        [0, { targetC: 40 }],
        [lagMs, { targetC }],
      ]);
      expect(trend.expectedRiseCPerS).toBe(expected);
    },
  );
});

describe('a plate that its room has made colder than its setpoint', () => {
  // Where the plate may be heated, it is no excuse.
  it.each([
    ['cool', 12, 0],
    ['cool', 14, 50],
    ['heatAndCool', 12, 50],
  ] as const)('permission %s, heatsink at %d °C: astray for %d ms', (permission, heatsink, ms) => {
    const course = {
      targetC: 20,
      referenceC: 15,
      rateCPerS: 0,
      plateC: 11,
      nearestC: 9,
      astrayMs: 0,
    };
    const moment = { plateA: 11, heatsink, targetC: 20, permission };
    const trend = after(
      [
        [0, moment],
        [50, moment],
      ],
      { ...quiet, course },
    );
    expect(trend.course?.astrayMs).toBe(ms);
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

  it.each([
    ['heated', 1, 40, 25],
    ['cooled', -1, 12, 27],
  ])(
    '%s: the bead that lags behind is the one that counts',
    (_how, appliedDrive, targetC, lags) => {
      for (const [plateA, plateB] of [
        [25, 27],
        [27, 25],
      ] as const)
        expect(after([[0, { plateA, plateB, appliedDrive, targetC }]]).drive.plateC).toBe(lags);
    },
  );

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
      hasEased: false,
      sinceMs: 2000,
      fromC: 24,
      plateC: 24,
      lately: [{ atMs: 2000, plateC: 24 }],
      furthestC: 24,
    });
  });
});

describe('cooling that is held back for the sake of a hot heatsink', () => {
  const hot = heatsinkEasesC;
  /** A plate far from its target, twice a second: where it was, and how hot the heatsink. */
  const cooled = (...looks: [plateC: number, heatsinkC: number][]): Trend =>
    after(
      looks.map(([plateC, heatsink], index): [number, Moment] => [
        index * 500,
        { plateA: plateC, plateB: plateC, heatsink, targetC: 12, appliedDrive: -0.5 },
      ]),
    );
  const at = (trend: Trend, nowMs: number): Situation => ({ ...healthy, trend, nowMs });
  const rise = (heatsinkC: (index: number) => number) =>
    cooled(...Array.from({ length: 19 }, (_, i): [number, number] => [20 + i / 4, heatsinkC(i)]));

  it.each([
    ['all the time', () => hot, 'up-while-held-back'],
    ['never', () => hot - 1, 'up-while-cooled'],
    [
      'by a heatsink that flickers around its limit',
      (i: number) => hot - (i % 2),
      'up-while-held-back',
    ],
  ])('%s: a plate that warms is on the wrong way, and why is said', (_when, heatsinkC, kind) => {
    expect(wrongWay.judge(at(rise(heatsinkC), 9000))).toMatchObject({
      found: { kind, limit: 2, unit: 'K', forS: 10 },
    });
  });

  it('is judged by what the plate did since, not before', () => {
    const before: [number, number][] = [
      [20, hot - 0.1],
      [21, hot - 0.1],
    ];
    expect(wrongWay.judge(at(cooled(...before, [21.5, hot], [22.1, hot]), 1500))).toBeNull();
    expect(wrongWay.judge(at(cooled(...before, [21.5, hot - 0.1], [22.1, hot]), 1500))).toBeNull();
    expect(wrongWay.judge(at(cooled(...before, [21.5, hot], [23.6, hot]), 1500))).not.toBeNull();
  });

  it('owes no answer, and owes one again as soon as it is not held back', () => {
    const still = (heatsinkC: (index: number) => number) =>
      cooled(...Array.from({ length: 61 }, (_, i): [number, number] => [20, heatsinkC(i)]));
    expect(
      noResponse.judge(
        at(
          still(() => hot),
          30_000,
        ),
      ),
    ).toBeNull();
    expect(
      noResponse.judge(
        at(
          still(() => hot - 0.1),
          30_000,
        ),
      ),
    ).not.toBeNull();
    expect(
      noResponse.judge(
        at(
          still((i) => (i < 21 ? hot : hot - 0.1)),
          30_000,
        ),
      ),
    ).not.toBeNull();
    expect(
      noResponse.judge(
        at(
          still((i) => (i < 22 ? hot : hot - 0.1)),
          30_000,
        ),
      ),
    ).toBeNull();
    expect(
      noResponse.judge(
        at(
          still(() => Number.NaN),
          30_000,
        ),
      ),
    ).not.toBeNull();
  });
});

describe('a channel at a rail', () => {
  const counts = (...list: number[]): Trend => {
    let trend = noTrend;
    for (const [tick, count] of list.entries()) {
      const movement = movementAt(tick * 50, 50, {});
      const plateB = { ...movement.readings.plateB, count };
      trend = observe(trend, { ...movement, readings: { ...movement.readings, plateB } });
    }
    return trend;
  };

  it('is told for how long it was there, when it comes back', () => {
    expect(counts(400, 1023).backFromRailMs).toEqual(none);
    expect(counts(400, 1023, 400).backFromRailMs).toEqual({ ...none, plateB: 50 });
    expect(counts(400, 3, 1023, 400).backFromRailMs).toEqual({ ...none, plateB: 100 });
    expect(counts(400, 1023, 400, 400).backFromRailMs).toEqual(none);
  });

  it('is none before the first report', () => {
    expect(counts(Number.NaN, 400).backFromRailMs).toEqual(none);
  });
});

test('counts the time without permission, from the last that there was', () => {
  const off = { permission: 'none' } as const;
  const until = after([
    [0, {}],
    [50, off],
    [125, off],
  ]);
  expect(until.offMs).toBe(125);
  expect(observe(until, movementAt(175, 50, {})).offMs).toBe(0);
});
