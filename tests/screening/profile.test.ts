import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompanionError } from '../../src/errors.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import type { ClinicLimits } from '../../src/limits/clinic.ts';
import { planOf } from '../../src/limits/plan.ts';
import { presets } from '../../src/limits/presets.ts';
import { checkPlan } from '../../src/limits/projection.ts';
import { limitsFor, reducedWords } from '../../src/safety/screening-profile.ts';
import { anyLimits, shortPrescription, wider } from '../limits/arbitraries.ts';

const reduced = { profile: 'reduced', coldPhaseMaxMinutes: null } as const;
const anyBound = fc.constantFrom(null, 1, 5, 10, 15);

/** Undefined where a clinic's limits leave nothing. */
function narrowed(limits: ClinicLimits, coldPhaseMaxMinutes: number | null) {
  try {
    return limitsFor(limits, { profile: 'reduced', coldPhaseMaxMinutes });
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(CompanionError);
    expect(thrown).toMatchObject({ code: 'LIMITS_EXCEEDED' });
    return undefined;
  }
}

describe('the reduced limits', () => {
  it('of the built-in ones: milder, shorter and rarer, heat and cold', () => {
    expect(limitsFor(defaultClinicLimits, reduced)).toEqual({
      ...defaultClinicLimits,
      hotSetpointC: { min: 36, max: 39 },
      coldSetpointC: { min: 15, max: 20 },
      coldPhaseMinutes: { min: 1, max: 8 },
      coldMinutesPerSession: 32,
      cem43PerSessionMin: 2,
      sessionsPerDay: 2,
      sessionGapMinutes: 180,
    });
  });

  it('in words name the longest cold phase', () => {
    const words = (minutes: number): string =>
      `hot at most 39 °C, cold at least 15 °C, at most ${minutes} min a phase and 32 min in all, ` +
      'dose at most 2 CEM43 min, at most 2 sessions a day, 180 min apart';
    expect([null, 10, 5].map((max) => reducedWords({ coldPhaseMaxMinutes: max }))).toEqual(
      [8, 8, 5].map(words),
    );
  });

  it('narrow and never widen, whatever a clinic allows', () => {
    fc.assert(
      fc.property(anyLimits, anyBound, (limits, minutes) => {
        const less = narrowed(limits, minutes);
        if (less === undefined) {
          const room =
            limits.hotSetpointC.min <= 39 &&
            limits.coldSetpointC.max >= 15 &&
            limits.coldPhaseMinutes.min <= Math.min(8, minutes ?? 8);
          expect(room).toBe(false);
          return;
        }
        expect(wider(limits, less)).toEqual(limits);
        expect(less.hotSetpointC.max).toBeLessThanOrEqual(39);
        expect(less.coldSetpointC.min).toBeGreaterThanOrEqual(15);
        expect(less.cem43PerSessionMin).toBeLessThanOrEqual(2);
        expect(less.coldPhaseMinutes.max).toBeLessThanOrEqual(Math.min(8, minutes ?? 8));
        expect(less.coldMinutesPerSession).toBeLessThanOrEqual(32);
        expect(less.sessionsPerDay).toBeLessThanOrEqual(2);
        expect(less.sessionGapMinutes).toBeGreaterThanOrEqual(180);
      }),
    );
  });

  it('allow nothing that the clinic does not', () => {
    fc.assert(
      fc.property(anyLimits, anyBound, shortPrescription, (limits, minutes, prescription) => {
        const less = narrowed(limits, minutes);
        if (less === undefined) return;
        const plan = planOf(prescription);
        if (checkPlan(plan, less).length > 0) return;
        expect(checkPlan(plan, limits)).toEqual([]);
        expect(prescription.hot.setpointC).toBeLessThanOrEqual(39);
        expect(prescription.cold.setpointC).toBeGreaterThanOrEqual(15);
      }),
    );
  });

  it('leave one preset with heat, and its cold finish', () => {
    const limits = limitsFor(defaultClinicLimits, reduced);
    const fitting = presets.filter(
      ({ prescription }) => checkPlan(planOf(prescription), limits).length === 0,
    );
    expect(fitting.map(({ id }) => id)).toEqual(['seed-spasm-gentle', 'cold-finish-gentle']);
  });
});

it('a shallow nerve shortens the cold phases of everybody, and nothing else', () => {
  fc.assert(
    fc.property(anyLimits, (limits) => {
      fc.pre(limits.coldPhaseMinutes.min <= 10);
      const standard = limitsFor(limits, { profile: 'standard', coldPhaseMaxMinutes: 10 });
      const { min, max } = limits.coldPhaseMinutes;
      const coldPhaseMinutes = { min, max: Math.min(10, max) };
      expect(standard).toEqual({ ...limits, coldPhaseMinutes });
    }),
  );
});

it('the standard profile leaves the limits as they are', () => {
  fc.assert(
    fc.property(anyLimits, (limits) => {
      const standard = limitsFor(limits, { profile: 'standard', coldPhaseMaxMinutes: null });
      expect(standard).toEqual(limits);
    }),
  );
});
