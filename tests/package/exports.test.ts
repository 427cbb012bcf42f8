/** What other programs may import, as a page: a change of it shows there, and is a change of the version. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, string | { types: string; default: string }>;
};
const meanings: Readonly<Record<string, string>> = {
  './limits/plan': 'a prescription, and the phases that it plans',
  './limits/projection': 'what a plan will give, and which limits it breaks',
  './limits/cem43': 'the heat dose',
  './limits/clinic': 'what a clinic may set, and the limits that are built in',
  './limits/prescription': 'the form of a prescription, with its bounds',
  './plant': 'the simulated plate, modules, heatsink and skin',
  './plant/parameters': 'what such a device is made of',
  './plant/rigs': 'the devices that are built in',
  './guard-protocol': 'frames, reasons and times of the guard on the board',
  './records/verify': 'whether a record is as it was written',
};

/** What is declared, without the words beside it: those are for whoever reads the source. */
function declared(path: string): string {
  return readFileSync(join(project, path), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('//#') && line.trim() !== 'export {};')
    .join('\n');
}

const modules = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name, target }],
);

it('docs/exports.md shows what other programs may import, as it is', async () => {
  expect(modules.map(({ name }) => name)).toEqual(Object.keys(meanings));
  const sections = modules.flatMap(({ name, target }) => [
    `## \`${name.replace('.', manifest.name)}\``,
    '',
    `${meanings[name]![0]!.toUpperCase()}${meanings[name]!.slice(1)}. From \`${target.types.replace('./dist/', '').replace('.d.ts', '.ts')}\`.`,
    '',
    '```ts',
    declared(target.types),
    '```',
    '',
  ]);
  const text = [
    '# What other programs may import',
    '',
    'The pure parts of the program, for programs of your own: no clock, no file, no port. Written by `npm run docs` from the declarations that',
    'are shipped; a test fails when they differ. Meaning, units and ranges stand in the sources. Whatever is not listed here is not',
    'for others, and may change at any time.',
    '',
    ...sections,
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../docs/exports.md');
});
