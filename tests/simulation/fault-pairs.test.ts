/** A fault of a reading and one of the power, together. */
import { describe, expect, it } from 'vitest';
import { plantFaults } from '../../hardware/plant/faults.ts';
import { faultsOf } from '../../src/evidence/fault-expectations.ts';
import {
  drawnPairTrials,
  faultPairs,
  pairObjectionTo,
  pairTrials,
  runPairTrial,
} from '../../src/evidence/fault-pairs.ts';
import { contrast } from '../cli/contrast.ts';

const rigIds = ['reference', 'heat12V'] as const;

describe('the pairs', () => {
  it('are all of one kind with all of the other, each once', () => {
    const partOf = new Map(plantFaults.map(({ id, part }) => [id, part]));
    const [readings, powers] = [['sensor', 'noise'], ['power']].map((parts) =>
      plantFaults.filter(({ part }) => parts.includes(part)),
    );
    expect(faultPairs).toHaveLength(readings!.length * powers!.length);
    expect(new Set(faultPairs).size).toBe(faultPairs.length);
    for (const pair of faultPairs) {
      const [reading = '', power = '', ...more] = faultsOf(pair);
      expect(more).toEqual([]);
      expect(['sensor', 'noise']).toContain(partOf.get(reading));
      expect(partOf.get(power)).toBe('power');
    }
    for (const pair of ['plate-b-frozen+bridge-stuck-heat', 'noise-white-3+fan-stopped']) {
      expect(faultPairs).toContain(pair);
    }
  });

  it('strike on each rig, in the cold and in the heat, on as many devices as asked', () => {
    const trials = pairTrials(faultPairs, rigIds, 2);
    expect(trials).toHaveLength(faultPairs.length * 2 * 2 * 2);
    expect(new Set(trials.map(({ rig, moment }) => `${rig} ${moment}`)).size).toBe(4);
  });

  it('are drawn by seed, none twice', () => {
    const drawn = drawnPairTrials(200, rigIds, 5);
    expect(drawnPairTrials(200, rigIds, 5)).toEqual(drawn);
    expect(drawnPairTrials(200, rigIds, 6)).not.toEqual(drawn);
    const names = drawn.map(({ fault, rig, moment }) => `${fault} ${rig} ${moment}`);
    expect(new Set(names).size).toBe(200);
  });
});

describe('a pair', () => {
  it('strikes one after the other, and is judged by the true plate', async () => {
    const trial = {
      fault: 'plate-a-open+bridge-stuck-heat',
      rig: 'reference',
      moment: 'hot',
      seed: 3,
    } as const;
    const result = await runPairTrial(trial);
    expect(result).toMatchObject({ outcome: 'faulted', objection: null });
    expect(await runPairTrial(trial)).toEqual(result);
    expect(pairObjectionTo({ ...result, plateMaxC: 45.1 })).toContain('45.1');
    expect(pairObjectionTo({ ...result, plateMinC: 3.9 })).toContain('3.9');
    expect(pairObjectionTo({ ...result, plateMaxC: Number.NaN })).not.toBeNull();
    expect(pairObjectionTo({ ...result, trueCem43Min: 9 })).toBeNull();
    expect(pairObjectionTo({ ...result, trueCem43Min: 9.1 })).toContain('9.1 CEM43');
    expect(pairObjectionTo({ ...result, trueCem43Min: Number.NaN })).not.toBeNull();
  });

  it('is all pairs: one fault alone and the page of faults are something else', () => {
    const run = contrast(['faults', '--pairs', '--fault', 'fan-stopped']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('--pairs');
  });
});
