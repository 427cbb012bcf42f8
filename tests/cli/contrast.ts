/** The real command, as a child process: what a person types, sees and gets as an exit code. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { shortPrescription } from '../treatment/rig.ts';

export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const launcher = join(project, 'src/cli/contrast.mjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function contrast(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

/** An empty folder that goes when the test ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The words that choose the short treatment, for what is the same however long one is. */
export function shortly(): string[] {
  const path = join(scratch(), 'short.yaml');
  // JSON is YAML.
  writeFileSync(path, JSON.stringify(shortPrescription));
  return ['--prescription', path];
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when the output first matches. */
  saw(pattern: RegExp): Promise<void>;
  /** The same for what it says on the side. */
  sawErr(pattern: RegExp): Promise<void>;
  readonly ended: Promise<Ran>;
}

/** Starts the command and leaves it running. It is killed when the test ends, whatever happens. */
export function start(args: readonly string[]): Running {
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const said = { out: '', err: '' };
  const waiting: { from: keyof typeof said; pattern: RegExp; done: () => void }[] = [];
  const hear = (from: keyof typeof said) => (text: string) => {
    said[from] += text;
    for (const one of waiting) if (one.from === from && one.pattern.test(said[from])) one.done();
  };
  const saw = (from: keyof typeof said) => (pattern: RegExp) =>
    new Promise<void>((done) => {
      if (pattern.test(said[from])) done();
      else waiting.push({ from, pattern, done });
    });
  child.stderr.setEncoding('utf8').on('data', hear('err'));
  child.stdout.setEncoding('utf8').on('data', hear('out'));
  return {
    child,
    saw: saw('out'),
    sawErr: saw('err'),
    ended: new Promise((done) => {
      child.on('close', (code) => {
        done({ code, ...said });
      });
    }),
  };
}

/** The lines of the only record in a folder. */
export function recordIn(folder: string): Record<string, unknown>[] {
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return readFileSync(join(folder, name ?? 'none'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export const lastJson = (out: string): Record<string, unknown> =>
  JSON.parse(out.trimEnd().split('\n').at(-1) ?? 'null') as Record<string, unknown>;

/** A port of this computer that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const { port } = taken.address() as AddressInfo;
      taken.close(() => {
        found(port);
      });
    });
  });
