import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cem43OfRamp, cem43PerMinute } from '../../src/limits/cem43.ts';
import { widestLimits } from '../../src/limits/clinic.ts';
import { planOf, plannedTemperatureC, rotationsOf } from '../../src/limits/plan.ts';
import { prescriptionSchema } from '../../src/limits/prescription.ts';
import { checkTotals } from '../../src/limits/projection.ts';
import {
  addDose,
  checkPlan,
  coldThresholdC,
  noDose,
  projectDose,
  unknownHottestC,
  worstPlausible,
} from '../../src/safety/dose.ts';
import { shortPrescription } from './arbitraries.ts';
import { rampMsOf } from '../../src/limits/owed.ts';

/** Sapareto & Dewey 1984, computed by hand: °C, seconds, CEM43 minutes. */
const constant: readonly (readonly [number, number, number])[] = [
  [12, 600, 2.16840434e-18],
  [37, 3600, 0.0146484375],
  [39, 600, 0.0390625],
  [40, 600, 0.15625],
  [40, 1800, 0.46875],
  [41, 1800, 1.875],
  [41.5, 1800, 3.75],
  [42, 600, 2.5],
  [42, 1800, 7.5],
  [42.5, 600, 5],
  [43, 60, 1],
  [43, 600, 10],
  [43.5, 60, 1.41421356],
  [44, 60, 2],
  [44, 600, 20],
  [45, 60, 4],
  [46, 30, 4],
  [48, 10, 5.33333333],
  [50, 5, 10.6666667],
  [53, 60, 1024],
  // Thresholds of Moritz & Henriques 1947.
  [44, 6 * 3600, 720],
  [47, 45 * 60, 720],
  [48, 18 * 60, 576],
  [49, 9.5 * 60, 608],
  [50, 5 * 60, 640],
  [51, 4 * 60, 1024],
];

/** From °C, to °C, seconds, CEM43 minutes. */
const ramps: readonly (readonly [number, number, number, number])[] = [
  [32, 42, 60, 0.0180337],
  [42, 44, 60, 0.9918528],
  [37, 45, 120, 1.2623141],
  [43, 45, 60, 2.1640426],
  [40, 43, 180, 0.7100765],
];

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

describe('the heat dose', () => {
  test.each(constant)('of %d °C for %d s is %d CEM43 min', (temperatureC, seconds, expected) => {
    const span = { fromC: temperatureC, toC: temperatureC };
    expect(relative(addDose(noDose, span, seconds / 60).cem43Min, expected)).toBeLessThan(5e-9);
  });

  test.each(ramps)('of a ramp %d → %d °C in %d s is %d', (fromC, toC, seconds, expected) => {
    const up = addDose(noDose, { fromC, toC }, seconds / 60).cem43Min;
    const down = addDose(noDose, { fromC: toC, toC: fromC }, seconds / 60).cem43Min;
    expect(Math.abs(up - expected)).toBeLessThan(5.1e-8);
    expect(down).toBe(up);
  });

  test('of the standard treatment is 0.469 projected and 0.386 with its ramps', () => {
    const plan = planOf({
      name: 'standard',
      rotations: 3,
      cold: { setpointC: 12, minutes: 10 },
      hot: { setpointC: 40, minutes: 10 },
      finalCold: { minutes: 10 },
      rampCPerS: 0.25,
    });
    expect(projectDose(plan).cem43Min).toBeCloseTo(0.46875, 10);
    let dose = noDose;
    for (let second = 0; second < 70 * 60; second += 1) {
      const fromC = plannedTemperatureC(plan, second / 60);
      dose = addDose(dose, { fromC, toC: plannedTemperatureC(plan, (second + 1) / 60) }, 1 / 60);
    }
    expect(dose.cem43Min).toBeCloseTo(0.386, 3);
  });

  const anyC = fc.double({ min: -20, max: 80, noNaN: true });

  test('is a number for any finite readings, and more where they are higher', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, (fromC, toC) => {
        const dose = cem43OfRamp(fromC, toC, 1);
        expect(dose).toBeGreaterThanOrEqual(0);
        expect(cem43OfRamp(Math.max(fromC, toC), toC, 1)).toBeGreaterThanOrEqual(
          dose * (1 - 1e-12),
        );
      }),
    );
  });

  test('does not depend on how finely an interval is cut', () => {
    fc.assert(
      fc.property(anyC, anyC, fc.double({ min: 0, max: 1, noNaN: true }), (fromC, toC, share) => {
        const middleC = fromC + share * (toC - fromC);
        const whole = addDose(noDose, { fromC, toC }, 1);
        const first = addDose(noDose, { fromC, toC: middleC }, share);
        const both = addDose(first, { fromC: middleC, toC }, 1 - share);
        expect(Math.abs(both.cem43Min / whole.cem43Min - 1)).toBeLessThan(1e-9);
        expect(both.coldMinutes).toBeCloseTo(whole.coldMinutes, 9);
      }),
    );
  });

  test('lies between those of the two ends, and stops growing at 60 °C', () => {
    fc.assert(
      fc.property(anyC, anyC, (fromC, toC) => {
        const dose = cem43OfRamp(fromC, toC, 1);
        const slack = 1e-12;
        expect(dose).toBeGreaterThanOrEqual(cem43PerMinute(Math.min(fromC, toC)) * (1 - slack));
        expect(dose).toBeLessThanOrEqual(cem43PerMinute(Math.max(fromC, toC)) * (1 + slack));
      }),
    );
    // The smallest steps that a number can hold: their dose must not vanish.
    expect(cem43OfRamp(0, -5e-324, 1)).toBe(cem43PerMinute(0));
    expect(cem43OfRamp(0, 1e-310, 1)).toBe(cem43PerMinute(0));
    expect(cem43PerMinute(1000)).toBe(2 ** 17);
    expect(cem43OfRamp(60, 1000, 1)).toBe(2 ** 17);
  });
});

describe('a reading that is not there', () => {
  const reading = fc.oneof(
    fc.double({ min: -20, max: 80, noNaN: true }),
    fc.constantFrom(Number.NaN, Infinity, -Infinity),
  );

  test('never lowers the dose, and never counts as no cold', () => {
    fc.assert(
      fc.property(reading, reading, fc.double({ min: 1e-6, max: 5, noNaN: true }), (a, b, dt) => {
        const known = [a, b].filter((value) => Number.isFinite(value));
        const believed = known.length === 2;
        const { cem43Min, coldMinutes } = addDose(noDose, { fromC: a, toC: b }, dt);
        const least = believed
          ? cem43OfRamp(a, b, dt)
          : dt * cem43PerMinute(Math.max(unknownHottestC, ...known));
        expect(cem43Min).toBeGreaterThanOrEqual(least);
        expect(coldMinutes).toBeGreaterThanOrEqual(believed ? 0 : dt);
      }),
    );
  });

  test('is charged at the worst of the last value and the other sensors', () => {
    expect(worstPlausible(40, [41, Number.NaN, 12])).toEqual({ hottestC: 41, coldestC: 12 });
    expect(worstPlausible(undefined, [Number.NaN, 38])).toEqual({ hottestC: 38, coldestC: 38 });
    expect(worstPlausible(42, [])).toEqual({ hottestC: 42, coldestC: 42 });
    expect(worstPlausible(Number.NaN, [Infinity, -Infinity])).toEqual({
      hottestC: 45,
      coldestC: 5,
    });
  });

  test.each([
    [noDose, -1],
    [noDose, Number.NaN],
    [noDose, Infinity],
    [{ ...noDose, cem43Min: Number.NaN }, 1],
    [{ ...noDose, coldMinutes: -1 }, 1],
    [{ ...noDose, coldDegreeMinutes: Number.NaN }, 1],
  ])('with a dose or a time that cannot be is a defect: %j, %d', (state, dtMinutes) => {
    expect(() => addDose(state, { fromC: 30, toC: 30 }, dtMinutes)).toThrow('(DEFECT)');
  });
});

const cold = (fromC: number, toC: number): number => addDose(noDose, { fromC, toC }, 2).coldMinutes;

describe('cold minutes', () => {
  test('count at and below the threshold, and the share of a ramp that is below it', () => {
    expect(cold(coldThresholdC, coldThresholdC)).toBe(2);
    expect(cold(12, 12)).toBe(2);
    expect(cold(coldThresholdC + 0.001, 30)).toBe(0);
    expect(cold(coldThresholdC - 1, coldThresholdC + 3)).toBeCloseTo(0.5, 12);
    expect(cold(coldThresholdC + 3, coldThresholdC - 1)).toBeCloseTo(0.5, 12);
  });

  test('follow the colder of two sensors', () => {
    const warm = { fromC: 40, toC: 40 };
    expect(addDose(noDose, warm, 1, { fromC: 15, toC: 15 })).toEqual({
      cem43Min: cem43PerMinute(40),
      coldMinutes: 1,
      coldDegreeMinutes: 5,
    });
  });

  test('and dose of a treatment that runs as planned never exceed the projection', () => {
    const accepts = prescriptionSchema(widestLimits);
    let met = 0;
    fc.assert(
      fc.property(shortPrescription, (prescription) => {
        fc.pre(accepts.safeParse(prescription).success);
        met += 1;
        const plan = planOf(prescription);
        const steps = Math.ceil(plan.totalMinutes * 20);
        const dt = plan.totalMinutes / steps;
        let dose = noDose;
        for (let step = 0; step < steps; step += 1) {
          const fromC = plannedTemperatureC(plan, step * dt);
          dose = addDose(dose, { fromC, toC: plannedTemperatureC(plan, (step + 1) * dt) }, dt);
        }
        const projected = projectDose(plan);
        // Chords of a sampled ramp differ from the ramp by a step at its corners.
        expect(dose.coldMinutes).toBeLessThanOrEqual(projected.coldMinutes + dt / 2);
        expect(dose.cem43Min).toBeLessThanOrEqual(projected.cem43Min * (1 + 1e-6));
        expect(dose.coldDegreeMinutes).toBeLessThanOrEqual(
          projected.coldDegreeMinutes + (dt / 2) * (20 - prescription.cold.setpointC),
        );
      }),
    );
    expect(met).toBeGreaterThan(50);
  });
});

describe('the planned temperature', () => {
  const shown = planOf({
    name: 'shown',
    rotations: 1,
    cold: { setpointC: 12, minutes: 5 },
    hot: { setpointC: 38, minutes: 4 },
    finalCold: { minutes: 3 },
    rampCPerS: 0.25,
  });

  test('is that of the phases, in their order and for their time', () => {
    expect(shown).toEqual({
      phases: [
        { number: 1, kind: 'cold', setpointC: 12, dwellMs: 300_000, owedMs: 270_000 },
        { number: 2, kind: 'hot', setpointC: 38, dwellMs: 240_000, owedMs: 104_333 },
        { number: 3, kind: 'cold', setpointC: 12, dwellMs: 180_000, owedMs: 44_333 },
      ],
      totalMinutes: 12,
      coldMinutes: 8,
      hotMinutes: 4,
      rampCPerS: 0.25,
    });
  });

  test('has as many phases as rotations ask for, each pair and the final cold', () => {
    for (let rotations = 1; rotations <= 14; rotations += 1) {
      const plan = planOf({
        name: 'many',
        rotations,
        cold: { setpointC: 12, minutes: 3 },
        hot: { setpointC: 38, minutes: 3 },
        finalCold: { minutes: 3 },
        rampCPerS: 0.25,
      });
      expect(plan.phases).toHaveLength(2 * rotations + 1);
      expect(rotationsOf(plan)).toBe(rotations);
    }
  });

  test.each([
    [-1, 12],
    [0, 12],
    [5, 12],
    [5.5, 19.5],
    [6, 27],
    // 26 °C at a quarter of a degree a second are 104 s.
    [5 + 103 / 60, 37.75],
    [5 + 104 / 60, 38],
    [9, 38],
    [9.5, 30.5],
    [9 + 104 / 60, 12],
    [12, 12],
    [99, 12],
  ])('%d min after the start is %d °C', (minutes, celsius) => {
    expect(plannedTemperatureC(shown, minutes)).toBeCloseTo(celsius, 9);
  });
});

const phase = (number: number, kind: 'cold' | 'hot') =>
  ({
    number,
    kind,
    setpointC: kind === 'cold' ? 12 : 40,
    dwellMs: 300_000,
    owedMs: 100_000,
  }) as const;

const plan = (...kinds: ('cold' | 'hot')[]) => ({
  phases: kinds.map((kind, index) => phase(index + 1, kind)),
  totalMinutes: kinds.length * 5,
  coldMinutes: 5,
  hotMinutes: 5,
  rampCPerS: 0.25,
});

test('a cold phase alone is a plan: a cold finish', () => {
  expect(checkPlan(plan('cold'), widestLimits)).toEqual([]);
});

describe('a plan that no prescription yields', () => {
  test.each([
    [[]],
    [['hot', 'cold', 'hot']],
    [['cold', 'hot']],
    [['cold', 'hot', 'hot']],
    [['cold', 'cold', 'cold']],
  ] as const)('%j is refused: it does not start, alternate and end cold', (kinds) => {
    const found = checkPlan(plan(...kinds), widestLimits);
    expect(found.map(({ field }) => field)).toContain('phases');
  });

  test('has phases that are just long enough for their ramps, and not a millisecond less', () => {
    // 30 °C at half a degree a second are one minute, and its rounded ends some more.
    const steep = planOf({
      name: 'steep',
      rotations: 1,
      cold: { setpointC: 12, minutes: 1.1 },
      hot: { setpointC: 42, minutes: 1.1 },
      finalCold: { minutes: 1.1 },
      rampCPerS: 0.5,
    });
    expect(checkTotals(steep, widestLimits)).toEqual([]);
    const rampMs = rampMsOf(30, 0.5);
    expect(rampMs).toBeGreaterThan(60_000);
    const long = steep.phases.map((one) => ({ ...one, dwellMs: rampMs + 1 }));
    expect(checkTotals({ ...steep, phases: long }, widestLimits)).toEqual([]);
    const short = steep.phases.map((one) => ({ ...one, dwellMs: rampMs }));
    expect(checkTotals({ ...steep, phases: short }, widestLimits)).toMatchObject([
      { field: 'hot.minutes', limit: 'rampCPerS', bound: 1.06 },
      { field: 'finalCold.minutes', limit: 'rampCPerS', bound: 1.06 },
    ]);
    for (const rampCPerS of [0, -0, Number.NaN]) {
      expect(checkTotals({ ...steep, rampCPerS }, widestLimits)).toHaveLength(2);
    }
  });

  test('is refused for every number that is not finite', () => {
    const good = plan('cold', 'hot', 'cold');
    expect(checkPlan(good, widestLimits)).toEqual([]);
    for (const bad of [Number.NaN, Infinity, -Infinity]) {
      const broken = good.phases.map((one, at) => (at === 1 ? { ...one, setpointC: bad } : one));
      const endless = good.phases.map((one, at) => (at === 2 ? { ...one, dwellMs: bad } : one));
      for (const wrong of [
        { ...good, rampCPerS: bad },
        { ...good, totalMinutes: bad },
        { ...good, coldMinutes: bad },
        { ...good, phases: broken },
        { ...good, phases: endless },
      ]) {
        expect(checkPlan(wrong, widestLimits)).not.toEqual([]);
      }
    }
  });
});
