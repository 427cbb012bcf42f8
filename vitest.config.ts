import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compiledProgram } from './tests/compiled.ts';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  plugins: [compiledProgram()],
  test: {
    include: ['tests/**/*.test.ts'],
    // The program speaks English, whatever whoever runs the tests speaks.
    env: { LC_ALL: 'C.UTF-8' },
    // Whole emulated treatments take their time; nothing here asserts how much, on however slow a machine.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    // A snapshot that is missing is a check that is gone, and not one to be written in passing.
    update: 'none',
    // Node loads the compiled program itself.
    server: { deps: { external: [/\/dist\/(src|machines|hardware)\//] } },
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // A process serves one file after the other. What its engine has learnt about the controller, the plant and the
    // emulated chip is worth more than a fresh start: half of the time of a short treatment is spent on learning it.
    isolate: false,
    // Treatments make many objects that live for one tick.
    execArgv: ['--max-semi-space-size=32'],
    // The default leaves one processor idle, which is half of a small machine; and tests of pages, servers and serial
    // ports wait for most of their time.
    maxWorkers: availableParallelism() + 2,
  },
});
