/** One server for one folder: two would each write the accounts that the other one does not know of. */
import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CompanionError, systemCodeOf } from '../errors.ts';
import { diskError } from './disk-trouble.ts';
import { isStillThere, processIdentitySchema, thisProcess } from './process-identity.ts';
import { ensureFolder, nodeJournalFiles } from './record-files.ts';

export interface FolderLock {
  /** A second time does nothing; never throws. */
  release(): void;
}

const attempts = 5;
export const lockName = '.server-lock';

/**
 * Takes the folder for this process. A lock whose process is gone is taken over.
 * @throws CompanionError FOLDER_IN_USE naming who has it; FILE_UNWRITABLE
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, lockName);
  const mine = `${JSON.stringify({ ...thisProcess(), token: randomBytes(8).toString('hex') })}\n`;
  try {
    ensureFolder(nodeJournalFiles, folder);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (tryLock(path, mine))
        return {
          release: () => {
            if (readOrNull(path) === mine) fs.rmSync(path, { force: true });
          },
        };
      const theirs = readOrNull(path);
      if (theirs === null) continue;
      if (isHeld(theirs)) throw inUse(path, theirs);
      takeAway(path, theirs);
    }
  } catch (thrown) {
    if (thrown instanceof CompanionError) throw thrown;
    throw diskError('FILE_UNWRITABLE', {
      what: 'this folder cannot be used',
      where: folder,
      thrown,
    });
  }
  throw inUse(path, readOrNull(path) ?? '');
}

/** Whole or not at all: whoever reads it must not find half a lock. */
function tryLock(path: string, text: string): boolean {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  fs.writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
  try {
    fs.linkSync(temporary, path);
    return true;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function readOrNull(path: string): string | null {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** What is no lock of ours proves no owner, but nobody leaves such a file without reason: it is for a person to look at. */
function isHeld(text: string): boolean {
  const owner = ownerOf(text);
  return owner === null || isStillThere(owner);
}

function ownerOf(text: string) {
  try {
    return processIdentitySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Another process may be taking the same lock over: what is moved away must be what was judged, or it goes back. */
function takeAway(path: string, judged: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(path, aside);
    if (fs.readFileSync(aside, 'utf8') !== judged) fs.linkSync(aside, path);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw thrown;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function inUse(path: string, text: string): CompanionError {
  const owner = ownerOf(text);
  const who = owner === null ? 'somebody' : `process ${owner.pid} on ${owner.host}`;
  return new CompanionError('FOLDER_IN_USE', {
    what: `another server works with this folder: ${who}`,
    where: path,
    fix: 'End that server, or name another folder with --records. If its computer is gone for good, delete this file.',
  });
}
