/** Text, times and names of a record as they may be shown, in any language. Pure. */

/** Text of unknown origin must not steer the terminal: control characters become visible. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '\u00B7');
}

/** Minutes and seconds, hours where there are any: `9:05`, `1:10:00`. */
export function clockOf(seconds: number | null): string {
  if (seconds === null) return '?';
  const whole = Math.floor(Math.abs(seconds));
  const minutes = Math.floor(whole / 60);
  const text =
    minutes < 60
      ? `${minutes}:${twoDigits(whole % 60)}`
      : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(whole % 60)}`;
  return seconds < 0 ? `-${text}` : text;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The part of a document by which a person knows it. */
export function nameOf(document: object): string {
  return 'name' in document && typeof document.name === 'string'
    ? document.name
    : JSON.stringify(document).slice(0, 200);
}
