/**
 * The text of a record's line and the hash chain (L11). Pure.
 *
 * On disk a line is the JSON text of an object whose last member is `hash`, and a line feed. The
 * hash is SHA-256, in lower-case hex, over: the previous line's hash in hex (nothing for the first
 * line), a line feed, and the line's own JSON text without the hash member, that is its bytes up to
 * `,"hash":"` followed by `}`. Bytes are hashed, not values, so nothing needs to be re-serialised
 * and a changed space is found like a changed digit.
 */
import { createHash } from 'node:crypto';
import { CompanionError, messageOf } from '../errors.ts';
import type { nonFiniteNames } from './record-line.ts';

/** Version of the record's form. Raised when a reader of the old form would misread the new one. */
export const recordFormat = 2;

/** A limit on everything: the longest line that is written, and the longest that is believed. */
export const maxLineBytes = 1_048_576;

const hashHexLength = 64;
const hashTail = /^,"hash":"([0-9a-f]{64})"\}$/;
const hashTailLength = ',"hash":"'.length + hashHexLength + '"}'.length;

export interface HashedLine {
  /** The whole line with its hash and its line feed. */
  readonly text: string;
  readonly hash: string;
}

/**
 * The text of one line.
 * @throws CompanionError DEFECT for a value without a JSON text (a cycle, a BigInt) or too long.
 */
export function encodeLine(previousHash: string, line: object): HashedLine {
  const body = jsonTextOf(line);
  const hash = createHash('sha256').update(`${previousHash}\n${body}`).digest('hex');
  const text = `${body.slice(0, -1)},"hash":"${hash}"}\n`;
  if (Buffer.byteLength(text) > maxLineBytes) {
    throw new CompanionError('DEFECT', {
      what: `a record line of ${text.length} characters is longer than any line may be`,
    });
  }
  return { text, hash };
}

/**
 * Takes a line (without its line feed) apart again.
 * @returns the bytes without the hash member and the hash, or undefined where the line's own hash
 *   does not follow from its bytes and the previous hash.
 */
export function decodeLine(
  previousHash: string,
  line: Uint8Array,
): { readonly body: Buffer; readonly hash: string } | undefined {
  if (line.length > maxLineBytes || line.length <= hashTailLength) return undefined;
  const split = line.length - hashTailLength;
  const hash = hashTail.exec(Buffer.from(line.subarray(split)).toString('latin1'))?.[1];
  if (hash === undefined) return undefined;
  const body = Buffer.concat([line.subarray(0, split), Buffer.from('}')]);
  const expected = createHash('sha256').update(`${previousHash}\n`).update(body).digest('hex');
  return hash === expected ? { body, hash } : undefined;
}

/**
 * JSON text in which a number that JSON cannot hold is null and is named, with what it was, in the
 * member `nonFinite`: a NaN must not vanish without a trace.
 */
function jsonTextOf(line: object): string {
  try {
    const { text, nonFinite } = stringify(line);
    if (Object.keys(nonFinite).length === 0) return text;
    return stringify({ ...line, nonFinite }).text;
  } catch (thrown) {
    throw new CompanionError('DEFECT', {
      what: `a record line cannot be written as JSON: ${messageOf(thrown)}`,
      cause: thrown,
    });
  }
}

type NonFinite = Record<string, (typeof nonFiniteNames)[number]>;

function stringify(line: object): { text: string; nonFinite: NonFinite } {
  const nonFinite: NonFinite = Object.create(null) as NonFinite;
  const pathOf = new Map<unknown, string>();
  const text = JSON.stringify(line, function (this: unknown, key: string, value: unknown) {
    const holder = pathOf.get(this) ?? '';
    const path = holder === '' ? key : `${holder}.${key}`;
    if (typeof value === 'object' && value !== null) pathOf.set(value, path);
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    if (Number.isNaN(value)) nonFinite[path] = 'NaN';
    else nonFinite[path] = value > 0 ? 'Infinity' : '-Infinity';
    return null;
  });
  return { text, nonFinite };
}
