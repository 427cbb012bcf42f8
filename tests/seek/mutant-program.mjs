/** The compiled program with a mistake in it: a copy, beside the packages that it needs. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../mutants/workshop.mjs';

const folders = ['src', 'machines', 'hardware'];

/** @param mutant null for the program as it is */
export async function openProgram(mutant) {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-mutant-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of folders)
    cpSync(join(project, 'dist', name), join(folder, 'dist', name), { recursive: true });
  cpSync(join(project, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  if (mutant !== null) {
    const file = join(folder, 'dist', mutant.path);
    writeFileSync(file, spoilt(mutant, readFileSync(file, 'utf8')));
  }
  const load = (path) => import(pathToFileURL(join(folder, 'dist/src/evidence/seek', path)).href);
  const [{ tryScenario }, { seek, isSettled }] = [await load('trial.js'), await load('seek.js')];
  return { tryScenario, seek, isSettled };
}

function spoilt({ id, path, edits }, sound) {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${id} cannot be made: ${path} has changed`);
    return text.replace(from, () => to);
  }, sound);
}
