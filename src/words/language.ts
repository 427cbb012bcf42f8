/** The languages of page, terminal and report. Apart from their words, so that STOP need not wait for those. */
export const languages = ['en', 'de', 'es'] as const;
export type Language = (typeof languages)[number];

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
};

/** The first of the wished languages that there is; English where there is none. */
export function languageFor(wished: readonly string[]): Language {
  const known = wished
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag): tag is Language => languages.some((one) => one === tag));
  return known ?? 'en';
}
