/**
 * Opens the record of a treatment as the program does it: with room for all of it and for its end, and with the name of
 * the record before it.
 */
import { dirname, resolve } from 'node:path';
import fs from 'node:fs';
import { CompanionError } from '../errors.ts';
import { linkTo, linkToNewest, newestNoted, noteNewest } from './chain.ts';
import { readClock } from './clock.ts';
import type { ClockReading } from './clock.ts';
import { diskError } from './disk-trouble.ts';
import { noteUse } from './folder-use.ts';
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
  readonly clock?: ClockReading;
  /** Where the folders of boards are noted for all users. */
  readonly sharedFolder?: string;
  readonly freeBytes?: (folder: string) => number | null;
}

/** @throws CompanionError RECORD_UNWRITABLE where no record can be kept, or not all of it */
export function openRecord(options: OpenRecordOptions): Journal {
  const { folder, header, utcNow, monotonicMs } = options;
  checkRoom(folder, options.freeBytes ?? freeBytesAt);
  const reserve = reserveIn(folder);
  try {
    const startedAt = utcNow();
    const journal = openJournal({
      folder,
      header: {
        ...header,
        previous: linkToNewest(folder),
        clock: clockFields(options.clock ?? readClock(), startedAt.getTime()),
      },
      startedAt,
      utcNow,
      monotonicMs,
      endClock: () => {
        const { bootId, upS } = options.clock ?? readClock();
        return { bootId, upS };
      },
      reserve,
    });
    noteBegun(folder, journal.id);
    const { board } = header;
    if (!board.imaginary) {
      const newest = newestNoted(folder);
      const use = { board: board.port, folder: resolve(folder), atMs: startedAt.getTime(), newest };
      noteUse(use, options.sharedFolder);
    }
    return journal;
  } catch (thrown) {
    reserve.release();
    throw thrown;
  }
}

/** Where it cannot be noted the record is found all the same, unless somebody takes it away. */
function noteBegun(folder: string, id: string): void {
  const link = linkTo(folder, id);
  try {
    if (link !== null) noteNewest(folder, link);
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
  }
}

/** A clock that shows a time before this program was made was never set. */
const clockFields = (
  { bootId, upS, synchronised, builtMs }: ClockReading,
  nowMs: number,
): NonNullable<HeaderFields['clock']> => ({
  bootId,
  upS,
  synchronised: nowMs < builtMs ? false : synchronised,
});

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
