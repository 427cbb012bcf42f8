/** The words of the page, by language. A missing key or a missing placeholder does not compile. */
import { de } from './de.ts';
import { en } from './en.ts';
import { exact } from './format.ts';
import type { Catalogue, MessageKey, Words } from './en.ts';
import { es } from './es.ts';
import type { Language } from './languages.ts';

export type { MessageKey } from './en.ts';

/** The names between braces: `{minutes} min` → `minutes`. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type ArgumentsOf<Key extends MessageKey> = [Placeholders<Words[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Words[Key]>, string | number>>];

/** `t('phase.of', { number: 2, total: 7 })` */
export type Translate = <Key extends MessageKey>(key: Key, ...args: ArgumentsOf<Key>) => string;

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
};

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, de, es };

export function translator(language: Language): Translate {
  const words = catalogues[language];
  return (key, ...args) => {
    const values: Readonly<Record<string, string | number>> = args[0] ?? {};
    return words[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? (values[name] ?? whole) : whole;
      return typeof value === 'number' ? exact(value, language) : value;
    });
  };
}
