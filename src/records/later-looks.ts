/**
 * What was said of the skin after a record was closed: twenty minutes later, when a burn or a frozen patch has come out and
 * feeling should be back. Kept beside the record, one line for each answer, chained by hash to the record's first line.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../errors.ts';
import { briefOf } from './brief.ts';
import type { RecordBrief } from './brief.ts';
import { diskError } from './disk-trouble.ts';
import { decodeLine, encodeLine, maxLineBytes } from './line-text.ts';
import { nodeJournalFiles, syncFolder, writeAllSync } from './record-files.ts';
import { skinAnswers, skinFindings } from './skin-ids.ts';

const lookSchema = z.object({
  seq: z.number().int().positive(),
  /** UTC. */
  at: z.iso.datetime(),
  record: z.string(),
  by: z.string(),
  answer: z.enum(skinAnswers),
  findings: z.array(z.enum(skinFindings)),
});
export type LaterLook = z.infer<typeof lookSchema>;
export type SaidLater = Readonly<Omit<LaterLook, 'seq' | 'record' | 'findings'>> & {
  readonly findings: readonly LaterLook['findings'][number][];
};

interface Looks {
  readonly looks: readonly LaterLook[];
  readonly lastHash: string;
}

/** More than anybody says of one treatment; a longer file is not believed. */
const mostLooks = 100;
const lineFeed = 0x0a;

const fileOf = (folder: string, id: string): string => join(folder, `${id}.after`);

/** In order. What cannot be proven was not said: the skin is looked at again (L4), but for what is proven to be wrong. */
export const laterLooks = (folder: string, brief: RecordBrief): readonly LaterLook[] =>
  readLooks(folder, brief).looks;

/** The same for a record that has been read. */
export const looksAfter = ({ path, id }: { readonly path: string; readonly id: string }) =>
  laterLooks(dirname(path), briefOf(dirname(path), id));

function readLooks(folder: string, { id, firstHash }: RecordBrief): Looks {
  const none: Looks = { looks: [], lastHash: firstHash ?? '' };
  const bytes = bytesOf(fileOf(folder, id));
  if (bytes === null || firstHash === null) return none;
  const looks: LaterLook[] = [];
  let lastHash = firstHash;
  let from = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
    const decoded = decodeLine(lastHash, bytes.subarray(from, end));
    const look = decoded === undefined ? undefined : lookIn(decoded.body);
    if (decoded === undefined || look?.record !== id || look.seq !== looks.length + 1) break;
    looks.push(look);
    lastHash = decoded.hash;
    from = end + 1;
  }
  // Of a file that is spoilt, what was found wrong before the damage stays found; that all was fine must be said again.
  const whole = from === bytes.length;
  return whole || looks.some(({ answer }) => answer === 'wrong') ? { looks, lastHash } : none;
}

/** Null where there is none that could be believed. */
function bytesOf(path: string): Buffer | null {
  try {
    const stats = fs.statSync(path);
    if (!stats.isFile() || stats.size > mostLooks * maxLineBytes) return null;
    return fs.readFileSync(path);
  } catch {
    return null;
  }
}

function lookIn(body: Buffer): LaterLook | undefined {
  try {
    return lookSchema.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/**
 * On return it is on disk. A file that proves nothing is set aside, so that what is said now counts.
 * @throws CompanionError RECORD_UNWRITABLE
 */
export function noteLaterLook(folder: string, brief: RecordBrief, said: SaidLater): void {
  const path = fileOf(folder, brief.id);
  const { looks, lastHash } = readLooks(folder, brief);
  const seq = looks.length + 1;
  const { text } = encodeLine(lastHash, { seq, record: brief.id, ...said });
  try {
    if (looks.length === 0) setAside(path, said.at);
    const fd = fs.openSync(path, 'a', 0o600);
    try {
      writeAllSync(nodeJournalFiles, fd, Buffer.from(text));
      nodeJournalFiles.fsyncSync(fd);
    } finally {
      nodeJournalFiles.closeSync(fd);
    }
    syncFolder(nodeJournalFiles, folder);
  } catch (thrown) {
    throw diskError('RECORD_UNWRITABLE', {
      what: 'what was said of the skin could not be kept',
      where: path,
      thrown,
    });
  }
}

function setAside(path: string, at: string): void {
  try {
    fs.renameSync(path, `${path}.unproven-${at.replaceAll(':', '')}`);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'ENOENT') throw thrown;
  }
}
