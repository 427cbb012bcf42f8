/**
 * Compiles the sources to `dist`, as a whole or not at all: into a folder of its own first, then renamed. Several
 * processes may do so at once.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Throws with the compiler's own words where the sources do not compile. */
export function build() {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  // A source that changes while it is compiled is newer than the build.
  const startedAt = new Date();
  const fresh = mkdtempSync(join(project, 'dist.'));
  const stale = `${fresh}.old`;
  try {
    const config = join(project, 'tsconfig.build.json');
    execFileSync(process.execPath, [compiler, '-p', config, '--outDir', fresh], { stdio: 'pipe' });
    writeFileSync(join(fresh, 'built'), '');
    utimesSync(join(fresh, 'built'), startedAt, startedAt);
    try {
      renameSync(join(project, 'dist'), stale);
    } catch {
      // There was none, or another process is at the same work.
    }
    try {
      renameSync(fresh, join(project, 'dist'));
    } catch {
      // Another process was first, from the same sources.
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(stale, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    build();
  } catch (error) {
    process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}${error.message}\n`);
    process.exitCode = 1;
  }
}
