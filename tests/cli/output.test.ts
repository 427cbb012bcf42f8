/** Whoever does not read what a run says holds nobody up, and whoever cannot be told is told so elsewhere. */
import { EventEmitter } from 'node:events';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Output, mostKeptBytes } from '../../src/cli/output.ts';
import type { Sink } from '../../src/cli/output.ts';
import { erasing, nothingDrawn, redrawn } from '../../src/cli/run-redraw.ts';
import { asCalled, calledAs } from '../../src/cli/terminal.ts';
import { outlivesTerminal } from '../../src/treatment/safe-exit.ts';
import { contrast, lastJson, project, recordIn, scratch } from './contrast.ts';

/** A stream that takes nothing until it is told to. */
class Halted extends EventEmitter {
  writableLength = 0;
  readonly written: string[] = [];
  #done: (() => void)[] = [];
  write(text: string, done?: () => void): boolean {
    this.written.push(text);
    this.writableLength += text.length;
    if (done !== undefined) this.#done.push(done);
    return false;
  }
  go(): void {
    this.writableLength = 0;
    for (const done of this.#done.splice(0)) done();
  }
}

const over = (sink: Halted, lost: string[] = []): Output =>
  new Output(sink as unknown as Sink, (why) => lost.push(why));

describe('the output', () => {
  it('keeps lines up to its bound, leaves out what is beyond, and says how many', () => {
    const sink = new Halted();
    const output = over(sink);
    const line = 'x'.repeat(1023);
    for (let count = 0; count < 3000; count += 1) output.line(line);
    expect(sink.writableLength).toBeLessThanOrEqual(mostKeptBytes + 1024);
    const kept = sink.written.length;
    sink.go();
    output.line('after');
    expect(sink.written.slice(kept)).toEqual([
      `… ${3000 - kept} lines were left out here: nobody read them\n`,
      'after\n',
    ]);
  });

  it('keeps what is said at the end, however much waits before it', () => {
    const sink = new Halted();
    const output = over(sink);
    sink.writableLength = 2 * mostKeptBytes;
    output.line('an event');
    output.keepAll();
    output.line('the summary');
    expect(sink.written.at(-1)).toBe('the summary\n');
    expect(sink.written.join('')).not.toContain('an event');
  });

  it('draws a view only where the one before was taken', () => {
    const sink = new Halted();
    const output = over(sink);
    const views = Array.from({ length: 1000 }, (_, index) => output.view(`${index}`.padEnd(500)));
    expect(views.filter(Boolean).length).toBeLessThan(12);
    sink.go();
    expect(output.view('again')).toBe(true);
  });

  it.each(['ENOSPC', 'EPIPE', 'EIO'])(
    'that fails with %s says so once, and never throws',
    (code) => {
      const sink = new Halted();
      const lost: string[] = [];
      const output = over(sink, lost);
      const failed = Object.assign(new Error('it failed'), { code });
      sink.emit('error', failed);
      sink.emit('error', failed);
      output.line('more');
      expect(output.view('more')).toBe(false);
      expect(lost).toEqual([code]);
      expect(sink.written).toEqual([]);
    },
  );

  it('is not waited for at the end for longer than somebody may need to read it', async () => {
    const sink = new Halted();
    const output = over(sink);
    output.line('nobody reads this');
    expect(await output.drained(5)).toBe(false);
    const read = new Halted();
    const other = over(read);
    other.line('somebody does');
    const drained = other.drained(60_000);
    read.go();
    expect(await drained).toBe(true);
  });
});

describe('the view', () => {
  it('takes the one before away by its lines, and clears a screen whose width has changed', () => {
    const first = redrawn(nothingDrawn, ['said'], ['a', 'b'], 80, 24);
    expect(first.text).toBe('said\na\nb\n');
    expect(redrawn(first.drawn, [], ['c'], 80, 24).text).toBe('\u001b[2A\u001b[0Jc\n');
    expect(redrawn(first.drawn, [], ['c'], 40, 24).text).toBe('\u001b[2J\u001b[Hc\n');
    expect(erasing(nothingDrawn, 80)).toBe('');
  });

  it('is never higher than the screen, so that all of it can be taken away again', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`);
    const { text, drawn } = redrawn(nothingDrawn, [], lines, 20, 10);
    expect(drawn.lines).toBe(9);
    expect(text.trimEnd().split('\n')).toEqual(lines.slice(-9));
  });
});

/** Pauses and goes on so often that what it says fills any pipe. */
const talkative = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => [
    '--act',
    `pause@${300 + 4 * index}`,
    '--act',
    `resume@${302 + 4 * index}`,
  ]).flat();

const launcher = join(project, 'src/cli/contrast.mjs');
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** Starts a run whose output goes to a reader that never reads. */
function unread(words: readonly string[], redirect: string) {
  const line = `exec ${quoted([process.execPath, launcher, ...words])} ${redirect}`;
  return spawn('bash', ['-c', line], { stdio: ['ignore', 'ignore', 'pipe'] });
}

describe.runIf(process.platform === 'linux')('a run that nobody reads', () => {
  const run = ['run', '--yes', '--json', '--seed', '1'];

  it('goes on to its end, in whole, and its record is complete', async () => {
    const folder = scratch();
    const words = [...run, '--speed', 'max', '--records', folder, ...talkative(300)];
    const child = unread(words, '> >(sleep 120)');
    await new Promise((resolve) => child.once('exit', resolve));
    // So many pauses keep the plate from its setpoint, and the end says so.
    expect(child.exitCode).toBe(7);
    expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome: 'undelivered' });
    expect(JSON.stringify(recordIn(folder)).length).toBeGreaterThan(300_000);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('hears %s in the middle of it', async (signal) => {
    const folder = scratch();
    const words = [...run, '--speed', '600', '--records', folder, ...talkative(300)];
    const child = unread(words, '> >(sleep 120)');
    const filled = (): boolean =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).length > 400_000);
    while (!filled()) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill(signal);
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.exitCode).toBe(4);
    expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome: 'stopped' });
  });

  it('with a full disk behind its output says so, goes on, and keeps its record', () => {
    const folder = scratch();
    const words = [...run, '--speed', 'max', '--records', folder];
    const line = `${quoted([process.execPath, launcher, ...words])} 2>&1 > /dev/full; echo "exit $?"`;
    const err = execFileSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(err).toContain('the output cannot be written (ENOSPC)');
    expect(err).toContain('exit 0');
    expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome: 'completed' });
  });

  it('with both outputs on a full disk keeps its record all the same', () => {
    const folder = scratch();
    const words = [...run, '--speed', 'max', '--records', folder];
    const line = `${quoted([process.execPath, launcher, ...words])} >/dev/full 2>/dev/full; echo "exit $?"`;
    expect(execFileSync('bash', ['-c', line], { encoding: 'utf8' })).toContain('exit 0');
    expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome: 'completed' });
  });
});

describe('the terminal', () => {
  it('takes an empty NO_COLOR for none, and nohup for a wish to go on', () => {
    expect(outlivesTerminal({ _: '/usr/bin/nohup' })).toBe(true);
    expect(outlivesTerminal({ _: '/usr/bin/node' })).toBe(false);
    expect(outlivesTerminal({})).toBe(false);
  });

  it.each([
    ['/usr/local/bin/contrast', {}, 'contrast'],
    ['/home/ann/host/node_modules/.bin/contrast', { npm_lifecycle_event: 'npx' }, 'npx contrast'],
    ['/home/ann/host/node_modules/.bin/contrast', { npm_command: 'exec' }, 'npx contrast'],
    ['/home/ann/host/src/cli/contrast.mjs', {}, 'node src/cli/contrast.mjs'],
    ['/opt/my host/contrast.mjs', {}, 'node "/opt/my host/contrast.mjs"'],
  ])('names commands as they were called: %s %j', (script, env, called) => {
    expect(calledAs(script, env, '/home/ann/host')).toBe(called);
    expect(asCalled('`contrast records show latest` reads it', called)).toBe(
      `\`${called} records show latest\` reads it`,
    );
    // A name is no command.
    expect(asCalled('contrast: no such file', called)).toBe('contrast: no such file');
  });

  it('still hears everything of a quick run', () => {
    const ran = contrast(['run', '--speed', 'max', '--yes', '--json', '--records', scratch()]);
    expect(lastJson(ran.out)).toMatchObject({ type: 'summary', outcome: 'completed' });
  });
});
