/** Replays what is kept of each mistake, on the sound program and on the mistaken one: one line of JSON each. */
import { mutants } from './mutants.mjs';
import { openProgram } from './mutant-program.mjs';

const only = process.argv.slice(2);
const sound = await openProgram(null);
for (const mutant of mutants.filter(({ id }) => only.length === 0 || only.includes(id))) {
  const { id, property, found } = mutant;
  const margins = [];
  for (const program of [sound, await openProgram(mutant)]) {
    const sought = await program.tryScenario(found);
    margins.push(sought.margins[property]);
    if (process.env.VERBOSE)
      console.error(
        id,
        property,
        sought.outcome,
        sought.rule,
        sought.durationS,
        sought.plateMinC,
        sought.plateMaxC,
        JSON.stringify(sought.margins),
        JSON.stringify(sought.violations),
      );
  }
  const [soundMargin, mistakenMargin] = margins;
  process.stdout.write(`${JSON.stringify({ id, property, soundMargin, mistakenMargin })}\n`);
}
