/** The names of the ready-made prescriptions, in each language but that in which they are written. */
import type { Language } from './language.ts';
import { germanPresets } from './preset-names-de.ts';
import { spanishPresets } from './preset-names-es.ts';

export type PresetNames = Readonly<Record<PresetId, string>>;

/** Those that the program offers; a test holds them together. */
type PresetId =
  | 'seed-spasm'
  | 'seed-spasm-gentle'
  | 'seed-spasm-four'
  | 'cold-heavy'
  | 'cold-finish'
  | 'cold-finish-gentle';

export const presetNames: Readonly<Record<Exclude<Language, 'en'>, PresetNames>> = {
  de: germanPresets,
  es: spanishPresets,
};
