import type { Prescription } from './plan.ts';

/** Ready-made prescriptions that one plate can deliver. All start and end cold, all fit the built-in clinic limits. */
export interface Preset {
  readonly id: string;
  readonly prescription: Prescription;
  /** Where it comes from, and what is not known about it. */
  readonly basis: string;
}

export const defaultPresetId = 'seed-spasm';
/** One cold phase and no heat: what a treatment that was cut off after heat still owes. */
export const coldFinishPresetId = 'cold-finish';
/** The same inside the reduced limits. */
export const gentleColdFinishPresetId = 'cold-finish-gentle';

export const presets: readonly Preset[] = [
  {
    id: defaultPresetId,
    prescription: {
      name: 'Muscle spasm, standard',
      rotations: 3,
      cold: { setpointC: 12, minutes: 10 },
      hot: { setpointC: 40, minutes: 10 },
      finalCold: { minutes: 10 },
      rampCPerS: 0.25,
    },
    basis:
      'Contrast for spasm as practised: cold first and last, 10 min each. No trial of exactly this was found; the ' +
      'temperatures come from the limits: cold within the consensus of Greenhalgh 2021, hot just under the 40.6 °C of Myrer 1994',
  },
  {
    id: 'seed-spasm-gentle',
    prescription: {
      name: 'Muscle spasm, gentle',
      rotations: 3,
      cold: { setpointC: 15, minutes: 8 },
      hot: { setpointC: 38, minutes: 8 },
      finalCold: { minutes: 8 },
      rampCPerS: 0.25,
    },
    basis:
      'The standard treatment, milder and shorter on both sides, inside the reduced limits: cold at the 15 °C where metal begins to hurt a fingertip (Geng 2006)',
  },
  {
    id: 'seed-spasm-four',
    prescription: {
      name: 'Muscle spasm, four rotations',
      rotations: 4,
      cold: { setpointC: 12, minutes: 8 },
      hot: { setpointC: 40, minutes: 8 },
      finalCold: { minutes: 8 },
      rampCPerS: 0.25,
    },
    basis:
      'The second reading of the same treatment: one pair, then three rotations. 8 min a phase keeps the cold at 40 min',
  },
  {
    id: 'cold-heavy',
    prescription: {
      name: 'Cold-heavy',
      rotations: 2,
      cold: { setpointC: 12, minutes: 12 },
      hot: { setpointC: 40, minutes: 6 },
      finalCold: { minutes: 12 },
      rampCPerS: 0.25,
    },
    basis:
      'Chiropractic practice: cold 10–15 min, heat 5–8 min, alternated, cold last. No trial was found',
  },
  {
    id: coldFinishPresetId,
    prescription: {
      name: 'Cold finish',
      rotations: 0,
      cold: { setpointC: 12, minutes: 10 },
      hot: { setpointC: 36, minutes: 10 },
      finalCold: { minutes: 10 },
      rampCPerS: 0.25,
    },
    basis:
      'The cold finish of the standard treatment by itself, no heat: for a treatment that was cut off after heat and still owes it',
  },
  {
    id: gentleColdFinishPresetId,
    prescription: {
      name: 'Cold finish, gentle',
      rotations: 0,
      cold: { setpointC: 15, minutes: 8 },
      hot: { setpointC: 36, minutes: 8 },
      finalCold: { minutes: 8 },
      rampCPerS: 0.25,
    },
    basis: 'The cold finish of the gentle treatment by itself, inside the reduced limits',
  },
];

/** The preset of that id. */
export function presetOf(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
