/**
 * The words of the page by language: English comes with the page, the others as a file each, so that a page carries one
 * beside English. Until that has come, or where it does not, the page speaks English. STOP waits for none of it.
 */
/// <reference types="vite/types/importMeta.d.ts" />
import type { Language, Translated } from '../../words/language.ts';
import type { WordsOfPage } from '../../words/language-words.ts';

/** In the built page each has the words of the page alone: see `vite.config.ts`. */
const files = import.meta.glob<WordsOfPage>('../../words/languages/*.ts');

const packs: Partial<Record<Language, WordsOfPage>> = {};

/** Undefined for English, and for what has not come. */
export const packOf = (language: Language): WordsOfPage | undefined => packs[language];

export function putPack(language: Translated, pack: WordsOfPage): void {
  packs[language] = pack;
}

/** Never fails: without its words the page speaks English. True where they are there. */
export async function loadPack(language: Language): Promise<boolean> {
  if (language === 'en' || packs[language] !== undefined) return true;
  try {
    const load = files[`../../words/languages/${language}.ts`];
    if (load === undefined) return false;
    putPack(language, await load());
    return true;
  } catch {
    return false;
  }
}
