/**
 * Compiles the sources and the page to `dist`, as a whole or not at all: into a folder of its own first, then renamed.
 * Several processes may do so at once.
 */
import { execFile } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const runFile = promisify(execFile);

const tool = (name, ...path) => join(dirname(require.resolve(`${name}/package.json`)), ...path);
/** What is built is what is shipped, whoever asks: under a test runner the page would else come with its checks for developers. */
const runTool = (script, args) =>
  runFile(process.execPath, [script, ...args], {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 16 * 1024 * 1024,
  });

/** Throws with the compiler's own words where the sources do not compile. */
export async function build() {
  // A source that changes while it is compiled is newer than the build.
  const startedAt = new Date();
  const fresh = mkdtempSync(join(project, 'dist.'));
  const stale = `${fresh}.old`;
  try {
    const tasks = await Promise.allSettled([
      runTool(tool('typescript', 'bin', 'tsc'), ['-p', 'tsconfig.build.json', '--outDir', fresh]),
      runTool(tool('vite', 'bin', 'vite.js'), [
        'build',
        'src/web',
        '--config=src/web/vite.config.ts',
        '--logLevel=error',
        `--outDir=${join(fresh, 'web')}`,
        '--emptyOutDir',
      ]),
    ]);
    const failed = tasks.find(({ status }) => status === 'rejected');
    if (failed !== undefined) throw failed.reason;
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

/** Bytes of all files of the built page, each compressed as the network sees it. */
function pageGzipBytes() {
  const page = join(project, 'dist', 'web');
  return readdirSync(page, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => gzipSync(readFileSync(join(entry.parentPath, entry.name)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build();
    process.stdout.write(`The page is ${(pageGzipBytes() / 1000).toFixed(1)} kB, gzipped.\n`);
  } catch (error) {
    process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}${error.message}\n`);
    process.exitCode = 1;
  }
}
