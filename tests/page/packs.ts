/** Every language of the page, loaded before anything is drawn, and what each has. */
import { languages } from '../../src/words/language.ts';
import { en } from '../../src/web/i18n/en.ts';
import { pack as german } from '../../src/web/i18n/pack-de.ts';
import { pack as spanish } from '../../src/web/i18n/pack-es.ts';
import { loadPack } from '../../src/web/i18n/packs.ts';

await Promise.all(languages.map((language) => loadPack(language)));

export const packs = { de: german, es: spanish } as const;
export const catalogues = { en, de: german.page, es: spanish.page } as const;
