/** A whole treatment on firmware that we did not write, against the same treatment on the simulated board. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contrast, lastJson, recordIn } from '../cli/contrast.ts';

const base = ['run', '--speed', 'max', '--yes', '--seed', '1', '--json'];

interface Sample {
  readonly state: string;
  readonly phase: number | null;
  readonly setpointC: number | null;
  readonly plateAC: number;
  readonly plateBC: number;
}

function treatment(args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-emulated-'));
  const ran = contrast([...base, ...args, '--records', folder]);
  const record = recordIn(folder);
  rmSync(folder, { recursive: true, force: true });
  const samples = record.filter(({ type }) => type === 'sample') as unknown as Sample[];
  return { ran, record, samples };
}

const inPhase = (samples: readonly Sample[], phase: number): Sample[] =>
  samples.filter((sample) => sample.phase === phase && sample.state.startsWith('treating'));

describe('the default treatment on StandardFirmata', () => {
  let emulated: ReturnType<typeof treatment>;
  let simulated: ReturnType<typeof treatment>;
  beforeAll(() => {
    emulated = treatment(['--board', 'emulated-standard', '--bench']);
    simulated = treatment([]);
  }, 600_000);

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

  it('gives seven phases of 600 s, cold first and last, within ±0.5 °C after the ramp', () => {
    for (let phase = 1; phase <= 7; phase += 1) {
      const samples = inPhase(emulated.samples, phase);
      expect(samples).toHaveLength(600);
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
    for (let phase = 1; phase <= 7; phase += 1) {
      const [a, b] = [inPhase(emulated.samples, phase), inPhase(simulated.samples, phase)];
      const squares = a.map((sample, second) => (sample.plateAC - b[second]!.plateAC) ** 2);
      expect(
        Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length),
      ).toBeLessThan(0.3);
    }
  });
});
