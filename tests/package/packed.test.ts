/** What is shipped is what is tested: the packed program, installed in an empty folder, runs a whole treatment there. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'contrast-packed-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

it('runs from the packed tarball, with nothing of the checkout', () => {
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], project);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, tarball!)], folder);
  const installed = join(folder, 'node_modules', 'contrast-companion');
  expect(readdirSync(installed).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'dist',
    'docs',
    'hardware',
    'package.json',
    'src',
  ]);
  expect(readdirSync(join(installed, 'src', 'cli'))).toEqual(['contrast.mjs']);
  // The sketch to flash, and its image for the emulated board; no source of the program.
  expect(readdirSync(join(installed, 'hardware'))).toEqual(['firmware']);
  const info = npm(['exec', '--offline', '--', 'contrast', 'firmware', 'info'], folder);
  expect(info).toContain('ContrastGuard');
  const records = join(folder, 'records');
  const run = ['contrast', 'run', '--speed', 'max', '--yes', '--records', records];
  expect(npm(['exec', '--offline', '--', ...run], folder)).toContain('COMPLETED');
  expect(
    npm(
      ['exec', '--offline', '--', 'contrast', 'records', 'verify', 'latest', '--records', records],
      folder,
    ),
  ).toContain('intact');
});
