/** Turns what the file system says into words that help. Pure. */
import { CompanionError, messageOf, systemCodeOf } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';

interface Trouble {
  readonly cause: string;
  readonly fix: string;
}

const full = 'Free space there, or choose a folder on another disk.';
const worn = 'Replace the disk or memory card before the next treatment, or choose another folder.';
const allowed = 'Give this user the right to write there, or choose another folder.';
const blocked = 'Move that file away, or choose another folder.';

const troubles: Readonly<Record<string, Trouble>> = {
  ENOSPC: { cause: 'the disk is full', fix: full },
  EDQUOT: { cause: "this user's disk quota is used up", fix: full },
  EFBIG: { cause: 'the file is larger than the system allows', fix: full },
  EIO: { cause: 'the disk reports a read or write failure', fix: worn },
  EROFS: {
    cause: 'the disk is read-only',
    fix: 'Replace the memory card if it is worn, mount it writable, or choose another folder.',
  },
  EACCES: { cause: 'this user may not write there', fix: allowed },
  EPERM: { cause: 'this user may not write there', fix: allowed },
  ENOTDIR: { cause: 'a file stands where a folder should be', fix: blocked },
  EEXIST: { cause: 'something of that name is already there', fix: blocked },
  EISDIR: { cause: 'it is a folder', fix: 'Name a file.' },
  ENOENT: { cause: 'the folder does not exist', fix: 'Create it, or choose another folder.' },
  ENAMETOOLONG: { cause: 'the name is too long', fix: 'Choose a shorter name.' },
  EMFILE: { cause: 'too many files are open', fix: 'Start the program again.' },
};

/** The error for a path that cannot be written, with cause and remedy in words. */
export function diskError(
  code: Extract<ErrorCode, 'RECORD_UNWRITABLE' | 'FILE_UNWRITABLE'>,
  parts: { readonly what: string; readonly where: string; readonly thrown: unknown },
): CompanionError {
  const systemCode = systemCodeOf(parts.thrown);
  const trouble = systemCode === undefined ? undefined : troubles[systemCode];
  const cause = trouble === undefined ? messageOf(parts.thrown) : trouble.cause;
  const name = systemCode === undefined ? '' : ` (${systemCode})`;
  return new CompanionError(code, {
    what: `${parts.what}: ${cause}${name}`,
    where: parts.where,
    fix: trouble?.fix ?? 'Choose another folder, or mend the disk.',
    cause: parts.thrown,
  });
}
