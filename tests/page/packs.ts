/** Every language of the page, loaded before anything is drawn, and what each has. */
import { inAll, languages, translations } from '../../src/words/language.ts';
import type { Translated } from '../../src/words/language.ts';
import { pageEn } from '../../src/words/page-en.ts';
import { loadPack } from '../../src/web/i18n/packs.ts';

await Promise.all(languages.map((language) => loadPack(language)));

export const packs = translations;
export const catalogues = inAll('page', pageEn);
export const translated = Object.keys(translations) as Translated[];
