/**
 * Does a long run and keeps what came of it for the report, with what witnesses it: the command, how it ended, versions, and
 * the digest of all that decides it.
 * `node tests/evidence/long-run.mjs simulation|faults|mutation|planted-bugs [--treatments N] [-- ARGUMENTS]`: so many seeded
 * treatments in all, more where some of these very sources are kept; arguments go to the program that does the run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { project, withModule } from './load.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { treatments: { type: 'string', default: '2000' } },
});
const [name = '', ...more] = positionals;
const folder = mkdtempSync(join(tmpdir(), 'contrast-long-run-'));
const file = join(folder, 'output.json');

/** What each kind of run is, and whether it writes its output into a file. */
const programs = {
  simulation: { args: ['src/cli/contrast.mjs', 'simulate', '--json'] },
  faults: { args: ['src/cli/contrast.mjs', 'faults', '--json'] },
  mutation: { args: ['tests/mutants/mutants.mjs', '--json'], file },
  'planted-bugs': { args: ['tests/mutants/planted-bugs.mjs', '--json'], file },
};

/** The output and the exit code. A run that was killed has neither. */
function ran({ args, file: into }, extra) {
  const all = [...args, ...(into === undefined ? [] : [into]), ...extra];
  const child = spawn(process.execPath, all, {
    cwd: project,
    stdio: ['ignore', into === undefined ? 'pipe' : 'inherit', 'inherit'],
  });
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => {
      if (exit === null) reject(new Error('the run was killed; nothing is kept of it'));
      else resolve({ exit, output: JSON.parse(into === undefined ? out : readFileSync(into)) });
    });
  });
}

/** As every other file here is, so that a new run shows as a small difference. */
function format(path) {
  const stdio = ['ignore', 'ignore', 'inherit'];
  spawnSync(join(project, 'node_modules/.bin/oxfmt'), [path], { cwd: project, stdio });
}

await withModule('/tests/evidence/recorder.ts', async ({ openRecorder }) => {
  const recorder = openRecorder(project, name);
  const program = programs[recorder.name];
  for (;;) {
    const next = recorder.next(Number(options.treatments));
    if (next === null) break;
    const { exit, output } = await ran(program, [...next, ...more]);
    format(recorder.keep({ output, exit, more }));
    process.stdout.write(`Kept: ${recorder.words()}\n`);
  }
  process.stdout.write('Now write the report: npm run evidence\n');
});
rmSync(folder, { recursive: true, force: true });
