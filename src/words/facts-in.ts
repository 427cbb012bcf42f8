/** The words for facts in each language, and what tells them in one. A page loads those of its own language alone. */
import { courseDe, quantitiesDe } from './course-de.ts';
import { courseEs, quantitiesEs } from './course-es.ts';
import { factsEn, teller } from './facts.ts';
import type { FactCatalogue, Teller } from './facts.ts';
import { findingsDe } from './findings-de.ts';
import { findingsEs } from './findings-es.ts';
import type { Language } from './language.ts';
import type { TemperatureUnit } from './quantities.ts';

export const factCatalogues: Readonly<Record<Language, FactCatalogue>> = {
  en: factsEn,
  de: { ...quantitiesDe, ...findingsDe, ...courseDe },
  es: { ...quantitiesEs, ...findingsEs, ...courseEs },
};

export const tellerIn = (language: Language, unit: TemperatureUnit = 'C'): Teller =>
  teller(factCatalogues[language], { language, unit });
