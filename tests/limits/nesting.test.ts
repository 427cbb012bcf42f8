import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clinicLimitsSchema,
  defaultClinicLimits,
  widestLimits,
  withinEnvelope,
} from '../../src/limits/clinic.ts';
import type { ClinicLimits } from '../../src/limits/clinic.ts';
import {
  deviceEnvelope,
  fixedBounds,
  heatCountsMs,
  heatsinkEasesC,
  settableBounds,
} from '../../src/limits/envelope.ts';
import type { FixedBound, Range, SettableBound, SettableName } from '../../src/limits/envelope.ts';
import { firmwareBounds } from '../../src/limits/firmware-bounds.ts';
import type { FirmwareBound } from '../../src/limits/firmware-bounds.ts';
import { planOf, plannedTemperatureC } from '../../src/limits/plan.ts';
import { prescriptionSchema } from '../../src/limits/prescription.ts';
import { checkPlan, projectDose } from '../../src/safety/dose.ts';
import { anyLimits, anyPrescription, shortPrescription, wider } from './arbitraries.ts';

/** Law L6: firmware ⊇ device envelope ⊇ clinic limits ⊇ prescription. */

const ends = ({ min, max }: FixedBound | FirmwareBound): unknown[] => [min, max];

const settableNames = Object.keys(settableBounds) as SettableName[];

describe('the layers', () => {
  test('firmware encloses the device envelope', () => {
    const pairs = Object.values<FirmwareBound>(firmwareBounds).flatMap((firmware) =>
      firmware.encloses.map((name) => ({ name, firmware, device: deviceEnvelope[name] })),
    );
    const outside = pairs.filter(({ firmware, device }) => {
      const above = firmware.max !== undefined && (device.max ?? Infinity) > firmware.max;
      const below = firmware.min !== undefined && (device.min ?? -Infinity) < firmware.min;
      return above || below;
    });
    expect(outside).toEqual([]);
    expect(pairs.length).toBeGreaterThan(10);
  });

  test('the trips enclose what may be set: 1 °C of control error fits between', () => {
    expect(settableBounds.hotSetpointC.max + 1).toBeLessThanOrEqual(fixedBounds.plateC.max ?? 0);
    expect(settableBounds.coldSetpointC.min - 1).toBeGreaterThanOrEqual(
      fixedBounds.plateC.min ?? 99,
    );
    expect(settableBounds.coldSetpointC.max).toBeLessThan(settableBounds.hotSetpointC.min);
  });

  test.each([
    ['the built-in limits', defaultClinicLimits],
    ['the widest limits', widestLimits],
  ])('%s lie inside the device envelope', (_, limits) => {
    expect(withinEnvelope(limits)).toEqual(limits);
  });

  test('are frozen to the last number, and each bound has its reason and source', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    const withoutLists = Object.values<FirmwareBound>(firmwareBounds).every(Object.isFrozen);
    expect([deviceEnvelope, defaultClinicLimits, widestLimits].every(frozen)).toBe(true);
    expect(withoutLists && Object.isFrozen(firmwareBounds)).toBe(true);
    for (const bound of Object.values<FixedBound>(deviceEnvelope)) {
      expect(bound.reason.length).toBeGreaterThan(10);
      expect(bound.source.length).toBeGreaterThan(9);
      expect(Number.isFinite(bound.min ?? bound.max)).toBe(true);
    }
  });

  test.each(Object.entries(settableBounds))(
    '%s is no wider than the reason beside it says',
    (_name, { min, max, stated, reason }: SettableBound) => {
      expect(min).toBeGreaterThanOrEqual(stated.min ?? -Infinity);
      expect(max).toBeLessThanOrEqual(stated.max ?? Infinity);
      const named = reason.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
      const statedEnds = Object.values(stated);
      expect(statedEnds.length).toBeGreaterThan(0);
      expect(named).toEqual(expect.arrayContaining(statedEnds));
    },
  );

  test('these numbers were decided; a change here is a change of the hazard analysis', () => {
    expect(
      Object.fromEntries(
        Object.entries<FixedBound>(deviceEnvelope).map(([name, bound]) => [name, ends(bound)]),
      ),
    ).toEqual({
      coldSetpointC: [10, 20],
      hotSetpointC: [36, 42],
      coldPhaseMinutes: [1, 15],
      hotPhaseMinutes: [1, 20],
      rotations: [0, 14],
      rampCPerS: [0.1, 0.5],
      coldMinutesPerSession: [5, 45],
      coldMinutesPer24Hours: [5, 120],
      sessionMinutes: [3, 90],
      cem43PerSessionMin: [0.5, 9],
      cem43Per24HoursMin: [0.5, 9],
      sessionsPerDay: [1, 3],
      sessionsPerWeek: [1, 21],
      heatDaysInARow: [1, 28],
      sessionGapMinutes: [120, 720],
      neutralC: [25, 35],
      plateC: [7, 43],
      plateAtOnceC: [6, 44],
      plateHeatingCPerS: [undefined, 1],
      plateCoolingCPerS: [undefined, 1.5],
      heatsinkC: [undefined, 54],
      coolDuty: [undefined, 1],
      heatDutyOn5V: [undefined, 1],
      hotSetpointOn12VC: [undefined, 40],
      heatDutyOn12V: [undefined, 0.4],
    });
    expect(heatCountsMs).toBe(30_000);
    expect(heatsinkEasesC).toBeCloseTo(52.8, 9);
    expect(
      Object.fromEntries(
        Object.entries<FirmwareBound>(firmwareBounds).map(([name, bound]) => [name, ends(bound)]),
      ),
    ).toEqual({
      plateC: [5, 44],
      directionMinutes: [undefined, 20],
      sessionMinutes: [undefined, 95],
      plateHeatingCPerS: [undefined, 1.25],
      plateCoolingCPerS: [undefined, 2],
      sensorCounts: [130, 900],
      leaseMs: [undefined, 500],
      reversalRampMs: [100, undefined],
    });
    expect(defaultClinicLimits).toEqual({
      coldSetpointC: { min: 10, max: 20 },
      hotSetpointC: { min: 36, max: 41 },
      coldPhaseMinutes: { min: 1, max: 15 },
      hotPhaseMinutes: { min: 1, max: 15 },
      rotations: { min: 0, max: 14 },
      rampCPerS: { min: 0.1, max: 0.5 },
      coldMinutesPerSession: 40,
      coldMinutesPer24Hours: 80,
      sessionMinutes: 75,
      cem43PerSessionMin: 2,
      cem43Per24HoursMin: 6,
      sessionsPerDay: 3,
      sessionsPerWeek: 14,
      heatDaysInARow: 14,
      sessionGapMinutes: 120,
    });
  });
});

const preset = {
  name: 'some',
  rotations: 1,
  cold: { setpointC: 12, minutes: 5 },
  hot: { setpointC: 38, minutes: 5 },
  finalCold: { minutes: 5 },
  rampCPerS: 0.25,
};
const somePlan = planOf(preset);

describe('limits of a clinic', () => {
  test('are accepted anywhere inside the envelope, and come back as written', () => {
    fc.assert(
      fc.property(anyLimits, (limits) => {
        expect(clinicLimitsSchema.parse(limits)).toEqual(limits);
      }),
    );
  });

  const wrong = fc.oneof(
    fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    fc.constantFrom(Number.NaN, Infinity),
  );

  test('are refused for one end outside the envelope, also where code hands them over', () => {
    fc.assert(
      fc.property(
        anyLimits,
        fc.constantFrom(...settableNames),
        fc.constantFrom('min', 'max'),
        wrong,
        (limits, name, end, by) => {
          const bound = settableBounds[name];
          const outside = end === 'max' ? bound.max + by : bound.min - by;
          fc.pre(Number.isNaN(outside) || outside < bound.min || outside > bound.max);
          const old = limits[name];
          const value = typeof old === 'number' ? outside : { ...old, [end]: outside };
          const wide: ClinicLimits = { ...limits, [name]: value };
          expect(clinicLimitsSchema.safeParse(wide).success).toBe(false);
          expect(() => withinEnvelope(wide)).toThrow(name);
          expect(() => prescriptionSchema(wide)).toThrow('(LIMITS_EXCEEDED)');
          expect(() => checkPlan(somePlan, wide)).toThrow('(LIMITS_EXCEEDED)');
        },
      ),
    );
  });
});

function inside(value: number, { min, max }: Range): void {
  expect(value).toBeGreaterThanOrEqual(min);
  expect(value).toBeLessThanOrEqual(max);
}

const accepts = (limits: ClinicLimits, prescription: unknown): boolean =>
  prescriptionSchema(limits).safeParse(prescription).success;

describe('a prescription', () => {
  test('that some limits accept, every wider limits accept', () => {
    let met = 0;
    fc.assert(
      fc.property(anyLimits, anyLimits, shortPrescription, (narrow, other, prescription) => {
        // Half of the cases start from limits drawn around the prescription, or few would be accepted.
        const drawn = wider(narrow, {
          ...widestLimits,
          cem43PerSessionMin: narrow.cem43PerSessionMin,
        });
        for (const limits of [narrow, drawn]) {
          if (!accepts(limits, prescription)) continue;
          met += 1;
          expect(accepts(wider(limits, other), prescription)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
    expect(met).toBeGreaterThan(10);
  });

  test('never exceeds the envelope, in any number, sum, or phase of its plan', () => {
    let met = 0;
    fc.assert(
      fc.property(fc.oneof(anyPrescription, shortPrescription), (prescription) => {
        if (!accepts(widestLimits, prescription)) return;
        met += 1;
        const plan = planOf(prescription);
        const { cem43Min, coldMinutes, totalMinutes } = projectDose(plan);
        expect(cem43Min).toBeLessThanOrEqual(settableBounds.cem43PerSessionMin.max);
        expect(coldMinutes).toBeLessThanOrEqual(settableBounds.coldMinutesPerSession.max);
        expect(totalMinutes).toBeLessThanOrEqual(settableBounds.sessionMinutes.max);
        inside(plan.rampCPerS, settableBounds.rampCPerS);
        for (const { kind, setpointC, dwellMs } of plan.phases) {
          const cold = kind === 'cold';
          inside(setpointC, cold ? settableBounds.coldSetpointC : settableBounds.hotSetpointC);
          inside(
            dwellMs / 60_000,
            cold ? settableBounds.coldPhaseMinutes : settableBounds.hotPhaseMinutes,
          );
        }
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(50);
  });

  test('starts cold, alternates, and the plate is cold at both ends of the treatment (law L2)', () => {
    let met = 0;
    fc.assert(
      fc.property(shortPrescription, (prescription) => {
        if (!accepts(widestLimits, prescription)) return;
        met += 1;
        const plan = planOf(prescription);
        const kinds = plan.phases.map(({ kind }) => kind);
        expect(kinds).toHaveLength(2 * prescription.rotations + 1);
        expect(kinds.every((kind, at) => kind === (at % 2 === 0 ? 'cold' : 'hot'))).toBe(true);
        expect(plan.phases.map(({ number }) => number)).toEqual(kinds.map((_, at) => at + 1));
        const { setpointC } = prescription.cold;
        expect(plannedTemperatureC(plan, 0)).toBe(setpointC);
        expect(plannedTemperatureC(plan, plan.totalMinutes)).toBeCloseTo(setpointC, 2);
        expect(plan.coldMinutes + plan.hotMinutes).toBeCloseTo(plan.totalMinutes, 9);
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(50);
  });

  test('is accepted exactly where the check of its plan finds nothing', () => {
    const seen = { yes: 0, no: 0 };
    const someLimits = fc.oneof(fc.constantFrom(widestLimits, defaultClinicLimits), anyLimits);
    const some = fc.oneof(anyPrescription, shortPrescription);
    fc.assert(
      fc.property(someLimits, some, (limits, prescription) => {
        const found = checkPlan(planOf(prescription), limits);
        const accepted = accepts(limits, prescription);
        seen[accepted ? 'yes' : 'no'] += 1;
        expect(found.length === 0).toBe(accepted);
        for (const { bound, reason, message } of found) {
          expect(message).toContain(String(bound));
          expect(message).toContain(reason);
        }
      }),
      { numRuns: 600 },
    );
    expect(seen.yes).toBeGreaterThan(10);
    expect(seen.no).toBeGreaterThan(50);
  });

  test.each([
    ['coldSetpointC', { min: 13, max: 20 }, ['cold.setpointC', 12, 13]],
    ['hotSetpointC', { min: 36, max: 37 }, ['hot.setpointC', 38, 37]],
    ['coldPhaseMinutes', { min: 6, max: 15 }, ['cold.minutes', 5, 6], ['finalCold.minutes', 5, 6]],
    ['hotPhaseMinutes', { min: 1, max: 4 }, ['hot.minutes', 5, 4]],
    ['rotations', { min: 2, max: 14 }, ['rotations', 1, 2]],
    ['rampCPerS', { min: 0.1, max: 0.2 }, ['rampCPerS', 0.25, 0.2]],
    ['coldMinutesPerSession', 9, ['cold.minutes', 10, 9]],
    ['sessionMinutes', 14, ['rotations', 15, 14]],
  ] as const)(
    'that breaks only %s breaks just that, by file and by plan',
    (name, value, ...broken) => {
      expect(checkPlan(somePlan, widestLimits)).toEqual([]);
      const limits: ClinicLimits = { ...widestLimits, [name]: value };
      const found = checkPlan(somePlan, limits);
      expect(found.map((one) => [one.field, one.value, one.bound])).toEqual(broken);
      expect(new Set(found.map(({ limit }) => limit))).toEqual(new Set([name]));
      const { error } = prescriptionSchema(limits).safeParse(preset);
      const written = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      expect(written).toEqual(found.map(({ field, message }) => `${field}: ${message}`));
    },
  );

  test('with endless rotations is not spelled out', () => {
    for (const rotations of [15, 1e9, Infinity, Number.NaN, -1, 2.5]) {
      expect(() => planOf({ ...preset, rotations })).toThrow('(LIMITS_EXCEEDED)');
      expect(accepts(widestLimits, { ...preset, rotations })).toBe(false);
    }
  });
});
