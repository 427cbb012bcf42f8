/** A child of eleven can read the questions, and each asks one thing and stands by itself. */
import { describe, expect, it } from 'vitest';
import { checklist } from '../../src/safety/screening-checklist.ts';

/** Groups of vowels, without a silent e at the end: what the usual formulas count. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const silent = /[^aeiouyl]e$|[^aeiouy]es$|[^aeiouytd]ed$/.test(letters) ? 1 : 0;
  return Math.max(1, (letters.match(/[aeiouy]+/g) ?? []).length - silent);
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\d’-]+/gu) ?? [];

/** Flesch–Kincaid: the school year in which a text can be read; eleven years are the sixth. */
function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsIn);
  const syllables = words.reduce((sum, one) => sum + syllablesOf(one), 0);
  return 0.39 * (words.length / texts.length) + 11.8 * (syllables / words.length) - 15.59;
}

const questions = checklist.map(({ question }) => question);
/** Names of what somebody has or takes: whoever has it knows it. */
const named =
  /radiotherapy|diabetes|artery|multiple sclerosis|myotonia|periodic paralysis|pacemaker/i;

describe('the questions', () => {
  it('are told from what is hard by the formula', () => {
    expect(gradeOf(['Is there a fever now?'])).toBeLessThan(3);
    expect(gradeOf(['Is radiotherapeutic photosensitivity established anywhere?'])).toBeGreaterThan(
      14,
    );
  });

  it('can be read at eleven, all together', () => {
    expect(gradeOf(questions)).toBeLessThan(5);
  });

  it.each(checklist.map(({ id, question }) => [id, question] as const))(
    '%s: %s',
    (_id, question) => {
      expect(wordsIn(question).length).toBeLessThanOrEqual(18);
      if (!named.test(question)) expect(gradeOf([question])).toBeLessThan(8.5);
      expect(question.match(/\?/g)).toHaveLength(1);
      // It stands on a card of its own: nothing in it points at another one.
      expect(question).not.toMatch(/\b(it|them|that|they)\?$/);
    },
  );
});
