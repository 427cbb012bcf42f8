/**
 * Every check of the project, in one command: compiler, linter, formatter, build, and all tests. Ends with the line
 * `N passed, N failed` and the matching exit code. What cannot be run here is named loudly, test by test; with
 * `--require-all` it fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leftOutEvidence, missingEvidence, skippedTests } from './hazard-evidence.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = { passed: 0, failed: 0 };
const leftOut = [];
const requireAll = process.argv.includes('--require-all');

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: project, stdio: 'inherit', ...options });
}

function check(name, command, args) {
  process.stdout.write(`\n── ${name}\n`);
  const { status } = run(command, args);
  results[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) process.stdout.write(`✗ ${name} failed\n`);
}

/** Programs that some tests need, and the Debian packages that bring them. */
const needed = [
  { program: 'git', packages: ['git'], why: 'tests of the layout, by the list of its files' },
  { program: 'socat', packages: ['socat'], why: 'tests of real serial ports' },
  {
    program: 'avr-gcc',
    packages: ['gcc-avr', 'avr-libc', 'arduino-core-avr', 'make'],
    why: 'building the guard firmware again',
  },
  { program: 'g++', packages: ['g++'], why: 'tests of the guard firmware on the host' },
  {
    program: 'clang++',
    packages: ['clang', 'libclang-rt-dev'],
    why: 'guided fuzzing of the guard firmware',
  },
  { program: 'cppcheck', packages: ['cppcheck'], why: 'the second reader of the guard firmware' },
  {
    program: 'simavr',
    packages: ['simavr', 'libsimavr-dev', 'libelf-dev', 'gcc', 'libc6-dev'],
    why: 'a second emulator',
  },
  { program: 'curl', packages: ['curl'], why: 'commands of the docs that ask a server' },
  {
    program: 'python3',
    packages: ['python3-minimal', 'libpython3-stdlib'],
    why: 'the independent verifier of records',
  },
  { program: 'chromium', packages: ['chromium'], why: 'tests of the page in a browser' },
];

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Installed where this user may, all at once; otherwise the tests say what they miss. */
function provide() {
  const missing = needed.filter(({ program }) => !has(program));
  if (missing.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    const install = (packages) => {
      process.stdout.write(`installing ${packages.join(' ')}\n`);
      run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], quiet);
    };
    run('apt-get', ['update', '-q'], quiet);
    install(missing.flatMap((one) => one.packages));
    // One package that a mirror does not have keeps all others out.
    for (const { program, packages } of missing) if (!has(program)) install(packages);
  }
  for (const { program, packages, why } of missing)
    if (!has(program))
      leftOut.push(`${why} (needs ${program}: apt-get install ${packages.join(' ')})`);
}

const bin = (name) => join(project, 'node_modules', '.bin', name);

provide();
check('types', bin('tsc'), ['--noEmit']);
check('types of the page', bin('tsc'), ['--noEmit', '-p', 'src/web']);
check('types of the tests of the page', bin('tsc'), ['--noEmit', '-p', 'tests/page']);
check('types of the generated client', bin('tsc'), ['--noEmit', '-p', 'tests/client']);
check('lint', bin('oxlint'), ['--type-aware']);
check('format', bin('oxfmt'), ['--check']);
check('build', process.execPath, ['src/cli/build.mjs']);

process.stdout.write('\n── tests\n');
const folder = mkdtempSync(join(tmpdir(), 'contrast-tests-'));
const report = join(folder, 'report.json');
const figures = join(folder, 'evidence');
mkdirSync(figures);
const answers = join(folder, 'api');
mkdirSync(answers);
const tests = run(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  {
    env: {
      ...process.env,
      CONTRAST_LEFT_OUT: leftOut.length > 0 ? '1' : '',
      CONTRAST_EVIDENCE: figures,
      CONTRAST_API_SEEN: answers,
    },
  },
);
try {
  const written = JSON.parse(readFileSync(report, 'utf8'));
  const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = written;
  results.passed += numPassedTests;
  // A file that could not even be loaded has no failed test of its own.
  results.failed += Math.max(
    numFailedTests,
    tests.status === 0 ? 0 : Math.max(1, numFailedTestSuites - numFailedTests),
  );
  leftOut.push(...skippedTests(written));
  if (numTotalTests === 0) results.failed += 1;
  // A control whose test did not run is a claim.
  const missing = missingEvidence(written);
  for (const sentence of missing) process.stdout.write(`✗ hazard log: ${sentence}\n`);
  results[missing.length === 0 ? 'passed' : 'failed'] += Math.max(1, missing.length);
  leftOut.push(...leftOutEvidence(written));
} catch {
  results.failed += 1;
  process.stdout.write('✗ the tests left no report\n');
}
check('answers of the API that tests have seen', process.execPath, [
  'tests/server/seen.mjs',
  answers,
]);
// The report must be what these very tests have shown.
check('evidence', process.execPath, ['tests/evidence/evidence.mjs', '--check', figures]);
rmSync(folder, { recursive: true, force: true });

if (requireAll) results.failed += leftOut.length;
for (const what of leftOut) process.stdout.write(`\n!! LEFT OUT: ${what}\n`);
process.stdout.write(`\n${results.passed} passed, ${results.failed} failed\n`);
process.exitCode = results.failed === 0 ? 0 : 1;
