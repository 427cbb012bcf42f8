/** What decides how a long run comes out, as one number that changes with any of it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { testsOfSources } from '../mutants/suites.mjs';
import type { LongRunName } from './long-runs.ts';

/** Versions of all packages, and how sources become the program. */
const always = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Where each run begins; all that is imported from there belongs to it, judge and scenarios too. */
export const begunFrom: Readonly<Record<LongRunName, readonly string[]>> = {
  // The pool names its worker by address.
  simulation: ['src/cli/simulate.ts', 'src/evidence/worker.ts'],
  faults: ['src/cli/faults.ts', 'src/evidence/worker.ts'],
  mutation: ['tests/mutants', ...Object.entries(testsOfSources).flat(2)],
  // One of the layers looks at every source.
  'planted-bugs': ['tests', 'src', 'machines', 'hardware'],
};

/** What the runs themselves have left: it cannot decide them. */
const leftBehind = 'tests/evidence/long-runs/';

function filesAt(project: string, path: string): string[] {
  if (!statSync(join(project, path)).isDirectory()) return [path];
  return readdirSync(join(project, path))
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => filesAt(project, `${path}/${name}`));
}

const isCode = (path: string): boolean => /\.(?:ts|tsx|mjs)$/.test(path);

function importedBy(project: string, path: string): string[] {
  const text = readFileSync(join(project, path), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\() ?'(\.[^']+)'/g)]
    .map(([, target]) => relative(project, resolve(project, dirname(path), target ?? '')))
    .filter((target) => existsSync(join(project, target)));
}

/** The files themselves and all that they import, in the order of their paths. */
export function decisiveFiles(project: string, from: readonly string[]): string[] {
  const todo = from.flatMap((path) => filesAt(project, path));
  const found = new Set<string>();
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (found.has(path) || path.startsWith(leftBehind)) continue;
    found.add(path);
    if (isCode(path)) todo.push(...importedBy(project, path));
  }
  return [...found].toSorted();
}

/**
 * SHA-256, in hexadecimal, over paths and contents.
 * @param project the folder of the project, or of a copy of it
 */
export function digestOfFiles(project: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(join(project, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

export const sourcesDigest = (project: string, name: LongRunName): string =>
  digestOfFiles(project, decisiveFiles(project, [...always, ...begunFrom[name]]));
