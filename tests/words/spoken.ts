/** What somebody at a terminal gets to read, in one language: the real command in this process, and its views as they are drawn. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Tongue } from '../../src/words/tongue.ts';

export interface Folder {
  readonly path: string;
  leave(): void;
}

export function scratchFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'contrast-words-'));
  return {
    path,
    leave: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** What the command says, on both outputs. */
export async function said(tongue: Tongue, args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(text);
  };
  const terminal: Terminal = {
    out: say,
    err: say,
    interactive: false,
    colour: false,
    // Whatever is said to the end of its line is one line here.
    columns: 10_000,
    tongue,
  };
  const { exitCode } = process;
  try {
    await main(['node', 'contrast', ...args], terminal);
  } finally {
    process.exitCode = exitCode;
  }
  return lines.join('\n');
}

export function fileIn(folder: string, name: string, content: object): string {
  const path = join(folder, name);
  // JSON is YAML.
  writeFileSync(path, JSON.stringify(content));
  return path;
}

export const recordsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
