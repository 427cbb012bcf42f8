/** The guard firmware of this project, as it is committed: the very bytes that a real board is flashed with. */
import { existsSync, readFileSync } from 'node:fs';
import { CompanionError } from '../../../src/errors.ts';
import { parseIntelHex } from './intel-hex.ts';

const name = 'hardware/firmware/contrast_guard.hex';
/** From a source file, and from a compiled one, which lies a folder deeper. */
const projectFolders = ['../../../', '../../../../'] as const;

/**
 * The flash contents, bytes in Intel order.
 * @throws CompanionError FIRMWARE_UNAVAILABLE where the image is missing
 */
export function loadGuardFirmware(): Uint8Array {
  const files = projectFolders.map((folder) => new URL(folder + name, import.meta.url));
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new CompanionError('FIRMWARE_UNAVAILABLE', {
      what: 'the guard firmware is missing from this installation',
      where: name,
      fix: 'Install the program again, or use the simulated board.',
    });
  }
  return parseIntelHex(readFileSync(file, 'latin1'), name);
}
