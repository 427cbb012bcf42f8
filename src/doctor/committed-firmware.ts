/** The guard firmware that this version brings along, and where it came from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CompanionError, messageOf } from '../errors.ts';
import { firmwareFolder } from '../firmware/firmware-folder.ts';
import { hexName } from '../firmware/build-plan.ts';

/** The part of provenance.json that is used here. */
const provenanceSchema = z.object({
  version: z.string(),
  buildHash: z.string().regex(/^[0-9a-f]{8}$/),
  hexSha256: z.string().regex(/^[0-9a-f]{64}$/),
  compiler: z.string(),
  flashBytes: z.int().positive(),
  ramBytes: z.int().positive(),
});

export interface CommittedFirmware {
  readonly version: string;
  /** First 32 bits of the SHA-256 of its sources, as the board reports them. */
  readonly buildHash: string;
  readonly hexPath: string;
  /** Of the image file. */
  readonly sha256: string;
  readonly compiler: string;
  readonly flashBytes: number;
  readonly ramBytes: number;
}

/**
 * @param folder with the image and its provenance
 * @throws CompanionError FIRMWARE_UNAVAILABLE where there is none, FIRMWARE_UNTRUSTED where the image is not the one
 * that its provenance names
 */
export function committedFirmware(folder: string = firmwareFolder()): CommittedFirmware {
  const hexPath = join(folder, hexName);
  const { provenance, hex } = readBoth(join(folder, 'provenance.json'), hexPath);
  const sha256 = createHash('sha256').update(hex).digest('hex');
  const { hexSha256, ...rest } = provenance;
  if (sha256 !== hexSha256) {
    throw new CompanionError('FIRMWARE_UNTRUSTED', {
      what: `the firmware image has SHA-256 ${sha256}, and its provenance says ${hexSha256}`,
      where: hexPath,
      fix: 'It is not flashed. Install this program again.',
    });
  }
  return { ...rest, hexPath, sha256 };
}

function readBoth(
  provenancePath: string,
  hexPath: string,
): { provenance: z.infer<typeof provenanceSchema>; hex: Buffer } {
  try {
    const provenance = provenanceSchema.parse(JSON.parse(readFileSync(provenancePath, 'utf8')));
    return { provenance, hex: readFileSync(hexPath) };
  } catch (thrown) {
    throw new CompanionError('FIRMWARE_UNAVAILABLE', {
      what: `the guard firmware of this version cannot be read: ${messageOf(thrown)}`,
      where: provenancePath,
      fix: 'Install this program again.',
      cause: thrown,
    });
  }
}
