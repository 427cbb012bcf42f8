import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/treatment/summary.ts';
import { openRig, shortPrescription } from './rig.ts';
import type { Rig } from './rig.ts';

type Sample = ReturnType<Rig['samples']>[number];

describe('the default treatment on the simulated device', () => {
  let rig: Rig;
  let summary: Summary;
  let samples: Sample[];
  beforeAll(async () => {
    rig = await openRig({ seed: 1 });
    summary = await rig.run();
    samples = rig.samples();
  });
  const inPhase = (phase: number) =>
    samples.filter((sample) => sample.phase === phase && sample.state.startsWith('treating'));

  it('completes, cold first and cold last', () => {
    expect(summary).toMatchObject({ outcome: 'completed', rule: null, coldFinish: true });
  });

  it('gives seven phases C H C H C H C of 600 s each', () => {
    const phases = [1, 2, 3, 4, 5, 6, 7].map(inPhase);
    expect(phases.map((phase) => phase.length)).toEqual(Array.from({ length: 7 }, () => 600));
    const kinds = phases.map((phase) => new Set(phase.map(({ state }) => state)));
    const [c, h] = [new Set(['treating.cold']), new Set(['treating.hot'])];
    expect(kinds).toEqual([c, h, c, h, c, h, c]);
  });

  it('holds both readings within ±0.5 °C of the setpoint after the ramp', () => {
    // 28 °C at 0.25 °C/s, and its rounded ends.
    for (const phase of [1, 2, 3, 4, 5, 6, 7]) {
      const target = phase % 2 === 1 ? 12 : 40;
      for (const sample of inPhase(phase).slice(phase === 1 ? 60 : 125)) {
        expect(sample.setpointC).toBe(target);
        expect(Math.abs((sample.plateAC ?? Number.NaN) - target)).toBeLessThanOrEqual(0.5);
        expect(Math.abs((sample.plateBC ?? Number.NaN) - target)).toBeLessThanOrEqual(0.5);
      }
    }
  });

  it('never lets the true plate reach 43.0 or 7.0 °C', () => {
    expect(summary.plant?.plateMaxC).toBeLessThan(43);
    expect(summary.plant?.plateMinC).toBeGreaterThan(7);
    // Proof that the truth was watched: it saw both setpoints.
    expect(summary.plant?.plateMaxC).toBeGreaterThan(39.5);
    expect(summary.plant?.plateMinC).toBeLessThan(12.5);
  });

  it('heats in hot phases only (L1), and stays inside the projected dose', () => {
    expect(
      samples.filter(({ drive, state }) => (drive ?? 0) > 0 && state !== 'treating.hot'),
    ).toEqual([]);
    expect(samples.some(({ drive }) => (drive ?? 0) > 0)).toBe(true);
    expect(summary.cem43Min).toBeGreaterThan(0.3);
    expect(summary.cem43Min).toBeLessThanOrEqual(0.47);
    expect(summary.coldMinutes).toBeLessThanOrEqual(40);
  });

  it('gives the same samples again for the same seed, and others for another', async () => {
    const samplesOf = async (seed: number): Promise<Sample[]> => {
      const run = await openRig({ seed, prescription: shortPrescription });
      await run.run();
      return run.samples();
    };
    const first = await samplesOf(1);
    expect(first).toHaveLength(585);
    expect(await samplesOf(1)).toEqual(first);
    expect(await samplesOf(2)).not.toEqual(first);
  });
});
