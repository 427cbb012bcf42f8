/**
 * How near the physical limit the temperature controller comes, and how near others would: our controller, PIDs as
 * hobby firmware has them, and the time-optimal limit, on the nominal plant and on plants drawn within tolerance.
 * Asserts nothing. `--quick` for a glance, `--docs` to put the results into docs/control.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../src/cli/build.mjs';
import { moreInNoise } from './control/figures.mjs';
import { addCourses, addDisturbed, addWrong, contestants, Plan } from './control/plan.mjs';
import { drawPlants, edgePlants } from './control/plants.mjs';
import { runAll } from './control/pool.mjs';
import { loadProduct } from './control/product.mjs';
import {
  between,
  courseTable,
  disturbedTable,
  edgeTable,
  parameterTable,
  speedTable,
  wrongTable,
} from './control/report.mjs';
import { controlStepUs, plantSpeed } from './control/speed.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const rigIds = ['heat12V', 'reference'];
/** Of a good converter and of a poor bench, per conversion; and by how much a figure may be worse there. */
const noises = [
  { noiseLsbRms: 0.5, share: 1 },
  { noiseLsbRms: 1.5, share: moreInNoise },
];

const usage = `node tests/bench/control.mjs [--seed N] [--plants N] [--quick] [--docs]
  --seed N    of the drawn plants and the converters' noise (default 1)
  --plants N  drawn within tolerance (default 60, quick 6)
  --quick     fewer plants, one noise seed, no wrong parameters: less than a minute
  --docs      writes the results into docs/control.md`;

function wholeNumber(name, text, least) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} takes a whole number from ${least} up, not "${text}"`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      plants: { type: 'string' },
      quick: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
    },
  });
  const { quick, docs } = values;
  const seed = wholeNumber('seed', values.seed, 0);
  const plantCount = wholeNumber('plants', values.plants ?? (quick ? '6' : '60'), 1);
  return { quick, docs, seed, plantCount, noiseSeeds: quick ? 1 : 5 };
}

/** Everything that is to run, and how to read it. */
function planAll(product, { seed, plantCount, noiseSeeds, quick }) {
  const plan = new Plan();
  const [courses, edges, disturbances] = [[], [], []];
  let [wrong, base] = [[], null];
  for (const rigId of rigIds) {
    const rig = product.rigs[rigId];
    const plants = drawPlants(product, rig, plantCount, seed);
    const all = contestants(product, rig, seed);
    for (const noise of noises) {
      const common = { rig, plants, ...noise, seed, noiseSeeds };
      const entries = all.map((contestant) => addCourses(plan, { ...common, contestant }));
      courses.push({ rig, ...noise, entries });
    }
    const [contestant] = all;
    const { noiseLsbRms } = noises[0];
    edges.push({
      rig,
      entries: edgePlants(rig).map(({ name, parameters }) => {
        const edge = { rig, plants: [parameters], contestant, noiseLsbRms, seed, noiseSeeds: 0 };
        return { name, runs: addCourses(plan, edge).drawn };
      }),
    });
    disturbances.push({ rig, runs: addDisturbed(plan, { rig, plants, contestant, seed }) });
    if (rigId === rigIds[0]) {
      base = courses[0].entries[0].nominal;
      if (!quick) wrong = addWrong(plan, { rig, contestant, noiseLsbRms, seed, noiseSeeds: 3 });
    }
  }
  return { plan, courses, edges, disturbances, wrong, base };
}

async function main() {
  const options = readOptions();
  process.stderr.write('compiling\n');
  await build();
  const folder = join(project, 'dist');
  const product = await loadProduct(folder);
  const { plan, courses, edges, disturbances, wrong, base } = planAll(product, options);
  const results = await runAll(folder, plan.jobs);
  const { parameters } = product.rigs.heat12V;
  const given = product.parametersFor(parameters);
  const speed = {
    stepUs: controlStepUs(product, given),
    plantSecondsPerS: plantSpeed(product, parameters),
  };
  const text = [
    `Seed ${options.seed}, ${options.plantCount} drawn plants, nominal from ${options.noiseSeeds} noise seeds, ` +
      `Node ${process.version}. Cells: nominal [median, 95th percentile of the drawn plants].`,
    ...courses.map((entry) => courseTable(entry, results)),
    ...edges.map(({ rig, entries }) => edgeTable(rig, entries, results)),
    disturbedTable(disturbances, results),
    ...(wrong.length === 0 ? [] : [wrongTable(base, wrong, results)]),
    speedTable(speed),
  ].join('\n\n');
  process.stdout.write(`${text}\n`);
  if (!options.docs) return;
  const path = join(project, 'docs/control.md');
  const parameterText = parameterTable(product.controllerParametersSchema, given);
  const document = between(readFileSync(path, 'utf8'), 'control-benchmark', text);
  writeFileSync(path, between(document, 'control-parameters', parameterText));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}${error.message}\n${usage}\n`);
  process.exitCode = 1;
}
