/** The questions of the screening and the sites of the body, in the language of the page. */
import type { Language } from '../../words/language.ts';
import type { QuestionWords, SiteWords } from '../../words/language-words.ts';
import { packOf } from './packs.ts';

/** And the language that the words are in. */
type In<Words> = Words & { readonly language: Language };

function wordsIn<Words>(
  catalogue: Readonly<Record<string, Words>> | undefined,
  language: Language,
  id: string,
): In<Words> | undefined {
  if (catalogue === undefined || !Object.hasOwn(catalogue, id)) return undefined;
  const words = catalogue[id];
  return words === undefined ? undefined : { ...words, language };
}

interface AskedWords extends Omit<QuestionWords, 'hint'> {
  readonly hint: string | null;
}

/** The English words come from the server: shown where the language does not know them, as those of a newer program. */
export function questionWordsIn(
  language: Language,
  { id, question, hint, finding }: AskedWords & { readonly id: string },
): In<AskedWords> {
  const words = wordsIn(packOf(language)?.questions, language, id);
  return words === undefined
    ? { question, hint, finding, language: 'en' }
    : { ...words, hint: words.hint ?? null };
}

/** The same of a site. */
export function siteWordsIn(
  language: Language,
  { id, label, why }: SiteWords & { readonly id: string },
): In<SiteWords> {
  return wordsIn(packOf(language)?.sites, language, id) ?? { label, why, language: 'en' };
}

interface LookAt {
  readonly site: string;
  readonly label: string;
}

/** The same of the site where a treatment was given. */
export const lookSiteIn = (language: Language, { site, label }: LookAt): In<SiteWords> =>
  siteWordsIn(language, { id: site, label, why: '' });

/** Where only the id is known; in English made of the id: `calf-left` → `calf, left`. */
export const siteNameIn = (language: Language, id: string): string =>
  wordsIn(packOf(language)?.sites, language, id)?.label ??
  id.replace(/-(left|right)$/, ', $1').replaceAll('-', ' ');
