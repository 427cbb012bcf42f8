import { describe, expect, it } from 'vitest';
import type { ScreeningAnswer } from '../../src/server/contract/answers.ts';
import { draftAtRest, forecast, requestOf } from '../../src/web/state/draft.ts';
import type { Item } from '../../src/web/state/draft.ts';

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
  declined: [],
});
const nowMs = Date.UTC(2026, 10, 20, 12);
const draft = { ...draftAtRest, preset: 'seed-spasm', site: 'calf-left' };

describe('a draft', () => {
  it('is for a clinician where a doubt about time concerns it, and says why', () => {
    const everywhere = { text: 'the clock was set', advice: 'Check it.', site: null };
    const there = { text: 'not proven', advice: null, site: 'calf-right' };
    const nothing = { doubts: [], problems: [], site: null };
    expect(forecast(asked([]), draft, nowMs)).toEqual({ result: 'clear', ...nothing });
    expect(forecast(asked([there]), draft, nowMs).result).toBe('clear');
    expect(forecast(asked([there]), { ...draft, site: 'calf-right' }, nowMs).result).toBe(
      'clinician',
    );
    expect(forecast(asked([everywhere]), { ...draft, allClear: true }, nowMs)).toEqual({
      ...nothing,
      result: 'clinician',
      doubts: ['the clock was set. Check it.'],
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

  it('foretells what a site, and a clinician’s dated word, make of a problem', () => {
    const item: Item = {
      id: 'breathless',
      row: 'R7a',
      question: 'Is the person short of breath?',
      hint: null,
      problem: 'yes',
      finding: 'shortness of breath',
      heat: 'absolute',
      cold: 'absolute',
      contrast: 'absolute',
      onlyAt: null,
      loweredBy: { kind: 'known', maxAgeDays: 90 },
      advice: null,
      sources: [],
    };
    const questions = (one: object): ScreeningAnswer => ({
      ...asked([]),
      parts: [{ layer: 'today', title: 'Today', items: [{ ...item, ...one }] }],
    });
    const word = { clinician: 'Ann', seenOn: '2026-11-02', newOrWorse: 'no' } as const;
    const result = (one: object, given: object | null, answer: 'yes' | 'no' = 'yes') =>
      forecast(
        questions(one),
        {
          ...draft,
          answers: { breathless: answer },
          words: given === null ? {} : { breathless: { ...word, ...given } },
        },
        nowMs,
      ).result;
    expect(result({}, null)).toBe('never');
    expect(result({}, null, 'no')).toBe('clear');
    expect(result({}, {})).toBe('care');
    expect(result({}, { newOrWorse: 'yes' })).toBe('never');
    expect(result({}, { seenOn: '2026-01-02' })).toBe('never');
    expect(result({}, { seenOn: '2027-01-02' })).toBe('never');
    expect(result({}, { seenOn: '' })).toBe('never');
    expect(result({ loweredBy: null }, {})).toBe('never');
    expect(
      result({ loweredBy: { kind: 'healed', maxAgeDays: null } }, { seenOn: '2020-01-02' }),
    ).toBe('care');
    const there = { onlyAt: { sites: ['abdomen'], elsewhere: 'none' } };
    expect(result(there, null)).toBe('clear');
    expect(result({ onlyAt: { sites: ['calf-left'], elsewhere: 'none' } }, null)).toBe('never');
  });

  it('sends the words with the answers, and none where nobody is under the plate', () => {
    const words = { trauma: { clinician: 'Ann', seenOn: '2026-11-02', newOrWorse: 'no' } } as const;
    expect(requestOf({ ...draft, words }).screening?.words).toEqual(words);
    expect(requestOf({ ...draft, words, allClear: true }).screening).toEqual({
      answers: 'all-clear',
    });
  });
});
