/** Before any test: the command is compiled, once, so that no test has to and none meets another's build half-way. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export default function setup(): void {
  const launcher = join(dirname(fileURLToPath(import.meta.url)), '../src/cli/contrast.mjs');
  execFileSync(process.execPath, [launcher, '--version'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
