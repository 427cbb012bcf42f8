import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { CompanionError } from '../../src/errors.ts';

/** A folder for the files of one test file, removed after it. */
export function temporaryFolder(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-limits-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

/** The error of ours that a call ends with. */
export function errorOf(call: () => unknown): CompanionError {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof CompanionError) return thrown;
    throw thrown;
  }
  throw new Error('expected an error, got none');
}

export const standard = `# yaml-language-server: $schema=./prescription.schema.json
name: Muscle spasm, standard
rotations: 3
cold: { setpointC: 12, minutes: 10 }
hot:  { setpointC: 40, minutes: 10 }
finalCold: { minutes: 10 }
rampCPerS: 0.25
`;

/** The standard prescription with one piece of its text replaced; the piece must occur. */
export function standardWith(piece: string, replacement: string): string {
  if (!standard.includes(piece)) throw new Error(`no ${piece} in the standard prescription`);
  return standard.replace(piece, () => replacement);
}
