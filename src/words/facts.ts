/**
 * Facts: what was found, as data: its kind, of which sensor, the value, its unit, the limit, and further numbers by name.
 * The kinds and their numbers follow from the English texts, so that a fact without its numbers does not compile; the
 * sentences are made from the facts where people read them, in their language.
 */
import type { Catalogue, Placeholders } from './catalogue.ts';
import { courseEn } from './course-en.ts';
import { findingsEn } from './findings-en.ts';
import { quantitiesEn } from './quantities.ts';
import type { Unit } from './quantities.ts';
import { teller } from './teller.ts';
import type { AnyFact, Teller } from './teller.ts';

export { isFact, teller } from './teller.ts';
export type { AnyFact, Teller } from './teller.ts';

export const factsEn = { ...quantitiesEn, ...findingsEn, ...courseEn } as const;
export type FactWords = typeof factsEn;
export type FactCatalogue = Catalogue<FactWords>;

type Key = keyof FactWords;
/** What has a reading and a limit; the others have one text. */
export type FoundKind = Key extends infer K
  ? K extends `${infer Kind}.reading`
    ? Kind
    : never
  : never;
type PlainKind = Exclude<Key, `${string}.${string}`>;
export type FactKind = FoundKind | PlainKind;

/** `{forS:exact}` → `forS` */
type Named<Name extends string> = Name extends `${infer Plain}:${string}` ? Plain : Name;
type TextsOf<Kind extends FactKind> = Kind extends FoundKind
  ? FactWords[`${Kind}.reading` & Key] | FactWords[`${Kind}.limit` & Key]
  : FactWords[Kind & Key];
type NamesOf<Kind extends FactKind> = Named<Placeholders<TextsOf<Kind>>>;

/** The names that a word of this sort may have: `channel` → `plateA`, `plateB` … */
type Lookups<Name extends string> = Key extends infer K
  ? K extends `${Name}.${infer One}`
    ? One
    : never
  : never;
type Cause = 'cause' | 'whole';
type Text = 'by' | 'text' | 'rule' | 'wish' | 'state' | 'disposition';
export type Channel = Lookups<'channel'>;

type ValueOf<Name extends string> = Name extends Cause
  ? AnyFact
  : Name extends Text
    ? string
    : [Lookups<Name>] extends [never]
      ? number
      : Lookups<Name>;

export type FactOf<Kind extends FactKind> = { readonly kind: Kind } & {
  readonly [Name in NamesOf<Kind>]: ValueOf<Name>;
} & ('value' extends NamesOf<Kind>
    ? Measured
    : 'limit' extends NamesOf<Kind>
      ? Measured
      : Unmeasured);
type Measured = {
  readonly value: number;
  readonly unit: Unit;
};
type Unmeasured = {
  readonly value?: number;
  readonly unit?: Unit;
};

/** What a rule or the board found: it has a reading and a limit. */
export type Found = { [Kind in FoundKind]: FactOf<Kind> }[FoundKind];
export type Fact = { [Kind in FactKind]: FactOf<Kind> }[FactKind];

/** What a record and a program that speaks English say. */
export const english: Teller = teller(factsEn, { language: 'en', unit: 'C' });
