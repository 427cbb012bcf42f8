/**
 * What somebody wants who has connected to the way of STOP, from the first line that they send. Pure. The port has one
 * purpose: every POST is STOP, whatever its path, its version or the headers that follow, and so is the bare word.
 */

/** Longer than this no first line is, and no more than this is read of anybody. */
export const mostWishBytes = 4096;

export type Wish =
  | {
      readonly kind: 'stop';
      /** As HTTP, or in one line of words. */
      readonly form: 'http' | 'line';
      /** Who it is by the word of our own server, which knows the key; null where anybody says it. */
      readonly vouched: { readonly key: string; readonly by: string } | null;
    }
  /** A page of the dashboard asks beforehand whether it may ask. */
  | { readonly kind: 'preflight' }
  /** Is this way open? Nothing is stopped. */
  | { readonly kind: 'look' }
  | { readonly kind: 'none' };

/** The first byte of whoever speaks TLS: no line of words follows. */
const tlsGreeting = '\u0016';

/** @param ended nothing more will come. Null: the first line is not there yet. */
export function wishIn(text: string, ended = false): Wish | null {
  if (text.startsWith(tlsGreeting)) return { kind: 'none' };
  // What some programs send before the first word: a byte order mark, the zeros of UTF-16, a telnet's own words.
  const begun = text.replaceAll('\0', '').replace(/^[^a-z]+/i, '');
  const end = begun.search(/[\r\n]/);
  if (end < 0 && !ended) return text.length < mostWishBytes ? null : { kind: 'none' };
  const line = (end < 0 ? begun : begun.slice(0, end)).trim();
  if (/^stop(?!\w)/i.test(line)) {
    const [, keyWord, by] = line.split(/\s+/);
    return { kind: 'stop', form: 'line', vouched: vouchedBy(keyWord, by) };
  }
  const method = /^([a-z]+)\s+\S/i.exec(line)?.[1]?.toUpperCase();
  if (method === 'POST') return { kind: 'stop', form: 'http', vouched: null };
  if (method === 'OPTIONS') return { kind: 'preflight' };
  if (method === 'GET' || method === 'HEAD') return { kind: 'look' };
  return { kind: 'none' };
}

function vouchedBy(
  key: string | undefined,
  by: string | undefined,
): { readonly key: string; readonly by: string } | null {
  if (key === undefined || by === undefined) return null;
  return { key, by: Buffer.from(by, 'base64url').toString('utf8') };
}

/** The line by which our own server passes a STOP on, with the name of the person who pressed it. */
export const vouchedLine = (key: string, by: string): string =>
  `STOP ${key} ${Buffer.from(by).toString('base64url')}\n`;
