/** The lines of one treatment's record as they were heard: the curve, the happenings, and whether any line is missing. */
import { addSamples, noSeries } from './series.ts';
import type { Sample, Series } from './series.ts';

/** A line as the stream brings it. */
export interface HeardLine {
  readonly seq: number;
  readonly t: number | null;
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Course {
  readonly treatmentId: string | null;
  readonly series: Series;
  /** Lines that are no samples, in the order of the record. */
  readonly lines: readonly HeardLine[];
  /** Every line up to this number has been heard; −1: none. */
  readonly upTo: number;
  /** Numbers heard beyond the first missing one, rising. */
  readonly beyond: readonly number[];
}

export const courseAtRest: Course = Object.freeze({
  treatmentId: null,
  series: noSeries,
  lines: [],
  upTo: -1,
  beyond: [],
});

/** A limit on everything; there are some hundred such lines in a treatment. */
const maxLines = 5000;

/** The lines that follow are of this record. Those of another one are dropped; those of the same one are kept. */
export function hearTreatment(
  course: Course,
  { treatmentId, fromSeq }: { readonly treatmentId: string; readonly fromSeq: number },
): Course {
  if (course.treatmentId === treatmentId) return course;
  // What came before `fromSeq` was never heard, and is missing.
  return { ...courseAtRest, treatmentId, beyond: fromSeq > 0 ? [fromSeq - 1] : [] };
}

/** @param id `TREATMENTID:SEQ` */
export function hearLine(course: Course, id: string, line: HeardLine): Course {
  const treatmentId = id.slice(0, Math.max(0, id.lastIndexOf(':')));
  if (treatmentId !== course.treatmentId || isHeard(course, line.seq)) return course;
  const noted = { ...course, ...counted(course, line.seq) };
  const sample = line.type === 'sample' ? sampleOf(line) : null;
  if (sample !== null) return { ...noted, series: addSamples(course.series, [sample]) };
  return { ...noted, lines: inOrder([...course.lines, line]).slice(-maxLines) };
}

const isHeard = ({ upTo, beyond }: Course, seq: number): boolean =>
  !Number.isInteger(seq) || seq <= upTo || beyond.includes(seq);

function counted({ upTo, beyond }: Course, seq: number): Pick<Course, 'upTo' | 'beyond'> {
  if (seq === upTo + 1 && beyond.length === 0) return { upTo: seq, beyond };
  const rising = [...beyond, seq].sort((a, b) => a - b);
  let frontier = upTo;
  while (rising[0] === frontier + 1) frontier = rising.shift() ?? frontier;
  return { upTo: frontier, beyond: rising };
}

const inOrder = (lines: readonly HeardLine[]): readonly HeardLine[] => {
  const [last, before] = [lines.at(-1), lines.at(-2)];
  const rising = last === undefined || before === undefined || before.seq < last.seq;
  return rising ? lines : [...lines].sort((a, b) => a.seq - b.seq);
};

/** Lines are missing between those that were heard: the record has to be replayed. */
export const hasGap = ({ beyond }: Course): boolean => beyond.length > 0;

const numberOr = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function sampleOf(line: HeardLine): Sample | null {
  if (line.t === null || !Number.isFinite(line.t)) return null;
  return {
    t: line.t,
    phase: numberOr(line['phase']),
    setpointC: numberOr(line['setpointC']),
    plateAC: numberOr(line['plateAC']),
    plateBC: numberOr(line['plateBC']),
    heatsinkC: numberOr(line['heatsinkC']),
    drive: numberOr(line['drive']),
  };
}

export interface Flag {
  readonly atS: number;
  readonly label: string;
}

/** What happened, for the flags of a curve: who wished what, what tripped. */
export function flagsOf(lines: readonly HeardLine[]): Flag[] {
  return lines.flatMap((line) => {
    if (line.t === null) return [];
    const label = flagLabel(line);
    return label === null ? [] : [{ atS: line.t, label }];
  });
}

/** Wishes that change the course of a treatment. */
const shownWishes = new Set(['PAUSE', 'RESUME', 'STOP', 'END_EARLY', 'CONTACT_CONFIRMED']);

function flagLabel(line: HeardLine): string | null {
  if (line.type === 'trip') return `TRIP ${String(line['rule'])}`;
  if (line.type !== 'command' || line['accepted'] !== true) return null;
  const what = String(line['what']);
  return shownWishes.has(what) ? what.replace('_', ' ').toLowerCase() : null;
}

/** When the power was taken away: the trip, or the step into the end; null while neither is there. */
export function endOf(lines: readonly HeardLine[]): number | null {
  const ends = lines.find(
    ({ type, to }) =>
      type === 'trip' || (type === 'state' && (to === 'settling' || to === 'faulted')),
  );
  return ends?.t ?? null;
}
