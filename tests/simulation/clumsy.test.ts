/** People who doubt, answer out of turn and contradict each other, under the laws of the skin. */
import { describe, expect, it } from 'vitest';
import { clumsyTreatment } from './clumsy.ts';

const treatments = 20;

describe('people who doubt', () => {
  it('are never heated or cooled in doubt, whatever they answer and when', async () => {
    const outcomes = new Set<string>();
    const answers: Record<string, number> = {};
    for (let seed = 1; seed <= treatments; seed += 1) {
      const result = await clumsyTreatment(seed);
      expect(result.broken, `seed ${seed}`).toEqual([]);
      outcomes.add(result.outcome);
      for (const [answer, times] of Object.entries(result.answers))
        answers[answer] = (answers[answer] ?? 0) + times;
    }
    expect([...outcomes].toSorted()).toEqual(['completed', 'ended early', 'stopped']);
    for (const answer of ['fine', 'notSure', 'numb', 'wrong'])
      expect(answers[answer], answer).toBeGreaterThan(0);
  });
});
