/** Numbers for people. Data stay in °C and seconds; only what is shown is converted. */
import type { Language } from '../../words/language.ts';
import { decimal } from '../../words/numbers.ts';

export { decimal, exact } from '../../words/numbers.ts';

export type TemperatureUnit = 'C' | 'F';

/** Minutes and seconds, hours where there are any: `9:05`, `1:10:00`. Null: no time. */
export function clock(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '–:––';
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

export const inUnit = (celsius: number, unit: TemperatureUnit): number =>
  unit === 'C' ? celsius : celsius * 1.8 + 32;

export const unitLabel = (unit: TemperatureUnit): string => `°${unit}`;

/** Without its unit; null where there is no valid value (law L4). */
export function temperature(
  celsius: number | null | undefined,
  unit: TemperatureUnit,
  language: Language,
): string | null {
  if (typeof celsius !== 'number' || !Number.isFinite(celsius)) return null;
  return decimal(inUnit(celsius, unit), 1, language);
}

/** @param locale a language, with or without a region */
export function moment(iso: string, locale: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '–';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
