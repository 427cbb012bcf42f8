/** The words of the page, by language. */
import { translator as translatorOf } from '../../words/catalogue.ts';
import type { Translate as TranslateOf } from '../../words/catalogue.ts';
import type { Language } from '../../words/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { PageWords, PageCatalogue } from './en.ts';
import { es } from './es.ts';

export type { MessageKey } from './en.ts';

export type Translate = TranslateOf<PageWords>;

export const catalogues: Readonly<Record<Language, PageCatalogue>> = { en, de, es };

export const translator = (language: Language): Translate =>
  translatorOf<PageWords>(language, catalogues[language]);
