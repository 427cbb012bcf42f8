/** Identifiers of records: they sort by time, and no two are alike. Pure. */
import { CompanionError } from '../errors.ts';

const wellFormedId = /^\d{8}T\d{9}Z-[0-9a-z]{1,16}$/;

/**
 * An identifier such as `20261120T093512123Z-7f3a`: UTC to the millisecond and a suffix that tells
 * apart records of the same millisecond.
 * @throws CompanionError DEFECT when the time is not a date of the years 0–9999.
 */
export function recordIdOf(startedAt: Date, suffix: string): string {
  const time = Number.isFinite(startedAt.getTime()) ? startedAt.toISOString() : 'no date';
  const id = `${time.replaceAll(/[-:.]/g, '')}-${suffix}`;
  if (!isWellFormedId(id)) {
    throw new CompanionError('DEFECT', { what: `"${id}" cannot identify a record` });
  }
  return id;
}

export function isWellFormedId(id: string): boolean {
  return wellFormedId.test(id);
}

/** Newest first; names that are not of our making come last, by name. */
export function newestFirst(a: string, b: string): number {
  const rank = Number(isWellFormedId(b)) - Number(isWellFormedId(a));
  if (rank !== 0) return rank;
  return a < b ? 1 : -1;
}

/** Those of `ids` that differ from `wanted` by the fewest keystrokes, nearest first. */
export function nearestIds(wanted: string, ids: readonly string[], count: number): string[] {
  return ids
    .map((id) => ({ id, distance: keystrokesBetween(wanted.slice(0, 64), id) }))
    .toSorted((a, b) => a.distance - b.distance || newestFirst(a.id, b.id))
    .slice(0, count)
    .map(({ id }) => id);
}

/** Levenshtein's distance. */
function keystrokesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
