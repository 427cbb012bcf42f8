/** The page as it is built: small, whole, and without anything from outside. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../dist/web');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const textOf = (kind: string): string =>
  files
    .filter((path) => extname(path) === kind)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

describe('the built page', () => {
  it('is at most 60 kB in all, each file compressed by itself', () => {
    const bytes = files.map((path) => gzipSync(readFileSync(path), { level: 9 }).length);
    const sum = bytes.reduce((so, one) => so + one, 0);
    expect(sum).toBeGreaterThan(10_000);
    expect(sum).toBeLessThanOrEqual(60_000);
  });

  it('asks nobody else for anything', () => {
    const page = textOf('.html') + textOf('.css');
    expect(page).not.toMatch(/(?:src|href|url)[=(]["']?(?:https?:)?\/\//);
    // The namespace of drawings is a name, not an address.
    const addresses = [...textOf('.js').matchAll(/https?:\/\/[\w./-]+/g)].map(([url]) => url);
    expect(addresses.filter((url) => !url.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  it('has nothing inline that a strict content policy forbids', () => {
    const html = textOf('.html');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });

  it('can STOP before any script has run', () => {
    expect(textOf('.html')).toMatch(/<form[^>]*method="post"[^>]*action="\/api\/v1\/stop"/);
  });
});
