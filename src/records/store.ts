/** A folder of records: what is in it, and one record by its identifier. */
import fs from 'node:fs';
import { join } from 'node:path';
import { CompanionError, messageOf, systemCodeOf } from '../errors.ts';
import { nearestIds, newestFirst } from './record-id.ts';
import { headerOf } from './outcome.ts';
import { verifyRecord } from './verify.ts';
import type { Verification } from './verify.ts';

/** A limit on everything: some hundred times the longest treatment. */
export const maxRecordBytes = 268_435_456;

const extension = '.jsonl';

export interface StoredRecord {
  readonly id: string;
  readonly path: string;
  readonly verification: Verification;
  /** The identifier in the header, where the file bears another name; null where they agree. */
  readonly renamedFrom: string | null;
}

/** A file that is there and cannot be read: listed all the same. */
export interface UnreadableRecord {
  readonly id: string;
  readonly path: string;
  readonly problem: string;
}

/** What is in a folder. */
export interface RecordList {
  /** Newest first, the damaged and unreadable ones too. */
  readonly records: (StoredRecord | UnreadableRecord)[];
  /** How many older ones were left out. */
  readonly older: number;
}

/**
 * The newest records of the folder, each verified as a whole. A missing folder holds none.
 * @param newest how many; all by default
 * @throws CompanionError FILE_UNREADABLE when the folder cannot be read.
 */
export function listRecords(folder: string, newest = Infinity): RecordList {
  const ids = recordIds(folder);
  const shown = ids.slice(0, newest);
  const records = shown.map((id) => loadOrExplain(folder, id));
  return { records, older: ids.length - shown.length };
}

function loadOrExplain(folder: string, id: string): StoredRecord | UnreadableRecord {
  try {
    return load(folder, id);
  } catch (thrown) {
    const problem = thrown instanceof CompanionError ? thrown.parts.what : messageOf(thrown);
    return { id, path: pathOf(folder, id), problem };
  }
}

/**
 * One record, by its identifier, the beginning of it where only one record begins so, or `latest`.
 * @throws CompanionError RECORD_UNKNOWN naming the nearest; FILE_UNREADABLE.
 */
export function readRecord(folder: string, wanted: string): StoredRecord {
  if (wanted === '' || /[/\\\0]/.test(wanted)) {
    throw new CompanionError('RECORD_UNKNOWN', {
      what: `"${wanted}" is not the identifier of a record`,
      where: folder,
      fix: 'Name a record as "contrast records list" does, and its folder with --records.',
    });
  }
  return load(folder, resolveId(folder, wanted));
}

function resolveId(folder: string, wanted: string): string {
  const ids = recordIds(folder);
  const newest = ids[0];
  if (newest === undefined) {
    throw new CompanionError('RECORD_UNKNOWN', {
      what: 'there is no record in this folder',
      where: folder,
      fix: 'Name the folder with --records, or make a first record with "contrast run".',
    });
  }
  if (wanted === 'latest') return newest;
  if (ids.includes(wanted)) return wanted;
  const candidates = ids.filter((id) => id.startsWith(wanted));
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    const some = candidates.slice(0, 3).join(', ');
    throw new CompanionError('RECORD_UNKNOWN', {
      what: `"${wanted}" is the beginning of ${candidates.length} records: ${some}`,
      where: folder,
      fix: 'Give more of the identifier.',
    });
  }
  throw new CompanionError('RECORD_UNKNOWN', {
    what: `there is no record "${wanted}"`,
    where: folder,
    fix: `The nearest: ${nearestIds(wanted, ids, 3).join(', ')}.`,
  });
}

function recordIds(folder: string): string[] {
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => name.endsWith(extension) && name !== extension)
      .map((name) => name.slice(0, -extension.length))
      .toSorted(newestFirst);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    throw unreadable(folder, messageOf(thrown), thrown);
  }
}

function load(folder: string, id: string): StoredRecord {
  const path = pathOf(folder, id);
  const verification = verifyRecord(readLimited(path));
  const written = headerOf(verification.lines)?.id;
  const renamedFrom = written === undefined || written === id ? null : written;
  return { id, path, verification, renamedFrom };
}

function readLimited(path: string): Buffer {
  try {
    const { size } = regularFile(path);
    if (!(size <= maxRecordBytes)) throw new Error(`${size} bytes are no record of a treatment`);
    return fs.readFileSync(path);
  } catch (thrown) {
    throw unreadable(path, messageOf(thrown), thrown);
  }
}

/** A pipe or a device would hold the reader for ever. */
function regularFile(path: string): fs.Stats {
  const stats = fs.statSync(path);
  if (!stats.isFile()) throw new Error('it is not a regular file');
  return stats;
}

function pathOf(folder: string, id: string): string {
  return join(folder, `${id}${extension}`);
}

function unreadable(path: string, why: string, cause: unknown): CompanionError {
  return new CompanionError('FILE_UNREADABLE', {
    what: `this cannot be read: ${why}`,
    where: path,
    fix: 'Check that it exists and that this user may read it.',
    cause,
  });
}
