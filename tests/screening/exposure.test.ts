import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import {
  checkExposure,
  dayMs,
  exposureAt,
  longestMemoryMs,
  remainingCem43Min,
} from '../../src/safety/exposure.ts';
import type {
  Exposure,
  ExposureLimit,
  FurtherSession,
  PastSession,
} from '../../src/safety/exposure.ts';
import { opensInMinutes } from '../../src/safety/exposure-opens.ts';
import { anyLimits } from '../limits/arbitraries.ts';

const minute = 60_000;
const nowMs = Date.UTC(2026, 10, 20, 12);
const site = 'calf-left';

const session = (over: Partial<PastSession> = {}): PastSession => ({
  id: 'one',
  site,
  endedAtMs: nowMs - 5 * 60 * minute,
  cem43Min: 0.5,
  coldMinutes: 40,
  contact: true,
  heated: true,
  coldSinceHeatMinutes: null,
  ...over,
});

const strangeNumber = fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, -1e300);
const anySession: fc.Arbitrary<PastSession> = fc.record({
  id: fc.constant('any'),
  site: fc.constantFrom(site, 'outer-knee-left', 'calf-right', 'no-such-site', 'unspecified', null),
  endedAtMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -3000, max: 60 }).map((at) => nowMs + at * minute) },
    { weight: 1, arbitrary: strangeNumber },
  ),
  cem43Min: fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: 0, max: 9, noNaN: true }) },
    { weight: 1, arbitrary: strangeNumber },
  ),
  coldMinutes: fc.oneof(fc.double({ min: 0, max: 45, noNaN: true }), strangeNumber),
  contact: fc.boolean(),
  heated: fc.boolean(),
  coldSinceHeatMinutes: fc.oneof(
    fc.constant(null),
    fc.double({ min: 0, max: 15, noNaN: true }),
    strangeNumber,
  ),
});
const sessions = fc.array(anySession, { maxLength: 8 });

const further = (cem43Min = 0.5): FurtherSession => ({
  site,
  cem43Min,
  coldMinutes: 40,
  heats: true,
});
const violations = (past: readonly PastSession[], planned = 0.5, limits = defaultClinicLimits) =>
  checkExposure(exposureAt(site, past, nowMs), further(planned), limits).map(({ limit }) => limit);

const atLeast = (more: Exposure, fewer: Exposure): void => {
  expect(more.cem43Min).toBeGreaterThanOrEqual(fewer.cem43Min);
  expect(more.coldMinutes).toBeGreaterThanOrEqual(fewer.coldMinutes);
  expect(more.sessions).toBeGreaterThanOrEqual(fewer.sessions);
  expect(more.sessionsInWeek).toBeGreaterThanOrEqual(fewer.sessionsInWeek);
  expect(more.heatDays).toBeGreaterThanOrEqual(fewer.heatDays);
  expect(more.minutesSinceLast ?? Infinity).toBeLessThanOrEqual(fewer.minutesSinceLast ?? Infinity);
};

describe('the last 24 hours at a site', () => {
  it('without sessions are empty, and allow one', () => {
    expect(exposureAt(site, [], nowMs)).toEqual({
      cem43Min: 0,
      coldMinutes: 0,
      sessions: 0,
      sessionsInWeek: 0,
      heatDays: 0,
      minutesSinceLast: null,
      unfinished: null,
    });
    expect(violations([])).toEqual([]);
  });

  it('forget a session after 24 hours, not before', () => {
    const ended = (ageMinutes: number) =>
      exposureAt(site, [session({ endedAtMs: nowMs - ageMinutes * minute })], nowMs).sessions;
    expect([0, 60, 1439.99, 1440, 2000].map(ended)).toEqual([1, 1, 1, 0, 0]);
  });

  it.each([Number.NaN, Infinity, -Infinity, nowMs + 1, nowMs])(
    'count a session that ended at %d as one of just now',
    (endedAtMs) => {
      const now = exposureAt(site, [session({ endedAtMs })], nowMs);
      expect(now).toMatchObject({ sessions: 1, minutesSinceLast: 0 });
    },
  );

  it.each([Number.NaN, Infinity, -Infinity, -1])('count a dose of %d as the most', (dose) => {
    const strange = session({ cem43Min: dose, coldMinutes: dose });
    expect(exposureAt(site, [strange], nowMs)).toMatchObject({ cem43Min: 9, coldMinutes: 45 });
  });

  it('count no dose as none', () => {
    const none = session({ cem43Min: 0, coldMinutes: 0 });
    expect(exposureAt(site, [none], nowMs)).toMatchObject({ cem43Min: 0, coldMinutes: 0 });
  });

  it('do not depend on the order of the sessions', () => {
    fc.assert(
      fc.property(
        sessions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([some, shuffled]) => {
          expect(exposureAt(site, shuffled, nowMs)).toEqual(exposureAt(site, some, nowMs));
        },
      ),
    );
  });

  it('grow with every session, and forbid what they forbade', () => {
    fc.assert(
      fc.property(
        sessions,
        sessions,
        anyLimits,
        fc.double({ min: 0, max: 9, noNaN: true }),
        (some, more, limits, planned) => {
          atLeast(exposureAt(site, [...some, ...more], nowMs), exposureAt(site, some, nowMs));
          const after = violations([...some, ...more], planned, limits);
          for (const limit of violations(some, planned, limits)) expect(after).toContain(limit);
        },
      ),
    );
  });

  it('count what is not known at its worst (L4)', () => {
    fc.assert(
      fc.property(anySession, strangeNumber, (one, strange) => {
        const known = { ...one, contact: true, cem43Min: 9, coldMinutes: 45, endedAtMs: nowMs };
        for (const doubt of [
          { site: null },
          { site: 'unspecified' },
          { cem43Min: strange },
          { coldMinutes: strange },
          { endedAtMs: Number.NaN },
          { endedAtMs: nowMs + minute },
        ]) {
          const doubtful = exposureAt(site, [{ ...known, site, ...doubt }], nowMs);
          atLeast(doubtful, exposureAt(site, [known], nowMs));
          expect(doubtful).toMatchObject({ sessions: 1, minutesSinceLast: 0 });
        }
      }),
    );
  });

  it('and a time that is not known forgets nothing', () => {
    const exposure = exposureAt(site, [session({ endedAtMs: 0 })], Number.NaN);
    expect(exposure).toMatchObject({ sessions: 1, minutesSinceLast: 0 });
  });

  it('count a session only where it was, and only if it touched skin', () => {
    const one = (over: Partial<PastSession>) => exposureAt(site, [session(over)], nowMs).sessions;
    expect(one({ site: 'calf-right' })).toBe(0);
    expect(one({ contact: false })).toBe(0);
    expect(exposureAt('unspecified', [session()], nowMs).sessions).toBe(1);
  });
});

describe('days in a row with heat', () => {
  const daysOf = (...agesH: number[]) =>
    exposureAt(
      site,
      agesH.map((age) => session({ endedAtMs: nowMs - age * 60 * minute })),
      nowMs,
    ).heatDays;

  it.each<[what: string, agesH: number[], days: number]>([
    ['heat of just now', [0], 1],
    ['heat a day and a half ago', [36], 2],
    ['heat longer ago: a day was left out', [36.001], 0],
    ['two of one day', [1, 11], 1],
    ['two that lie a day and a half apart', [10, 46], 2],
    ['two that lie further apart', [10, 46.001], 1],
    ['one a day for a week, in any order', [73, 1, 49, 145, 25, 121, 97], 6],
  ])('%s', (_what, agesH, days) => {
    expect(daysOf(...agesH)).toBe(days);
  });

  it('are none without heat, and one more than may be set is all that is looked back for', () => {
    const cold = session({ heated: false, endedAtMs: nowMs - 60 * minute });
    expect(exposureAt(site, [cold], nowMs).heatDays).toBe(0);
    // 28 may be set.
    expect(longestMemoryMs).toBe(29 * dayMs);
  });
});

describe('one more session', () => {
  it.each([
    [119.9, ['sessionGapMinutes']],
    [120, []],
  ])('%d min after the last', (age, expected) => {
    expect(violations([session({ endedAtMs: nowMs - age * minute })])).toEqual(expected);
  });

  it('is the third of a day at most', () => {
    const short = session({ coldMinutes: 10 });
    expect(violations([short, short])).toEqual([]);
    const three = exposureAt(site, [short, short, short], nowMs);
    expect(checkExposure(three, further(), defaultClinicLimits)).toMatchObject([
      {
        limit: 'sessionsPerDay',
        value: 4,
        bound: 3,
        message: expect.stringMatching(/session 4 in 24 hours .* above the sessionsPerDay limit/),
      },
    ]);
  });

  const often = (change: Partial<Exposure>, heats = true) =>
    checkExposure(
      { ...exposureAt(site, [], nowMs), ...change },
      { ...further(), heats },
      defaultClinicLimits,
    );

  it('is the fourteenth of a week at most, and not of a fifteenth day with heat', () => {
    expect(often({ sessionsInWeek: 13, heatDays: 13 })).toEqual([]);
    expect(often({ sessionsInWeek: 14 })).toMatchObject([
      {
        limit: 'sessionsPerWeek',
        value: 15,
        bound: 14,
        message: expect.stringMatching(/session 15 in 7 days in this region \(left leg\), above/),
      },
    ]);
    expect(often({ heatDays: 14 })).toMatchObject([
      {
        limit: 'heatDaysInARow',
        value: 15,
        bound: 14,
        message: expect.stringMatching(
          /day 15 in a row with heat in this region \(left leg\), above/,
        ),
      },
    ]);
    // Cold alone marks no skin like a net.
    expect(often({ heatDays: 14 }, false)).toEqual([]);
  });

  it('is of no known region where its site is not named', () => {
    const [found] = checkExposure(
      { ...exposureAt('unspecified', [], nowMs), sessionsInWeek: 14 },
      { ...further(), site: 'unspecified' },
      defaultClinicLimits,
    );
    expect(found?.message).toContain('in 7 days in this region, above');
  });

  it('counts with its own projected dose', () => {
    const past = [session({ cem43Min: 5.5 })];
    expect(violations(past, 0.5)).toEqual([]);
    expect(violations(past, 0.5001)).toEqual(['cem43Per24HoursMin']);
    expect(violations([], Number.NaN)).toEqual(['cem43Per24HoursMin']);
  });

  it('is told value, bound and how long to wait', () => {
    const past = [session({ endedAtMs: nowMs - 35 * minute, cem43Min: 6 })];
    const found = checkExposure(exposureAt(site, past, nowMs), further(0.469), defaultClinicLimits);
    const [dose, gap] = found;
    expect(dose).toMatchObject({ bound: 6 });
    expect(dose?.message).toMatch(
      /6\.469 CEM43 min .* above the cem43Per24HoursMin limit of 6 CEM43 min/,
    );
    expect(gap?.message).toMatch(
      /35 min ago \(wait 85 min\), below the sessionGapMinutes limit of 120 min/,
    );
  });

  it('has what is left of the dose, and never less than none', () => {
    fc.assert(
      fc.property(sessions, anyLimits, (past, limits) => {
        const exposure = exposureAt(site, past, nowMs);
        const left = remainingCem43Min(exposure, limits);
        expect(left).toBeGreaterThanOrEqual(0);
        const forbids = (planned: number): boolean =>
          checkExposure(exposure, further(planned), limits).some(
            ({ limit }) => limit === 'cem43Per24HoursMin',
          );
        if (left > 0) expect(forbids(left * 0.999)).toBe(false);
        expect(forbids(left + 0.001)).toBe(true);
      }),
    );
  });
});

describe('what is full now', () => {
  const hour = 60;
  const ago = (hours: number, over: Partial<PastSession> = {}) =>
    session({ endedAtMs: nowMs - hours * hour * minute, ...over });
  const opens = (past: readonly PastSession[], limit: ExposureLimit, planned = 0.5) =>
    opensInMinutes(limit, past, nowMs, further(planned), defaultClinicLimits);

  it.each<[string, readonly PastSession[], ExposureLimit, number | null]>([
    // 80 min of a day are given: each of them has to be a day old for 40 more.
    ['cold', [ago(20), ago(10)], 'coldMinutesPer24Hours', 4 * hour],
    [
      'cold of which the oldest is too little',
      [ago(20, { coldMinutes: 1 }), ago(10, { coldMinutes: 41 })],
      'coldMinutesPer24Hours',
      14 * hour,
    ],
    ['heat', [ago(23, { cem43Min: 3 }), ago(5, { cem43Min: 3 })], 'cem43Per24HoursMin', hour],
    ['sessions of a day', [ago(23), ago(12), ago(3)], 'sessionsPerDay', hour],
    [
      'sessions of a week',
      Array.from({ length: 14 }, (_, index) => ago(12 * index + 1, { coldMinutes: 1 })),
      'sessionsPerWeek',
      168 * hour - 157 * hour,
    ],
    ['another region', [ago(1, { site: 'calf-right', coldMinutes: 80 })], 'sessionsPerDay', 0],
    [
      'a session that ended nobody knows when',
      [session({ endedAtMs: Number.NaN, coldMinutes: 80 })],
      'coldMinutesPer24Hours',
      null,
    ],
  ])('opens again when it is old enough: %s', (_what, past, limit, minutes) => {
    expect(opens(past, limit)).toBe(minutes);
  });

  it('is told in the time at which it passes, and not a millisecond before', () => {
    fc.assert(
      fc.property(
        sessions,
        fc.constantFrom<ExposureLimit>('coldMinutesPer24Hours', 'sessionsPerWeek'),
        (past, limit) => {
          const minutes = opens(past, limit);
          if (minutes === null || minutes === 0) return;
          const passedAt = (atMs: number): boolean =>
            checkExposure(exposureAt(site, past, atMs), further(), defaultClinicLimits).some(
              (one) => one.limit === limit,
            );
          expect(passedAt(nowMs + minutes * minute)).toBe(false);
          expect(passedAt(nowMs + minutes * minute - 1)).toBe(true);
        },
      ),
    );
  });

  it('of which one session alone is more never opens', () => {
    expect(opens([], 'cem43Per24HoursMin', 6.1)).toBeNull();
  });
});

describe('a cold finish by itself', () => {
  const cutOff = (over: Partial<PastSession> = {}): PastSession =>
    session({ endedAtMs: nowMs - 5 * minute, coldMinutes: 25, coldSinceHeatMinutes: 0, ...over });
  /** @param coldFinishMin null for a treatment with heat */
  const found = (past: readonly PastSession[], coldFinishMin: number | null = 10) =>
    checkExposure(
      exposureAt(site, past, nowMs),
      { site, cem43Min: 0, coldMinutes: coldFinishMin ?? 10, heats: coldFinishMin === null },
      defaultClinicLimits,
    ).map(({ limit }) => limit);

  it('waits for no rest after the session that owes it, however many the day had', () => {
    expect(found([cutOff()])).toEqual([]);
    const many = Array.from({ length: 4 }, () => session({ cem43Min: 0.1, coldMinutes: 10 }));
    expect(found([...many, cutOff({ cem43Min: 0.1 })])).toEqual([]);
    expect(exposureAt(site, [cutOff()], nowMs).coldMinutes).toBe(25);
  });

  it.each([
    [0, []],
    [30, []],
    [30.001, ['sessionGapMinutes']],
  ])('may follow within half an hour: %d min after the session that owes it', (age, limits) => {
    expect(found([cutOff({ endedAtMs: nowMs - age * minute })])).toEqual(limits);
  });

  it('and the cold since the heat are together no longer than a cold phase: less over a shallow nerve', () => {
    const { coldPhaseMinutes } = defaultClinicLimits;
    const past = (coldSinceHeatMinutes: number) => [cutOff({ coldSinceHeatMinutes })];
    // Over the calf ten minutes are the most, whatever the clinic allows; over the thigh the clinic's own.
    expect([found(past(0)), found(past(0.1))]).toEqual([[], ['sessionGapMinutes']]);
    const thigh = (since: number) =>
      checkExposure(
        exposureAt('thigh-left', [{ ...past(since)[0]!, site: 'thigh-left' }], nowMs),
        { site: 'thigh-left', cem43Min: 0, coldMinutes: 10, heats: false },
        defaultClinicLimits,
      ).length;
    expect([thigh(coldPhaseMinutes.max - 10), thigh(coldPhaseMinutes.max - 9.9)]).toEqual([0, 1]);
    const overNerve = {
      ...defaultClinicLimits,
      coldPhaseMinutes: { ...coldPhaseMinutes, max: 10 },
    };
    const there = (since: number) =>
      checkExposure(
        exposureAt(site, past(since), nowMs),
        { site, cem43Min: 0, coldMinutes: 10, heats: false },
        overNerve,
      ).map(({ limit }) => limit);
    expect([there(0), there(0.1)]).toEqual([[], ['sessionGapMinutes']]);
    const words = (since: number) =>
      checkExposure(
        exposureAt(site, past(since), nowMs),
        { site, cem43Min: 0, coldMinutes: 10, heats: false },
        overNerve,
      ).map(({ message }) => message.split('; ')[1]);
    expect(words(6.73)).toEqual([
      'as the cold finish that is owed at most 3.2 min fit: 6.7 min of cold came since the heat, and cold at a stretch is bounded by 10 min here',
    ]);
    expect(words(9)[0]).toMatch(/^as the cold finish that is owed at most 1 min fit: 9 min/);
    expect(words(9.2)[0]).toMatch(/^no cold finish fits any more: 9.2 min of cold/);
  });

  it.each<[string, readonly PastSession[], number | null, string]>([
    ['is a treatment with heat', [cutOff()], null, 'sessionGapMinutes'],
    ['comes too late', [cutOff({ endedAtMs: nowMs - 31 * minute })], 10, 'sessionGapMinutes'],
    ['is owed nowhere', [cutOff({ coldSinceHeatMinutes: null })], 10, 'sessionGapMinutes'],
    ['may be at another site', [cutOff({ site: 'unspecified' })], 10, 'sessionGapMinutes'],
    ['has no proven end', [cutOff({ endedAtMs: Number.NaN })], 10, 'sessionGapMinutes'],
    ['ends in the future', [cutOff({ endedAtMs: nowMs + minute })], 10, 'sessionGapMinutes'],
    [
      'was given already',
      [cutOff({ endedAtMs: nowMs - 20 * minute }), session({ endedAtMs: nowMs - 2 * minute })],
      10,
      'sessionGapMinutes',
    ],
    [
      'may have been given by one that ended at the same time',
      [cutOff(), session({ endedAtMs: nowMs - 5 * minute, coldMinutes: 5 })],
      10,
      'sessionGapMinutes',
    ],
    [
      'follows less cold than none',
      [cutOff({ coldSinceHeatMinutes: -1 })],
      10,
      'sessionGapMinutes',
    ],
    [
      'follows a session of endless cold',
      [cutOff({ coldMinutes: Infinity })],
      10,
      'sessionGapMinutes',
    ],
    [
      'may have been given by one that ended nobody knows when',
      [cutOff(), session({ endedAtMs: Number.NaN })],
      10,
      'sessionGapMinutes',
    ],
    [
      'makes too much cold in a day',
      [session({ coldMinutes: 45.1 }), cutOff()],
      10,
      'coldMinutesPer24Hours',
    ],
    ['makes too much cold together', [cutOff({ coldMinutes: 31 })], 10, 'coldMinutesPerSession'],
    [
      'makes too much cold without a break',
      [cutOff({ coldSinceHeatMinutes: 0.2 })],
      10,
      'sessionGapMinutes',
    ],
    [
      'follows cold of nobody knows how long',
      [cutOff({ coldSinceHeatMinutes: Number.NaN })],
      10,
      'sessionGapMinutes',
    ],
    [
      'follows cold that nobody knows',
      [cutOff({ coldMinutes: Number.NaN })],
      10,
      'sessionGapMinutes',
    ],
  ])('that %s is not let through', (_what, past, coldFinishMin, limit) => {
    expect(found(past, coldFinishMin)).toContain(limit);
  });

  it('is let through the rest for no other sessions than those that prove that they owe it', () => {
    fc.assert(
      fc.property(sessions, (past) => {
        const passed = found(past, 5);
        const { minutesSinceLast } = exposureAt(site, past, nowMs);
        if (passed.includes('sessionGapMinutes') || minutesSinceLast === null) return;
        if (minutesSinceLast >= defaultClinicLimits.sessionGapMinutes) return;
        const owing = past.filter(
          ({ coldSinceHeatMinutes, contact, site: where }) =>
            coldSinceHeatMinutes !== null &&
            coldSinceHeatMinutes + 5 <= defaultClinicLimits.coldPhaseMinutes.max &&
            where === site &&
            contact,
        );
        expect(owing.length).toBeGreaterThan(0);
        expect(minutesSinceLast).toBeLessThanOrEqual(30);
      }),
    );
  });
});
