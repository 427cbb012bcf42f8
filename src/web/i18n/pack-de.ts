/** Every word of the page in this language, loaded as one file. */
import { courseDe, quantitiesDe } from '../../words/course-de.ts';
import { findingsDe } from '../../words/findings-de.ts';
import { germanAlarms } from '../../words/alarms-de.ts';
import { de } from './de.ts';
import type { Pack } from './packs.ts';
import { germanPresets } from '../../words/preset-names-de.ts';
import { germanHere } from '../../words/questions-here-de.ts';
import { germanLasting } from '../../words/questions-lasting-de.ts';
import { germanToday } from '../../words/questions-today-de.ts';
import { germanSites } from '../../words/sites-de.ts';

export const pack: Pack = {
  page: de,
  alarms: germanAlarms,
  questions: { ...germanLasting, ...germanHere, ...germanToday },
  sites: germanSites,
  presets: germanPresets,
  facts: { ...quantitiesDe, ...findingsDe, ...courseDe },
};
