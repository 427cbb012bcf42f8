/** The moment at which a treatment ended, found in its record, and what was recorded just before it. Pure. */
import { linesOf } from '../records/outcome.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';

/** How much of the time before the moment is shown. */
export const windowS = 60;

type Sample = LineOf<'sample'>;

/** Where in the record the treatment was ended: by a trip, a person, or the last line that is proven. */
export interface Moment {
  readonly what: 'fault' | 'end' | 'last entry';
  /** Seconds of the treatment. */
  readonly atS: number | null;
  readonly atUtc: string | null;
  /** Who or what brought it about; null where the record does not say. */
  readonly by: string | null;
  /** The state that was left. */
  readonly state: string | null;
  /** The phase that was running, if one was. */
  readonly phase: LineOf<'phase'> | null;
  /** The last sample before it, no older than two seconds. */
  readonly before: Sample | null;
}

/** The index of the line with which it ended; −1 where there is none. */
export function indexOfMoment(lines: readonly RecordLine[], outcome: string): number {
  const ends: Readonly<Record<string, () => number>> = {
    faulted: () => faultIndex(lines),
    stopped: () => {
      const stop = lines.findIndex((line) => line.type === 'state' && line.event === 'STOP');
      return stop >= 0 ? stop : faultIndex(lines);
    },
    'ended early': () => lines.findIndex(endsEarly),
    declined: () => lines.findIndex((line) => line.type === 'state' && line.to === 'declined'),
    completed: () => plannedEnd(lines),
    undelivered: () => plannedEnd(lines),
    // Without an outcome a fault may still be proven.
    'not known': () => faultIndex(lines),
  };
  const index = ends[outcome]?.() ?? -1;
  return index >= 0 ? index : lines.length - 1;
}

const plannedEnd = (lines: readonly RecordLine[]): number =>
  lines.findLastIndex((line) => line.type === 'state' && line.to === 'settling');

/** A record may be cut off between a trip and the move that it caused. */
function faultIndex(lines: readonly RecordLine[]): number {
  const fault = lines.findIndex((line) => line.type === 'state' && line.to === 'faulted');
  return fault >= 0 ? fault : lines.findIndex(({ type }) => type === 'trip');
}

const isFault = (line: RecordLine): boolean =>
  line.type === 'trip' || (line.type === 'state' && line.to === 'faulted');

/** Ending early within a cold phase changes no state: then only the wish itself is recorded. */
function endsEarly(line: RecordLine): boolean {
  if (line.type === 'command') return line.what === 'END_EARLY' && line.accepted;
  if (line.type !== 'state') return false;
  // Of the answers about the skin, the one with which nothing went on.
  if (line.event === 'SKIN_ANSWERED') return line.to === 'settling';
  return ['END_EARLY', 'PAUSE_EXPIRED', 'CHECK_EXPIRED', 'CANCEL'].includes(line.event);
}

/** The trip that took the session down; later ones found the latch closed already. */
export function tripAt(lines: readonly RecordLine[], at: number): LineOf<'trip'> | undefined {
  const line = lines[at];
  if (line?.type === 'trip') return line;
  if (line?.type !== 'state' || line.to !== 'faulted') return undefined;
  return linesOf(lines.slice(0, at), 'trip').findLast((trip) => trip.rule === line.by);
}

export function byOf(line: RecordLine | undefined): string | null {
  if (line?.type === 'state') return line.by;
  if (line?.type === 'command') return line.who;
  return line?.type === 'trip' ? line.rule : null;
}

export function momentOf(lines: readonly RecordLine[], at: number, outcome: string): Moment | null {
  const line = lines[at];
  if (line === undefined) return null;
  const earlier = lines.slice(0, at);
  const state = line.type === 'state' ? line.from : stateBefore(lines.slice(0, at + 1));
  const inPhase = state !== null && /^(treating|paused|checking)\b/.test(state);
  const before = linesOf(line.type === 'sample' ? [line] : earlier, 'sample').at(-1);
  const proven = outcome === 'not known' ? 'last entry' : 'end';
  return {
    what: isFault(line) ? 'fault' : proven,
    atS: line.t,
    atUtc: line.at,
    by: byOf(line),
    state,
    phase: inPhase ? (linesOf(earlier, 'phase').at(-1) ?? null) : null,
    before: isRecent(before, line.t) ? before : null,
  };
}

const stateBefore = (lines: readonly RecordLine[]): string | null =>
  linesOf(lines, 'state').at(-1)?.to ?? null;

/** An old value is no value (L4). */
function isRecent(sample: Sample | undefined, t: number | null): sample is Sample {
  return sample !== undefined && sample.t !== null && t !== null && t - sample.t <= 2;
}

/** Those recorded before the moment; what the tick of the moment itself recorded is already its outcome. */
export function samplesBefore(lines: readonly RecordLine[], at: number): Sample[] {
  const line = lines[at];
  const untilS = line?.t ?? null;
  if (line === undefined || untilS === null) return [];
  const upTo = line.type === 'sample' ? at + 1 : at;
  return linesOf(lines.slice(0, upTo), 'sample').filter(
    ({ t }) => t !== null && t > untilS - windowS && t <= untilS,
  );
}

export function eventsUntil(lines: readonly RecordLine[], untilS: number | null): RecordLine[] {
  if (untilS === null) return [];
  return lines.filter(
    ({ type, t }) =>
      !['header', 'sample', 'summary'].includes(type) &&
      t !== null &&
      t > untilS - windowS &&
      t <= untilS,
  );
}
