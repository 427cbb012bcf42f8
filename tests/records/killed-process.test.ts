/**
 * A real child process writes a record as fast as it can and is killed without warning. The child
 * is plain JavaScript: the journal is compiled for it once, into a temporary folder.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyRecord } from '../../src/records/verify.ts';
import { compileJournal } from './fixtures/compile-journal.ts';

const writer = fileURLToPath(new URL('fixtures/write-until-killed.mjs', import.meta.url));
let compiled: ReturnType<typeof compileJournal>;

beforeAll(() => {
  compiled = compileJournal();
});
afterAll(() => {
  fs.rmSync(compiled.folder, { recursive: true });
});

interface Kill {
  /** Killed once it has confirmed so many lines … */
  readonly killAt: number;
  readonly characters: number;
  /** … and, where true, at the moment at which the file is seen to grow: in the midst of a write. */
  readonly inWrite: boolean;
}

/** Runs the writer until it is killed; returns the last line that it confirmed. */
async function writeUntilKilled(folder: string, { killAt, characters, inWrite }: Kill) {
  const child = spawn(process.execPath, [writer, compiled.journal, folder, String(characters)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    said += chunk;
    if (child.killed || lastWhole(said) < killAt) return;
    if (inWrite) waitForGrowth(folder);
    child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { signal, confirmed: lastWhole(said) };
}

const lastWhole = (said: string): number => Number(said.split('\n').at(-2) ?? 0);

/** Watches as closely as a process can; gives up after very many looks. */
function waitForGrowth(folder: string): void {
  const path = join(folder, fs.readdirSync(folder)[0] ?? '');
  const { size } = fs.statSync(path);
  for (let look = 0; look < 1e6 && fs.statSync(path).size === size; look += 1);
}

// Long lines take the system many pages, so that a kill can fall into the middle of one.
const kills: readonly Kill[] = [
  ...[1, 2, 3, 5, 8, 13, 34, 89, 233, 610].map((killAt) => ({
    killAt,
    characters: 10,
    inWrite: false,
  })),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 13, 21].map((killAt) => ({
    killAt,
    characters: 1_000_000,
    inWrite: true,
  })),
];

test.each(kills)(
  'killed after line $killAt of $characters characters: every confirmed line is whole',
  async (kill) => {
    const folder = join(compiled.folder, `${kill.killAt}-${kill.characters}`);
    const { signal, confirmed } = await writeUntilKilled(folder, kill);
    expect(signal).toBe('SIGKILL');
    expect(confirmed).toBeGreaterThanOrEqual(kill.killAt);

    const [name, ...others] = fs.readdirSync(folder);
    expect(others).toStrictEqual([]);
    const bytes = fs.readFileSync(join(folder, name ?? ''));
    const { text, provenLines } = verifyRecord(bytes);
    // The header is line 1, so note n is line n + 1. One more may be written and not confirmed.
    expect(provenLines).toBeGreaterThanOrEqual(confirmed + 1);
    expect(provenLines).toBeLessThanOrEqual(confirmed + 2);
    expect(text).toBe(`truncated after line ${provenLines}`);
    fs.rmSync(folder, { recursive: true });
  },
  60_000,
);
