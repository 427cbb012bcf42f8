import { describe, expect, test } from 'vitest';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { planOf } from '../../src/limits/plan.ts';
import type { Prescription } from '../../src/limits/plan.ts';
import { presetsNotOffered, whyNotOffered } from '../../src/limits/presets-not-offered.ts';
import {
  coldFinishPresetId,
  defaultPresetId,
  gentleColdFinishPresetId,
  presetOf,
  presets,
} from '../../src/limits/presets.ts';
import { loadPrescription } from '../../src/limits/yaml-file.ts';
import { checkPlan, projectDose } from '../../src/safety/dose.ts';

describe('the presets', () => {
  test.each(presets.map(({ id, prescription }) => [id, prescription] as const))(
    '%s lies within the built-in limits',
    (id, prescription) => {
      expect(loadPrescription(id, defaultClinicLimits)).toEqual(prescription);
      expect(checkPlan(planOf(prescription), defaultClinicLimits)).toEqual([]);
    },
  );

  // Minutes, cold minutes, CEM43 minutes with the ramps ignored, and degrees below 20 °C for so many minutes.
  test.each([
    ['seed-spasm', 70, 40, 0.47, 320],
    ['seed-spasm-gentle', 56, 32, 0.02, 160],
    ['seed-spasm-four', 72, 40, 0.5, 320],
    ['cold-heavy', 48, 36, 0.19, 288],
    [coldFinishPresetId, 10, 10, 0, 80],
    [gentleColdFinishPresetId, 8, 8, 0, 40],
  ])(
    '%s takes %d min, %d of them cold, %d CEM43 min',
    (id, totalMinutes, coldMinutes, dose, coldDegreeMinutes) => {
      const projected = projectDose(planOf(prescriptionOf(id)));
      expect(projected).toMatchObject({ totalMinutes, coldMinutes, coldDegreeMinutes });
      expect(Number(projected.cem43Min.toFixed(2))).toBe(dose);
    },
  );

  test('the standard one is C H C H C H C, 10 min each at 12 and 40 °C', () => {
    const { phases } = planOf(prescriptionOf(defaultPresetId));
    expect(phases.map(({ kind, setpointC, dwellMs }) => [kind, setpointC, dwellMs])).toEqual([
      ...Array.from({ length: 3 }, () => [
        ['cold', 12, 600_000],
        ['hot', 40, 600_000],
      ]).flat(),
      ['cold', 12, 600_000],
    ]);
  });

  // Rotations, cold °C and minutes, hot °C and minutes, minutes of the final cold, ramp.
  test.each([
    ['seed-spasm', 3, 12, 10, 40, 10, 10, 0.25],
    ['seed-spasm-gentle', 3, 15, 8, 38, 8, 8, 0.25],
    ['seed-spasm-four', 4, 12, 8, 40, 8, 8, 0.25],
    ['cold-heavy', 2, 12, 12, 40, 6, 12, 0.25],
    // Their heat is never given: it has to lie within the limits nevertheless.
    [coldFinishPresetId, 0, 12, 10, 36, 10, 10, 0.25],
    [gentleColdFinishPresetId, 0, 15, 8, 36, 8, 8, 0.25],
  ])('%s has the numbers that were decided', (id, ...numbers) => {
    const { rotations, cold, hot, finalCold, rampCPerS } = prescriptionOf(id);
    const phases = [cold, hot].flatMap(({ setpointC, minutes }) => [setpointC, minutes]);
    expect([rotations, ...phases, finalCold.minutes, rampCPerS]).toEqual(numbers);
  });

  test('are told apart by their ids, also from what is not offered', () => {
    const ids = [...presets, ...presetsNotOffered].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what is not offered', () => {
  test('has its reasons; what is offered has none by the same rules', () => {
    const without = presetsNotOffered.filter(
      ({ sequence }) => whyNotOffered(sequence).length === 0,
    );
    expect(without).toEqual([]);
    // A cold finish is no contrast, and is not offered as one.
    const finishes: string[] = [coldFinishPresetId, gentleColdFinishPresetId];
    const contrasts = presets.filter(({ id }) => !finishes.includes(id));
    const reasons = contrasts.flatMap(({ prescription }) => {
      const { rotations, cold, hot, finalCold } = prescription;
      return whyNotOffered({
        steps: [
          { kind: 'cold', ...cold },
          { kind: 'hot', ...hot },
        ],
        times: rotations,
        last: { kind: 'cold', ...cold, ...finalCold },
      });
    });
    expect(reasons).toEqual([]);
  });

  test.each([
    [
      'seed-spasm-90',
      'its 50 min of cold exceed the 40 of the clinic limits and the 45 of the device',
    ],
    ['french-cc', 'one takes 116 s to get there, the phase lasts 60 s'],
    ['hyperice-333', 'its 2.25 CEM43 min exceed the cap of 2'],
    ['myrer-41', 'starts hot'],
    ['cwt-11-5', 'has no final cold'],
    ['dawson-hh', 'its 40.00 CEM43 min exceed the cap of 2'],
    ['cold-only-15', 'is no contrast: it has no hot phase'],
    ['heat-only-15', 'is no contrast: it has no cold phase'],
  ])('%s: %s', (id, reason) => {
    const protocol = presetsNotOffered.find((one) => one.id === id);
    const reasons = protocol === undefined ? [] : whyNotOffered(protocol.sequence);
    expect(reasons.join('; ')).toContain(reason);
  });
});

function prescriptionOf(id: string): Prescription {
  const preset = presetOf(id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return preset.prescription;
}
