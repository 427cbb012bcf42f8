/** A disk that is full, or becomes so: what is refused, and what is kept all the same. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRecord } from '../../src/records/open-record.ts';
import { endReserveBytes, makeReserve, wholeRecordBytes } from '../../src/records/reserve.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { MemoryDisk } from './fixtures/memory-disk.ts';
import { headerFields, journalOn, sampleAt, startedAt, summaryOf } from './fixtures/treatments.ts';

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A disk on which the reserve takes its room, and gives it back. */
function diskWithReserve(freeBytes = Infinity) {
  const disk = new MemoryDisk();
  const reserve = {
    released: 0,
    release: () => {
      if (reserve.released === 0) disk.freeBytes += endReserveBytes;
      reserve.released += 1;
    },
  };
  const journal = journalOn(disk, { reserve });
  disk.freeBytes = freeBytes;
  return { disk, reserve, journal };
}

const trip = { rule: 'plate-hot', reading: 44, limit: 43, message: 'the plate is hot' };

describe('a disk that becomes full under a treatment', () => {
  it('after any number of bytes: samples end, and trip, reason and summary are kept', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.integer({ min: 1, max: 5000 }), (freeBytes, bytesPerWrite) => {
        const { disk, journal } = diskWithReserve(freeBytes);
        disk.bytesPerWrite = bytesPerWrite;
        let refused = 0;
        for (let second = 0; second < 40; second += 1) {
          try {
            journal.append('sample', second, sampleAt(second));
          } catch {
            refused += 1;
          }
        }
        expect(refused).toBeGreaterThan(0);
        expect(journal.failure?.message).toMatch(/the disk is full \(ENOSPC\)/);
        expect(journal.onReserve).toBe(true);
        journal.append('trip', 41, trip);
        journal.append('summary', 42, summaryOf(journal.id, 'faulted'));
        const { verdict, lines } = verifyRecord(disk.text(journal.path));
        expect(verdict).toEqual({ kind: 'intact' });
        expect(lines.filter(({ type }) => type === 'sample')).toHaveLength(40 - refused);
        expect(lines.slice(-3).map(({ type }) => type)).toEqual(['note', 'trip', 'summary']);
        expect(lines.at(-3)).toMatchObject({ text: expect.stringContaining('the disk is full') });
      }),
    );
  });

  it('keeps a line that is no sample, and says that the disk is full all the same', () => {
    const { disk, journal } = diskWithReserve(20);
    journal.append('trip', 1, trip);
    expect(journal.failure?.code).toBe('RECORD_UNWRITABLE');
    expect(verifyRecord(disk.text(journal.path)).lines.map(({ type }) => type)).toEqual([
      'header',
      'note',
      'trip',
    ]);
  });

  it('ends for good when the reserve is used up too', () => {
    const { disk, journal } = diskWithReserve(0);
    const text = 'x'.repeat(10_000);
    const write = (): void => {
      journal.append('note', 1, { by: null, text });
    };
    for (let count = 0; count < 6; count += 1) write();
    expect(write).toThrow(/ENOSPC/);
    expect(journal.onReserve).toBe(false);
    expect(write).toThrow(/ENOSPC/);
    expect(verifyRecord(disk.text(journal.path)).text).toBe('truncated after line 8');
  });

  it.each(['EIO', 'EROFS'])('is not a disk that fails: %s takes nothing more', (code) => {
    const { disk, journal, reserve } = diskWithReserve();
    disk.failing.writeSync = code;
    expect(() => {
      journal.append('trip', 1, trip);
    }).toThrow(code);
    expect([journal.onReserve, reserve.released]).toEqual([false, 0]);
  });

  it('gives the reserve back when the record is closed', async () => {
    const { journal, reserve } = diskWithReserve();
    await journal.close();
    expect(reserve.released).toBe(1);
  });
});

describe('room', () => {
  const open = (folder: string, freeBytes: number | null) =>
    openRecord({
      folder,
      header: headerFields,
      utcNow: () => startedAt,
      monotonicMs: () => 0,
      freeBytes: () => freeBytes,
    });

  it('for a whole treatment is asked for before a start, in words, and nothing is left behind', () => {
    const folder = scratch();
    expect(() => open(folder, wholeRecordBytes - 1)).toThrow(
      /room for 8\.4 MB.*may take 8\.4 MB\. Free space.*RECORD_UNWRITABLE/,
    );
    expect(() => open(folder, 0)).toThrow(/room for 0\.0 MB/);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('that a file system does not tell of is no reason to refuse', async () => {
    await open(scratch(), null).close();
  });

  it('for the end is set aside on disk while a treatment runs, and given back', async () => {
    const folder = scratch();
    const journal = open(folder, Infinity);
    const reserved = fs.readdirSync(folder).filter((name) => name.startsWith('.reserve-'));
    expect(reserved).toHaveLength(1);
    const stats = fs.statSync(join(folder, reserved[0]!));
    expect(stats.size).toBe(endReserveBytes);
    expect(stats.blocks * 512, 'it really takes room').toBeGreaterThanOrEqual(endReserveBytes);
    await journal.close();
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('.reserve-'))).toEqual([]);
  });

  it('that a killed process had set aside is taken back at the next start, of a living one not', () => {
    const folder = scratch();
    const [dead, alive] = ['.reserve-4194304-dead', `.reserve-${process.ppid}-alive`];
    for (const name of [dead, alive]) fs.writeFileSync(join(folder, name), 'x');
    const reserve = makeReserve(folder);
    expect(fs.readdirSync(folder)).toContain(alive);
    expect(fs.readdirSync(folder)).not.toContain(dead);
    reserve.release();
    expect(fs.readdirSync(folder)).toEqual([alive]);
  });
});
