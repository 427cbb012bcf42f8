/**
 * Plants bugs in what a person sees, types or relies on, one at a time in a copy of the project, and says which of the
 * named test files notices each. A bug has to compile; a test file has to pass without any bug.
 * `node tests/plants/plants.mjs [--only ID] [--all] [--list] [--sound]`; exit code 1 where one survives. `--sound` first
 * runs every named file without a bug; with `--all` a bug that one file has noticed is shown to the others too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkshop, outcomeOf, project, sourceOf } from '../mutants/workshop.mjs';
import { boardPlants } from './board-plants.mjs';
import { judgePlants } from './judge-plants.mjs';
import { pagePlants } from './page-plants.mjs';
import { pathPlants } from './path-plants.mjs';
import { reportPlants } from './report-plants.mjs';
import { serverPlants } from './server-plants.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    sound: { type: 'boolean', default: false },
  },
});

const plants = [
  ...pagePlants,
  ...reportPlants,
  ...serverPlants,
  ...boardPlants,
  ...judgePlants,
  ...pathPlants,
];
const chosen = plants.filter(({ id }) => options.only?.includes(id) ?? true);
const limitMs = 300_000;

const missing = chosen
  .flatMap(({ noticedBy }) => noticedBy)
  .filter((file) => !existsSync(join(project, file)));

/** The source with the bug in it; the text has to stand there once. */
function spoilt({ id, path, from, to }) {
  const sound = sourceOf(path);
  if (sound.split(from).length !== 2) throw new Error(`${id} cannot be planted: ${path}`);
  return sound.replace(from, () => to);
}

const vitest = (file) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--bail=1',
  '--maxWorkers=1',
  file,
];

/** Only what the bug is in is compiled: tests of the page read its sources. */
function isCompiled(folder, { path }) {
  const inPage = path.startsWith('src/web/');
  const args = inPage ? ['--noEmit', '-p', 'src/web'] : ['-p', 'tsconfig.build.json'];
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  writeFileSync(join(folder, 'dist/built'), '');
  return status === 0;
}

/** The names of the files that notice; without `--all` the first one is enough. */
async function noticing(folder, files) {
  const noticed = [];
  for (const file of files) {
    if (noticed.length > 0 && !options.all) break;
    if ((await outcomeOf(folder, vitest(file), limitMs)) !== 'passed') noticed.push(file);
  }
  return noticed;
}

async function run() {
  const workshop = openWorkshop();
  const { folder } = workshop;
  const survivors = [];
  try {
    await outcomeOf(folder, ['src/cli/build.mjs'], limitMs);
    if (options.sound) {
      const files = new Set(chosen.flatMap(({ noticedBy }) => noticedBy));
      const failing = await noticing(folder, files);
      if (failing.length > 0) throw new Error(`fails without any bug: ${failing.join(', ')}`);
    }
    for (const plant of chosen) {
      const { id, what, path, noticedBy } = plant;
      workshop.spoil(path, spoilt(plant));
      if (!isCompiled(folder, plant)) {
        process.stdout.write(`${id}: DOES NOT COMPILE\n`);
        survivors.push(id);
        workshop.mend(path);
        continue;
      }
      const present = noticedBy.filter((file) => !missing.includes(file));
      const noticed = await noticing(folder, present);
      workshop.mend(path);
      if (noticed.length === 0) survivors.push(id);
      process.stdout.write(`${id}: ${what}: ${noticed.join(', ') || 'NOT NOTICED'}\n`);
    }
  } finally {
    workshop.close();
  }
  process.stdout.write(`${chosen.length - survivors.length} of ${chosen.length} noticed\n`);
  for (const file of new Set(missing)) process.stderr.write(`there is no ${file}\n`);
  process.exitCode = survivors.length === 0 && missing.length === 0 ? 0 : 1;
}

if (options.list) for (const plant of plants) process.stdout.write(`${plant.id}: ${plant.what}\n`);
else await run();
