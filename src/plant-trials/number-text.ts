/** Numbers as people read them. */

/** Up to four digits, with a true minus; `never` for infinity, `–` for nothing. */
export function shortNumber(value: number | null, digits = 4): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return 'never';
  const size = Math.abs(value);
  const text =
    size > 0 && size < 1e-4
      ? value.toExponential(1).replace('e-', 'e−')
      : String(Number(value.toPrecision(digits)));
  return text.replace(/^-/, '−');
}

/** As many decimals as the unit deserves: whole watts above 100, tenths of a degree or second. */
export function answerText(value: number | null, unit: string): string {
  if (value === null) return '–';
  const small = unit === '' || unit === '°C/s' || (unit === 's' && Math.abs(value) < 10);
  const text = value.toFixed(small ? 2 : 1);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}
