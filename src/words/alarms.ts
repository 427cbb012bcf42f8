/** What an alarm says and what to do, in the language of whoever reads. */
import { germanAlarms } from './alarms-de.ts';
import { spanishAlarms } from './alarms-es.ts';
import type { Language } from './language.ts';

export interface AlarmWords {
  /** What is wrong, in a few words. */
  readonly text: string;
  readonly remedy: string;
}

/** By the id of the alarm. */
export type AlarmCatalogue = Readonly<Record<string, AlarmWords>>;

const catalogues: Readonly<Record<Exclude<Language, 'en'>, AlarmCatalogue>> = {
  de: germanAlarms,
  es: spanishAlarms,
};

/**
 * @param english as it comes with the alarm; shown where the language does not know it, as one of a newer program
 * @returns the words, and the language that they are in
 */
export function alarmWordsIn(
  language: Language,
  id: string,
  english: AlarmWords,
): AlarmWords & { readonly language: Language } {
  const catalogue = language === 'en' ? {} : catalogues[language];
  const words = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
  return words === undefined
    ? { text: english.text, remedy: english.remedy, language: 'en' }
    : { ...words, language };
}
