/** Where the guard firmware lies: beside the sources, or, compiled, in the package's root. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompanionError } from '../errors.ts';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The folder with the sketch, its image and its provenance.
 * @throws CompanionError FIRMWARE_UNAVAILABLE where this installation has none
 */
export function firmwareFolder(): string {
  const places = ['../..', '../../..'].map((up) => join(here, up, 'hardware', 'firmware'));
  const found = places.find((place) => existsSync(join(place, 'contrast_guard')));
  if (found !== undefined) return found;
  throw new CompanionError('FIRMWARE_UNAVAILABLE', {
    what: 'the guard firmware is not part of this installation',
    fix: 'Install the package again, or run from a checkout.',
  });
}
