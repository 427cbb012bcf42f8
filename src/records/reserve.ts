/**
 * Room that is set aside for the end of a record: a file beside it, given back when the disk has no other. So a disk that
 * fills up under a treatment takes its samples, and neither why it tripped nor how it ended.
 */
import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isAlive } from './process-identity.ts';
import { nodeJournalFiles, writeAllSync } from './record-files.ts';
import type { JournalFiles } from './record-files.ts';

/** Trip, states, alarms, doses and summary are some five kilobytes; a fault may be watched for ten minutes more. */
export const endReserveBytes = 65_536;

/** A record of the longest treatment with pauses takes two to three megabytes. */
export const wholeRecordBytes = 8_388_608;

export interface Reserve {
  /** Gives the room back. A second time does nothing; never throws. */
  release(): void;
}

const reserveName = /^\.reserve-(\d+)-/;

/**
 * Sets the room aside, on disk. What a process that is gone has left behind is taken away first.
 * @throws a system error where there is no room; nothing is left behind
 */
export function makeReserve(folder: string, files: JournalFiles = nodeJournalFiles): Reserve {
  removeLeftovers(folder, files);
  const path = join(folder, `.reserve-${process.pid}-${randomBytes(4).toString('hex')}`);
  const release = once(() => {
    quietly(() => {
      files.unlinkSync(path);
    });
  });
  const fd = files.openSync(path, 'wx');
  try {
    try {
      // Not zeros: a file system may keep those without taking any room.
      writeAllSync(files, fd, randomBytes(endReserveBytes));
      files.fsyncSync(fd);
    } finally {
      files.closeSync(fd);
    }
  } catch (thrown) {
    release();
    throw thrown;
  }
  return { release };
}

function removeLeftovers(folder: string, files: JournalFiles): void {
  quietly(() => {
    for (const name of fs.readdirSync(folder)) {
      const owner = Number(reserveName.exec(name)?.[1] ?? process.pid);
      if (owner === process.pid || isAlive(owner)) continue;
      quietly(() => {
        files.unlinkSync(join(folder, name));
      });
    }
  });
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The room is not given back; nothing depends on it.
  }
}

/** Free bytes for this user where the folder is or will be; null where the file system does not tell. */
export function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize, blocks } = fs.statfsSync(folder);
    return blocks > 0 ? bavail * bsize : null;
  } catch {
    return null;
  }
}
