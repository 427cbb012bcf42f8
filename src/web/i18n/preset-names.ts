/** The names of the ready-made prescriptions, in the language of the page. */
import type { Language } from '../../words/language.ts';
import { packOf } from './packs.ts';

export interface PresetName {
  readonly name: string;
  readonly language: Language;
}

/**
 * @param id missing: it is somebody's own prescription, whose name is theirs
 * @param english shown where the language does not know it
 */
export function presetNameIn(
  language: Language,
  id: string | undefined,
  english: string,
): PresetName {
  const names: Readonly<Record<string, string>> = packOf(language)?.presets ?? {};
  const name = id !== undefined && Object.hasOwn(names, id) ? names[id] : undefined;
  return name === undefined ? { name: english, language: 'en' } : { name, language };
}
