/** Seeded treatments under all laws; each can be repeated by its seed. */
import { describe, expect, it } from 'vitest';
import { isCapable } from '../../hardware/plant/capability.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { scenarioOf } from '../../src/evidence/scenario.ts';
import type { Scenario } from '../../src/evidence/scenario.ts';
import { shrunk } from '../../src/evidence/shrink.ts';
import { simulateSeed, simulateTreatment } from '../../src/evidence/simulated-treatment.ts';
import { violationText } from '../../src/evidence/simulation-summary.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { fixedBounds } from '../../src/limits/envelope.ts';
import { contrast } from '../cli/contrast.ts';

describe('contrast simulate', () => {
  it.each([['0'], ['1.5'], ['many'], ['-3'], ['']])('refuses %j treatments', (count) => {
    const run = contrast(['simulate', '--treatments', count]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('whole number');
  });
});

describe('a seed', () => {
  it('gives the same treatment again', async () => {
    expect(await simulateSeed(11)).toEqual(await simulateSeed(11));
  });

  it('gives prescriptions, devices, people and faults of every kind', () => {
    const scenarios = Array.from({ length: 300 }, (_, seed) => scenarioOf(seed));
    expect(new Set(scenarios.map(({ withinTolerance }) => withinTolerance)).size).toBe(2);
    expect(
      new Set(scenarios.flatMap(({ faults }) => faults.map(({ id }) => id))).size,
    ).toBeGreaterThan(40);
    expect(new Set(scenarios.flatMap(({ acts }) => acts.map(({ act }) => act))).size).toBe(8);
    expect(
      new Set(scenarios.map(({ prescription }) => prescription.rotations)).size,
    ).toBeGreaterThan(4);
  });

  it('gives both rigs alike, within tolerance and beyond, each with what it may be given', () => {
    const scenarios = Array.from({ length: 300 }, (_, seed) => scenarioOf(seed));
    for (const [id, hottestC] of [
      ['reference', defaultClinicLimits.hotSetpointC.max],
      ['heat12V', fixedBounds.hotSetpointOn12VC.max],
    ] as const) {
      const drawn = scenarios.filter(({ rig }) => rig.id === id);
      expect(drawn.length).toBeGreaterThan(100);
      expect(new Set(drawn.map(({ withinTolerance }) => withinTolerance)).size).toBe(2);
      expect(Math.max(...drawn.map(({ prescription }) => prescription.hot.setpointC))).toBe(
        hottestC,
      );
      for (const { rig } of drawn) expect(rig.heatDutyCap).toBe(rigs[id].heatDutyCap);
    }
  });
});

describe('a device whose first draw could not do the job', () => {
  // Of these seeds the first device drawn within tolerance is too weak to cool or to heat.
  it.each([351, 380])('is drawn again: seed %i', (seed) => {
    const { parameters, heatDutyCap } = scenarioOf(seed).rig;
    expect(isCapable(parameters, heatDutyCap)).toBe(true);
  });
});

describe('a law that is broken', () => {
  it('is named, with the least that breaks it and how to see it again', async () => {
    const scenario: Scenario = {
      ...scenarioOf(11),
      person: {
        contactAfterS: 5,
        answersAfterS: 5,
        ignores: 0,
        says: { notSure: 0, numb: 0, wrong: 0 },
        resumesAfterS: 5,
      },
      faults: [{ atS: 2000, id: 'relay-welded', untilS: null }],
      acts: [{ atS: 1000, act: 'lift' }],
    };
    const simulate = (one: Scenario) =>
      simulateTreatment(one, { plateBounds: { minC: 7, maxC: 30 } });
    const result = await simulate(scenario);
    expect(result.violations.map(({ law }) => law)).toContain('I6');
    const least = await shrunk(scenario, result, simulate);
    expect(least.scenario).toMatchObject({ faults: [], acts: [] });
    const text = violationText(least.result, least.scenario);
    expect(text).toContain('I6');
    expect(text).toContain('--seed 11 --treatments 1');
  });
});
