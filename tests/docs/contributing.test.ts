/**
 * The lists of files of the page for contributors. What is there by name must be in the list of its kind: where the newest
 * rule, fault, field, format, language and board are named in the sources today, a further one will have to be.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { numberFields } from '../../src/limits/prescription.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const page = read('docs/contributing.md');

const sectionOf = (heading: string): string => {
  const [, text = ''] = page.split(`\n## ${heading}\n`);
  return text.split('\n## ')[0] ?? '';
};

const isFile = /`((?:src|machines|hardware|tests|docs)\/[\w./-]*)`/g;
/** A language that is not there yet is the example of one. */
const example = 'src/words/languages/fr.ts';
const filesIn = (text: string): string[] =>
  [...text.matchAll(isFile)].map(([, file = '']) => file).filter((file) => file !== example);

const sources = ['src', 'machines', 'hardware', 'tests'].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs|json)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => path !== 'tests/docs/contributing.test.ts'),
);

/** A list names one language for all of them. */
const naming = (what: RegExp, within = /./): string[] =>
  sources.filter(
    (path) =>
      within.test(path) &&
      (!path.startsWith('src/words/languages/') || path.endsWith('/es.ts')) &&
      what.test(read(path)),
  );

it('names only files that exist', () => {
  const files = filesIn(page);
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !existsSync(join(project, file)))).toEqual([]);
});

it.each<[heading: string, like: RegExp, within?: RegExp]>([
  ['To add a rule', /current-missing/],
  ['To add a fault', /current-sensor-dead/, /^(src|hardware|machines)\//],
  [
    'To add a field to the prescription',
    /\brampCPerS: \d/,
    /^tests\/(?!browser|cli|control|safety|server|emulated).*\.ts$/,
  ],
  [
    'To add a field to the prescription',
    /^ {2,}(readonly )?rampCPerS\b.*[:,]/m,
    /^src\/limits\/(?!presets-not)/,
  ],
  ['To add an export format', /\bcsvOf\b|'text\/csv'/, /^(src|tests)\/(?!cli\/plant|bench|server)/],
  ['To add a kind of board', /emulated-standard/, /^(?!tests\/(bench|docs\/hazards\/named))/],
])('%s: names every file that has one like it: %s', (heading, like, within) => {
  const named = filesIn(sectionOf(heading));
  expect(naming(like, within).filter((path) => !named.includes(path))).toEqual([]);
  expect(naming(like, within).length).toBeGreaterThan(1);
});

it('a language is one file, and a line in the list of them: nothing else in the sources knows one from the other', () => {
  // Codes of languages and their files, as they could stand in a table.
  const spanish = /'es'|"es"|\bes: [{'"a-z(]|\bas es\b|\bes[.,]\w*ts|-es\.ts/;
  expect(naming(spanish, /^src\//)).toEqual(['src/words/languages.ts']);
  const said = sectionOf('To add a language');
  expect(said).toContain('No other file.');
  expect(filesIn(said)).toEqual(
    expect.arrayContaining(['src/words/languages.ts', 'src/words/languages/es.ts']),
  );
});

it('tells of a field that there is', () => {
  expect(numberFields.map(([field]) => field)).toContain('rampCPerS');
});

it('names only scripts that there are', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(5);
});

it.each(
  [...page.matchAll(/node src\/cli\/contrast\.mjs ([a-z ]+[a-z])( --[a-z]+)?/g)].map(
    ([, command, option]) => [command ?? '', (option ?? '').trim()] as const,
  ),
)('contrast %s %s is there', (command, option) => {
  const words = command.split(' ');
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(project, 'src/cli/contrast.mjs'), ...words, '--help'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout).toContain(`contrast ${command}`);
  expect(stdout).toContain(option);
});

it('tells the sizes that are enforced', () => {
  const enforced = /fileLines: (\d+), functionLines: (\d+)/.exec(
    read('tests/structure/structure.test.ts'),
  );
  expect(page).toContain(
    `A file has at most ${enforced?.[1]} lines, a function at most ${enforced?.[2]}.`,
  );
});

it('what `npm run docs` writes is written by the tests that it runs', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { docs: string } };
  const run = scripts.docs.split(' ').filter((word) => word.startsWith('tests/'));
  const tests = sources
    .filter((path) => run.some((place) => path === place || path.startsWith(`${place}/`)))
    .map((path) => read(path))
    .join('\n');
  const rows = page.split('\n').filter((line) => line.endsWith('| `npm run docs` |'));
  expect(rows.length).toBe(2);
  const names = rows.flatMap(filesIn).map((file) => file.split('/').at(-1) ?? '');
  expect(names.filter((name) => !tests.includes(name))).toEqual([]);
});

it('tells the budget of the page that is enforced', () => {
  const enforced = /toBeLessThanOrEqual\((\d+)_000\)/.exec(read('tests/web/page.test.ts'));
  expect(page).toContain(`its budget of ${enforced?.[1]} kB`);
});
