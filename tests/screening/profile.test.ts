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
  it('of the built-in ones: hot 36 … 39, cold 12 … 20, dose 2', () => {
    expect(limitsFor(defaultClinicLimits, reduced)).toEqual({
      ...defaultClinicLimits,
      hotSetpointC: { min: 36, max: 39 },
      coldSetpointC: { min: 12, max: 20 },
      cem43PerSessionMin: 2,
    });
  });

  it('in words name the longest cold phase where there is one', () => {
    const words = 'hot at most 39 °C, cold at least 12 °C, dose at most 2 CEM43 min';
    expect(reducedWords({ coldPhaseMaxMinutes: null })).toBe(words);
    expect(reducedWords({ coldPhaseMaxMinutes: 10 })).toBe(`${words}, a cold phase at most 10 min`);
  });

  it('narrow and never widen, whatever a clinic allows', () => {
    fc.assert(
      fc.property(anyLimits, anyBound, (limits, minutes) => {
        const less = narrowed(limits, minutes);
        if (less === undefined) {
          const room =
            limits.hotSetpointC.min <= 39 &&
            limits.coldSetpointC.max >= 12 &&
            limits.coldPhaseMinutes.min <= (minutes ?? Infinity);
          expect(room).toBe(false);
          return;
        }
        expect(wider(limits, less)).toEqual(limits);
        expect(less.hotSetpointC.max).toBeLessThanOrEqual(39);
        expect(less.coldSetpointC.min).toBeGreaterThanOrEqual(12);
        expect(less.cem43PerSessionMin).toBeLessThanOrEqual(2);
        expect(less.coldPhaseMinutes.max).toBeLessThanOrEqual(minutes ?? Infinity);
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
        expect(prescription.cold.setpointC).toBeGreaterThanOrEqual(12);
      }),
    );
  });

  it('leave one preset with heat', () => {
    const limits = limitsFor(defaultClinicLimits, reduced);
    const fitting = presets.filter(
      ({ prescription }) => checkPlan(planOf(prescription), limits).length === 0,
    );
    expect(fitting.map(({ id }) => id)).toEqual(['seed-spasm-gentle', 'cold-finish']);
  });
});

it('the standard profile leaves the limits as they are', () => {
  fc.assert(
    fc.property(anyLimits, (limits) => {
      const standard = limitsFor(limits, { profile: 'standard', coldPhaseMaxMinutes: null });
      expect(standard).toEqual(limits);
    }),
  );
});
