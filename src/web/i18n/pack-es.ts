/** Every word of the page in this language, loaded as one file. */
import { courseEs, quantitiesEs } from '../../words/course-es.ts';
import { findingsEs } from '../../words/findings-es.ts';
import { spanishAlarms } from './alarms-es.ts';
import { es } from './es.ts';
import type { Pack } from './packs.ts';
import { spanishPresets } from './preset-names-es.ts';
import { spanishHere } from './questions-here-es.ts';
import { spanishLasting } from './questions-lasting-es.ts';
import { spanishToday } from './questions-today-es.ts';
import { spanishSites } from './sites-es.ts';

export const pack: Pack = {
  page: es,
  alarms: spanishAlarms,
  questions: { ...spanishLasting, ...spanishHere, ...spanishToday },
  sites: spanishSites,
  presets: spanishPresets,
  facts: { ...quantitiesEs, ...findingsEs, ...courseEs },
};
