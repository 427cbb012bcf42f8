/** Before any test: the command is compiled, once, so that no test has to and none meets another's build half-way. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export default function setup(): void {
  const launcher = join(dirname(fileURLToPath(import.meta.url)), '../src/cli/contrast.mjs');
  // Where it does not compile, the tests of the command say so; the others can still be run.
  spawnSync(process.execPath, [launcher, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
