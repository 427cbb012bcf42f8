/** What is known of the computer: asked here, judged in `computer-checks.ts`. Nothing here throws. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../errors.ts';
import { limitsInForce } from '../limits/yaml-file.ts';
import { listRecords } from '../records/store.ts';
import { timeOfRecord } from './record-time.ts';

export interface ComputerFacts {
  /** `process.versions.node`. */
  readonly node: string;
  readonly program: ProgramFacts;
  /** Milliseconds since 1970, as the computer has it. */
  readonly wallMs: number;
  readonly records: RecordFacts;
  readonly limits: { readonly file: string | null; readonly problem: string | null };
}

export interface ProgramFacts {
  readonly version: string;
  /** `installed`: there are no sources to be compiled. */
  readonly build: 'fresh' | 'stale' | 'missing' | 'installed';
  readonly builtMs: number | null;
}

export interface RecordFacts {
  readonly folder: string;
  /** Why nothing can be written there; null where it can. */
  readonly problem: string | null;
  /** Room on its disk, in bytes; null where it is not known. */
  readonly freeBytes: number | null;
  readonly newest: NewestRecord | null;
}

export interface NewestRecord {
  readonly id: string;
  readonly kind: 'intact' | 'altered' | 'truncated' | 'unreadable';
  readonly words: string;
  /** When it was begun, by the computer's clock; null where its name does not tell. */
  readonly atMs: number | null;
}

export interface ComputerChoice {
  readonly version: string;
  readonly recordsFolder: string;
  readonly limitsFile: string | undefined;
}

export function computerFacts(choice: ComputerChoice): ComputerFacts {
  return {
    node: process.versions.node,
    program: programFacts(choice.version, projectFolder()),
    wallMs: Date.now(),
    records: recordFacts(choice.recordsFolder),
    limits: { file: choice.limitsFile ?? null, problem: limitsProblem(choice.limitsFile) },
  };
}

/** The folder with package.json, from the sources and from the compiled program alike. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!fs.existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

const sourceFolders = ['src', 'machines', 'hardware'] as const;

export function programFacts(version: string, project: string): ProgramFacts {
  const builtMs = modifiedMs(join(project, 'dist', 'built'));
  const build = (): ProgramFacts['build'] => {
    if (!fs.existsSync(join(project, 'tsconfig.build.json'))) return 'installed';
    if (builtMs === null) return 'missing';
    const newest = Math.max(...sourceFolders.map((name) => newestMs(join(project, name))));
    return newest > builtMs ? 'stale' : 'fresh';
  };
  return { version, build: build(), builtMs };
}

function modifiedMs(path: string): number | null {
  try {
    return fs.statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

function newestMs(folder: string): number {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const times = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestMs(path) : (modifiedMs(path) ?? 0);
  });
  return Math.max(0, ...times);
}

function recordFacts(folder: string): RecordFacts {
  let existing = folder;
  while (!fs.existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  return {
    folder,
    problem: writeProblem(folder, existing),
    freeBytes: freeBytes(existing),
    newest: newestRecord(folder),
  };
}

/** Permissions are not enough: a full or read-only disk says so only when something is written and synced. */
function writeProblem(folder: string, existing: string): string | null {
  const probe = join(existing, `.contrast-doctor-${process.pid}`);
  try {
    // Where the folder is missing it has to be made in the one that is there.
    if (existing === folder) {
      const file = fs.openSync(probe, 'wx', 0o600);
      try {
        fs.writeSync(file, 'written by contrast doctor');
        fs.fsyncSync(file);
      } finally {
        fs.closeSync(file);
      }
    } else {
      fs.mkdirSync(probe, 0o700);
    }
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  } finally {
    try {
      fs.rmSync(probe, { recursive: true, force: true });
    } catch {
      // It could not be made, or will be found as what it says it is.
    }
  }
}

function freeBytes(existing: string): number | null {
  try {
    const { bavail, bsize } = fs.statfsSync(existing);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function newestRecord(folder: string): NewestRecord | null {
  try {
    const [record] = listRecords(folder, 1).records;
    if (record === undefined) return null;
    const { id } = record;
    const atMs = timeOfRecord(id);
    if ('problem' in record) return { id, kind: 'unreadable', words: record.problem, atMs };
    const { verdict, text, because } = record.verification;
    return { id, kind: verdict.kind, words: `${text} (${because})`, atMs };
  } catch (thrown) {
    return { id: folder, kind: 'unreadable', words: messageOf(thrown), atMs: null };
  }
}

function limitsProblem(file: string | undefined): string | null {
  try {
    limitsInForce(file);
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  }
}
