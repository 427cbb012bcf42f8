/** The words of the page, in one language. */
import { translator as translatorOf } from '../../words/catalogue.ts';
import type { Translate as TranslateOf } from '../../words/catalogue.ts';
import type { Language } from '../../words/language.ts';
import { pageEn } from '../../words/page-en.ts';
import type { PageWords } from '../../words/page-en.ts';
import { packOf } from './packs.ts';

export type { MessageKey } from '../../words/page-en.ts';

export type Translate = TranslateOf<PageWords>;

/** In English where the words of the language have not come. */
export function translator(language: Language): Translate {
  const pack = packOf(language);
  return pack === undefined
    ? translatorOf<PageWords>('en', pageEn)
    : translatorOf<PageWords>(language, pack.page);
}
