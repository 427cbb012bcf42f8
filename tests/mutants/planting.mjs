/**
 * Plants a bug in a copy of the project, and asks tests whether they notice it. A bug has to compile, and tests count only
 * if they pass without it: otherwise neither is worth anything.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { outcomeOf, sourceOf } from './workshop.mjs';

const limitMs = 900_000;
const vitestScript = 'node_modules/vitest/vitest.mjs';
const vitest = (...words) => [vitestScript, 'run', '--bail=1', '--maxWorkers=1', ...words];

/** The arguments of a Node program that runs a layer's tests. One layer, one processor: two run at once. */
export const layerOf = (...tests) => vitest(...tests);

/** A file with the bug in it. @throws Error where the anchor is not there, or there more than once */
export function planted({ path, from, to }) {
  const sound = sourceOf(path);
  const every = new RegExp(typeof from === 'string' ? escaped(from) : from, 'g');
  const places = sound.match(every)?.length ?? 0;
  if (places !== 1) throw new Error(`cannot be planted: ${path} has its place ${places} times`);
  return sound.replace(from, typeof from === 'string' ? () => to : to);
}

const escaped = (text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** The page is bundled with whatever types it has. */
const pageTypes = ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/web'];

/**
 * Once, so that no two runs compile at once; and a bug that does not compile would be noticed by every test.
 * @throws Error where it does not
 */
export async function compile(workshop, what, path = '') {
  const programs = [['src/cli/contrast.mjs', '--version']];
  if (path.startsWith('src/web/')) programs.push(pageTypes);
  for (const program of programs) {
    const outcome = await outcomeOf(workshop.folder, program, limitMs);
    if (outcome !== 'passed') throw new Error(`${what}: it does not compile`);
  }
}

export async function passes(workshop, args, what) {
  const startedAt = performance.now();
  const outcome = await outcomeOf(workshop.folder, args, limitMs);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stderr.write(`${what}: ${outcome} (${seconds} s)\n`);
  return outcome === 'passed';
}

const verdictsIn = (report) =>
  existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];

/**
 * The first test of these files that fails, by its file and its whole name; null where all pass.
 * @throws Error where they fail and none of them says so: what never began has noticed nothing
 */
export async function firstFailing(workshop, files, what) {
  const report = join(workshop.folder, '.git/noticed.json');
  rmSync(report, { force: true });
  const args = vitest('--reporter=json', `--outputFile=${report}`, ...files);
  if (await passes(workshop, args, `${what}: ${files.join(', ')}`)) return null;
  for (const { name, assertionResults } of verdictsIn(report)) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed === undefined) continue;
    return { file: relative(workshop.folder, name), test: failed.fullName };
  }
  throw new Error(`${what}: its tests did not begin or did not end, so none has noticed anything`);
}
