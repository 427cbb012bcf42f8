/** What a trip was held against, in words: of the facts, or as a record of format 1 has them. Pure. */
import { english } from '../words/facts.ts';
import type { Teller } from '../words/facts.ts';
import type { LineOf } from './record-line.ts';

export interface HeldWords {
  /** Null where the record does not say. */
  readonly reading: string | null;
  /** Null also where there is no more to say than that it happened. */
  readonly limit: string | null;
}

export function heldWords(trip: LineOf<'trip'>, tell: Teller = english): HeldWords {
  const { found } = trip;
  if (found !== undefined) return { reading: tell.reading(found), limit: tell.limit(found) };
  const wordsOf = (value: string | number | boolean | null | undefined): string | null =>
    value === null || value === undefined ? null : String(value);
  return { reading: wordsOf(trip.reading), limit: wordsOf(trip.limit) };
}
