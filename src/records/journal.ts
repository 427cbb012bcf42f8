/**
 * The journal of one treatment (L11): append-only, hash-chained, on disk before it matters.
 *
 * A line is handed to the system whole and at once (`write`), so a killed process loses nothing. It
 * is made safe from a power cut in the background (`fdatasync`): a slow memory card must not stall
 * the control tick that renews the lease (L5). `flush` waits for the disk.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CompanionError, systemCodeOf } from '../errors.ts';
import { BackgroundSync } from './background-sync.ts';
import { diskError } from './disk-trouble.ts';
import { encodeLine, recordFormat } from './line-text.ts';
import { recordIdOf } from './record-id.ts';
import { ensureFolder, nodeJournalFiles, syncFolder, writeAllSync } from './record-files.ts';
import type { JournalFiles } from './record-files.ts';
import type { Fields, LineType } from './record-line.ts';
import type { Reserve } from './reserve.ts';

const attemptsAtAnId = 16;
/** What a clock may move against another one without a word, milliseconds: it is steered by parts of a thousandth. */
const leapNotedMs = 2000;
const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

export type HeaderFields = Omit<Fields<'header'>, 'id' | 'recordFormat'>;
/** What may be written from outside; header and clock are the journal's own. */
export type EventType = Exclude<LineType, 'header' | 'clock'>;

export interface JournalOptions {
  /** The record store; made if it is missing. */
  readonly folder: string;
  readonly header: HeaderFields;
  /** Wall clock at the start: it names the record. */
  readonly startedAt: Date;
  /** Wall clock for the `at` of each line. */
  readonly utcNow: () => Date;
  readonly files?: JournalFiles;
  /** A clock that is never set, milliseconds: the wall clock is watched by it. */
  readonly monotonicMs?: () => number;
  /** The computer's own clock at the end, for the last line: how long ago that was is told by it, whatever the wall clock shows. */
  readonly endClock?: () => NonNullable<Fields<'summary'>['clock']>;
  /** Room for the end of the record, on a disk that has become full; given back when the record is closed. */
  readonly reserve?: Reserve;
  /** Tells apart records of the same millisecond; random by default. */
  readonly suffix?: () => string;
}

export interface Journal {
  readonly id: string;
  readonly path: string;
  /** Set once the disk has failed, also when it failed in the background. */
  readonly failure: CompanionError | undefined;
  /** Of the newest line that was written: what was written before cannot be altered under it. */
  readonly lastHash: string;
  /** The disk is full, and what was set aside for the end still takes every line but samples. */
  readonly onReserve: boolean;
  /**
   * Writes one line at treatment time `tS` (seconds). On return the line outlives this process.
   * @throws CompanionError RECORD_UNWRITABLE when the disk does not take it. Nothing of the line is
   *   left behind, and every later call is refused in the same words.
   */
  append<K extends EventType>(type: K, tS: number, fields: Fields<K>): void;
  /**
   * Resolves when every line accepted so far is on disk and outlives a power cut.
   * @throws CompanionError RECORD_UNWRITABLE when the disk could not keep them.
   */
  flush(): Promise<void>;
  /** Flushes, closes the file, and reports as `flush` does. May be called after any failure. */
  close(): Promise<void>;
}

/**
 * Creates the record's file and writes its first line to disk. Blocks until it is durable: nothing
 * is energised yet.
 * @throws CompanionError RECORD_UNWRITABLE naming folder and cause; no file is left behind.
 */
export function openJournal(options: JournalOptions): Journal {
  const files = options.files ?? nodeJournalFiles;
  const suffix = options.suffix ?? (() => randomBytes(2).toString('hex'));
  const { folder } = options;
  try {
    ensureFolder(files, folder);
  } catch (thrown) {
    throw openError(folder, thrown);
  }
  const created = createFile(files, folder, () => recordIdOf(options.startedAt, suffix()));
  try {
    const journal = new FileJournal(files, created, options);
    journal.write('header', 0, { id: created.id, recordFormat, ...options.header });
    files.fsyncSync(created.fd);
    syncFolder(files, folder);
    return journal;
  } catch (thrown) {
    discard(files, created);
    if (thrown instanceof CompanionError && thrown.code === 'DEFECT') throw thrown;
    const cause = thrown instanceof CompanionError ? (thrown.parts.cause ?? thrown) : thrown;
    throw openError(folder, cause);
  }
}

function openError(folder: string, thrown: unknown): CompanionError {
  return diskError('RECORD_UNWRITABLE', {
    what: 'no record can be kept in this folder, and without a record there is no treatment',
    where: folder,
    thrown,
  });
}

interface CreatedFile {
  readonly id: string;
  readonly path: string;
  readonly fd: number;
}

function createFile(files: JournalFiles, folder: string, nextId: () => string): CreatedFile {
  for (let attempt = 1; ; attempt += 1) {
    const id = nextId();
    const path = join(folder, `${id}.jsonl`);
    try {
      return { id, path, fd: files.openSync(path, 'ax') };
    } catch (thrown) {
      if (systemCodeOf(thrown) !== 'EEXIST' || attempt >= attemptsAtAnId) {
        throw openError(folder, thrown);
      }
    }
  }
}

/** Takes an unusable new file away again, as far as the disk still obeys. */
function discard(files: JournalFiles, { fd, path }: CreatedFile): void {
  for (const step of [() => files.closeSync(fd), () => files.unlinkSync(path)]) {
    try {
      step();
    } catch {
      // The failure that led here is the one that is reported.
    }
  }
}

class FileJournal implements Journal {
  readonly id: string;
  readonly path: string;
  readonly #files: JournalFiles;
  readonly #fd: number;
  readonly #utcNow: () => Date;
  readonly #sync: BackgroundSync;
  #seq = 0;
  #previousHash = '';
  #writtenBytes = 0;
  #torn = false;
  #ending: 'open' | 'summarised' | 'closed' = 'open';
  #writeFailure: CompanionError | undefined;
  #fullness: CompanionError | undefined;
  readonly #reserve: Reserve | undefined;
  readonly #endClock: JournalOptions['endClock'];
  readonly #monotonicMs: (() => number) | undefined;
  /** By how much the wall clock is ahead of the monotonic one, milliseconds. */
  #aheadMs: number | undefined;
  #closing: Promise<void> | undefined;

  constructor(files: JournalFiles, created: CreatedFile, options: JournalOptions) {
    this.#files = files;
    this.#fd = created.fd;
    this.id = created.id;
    this.path = created.path;
    this.#utcNow = options.utcNow;
    this.#monotonicMs = options.monotonicMs;
    this.#reserve = options.reserve;
    this.#endClock = options.endClock;
    if (options.monotonicMs !== undefined) {
      this.#aheadMs = options.utcNow().getTime() - options.monotonicMs();
    }
    this.#sync = new BackgroundSync(
      () => files.fdatasync(created.fd),
      (thrown) => this.#error('the last lines of the record did not reach the disk', thrown),
    );
  }

  get failure(): CompanionError | undefined {
    return this.#lost ?? this.#fullness;
  }

  get lastHash(): string {
    return this.#previousHash;
  }

  get onReserve(): boolean {
    return this.#fullness !== undefined && this.#lost === undefined;
  }

  /** Nothing more can be written at all. */
  get #lost(): CompanionError | undefined {
    return this.#writeFailure ?? this.#sync.failure;
  }

  append<K extends EventType>(type: K, tS: number, fields: Fields<K>): void {
    this.#watchClock(tS);
    this.write(type, tS, fields);
    this.#sync.written();
  }

  /** Writes a line without making it durable. */
  write<K extends LineType>(type: K, tS: number, fields: Fields<K>): void {
    if (this.#lost !== undefined) throw this.#lost;
    if (this.#fullness !== undefined && type === 'sample') throw this.#fullness;
    if (this.#ending !== 'open') {
      throw new CompanionError('DEFECT', {
        what: `a "${type}" line was written to a record that is ${this.#ending}`,
        where: this.path,
      });
    }
    try {
      this.#writeLine(type, tS, this.#dated(type, fields));
    } catch (thrown) {
      if (!this.#usesReserve(thrown)) throw thrown;
      const text = 'the disk is full: from here on only events and the end are kept, no samples';
      this.#writeLine('note', tS, { by: 'companion', text });
      this.#sync.written();
      if (type === 'sample') throw thrown;
      this.#writeLine(type, tS, this.#dated(type, fields));
    }
    if (type === 'summary') this.#ending = 'summarised';
  }

  #dated(type: LineType, fields: object): object {
    const clock = type === 'summary' ? this.#endClock?.() : undefined;
    return clock === undefined ? fields : { ...fields, clock };
  }

  #writeLine(type: LineType, tS: number, fields: object): void {
    const { text, hash } = encodeLine(this.#previousHash, this.#lineOf(type, tS, fields));
    this.#writeWhole(Buffer.from(text));
    this.#seq += 1;
    this.#previousHash = hash;
  }

  /** The disk has become full, and room was set aside: it is there from now on. Once. */
  #usesReserve(thrown: unknown): boolean {
    const full = this.#writeFailure;
    if (this.#reserve === undefined || this.#fullness !== undefined || thrown !== full)
      return false;
    if (this.#torn || !fullCodes.has(systemCodeOf(full?.parts.cause) ?? '')) return false;
    this.#reserve.release();
    this.#fullness = full;
    this.#writeFailure = undefined;
    return true;
  }

  /** A line of its own for every move of the wall clock, before the line that would bear the new time unexplained. */
  #watchClock(tS: number): void {
    if (this.#monotonicMs === undefined || this.#ending !== 'open' || this.#lost !== undefined)
      return;
    const wallMs = this.#utcNow().getTime();
    const aheadMs = wallMs - this.#monotonicMs();
    if (!Number.isFinite(aheadMs)) return;
    const before = this.#aheadMs;
    const leapMs = before === undefined || !Number.isFinite(before) ? 0 : aheadMs - before;
    if (leapMs === 0) this.#aheadMs = aheadMs;
    if (Math.abs(leapMs) < leapNotedMs) return;
    this.#aheadMs = aheadMs;
    this.write('clock', tS, {
      leapS: Math.round(leapMs) / 1000,
      expectedAt: isoTimeOf(new Date(wallMs - leapMs)),
    });
  }

  #lineOf(type: LineType, tS: number, fields: object): object {
    const common = {
      seq: this.#seq,
      t: Math.round(tS * 1000) / 1000,
      at: isoTimeOf(this.#utcNow()),
      type,
    };
    const clash = Object.keys(fields).find((name) => Object.hasOwn(common, name));
    if (clash !== undefined) {
      throw new CompanionError('DEFECT', {
        what: `a "${type}" line brings its own "${clash}", which belongs to the journal`,
      });
    }
    return { ...common, ...fields };
  }

  #writeWhole(bytes: Uint8Array): void {
    try {
      writeAllSync(this.#files, this.#fd, bytes);
      this.#writtenBytes += bytes.length;
    } catch (thrown) {
      this.#torn = !this.#tearOff();
      const torn = this.#torn ? ' and leaves a torn last line' : '';
      this.#writeFailure = this.#error(
        `the record ends here after ${this.#seq} lines${torn}`,
        thrown,
      );
      throw this.#writeFailure;
    }
  }

  /** Takes the part of a line that did get written away again. */
  #tearOff(): boolean {
    try {
      this.#files.ftruncateSync(this.#fd, this.#writtenBytes);
      return true;
    } catch {
      return false;
    }
  }

  #error(what: string, thrown: unknown): CompanionError {
    return diskError('RECORD_UNWRITABLE', { what, where: this.path, thrown });
  }

  flush(): Promise<void> {
    return this.#sync.flush();
  }

  close(): Promise<void> {
    this.#closing ??= this.#flushAndClose();
    return this.#closing;
  }

  async #flushAndClose(): Promise<void> {
    this.#ending = 'closed';
    try {
      await this.flush();
    } finally {
      this.#files.closeSync(this.#fd);
      this.#reserve?.release();
    }
  }
}

/** A wall clock that is out of order must not cost a line: its time is then unknown. */
function isoTimeOf(time: Date): string | null {
  return Number.isFinite(time.getTime()) ? time.toISOString() : null;
}
