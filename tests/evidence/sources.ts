/** Which sources a run has run on, as one number that changes with any of them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What decides how a treatment goes: machines, plant and boards, rules, tick, controller, limits. */
export const decisive = [
  'hardware',
  'machines',
  'src/control',
  'src/limits',
  'src/safety',
  'src/treatment',
] as const;

function filesIn(project: string, path: string): string[] {
  if (!statSync(join(project, path)).isDirectory()) return [path];
  return readdirSync(join(project, path))
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => filesIn(project, `${path}/${name}`));
}

/**
 * SHA-256, in hexadecimal, over paths and contents, whatever order a disk lists them in.
 * @param project the folder of the project, or of a copy of it
 */
export function sourcesDigest(project: string): string {
  const hash = createHash('sha256');
  for (const path of decisive.flatMap((folder) => filesIn(project, folder)).toSorted()) {
    const content = readFileSync(join(project, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
