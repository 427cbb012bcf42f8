/**
 * Runs the layers of the evidence and writes the report: docs/evidence.md, docs/evidence.html and the headline in the
 * README. With `--check FOLDER` it runs nothing and writes nothing: it composes the report from the figures in that folder
 * and says what is out of date. Exit code 1 where something is, or where the evidence does not hold. With `--release` a long
 * run on other sources than these counts against them too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { project, withModule } from './load.mjs';

const { values: options } = parseArgs({
  options: { check: { type: 'string' }, release: { type: 'boolean', default: false } },
});

function runLayers(tests, folder) {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...tests], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, CONTRAST_EVIDENCE: folder },
  });
  return status === 0;
}

function report(problems) {
  for (const words of problems) process.stdout.write(`✗ ${words}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

await withModule('/tests/evidence/command.ts', ({ composed, layerTests, stale, write }) => {
  if (options.check !== undefined) {
    const { files, failures } = composed(project, options.check, true);
    const outdated = stale(project, files);
    report([...failures, ...outdated]);
    if (outdated.length > 0) process.stdout.write('Write it again: npm run evidence\n');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'contrast-evidence-'));
  try {
    const passed = runLayers(Object.values(layerTests), folder);
    const { files, failures, unreleasable } = composed(project, folder, passed);
    write(project, files);
    process.stdout.write(`Wrote ${Object.keys(files).join(', ')}\n`);
    report([...failures, ...(options.release ? unreleasable : [])]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
