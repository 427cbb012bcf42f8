/**
 * The words of the page by language: English comes with the page, the others as a file each, so that a page carries one
 * beside English. Until that has come, or where it does not, the page speaks English. STOP waits for none of it.
 */
import type { FactCatalogue } from '../../words/facts.ts';
import type { Language } from '../../words/language.ts';
import type { AlarmCatalogue } from '../../words/alarms.ts';
import type { PageCatalogue } from './en.ts';
import type { PresetNames } from '../../words/preset-names.ts';
import type { QuestionCatalogue, SiteCatalogue } from '../../words/screening.ts';

export type Translated = Exclude<Language, 'en'>;

export interface Pack {
  readonly page: PageCatalogue;
  readonly alarms: AlarmCatalogue;
  readonly questions: QuestionCatalogue;
  readonly sites: SiteCatalogue;
  readonly presets: PresetNames;
  readonly facts: FactCatalogue;
}

const loaders: Readonly<Record<Translated, () => Promise<{ readonly pack: Pack }>>> = {
  de: () => import('./pack-de.ts'),
  es: () => import('./pack-es.ts'),
};

const packs: Partial<Record<Language, Pack>> = {};

/** Undefined for English, and for what has not come. */
export const packOf = (language: Language): Pack | undefined => packs[language];

export function putPack(language: Translated, pack: Pack): void {
  packs[language] = pack;
}

/** Never fails: without its words the page speaks English. True where they are there. */
export async function loadPack(language: Language): Promise<boolean> {
  if (language === 'en' || packs[language] !== undefined) return true;
  try {
    putPack(language, (await loaders[language]()).pack);
    return true;
  } catch {
    return false;
  }
}
