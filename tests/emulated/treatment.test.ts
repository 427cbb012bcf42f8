/**
 * The default treatment with one rotation of five-minute phases, on firmware that we did not write, against the same on the
 * simulated board. In its whole length it runs on the guard firmware, the one for people.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetOf } from '../../src/limits/presets.ts';
import { lastJson } from '../cli/contrast.ts';
import { inPhase, rmsC, treatment } from './whole-treatment.ts';

const phases = [1, 2, 3] as const;
/** Half of its length: a plate settles in three minutes. */
const minutes = 5;

describe('one rotation of the default treatment on StandardFirmata', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-short-'));
  const file = join(folder, 'short.json');
  let emulated: ReturnType<typeof treatment>;
  let simulated: ReturnType<typeof treatment>;
  beforeAll(() => {
    const { prescription } = presetOf('seed-spasm')!;
    const short = {
      ...prescription,
      rotations: 1,
      cold: { ...prescription.cold, minutes },
      hot: { ...prescription.hot, minutes },
      finalCold: { ...prescription.finalCold, minutes },
    };
    writeFileSync(file, JSON.stringify(short));
    emulated = treatment(['--board', 'emulated-standard', '--bench', '--prescription', file]);
    simulated = treatment(['--prescription', file]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('completes, and the record says which board it was and that it is unguarded', () => {
    expect(emulated.ran.code).toBe(0);
    expect(emulated.record[0]).toMatchObject({
      bench: true,
      simulated: true,
      board: {
        kind: 'emulated-standard',
        guarded: false,
        firmware: expect.stringContaining('StandardFirmata'),
      },
    });
    expect(emulated.ran.out).toContain('UNGUARDED BENCH BOARD');
  });

  it('gives three phases of 300 s, cold first and last, within ±0.5 °C after the ramp', () => {
    for (const phase of phases) {
      const samples = inPhase(emulated.samples, phase);
      expect(samples).toHaveLength(minutes * 60);
      const target = phase % 2 === 1 ? 12 : 40;
      for (const { setpointC, plateAC, plateBC } of samples.slice(phase === 1 ? 60 : 125)) {
        expect(setpointC).toBe(target);
        expect(Math.abs(plateAC - target)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(plateBC - target)).toBeLessThanOrEqual(0.5);
      }
    }
  });

  it('stops when the stop button on the board is pressed (L3)', () => {
    const stopped = treatment([
      '--board',
      'emulated-standard',
      '--bench',
      '--act',
      'press-stop-button@70',
    ]);
    expect(stopped.ran.code).toBe(4);
    expect(lastJson(stopped.ran.out)).toMatchObject({
      outcome: 'stopped',
      reason: 'stopped by the stop button',
    });
  });

  it('never lets the true plate reach 43.0 or 7.0 °C', () => {
    const { plant } = lastJson(emulated.ran.out) as {
      plant: { plateMaxC: number; plateMinC: number };
    };
    expect(plant.plateMaxC).toBeLessThan(43);
    expect(plant.plateMinC).toBeGreaterThan(7);
  });

  it('runs as on the simulated board, within 0.3 °C rms', () => {
    for (const phase of phases) {
      expect(rmsC(emulated.samples, simulated.samples, phase)).toBeLessThan(0.3);
    }
  });
});
