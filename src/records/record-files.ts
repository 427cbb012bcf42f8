/**
 * The outermost edge: the only calls with which records reach the disk. A test replaces them to
 * inject a full disk, a short write or a dying card.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { dirname, resolve } from 'node:path';
import { systemCodeOf } from '../errors.ts';

/** The journal's calls, named and behaving as those of `node:fs`; each throws a system error. */
export interface JournalFiles {
  /** Makes the folder and its parents; returns the first one that had to be made. */
  mkdirSync(folder: string): string | undefined;
  /** `ax`: create for appending, fail if it exists. `wx`: create. `r`: an existing folder. */
  openSync(path: string, flags: 'ax' | 'wx' | 'r'): number;
  /** Writes up to `length` bytes from `offset`; returns how many were taken, maybe fewer. */
  writeSync(fd: number, bytes: Uint8Array, offset: number, length: number): number;
  ftruncateSync(fd: number, length: number): void;
  fsyncSync(fd: number): void;
  fdatasync(fd: number): Promise<void>;
  closeSync(fd: number): void;
  unlinkSync(path: string): void;
  renameSync(from: string, to: string): void;
}

/** Records tell of a person's health: what is made here is for the owner's eyes only. */
const folderMode = 0o700;
const recordMode = 0o600;

/**
 * Folder by folder, from the top. Node's own `recursive` never returns where a pseudo file system answers ENOENT to
 * whoever would make something in it, as /proc does.
 */
function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let path = folder; !fs.existsSync(path); path = dirname(path)) missing.unshift(path);
  // Something is there: a folder will do, anything else is EEXIST.
  if (missing.length === 0 && !fs.statSync(folder).isDirectory()) fs.mkdirSync(folder);
  for (const path of missing) {
    try {
      fs.mkdirSync(path, { mode: folderMode });
    } catch (thrown) {
      // Another process may have been quicker.
      if (systemCodeOf(thrown) !== 'EEXIST' || !fs.statSync(path).isDirectory()) throw thrown;
    }
  }
  return missing[0];
}

const fdatasync = promisify(fs.fdatasync);

export const nodeJournalFiles: JournalFiles = {
  mkdirSync: makeFolder,
  openSync: (path, flags) => fs.openSync(path, flags, recordMode),
  writeSync: (fd, bytes, offset, length) => fs.writeSync(fd, bytes, offset, length),
  ftruncateSync: (fd, length) => fs.ftruncateSync(fd, length),
  fsyncSync: (fd) => fs.fsyncSync(fd),
  fdatasync: (fd) => fdatasync(fd),
  closeSync: (fd) => fs.closeSync(fd),
  unlinkSync: (path) => fs.unlinkSync(path),
  renameSync: (from, to) => fs.renameSync(from, to),
};

/** Writes every byte, however few the system takes at a time. */
export function writeAllSync(files: JournalFiles, fd: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    const taken = files.writeSync(fd, bytes, done, bytes.length - done);
    if (!(taken > 0)) throw new Error('the system took no bytes and gave no reason');
    done += taken;
  }
}

/** A new name in a folder is safe from a power cut only when the folder itself is on disk. */
export function syncFolder(files: JournalFiles, folder: string): void {
  // Windows cannot open a folder; it is no host for a treatment, but the simulator runs there.
  if (process.platform === 'win32') return;
  const fd = files.openSync(folder, 'r');
  try {
    files.fsyncSync(fd);
  } finally {
    files.closeSync(fd);
  }
}

/** Makes the folder where it is missing, and makes its name durable in every parent that is new. */
export function ensureFolder(files: JournalFiles, folder: string): void {
  const firstMade = files.mkdirSync(resolve(folder));
  if (firstMade === undefined) return;
  let made = resolve(folder);
  while (made.length >= firstMade.length) {
    syncFolder(files, dirname(made));
    made = dirname(made);
  }
}
