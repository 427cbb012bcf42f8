/** Looks for the largest error that no check sees, cause by cause, and keeps it for the page of the world. */
import { writeFileSync } from 'node:fs';

const compiled = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { sizedCauses } = await compiled('hardware/plant/sized-causes.js');
const { largestUnseen } = await compiled('src/evidence/world/unseen.js');
const { runWorldScenario } = await compiled('src/evidence/world/run-world-scenario.js');

const found = [];
for (const cause of sizedCauses) {
  const unseen = await largestUnseen(cause, (scenario) => runWorldScenario(scenario));
  found.push(unseen);
  process.stdout.write(`${JSON.stringify(unseen)}\n`);
}
const file = new URL('long-runs/unseen.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ causes: found }, null, 2)}\n`);
