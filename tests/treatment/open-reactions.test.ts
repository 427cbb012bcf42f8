import { describe, expect, it } from 'vitest';
import { reactionIn } from '../../src/treatment/open-reactions.ts';
import type { RecordLine } from '../../src/records/record-line.ts';

const common = { seq: 1, t: 1, at: null } as const;
const said = (
  answer: 'fine' | 'notSure' | 'numb' | 'wrong',
  question = 'skin' as 'skin' | 'closing',
) =>
  ({
    ...common,
    type: 'skin',
    by: 'A. Smith',
    question,
    phase: 2,
    answer,
    findings: answer === 'wrong' ? (['blister', 'pain'] as const) : [],
  }) as RecordLine;
const ended = (skin: object | null | undefined) =>
  ({
    ...common,
    type: 'summary',
    id: 'x',
    outcome: 'completed',
    reason: 'r',
    rule: null,
    durationS: 1,
    cem43Min: 0,
    coldMinutes: 0,
    coldFinish: true,
    ...(skin === undefined ? {} : { skin }),
  }) as RecordLine;

describe('what is open of a session', () => {
  it.each<[string, RecordLine[], string | null]>([
    ['that ended fine', [said('fine'), ended({ reacted: false, atEnd: 'fine' })], null],
    ['of the bench', [ended(null)], null],
    ['whose record is older than the question', [ended(undefined)], null],
    [
      'in which something was wrong',
      [said('wrong'), ended({ reacted: true, atEnd: 'wrong' })],
      'a blister, pain',
    ],
    // Once wrong stays wrong: a later word does not clear it.
    [
      'in which something was wrong before it was fine',
      [said('wrong'), said('fine', 'closing'), ended({ reacted: true, atEnd: 'fine' })],
      'a blister',
    ],
    [
      'that nobody spoke of at the end',
      [said('fine'), ended({ reacted: false, atEnd: 'unanswered' })],
      'nobody could say',
    ],
    [
      'that was not sure at the end',
      [said('fine'), ended({ reacted: false, atEnd: 'notSure' })],
      'nobody could say',
    ],
    ['whose record was cut off after a check', [said('fine')], 'nobody could say'],
    ['whose older record was cut off', [], null],
  ])('%s', (_what, lines, words) => {
    const found = reactionIn(lines);
    if (words === null) expect(found).toBeNull();
    else expect(found).toContain(words);
  });
});
