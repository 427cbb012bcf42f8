/**
 * Runs test files in a copy of the project, again and again, without starting anew each time: that is what takes long.
 * Started by mutants.mjs in the folder of the copy; files that have changed are named, so that they are read again.
 */
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

const folder = process.cwd();
const vitest = await createVitest(
  'test',
  {
    root: folder,
    config: false,
    watch: true,
    include: ['tests/**/*.test.ts'],
    // Killed with this process when a mistake makes a loop endless, and quicker to start than processes.
    pool: 'threads',
    maxWorkers: 1,
    bail: 1,
    // One that never ends is ended from outside.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    reporters: [{}],
  },
  { server: { watch: null }, logLevel: 'silent' },
);
await vitest.standalone();
const project = vitest.getRootProject();

async function passes(path) {
  const specification = project.createSpecification(join(folder, path));
  const { unhandledErrors } = await vitest.runTestSpecifications([specification], false);
  return unhandledErrors.length === 0 && specification.testModule?.ok() === true;
}

/** Up to the first test file that fails: the quick ones come first. */
async function allPass(tests) {
  for (const path of tests) {
    if (!(await passes(path))) return false;
  }
  return true;
}

async function answer({ changed, tests }) {
  for (const path of changed) vitest.invalidateFile(join(folder, path));
  process.send({ passed: await allPass(tests) });
}

process.on('message', (question) => void answer(question));
process.send({ ready: true });
