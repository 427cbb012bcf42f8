/**
 * Every command that README and docs show is run, in the order of its page, as somebody would who has just installed it.
 * What cannot be run here is named, with the reason.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/errors.ts';
import { server } from '../server/server.ts';
import { hasAvrTools } from '../firmware/tools.ts';
import { commandsInText, commandsOf, pages } from './command-blocks.ts';
import type { ShownCommand } from './command-blocks.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const launcher = join(project, 'src/cli/contrast.mjs');
const folder = mkdtempSync(join(tmpdir(), 'contrast-commands-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const has = (program: string): boolean =>
  spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;

const notHere: Readonly<Record<string, string>> = {
  'npm ci && npm test': 'it is what runs this test',
  'npm ci': 'it was done before this test could run',
  'npx vitest run tests/limits': 'these tests run beside this one',
  'npx vitest run tests/limits/presets.test.ts': 'these tests run beside this one',
  "npx vitest run tests/limits -t 'standard preset'": 'these tests run beside this one',
  'npm run check': '`npm test` begins with it',
  'npm test': 'it is what runs this test',
  'sudo apt-get install avrdude': 'needs root',
  'sudo apt-get install gcc-avr avr-libc arduino-core-avr': 'needs root; `npm test` installs them',
  'contrast firmware flash': 'needs a board',
  'contrast firmware flash --board /dev/serial/by-id/usb-Arduino…': 'needs a board',
  'contrast firmware flash --bootloader old': 'needs a board',
  'contrast run --board auto --site calf-left --clinician "Dr. Ann" --override "seen today, no nerve damage"':
    'needs a board, and a person',
  'contrast simulate --seek --treatments 2000 --corpus worst.jsonl':
    'takes hours; tests/seek runs it shorter',
  'contrast simulate --seek --compare --treatments 500 --plot margins.svg':
    'takes an hour; tests/seek runs it shorter',
  'contrast simulate --replay ID --corpus worst.jsonl':
    'needs what the search has kept; tests/seek runs it',
};

/** Real values for what stands for one. */
let values: readonly (readonly [shown: RegExp, real: string])[] = [];

const shown = pages.flatMap(commandsOf);
interface Ran {
  readonly status: number;
  readonly output: string;
}

async function shell(command: string): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], {
      cwd: folder,
      env: { ...process.env, CONTRAST_RECORDS: join(folder, 'records') },
      maxBuffer: 1e8,
    });
    return { status: 0, output: stdout + stderr };
  } catch (thrown) {
    const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string };
    return { status: code, output: stdout + stderr };
  }
}

/** As it is run here: this checkout's program for the installed one, and real values. */
function real(command: string): string {
  const own = command
    .replace('npm ci && ', '')
    .replaceAll(/(?:npx )?\bcontrast (?=[a-z-])/g, `'${process.execPath}' '${launcher}' `);
  return values.reduce((so, [what, value]) => so.replaceAll(what, () => value), own);
}

/** With a server of this test, where the command asks one. */
async function withServer(command: string): Promise<string> {
  if (!command.includes('http://127.0.0.1:808')) return command;
  const { url, supervisor } = await server({ device: { speed: 60 } });
  const stopUrl = `http://127.0.0.1:${supervisor.state.stopPort}`;
  return command
    .replaceAll('http://127.0.0.1:8080', url)
    .replaceAll('http://127.0.0.1:8081', stopUrl);
}

/** `prescription show|check|schema` is three commands, and what they take is told by each. */
function usages({ command }: ShownCommand): string[] {
  const words = command.split(' ').filter((word) => /^[a-z|-]+$/.test(word));
  const last = words.at(-1) ?? '';
  return last.split('|').map((one) => [...words.slice(0, -1), one, '--help'].join(' '));
}

/** Nothing said: it is to work. */
const promised = ({ beside }: ShownCommand): number =>
  Number(/exit code (\d+)/.exec(beside)?.[1] ?? exitCodes.completed);

/** Those that run until somebody ends them. */
const goesOn = (command: string): boolean => /^(?:npx )?contrast (?:serve|demo)\b/.test(command);

async function runsUntilEnded(command: string): Promise<string> {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: folder,
    env: { ...process.env, CONTRAST_RECORDS: join(folder, 'served') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const ended = once(child, 'close');
  while (!/http:\/\/\S+/.test(output) && child.exitCode === null)
    await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended]);
  child.kill('SIGTERM');
  await ended;
  return output;
}

beforeAll(async () => {
  symlinkSync(join(project, 'docs'), join(folder, 'docs'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  const first = await shell(real('contrast run --speed max --yes'));
  if (first.status !== 0) throw new Error(first.output);
  const records = join(folder, 'records');
  const name = readdirSync(records).find((one) => one.endsWith('.jsonl'))!;
  const recordFile = join(records, name);
  values = [
    [/--port 8080 --stop-port 8081/g, '--port 0'],
    [/\bFILE\b/g, `'${recordFile}'`],
    [/\bID\b/g, 'latest'],
    [/\bDIR\b/g, join(folder, 'out')],
    [/ \[--rig R\]/g, ''],
  ];
});

const runs = shown.filter((one) => notHere[one.command] === undefined && !one.usage);
const hasItsTools = (one: ShownCommand): boolean =>
  !(one.command.startsWith('contrast firmware build') && !hasAvrTools) &&
  !(one.command.startsWith('python3') && !has('python3')) &&
  !(one.command.includes('curl') && !has('curl'));

describe('every command that is shown', () => {
  it('is found: so many lines are too few to be all', () => {
    expect(shown.length).toBeGreaterThan(50);
    for (const { page, command } of shown)
      expect(`${page}: ${command}`).toMatch(/: (?:contrast|npx|npm|curl|python3|sudo|SERVER=)/);
  });

  it('that is not run is still shown, and none is left out that is not', () => {
    const all = shown.map(({ command }) => command);
    expect(Object.keys(notHere).filter((command) => !all.includes(command))).toEqual([]);
  });

  for (const one of runs)
    it.runIf(hasItsTools(one))(`${one.page}: ${one.command}`, async () => {
      if (goesOn(one.command)) {
        expect(await runsUntilEnded(real(one.command))).toMatch(/http:\/\//);
        return;
      }
      const { status, output } = await shell(await withServer(real(one.command)));
      expect([status, output.slice(-2000)]).toEqual([promised(one), expect.any(String)]);
      expect(output).not.toMatch(/error: unknown/);
    });

  it.for(shown.filter((one) => one.usage && notHere[one.command] === undefined))(
    '$page: $command, as it is used',
    async (one) => {
      for (const usage of usages(one)) {
        const { status, output } = await shell(real(usage));
        expect([usage, status, output.split('\n')[0]]).toEqual([
          usage,
          0,
          expect.stringMatching(/^Usage: contrast/),
        ]);
      }
    },
  );
});

describe('a command in a sentence', () => {
  const inText = [...new Set(pages.flatMap(commandsInText))].filter(
    (one) => !one.includes('COMMAND'),
  );

  it.for(inText)('%s: knows its words and its options', async (command) => {
    const words = command.split(' ').slice(1);
    const at = words.findIndex((word) => !/^[a-z][a-z-]*$/.test(word));
    const names = at < 0 ? words : words.slice(0, at);
    // The last of them may be a value, as in `explain latest`.
    const asked = await shell(real(['contrast', ...names.slice(0, 2), '--help'].join(' ')));
    const { status, output } = asked;
    expect([command, status]).toEqual([command, 0]);
    const options = [...command.matchAll(/ (--[a-z][a-z-]*)/g)].map(([, option = '']) => option);
    for (const option of options) expect(output, command).toContain(option);
  });
});
