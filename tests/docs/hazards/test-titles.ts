/** Which tests a test file has, as far as its text tells: so that a name in the hazard log is not a dead one. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const exists = (path: string): boolean => existsSync(join(project, path));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

/** The first argument of `it(…)` and its like, also behind `it.each(…)` and `describe.runIf(…)`. */
const title = /(?:\b(?:describe|it|test)|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1\s*,/g;

/** What vitest puts a value in for, as a star. */
const asPattern = (text: string): string =>
  text
    .replace(/\\(.)/g, '$1')
    .replace(/\$\{[^}]*\}|%[sdifjoO]|\$[A-Za-z][\w.]*/g, '*')
    .replace(/\*+/g, '*');

export const titlesIn = (source: string): string[] =>
  [...source.matchAll(title)].map(([, , text]) => asPattern(text ?? ''));

/** Whether one text can match two patterns, in each of which a star stands for any text. */
export function overlap(one: string, other: string): boolean {
  if (one === '' || other === '') return /^\**$/.test(one + other);
  if (one.startsWith('*'))
    return overlap(one.slice(1), other) || overlap(one, other.slice(1)) || other === '*';
  if (other.startsWith('*')) return overlap(other, one);
  return one[0] === other[0] && overlap(one.slice(1), other.slice(1));
}

/** The text of a file and of what it imports from the project: where the rows of `it.each` come from. */
function textAround(path: string, levels: number, seen = new Set<string>()): string {
  if (seen.has(path) || !exists(path)) return '';
  seen.add(path);
  const text = read(path);
  if (levels === 0) return text;
  const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, specifier]) =>
    relative(project, resolve(project, dirname(path), specifier ?? '')),
  );
  return text + imports.map((file) => textAround(file, levels - 1, seen)).join('');
}

const around = new Map<string, string>();
const titles = new Map<string, string[]>();
const segments = new Map<string, boolean>();

function remembered<Value>(map: Map<string, Value>, path: string, make: () => Value): Value {
  const value = map.get(path) ?? make();
  map.set(path, value);
  return value;
}

const quotes = ["'", '"', '`'];
const isQuoted = (text: string, words: string): boolean =>
  quotes.some((quote) => text.includes(quote + words + quote));

function hasSegment(path: string, segment: string): boolean {
  const known = remembered(titles, path, () => titlesIn(read(path)));
  const found = known.filter((pattern) => overlap(pattern, segment));
  if (found.length === 0 || segment === '*' || found.some((pattern) => pattern !== '*'))
    return found.length > 0;
  // A title that is nothing but a value says nothing: its words must stand where the values come from.
  const text = remembered(around, path, () => textAround(path, 3));
  const pieces = segment.split('*');
  return pieces.length === 1
    ? isQuoted(text, segment)
    : pieces.every((piece) => text.includes(piece));
}

/** Whether a file has a test of this name, `describe > it`, with stars. */
export const hasTest = (path: string, name: string): boolean =>
  exists(path) &&
  name
    .split(' > ')
    .every((segment) =>
      remembered(segments, `${path} ${segment}`, () => hasSegment(path, segment)),
    );
