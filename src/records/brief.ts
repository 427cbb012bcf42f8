/**
 * Of every record of a folder its first line and its last: enough to know the order of records and which of them matter,
 * without reading all of them. What has not changed is not read again.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CompanionError, messageOf, systemCodeOf } from '../errors.ts';
import { decodeLine } from './line-text.ts';
import { isCommonLine, isRecordLine } from './record-line.ts';
import type { LineOf } from './record-line.ts';

export interface RecordBrief {
  /** The file's name, without its ending. */
  readonly id: string;
  /** Proven by its own hash; null where it is not. */
  readonly header: LineOf<'header'> | null;
  /** What the last whole line says of its time, UTC, milliseconds; NaN where it says nothing. Not proven. */
  readonly lastMs: number;
  /** Of the header, proven with it. */
  readonly firstHash: string | null;
  /** Of the last whole line. Not proven. */
  readonly lastHash: string | null;
  /** The last line, where it is a summary whose hash follows from the line before it; null where it is not. */
  readonly end: LineOf<'summary'> | null;
}

/** A header holds limits and prescription, a last line a summary: both are far shorter. */
const mostBytes = 262_144;
const firstBytes = 4096;
const mostKept = 50_000;
const atATime = 16;
const lineFeed = 0x0a;

const kept = new Map<string, { readonly stamp: string; readonly brief: RecordBrief }>();

/**
 * All records of the folder, in no order. A folder that is not there holds none.
 * @throws CompanionError FILE_UNREADABLE where the folder cannot be read
 */
export function briefsIn(folder: string): RecordBrief[] {
  return recordIds(folder).map((id) => briefOf(folder, id));
}

/** The same, letting others work in between: there may be thousands, and each is read once. */
export async function briefsInTurn(folder: string): Promise<RecordBrief[]> {
  const briefs: RecordBrief[] = [];
  for (const id of recordIds(folder)) {
    briefs.push(briefOf(folder, id));
    if (briefs.length % atATime === 0) await setImmediate();
  }
  return briefs;
}

/** @throws CompanionError FILE_UNREADABLE */
export function recordIds(folder: string): string[] {
  try {
    return fs.readdirSync(folder).flatMap((name) => /^(.+)\.jsonl$/s.exec(name)?.[1] ?? []);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    throw new CompanionError('FILE_UNREADABLE', {
      what: `the records of earlier sessions cannot be read: ${messageOf(thrown)}`,
      where: folder,
      fix: 'Name another folder with --records, or make this one readable.',
      cause: thrown,
    });
  }
}

/** Never throws: of what cannot be read nothing is known. */
export function briefOf(folder: string, id: string): RecordBrief {
  const path = join(folder, `${id}.jsonl`);
  try {
    const { size, mtimeMs, ino } = regularFile(path);
    const stamp = `${size} ${mtimeMs} ${ino}`;
    const before = kept.get(path);
    if (before?.stamp === stamp) return before.brief;
    const brief = { id, ...readEnds(path, size) };
    if (kept.size >= mostKept) kept.clear();
    kept.set(path, { stamp, brief });
    return brief;
  } catch {
    return { id, header: null, firstHash: null, ...noLastLine };
  }
}

/** A pipe or a device would hold the reader for ever. */
function regularFile(path: string): fs.Stats {
  const stats = fs.statSync(path);
  if (!stats.isFile()) throw new Error('it is not a regular file');
  return stats;
}

function readEnds(path: string, size: number): Omit<RecordBrief, 'id'> {
  const fd = fs.openSync(path, 'r');
  try {
    const head = wholeLineIn((length) => bytesAt(fd, 0, length), size, 1);
    const tail = wholeLineIn((length) => bytesAt(fd, size - length, length), size, 2);
    return { ...headerIn(head), ...lastLineIn(tail) };
  } finally {
    fs.closeSync(fd);
  }
}

/** As many bytes as it takes to have the line in them: most lines are short, and there are many records. */
function wholeLineIn(read: (length: number) => Buffer, size: number, lineFeeds: number): Buffer {
  for (let length = firstBytes; ; length *= 8) {
    const bytes = read(Math.min(size, length));
    const enough = bytes.reduce((count, byte) => count + Number(byte === lineFeed), 0) >= lineFeeds;
    if (enough || length >= Math.min(size, mostBytes)) return bytes;
  }
}

function bytesAt(fd: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, fs.readSync(fd, bytes, 0, length, from));
}

function headerIn(bytes: Buffer): Pick<RecordBrief, 'header' | 'firstHash'> {
  const end = bytes.indexOf(lineFeed);
  const decoded = end < 0 ? undefined : decodeLine('', bytes.subarray(0, end));
  const line = decoded === undefined ? null : jsonOf(decoded.body.toString('utf8'));
  const isHeader = isCommonLine(line) && isRecordLine(line) && line.type === 'header';
  return { header: isHeader ? line : null, firstHash: decoded?.hash ?? null };
}

const noLastLine = { lastMs: Number.NaN, lastHash: null, end: null } as const;

function lastLineIn(bytes: Buffer): Pick<RecordBrief, 'lastMs' | 'lastHash' | 'end'> {
  const end = bytes.lastIndexOf(lineFeed);
  const start = bytes.lastIndexOf(lineFeed, Math.max(0, end - 1)) + 1;
  const whole = bytes.subarray(start, Math.max(start, end));
  const line = jsonOf(whole.toString('utf8'));
  if (!isCommonLine(line)) return noLastLine;
  const hash = 'hash' in line && typeof line.hash === 'string' ? line.hash : null;
  const lastMs = line.at === null ? Number.NaN : Date.parse(line.at);
  return { lastMs, lastHash: hash, end: summaryIn(hashBefore(bytes, start), whole) };
}

const hashAtEnd = /"hash":"([0-9a-f]{64})"\}$/;
const hashTextLength = 100;

/** What the line before says that its hash is; empty where there is none in sight. */
function hashBefore(bytes: Buffer, start: number): string {
  const before = bytes.subarray(Math.max(0, start - 1 - hashTextLength), Math.max(0, start - 1));
  return hashAtEnd.exec(before.toString('latin1'))?.[1] ?? '';
}

function summaryIn(previousHash: string, whole: Buffer): LineOf<'summary'> | null {
  const decoded = decodeLine(previousHash, whole);
  const line = decoded === undefined ? null : jsonOf(decoded.body.toString('utf8'));
  return isCommonLine(line) && isRecordLine(line) && line.type === 'summary' ? line : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Whether the record has a line with this hash: it may have gone on after that was noted.
 * @param hash all of it, or its beginning
 */
export function holdsHash(
  folder: string,
  { id, firstHash, lastHash }: RecordBrief,
  hash: string,
): boolean {
  if (lastHash?.startsWith(hash) || firstHash?.startsWith(hash)) return true;
  try {
    const path = join(folder, `${id}.jsonl`);
    regularFile(path);
    return fs.readFileSync(path).includes(`"hash":"${hash}`);
  } catch {
    return false;
  }
}
