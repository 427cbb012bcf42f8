/** Screenings of the last day that ended in no treatment, as far as they concern a draft. */
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import type { DeclinedRow } from '../../server/contract/declined.ts';
import type { DeclinedRequest } from '../../server/contract/requests.ts';
import { itemsOf, requestOf } from './draft.ts';
import type { Draft, Item, YesNo } from './draft.ts';

/** A question that is answered otherwise than then. */
export interface Changed {
  readonly item: Item;
  readonly before: YesNo;
  readonly now: YesNo;
}

type Known = Pick<ScreeningAnswer, 'parts' | 'declined'>;

/** An answer about the place concerns the sites near that one, any other every site. */
export function declinedFor({ parts, declined }: Known, { site }: Draft): DeclinedRow[] {
  const ofPlace = new Set(
    parts.flatMap(({ layer, items }) => (layer === 'site' ? items.map(({ id }) => id) : [])),
  );
  return declined.flatMap((row) => {
    const isNear = site === null || row.sites.includes(site);
    const answers = row.answers.filter(({ id }) => isNear || !ofPlace.has(id));
    return answers.length === 0 ? [] : [{ ...row, answers }];
  });
}

export function changedIn(known: Known, draft: Draft): Changed[] {
  const items = itemsOf(known.parts);
  const before = new Map(
    declinedFor(known, draft).flatMap(({ answers }) =>
      answers.map(({ id, answer }) => [id, answer] as const),
    ),
  );
  return [...before].flatMap(([id, answer]) => {
    const item = items.find((one) => one.id === id);
    const now = item === undefined ? undefined : answerNow(item, draft);
    return item === undefined || now === undefined || now === answer
      ? []
      : [{ item, before: answer, now }];
  });
}

const answerNow = ({ id, problem }: Item, { answers, allClear }: Draft): YesNo | undefined =>
  allClear ? (problem === 'yes' ? 'no' : 'yes') : answers[id];

export const isConfirmed = (changed: readonly Changed[], { confirmed }: Draft): boolean =>
  changed.every(({ item: { id } }) => confirmed.includes(id));

/** The answers as they were shown to end in no treatment. @param waits a session waits for its screening already */
export function declinedRequestOf(draft: Draft, waits: boolean): DeclinedRequest {
  const { prescription, site, screening } = requestOf(draft);
  const { override: _, ...told } = screening ?? { answers: {} };
  const start = { prescription, ...(site === undefined ? {} : { site }) };
  return { ...(waits ? {} : { start }), screening: told };
}
