/**
 * The order of the records of a folder. Each header names the record before it and its hash; the newest one is named by a
 * file beside them. So a record that is missing, moved or renamed is missed, and no clock decides which came first.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../errors.ts';
import { briefOf, briefsIn, holdsHash, recordIds } from './brief.ts';
import type { RecordBrief } from './brief.ts';
import { newestFirst } from './record-id.ts';
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

/** Of a folder that notes no newest record, an older version's, so many names are looked at. */
const mostUnnoted = 200;

/** What the next record names as the one before it; null for the first of a folder. */
export function linkToNewest(folder: string): RecordLink | null {
  const noted = newestNoted(folder);
  if (noted !== null) {
    const { header, lastHash } = briefOf(folder, noted.id);
    // One that is gone stays named: what is missing must not be forgotten because something else came after it.
    return header?.id === noted.id && lastHash !== null ? { id: noted.id, hash: lastHash } : noted;
  }
  const latest = recordIds(folder).toSorted(newestFirst).slice(0, mostUnnoted);
  const newest = newestFirstInChain(
    latest.map((id) => briefOf(folder, id)),
    null,
  ).find(({ lastHash }) => lastHash !== null);
  return newest === undefined ? null : linkTo(folder, newest.id);
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

export interface Gap {
  readonly id: string;
  readonly absence: Absence;
  /** The record that names it; null where the folder itself does. */
  readonly namedBy: string | null;
}

/** Every record that another one, or the folder, names and that is not there as it was. */
export function gapsIn(folder: string): Gap[] {
  const briefs = briefsIn(folder);
  const named = [
    { link: newestNoted(folder), namedBy: null },
    ...briefs.map(({ id, header }) => ({ link: header?.previous ?? null, namedBy: id })),
  ];
  const gaps = named.flatMap(({ link, namedBy }): Gap[] => {
    const absence = link === null ? null : absenceOf(folder, link, briefs);
    return link === null || absence === null ? [] : [{ id: link.id, absence, namedBy }];
  });
  return [...new Map(gaps.map((gap) => [gap.id, gap])).values()];
}

export const absenceWords: Readonly<Record<Absence, string>> = {
  missing: 'is not there any more',
  renamed: 'is there under another name',
  replaced: 'is there, and is not what it was',
};

/** The link to a record that has just been begun. */
export function linkTo(folder: string, id: string): RecordLink | null {
  const { lastHash } = briefOf(folder, id);
  return lastHash === null ? null : { id, hash: lastHash };
}
