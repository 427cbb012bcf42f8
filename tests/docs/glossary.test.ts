/** The glossary: each word once, in order, with a name that the sources have. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(project, 'docs/glossary.md'), 'utf8');

const paths = ['src', 'machines', 'hardware', 'tests/mutants'].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs|h|cpp|ino)$/.test(name))
    .map((name) => join(folder, name))
    // What is said there is false on purpose.
    .filter((path) => !path.startsWith('tests/mutants/facts/')),
);
/** With the name of each file: a module is an identifier too. */
const sources = paths
  .map((path) => `${path}\n${readFileSync(join(project, path), 'utf8')}`)
  .join('\n');

const isThere = (name: string): boolean => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(sources);

interface Row {
  readonly word: string;
  readonly meaning: string;
  readonly names: readonly string[];
}

const tables: readonly (readonly Row[])[] = page
  .split('\n## ')
  .slice(1)
  .map((section) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) => {
        const [, word = '', meaning = '', names = ''] = line.split('|').map((cell) => cell.trim());
        return { word, meaning, names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!) };
      }),
  );

describe('the glossary', () => {
  it('has each word once, in the order of the alphabet', () => {
    const words = tables.map((rows) => rows.map(({ word }) => word));
    for (const table of words)
      expect(table).toEqual(table.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(new Set(words.flat()).size).toBe(words.flat().length);
    expect(words.flat().length).toBeGreaterThan(60);
  });

  it.each(tables.flat().map((row) => [row.word, row] as const))(
    '%s is so called in the sources',
    (_word, row) => {
      expect(row.meaning.length).toBeGreaterThan(15);
      expect(row.names.length).toBeGreaterThan(0);
      expect(row.names.filter((name) => !isThere(name))).toEqual([]);
    },
  );

  it('would miss a name that is gone', () => {
    expect(isThere('plateC')).toBe(true);
    expect(isThere(['plate', 'Kelvin'].join(''))).toBe(false);
    expect(isThere('plate')).not.toBe(isThere('plat'));
  });
});
