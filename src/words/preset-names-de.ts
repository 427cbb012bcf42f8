/** The names of the ready-made prescriptions, in German. */
import type { PresetNames } from './preset-names.ts';

export const germanPresets: PresetNames = {
  'seed-spasm': 'Muskelkrampf, Standard',
  'seed-spasm-gentle': 'Muskelkrampf, sanft',
  'seed-spasm-four': 'Muskelkrampf, vier Durchgänge',
  'cold-heavy': 'Überwiegend Kälte',
  'cold-finish': 'Abschließende Kälte',
  'cold-finish-gentle': 'Abschließende Kälte, sanft',
};
