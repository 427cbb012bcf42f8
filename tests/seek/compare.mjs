/**
 * How long each method takes to find each mistake, in treatments and in seconds of the processor.
 * `node tests/seek/compare.mjs [--only ID] [--method NAME] [--seconds N] [--seed N] [--json FILE]`; exit code 1 where
 * climbing does not find one within the time.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeJson } from '../mutants/workshop.mjs';
import { openProgram } from './mutant-program.mjs';
import { mutants } from './mutants.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    method: { type: 'string', multiple: true, default: ['climb', 'random'] },
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    one: { type: 'boolean', default: false },
  },
});
const limitS = Number(options.seconds);

const usedS = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** One search, in a process of its own: what another has warmed up would count. */
async function search(mutant, method) {
  const { seek, tryScenario } = await openProgram(mutant);
  const isFound = ({ nearest }) => (nearest[mutant.property]?.margin ?? 1) < 0;
  const course = await seek({
    method,
    seed: Number(options.seed),
    treatments: 1_000_000,
    tryAll: async (scenarios) => {
      const results = [];
      for (const scenario of scenarios) results.push(await tryScenario(scenario));
      return results;
    },
    isOver: (now) => isFound(now) || usedS() >= limitS,
  });
  const one = course.nearest[mutant.property];
  return {
    id: mutant.id,
    property: mutant.property,
    method,
    found: isFound(course),
    margin: one?.margin ?? null,
    runs: isFound(course) ? one.run : course.runs,
    seconds: Math.round(usedS()),
    scenario: isFound(course) ? one.sought.scenario : null,
  };
}

function inItsOwnProcess({ id }, method) {
  const own = ['--one', '--only', id, '--method', method];
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--max-semi-space-size=96',
      fileURLToPath(import.meta.url),
      ...own,
      '--seconds',
      options.seconds,
      '--seed',
      options.seed,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${id} by ${method}: the search failed`);
  return JSON.parse(stdout);
}

const chosen = mutants.filter(({ id }) => options.only?.includes(id) ?? true);
if (options.one) {
  process.stdout.write(JSON.stringify(await search(chosen[0], options.method[0])));
} else {
  const results = [];
  for (const mutant of chosen) {
    for (const method of options.method) {
      const result = inItsOwnProcess(mutant, method);
      results.push(result);
      const { found, runs, seconds } = result;
      process.stdout.write(
        `${mutant.id} by ${method}: ${found ? 'found' : 'not found'} in ${runs} treatments, ${seconds} s\n`,
      );
      if (options.json !== undefined) writeJson(options.json, { results });
    }
  }
  process.exitCode = results.every(({ method, found }) => method !== 'climb' || found) ? 0 : 1;
}
