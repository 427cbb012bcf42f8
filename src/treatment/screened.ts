/** What the screening of a person comes to: the session's commands and the record's line. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import { briefsIn } from '../records/brief.ts';
import { unknownClock } from '../records/clock.ts';
import type { ClockReading } from '../records/clock.ts';
import type { FolderUse } from '../records/folder-use.ts';
import type { Fields } from '../records/record-line.ts';
import { nothingTold, objectionToWord } from '../safety/clinician-word.ts';
import type { Told } from '../safety/clinician-word.ts';
import { checklist, clearAnswer } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import { contrastRating } from '../safety/screening-item.ts';
import { regionOf } from '../safety/screening-sites.ts';
import type { Override } from '../safety/screening.ts';
import type { Admission, Allowance, Past, Person } from './admission.ts';
import { declinedAt, declinedFields, declinedScreenings } from './declined-before.ts';
import { doubtsAt, otherFolders } from './doubts.ts';
import { pastSessions } from './history.ts';
import type { Counted } from './history.ts';
import { skinBefore } from './open-reactions.ts';
import type { Command } from './state.ts';

export interface PastParts {
  readonly identity: Pick<BoardIdentity, 'imaginary' | 'memory'>;
  /** Count simulated sessions too. */
  readonly history: boolean;
  readonly recordsFolder: string;
  /** Where the plate is to lie. */
  readonly site: string;
  /** UTC, milliseconds. */
  readonly nowMs: number;
  readonly clock?: ClockReading;
  /** Where records of this board went before. */
  readonly uses?: readonly FolderUse[];
}

/**
 * On a real board the sessions of people always count, and only those. Where nobody is under the plate all count, and
 * only on request; null otherwise.
 */
export function pastFor(parts: PastParts): Past | null {
  const { recordsFolder: folder, site, nowMs, clock = unknownClock, uses = [] } = parts;
  const counted = countedFor(parts);
  if (counted === null) return null;
  const others = otherFolders(uses, folder, nowMs).flatMap((other) => {
    try {
      return pastSessions(other, counted, nowMs, clock);
    } catch {
      // A doubt says so.
      return [];
    }
  });
  const sessions = [...pastSessions(folder, counted, nowMs, clock), ...others];
  const { memory } = parts.identity;
  const known = { folder, briefs: briefsIn(folder), nowMs, clock, uses, memory };
  const { reactions, reactedMs } = skinBefore(known, counted, site);
  const doubts = [...doubtsAt(known), ...reactions.map(({ reason }) => reason)];
  const afterColdFinish = reactions.flatMap((one) => (one.afterColdFinish ? one.reason.id : []));
  const declined = declinedAt(declinedScreenings(known, counted), site);
  return { sessions, nowMs, zoneMs: zoneAt(nowMs), doubts, reactedMs, afterColdFinish, declined };
}

/** How far the calendar of this computer is ahead of UTC, milliseconds; NaN where the clock has no time. */
const zoneAt = (nowMs: number): number => -new Date(nowMs).getTimezoneOffset() * 60_000;

/** Whose sessions count here; null: nobody's. */
export function countedFor({
  identity,
  history,
}: {
  readonly identity: Pick<BoardIdentity, 'imaginary'>;
  readonly history: boolean;
}): Counted | null {
  if (!identity.imaginary) return 'people';
  return history ? 'simulated too' : null;
}

/** What the session is told once it asks. @param by who answered */
export function screeningCommands(
  { screening, refusal }: Admission,
  override: Override | null,
  by: string,
): Command[] {
  const screened = (
    result: 'clear' | 'needsClinician' | 'contraindicated',
    clinician?: string,
  ): Command => ({
    event: { type: 'SCREENED', result, ...(clinician === undefined ? {} : { clinician }) },
    who: clinician ?? by,
  });
  const asked = screening.result === 'needsClinician' ? [screened('needsClinician')] : [];
  if (refusal !== null) return [...asked, screened('contraindicated')];
  return [
    ...asked,
    asked.length === 0 ? screened('clear') : screened('clear', override?.clinician),
  ];
}

function exposureFields(
  exposure: Allowance['exposure'],
  site: string,
): Fields<'screening'>['exposure'] {
  if (exposure === null) return null;
  const { unfinished: _, ...counted } = exposure;
  return { ...counted, region: regionOf(site) };
}

function wordFields(answers: Answers, told: Told): Fields<'screening'>['words'] {
  const { words } = told;
  return checklist.flatMap((item) => {
    const { id, problem } = item;
    const word = Object.hasOwn(words, id) ? words[id] : undefined;
    if (word === undefined) return [];
    const isGood = objectionToWord(item, word, told) === null;
    return [{ id, ...word, counts: isGood && answers[id] === problem }];
  });
}

/** What the record says of the screening. */
export function screeningFields(
  { site, answers, override, told = nothingTold, confirmed = null }: Person,
  answeredBy: string,
  { screening, refusal }: Admission,
  { exposure, declined = [] }: Allowance,
): Fields<'screening'> {
  const { result, profile, checksTwiceAsOften, reasons } = screening;
  const decided = result === 'needsClinician' ? override : null;
  return {
    site,
    answeredBy,
    answers: checklist.map((item) => {
      const answer = answers?.[item.id] ?? null;
      const { id, question, heat, cold, layer } = item;
      const contrast = contrastRating(item);
      const clear = answer === clearAnswer(item);
      return { id, question, answer, heat, cold, contrast, clear, layer };
    }),
    words: wordFields(answers ?? {}, told),
    result,
    profile,
    checksTwiceAsOften,
    reasons: reasons.map(({ id, rating, text, advice, open }) => ({
      id,
      rating,
      text,
      advice,
      open,
    })),
    clinician: decided?.clinician ?? null,
    clinicianProof: decided === null ? null : (decided.proof ?? 'typed at the terminal'),
    overrideReason: decided?.reason ?? null,
    declinedBefore: declinedFields(declined, answers),
    confirmedBy: confirmed === null ? null : { name: confirmed.name, proof: confirmed.proof },
    admitted: refusal === null,
    refusal: refusal?.message ?? null,
    exposure: exposureFields(exposure, site),
  };
}
