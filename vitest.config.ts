import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compiledProgram } from './tests/compiled.ts';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  plugins: [compiledProgram()],
  test: {
    include: ['tests/**/*.test.ts'],
    // Whole emulated treatments take their time; nothing here asserts how much.
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
    maxWorkers: availableParallelism() + 1,
  },
});
