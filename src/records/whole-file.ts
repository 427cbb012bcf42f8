/** Writes a file whole or not at all. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CompanionError, systemCodeOf } from '../errors.ts';
import { diskError } from './disk-trouble.ts';
import { nodeJournalFiles, syncFolder, writeAllSync } from './record-files.ts';
import type { JournalFiles } from './record-files.ts';

export interface WholeFileOptions {
  /** Replace a file that is already there. */
  readonly overwrite: boolean;
  readonly files?: JournalFiles;
}

/**
 * Writes beside the target, waits for the disk, renames, waits for the folder: after a power cut
 * there is the old file or the new one, never half of one.
 * @throws CompanionError FILE_UNWRITABLE
 */
export function writeWholeFile(path: string, text: string, options: WholeFileOptions): void {
  const files = options.files ?? nodeJournalFiles;
  try {
    const target = targetOf(path, options.overwrite);
    const temporary = join(
      dirname(target),
      `.${basename(target).slice(0, 64)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    writeDurably(files, temporary, target, Buffer.from(text));
    syncFolder(files, dirname(target));
  } catch (thrown) {
    if (thrown instanceof CompanionError) throw thrown;
    throw diskError('FILE_UNWRITABLE', { what: 'nothing was written', where: path, thrown });
  }
}

function writeDurably(files: JournalFiles, temporary: string, target: string, bytes: Buffer): void {
  const fd = files.openSync(temporary, 'wx');
  try {
    try {
      writeAllSync(files, fd, bytes);
      files.fsyncSync(fd);
    } finally {
      files.closeSync(fd);
    }
    files.renameSync(temporary, target);
  } catch (thrown) {
    removeQuietly(files, temporary);
    throw thrown;
  }
}

function removeQuietly(files: JournalFiles, path: string): void {
  try {
    files.unlinkSync(path);
  } catch {
    // The failure that led here is the one that is reported.
  }
}

/** The file to replace; a link is followed, and a folder, pipe or device is never replaced. */
function targetOf(path: string, overwrite: boolean): string {
  const stats = statOf(path);
  if (stats === undefined) return resolve(path);
  if (!stats.isFile()) {
    throw new CompanionError('FILE_UNWRITABLE', {
      what: 'this is not a regular file, nothing was written',
      where: path,
      fix: 'Name a file.',
    });
  }
  if (!overwrite) {
    throw new CompanionError('FILE_UNWRITABLE', {
      what: 'this file is already there, nothing was written',
      where: path,
      fix: 'Name another file, or replace this one with --force.',
    });
  }
  return fs.realpathSync(path);
}

function statOf(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}
