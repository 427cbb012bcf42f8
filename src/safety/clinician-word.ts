/**
 * A clinician's dated word on a problem that is there: what is chronic and known, or a reaction that has healed. It is not
 * a decision of today: it is told by whoever answers, like every answer, and the record says who did.
 */
import { wordKinds } from './screening-item.ts';
import type { Answer, WrittenItem } from './screening-item.ts';

export interface ClinicianWord {
  readonly clinician: string;
  /** The day on which they saw it: `2026-11-02`. */
  readonly seenOn: string;
  /** Asked at every start: is it new or worse since then? Only `no` lets the word stand. */
  readonly newOrWorse: Answer;
}

/** Words by question id, and what they are held against: UTC, milliseconds. */
export interface Told {
  readonly words: Readonly<Record<string, ClinicianWord>>;
  readonly nowMs: number;
  /** When the records last tell of a reaction of the skin there; missing: they tell of none. NaN: of one at some time. */
  readonly reactedMs?: number;
  /** When the last session there ended at the latest; missing: none is known. */
  readonly treatedMs?: number;
  /** How far the calendar where it is told is ahead of UTC, milliseconds; missing: not at all. */
  readonly zoneMs?: number;
}

/** The question whose answer a reaction of the last session is. */
export const reactionQuestion = 'reaction-last-time';

export const nothingTold: Told = Object.freeze({ words: Object.freeze({}), nowMs: Number.NaN });

const dayMs = 86_400_000;
/** Why a word counts for nothing; null: it counts. What cannot be read, and a day that is not proven, counts for nothing (L4). */
export function objectionToWord(
  { loweredBy: kind, ofLastSession }: Pick<WrittenItem, 'loweredBy' | 'ofLastSession'>,
  { clinician, seenOn, newOrWorse }: ClinicianWord,
  { nowMs, reactedMs, treatedMs, zoneMs = 0 }: Omit<Told, 'words'>,
): string | null {
  if (kind === undefined) return 'nobody’s word lowers this';
  const ageDays = ageOf(seenOn, nowMs);
  const aheadDays = zoneMs > 0 ? zoneMs / dayMs : 0;
  const { maxAgeDays } = wordKinds[kind];
  if (clinician.trim() === '') return 'no clinician is named';
  if (!(ageDays >= -aheadDays)) return 'there is no such day in the past';
  if (!(ageDays < maxAgeDays + 1)) {
    return `it is ${Math.floor(ageDays)} days old, and ${maxAgeDays} are the most`;
  }
  if (
    kind === 'healed' &&
    reactedMs !== undefined &&
    !isBetween(reactedMs, startOf(seenOn) - zoneMs, nowMs)
  )
    return 'the records tell of a reaction of the skin there that is not proven to be older';
  if (
    ofLastSession === true &&
    treatedMs !== undefined &&
    !isBetween(treatedMs, startOf(seenOn) - zoneMs, nowMs)
  )
    return 'it is not proven to be of a day after the last session there';
  return newOrWorse === 'no' ? null : 'it is new or worse since then';
}

/** The day began after it, and has begun: what has not come yet cannot be seen healed. */
const isBetween = (reactedMs: number, beginsMs: number, nowMs: number): boolean =>
  reactedMs < beginsMs && beginsMs <= nowMs;

/** What is not there cannot be new or worse: one of the two is a mistake, and nobody knows which. */
export const contradictsAnswer = (
  { problem }: { readonly problem: Answer },
  answer: Answer | undefined,
  { newOrWorse }: ClinicianWord,
): boolean => answer !== undefined && answer !== problem && newOrWorse === 'yes';

const ageOf = (day: string, nowMs: number): number => (nowMs - startOf(day)) / dayMs;

/** Before this nobody who is treated was born; and JavaScript takes the years 0 to 99 for those after 1900. */
const firstYear = 1900;

/** In Greenwich, UTC, milliseconds; NaN for a day that no calendar has. */
function startOf(day: string): number {
  const [year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return Number.NaN;
  const seenMs = Date.UTC(year, month - 1, date);
  const isReal =
    year >= firstYear &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    seenMs <= Date.UTC(year, month, 0);
  return isReal ? seenMs : Number.NaN;
}

export const wordText = ({ clinician, seenOn }: ClinicianWord): string =>
  `${clinician.trim()} on ${seenOn}`;
