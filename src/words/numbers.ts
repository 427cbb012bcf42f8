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

const signs = new Map<Language, string>();

/** What stands before the fraction. */
function decimalSign(language: Language): string {
  let sign = signs.get(language);
  if (sign === undefined) {
    const parts = new Intl.NumberFormat(language).formatToParts(1.5);
    sign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
    signs.set(language, sign);
  }
  return sign;
}

/** The digits that data and records have too: nothing is rounded otherwise in another language. */
export const fixed = (value: number, digits: number, language: Language): string =>
  value.toFixed(digits).replace('.', decimalSign(language));

/** A number that is text already: `40.5` → `40,5`. */
export const withSign = (number: string, language: Language): string =>
  number.replace('.', decimalSign(language));
