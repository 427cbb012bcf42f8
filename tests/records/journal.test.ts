import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CompanionError } from '../../src/errors.ts';
import { openJournal } from '../../src/records/journal.ts';
import type { Journal } from '../../src/records/journal.ts';
import { nodeJournalFiles } from '../../src/records/record-files.ts';
import type { JournalFiles } from '../../src/records/record-files.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { MemoryDisk, systemError } from './fixtures/memory-disk.ts';
import {
  headerFields,
  journalOn,
  sampleAt,
  startedAt,
  summaryOf,
  writeTreatment,
} from './fixtures/treatments.ts';

const note = { by: null, text: 'x' };

/** What a call threw, which must be an error for people. */
function errorOf(call: () => unknown): CompanionError {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof CompanionError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

function open(folder: string, files: JournalFiles = nodeJournalFiles): Journal {
  return openJournal({ folder, header: headerFields, startedAt, utcNow: () => startedAt, files });
}

/** Lets everything that is ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('a record on a real disk', () => {
  let base = '';
  beforeEach(() => {
    base = fs.mkdtempSync(join(tmpdir(), 'contrast-records-'));
  });
  afterEach(() => {
    fs.rmSync(base, { recursive: true });
  });

  test('is named by its time, readable at every moment, and for its owner only', async () => {
    const folder = join(base, 'a', 'b');
    const journal = open(folder);
    expect(journal.id).toMatch(/^20261120T093512123Z-[0-9a-f]{4}$/);
    expect(journal.path).toBe(join(folder, `${journal.id}.jsonl`));
    const verdict = (): string => verifyRecord(fs.readFileSync(journal.path)).text;
    expect(verdict()).toBe('truncated after line 1');
    journal.append('note', 0.0504999, note);
    expect(verdict()).toBe('truncated after line 2');
    journal.append('summary', 1, summaryOf(journal.id));
    expect(verdict()).toBe('intact');
    await journal.close();
    const { lines } = verifyRecord(fs.readFileSync(journal.path));
    expect(lines[0]).toMatchObject({ type: 'header', id: journal.id, recordFormat: 2, t: 0 });
    expect(lines[1]).toMatchObject({ t: 0.05, at: '2026-11-20T09:35:12.123Z' });
    expect(fs.statSync(journal.path).mode & 0o077).toBe(0);
    expect(fs.statSync(folder).mode & 0o077).toBe(0);
  });

  test('two of the same millisecond are two', async () => {
    const disk = new MemoryDisk();
    const suffixes = ['aaaa', 'aaaa', 'aaaa', 'bbbb'];
    const suffix = (): string => suffixes.shift() ?? 'cccc';
    const journals = [journalOn(disk, { suffix }), journalOn(disk, { suffix })];
    expect(journals.map(({ id }) => id.slice(-4))).toStrictEqual(['aaaa', 'bbbb']);
    for (const journal of journals) journal.append('note', 0, note);
    for (const journal of journals) await journal.close();
    for (const { path } of journals) {
      expect(verifyRecord(disk.text(path)).text).toBe('truncated after line 2');
    }
    // A suffix that never changes must not be tried for ever.
    expect(() => journalOn(disk, { suffix: () => 'aaaa' })).toThrow(/RECORD_UNWRITABLE/);
  });

  test('the name of every new folder, and of the file, is made durable', () => {
    const synced: string[] = [];
    const pathOf = new Map<number, string>();
    const spying: JournalFiles = {
      ...nodeJournalFiles,
      openSync: (path, flags) => {
        const fd = nodeJournalFiles.openSync(path, flags);
        pathOf.set(fd, path);
        return fd;
      },
      fsyncSync: (fd) => {
        nodeJournalFiles.fsyncSync(fd);
        synced.push(pathOf.get(fd) ?? '');
      },
    };
    const folder = join(base, 'a', 'b');
    const { path } = open(folder, spying);
    expect(synced).toStrictEqual([dirname(folder), base, path, folder]);
  });

  test.each([
    ['a file in place of the folder', 'taken', 'EEXIST'],
    ['a file in place of a parent', join('taken', 'deeper'), 'ENOTDIR'],
  ])('%s is named with the remedy', (_, where, code) => {
    fs.writeFileSync(join(base, 'taken'), '');
    const folder = join(base, where);
    const { message } = errorOf(() => open(folder));
    expect(message).toContain(folder);
    expect(message).toContain(code);
    expect(message).toContain('Move that file away');
    expect(message).toContain('(RECORD_UNWRITABLE)');
  });

  test('the system’s own full disk ends the record in words', () => {
    const full: JournalFiles = {
      ...nodeJournalFiles,
      openSync: (path, flags) =>
        flags === 'ax' ? fs.openSync('/dev/full', 'w') : nodeJournalFiles.openSync(path, flags),
      unlinkSync: () => {},
    };
    expect(errorOf(() => open(base, full)).message).toMatch(
      /the disk is full \(ENOSPC\).*Free space/,
    );
  });
});

describe('a folder that takes no record', () => {
  const steps = ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync'] as const;
  const codes = ['EACCES', 'EROFS', 'ENOSPC', 'EIO', 'EDQUOT', 'EWEIRD'];
  const cases = steps.flatMap((step) => codes.map((code) => ({ step, code })));

  test.each(cases)('$code from $step: refused by name, and nothing is left', ({ step, code }) => {
    const disk = new MemoryDisk();
    disk.failing[step] = code;
    const error = errorOf(() => journalOn(disk));
    expect(error.code).toBe('RECORD_UNWRITABLE');
    expect(error.message).toContain('/records: ');
    expect(error.message).toContain(code);
    expect(error.parts.fix).toMatch(/\.$/);
    expect([...disk.files]).toStrictEqual([]);
    expect(disk.count('closeSync')).toBe(disk.count('openSync') - (step === 'openSync' ? 1 : 0));
  });
});

describe('a disk that fails under a treatment', () => {
  test('full after any number of bytes, it leaves whole lines only', async () => {
    const size = fc.integer({ min: 1, max: 5000 });
    await fc.assert(
      fc.asyncProperty(fc.nat(8000), size, async (freeBytes, bytesPerWrite) => {
        const disk = new MemoryDisk();
        disk.bytesPerWrite = bytesPerWrite;
        const journal = journalOn(disk);
        disk.freeBytes = freeBytes;
        let error: CompanionError | undefined;
        try {
          writeTreatment(journal, 40);
        } catch (thrown) {
          error = thrown as CompanionError;
        }
        fc.pre(error !== undefined);
        expect(error.message).toMatch(/the disk is full \(ENOSPC\)\. Free space there/);
        expect(error.message).toContain(journal.path);
        expect(journal.failure).toBe(error);

        const left = disk.text(journal.path);
        const { provenLines, text } = verifyRecord(left);
        expect(left.endsWith('\n')).toBe(true);
        expect(text).toBe(`truncated after line ${provenLines}`);
        expect(left.split('\n').length - 1).toBe(provenLines);

        // Space again does not help: a record with a hole is worse than one that ends.
        disk.freeBytes = Infinity;
        expect(errorOf(() => journal.append('note', 99, note))).toBe(error);
        await journal.close();
        expect(disk.text(journal.path)).toBe(left);
      }),
    );
  });

  test('short writes alone lose nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (bytesPerWrite) => {
        const disk = new MemoryDisk();
        disk.bytesPerWrite = bytesPerWrite;
        const journal = journalOn(disk);
        writeTreatment(journal);
        journal.append('summary', 10, summaryOf(journal.id));
        expect(verifyRecord(disk.text(journal.path)).text).toBe('intact');
      }),
    );
  });

  test('says so if even the torn part cannot be taken away', () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    writeTreatment(journal, 3);
    const whole = disk.text(journal.path).split('\n').length - 1;
    disk.freeBytes = 20;
    disk.bytesPerWrite = 7;
    disk.failing.ftruncateSync = 'EIO';
    expect(errorOf(() => journal.append('note', 4, note)).message).toContain('torn last line');
    expect(verifyRecord(disk.text(journal.path)).text).toBe(`truncated after line ${whole}`);
  });

  test('a write that takes nothing does not hang', () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    disk.writeSync = () => 0;
    expect(errorOf(() => journal.append('note', 1, note)).code).toBe('RECORD_UNWRITABLE');
  });
});

describe('what is durable when', () => {
  test('an append waits for no disk; one sync is in flight and one is owed', async () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    disk.holdSyncs = true;
    for (let second = 0; second < 100; second += 1) {
      journal.append('sample', second, sampleAt(second));
    }
    await settle();
    expect(disk.count('fdatasync')).toBe(1);

    let flushed = false;
    const waitForFlush = async (): Promise<void> => {
      await journal.flush();
      flushed = true;
    };
    const flush = waitForFlush();
    disk.heldSyncs.shift()?.resolve();
    await settle();
    expect(disk.count('fdatasync')).toBe(2);
    // The first sync began before the later lines were written and proves nothing about them.
    expect(flushed).toBe(false);
    disk.heldSyncs.shift()?.resolve();
    await flush;
    await settle();
    expect(disk.count('fdatasync')).toBe(2);
    await journal.flush();
    expect(disk.count('fdatasync')).toBe(2);
  });

  test('whatever the order of lines and disk, every line is followed by a sync', async () => {
    const steps = fc.array(fc.constantFrom('append', 'sync', 'turn', 'settle'), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const disk = new MemoryDisk();
        const journal = journalOn(disk);
        disk.holdSyncs = true;
        for (const step of order) {
          if (step === 'append') journal.append('note', 0, note);
          if (step === 'sync') disk.heldSyncs.shift()?.resolve();
          if (step === 'turn') await Promise.resolve();
          if (step === 'settle') await settle();
          expect(disk.heldSyncs.length).toBeLessThanOrEqual(1);
        }
        await settle();
        while (disk.heldSyncs.length > 0) {
          disk.heldSyncs.shift()?.resolve();
          await settle();
        }
        const lastSync = disk.calls.lastIndexOf('fdatasync');
        const lastWrite = disk.calls.lastIndexOf('writeSync');
        expect(!order.includes('append') || lastSync > lastWrite).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('a sync that fails in the background stops the record, once and for all', async () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    disk.holdSyncs = true;
    journal.append('note', 1, note);
    const flush = journal.flush();
    disk.heldSyncs.shift()?.reject(systemError('EIO'));
    await expect(flush).rejects.toThrow(/did not reach the disk.*\(EIO\)\. Replace the disk/);
    expect(journal.failure?.code).toBe('RECORD_UNWRITABLE');
    expect(errorOf(() => journal.append('note', 2, note))).toBe(journal.failure);
    await expect(journal.close()).rejects.toBe(journal.failure);
    // A second try could report success for pages that the kernel has dropped.
    expect(disk.count('fdatasync')).toBe(1);
    expect(disk.calls.at(-1)).toBe('closeSync');
  });

  test('closing waits for the disk, closes once, and ends the record', async () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    disk.holdSyncs = true;
    journal.append('summary', 1, summaryOf(journal.id));
    expect(errorOf(() => journal.append('note', 2, note)).message).toContain('(DEFECT)');
    const closes = [journal.close(), journal.close()];
    await settle();
    const before = disk.count('closeSync');
    disk.heldSyncs.shift()?.resolve();
    await Promise.all(closes);
    expect(disk.count('closeSync')).toBe(before + 1);
    expect(errorOf(() => journal.append('note', 3, note)).message).toContain('(DEFECT)');
    expect(verifyRecord(disk.text(journal.path)).text).toBe('intact');
  });
});

describe('what the journal is given', () => {
  test('a clock out of order costs no line', () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk, { utcNow: () => new Date(Number.NaN) });
    journal.append('note', Number.NaN, note);
    journal.append('sample', 1, { ...sampleAt(1), plateAC: Number.NaN });
    const { lines } = verifyRecord(disk.text(journal.path));
    expect(lines[1]).toMatchObject({ t: null, at: null, nonFinite: { t: 'NaN' } });
    expect(lines[2]).toMatchObject({ plateAC: null, nonFinite: { plateAC: 'NaN' } });
  });

  test('a start without a date, or fields that are the journal’s own, are defects', () => {
    const disk = new MemoryDisk();
    expect(() => journalOn(disk, { startedAt: new Date(Number.NaN) })).toThrow(/DEFECT/);
    const journal = journalOn(disk);
    const event = { type: 'STOP', ...note };
    expect(() => {
      journal.append('note', 1, event);
    }).toThrow(/"type".*DEFECT/);
    journal.append('note', 1, note);
    expect(verifyRecord(disk.text(journal.path)).text).toBe('truncated after line 2');
  });
});
