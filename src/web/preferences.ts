/** What this browser prefers: kept here, on this device, and sent nowhere. */
import { languageFor, languages } from '../words/language.ts';
import type { Language } from '../words/language.ts';
import type { TemperatureUnit } from './i18n/format.ts';

export interface Preferences {
  readonly language: Language;
  readonly unit: TemperatureUnit;
  readonly theme: 'system' | 'light' | 'dark';
  readonly speech: boolean;
  /** Bigger targets, one column: for switch scanning and unsteady hands. */
  readonly bigTargets: boolean;
}

const place = 'contrast-preferences';

const oneOf = <T extends string>(value: unknown, known: readonly T[], otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

export function loadPreferences(): Preferences {
  const wished = languageFor(navigator.languages);
  let stored: Record<string, unknown> = {};
  try {
    stored = (JSON.parse(localStorage.getItem(place) ?? '{}') ?? {}) as Record<string, unknown>;
  } catch {
    // Damaged or forbidden storage: the page works with what is usual.
  }
  return {
    language: oneOf(stored['language'], languages, wished),
    unit: oneOf(stored['unit'], ['C', 'F'], 'C'),
    theme: oneOf(stored['theme'], ['system', 'light', 'dark'], 'system'),
    speech: stored['speech'] === true,
    bigTargets: stored['bigTargets'] === true,
  };
}

/** The browser's own region, where it is of the chosen language: dates are written as there. */
export const localeFor = (language: Language): string =>
  navigator.languages.find((tag) => tag.startsWith(language)) ?? language;

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify(preferences));
  } catch {
    // It lasts as long as the page does.
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)');
let shown: Preferences['theme'] = 'system';

function followTheme(): void {
  document.documentElement.dataset['theme'] =
    shown === 'system' ? (dark.matches ? 'dark' : 'light') : shown;
}
dark.addEventListener('change', followTheme);

/** Puts on the document what style sheets and screen readers look at. */
export function applyPreferences({ language, theme, bigTargets }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset['targets'] = bigTargets ? 'big' : 'usual';
  shown = theme;
  followTheme();
}
