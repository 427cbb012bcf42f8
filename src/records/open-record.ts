/** Opens the record of a treatment as the program does it: with room for all of it, and for its end. */
import { dirname, resolve } from 'node:path';
import fs from 'node:fs';
import { CompanionError } from '../errors.ts';
import { diskError } from './disk-trouble.ts';
import { openJournal } from './journal.ts';
import type { HeaderFields, Journal } from './journal.ts';
import { ensureFolder, nodeJournalFiles } from './record-files.ts';
import { freeBytesAt, makeReserve, wholeRecordBytes } from './reserve.ts';
import type { Reserve } from './reserve.ts';

export interface OpenRecordOptions {
  readonly folder: string;
  readonly header: HeaderFields;
  /** Wall clock. */
  readonly utcNow: () => Date;
  /** A clock that is never set, milliseconds. */
  readonly monotonicMs: () => number;
  readonly freeBytes?: (folder: string) => number | null;
}

/** @throws CompanionError RECORD_UNWRITABLE where no record can be kept, or not all of it */
export function openRecord(options: OpenRecordOptions): Journal {
  const { folder, header, utcNow, monotonicMs } = options;
  checkRoom(folder, options.freeBytes ?? freeBytesAt);
  const reserve = reserveIn(folder);
  try {
    return openJournal({ folder, header, startedAt: utcNow(), utcNow, monotonicMs, reserve });
  } catch (thrown) {
    reserve.release();
    throw thrown;
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/**
 * Whether a whole treatment fits, before anything is driven. A file system that does not tell is no reason to refuse: the
 * end has its reserve.
 * @throws CompanionError RECORD_UNWRITABLE
 */
export function checkRoom(folder: string, freeBytes = freeBytesAt): void {
  const free = freeBytes(nearestFolder(folder));
  if (free === null || free >= wholeRecordBytes) return;
  throw new CompanionError('RECORD_UNWRITABLE', {
    what: `there is room for ${megabytes(free)}, and the record of a whole treatment may take ${megabytes(wholeRecordBytes)}`,
    where: folder,
    fix: 'Free space there, or choose a folder on another disk.',
  });
}

function nearestFolder(folder: string): string {
  let existing = resolve(folder);
  while (!fs.existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  return existing;
}

function reserveIn(folder: string): Reserve {
  try {
    ensureFolder(nodeJournalFiles, folder);
    return makeReserve(folder);
  } catch (thrown) {
    throw diskError('RECORD_UNWRITABLE', {
      what: 'no record can be kept in this folder, and without a record there is no treatment',
      where: folder,
      thrown,
    });
  }
}
