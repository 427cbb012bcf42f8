/**
 * What every deliberate mistake needs: a copy of the project to make it in, and a program that is run there and is
 * killed, with all that it has started, when it takes too long.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The source of a file of the project. */
export const sourceOf = (path) => readFileSync(join(project, path), 'utf8');

const isProgram = (path) => /^(?:src|machines|hardware)\/.*\.(?:tsx?|cpp|ino|h)$/.test(path);
const linesIn = (path) => sourceOf(path).trimEnd().split('\n').length;

/** Lines of some files, and of the whole program. */
export function linesOf(paths) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  });
  const program = [...new Set(listed.split('\n'))].filter(
    (path) => isProgram(path) && existsSync(join(project, path)),
  );
  const sum = (list) => list.reduce((total, path) => total + linesIn(path), 0);
  return { mutated: sum(paths), of: sum(program) };
}

/** What has been begun and has to be ended, also where somebody interrupts. */
const endings = new Set();
// What runs in a folder ends before the folder does.
process.once('exit', () => [...endings].toReversed().forEach((end) => end()));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** A copy of the project; git is there for the tests that list files. */
export function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-workshop-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  });
  // A link to the packages is listed like a file.
  const paths = listed.split('\n').filter((path) => path !== '' && path !== 'node_modules');
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(project, path), join(folder, path));
  }
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('git', ['init', '-q'], { cwd: folder });
  // A link is no folder, which is what the project's own list of ignored files names.
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  const close = () => {
    endings.delete(close);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  endings.add(close);
  /** As the files were copied: the project itself may have changed since. */
  const sound = new Map();
  return {
    folder,
    spoil(path, text) {
      const file = join(folder, path);
      if (!sound.has(path)) sound.set(path, readFileSync(file, 'utf8'));
      writeFileSync(file, text);
    },
    mend: (path) => writeFileSync(join(folder, path), sound.get(path)),
    close,
  };
}

/** A Node program in a group of its own, and the end of that whole group. */
export function startNode(args, options) {
  const child = spawn(process.execPath, args, { detached: true, ...options });
  const kill = () => {
    endings.delete(kill);
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All of it has ended by itself.
    }
  };
  endings.add(kill);
  child.once('exit', kill);
  return { child, kill };
}

/** Whether a Node program ends well within the time: `passed`, `failed` or `too long`. */
export const outcomeOf = (folder, args, limitMs) =>
  new Promise((resolve) => {
    const { child, kill } = startNode(args, { cwd: folder, stdio: 'ignore' });
    const limit = setTimeout(() => {
      resolve('too long');
      kill();
    }, limitMs);
    child.once('exit', (code) => {
      clearTimeout(limit);
      resolve(code === 0 ? 'passed' : 'failed');
    });
  });

/** Shares a list among so many workers: each takes from the same queue until it is empty. */
export function together(items, workers, work) {
  const queue = items.values();
  return Promise.all(Array.from({ length: workers }, () => work(queue)));
}

export const writeJson = (file, content) =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
