/** Numbers as people read them. Data keep a decimal point in every language. */
import type { Language } from './language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** @param most digits that it is not rounded to, where it has them */
export function decimal(
  value: number,
  digits: number,
  language: Language,
  most: number = digits,
): string {
  const key = `${language} ${digits} ${most}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: most,
      useGrouping: false,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** With the digits that it has: a bound that is rounded is another bound. */
export const exact = (value: number, language: Language, digits = 0): string =>
  decimal(value, digits, language, 3);
