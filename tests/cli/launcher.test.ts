/** What npm or npx has started ends with it, by whatever npm was ended, and nothing is left running (laws L3, L5). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { descentFromNpm, isCutOff } from '../../src/treatment/launcher.ts';
import type { ProcessTable } from '../../src/treatment/launcher.ts';
import { launcher, scratch } from './contrast.ts';

type Processes = Readonly<Record<number, readonly [parent: number, command: string]>>;

const tableOf = (processes: Processes): ProcessTable => ({
  parentOf: (pid) => processes[pid]?.[0] ?? null,
  commandOf: (pid) => processes[pid]?.[1] ?? null,
});

const byNpx: Processes = {
  40: [30, 'node /usr/bin/contrast demo'],
  30: [20, "sh -c 'contrast' demo"],
  20: [10, 'npm exec contrast demo'],
  10: [1, 'bash'],
};

describe('the descent from npm', () => {
  it.each<[string, Processes, number[]]>([
    ['by npx', byNpx, [40, 30]],
    ['by npm itself', { 40: [20, 'contrast'], 20: [10, 'npm run demo'], 10: [1, 'bash'] }, [40]],
    [
      'by npx, which has not named itself yet',
      { ...byNpx, 20: [10, 'node /usr/bin/npx contrast'] },
      [40, 30],
    ],
    [
      'by nobody of npm',
      { 40: [30, 'contrast'], 30: [20, 'sh -c contrast'], 20: [1, 'bash'] },
      [40],
    ],
    ['where the system tells nothing', { 40: [30, 'contrast'] }, [40]],
  ])('%s', (_case, processes, watched) => {
    const table = tableOf(processes);
    const descent = descentFromNpm(40, processes[40]![0], table);
    expect(descent.map(({ pid }) => pid)).toEqual(watched);
    expect(isCutOff(descent, table)).toBe(false);
  });

  it.each([
    [
      'npm has ended, and its shell was left behind',
      { ...byNpx, 30: [1, "sh -c 'contrast' demo"] },
    ],
    ['the shell has ended', { 40: [1, 'node /usr/bin/contrast demo'], 20: byNpx[20]! }],
    [
      'the shell has ended, and this process is told of it last',
      { 40: byNpx[40]!, 20: byNpx[20]! },
    ],
  ] as const)('is cut off where %s', (_case, now) => {
    const descent = descentFromNpm(40, 30, tableOf(byNpx));
    expect(isCutOff(descent, tableOf(now))).toBe(true);
  });

  it('is not cut off where the terminal below npm has ended: that may be wanted', () => {
    const descent = descentFromNpm(40, 30, tableOf(byNpx));
    expect(isCutOff(descent, tableOf({ ...byNpx, 20: [1, 'npm exec contrast demo'] }))).toBe(false);
  });
});

/** As npm does: a shell in between, which lives on. */
const npmScript = (words: readonly string[]): string => `
  process.title = 'npm exec contrast';
  const command = ${JSON.stringify(words.map((word) => `'${word}'`).join(' '))} + '; true';
  require('node:child_process').spawn('sh', ['-c', command], { stdio: 'inherit' });
`;

describe.runIf(process.platform === 'linux')('a program below npm', () => {
  it.each([
    ['SIGINT', 'demo', ['--port', '0'], /Ctrl-C stops/],
    ['SIGKILL', 'demo', ['--port', '0'], /Ctrl-C stops/],
    ['SIGKILL', 'run', ['--speed', '1', '--yes'], /selfTest/],
  ] as const)('%s to npm alone ends `contrast %s`', async (signal, command, options, ready) => {
    const words = [process.execPath, launcher, command, ...options, '--records', scratch()];
    const npm = spawn(process.execPath, ['-e', npmScript(words)], {
      env: { ...process.env, npm_command: 'exec', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    onTestFinished(() => {
      try {
        process.kill(-npm.pid!, 'SIGKILL');
      } catch {
        // Nobody of them is left, as it should be.
      }
    });
    let out = '';
    const began = new Promise<void>((resolve) => {
      npm.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (ready.test(out)) resolve();
      });
    });
    await began;
    process.kill(npm.pid!, signal);
    // Whoever has it open holds it open: its end is the end of all of them.
    await once(npm.stdout, 'end');
    expect(npm.exitCode ?? npm.signalCode).not.toBeNull();
  });
});
