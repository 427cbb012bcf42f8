/** The report of a treatment, from its record: what is said first, what is marked, and what cannot get in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/records/record-line.ts';
import type { StoredRecord } from '../../src/records/store.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { reportOf } from '../../src/report/report.ts';
import { drawnIn } from '../values/drawn.ts';
import { MemoryDisk } from '../records/fixtures/memory-disk.ts';
import {
  headerFields,
  journalOn,
  sampleAt,
  summaryOf,
  wholeRecord,
  writeTreatment,
} from '../records/fixtures/treatments.ts';

const stored = (text: string): StoredRecord => ({
  id: '20261120T093512123Z-7f3a',
  path: 'x.jsonl',
  verification: verifyRecord(text),
  renamedFrom: null,
});

interface Wishes {
  readonly header?: Partial<typeof headerFields>;
  readonly summary?: Partial<Fields<'summary'>>;
  readonly trip?: Fields<'trip'>;
  readonly note?: string;
}

function record({ header, summary, trip, note }: Wishes = {}): StoredRecord {
  const disk = new MemoryDisk();
  const journal = journalOn(disk, { header: { ...headerFields, ...header } });
  writeTreatment(journal);
  if (note !== undefined) journal.append('note', 10, { by: 'Ann', text: note });
  if (trip !== undefined) journal.append('trip', 10, trip);
  journal.append('summary', 10, { ...summaryOf(journal.id), ...summary });
  return stored(disk.text(journal.path));
}

/** What a person reads: no tags, no style, one space between words. */
const wordsOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

const factsIn = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...page.matchAll(/<dt>([\s\S]*?)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/g)].map(
      ([, name = '', value = '']) => [wordsOf(name).trim(), wordsOf(value).trim()] as const,
    ),
  );

const trip: Fields<'trip'> = {
  rule: 'plate-hot',
  reading: 'plate sensor A reads 43.2 °C',
  limit: '43.0 °C for 0.3 s',
  message:
    'plate sensor A reads 43.2 °C; the limit is 43.0 °C for 0.3 s. Take the plate off the skin.',
};

describe('a report', () => {
  it('says first how it ended and why, and what to do', () => {
    const words = wordsOf(reportOf(record()));
    const at = (text: string): number => words.indexOf(text, 30);
    const order = [
      'COMPLETED',
      'the whole prescription',
      'What to do',
      'In short',
      'The whole course',
    ];
    expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
    expect(Math.min(...order.map(at))).toBeGreaterThan(0);
    expect(words).toContain('It ended cold, as it should.');
    expect(words).toContain('Muscle spasm, standard');
    expect(words).not.toContain('What ended it');
  });

  it('of a treatment that was not all delivered says which phase lacked what, and is no success', () => {
    const phases = [
      { phase: 1, kind: 'cold', setpointC: 12, owedMin: 8.5, inBandMin: 9.9, delivered: true },
      { phase: 2, kind: 'hot', setpointC: 40, owedMin: 6.6, inBandMin: 3.14, delivered: false },
    ] as const;
    const reason = 'it ran to its end, and not every phase was delivered: phase 2';
    const page = reportOf(record({ summary: { outcome: 'undelivered', reason, phases } }));
    const words = wordsOf(page);
    expect(page).toContain('<h1 class="ill">UNDELIVERED</h1>');
    expect(words).toContain(reason);
    expect(words).toContain('9.9 of 8.5 min');
    expect(words).toContain('3.1 of 6.6 min, NOT DELIVERED');
    expect(words).toContain('Phases given in full 1 of 1');
    // Whatever the outcome says, what was measured counts (L13).
    const claimed = wordsOf(reportOf(record({ summary: { phases } })));
    expect(claimed).toContain('UNDELIVERED');
    expect(claimed).toContain('although its summary says "completed"');
  });

  it('of a fault names rule, reading, limit and hazards, and shows the minute before', () => {
    const page = reportOf(
      record({
        trip,
        summary: { outcome: 'faulted', rule: 'plate-hot', reason: trip.message, coldFinish: false },
      }),
    );
    const words = wordsOf(page);
    for (const text of ['FAULTED', trip.reading, trip.limit, 'plate-hot', 'H01', 'NOT delivered'])
      expect(words).toContain(text);
    expect(words).toContain('It did not end cold, as it should have.');
    expect(page.match(/<svg/g)).toHaveLength(2);
  });

  it('marks what was simulated, and what had no patient', () => {
    expect(wordsOf(reportOf(record()))).toContain('SIMULATED: nobody was treated');
    const bench = { simulated: false, bench: true };
    const words = wordsOf(reportOf(record({ header: bench })));
    expect(words).not.toContain('SIMULATED');
    expect(words).toContain('BENCH RUN: no patient');
  });

  it('says that a guard was on the board where the record says so, and nowhere else', () => {
    const guardOf = (made: StoredRecord): string | undefined =>
      /Guard on the board (\S+)/.exec(wordsOf(reportOf(made)))?.[1];
    const on = (guarded: boolean): StoredRecord =>
      record({ header: { board: { ...headerFields.board, guarded } } });
    expect([guardOf(on(true)), guardOf(on(false)), guardOf(stored(''))]).toEqual([
      'yes',
      'NO',
      'NO',
    ]);
  });

  it('tells board, firmware and the number of the device, each in its own place', () => {
    const board = { ...headerFields.board, port: '/dev/ttyACM7', firmware: 'Guard 9.8' };
    const told = (header: Wishes['header']): unknown[] => {
      const facts = factsIn(reportOf(record({ header: { ...header } })));
      return ['Board', 'Device number'].map((name) => facts.get(name));
    };
    const both = '/dev/ttyACM7, Guard 9.8';
    expect(told({ board: { ...board, number: '0badcafe' } })).toEqual([both, '0badcafe']);
    expect(told({ board: { ...board, number: null } })).toEqual([both, 'not known']);
    // Older records have none.
    expect(told({ board })).toEqual([both, 'not known']);
  });

  it('counts what was asked and what was answered, by whom', () => {
    const question = { question: 'Is it?', heat: 'none', cold: 'none', contrast: 'none' } as const;
    const given = (...answers: ('yes' | 'no' | null)[]): string | undefined => {
      const disk = new MemoryDisk();
      const journal = journalOn(disk);
      journal.append('screening', 0, {
        site: 'calf-left',
        answeredBy: 'Ann',
        answers: answers.map((answer, at) => ({ ...question, id: `q${at}`, answer, clear: true })),
        result: 'clear',
        profile: 'standard',
        checksTwiceAsOften: false,
        reasons: [],
        clinician: null,
        overrideReason: null,
        admitted: true,
        refusal: null,
        exposure: null,
      });
      return factsIn(reportOf(stored(disk.text(journal.path)))).get('Questions answered');
    };
    // Never as many with an answer as without one.
    expect(given('no', 'no', 'yes', null, 'no')).toBe('4 of 5, by Ann');
    expect(given(null, null, 'no')).toBe('1 of 3, by Ann');
    expect(given('yes', 'no')).toBe('2 of 2, by Ann');
  });

  it.each([
    ['fine', [], null],
    ['notSure', [], 'skin check: not sure: to be looked at again, says Ann'],
    ['numb', [], 'skin check: the plate is not felt yet, says Ann'],
    ['wrong', [], 'skin check: something is wrong (nobody has said what), says Ann'],
    ['wrong', ['pain'], 'skin check: something is wrong (pain), says Ann'],
  ] as const)('of a skin that was %s %j tells: %s', (answer, findings, words) => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    const said = { by: 'Ann', question: 'skin', phase: 1, answer } as const;
    journal.append('skin', 75, { ...said, findings: [...findings] });
    const page = reportOf(stored(disk.text(journal.path)));
    expect(factsIn(page).get('1:15')).toBe(words ?? undefined);
    expect(wordsOf(page).includes('says Ann')).toBe(words !== null);
  });

  it.each([2, 899, 900, 901, 1000, 1800, 1801, 2700])(
    'draws the first and the last of %d samples, and hundreds between',
    (count) => {
      const disk = new MemoryDisk();
      const journal = journalOn(disk);
      for (let second = 0; second < count; second += 1)
        journal.append('sample', second, sampleAt(second));
      const [svg = ''] =
        reportOf(stored(disk.text(journal.path))).match(/<svg[\s\S]*?<\/svg>/) ?? [];
      const { curves, roundingX } = drawnIn(svg);
      const [, curve] = [...curves][0]!;
      const minutes = curve.flat().map(([x]) => x);
      expect(Math.abs(minutes[0]!)).toBeLessThan(roundingX);
      expect(Math.abs(minutes.at(-1)! - (count - 1) / 60)).toBeLessThan(roundingX);
      expect(minutes.length).toBeGreaterThan(Math.min(count, 400) - 1);
      expect(minutes.length).toBeLessThan(902);
    },
  );

  it('of a record that was cut off or changed claims no more than is proven', () => {
    const text = wholeRecord();
    const cut = wordsOf(reportOf(stored(text.slice(0, text.length / 2))));
    expect(cut).toContain('NOT KNOWN');
    expect(cut).toContain('What came after the last proven line of the record is not known.');
    expect(cut).toContain('truncated');
    expect(cut).not.toContain('COMPLETED');
    const changed = wordsOf(reportOf(stored(text.replace('the heatsink is warm', 'fine'))));
    expect(changed).toContain('altered');
    expect(reportOf(stored(''))).toContain('NOT KNOWN');
  });

  it('tells what was said again and again once', () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    for (let second = 0; second < 500; second += 1) {
      journal.append('sample', second, sampleAt(second));
      journal.append('warning', second, { rule: 'loop-slow', message: 'the loop is slow' });
      journal.append('note', second, { by: null, text: `note ${second}` });
    }
    const words = wordsOf(reportOf(stored(disk.text(journal.path))));
    expect(words.match(/the loop is slow/g)).toHaveLength(1);
    expect(words).toContain('500 times, first at 0:00');
    expect(words).toContain('And 441 more, in the record.');
  });

  it('draws no line through a time without a reading', () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    for (let second = 0; second < 30; second += 1) {
      const plateAC = second >= 10 && second < 20 ? null : 12;
      journal.append('sample', second, { ...sampleAt(second, 99), plateAC });
    }
    const [first] = reportOf(stored(disk.text(journal.path))).matchAll(
      /<path clip-path[^>]* d="([^"]*)"/g,
    );
    expect(first![1]!.match(/M/g)).toHaveLength(2);
  });

  it('asks for nothing from anywhere, whatever a record says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '"><img src=x onerror=alert(1)>',
            '</style><script>',
            '${7*7}',
            "' onload='alert(1)",
            '\u202Eevil\u001B[2J',
          ),
        ),
        (text) => {
          const page = reportOf(
            record({
              note: text,
              trip: { ...trip, rule: text, reading: text, message: text },
              header: { prescription: { name: text }, software: { [text]: text } },
              summary: { outcome: 'faulted', rule: text, reason: text },
            }),
          );
          const tags = [...page.matchAll(/<\/?([a-zA-Z!][\w-]*)/g)].map(([, name]) => name);
          for (const name of ['script', 'img', 'iframe', 'link', 'object'])
            expect(tags).not.toContain(name);
          expect(page).not.toMatch(/<[^>]*\son\w+\s*=/);
          expect(page).not.toMatch(/<[^>]*\s(?:src|href)\s*=/);
          expect(page.match(/<style>/g)).toHaveLength(1);
          for (const sign of ['\u202E', '\u001B']) expect(page).not.toContain(sign);
        },
      ),
      { numRuns: 60 },
    );
  });
});
