/**
 * Shows that the tests of the safety code can fail: makes one deliberate mistake after the other in a copy of the
 * project, and runs the tests of the spoilt file on it. Prints each mistake that no test has noticed; exit code 1 if
 * one is not justified in survivors.json, or if a justification there is out of date.
 * `node tests/mutants/mutants.mjs [--only PART_OF_A_PATH] [--workers N]`.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { numberMutations, ruleMutations } from './mutations.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});

/**
 * What is mutated, and the tests that must notice. Only tests that state the limits: whole treatments notice many a
 * mistake by accident, and documents that are compared with the code notice any change at all.
 */
const table = ['tests/safety/interlocks.test.ts'];
const suites = Object.entries({
  'src/safety/rules.ts': table,
  'src/safety/rules-of-movement.ts': table,
  'src/safety/rules-of-wiring.ts': table,
  'src/safety/rules-that-warn.ts': table,
  'src/safety/readings.ts': ['tests/safety/readings.test.ts'],
  'src/safety/trend.ts': ['tests/safety/trend.test.ts'],
  'src/safety/drive-gate.ts': ['tests/safety/drive-gate.test.ts'],
  'src/safety/self-test.ts': ['tests/safety/self-test.test.ts'],
  'src/safety/dose.ts': ['tests/safety/dose.test.ts'],
}).filter(([path]) => path.includes(options.only));

const read = (path) => readFileSync(join(project, path), 'utf8');
const mutations = suites.flatMap(([path, tests]) =>
  [...ruleMutations(path, read(path)), ...numberMutations(path, read(path))].map((mutation) => ({
    ...mutation,
    tests,
  })),
);

/** A copy of the project in which mistakes can be made. */
function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-mutants-'));
  for (const path of ['package.json', 'src', 'machines', 'hardware', 'tests/safety']) {
    cpSync(join(project, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

const passes = (folder, tests) =>
  new Promise((resolve) => {
    const vitest = join(project, 'node_modules/vitest/vitest.mjs');
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--bail', '1', '--testTimeout', '60000', ...tests],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
    // A mistake may make a loop endless: that, too, is noticed.
    const limit = setTimeout(() => child.kill('SIGKILL'), 120_000);
    child.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });

async function survives(folder, { path, text, tests }) {
  writeFileSync(join(folder, path), text);
  try {
    return await passes(folder, tests);
  } finally {
    writeFileSync(join(folder, path), read(path));
  }
}

const survivors = [];
let [next, done] = [0, 0];
async function work() {
  const folder = workshop();
  try {
    if (!(await passes(folder, [...new Set(suites.flatMap(([, tests]) => tests))]))) {
      throw new Error('the tests fail without any mistake');
    }
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
await Promise.all(Array.from({ length: Number(options.workers) }, work));
if (done === 0 || done < mutations.length)
  throw new Error('no mistake was made, or not each of them');

const justified = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'));
const same = (one, other) => one.path === other.path && one.what === other.what;
const reasonOf = (survivor) => justified.find((one) => same(one, survivor))?.why;
const outdated = justified.filter(
  (one) => one.path.includes(options.only) && !survivors.some((other) => same(one, other)),
);
for (const one of survivors) {
  const reason = reasonOf(one) ?? 'NOT JUSTIFIED';
  process.stdout.write(`${one.path}:${one.line}  ${one.what}  ${reason}\n`);
}
for (const { path, what } of outdated) {
  process.stdout.write(`${path}  ${what}  is justified, and is no longer made or is noticed\n`);
}
for (const [path] of suites) {
  const of = (list) => list.filter((one) => one.path === path).length;
  const made = of(mutations);
  process.stdout.write(`${path}: ${made - of(survivors)} of ${made} mistakes noticed\n`);
}
process.exitCode = survivors.every(reasonOf) && outdated.length === 0 ? 0 : 1;
