/** The names of the ready-made prescriptions, in Spanish. */
import type { PresetNames } from './preset-names.ts';

export const spanishPresets: PresetNames = {
  'seed-spasm': 'Espasmo muscular, estándar',
  'seed-spasm-gentle': 'Espasmo muscular, suave',
  'seed-spasm-four': 'Espasmo muscular, cuatro rotaciones',
  'cold-heavy': 'Sobre todo frío',
  'cold-finish': 'Frío final',
  'cold-finish-gentle': 'Frío final, suave',
};
