import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { CompanionError, messageOf, systemCodeOf } from '../errors.ts';

/** Far above any prescription or limits file, far below what could slow a parser down. */
export const largestFileBytes = 32 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  ENOTDIR: 'a part of the path is not a folder',
};

/**
 * The text of a small UTF-8 file. Throws FILE_UNREADABLE for what cannot be read, is no regular file or is too
 * large, and YAML_MALFORMED for what is not text.
 */
export function readTextFile(path: string): string {
  const bytes = readBytes(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notText(path, cause);
  }
  // Any control character but tab, line feed and carriage return.
  if (/[^\P{Cc}\t\n\r]/u.test(text)) throw notText(path);
  return text;
}

function readBytes(path: string): Uint8Array {
  const unreadable = (what: string, cause?: unknown): CompanionError =>
    new CompanionError('FILE_UNREADABLE', {
      what,
      where: path,
      fix: 'Give the path of a small YAML file.',
      cause,
    });
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw unreadable('this is a folder, not a file');
    if (!status.isFile()) throw unreadable('this is not a regular file');
    const bytes = new Uint8Array(largestFileBytes + 1);
    const length = readAtMost(path, bytes);
    if (length > largestFileBytes) {
      throw unreadable(`the file is larger than ${largestFileBytes / 1024} KiB`);
    }
    return bytes.subarray(0, length);
  } catch (thrown) {
    if (thrown instanceof CompanionError) throw thrown;
    throw unreadable(reasons[systemCodeOf(thrown) ?? ''] ?? messageOf(thrown), thrown);
  }
}

function readAtMost(path: string, bytes: Uint8Array): number {
  const descriptor = openSync(path, 'r');
  try {
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += read;
      if (read === 0 || length === bytes.length) return length;
    }
  } finally {
    closeSync(descriptor);
  }
}

function notText(path: string, cause?: unknown): CompanionError {
  return new CompanionError('YAML_MALFORMED', {
    what: 'this is not a text file in UTF-8',
    where: path,
    fix: 'Write it with a text editor, as plain YAML.',
    cause,
  });
}
