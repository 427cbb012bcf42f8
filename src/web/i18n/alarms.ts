/** What an alarm says and what to do, in the language of the page. */
import type { AlarmCatalogue, AlarmWords } from '../../words/language-words.ts';
import type { Language } from '../../words/language.ts';
import { packOf } from './packs.ts';

/**
 * @param english as it comes with the alarm; shown where the language does not know it, as one of a newer program
 * @returns the words, and the language that they are in
 */
export function alarmWordsIn(
  language: Language,
  id: string,
  english: AlarmWords,
): AlarmWords & { readonly language: Language } {
  const catalogue: AlarmCatalogue = packOf(language)?.alarms ?? {};
  const words = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
  return words === undefined
    ? { text: english.text, remedy: english.remedy, language: 'en' }
    : { ...words, language };
}
