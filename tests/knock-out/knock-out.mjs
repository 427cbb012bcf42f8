/**
 * Takes one rule after the other out of the interlock table, lets the faults of the hazard log strike again, and keeps what
 * came of it for `docs/redundancy.md`: `node tests/knock-out/knock-out.mjs`, some minutes; then `npm run docs`.
 */
import { join } from 'node:path';
import { project, withModule } from '../evidence/load.mjs';
import { writeJson } from '../mutants/workshop.mjs';

await withModule('/tests/knock-out/knock-out.ts', async ({ allOfIt }) => {
  const words = ({ rule, outcome, objection }) => objection ?? rule ?? outcome;
  const found = await allOfIt(project, ({ rule, fault, moment, intact, without }) => {
    const now = without === null ? 'another rule is first' : words(without);
    process.stdout.write(`${rule}: ${fault} in ${moment}: ${words(intact)} / without: ${now}\n`);
  });
  writeJson(join(project, 'tests/knock-out/redundancy.json'), found);
});
