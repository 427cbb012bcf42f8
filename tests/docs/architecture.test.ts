import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

it.each(['docs/architecture.md', 'README.md', 'docs/prescriptions.md', 'docs/records.md'])(
  '%s names only files and pages that exist',
  (path) => {
    const text = read(path);
    const files = [...text.matchAll(/`((?:src|machines|hardware|tests|docs)\/[\w./-]*)`/g)].map(
      ([, file]) => file!,
    );
    const pages = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, page]) =>
      join(dirname(path), page!),
    );
    expect([...files, ...pages].filter((file) => !existsSync(join(project, file)))).toEqual([]);
  },
);

it('architecture.md tells the steps in the order in which the tick takes them', () => {
  const tick = read('src/treatment/tick.ts');
  const body = tick.slice(tick.indexOf('export function tick('));
  const calls = ['senseState(', 'judge(rules', 'decideAll(', 'driveState('].map((call) =>
    body.indexOf(call),
  );
  expect(calls).toEqual(calls.toSorted((a, b) => a - b));
  expect(Math.min(...calls)).toBeGreaterThan(0);
  const shell = read('src/treatment/companion.ts');
  expect(shell.indexOf('this.#record(output)')).toBeLessThan(shell.indexOf('this.#actuate(output'));
});
