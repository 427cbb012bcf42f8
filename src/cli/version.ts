import { readFileSync } from 'node:fs';

/** The version in package.json, wherever the program was installed to. */
export function programVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const text = readFileSync(new URL(up, import.meta.url), 'utf8');
      const manifest = JSON.parse(text) as { name?: string; version?: string };
      if (manifest.name === 'contrast-companion') return manifest.version ?? 'unknown';
    } catch {
      // Not there: the next folder up.
    }
  }
  return 'unknown';
}
