/**
 * The order of the records of a folder. Each header names the record before it and its hash; the newest one is named by a
 * file beside them. So a record that is missing, moved or renamed is missed, and no clock decides which came first.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../errors.ts';
import { briefOf, holdsHash } from './brief.ts';
import type { RecordBrief } from './brief.ts';
import { writeWholeFile } from './whole-file.ts';

export const recordLinkSchema = z.object({ id: z.string(), hash: z.string() });
/** A record, and the hash of one of its lines. */
export type RecordLink = z.infer<typeof recordLinkSchema>;

export const newestName = '.newest-record.json';

/** Which record was begun last, as the folder itself remembers; null where it does not, or nobody understands it. */
export function newestNoted(folder: string): RecordLink | null {
  try {
    const text = fs.readFileSync(join(folder, newestName), 'utf8');
    return recordLinkSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT' || thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

/** @throws CompanionError FILE_UNWRITABLE */
export function noteNewest(folder: string, link: RecordLink): void {
  writeWholeFile(join(folder, newestName), `${JSON.stringify(link)}\n`, { overwrite: true });
}

/** When a record began, by its own proven words. */
export const beganMs = ({ header }: RecordBrief): number =>
  header?.at === null || header === null ? Number.NaN : Date.parse(header.at);

/** The newest first: along the links from the newest on, then what no link leads to, by what it says of its time. */
export function newestFirstInChain(
  briefs: readonly RecordBrief[],
  noted: RecordLink | null,
): RecordBrief[] {
  const byId = new Map(briefs.map((brief) => [brief.header?.id ?? brief.id, brief]));
  const named = new Set(briefs.map(({ header }) => header?.previous?.id));
  const latest = (brief: RecordBrief): number => {
    const times = [beganMs(brief), brief.lastMs].filter((ms) => Number.isFinite(ms));
    return times.length === 0 ? Infinity : Math.max(...times);
  };
  const tips = briefs
    .filter((brief) => !named.has(brief.header?.id ?? brief.id))
    .toSorted((a, b) => latest(b) - latest(a) || (a.id < b.id ? 1 : -1));
  const first = noted === null ? undefined : byId.get(noted.id);
  const ordered = new Set<RecordBrief>();
  for (const tip of [...(first === undefined ? [] : [first]), ...tips, ...briefs]) {
    let at: RecordBrief | undefined = tip;
    while (at !== undefined && !ordered.has(at)) {
      ordered.add(at);
      at = byId.get(at.header?.previous?.id ?? '');
    }
  }
  return [...ordered];
}

/** What the next record names as the one before it; null for the first of a folder. */
export function linkToNewest(folder: string, briefs: readonly RecordBrief[]): RecordLink | null {
  const noted = newestNoted(folder);
  const [newest] = newestFirstInChain(briefs, noted);
  const id = newest?.header?.id ?? newest?.id;
  // One that is gone stays named: what is missing must not be forgotten because something else came after it.
  if (noted !== null && noted.id !== id) return noted;
  const hash = newest === undefined ? null : (newest.lastHash ?? noted?.hash ?? null);
  return id === undefined || hash === null ? noted : { id, hash };
}

/** How a record that somebody names is not there. */
export type Absence = 'missing' | 'renamed' | 'replaced';

/** Null where it is there, under its own name and with that line in it. */
export function absenceOf(
  folder: string,
  { id, hash }: RecordLink,
  briefs: readonly RecordBrief[],
): Absence | null {
  const there = briefs.find((brief) => brief.id === id);
  if (there !== undefined && holdsHash(folder, there, hash)) return null;
  const elsewhere = briefs.some(
    (brief) => brief.id !== id && brief.header?.id === id && holdsHash(folder, brief, hash),
  );
  if (elsewhere) return 'renamed';
  return there === undefined ? 'missing' : 'replaced';
}

/** The link to a record that has just been begun. */
export function linkTo(folder: string, id: string): RecordLink | null {
  const { lastHash } = briefOf(folder, id);
  return lastHash === null ? null : { id, hash: lastHash };
}
