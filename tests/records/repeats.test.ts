import { english } from '../../src/words/tongue.ts';
import { describe, expect, test } from 'vitest';
import { eventLines } from '../../src/report/record-lines.ts';
import { toldOnce } from '../../src/records/repeats.ts';
import type { RecordLine } from '../../src/records/record-line.ts';

const common = { at: null, seq: 0 };
const warning = (t: number, rule: string, message: string): RecordLine => ({
  ...common,
  type: 'warning',
  t,
  rule,
  message,
});
const note = (t: number): RecordLine => ({
  ...common,
  type: 'note',
  t,
  by: null,
  text: 'the same',
});

describe('a warning that comes again', () => {
  const lines = [
    warning(10, 'heatsink-warm', 'the heatsink is at 45.0 °C'),
    note(20),
    warning(30, 'drive-gate', 'the gate refused the drive: heat is permitted in a hot phase only'),
    warning(40, 'heatsink-warm', 'the heatsink is at 45.3 °C'),
    note(50),
    warning(600, 'heatsink-warm', 'the heatsink is at 46 °C'),
    warning(700, 'drive-gate', 'the gate refused the drive: the rig has no cap'),
  ];

  test('is one line where it came first, with how often and when last; nothing else is folded', () => {
    expect(toldOnce(lines).map(({ line, times, lastS }) => [line.t, times, lastS])).toEqual([
      [10, 3, 600],
      [20, 1, 20],
      [30, 1, 30],
      [50, 1, 50],
      [700, 1, 700],
    ]);
    expect(eventLines(english, lines)[0]).toContain('(3 times, last at 10:00)');
    expect(eventLines(english, lines)).toHaveLength(5);
  });

  test('says how long it was, where that is recorded', () => {
    const episode = { fromS: 61, toS: 75.2, refusedS: 12.25 };
    const line: RecordLine = {
      ...common,
      type: 'warning',
      t: 86,
      rule: null,
      message: 'no',
      episode,
    };
    expect(eventLines(english, [line])[0]).toContain('no, for 12.3 s, from 1:01 to 1:15');
  });
});
