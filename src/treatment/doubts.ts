/**
 * What speaks against the clock or the folder of records at a start (law L14). None of it forbids a treatment, and none of
 * it passes in silence: a clinician settles it by name, in the screening of the record that then begins.
 */
import fs from 'node:fs';
import type { BoardMemory } from '../../hardware/guard/board-memory.ts';
import type { RecordBrief } from '../records/brief.ts';
import { absenceOf, absenceWords, newestFirstInChain, newestNoted } from '../records/chain.ts';
import type { RecordLink } from '../records/chain.ts';
import type { ClockReading } from '../records/clock.ts';
import type { FolderUse } from '../records/folder-use.ts';
import type { ScreeningReason } from '../safety/screening.ts';
import { boardDoubts } from './board-doubts.ts';
import { lookBackMs } from './history.ts';
import type { Counted } from './history.ts';
import { RecordTimes, aheadId, clockToleranceMs } from './record-times.ts';

export interface DoubtParts {
  readonly folder: string;
  readonly briefs: readonly RecordBrief[];
  /** UTC, milliseconds. */
  readonly nowMs: number;
  readonly clock: ClockReading;
  /** Where records of this board went before, here or elsewhere. */
  readonly uses: readonly FolderUse[];
  /** What the board itself remembers of them; null: it has no memory. */
  readonly memory: BoardMemory | null;
}

/** So many of one kind are named; whoever has to settle more looks at the folder. */
const mostOfAKind = 5;

const setTheClock =
  'Set the clock (`timedatectl`), or wait for the network to set it, and start again.';
const lookForIt = 'Bring it back to this folder under its own name, if it can be found.';

/** Every doubt that nobody has settled; the ids stand in the records that settle them. */
export function doubtsAt(parts: DoubtParts): ScreeningReason[] {
  const times = new RecordTimes(parts.briefs, parts.nowMs, parts.clock);
  return [
    ...clockDoubts(parts, times),
    ...aheadDoubts(parts, times),
    ...chainDoubts(parts, times),
    ...elsewhereDoubts(parts),
    ...memoryDoubts(parts),
  ].filter(({ id }) => !times.settled.has(id));
}

/** What somebody has to hear before a clinician is asked; `site` is null where it concerns every site. */
export interface KnownDoubt {
  readonly text: string;
  readonly advice: string | null;
  readonly site: string | null;
}

/** The doubts, and the sessions whose time nobody can prove, as far as the ends of the records tell. */
export function knownDoubts(parts: DoubtParts, counted: Counted): KnownDoubt[] {
  const { briefs, nowMs, clock } = parts;
  const times = new RecordTimes(briefs, nowMs, clock);
  const unproven = briefs.flatMap((brief): KnownDoubt[] => {
    const { header } = brief;
    const bound = times.boundMs(brief);
    if (header === null || bound === null || nowMs - bound > lookBackMs) return [];
    if (header.bench || (header.simulated && counted === 'people')) return [];
    const text = `it is not proven when the session ${brief.id} was`;
    return [{ text, advice: unprovenAdvice, site: header.site ?? null }];
  });
  return [
    ...doubtsAt(parts).map(({ text, advice }) => ({ text, advice, site: null })),
    ...unproven,
  ];
}

export const unprovenAdvice = 'Find out when the session really was.';

const doubt = (id: string, text: string, advice: string): ScreeningReason => ({
  id,
  rating: 'override',
  text,
  advice,
  open: false,
  ofRecordsOnly: true,
});

export const dateOf = (ms: number): string =>
  Number.isFinite(ms) && Math.abs(ms) < 8e15
    ? `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    : 'no time at all';

function clockDoubts(
  { nowMs, clock, briefs, folder }: DoubtParts,
  times: RecordTimes,
): ScreeningReason[] {
  const now = `this computer's clock shows ${dateOf(nowMs)}`;
  if (!Number.isFinite(nowMs)) return [doubt('clock-without-time', now, setTheClock)];
  const found: ScreeningReason[] = [];
  if (nowMs + clockToleranceMs < clock.builtMs) {
    found.push(doubt('clock-before-build', `${now}, before this program was made`, setTheClock));
  } else if (clock.synchronised === false) {
    const text = `${now}, and nobody has set it since the computer was started`;
    found.push(doubt('clock-not-set', text, setTheClock));
  }
  const [newest] = newestFirstInChain(briefs, newestNoted(folder));
  const leapMs = newest === undefined ? null : times.leapSinceMs(newest);
  if (newest !== undefined && leapMs !== null && Math.abs(leapMs) > clockToleranceMs) {
    const way = leapMs > 0 ? 'forward' : 'back';
    const text = `the clock was set ${way} by ${durationOf(leapMs)} since the record ${newest.id}`;
    found.push(doubt(`clock-set-since:${newest.id}`, text, 'Check that the clock is right now.'));
  }
  return found;
}

function durationOf(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function aheadDoubts({ briefs, nowMs }: DoubtParts, times: RecordTimes): ScreeningReason[] {
  return briefs
    .filter((brief) => times.isAhead(brief))
    .slice(0, mostOfAKind)
    .map(({ id, lastMs, header }) => {
      const until = Number.isFinite(lastMs) ? lastMs : Date.parse(header?.at ?? '');
      const text = `the record ${id} is of ${dateOf(until)}, later than now (${dateOf(nowMs)}): one of the clocks was wrong`;
      return doubt(
        aheadId(header?.id ?? id),
        text,
        'When that session really was, somebody may know.',
      );
    });
}

function chainDoubts({ folder, briefs, nowMs }: DoubtParts, times: RecordTimes): ScreeningReason[] {
  const matters = (brief: RecordBrief): boolean => !(nowMs - times.beganMs(brief) > lookBackMs);
  const noted = newestNoted(folder);
  const links: readonly (RecordLink | null | undefined)[] = [
    noted,
    ...briefs
      .filter((brief) => matters(brief) || !times.isProven(brief))
      .map(({ header }) => header?.previous),
  ];
  return absences(folder, links, briefs, 'this folder');
}

function absences(
  folder: string,
  links: readonly (RecordLink | null | undefined)[],
  briefs: readonly RecordBrief[],
  where: string,
): ScreeningReason[] {
  const found = new Map<string, ScreeningReason>();
  for (const link of links) {
    const absence = link === null || link === undefined ? null : absenceOf(folder, link, briefs);
    if (absence === null || link === null || link === undefined || found.size >= mostOfAKind)
      continue;
    const text = `the record ${link.id} of ${where} ${absenceWords[absence]}`;
    found.set(link.id, doubt(`record-${absence}:${link.id}`, text, lookForIt));
  }
  return [...found.values()];
}

/** Another folder that cannot be read tells nothing; what is in one that can be read counts. */
function elsewhereDoubts({ uses, folder, briefs, nowMs }: DoubtParts): ScreeningReason[] {
  const here = uses.filter((use) => use.folder === folder).map(({ newest }) => newest);
  const recent = otherFolders(uses, folder, nowMs).filter((other) => !isReadable(other));
  return [
    ...absences(folder, here, briefs, 'this folder'),
    ...recent.slice(0, mostOfAKind).map((other) => {
      const text = `records of this board were kept in ${other} within the last day, and cannot be read there`;
      return doubt(
        `records-elsewhere:${other}`,
        text,
        'Use one folder for one device, and one that this user may read.',
      );
    }),
  ];
}

function memoryDoubts({ memory, folder, briefs, uses }: DoubtParts): ScreeningReason[] {
  const others = new Set(uses.map((use) => use.folder).filter((other) => other !== folder));
  return boardDoubts({ memory, folder, briefs, otherFolders: [...others] }).map(
    ({ id, text, advice }) => doubt(id, text, advice),
  );
}

/** Folders other than this one in which records of this board may still count. */
export function otherFolders(uses: readonly FolderUse[], folder: string, nowMs: number): string[] {
  const recent = uses.filter((use) => use.folder !== folder && !(nowMs - use.atMs > lookBackMs));
  return [...new Set(recent.map((use) => use.folder))];
}

function isReadable(folder: string): boolean {
  try {
    fs.readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
