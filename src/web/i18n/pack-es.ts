/** Every word of the page in this language, loaded as one file. */
import { courseEs, quantitiesEs } from '../../words/course-es.ts';
import { findingsEs } from '../../words/findings-es.ts';
import { spanishAlarms } from '../../words/alarms-es.ts';
import { es } from './es.ts';
import type { Pack } from './packs.ts';
import { spanishPresets } from '../../words/preset-names-es.ts';
import { spanishHere } from '../../words/questions-here-es.ts';
import { spanishLasting } from '../../words/questions-lasting-es.ts';
import { spanishToday } from '../../words/questions-today-es.ts';
import { spanishSites } from '../../words/sites-es.ts';

export const pack: Pack = {
  page: es,
  alarms: spanishAlarms,
  questions: { ...spanishLasting, ...spanishHere, ...spanishToday },
  sites: spanishSites,
  presets: spanishPresets,
  facts: { ...quantitiesEs, ...findingsEs, ...courseEs },
};
