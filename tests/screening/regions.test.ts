/** What one site has had, its whole region has had: cold, rest, sessions and days of heat. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import { isColdFinish } from '../../src/limits/plan.ts';
import { presets } from '../../src/limits/presets.ts';
import type { PastSession } from '../../src/safety/exposure.ts';
import { allClear } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { bodySites, regionOf } from '../../src/safety/screening-sites.ts';
import type { Override } from '../../src/safety/screening.ts';
import { admit, allowanceFor } from '../../src/treatment/admission.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { standard, temporaryFolder } from '../limits/files.ts';
import { ann, troubledBy } from './people.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const nowMs = Date.UTC(2026, 10, 20, 12);
const file = temporaryFolder();

/** A standard treatment that ended so long ago. */
const session = (site: string | null, agoMs: number, over: Partial<PastSession> = {}) => ({
  id: `${String(site)} ${agoMs}`,
  site,
  endedAtMs: nowMs - agoMs,
  cem43Min: 0.4,
  coldMinutes: 40,
  contact: true,
  heated: true,
  coldSinceHeatMinutes: null,
  ...over,
});

interface Start {
  readonly site?: string;
  readonly past?: readonly PastSession[];
  readonly plan?: string;
  readonly answers?: Answers;
  readonly override?: Override | null;
  readonly atMs?: number;
}

function start({
  site = 'calf-left',
  past = [],
  plan = 'seed-spasm',
  answers = allClear,
  override = null,
  atMs = nowMs,
}: Start) {
  const prescribed = prepareTreatment(plan, undefined, rigs.reference);
  const allowance = allowanceFor(prescribed, site, { sessions: past, nowMs: atMs });
  const admission = admit(prescribed, { site, answers, override }, allowance);
  const { refusal, screening } = admission;
  return {
    refused: refusal?.message ?? null,
    code: refusal?.code ?? null,
    limits: screening.reasons.map(({ id, rating }) => `${id} ${rating}`),
    caps: admission.prescribed.config.caps,
    plan: prescribed.config.plan,
  };
}

it.each([
  [
    'leg-left',
    ['calf', 'hamstring', 'thigh', 'inner-thigh', 'buttock', 'shin', 'foot', 'outer-knee'],
  ],
  ['arm-right', ['biceps', 'triceps', 'forearm', 'hand', 'inner-elbow']],
  ['back-and-neck', ['lower-back', 'upper-back', 'neck-shoulder', 'neck-shoulder']],
  ['belly', ['abdomen', 'ribs', 'ribs', 'genitals']],
  ['head', ['face', 'jaw', 'eyes', 'front-of-neck']],
  [null, ['unspecified']],
] as const)('the region %s', (region, parts) => {
  const inIt = bodySites.filter((one) => one.region === region);
  expect(inIt.map(({ id }) => id.replace(/-(left|right)$/, '')).toSorted()).toEqual(
    [...parts].toSorted(),
  );
});

it('of a site that nobody knows is every one', () => {
  expect([null, 'nowhere', 'unspecified'].map(regionOf)).toEqual([null, null, null]);
});

describe('a further session', () => {
  const twice = [session('calf-left', 3 * hourMs), session('calf-left', 9 * hourMs)];

  it('is refused where it would be the third with 40 min of cold in a day', () => {
    const third = start({ past: twice });
    expect(third.limits).toEqual(['coldMinutesPer24Hours absolute']);
    expect(third.refused).toMatch(/120 min of cold in 24 hours .*left leg.* limit of 80 min/);
    expect(start({ past: twice, override: ann }).code).toBe('SCREENING_DECLINED');
    expect(start({ past: twice.slice(0, 1) }).refused).toBeNull();
  });

  it.each([
    ['outer-knee-left', 'sessionGapMinutes absolute'],
    ['foot-left', 'sessionGapMinutes absolute'],
    ['buttock-left', 'sessionGapMinutes absolute'],
    ['calf-right', null],
    ['lower-back', null],
  ])('at %s seconds after one at the left calf', (site, limit) => {
    const plan = 'seed-spasm-gentle';
    const { limits } = start({ site, plan, past: [session('calf-left', 20_000)] });
    const found = limits.filter((one) => !one.startsWith('site '));
    expect(found).toEqual(limit === null ? [] : [limit]);
  });

  it('counts one of an older record by its site, and one of no site everywhere', () => {
    for (const site of [null, 'a-site-of-another-version', 'unspecified']) {
      expect(start({ past: [session(site, hourMs)] }).limits).toEqual([
        'sessionGapMinutes absolute',
      ]);
    }
    expect(start({ past: [session('forearm-left', hourMs)] }).refused).toBeNull();
  });

  it('at the neck counts the lower back', () => {
    const past = [session('lower-back', 121 * minuteMs), session('upper-back', 6 * hourMs)];
    expect(start({ site: 'neck-shoulder-left', past }).limits).toEqual([
      'coldMinutesPer24Hours absolute',
    ]);
  });

  it('is the fourteenth in seven days at most', () => {
    // Twice a day, in cold so short that only their number counts.
    const short = { coldMinutes: 5, heated: false } as const;
    const week = Array.from({ length: 14 }, (_, at) =>
      session('calf-left', (at * 0.5 + 0.4) * dayMs, short),
    );
    const { limits, refused } = start({ past: week });
    expect(limits).toEqual(['sessionsPerWeek absolute']);
    expect(refused).toContain('session 15 in 7 days');
    expect(start({ past: week.slice(1) }).refused).toBeNull();
  });

  it('with heat on the fifteenth day in a row is for a clinician who has seen the skin', () => {
    const daily = Array.from({ length: 14 }, (_, at) =>
      session('calf-left', (at + 1) * dayMs - hourMs),
    );
    expect(start({ past: daily.slice(0, 13) }).refused).toBeNull();
    const { limits, refused } = start({ past: daily });
    expect(limits).toEqual(['heatDaysInARow override']);
    expect(refused).toMatch(/day 15 in a row with heat .* net/);
    // Whoever decides, it is given within the reduced limits.
    expect(start({ past: daily, override: ann }).refused).toMatch(/LIMITS_EXCEEDED/);
    expect(start({ past: daily, override: ann, plan: 'seed-spasm-gentle' }).refused).toBeNull();
    expect(start({ past: daily, plan: 'cold-finish' }).refused).toBeNull();
    // A day left out, or days of cold alone, are no row.
    expect(start({ past: daily.filter((_, at) => at !== 4) }).refused).toBeNull();
    const unheated = daily.map((one) => ({ ...one, heated: false }));
    expect(start({ past: unheated }).refused).toBeNull();
  });

  it('ends at what the day leaves of cold, with room for a pause, and never beyond the device', () => {
    const capAfter = (coldMinutes: number): number =>
      start({ past: [session('calf-left', 5 * hourMs, { coldMinutes })] }).caps.coldMinutes;
    expect([0, 40].map(capAfter)).toEqual([45, 45]);
    const gentle = start({
      plan: 'seed-spasm-gentle',
      past: [session('calf-left', 5 * hourMs, { coldMinutes: 45 })],
    });
    expect(gentle.refused).toBeNull();
    expect(gentle.caps.coldMinutes).toBe(40);
  });
});

describe('somebody at risk', () => {
  const diabetic = { answers: troubledBy('diabetes'), override: ann } as const;

  it('is given 32 min of cold at 15 °C, whoever decides, and not 12 °C', () => {
    const mild = standard.replace('setpointC: 40', 'setpointC: 38');
    const { refused, code } = start({ ...diabetic, plan: file('12.yaml', mild) });
    expect(code).toBe('LIMITS_EXCEEDED');
    expect(refused).toContain('cold.setpointC: 12 °C is below the reduced limit of 15 °C');
    expect(refused).toContain('cold.minutes: 10 min is above the reduced limit of 8 min');
    expect(refused).toContain('finalCold.minutes: 10 min is above the reduced limit of 8 min');
    expect(refused).toContain('cold of all phases: 40 min is above the reduced limit of 32 min');
    const gentle = start({ ...diabetic, plan: 'seed-spasm-gentle' });
    expect(gentle.refused).toBeNull();
    expect(gentle.plan).toMatchObject({ coldMinutes: 32, totalMinutes: 56 });
    expect(gentle.caps.coldMinutes).toBe(37);
  });

  it.each([
    ['179 min after the last', [179], ['sessionGapMinutes']],
    ['180 min after the last', [180], []],
    ['as the third of a day', [180, 600], ['sessionsPerDay']],
  ])('%s', (_what, agoMinutes, limits) => {
    const past = agoMinutes.map((ago) =>
      session('thigh-left', ago * minuteMs, { coldMinutes: 20 }),
    );
    const plan = 'seed-spasm-gentle';
    const found = start({ ...diabetic, plan, past }).limits;
    expect(found.filter((one) => !one.startsWith('diabetes'))).toEqual(
      limits.map((limit) => `${limit} absolute`),
    );
    // With nothing wrong the clinic's own limits hold.
    expect(start({ plan, past }).refused).toBeNull();
  });

  it('is given the cold finish that is owed, in its gentle form alone', () => {
    const past = [session('calf-left', 5 * minuteMs, { coldMinutes: 23, coldSinceHeatMinutes: 0 })];
    expect(start({ ...diabetic, past, plan: 'cold-finish-gentle' }).refused).toBeNull();
    const { refused } = start({ ...diabetic, past, plan: 'cold-finish' });
    expect(refused).toContain('--prescription cold-finish-gentle');
  });

  it('passes a limit of their own with certainty where the clinic’s is passed in doubt', () => {
    const past = [
      session('calf-left', 150 * minuteMs, { coldMinutes: 20 }),
      session('calf-left', 100 * minuteMs, { coldMinutes: 20, timeProven: false }),
    ];
    const { limits, code } = start({ ...diabetic, past, plan: 'seed-spasm-gentle' });
    expect(limits).toContain('sessionGapMinutes absolute');
    expect(code).toBe('SCREENING_DECLINED');
  });
});

describe('whoever starts whatever wherever, for weeks', () => {
  const treatable = bodySites.filter(({ rating }) => rating !== 'absolute').map(({ id }) => id);
  const anyStart = fc.record({
    site: fc.constantFrom(...treatable, 'calf-left', 'hamstring-left', 'foot-left'),
    plan: fc.constantFrom(...presets.map(({ id }) => id)),
    afterMinutes: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 1500 })),
    atRisk: fc.boolean(),
    /** Of its plan, 0 … 1; above 1 it was paused in the cold. */
    given: fc.double({ min: 0.1, max: 1.3, noNaN: true }),
  });

  it('no region goes beyond its day, its week, or its rest', () => {
    let admitted = 0;
    fc.assert(
      fc.property(fc.array(anyStart, { minLength: 10, maxLength: 40 }), (starts) => {
        const past: PastSession[] = [];
        let atMs = nowMs;
        for (const { site, plan, afterMinutes, atRisk, given } of starts) {
          atMs += afterMinutes * minuteMs;
          const answers = atRisk ? troubledBy('frail') : allClear;
          const one = start({ site, plan, past, answers, atMs });
          if (one.refused !== null) continue;
          admitted += 1;
          const began = atMs;
          atMs += one.plan.totalMinutes * minuteMs;
          past.push({
            id: String(past.length),
            site,
            endedAtMs: atMs,
            cem43Min: 0,
            coldMinutes: Math.min(one.caps.coldMinutes, given * one.plan.coldMinutes),
            contact: true,
            heated: !isColdFinish(one.plan),
            coldSinceHeatMinutes: null,
          });
          const here = past.filter((other) => {
            const [region, mine] = [regionOf(other.site), regionOf(site)];
            return region === null || mine === null || region === mine;
          });
          const within = (ms: number) => here.filter(({ endedAtMs }) => began - endedAtMs < ms);
          const cold = within(dayMs).reduce((sum, { coldMinutes }) => sum + coldMinutes, 0);
          // What a pause in the cold adds is bounded by itself.
          expect(cold).toBeLessThanOrEqual(defaultClinicLimits.coldMinutesPer24Hours + 5 + 1e-9);
          expect(cold).toBeLessThanOrEqual(settableBounds.coldMinutesPer24Hours.max);
          expect(within(dayMs).length).toBeLessThanOrEqual(atRisk ? 2 : 3);
          expect(within(7 * dayMs).length).toBeLessThanOrEqual(14);
          const last = Math.max(...here.slice(0, -1).map(({ endedAtMs }) => endedAtMs));
          expect(began - last).toBeGreaterThanOrEqual((atRisk ? 180 : 120) * minuteMs);
        }
      }),
      { numRuns: 40 },
    );
    expect(admitted).toBeGreaterThan(100);
  });
});
