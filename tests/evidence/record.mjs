/**
 * Keeps the output of a long run for the report. Several outputs of one kind become one.
 * `node tests/evidence/record.mjs simulation|faults|mutation|planted-bugs FILE … [--ran-on YYYY-MM-DD] [--ran-in FOLDER]`:
 * the day (today) and the copy of the project (this one) that it ran on.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { project, withModule } from './load.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'ran-on': { type: 'string', default: new Date().toISOString().slice(0, 10) },
    'ran-in': { type: 'string', default: project },
  },
});
const [name = '', ...outputs] = positionals;

await withModule('/tests/evidence/command.ts', ({ record }) => {
  const path = record(project, name, outputs, {
    ranOn: options['ran-on'],
    ranIn: resolve(options['ran-in']),
  });
  // As every other file here is, so that a new run shows as a small difference.
  spawnSync(join(project, 'node_modules/.bin/oxfmt'), [path], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.stdout.write(`Recorded ${outputs.length} output${outputs.length === 1 ? '' : 's'}.\n`);
  process.stdout.write('Now write the report: npm run evidence\n');
});
