/** A whole treatment through the guard firmware, against the same treatment on the simulated board. */
import { beforeAll, describe, expect, it } from 'vitest';
import { lastJson } from '../cli/contrast.ts';
import { inPhase, rmsC, treatment } from './whole-treatment.ts';

describe('the default treatment on the guarded board', () => {
  let guarded: ReturnType<typeof treatment>;
  let simulated: ReturnType<typeof treatment>;
  beforeAll(() => {
    guarded = treatment(['--board', 'emulated']);
    simulated = treatment([]);
  });

  const states = ({ record }: ReturnType<typeof treatment>) =>
    record.filter(({ type }) => type === 'state').map(({ to }) => to);

  it('completes without --bench, and the record says which firmware guarded it', () => {
    expect(guarded.ran.err).toBe('');
    expect(guarded.ran.code).toBe(0);
    expect(guarded.record[0]).toMatchObject({
      bench: false,
      simulated: true,
      board: {
        kind: 'emulated',
        guarded: true,
        imaginary: true,
        firmware: expect.stringMatching(/^ContrastGuard \d+\.\d+\.\d+ .*build [0-9a-f]{8}/),
      },
    });
    expect(guarded.ran.out).not.toContain('UNGUARDED');
  });

  it('goes through the same states, and gives seven phases of 600 s', () => {
    expect(states(guarded)).toEqual(states(simulated));
    for (let phase = 1; phase <= 7; phase += 1) {
      expect(inPhase(guarded.samples, phase)).toHaveLength(600);
    }
  });

  it('without a trip or a warning that the simulated board does not give', () => {
    const words = ({ record }: ReturnType<typeof treatment>) =>
      new Set(record.filter(({ type }) => type === 'warning').map(({ rule }) => rule));
    expect(guarded.record.filter(({ type }) => type === 'trip')).toEqual([]);
    for (const rule of words(guarded)) expect(words(simulated)).toContain(rule);
  });

  it('as on the simulated board, within 0.3 °C rms in each phase', () => {
    for (let phase = 1; phase <= 7; phase += 1) {
      expect(rmsC(guarded.samples, simulated.samples, phase)).toBeLessThan(0.3);
    }
  });

  it('never lets the true plate reach 43.0 or 7.0 °C', () => {
    const { plant } = lastJson(guarded.ran.out) as {
      plant: { plateMaxC: number; plateMinC: number };
    };
    expect(plant.plateMaxC).toBeLessThan(43);
    expect(plant.plateMinC).toBeGreaterThan(7);
  });
});
