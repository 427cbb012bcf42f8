import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, jsonOf } from '../../src/records/export.ts';
import { outcomeOf } from '../../src/records/outcome.ts';
import type { LineOf, RecordLine } from '../../src/records/record-line.ts';
import type { StoredRecord } from '../../src/records/store.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { MemoryDisk } from './fixtures/memory-disk.ts';
import { journalOn, sampleAt, summaryOf, wholeRecord } from './fixtures/treatments.ts';

const contractColumns = 't_s,state,phase,setpoint_c,plate_a_c,plate_b_c,heatsink_c,drive,cem43_min';

function sample(fields: Partial<LineOf<'sample'>>): RecordLine {
  return { seq: 1, t: 1, at: null, type: 'sample', ...sampleAt(1), ...fields };
}

const stored = (text: string): StoredRecord => ({
  id: 'x',
  path: 'x.jsonl',
  verification: verifyRecord(text),
  renamedFrom: null,
});

/** Reads RFC 4180 back, one row. */
function cellsOf(row: string): string[] {
  const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '');
}

describe('CSV', () => {
  test('has the columns of the contract and a row a second', () => {
    const rows = csvOf(verifyRecord(wholeRecord(7)).lines).split('\n');
    expect(rows[0]).toBe(contractColumns);
    expect(rows[1]).toBe('0.000,treating.cold,1,12.000,12.250,12.125,30.000,-0.5000,0.000000');
    expect(rows[7]).toBe('6.000,treating.hot,2,40.000,39.500,39.625,30.000,0.5000,0.006000');
    expect(rows.slice(8)).toStrictEqual(['']);
    expect(csvOf([])).toBe(`${contractColumns}\n`);
  });

  test('leaves a cell empty where there is no valid value', () => {
    const names = ['t', 'phase', 'setpointC', 'plateAC', 'plateBC', 'heatsinkC', 'drive'] as const;
    const without = fc.subarray([...names, 'cem43Min' as const]);
    fc.assert(
      fc.property(without, (missing) => {
        const line = sample(Object.fromEntries(missing.map((name) => [name, null])));
        const cells = csvOf([line]).split('\n')[1]?.split(',') ?? [];
        const order = ['t', 'state', ...names.slice(1), 'cem43Min'];
        const empty = order.filter((_, column) => cells[column] === '');
        expect(empty.toSorted()).toStrictEqual(missing.toSorted());
        expect(cells.length).toBe(9);
      }),
    );
    expect(csvOf([sample({ phase: 0 })])).toContain(',treating.cold,,');
  });

  test('loses nothing that the device can tell', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(value, value, (plateAC, drive) => {
        const cells =
          csvOf([sample({ plateAC, drive })])
            .split('\n')[1]
            ?.split(',') ?? [];
        expect(Math.abs(Number(cells[4]) - plateAC)).toBeLessThanOrEqual(0.00051);
        expect(Math.abs(Number(cells[7]) - drive)).toBeLessThanOrEqual(0.000051);
        expect(cells).not.toContain('-0.000');
      }),
    );
    expect(csvOf([sample({ drive: -0.00001 })])).toContain(',0.0000,');
  });

  test('a text can neither break a row nor run as a formula', () => {
    const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@\t\r\n ",a1]{0,6}$/));
    fc.assert(
      fc.property(anyText, (state) => {
        const row = csvOf([sample({ state })]).slice(contractColumns.length + 1, -1);
        const cells = cellsOf(row);
        expect(cells.length).toBe(9);
        expect(cells[1]?.replace(/^'/, '')).toBe(state.replace(/^'/, ''));
        expect(cells[1]).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
      }),
    );
  });
});

describe('JSON', () => {
  test('is one document that holds every line once', () => {
    const text = wholeRecord();
    const { lines } = verifyRecord(text);
    const document = JSON.parse(jsonOf(stored(text))) as {
      verification: { verdict: string };
      header: RecordLine;
      events: RecordLine[];
      samples: RecordLine[];
      summary: RecordLine;
    };
    expect(document.verification.verdict).toBe('intact');
    const { header, events, samples, summary } = document;
    const all = [header, ...events, ...samples, summary].toSorted((a, b) => a.seq - b.seq);
    expect(all).toStrictEqual(lines);
    expect(samples.every(({ type }) => type === 'sample')).toBe(true);
  });

  test('of a record that is cut off says so and has no summary', () => {
    const document: unknown = JSON.parse(jsonOf(stored(wholeRecord().slice(0, -10))));
    expect(document).toMatchObject({
      verification: { verdict: expect.stringContaining('truncated after line') as string },
      summary: null,
    });
    expect(JSON.parse(jsonOf(stored('')))).toMatchObject({ header: null, events: [], samples: [] });
  });
});

describe('the outcome', () => {
  test('of a record with a trip is never "completed", and of a damaged one never known', () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    const trip = { rule: 'plate-hot', reading: 43.2, limit: 43, message: 'the plate is too hot' };
    journal.append('trip', 1, trip);
    const cut = disk.text(journal.path);
    journal.append('summary', 2, summaryOf(journal.id, 'completed'));
    const whole = disk.text(journal.path);
    expect(outcomeOf(verifyRecord(whole)).outcome).toBe('faulted');
    expect(outcomeOf(verifyRecord(cut))).toStrictEqual({
      outcome: 'not known',
      reason: expect.stringContaining('plate-hot') as string,
    });
    const altered = wholeRecord().replace('"SCREENED"', '"SKIPPED"');
    expect(outcomeOf(verifyRecord(altered)).outcome).toBe('not known');
    expect(outcomeOf(verifyRecord(wholeRecord())).outcome).toBe('completed');
  });
});
