/** The look at the skin twenty minutes after a treatment: when it is due, what it still asks, and what is said. */
import { briefOf } from '../records/brief.ts';
import type { RecordBrief } from '../records/brief.ts';
import { noteLaterLook } from '../records/later-looks.ts';
import type { SaidLater } from '../records/later-looks.ts';
import { summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import type { Counted } from './history.ts';
import { skinOf } from './skin-history.ts';
import type { Newest, SkinParts } from './skin-history.ts';

/** When the redness of warmth and the numbness of cold are over, and what remains is a reaction. */
export const lookLaterMs = 20 * 60_000;

/** The look after the newest treatment of a region. */
export interface SkinLook {
  /** The record of the treatment. */
  readonly id: string;
  readonly site: string;
  /** `what`: something is wrong, and nobody has said what. `nothing`: it is answered, and what is wrong can still be said. */
  readonly asks: 'how' | 'what' | 'nothing';
  /** From now on; NaN where the record does not tell when it ended. */
  readonly dueInMs: number;
  /** That the time has passed is told by more than a wall clock (law L14). */
  readonly timeProven: boolean;
  /** The computer was started since, and has not run for as long yet: that is waited for, whatever the wall clock says. */
  readonly sinceStart: boolean;
}
/** One that is still owed. */
export type OwedLook = SkinLook & { readonly asks: 'how' | 'what' };

export const isOwed = (look: SkinLook): look is OwedLook => look.asks !== 'nothing';

/** Of each region, or of the one where that site lies. */
export const skinLooks = (
  parts: SkinParts,
  counted: Counted,
  onlySite: string | null = null,
): SkinLook[] =>
  skinOf(parts, counted, onlySite).flatMap(({ newest }) =>
    newest === null ? [] : [lookOf(newest, parts)],
  );

/** The same, where they are still owed. */
export const owedLooks = (
  parts: SkinParts,
  counted: Counted,
  onlySite: string | null = null,
): OwedLook[] => skinLooks(parts, counted, onlySite).filter(isOwed);

/** Too soon to tell; and a time that is not known is not known to have passed (L4). */
export const isLookDue = ({ dueInMs }: SkinLook): boolean =>
  Number.isFinite(dueInMs) && dueInMs <= 0;

export type NotTaken = 'not owed' | 'too soon';

/**
 * Says how the skin is now; null where it was taken. That something is wrong is taken at any time, also of skin that was fine.
 * @param looks after the newest treatments; what is said of another record is not taken
 * @throws CompanionError RECORD_UNWRITABLE
 */
export function answerLater(
  folder: string,
  looks: readonly SkinLook[],
  { id, ...said }: Omit<SaidLater, 'at'> & { readonly id: string },
  nowMs: number,
): NotTaken | null {
  const look = looks.find((one) => one.id === id);
  const isWrong = said.answer === 'wrong';
  if (look === undefined || (!isWrong && look.asks !== 'how')) return 'not owed';
  if (!isWrong && !isLookDue(look)) return 'too soon';
  const { timeProven } = look;
  const at = new Date(nowMs).toISOString();
  noteLaterLook(folder, briefOf(folder, id), { ...said, at, timeProven });
  return null;
}

export function lookOf(newest: Newest, parts: SkinParts): SkinLook {
  const { brief, site, lines } = newest;
  return { id: brief.id, site, asks: askedOf(newest), ...lookTime(brief, lines, parts) };
}

/** A look that says "fine", or what is wrong, ends the asking; whoever is not sure looks again. */
function askedOf({ lines, looks }: Newest): SkinLook['asks'] {
  const isWrong = looks.some(({ answer }) => answer === 'wrong');
  if (isWrong) return looks.some(({ findings }) => findings.length > 0) ? 'nothing' : 'what';
  return !knowsTheQuestion(lines) || looks.at(-1)?.answer === 'fine' ? 'nothing' : 'how';
}

type LookTime = Pick<SkinLook, 'dueInMs' | 'timeProven' | 'sinceStart'>;

/**
 * When the look is due, by the clock of the computer that counts on in sleep and is never set. Where the computer was started
 * since, it has run for less than the time that has passed, and both that and the wall clock must say so: a clock that was
 * set opens no look. Where nothing but the wall clock tells, what is said is kept with that doubt.
 */
function lookTime(
  { header, lastMs, end }: RecordBrief,
  lines: readonly RecordLine[],
  { nowMs, clock: { bootId, upS, synchronised } }: SkinParts,
): LookTime {
  const byWallMs = lastMs + lookLaterMs - nowMs;
  const begun = header?.clock ?? null;
  const then = end?.clock ?? {
    bootId: begun?.bootId ?? null,
    // Of a record without such an end: as long after its beginning as its last line, on the board's clock.
    upS: (begun?.upS ?? Number.NaN) + (lines.at(-1)?.t ?? Number.NaN),
  };
  const thenUpS = then.upS ?? Number.NaN;
  if (bootId === null || upS === null || then.bootId === null || !Number.isFinite(thenUpS))
    return { dueInMs: byWallMs, timeProven: false, sinceStart: false };
  if (then.bootId === bootId)
    return {
      dueInMs: lookLaterMs - (upS - thenUpS) * 1000,
      timeProven: true,
      sinceStart: false,
    };
  const areSet = synchronised === true && begun?.synchronised === true;
  const sinceStartMs = areSet ? byWallMs : lookLaterMs - upS * 1000;
  const sinceStart = sinceStartMs > byWallMs;
  return { dueInMs: Math.max(byWallMs, sinceStartMs), timeProven: true, sinceStart };
}

/** A record that was cut off proves no end, and may be of anybody: looking costs nothing. */
const knowsTheQuestion = (lines: readonly RecordLine[]): boolean => {
  const summary = summaryOf(lines);
  return summary === undefined || (summary.skin ?? null) !== null;
};
