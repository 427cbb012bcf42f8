/** A compiled test program that answers each line with one, at once: so that a test can drive it step by step. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles a program into a folder of its own. @param libraries come last on the command line */
export function compile(
  compiler: string,
  args: readonly string[],
  libraries: readonly string[] = [],
): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-program-'));
  const path = join(folder, 'program');
  execFileSync(compiler, [...args, '-o', path, ...libraries]);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export class LineProgram {
  readonly #folder = mkdtempSync(join(tmpdir(), 'contrast-line-'));
  readonly #process: ChildProcess;
  readonly #input: number;
  readonly #output: number;
  readonly #buffer = Buffer.alloc(1 << 20);

  constructor(program: string, args: readonly string[] = []) {
    const input = join(this.#folder, 'in');
    const output = join(this.#folder, 'out');
    execFileSync('mkfifo', [input, output]);
    this.#input = openSync(input, 'r+');
    this.#output = openSync(output, 'r+');
    // One that dies still leaves a line, so that nobody waits for it.
    // Its processor time has an end: one that goes round for ever outlives whoever was killed waiting for it.
    const bounded = 'ulimit -t 900; "$0" "$@" 2>&1; echo died';
    this.#process = spawn('sh', ['-c', bounded, program, ...args], {
      stdio: [this.#input, this.#output, 'inherit'],
      detached: true,
    });
  }

  ask(line: string): string {
    writeSync(this.#input, `${line}\n`);
    let answer = '';
    while (!answer.endsWith('\n')) {
      const length = readSync(this.#output, this.#buffer);
      answer += this.#buffer.toString('latin1', 0, length);
    }
    if (answer.includes('died')) throw new Error(`the program has died: ${answer}`);
    return answer.trimEnd();
  }

  close(): void {
    if (this.#process.pid !== undefined) process.kill(-this.#process.pid, 'SIGKILL');
    closeSync(this.#input);
    closeSync(this.#output);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
