/**
 * What was said of the skin after a record was closed: twenty minutes later, when a burn or a frozen patch has come out and
 * feeling should be back. One line for each answer, chained by hash to the record's first line, and kept twice: beside the
 * record and in a folder of its own. One of them deleted or spoilt loses nothing.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../errors.ts';
import { briefOf } from './brief.ts';
import type { RecordBrief } from './brief.ts';
import { diskError } from './disk-trouble.ts';
import { decodeLine, encodeLine, maxLineBytes } from './line-text.ts';
import { ensureFolder, nodeJournalFiles, syncFolder, writeAllSync } from './record-files.ts';
import { skinAnswers, skinFindings } from './skin-ids.ts';

const lookSchema = z.object({
  seq: z.number().int().positive(),
  /** UTC. */
  at: z.iso.datetime(),
  record: z.string(),
  by: z.string(),
  answer: z.enum(skinAnswers),
  findings: z.array(z.enum(skinFindings)),
  /** False: nothing but a wall clock says that twenty minutes had passed. Missing in older files. */
  timeProven: z.boolean().optional(),
});
export type LaterLook = z.infer<typeof lookSchema>;
export type SaidLater = Readonly<Omit<LaterLook, 'seq' | 'record' | 'findings'>> & {
  readonly findings: readonly LaterLook['findings'][number][];
};

interface Looks {
  readonly looks: readonly LaterLook[];
  readonly lastHash: string;
  /** As they stand in the file. */
  readonly text: string;
}

/** More than anybody says of one treatment; a longer file is not believed. */
const mostLooks = 100;
const lineFeed = 0x0a;

/** Both say the same, unless somebody has been at them. */
const filesOf = (folder: string, id: string): readonly string[] => [
  join(folder, copiesFolder, `${id}.after`),
  join(folder, `${id}.after`),
];
const copiesFolder = '.skin-looks';

/** In order. What cannot be proven was not said: the skin is looked at again (L4), but for what is proven to be wrong. */
export const laterLooks = (folder: string, brief: RecordBrief): readonly LaterLook[] =>
  readLooks(folder, brief).looks;

/** The same for a record that has been read. */
export const looksAfter = ({ path, id }: { readonly path: string; readonly id: string }) =>
  laterLooks(dirname(path), briefOf(dirname(path), id));

/** Of the two the one that proves more; what is proven to be wrong in either counts before what is fine in the other. */
function readLooks(folder: string, brief: RecordBrief): Looks {
  const [copy, beside] = filesOf(folder, brief.id).map((path) => looksIn(path, brief));
  const none: Looks = { looks: [], lastHash: brief.firstHash ?? '', text: '' };
  return [copy ?? none, beside ?? none].reduce((best, one) =>
    proves(one) > proves(best) ? one : best,
  );
}

const proves = ({ looks }: Looks): number =>
  looks.length + (looks.some(({ answer }) => answer === 'wrong') ? mostLooks : 0);

function looksIn(path: string, { id, firstHash }: RecordBrief): Looks {
  const none: Looks = { looks: [], lastHash: firstHash ?? '', text: '' };
  const bytes = bytesOf(path);
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
  const text = bytes.toString('utf8', 0, from);
  return whole || looks.some(({ answer }) => answer === 'wrong') ? { looks, lastHash, text } : none;
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
 * On return it is on disk, twice. A file that proves less than the other is set aside, so that what is said now counts.
 * @throws CompanionError RECORD_UNWRITABLE
 */
export function noteLaterLook(folder: string, brief: RecordBrief, said: SaidLater): void {
  const { looks, lastHash, text: before } = readLooks(folder, brief);
  const { text } = encodeLine(lastHash, { seq: looks.length + 1, record: brief.id, ...said });
  for (const path of filesOf(folder, brief.id)) write(path, before, text, said.at);
}

function write(path: string, before: string, text: string, at: string): void {
  try {
    ensureFolder(nodeJournalFiles, dirname(path));
    const isAsItWas = bytesOf(path)?.toString('utf8') === before;
    if (!isAsItWas) setAside(path, at);
    const fd = fs.openSync(path, 'a', 0o600);
    try {
      writeAllSync(nodeJournalFiles, fd, Buffer.from(isAsItWas ? text : before + text));
      nodeJournalFiles.fsyncSync(fd);
    } finally {
      nodeJournalFiles.closeSync(fd);
    }
    syncFolder(nodeJournalFiles, dirname(path));
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
