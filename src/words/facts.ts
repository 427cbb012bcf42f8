/**
 * Facts: what was found, as data: its kind, of which sensor, the value, its unit, the limit, and further numbers by name.
 * The kinds and their numbers follow from the English texts, so that a fact without its numbers does not compile; the
 * sentences are made from the facts where people read them, in their language.
 */
import type { Catalogue, Placeholders } from './catalogue.ts';
import { courseEn } from './course-en.ts';
import { findingsEn } from './findings-en.ts';
import { quantitiesEn, unitOfName, units, writtenQuantity } from './quantities.ts';
import type { Look, Unit } from './quantities.ts';

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

/** As it comes back from a record or over the network: perhaps of a newer program, with null where there is no number. */
export interface AnyFact {
  readonly kind: string;
  readonly [name: string]: unknown;
}

export interface Teller {
  /** The whole of it in one sentence, without a full stop. */
  readonly whole: (fact: AnyFact) => string;
  readonly reading: (fact: AnyFact) => string;
  /** Null where there is no more to say than that it happened. */
  readonly limit: (fact: AnyFact) => string | null;
}

export function teller(words: FactCatalogue, look: Look): Teller {
  const texts: Readonly<Record<string, string>> = words;
  const textOf = (key: string): string | undefined =>
    Object.hasOwn(texts, key) ? texts[key] : undefined;
  const filled = (text: string, fact: AnyFact, nested: (cause: AnyFact) => string): string =>
    text.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, spec: string | undefined) => {
      const value = Object.hasOwn(fact, name) ? fact[name] : undefined;
      if (isFact(value)) return name === 'whole' ? teller(words, look).whole(value) : nested(value);
      if (typeof value === 'string') return textOf(`${name}.${value}`) ?? value;
      const measured = name === 'value' || name === 'limit';
      const unit = measured ? unitIn(fact) : unitOfName(name);
      const number = typeof value === 'number' ? value : Number.NaN;
      return writtenQuantity(number, unit, spec ?? '', look, texts);
    });
  const reading = (fact: AnyFact): string => {
    const text = textOf(`${fact.kind}.reading`) ?? textOf(fact.kind);
    return text === undefined ? unknownKind(fact) : filled(text, fact, reading);
  };
  const limit = (fact: AnyFact): string | null => {
    const text = textOf(`${fact.kind}.limit`);
    return text === undefined ? null : filled(text, fact, (cause) => limit(cause) ?? '');
  };
  const whole = (fact: AnyFact): string => {
    const held = limit(fact);
    if (held === null) return reading(fact);
    return `${reading(fact)}; ${filled(words['the-limit-is'], { kind: '', text: held }, reading)}`;
  };
  return { whole, reading, limit };
}

export const isFact = (value: unknown): value is AnyFact =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

const unitIn = ({ unit }: AnyFact): Unit | null =>
  typeof unit === 'string' && Object.hasOwn(units, unit) ? (unit as Unit) : null;

/** Of a newer program: what it found is told as it stands. */
const unknownKind = ({ kind, ...values }: AnyFact): string =>
  `${kind} (${Object.entries(values)
    .map(([name, value]) => `${name} ${isFact(value) ? unknownKind(value) : String(value)}`)
    .join(', ')})`;

/** What a record and a program that speaks English say. */
export const english: Teller = teller(factsEn, { language: 'en', unit: 'C' });
