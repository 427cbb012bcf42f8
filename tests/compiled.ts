/**
 * Tests run the compiled program, the one that is shipped: Node loads it itself, which begins at once and runs as fast as
 * it will for the person who treats. The test runner's own way of loading sources makes each use of an import a look-up in
 * a dictionary: a third of all the time that simulated treatments take.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiledFolders = ['src', 'machines', 'hardware'];
/** The page is bundled, not compiled file by file. */
const page = join('src', 'web');

const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder + sep);

/** Compiles once, before any test, so that no test has to and none meets another's build half-way. */
function isCompiled(): boolean {
  const launcher = join(project, 'src/cli/contrast.mjs');
  const { status } = spawnSync(process.execPath, [launcher, '--version'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

/** The compiled file of a source; undefined where there is none. */
export function compiledOf(source: string): string | undefined {
  const path = relative(project, source);
  if (!path.endsWith('.ts') || isWithin(page, path)) return undefined;
  if (!compiledFolders.some((folder) => isWithin(folder, path)) || !existsSync(source))
    return undefined;
  const compiled = join(project, 'dist', path.replace(/\.ts$/, '.js'));
  return existsSync(compiled) ? compiled : undefined;
}

/**
 * Where the sources do not compile, and where somebody watches tests while changing sources, tests run the sources: a
 * compiled program would be an older one.
 */
export function compiledProgram(): Plugin {
  let usable = false;
  return {
    name: 'compiled-program',
    enforce: 'pre',
    configureVitest({ vitest }) {
      usable = isCompiled() && !vitest.config.watch;
    },
    resolveId(id, importer) {
      if (!usable || importer === undefined || !id.startsWith('.')) return undefined;
      return compiledOf(join(dirname(importer), id));
    },
  };
}
