/** The questions of the screening and the sites of the body, in the language of whoever reads. */
import type { Language } from './language.ts';
import { germanHere } from './questions-here-de.ts';
import { spanishHere } from './questions-here-es.ts';
import { germanLasting } from './questions-lasting-de.ts';
import { spanishLasting } from './questions-lasting-es.ts';
import { germanToday } from './questions-today-de.ts';
import { spanishToday } from './questions-today-es.ts';
import { germanSites } from './sites-de.ts';
import { spanishSites } from './sites-es.ts';

export interface QuestionWords {
  /** As it is asked: yes and no mean what they mean in English. */
  readonly question: string;
  readonly hint?: string;
  /** The problem as a statement. */
  readonly finding: string;
}

export interface SiteWords {
  readonly label: string;
  /** Why it is not simply allowed; empty where it is. */
  readonly why: string;
}

/** By the id of the question. */
export type QuestionCatalogue = Readonly<Record<string, QuestionWords>>;
/** By the id of the site. */
export type SiteCatalogue = Readonly<Record<string, SiteWords>>;

type Translated = Exclude<Language, 'en'>;

export const questionCatalogues: Readonly<Record<Translated, QuestionCatalogue>> = {
  de: { ...germanLasting, ...germanHere, ...germanToday },
  es: { ...spanishLasting, ...spanishHere, ...spanishToday },
};
export const siteCatalogues: Readonly<Record<Translated, SiteCatalogue>> = {
  de: germanSites,
  es: spanishSites,
};

/** And the language that the words are in. */
type In<Words> = Words & { readonly language: Language };

function wordsIn<Words>(
  catalogues: Readonly<Record<Translated, Readonly<Record<string, Words>>>>,
  language: Language,
  id: string,
): In<Words> | undefined {
  if (language === 'en' || !Object.hasOwn(catalogues[language], id)) return undefined;
  const words = catalogues[language][id];
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
  const words = wordsIn(questionCatalogues, language, id);
  return words === undefined
    ? { question, hint, finding, language: 'en' }
    : { ...words, hint: words.hint ?? null };
}

/** The same of a site. */
export function siteWordsIn(
  language: Language,
  { id, label, why }: SiteWords & { readonly id: string },
): In<SiteWords> {
  return wordsIn(siteCatalogues, language, id) ?? { label, why, language: 'en' };
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
  wordsIn(siteCatalogues, language, id)?.label ??
  id.replace(/-(left|right)$/, ', $1').replaceAll('-', ' ');
