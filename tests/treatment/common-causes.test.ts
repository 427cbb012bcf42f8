/**
 * One cause that befalls two sensors alike, and one part of the power that fails alone: seen while the true plate is
 * between 4 and 45 °C and its true dose below the hard bound, and named.
 */
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { faultsOf } from '../../src/evidence/fault-expectations.ts';
import { truePlateBounds } from '../../src/evidence/fault-trial.ts';
import { cem43MinutesPerMinute } from '../../src/evidence/judged-dose.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';

const { prescription } = presetOf('seed-spasm')!;

interface Course {
  readonly rule: string | null;
  readonly outcome: string;
  readonly reason: string;
  readonly plateMaxC: number;
  readonly plateMinC: number;
  /** Of the plate itself, whatever was recorded. */
  readonly cem43Min: number;
  /** The heating side was ever driven. */
  readonly heated: boolean;
}

/** @param atS seconds of the treatment, or null where the device was built with it */
async function course(
  faults: readonly string[],
  atS: number | null,
  { hotC = 40, rotations = 1 },
): Promise<Course> {
  const { companion, run } = await openVirtualTreatment({
    rig: rigs.reference,
    seed: 1,
    prescription: { ...prescription, rotations, hot: { ...prescription.hot, setpointC: hotC } },
    conditions: atS === null ? faults : [],
  });
  const { simulation } = companion.board;
  const due = atS === null ? [] : [...faults];
  const seen = { maxC: Number.NEGATIVE_INFINITY, minC: Number.POSITIVE_INFINITY, cem43Min: 0 };
  let isOnSkin = false;
  let heated = false;
  const { rule, outcome, reason } = await run(automaticOperator(false), [], () => {
    const { elapsedS } = companion;
    if (elapsedS >= (atS ?? Number.POSITIVE_INFINITY)) {
      for (const id of due.splice(0)) simulation?.injectFault(id);
    }
    heated ||= companion.appliedDrive > 0;
    const { plateC } = simulation!.truth();
    if (isOnSkin || companion.state.startsWith('treating')) {
      if (isOnSkin) seen.cem43Min += cem43MinutesPerMinute(plateC) * (0.05 / 60);
      seen.maxC = Math.max(seen.maxC, plateC);
      seen.minC = Math.min(seen.minC, plateC);
      isOnSkin = true;
    }
  });
  return {
    rule,
    outcome,
    reason,
    heated,
    plateMaxC: seen.maxC,
    plateMinC: seen.minC,
    cem43Min: seen.cem43Min,
  };
}

function expectUnharmed({ plateMaxC, plateMinC, cem43Min }: Course): void {
  // Where nobody was under the plate, nobody was harmed.
  if (Number.isFinite(plateMaxC)) {
    expect(plateMaxC).toBeLessThanOrEqual(truePlateBounds.maxC);
    expect(plateMinC).toBeGreaterThanOrEqual(truePlateBounds.minC);
  }
  expect(cem43Min).toBeLessThanOrEqual(settableBounds.cem43PerSessionMin.max);
}

describe('one cause that befalls several sensors', () => {
  it.each<[string, atS: number | null, hotC: number, rotations: number, rule: string | null]>([
    ['beads-other-kind', null, 41, 3, 'dose'],
    ['beads-other-kind', null, 42, 1, 'dose'],
    // True 42.2 °C, and the dose is charged by what the witness has moved since rest.
    ['plate-plug-200', 600, 41, 3, 'dose'],
    ['plate-plug-500', 600, 41, 3, 'dose'],
    ['plate-plug-1000', 900, 41, 1, 'dose'],
    ['plate-wet-200', null, 40, 1, null],
    ['plate-wet-100', null, 40, 1, 'self-test'],
    ['plate-wet-60', null, 40, 1, 'self-test'],
    ['plate-wet-100', 300, 40, 1, 'sensor-jump'],
    ['plate-a-leakage+plate-b-leakage', 0, 40, 1, 'self-test'],
    ['divider-supply-low', null, 40, 1, 'self-test'],
    ['divider-supply-high', null, 40, 1, 'witness-hot'],
    ['plate-beads-half-out', null, 41, 1, 'witness-disagrees'],
    ['plate-beads-slow', null, 41, 1, 'witness-disagrees'],
    ['plate-beads-drifting', 0, 41, 3, 'dose'],
    ['ground-shift-2', null, 40, 1, null],
    ['ground-shift-minus-2', null, 40, 1, null],
  ])('%s from %s s, at %d °C, %d times: %s', async (id, atS, hotC, rotations, rule) => {
    const came = await course(faultsOf(id), atS, { hotC, rotations });
    expect(came.rule).toBe(rule);
    expect(came.outcome).toBe(rule === null ? 'completed' : 'faulted');
    // A dose that is full before its time says by whom it was charged.
    if (rule === 'dose') expect(came.reason).toMatch(/charged by the witness, .* above the plate/);
    expectUnharmed(came);
  });
});

describe('one part of the power that fails', () => {
  it.each<[string, atS: number | null, rule: string, heated: boolean]>([
    // Found before anything is driven, and so without any heat.
    ['relay-welded-a', null, 'relay-welded', false],
    ['relay-welded-b', null, 'relay-welded', false],
    ['leg-a-high-side-shorted', null, 'bridge-shorted', false],
    ['leg-b-high-side-shorted', null, 'current-undriven', false],
    ['heat-supply-high', null, 'supply-high', false],
    ['heat-supply-low', null, 'supply-low', false],
    ['fuse-heat-blown', null, 'supply-low', false],
    ['fuse-cool-blown', null, 'supply-low', false],
    ['fan-stopped', null, 'fan-stalled', false],
    ['leg-b-stuck-high', 300, 'bridge-shorted', false],
    ['leg-a-stuck-high', 900, 'bridge-shorted', true],
    ['heat-supply-high', 900, 'supply-high', true],
    ['supply-sag', 300, 'supply-low', false],
    ['fan-stopped', 300, 'fan-stalled', false],
    // Welded for long, and then stuck: not a minute of a treatment begins, and the current says it first.
    ['relay-welded-b+bridge-stuck-heat', null, 'current-undriven', false],
    ['leg-b-stuck-high', 900, 'current-undriven', true],
    ['leg-a-stuck-low', null, 'current-missing', false],
    ['leg-b-stuck-low', null, 'current-missing', true],
    ['second-relay-open', 300, 'current-missing', false],
    ['bridge-stuck-heat', 300, 'current-undriven', false],
    ['bridge-stuck-heat', 900, 'current-undriven', true],
    ['bridge-stuck-cool', 300, 'current-undriven', false],
    ['bridge-stuck-cool', 900, 'current-undriven', true],
    // Both beads are blind for what the bridge then does.
    ['plate-beads-half-out+bridge-stuck-heat', 900, 'current-undriven', true],
    ['beads-other-kind+bridge-stuck-cool', 900, 'current-undriven', true],
    ['plate-beads-slow+leg-b-stuck-high', 900, 'current-undriven', true],
  ])('%s from %s s: %s', async (id, atS, rule, heated) => {
    const came = await course(faultsOf(id), atS, {});
    expect(came).toMatchObject({ outcome: 'faulted', rule, heated });
    expectUnharmed(came);
  });
});
