/**
 * How words are looked up, on page, terminal and report alike: an area of words is an object by key, English defines its
 * keys and placeholders, and every other language has the same. A key or a placeholder that is missing does not compile.
 */
import { exact } from './numbers.ts';
import type { Language } from './language.ts';

/** One text for each form that a language has of the number of `{count}`: `1 minute`, `2 minutes`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
  readonly zero?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
}

type Text = string | Plural;
/** An area of words in one language. */
export type Words = Readonly<Record<string, Text>>;

/** The names between braces: `{minutes} min` → `minutes`. */
export type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A text in which `{Name}` stands. With several names: all of them. */
type Holding<Name extends string> = (
  Name extends string ? (text: `${string}{${Name}}${string}`) => void : never
) extends (text: infer Held) => void
  ? Held
  : string;

type Alike<T extends Text> = T extends string
  ? [Placeholders<T>] extends [never]
    ? string
    : Holding<Placeholders<T>>
  : Plural & { readonly other: Alike<Extract<T, Plural>['other']> };

/** The same keys and placeholders in another language. */
export type Catalogue<English extends Words> = {
  readonly [Key in keyof English]: Alike<English[Key]>;
};

type Values<T extends Text> = T extends string
  ? Readonly<Record<Placeholders<T>, string | number>>
  : Readonly<
      Record<Exclude<Placeholders<Extract<T, Plural>['other']>, 'count'>, string | number>
    > & {
      readonly count: number;
    };

type ArgumentsOf<T extends Text> = [T extends string ? Placeholders<T> : 'count'] extends [never]
  ? []
  : [values: Values<T>];

/** `t('phase.of', { number: 2, total: 7 })` */
export type Translate<English extends Words> = <Key extends keyof English & string>(
  key: Key,
  ...args: ArgumentsOf<English[Key]>
) => string;

/** Numbers among the values are written with the digits that they have; who wants others gives text. */
export function translator<English extends Words>(
  language: Language,
  words: Catalogue<English>,
): Translate<English> {
  const plurals = new Intl.PluralRules(language);
  const texts: Words = words;
  return (key, ...args) => {
    const values: Readonly<Record<string, string | number>> = args[0] ?? {};
    const text = texts[key] ?? key;
    const form =
      typeof text === 'string'
        ? text
        : (text[plurals.select(Number(values['count']))] ?? text.other);
    return filled(form, values, language);
  };
}

function filled(
  text: string,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? whole) : whole;
    return typeof value === 'number' ? exact(value, language) : value;
  });
}
