/**
 * Shows that the tests of the safety code can fail: makes one deliberate mistake after the other in a copy of the
 * project, and runs the tests on it. Prints each mistake that no test has noticed; exit code 1 if there is one that
 * is not justified in survivors.json. `node tests/mutants/mutants.mjs [PART OF A PATH]`.
 */
import { spawn, execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numberMutations, ruleMutations } from './mutations.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [only = ''] = process.argv.slice(2);
const justified = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'));

/** What is mutated, and the tests that must notice: quick ones first. */
const suites = [
  ['tests/safety', 'tests/alarms'],
  ['tests/treatment/self-test.test.ts', 'tests/treatment/skin-check.test.ts', 'tests/screening'],
];
const files = [
  'src/safety/rules.ts',
  'src/safety/rules-of-movement.ts',
  'src/safety/rules-of-wiring.ts',
  'src/safety/rules-that-warn.ts',
  'src/safety/readings.ts',
  'src/safety/trend.ts',
  'src/safety/drive-gate.ts',
  'src/safety/self-test.ts',
  'src/safety/dose.ts',
  'src/safety/interlocks.ts',
].filter((path) => path.includes(only));

const read = (path) => readFileSync(join(project, path), 'utf8');
const mutations = files.flatMap((path) => [
  ...(path.endsWith('/rules.ts') ? ruleMutations(path, read(path)) : []),
  ...numberMutations(path, read(path)),
]);

/** A copy of the project in which mistakes can be made. */
function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-mutants-'));
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  });
  for (const path of tracked
    .split('\n')
    .filter((name) => /^(src|machines|hardware|tests|docs)\/|^[^/]+\.(ts|json)$/.test(name))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(project, path), join(folder, path));
  }
  // No test of these needs the built program.
  const config = read('vitest.config.ts').replace(/^.*globalSetup.*\n/m, '');
  writeFileSync(join(folder, 'vitest.config.ts'), config);
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

const passes = (folder, tests) =>
  new Promise((resolve) => {
    const vitest = join(project, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--bail', '1', ...tests], {
      cwd: folder,
      stdio: 'ignore',
    });
    // A mistake may make a loop endless: that, too, is noticed.
    const limit = setTimeout(() => child.kill('SIGKILL'), 120_000);
    child.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });

async function survives(folder, { path, text }) {
  writeFileSync(join(folder, path), text);
  try {
    for (const tests of suites) if (!(await passes(folder, tests))) return false;
    return true;
  } finally {
    writeFileSync(join(folder, path), read(path));
  }
}

const survivors = [];
let [next, done] = [0, 0];
async function work() {
  const folder = workshop();
  try {
    if (!(await passes(folder, suites.flat())))
      throw new Error('the tests fail without any mistake');
    while (next < mutations.length) {
      const mutation = mutations[next++];
      if (await survives(folder, mutation)) survivors.push(mutation);
      done += 1;
      process.stderr.write(
        `${done} of ${mutations.length} mistakes, ${survivors.length} unnoticed\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

const reasonOf = ({ path, what }) =>
  justified.find((one) => one.path === path && one.what === what)?.why;
const noticed = mutations.length - survivors.length;
for (const one of survivors) {
  process.stdout.write(
    `${one.path}:${one.line}  ${one.what}  ${reasonOf(one) ?? 'NOT JUSTIFIED'}\n`,
  );
}
process.stdout.write(
  `${noticed} of ${mutations.length} deliberate mistakes were noticed by the tests\n`,
);
process.exitCode = survivors.every(reasonOf) ? 0 : 1;
