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
