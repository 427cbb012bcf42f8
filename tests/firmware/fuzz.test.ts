/**
 * The whole core under a fuzzer that is guided by the code it reaches, with the sanitizers for memory and for what C++ leaves
 * undefined. A few thousand inputs here; hours by hand: see docs/firmware.md. Without libFuzzer the inputs are drawn blindly.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { coreSources } from './core-bench.ts';
import { compile } from './line-program.ts';
import { hasCompiler, hasCppcheck, hasFuzzer } from './tools.ts';

const host = join(dirname(fileURLToPath(import.meta.url)), 'host');
const sketch = join(firmwareFolder(), 'contrast_guard');
const sources = [join(host, 'fuzz.cpp'), ...coreSources];
const strict = ['-std=c++11', '-O1', '-g', '-Wall', '-Wextra', '-Werror', `-I${sketch}`];
const folder = mkdtempSync(join(tmpdir(), 'contrast-fuzz-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(compiler: string, flags: readonly string[], args: readonly string[]): string {
  const { path, remove } = compile(compiler, [...strict, ...flags, ...sources]);
  // What breaks a law is kept there, to be run again.
  const { status, stderr } = spawnSync(path, args, { cwd: folder, encoding: 'utf8' });
  if (status === 0) remove();
  expect(status, stderr.slice(-4000)).toBe(0);
  return stderr;
}

describe('no input breaks a law of the guard', () => {
  test.runIf(hasFuzzer)('guided by what code it reaches', () => {
    const flags = ['-fsanitize=fuzzer,address,undefined', '-fno-sanitize-recover=all'];
    const said = run('clang++', flags, ['-runs=1500', '-seed=1', '-max_len=256', '-timeout=600']);
    expect(said).toContain('Done 1500 runs');
  });

  test.runIf(hasCompiler)('drawn blindly', () => {
    const flags = ['-DOWN_INPUTS', '-fsanitize=undefined', '-fno-sanitize-recover=all'];
    run('g++', flags, ['500', '1']);
  });
});

test.runIf(hasCppcheck)('a second reader of the firmware finds nothing to object to', () => {
  const { status, stdout, stderr } = spawnSync(
    'cppcheck',
    [
      '--enable=warning,performance,portability',
      '--std=c++11',
      '--error-exitcode=1',
      '--quiet',
      '--suppress=missingInclude',
      // Both begin as zeros, where all that is static does; and no more of them is read than was received or sampled.
      '--suppress=uninitMemberVar:*/firmata.h',
      '--suppress=uninitMemberVar:*/readings.cpp',
      `-I${sketch}`,
      ...coreSources,
    ],
    { encoding: 'utf8' },
  );
  expect([status, stdout + stderr]).toEqual([0, '']);
});
