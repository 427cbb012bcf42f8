/**
 * The whole core under a fuzzer that is guided by the code it reaches, with the sanitizers for memory and for what C++ leaves
 * undefined. Some thousand inputs here; for longer, compile the same by hand and give it a folder and `-max_total_time`.
 * Without libFuzzer the inputs are drawn blindly.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { coreSources } from './core-bench.ts';
import { compile } from './line-program.ts';
import { hasCompiler, hasCppcheck, hasFuzzer } from './tools.ts';

const host = join(dirname(fileURLToPath(import.meta.url)), 'host');
const sketch = join(firmwareFolder(), 'contrast_guard');
const strict = ['-std=c++11', '-O1', '-g', '-Wall', '-Wextra', '-Werror', `-I${sketch}`];
const folder = mkdtempSync(join(tmpdir(), 'contrast-fuzz-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a program of the host folder says that is compiled with the core; it has to end well. */
function run(
  program: string,
  compiler: string,
  flags: readonly string[],
  args: readonly string[],
): string {
  const sources = [join(host, program), ...coreSources];
  const built = compile(compiler, [...strict, ...flags, ...sources]);
  try {
    const { status, stdout, stderr } = spawnSync(built.path, args, {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, stderr.slice(-4000)).toBe(0);
    return stdout + stderr;
  } finally {
    built.remove();
  }
}

/** Named as left out by the runner of all checks where it is not guided. */
test.runIf(hasFuzzer || hasCompiler)('no input breaks a law of the guard', () => {
  const strictly = '-fno-sanitize-recover=all';
  if (hasFuzzer) {
    const args = ['-runs=1500', '-seed=1', '-max_len=256', '-timeout=600'];
    const said = run(
      'fuzz.cpp',
      'clang++',
      ['-fsanitize=fuzzer,address,undefined', strictly],
      args,
    );
    expect(said).toContain('Done 1500 runs');
  } else {
    run('fuzz.cpp', 'g++', ['-DOWN_INPUTS', '-fsanitize=undefined', strictly], ['200', '1']);
  }
});

test.runIf(hasCompiler)('every abstract state of the supervisor keeps them, on every step', () => {
  const flags = ['-fsanitize=undefined', '-fno-sanitize-recover=all'];
  const said = run('explore.cpp', 'g++', flags, ['24']).trim().split(' ').map(Number);
  const [states, steps, atLast, named] = said;
  process.stdout.write(`supervisor: ${states} abstract states, ${steps} steps\n`);
  // Nothing new is reached any more long before that depth: this is all of it.
  expect([atLast, named]).toEqual([0, 4]);
  expect(states).toBeGreaterThan(7000);
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
