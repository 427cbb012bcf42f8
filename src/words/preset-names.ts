/** The names of the ready-made prescriptions, in the language of whoever reads. */
import type { Language } from './language.ts';

const german = {
  'seed-spasm': 'Muskelkrampf, Standard',
  'seed-spasm-gentle': 'Muskelkrampf, sanft',
  'seed-spasm-four': 'Muskelkrampf, vier Durchgänge',
  'cold-heavy': 'Überwiegend Kälte',
  'cold-finish': 'Abschließende Kälte',
  'cold-finish-gentle': 'Abschließende Kälte, sanft',
} as const;

const spanish: Readonly<Record<keyof typeof german, string>> = {
  'seed-spasm': 'Espasmo muscular, estándar',
  'seed-spasm-gentle': 'Espasmo muscular, suave',
  'seed-spasm-four': 'Espasmo muscular, cuatro rotaciones',
  'cold-heavy': 'Sobre todo frío',
  'cold-finish': 'Frío final',
  'cold-finish-gentle': 'Frío final, suave',
};

type Names = Readonly<Record<string, string>>;
export const presetNames: Readonly<Record<Exclude<Language, 'en'>, Names>> = {
  de: german,
  es: spanish,
};

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
  const names: Names = language === 'en' ? {} : presetNames[language];
  const name = id !== undefined && Object.hasOwn(names, id) ? names[id] : undefined;
  return name === undefined ? { name: english, language: 'en' } : { name, language };
}
