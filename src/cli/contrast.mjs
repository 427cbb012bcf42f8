#!/usr/bin/env node
/**
 * The `contrast` command. An installed package brings its compiled program along; in a checkout the sources are
 * compiled when they are newer than the last build.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(project, 'dist', 'src', 'cli', 'main.js');

function newestMs(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestMs(path) : statSync(path).mtimeMs);
  }
  return newest;
}

const isStale = () => {
  const built = join(project, 'dist', 'built');
  if (!existsSync(built)) return true;
  const builtMs = statSync(built).mtimeMs;
  if (statSync(join(project, 'tsconfig.build.json')).mtimeMs > builtMs) return true;
  return ['src', 'machines', 'hardware'].some(
    (folder) => newestMs(join(project, folder)) > builtMs,
  );
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `contrast needs Node 20.19 or newer; this is ${process.version}. Install a newer Node.\n`,
  );
  process.exit(2);
}
try {
  if (existsSync(join(project, 'tsconfig.build.json')) && isStale()) {
    const { build } = await import('./build.mjs');
    await build();
  }
} catch (error) {
  process.stderr.write(
    `${error.stdout ?? ''}The sources could not be compiled. Run \`npm ci\`, then try again.\n`,
  );
  process.exit(1);
}
const { main } = await import(pathToFileURL(program).href);
await main(process.argv);
