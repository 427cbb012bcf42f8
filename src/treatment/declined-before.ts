/**
 * Screenings of the last day that ended in no treatment: what was answered then stands, and whoever answers otherwise now is
 * shown it and confirms by name what is right. That is no lock-out: people mistype. Nobody is known by name here; an answer
 * about the person counts for the whole folder, one about the place where it is the same region.
 */
import type { RecordBrief } from '../records/brief.ts';
import { linesOf } from '../records/outcome.ts';
import type { Fields } from '../records/record-line.ts';
import { checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import type { Answer, ScreeningItem } from '../safety/screening-item.ts';
import type { Screening, ScreeningReason } from '../safety/screening.ts';
import { dateOf } from './doubts.ts';
import { isCounted, verificationOf } from './history.ts';
import type { Counted } from './history.ts';
import { isNear } from './skin-history.ts';

export interface DeclinedAnswer {
  /** Of the question. */
  readonly id: string;
  readonly answer: Answer;
}

/** A screening that found something, and nobody was treated. */
export interface DeclinedScreening {
  /** Null: in the dialog that goes on, and in no record yet. */
  readonly record: string | null;
  /** UTC, milliseconds; NaN where the record does not tell. */
  readonly atMs: number;
  readonly site: string;
  readonly result: Screening['result'];
  /** Those that decided it. */
  readonly answers: readonly DeclinedAnswer[];
}

/** Who says that what is answered otherwise now is right, and of which questions. */
export interface Confirmation {
  readonly name: string;
  readonly proof: 'account' | 'typed at the terminal';
  readonly ids: readonly string[];
}

export interface ChangedAnswer {
  readonly id: string;
  readonly before: Answer;
  readonly now: Answer;
}

const rememberedMs = 24 * 3_600_000;

interface Parts {
  readonly folder: string;
  readonly briefs: readonly RecordBrief[];
  /** UTC, milliseconds. */
  readonly nowMs: number;
}

/** Of the whole folder, newest first; one that came again with the same answers once. */
export function declinedScreenings(
  { folder, briefs, nowMs }: Parts,
  counted: Counted,
): DeclinedScreening[] {
  const found = briefs
    .filter(({ header, lastMs }) => {
      return header !== null && isCounted(header, counted) && !isOver(lastMs, nowMs);
    })
    .flatMap(({ id, lastMs }) => declinedIn(folder, id, lastMs))
    .filter(({ atMs }) => !isOver(atMs, nowMs))
    .toSorted((one, other) => (other.atMs || 0) - (one.atMs || 0));
  const byContent = new Map(found.toReversed().map((one) => [contentOf(one), one]));
  return found.filter((one) => byContent.get(contentOf(one)) === one);
}

/** A time that is not known is not known to be over (L4). */
const isOver = (atMs: number, nowMs: number): boolean => nowMs - atMs > rememberedMs;

const contentOf = ({ site, result, answers }: DeclinedScreening): string =>
  JSON.stringify([site, result, answers]);

export const isSameDeclined = (one: DeclinedScreening, other: DeclinedScreening): boolean =>
  contentOf(one) === contentOf(other);

/** The screening of a record, and what was taken back in its dialog before. */
function declinedIn(folder: string, record: string, atMs: number): DeclinedScreening[] {
  const lines = verificationOf(folder, record)?.lines ?? [];
  return linesOf(lines, 'screening').flatMap((line) => {
    const before = (line.declinedBefore ?? []).filter((one) => one.record === null);
    const own = line.admitted ? [] : declinedOf({ record, atMs }, line);
    return [
      ...before.map(({ at, site, result, answers }) => ({
        record,
        atMs: Date.parse(at ?? ''),
        site,
        result,
        answers: answers.map(({ id, answer }) => ({ id, answer })),
      })),
      ...own,
    ];
  });
}

type Line = Pick<Fields<'screening'>, 'site' | 'result' | 'reasons'> & {
  readonly answers: readonly { readonly id: string; readonly answer: Answer | null }[];
};

/** Empty where no answer decided it: earlier sessions, or questions that were left open and have none. */
export function declinedOf(
  when: Pick<DeclinedScreening, 'record' | 'atMs'>,
  { site, result, reasons, answers }: Line,
): DeclinedScreening[] {
  const decisive = reasons.filter(({ rating }) => rating === 'absolute' || rating === 'override');
  const ids = new Set(decisive.map(({ id }) => id));
  const those = answers.flatMap(({ id, answer }) =>
    answer === null || !ids.has(id) ? [] : [{ id, answer }],
  );
  return those.length === 0 ? [] : [{ ...when, site, result, answers: those }];
}

/** As far as they concern a start at that site. */
export function declinedAt(
  declined: readonly DeclinedScreening[],
  site: string,
): DeclinedScreening[] {
  return declined.flatMap((one) => {
    const answers = one.answers.filter(
      ({ id }) => itemOf(id)?.layer !== 'site' || isNear(one.site, site),
    );
    return answers.length === 0 ? [] : [{ ...one, answers }];
  });
}

const itemOf = (id: string): ScreeningItem | undefined => checklist.find((item) => item.id === id);

/** What is answered otherwise now; what is not answered yet is not. */
export function changedAnswers(
  declined: readonly DeclinedScreening[],
  answers: Answers,
): ChangedAnswer[] {
  const before = new Map(
    declined.flatMap((one) => one.answers.map(({ id, answer }) => [id, answer] as const)),
  );
  return [...before].flatMap(([id, answer]) => {
    const now = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return now === undefined || now === answer ? [] : [{ id, before: answer, now }];
  });
}

/** Nobody has confirmed them. */
export const unconfirmed = (
  changed: readonly ChangedAnswer[],
  confirmed: Confirmation | null,
): ChangedAnswer[] => changed.filter(({ id }) => confirmed === null || !confirmed.ids.includes(id));

/** The question of the reason that bars a start until somebody has confirmed. */
export const changedId = 'answers-changed';

/** What a start is told of it. That alone reduces no limits. */
export function declinedReasons(
  declined: readonly DeclinedScreening[],
  answers: Answers | null,
  confirmed: Confirmation | null,
): ScreeningReason[] {
  const changed = changedAnswers(declined, answers ?? {});
  const told = declined.map(({ record, atMs, answers: those }): ScreeningReason => {
    const found = those.map(({ id }) => itemOf(id)?.finding ?? id);
    const when = Number.isFinite(atMs) ? dateOf(atMs) : 'a day that is not known';
    const text = `a screening was declined on ${when}: ${found.join('; ')}`;
    return { ...ofRecords, id: `declined-before:${record ?? 'now'}`, rating: 'none', text };
  });
  if (changed.length === 0) return told;
  const isConfirmed = unconfirmed(changed, confirmed).length === 0;
  const differences = changed.map(
    ({ id, before, now }) => `"${itemOf(id)?.question ?? id}" ${before} then, ${now} now`,
  );
  const by = isConfirmed ? `; ${confirmed?.name ?? ''} confirms what is answered now` : '';
  const text = `answered otherwise than when it was declined: ${differences.join('; ')}${by}`;
  const found: ScreeningReason = isConfirmed
    ? { ...ofRecords, id: changedId, rating: 'none', text }
    : { ...ofRecords, id: changedId, rating: 'absolute', text, advice, open: true };
  return [...told, found];
}

const ofRecords = { advice: null, open: false, ofRecordsOnly: true } as const;
const advice =
  'Whoever knows which answer is right confirms it by name: on the page, or with contrast run --confirmed-by NAME.';

/** What the record of a start says of it: the answers then, and now. */
export const declinedFields = (
  declined: readonly DeclinedScreening[],
  answers: Answers | null,
): NonNullable<Fields<'screening'>['declinedBefore']> =>
  declined.map(({ record, atMs, site, result, answers: those }) => ({
    record,
    at: Number.isFinite(atMs) ? new Date(atMs).toISOString() : null,
    site,
    result,
    answers: those.map(({ id, answer }) => ({ id, answer, now: answers?.[id] ?? null })),
  }));
