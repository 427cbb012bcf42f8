/** The languages of page, terminal and report. */
import type { LanguageWords } from './language-words.ts';
import * as listed from './languages.ts';

export type Translated = keyof typeof listed;
export type Language = 'en' | Translated;

/** Each but English, in which everything is defined. A word that is missing in one of them does not compile. */
export const translations: Readonly<Record<Translated, LanguageWords>> = listed;

const entries = Object.entries(translations) as [Translated, LanguageWords][];

export const languages: readonly Language[] = ['en' as Language].concat(
  entries.map(([language]) => language),
);

/** What is made of the words of each language but English. By hand, and plainly: STOP is built for old browsers too. */
export function fromEach<Made>(
  make: (words: LanguageWords, language: Translated) => Made,
): Record<Translated, Made> {
  const made: Partial<Record<Translated, Made>> = {};
  for (const [language, words] of entries) made[language] = make(words, language);
  return made as Record<Translated, Made>;
}

/** One part of the words of every language. */
export const inAll = <Part extends keyof LanguageWords, English extends LanguageWords[Part]>(
  part: Part,
  en: English,
): Readonly<Record<Translated, LanguageWords[Part]>> & { readonly en: English } =>
  Object.assign(
    fromEach((words) => words[part]),
    { en },
  );

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = inAll('name', 'English');

/** The first of the wished languages that there is; English where there is none. */
export function languageFor(wished: readonly string[]): Language {
  const known = wished
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag): tag is Language => languages.some((one) => one === tag));
  return known ?? 'en';
}
