import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultRecordsFolder, recordsFolderFor } from '../../src/records/folder.ts';
import { nearestIds, newestFirst, recordIdOf } from '../../src/records/record-id.ts';
import { listRecords, maxRecordBytes, readRecord } from '../../src/records/store.ts';
import { MemoryDisk } from './fixtures/memory-disk.ts';
import { journalOn, summaryOf } from './fixtures/treatments.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'contrast-store-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const put = (name: string, text: string): void => {
  fs.writeFileSync(join(folder, name), text);
};

/** Puts a finished record of that time into the folder. */
function putRecord(time: string): string {
  const disk = new MemoryDisk();
  const startedAt = new Date(time);
  const journal = journalOn(disk, { startedAt, suffix: () => 'aaaa' });
  journal.append('summary', 1, summaryOf(journal.id));
  put(`${journal.id}.jsonl`, disk.text(journal.path));
  return journal.id;
}

describe('identifiers', () => {
  const anyTime = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });

  test('sort by time, newest first', () => {
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 8 }), (times) => {
        const ids = times.map((time) => recordIdOf(time, '0000'));
        const byTime = times
          .toSorted((a, b) => b.getTime() - a.getTime())
          .map((time) => recordIdOf(time, '0000'));
        expect(ids.toSorted(newestFirst)).toStrictEqual(byTime);
      }),
    );
  });

  test('with a slip of the finger are found again', () => {
    const slip = fc.record({ time: anyTime, at: fc.nat(23), others: fc.array(anyTime) });
    fc.assert(
      fc.property(slip, ({ time, at, others }) => {
        const id = recordIdOf(time, '7f3a');
        const wrong = `${id.slice(0, at)}#${id.slice(at + 1)}`;
        const all = [...others.map((other) => recordIdOf(other, 'zzzz')), id];
        expect(nearestIds(wrong, all, 1)).toStrictEqual([id]);
      }),
    );
  });
});

describe('a folder of records', () => {
  test('that does not exist holds none', () => {
    expect(listRecords(join(folder, 'none'))).toStrictEqual({ records: [], older: 0 });
  });

  test('lists everything, the damaged and the unreadable too, newest first', () => {
    const first = putRecord('2026-11-20T09:00:00Z');
    const altered = putRecord('2026-11-21T09:00:00Z');
    const last = putRecord('2026-11-22T09:00:00Z');
    const text = fs.readFileSync(join(folder, `${altered}.jsonl`), 'utf8');
    put(`${altered}.jsonl`, text.replace('treatment', 'Treatment').replace('completed', 'stopped'));
    put('20261123T090000000Z-cut0.jsonl', text.slice(0, 100));
    put('20261124T090000000Z-nil0.jsonl', '');
    put('copy.jsonl', fs.readFileSync(join(folder, `${first}.jsonl`), 'utf8'));
    put('notes.txt', 'not a record');
    fs.mkdirSync(join(folder, '20261125T090000000Z-dir0.jsonl'));
    fs.symlinkSync(join(folder, 'nowhere'), join(folder, '20261126T090000000Z-gone.jsonl'));
    put('20261127T090000000Z-huge.jsonl', '');
    fs.truncateSync(join(folder, '20261127T090000000Z-huge.jsonl'), maxRecordBytes + 1);

    const { records, older } = listRecords(folder);
    expect(older).toBe(0);
    const listed = records.map((record) =>
      'problem' in record
        ? [record.id, 'unreadable', record.problem]
        : [record.id, record.verification.text, record.renamedFrom],
    );
    expect(listed).toStrictEqual([
      ['20261127T090000000Z-huge', 'unreadable', expect.stringContaining('bytes')],
      ['20261126T090000000Z-gone', 'unreadable', expect.stringContaining('ENOENT')],
      ['20261125T090000000Z-dir0', 'unreadable', expect.stringContaining('regular file')],
      ['20261124T090000000Z-nil0', 'truncated after line 0', null],
      ['20261123T090000000Z-cut0', 'truncated after line 0', null],
      [last, 'intact', null],
      [altered, 'altered at line 2', null],
      [first, 'intact', null],
      ['copy', 'intact', first],
    ]);
    const newest = listRecords(folder, 6);
    expect(newest.records).toStrictEqual(records.slice(0, 6));
    expect(newest.older).toBe(3);
  });

  test('gives a record by its name, an unambiguous beginning, or as the latest', () => {
    const first = putRecord('2026-11-20T09:00:00Z');
    const last = putRecord('2026-11-20T10:00:00Z');
    put('zzz.jsonl', '');
    for (const wanted of [last, '20261120T10', 'latest']) {
      expect(readRecord(folder, wanted)).toMatchObject({ id: last, renamedFrom: null });
    }
    expect(readRecord(folder, first).id).toBe(first);
    // A whole name is meant even where it begins another.
    put(`${first}b.jsonl`, '');
    expect(readRecord(folder, first).id).toBe(first);
  });

  test('names what is near when the name is not known', () => {
    expect(() => readRecord(folder, 'latest')).toThrow(
      `${folder}: there is no record in this folder`,
    );
    const first = putRecord('2026-11-20T09:00:00Z');
    const last = putRecord('2026-11-20T10:00:00Z');
    expect(() => readRecord(folder, '20261120T1x')).toThrow(
      new RegExp(`${folder}.*The nearest: ${last}, ${first}\\..*RECORD_UNKNOWN`),
    );
    expect(() => readRecord(folder, '202611')).toThrow(/beginning of 2 records.*RECORD_UNKNOWN/);
  });

  test.each(['', '../secret', '/etc/passwd', 'a\\b', 'a\0b', '..', '.'])(
    'refuses %j as a name',
    (wanted) => {
      fs.mkdirSync(join(folder, 'store'));
      put('secret.jsonl', '');
      put('store/other.jsonl', '');
      const isPath = /^$|[/\\\0]/.test(wanted);
      const words = isPath ? /is not the identifier.*RECORD_UNKNOWN/ : /RECORD_UNKNOWN/;
      expect(() => readRecord(join(folder, 'store'), wanted)).toThrow(words);
    },
  );

  test('that is a file cannot be read, and says so', () => {
    put('file', '');
    expect(() => listRecords(join(folder, 'file'))).toThrow(/FILE_UNREADABLE/);
  });
});

describe('the folder', () => {
  const nowhere = '/nowhere/at/all';
  const folderFor = (env: Readonly<Record<string, string>>) => defaultRecordsFolder(env, nowhere);

  test('is the chosen one, else in the state folder, else in the home', () => {
    const home = { HOME: '/home/ann' };
    const xdg = { ...home, XDG_STATE_HOME: '/state' };
    expect(folderFor({ ...xdg, CONTRAST_RECORDS: '/r' })).toBe('/r');
    expect(folderFor({ ...xdg, CONTRAST_RECORDS: '' })).toBe('/state/contrast-companion/records');
    for (const ignored of ['', 'relative/path']) {
      expect(folderFor({ ...home, XDG_STATE_HOME: ignored })).toBe(
        '/home/ann/.local/state/contrast-companion/records',
      );
    }
  });

  test('is the one of the device for every user, where that is set up', () => {
    for (const env of [{ HOME: '/home/ann' }, { HOME: '/root' }, { HOME: '' }, {}]) {
      expect(defaultRecordsFolder(env, folder)).toBe(join(folder, 'records'));
    }
  });

  test('stays where older versions kept the records, as long as they are there', () => {
    const older = join(folder, '.local/share/contrast-companion/records');
    const home = { HOME: folder };
    expect(folderFor(home)).toBe(join(folder, '.local/state/contrast-companion/records'));
    fs.mkdirSync(older, { recursive: true });
    expect(folderFor(home)).toBe(older);
    expect(folderFor({ HOME: '', XDG_STATE_HOME: '/state' })).toBe(
      '/state/contrast-companion/records',
    );
  });

  test.each([
    ['', 'HOME is empty'],
    ['home', 'HOME is "home"'],
  ])('with HOME=%j is refused in words: it would be another one in every place', (HOME, words) => {
    expect(() => folderFor({ HOME })).toThrow(new RegExp(`${words}.*CONTRAST_RECORDS.*USAGE`));
  });

  test('does not depend on where a command is typed', () => {
    expect(recordsFolderFor('records', {})).toBe(resolve('records'));
    // As a variable that nobody has set: not the folder that the command happens to be typed in.
    for (const unset of ['', ' ']) expect(() => recordsFolderFor(unset, {})).toThrow(/USAGE/);
    expect(folderFor({ CONTRAST_RECORDS: 'here' })).toBe(resolve('here'));
  });
});
