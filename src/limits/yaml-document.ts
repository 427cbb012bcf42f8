import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { LineCounter, Node, YAMLError } from 'yaml';
import type { ErrorCode } from '../errors.ts';
import { CompanionError } from '../errors.ts';

const require = createRequire(import.meta.url);
/** Loaded with the first file: a preset needs none, and the parser is a tenth of what a program loads to start. */
const yaml = () => require('yaml') as typeof Yaml;

/** A small, plain subset of YAML with the position of every value: no anchors, tags, directives or deep nesting. */

/** Something wrong in a file, at an offset of its text. */
export interface Problem {
  readonly offset: number;
  readonly text: string;
}

export interface YamlFile {
  readonly path: string;
  readonly data: unknown;
  /** The offset of the value at a path of keys; of the nearest enclosing key where there is no such value. */
  readonly offsetOf: (keys: readonly PropertyKey[]) => number;
  /** The offset of the key itself at a path of keys. */
  readonly keyOffsetOf: (keys: readonly PropertyKey[]) => number;
  /** One error for all problems, in the order of the text, each with `file:line:column`. */
  readonly error: (code: ErrorCode, problems: readonly Problem[], fix: string) => CompanionError;
}

/** The formats need four levels. Beyond a few hundred the parser can end the whole process, which nothing can catch. */
const deepestNesting = 16;
const mostProblems = 20;

/** Parses the text of a file. Throws YAML_MALFORMED with every problem found. */
export function parseYaml(path: string, text: string): YamlFile {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    lines.addNewLine(at + 1);
  const error = errorFor(path, lines);
  const malformed = (problems: readonly Problem[]): CompanionError =>
    error('YAML_MALFORMED', problems, 'Correct the file; it is plain YAML.');

  const tooDeep = offsetOfDeepNesting(text);
  if (tooDeep !== undefined) {
    throw malformed([{ offset: tooDeep, text: `nested deeper than ${deepestNesting} levels` }]);
  }
  const document = parseDocument(text, { prettyErrors: false, version: '1.2', schema: 'core' });
  const problems = [...document.errors, ...document.warnings].map((one) => problemOf(one, text));
  if (document.directives.yaml.explicit === true) {
    problems.push({ offset: 0, text: 'directives (%YAML) are not allowed' });
  }
  problems.push(...unwantedFeatures(document.contents));
  if (problems.length > 0) throw malformed(problems);
  const places = placesIn(document.contents);
  return {
    path,
    data: document.toJS(),
    offsetOf: (keys) => placeAt(places, keys).value,
    keyOffsetOf: (keys) => placeAt(places, keys).key,
    error,
  };
}

function offsetOfDeepNesting(text: string): number | undefined {
  const { Lexer, Parser } = yaml();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const tokens = parser.next(lexeme);
    while (tokens.next().done !== true);
    if (parser.stack.length > deepestNesting) return parser.offset - lexeme.length;
  }
  return undefined;
}

function problemOf({ code, message, pos }: YAMLError, text: string): Problem {
  const plain: Partial<Record<typeof code, string>> = {
    TAB_AS_INDENT: 'a tab where spaces are needed; indent with spaces',
    DUPLICATE_KEY: `${/^[\w.-]{1,40}/.exec(text.slice(pos[0]))?.[0] ?? 'this field'} is written twice`,
    MULTIPLE_DOCS: 'a second document starts here; one file holds one',
    BAD_ALIAS: 'anchors and aliases (& and *) are not allowed',
    TAG_RESOLVE_FAILED: 'tags (!) are not allowed',
  };
  return { offset: pos[0], text: plain[code] ?? message };
}

/** What YAML allows and these files do not: it hides what a value is, or makes a small file huge. */
function unwantedFeatures(contents: Node | null): Problem[] {
  const { isAlias, isNode, isScalar, visit } = yaml();
  const problems: Problem[] = [];
  const refuse = (node: Node, text: string): void =>
    void problems.push({ offset: node.range?.[0] ?? 0, text });
  visit(contents, {
    Pair: (_, { key }) => {
      if (isNode(key) && !(isScalar(key) && typeof key.value === 'string')) {
        // `{ setpointC: 12,5 }`: in braces a comma begins the next field.
        const isDecimal = isScalar(key) && typeof key.value === 'number';
        refuse(
          key,
          isDecimal
            ? `a field name must be plain text; a number is written with a decimal point, as 0.${String(key.source)}, not with a comma`
            : 'a field name must be plain text',
        );
      }
    },
    Node: (_, node) => {
      if (isAlias(node) || node.anchor !== undefined) {
        refuse(node, 'anchors and aliases (& and *) are not allowed');
      }
      if (!isAlias(node) && node.tag !== undefined) refuse(node, 'tags (!) are not allowed');
      if (isScalar(node) && (node.format === 'HEX' || node.format === 'OCT')) {
        refuse(node, 'numbers are decimal; hexadecimal and octal are not allowed');
      }
    },
  });
  return problems;
}

interface Place {
  readonly key: number;
  readonly value: number;
}

const pathOf = (keys: readonly PropertyKey[]): string => keys.map(String).join('\0');

/** The places of all keys and values below a node, by their path. */
function placesIn(node: Node | null): ReadonlyMap<string, Place> {
  const { isMap, isNode, isScalar } = yaml();
  const start = node?.range?.[0] ?? 0;
  const places = new Map<string, Place>([['', { key: start, value: start }]]);
  const walk = (inside: unknown, keys: readonly string[]): void => {
    if (!isMap(inside)) return;
    for (const pair of inside.items) {
      if (!isScalar(pair.key)) continue;
      const path = [...keys, String(pair.key.value)];
      const key = pair.key.range?.[0] ?? start;
      const value = isNode(pair.value) ? (pair.value.range?.[0] ?? key) : key;
      places.set(pathOf(path), { key, value });
      walk(pair.value, path);
    }
  };
  walk(node, []);
  return places;
}

/** The place at a path; where there is none, the key of what would enclose it. */
function placeAt(places: ReadonlyMap<string, Place>, keys: readonly PropertyKey[]): Place {
  const place = places.get(pathOf(keys));
  if (place !== undefined || keys.length === 0) return place ?? { key: 0, value: 0 };
  const { key } = placeAt(places, keys.slice(0, -1));
  return { key, value: key };
}

function errorFor(path: string, lines: LineCounter): YamlFile['error'] {
  return (code, problems, fix) => {
    const sorted = problems.toSorted((one, other) => one.offset - other.offset);
    const written = sorted.map(({ offset, text }) => {
      const { line, col } = lines.linePos(offset);
      return { where: `${path}:${line}:${col}`, text };
    });
    return listError(code, written, fix);
  };
}

/** One error for several problems: the first in its place, the others on lines of their own. */
export function listError(
  code: ErrorCode,
  problems: readonly { readonly where: string; readonly text: string }[],
  fix: string,
): CompanionError {
  const unique = [...new Set(problems.map(({ where, text }) => `${where}: ${text}`))];
  const shown = unique.slice(0, mostProblems);
  if (unique.length > mostProblems) shown.push(`and ${unique.length - mostProblems} more problems`);
  const where = problems[0]?.where ?? '';
  const [first = '', ...others] = shown;
  const what = [first.slice(where.length + 2), ...others].join('\n');
  return new CompanionError(code, { what, where, fix });
}
