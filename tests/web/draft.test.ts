import { describe, expect, it } from 'vitest';
import type { ScreeningAnswer } from '../../src/server/contract/answers.ts';
import { draftAtRest, forecast, requestOf } from '../../src/web/state/draft.ts';

const sites = ['calf-left', 'calf-right'].map((id) => ({
  id,
  label: id,
  rating: 'none' as const,
  why: '',
  imaginaryOnly: false,
}));
const asked = (doubts: ScreeningAnswer['doubts']): ScreeningAnswer => ({
  parts: [],
  sites,
  doubts,
});
const draft = { ...draftAtRest, preset: 'seed-spasm', site: 'calf-left' };

describe('a draft', () => {
  it('is for a clinician where a doubt about time concerns it, and says why', () => {
    const everywhere = { text: 'the clock was set', advice: 'Check it.', site: null };
    const there = { text: 'not proven', advice: null, site: 'calf-right' };
    expect(forecast(asked([]), draft)).toEqual({ result: 'clear', findings: [] });
    expect(forecast(asked([there]), draft).result).toBe('clear');
    expect(forecast(asked([there]), { ...draft, site: 'calf-right' }).result).toBe('clinician');
    expect(forecast(asked([everywhere]), { ...draft, allClear: true })).toEqual({
      result: 'clinician',
      findings: ['the clock was set. Check it.'],
    });
  });

  it('carries a password only with a decision, and only where one was entered', () => {
    const decided = { ...draft, clinician: ' Bob ', reason: 'seen today' };
    const overrideIn = (one: typeof decided) => requestOf(one).screening?.override;
    expect(overrideIn(decided)).toEqual({ clinician: 'Bob', reason: 'seen today' });
    expect(overrideIn({ ...decided, password: ' secret ' })).toMatchObject({
      password: ' secret ',
    });
    expect(JSON.stringify(requestOf({ ...draft, password: 'secret' }))).not.toContain('secret');
  });
});
