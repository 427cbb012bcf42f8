import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contrast, project, recordIn, scratch } from './contrast.ts';

const good = `name: Test
rotations: 3
cold: { setpointC: 12, minutes: 10 }
hot: { setpointC: 40, minutes: 10 }
finalCold: { minutes: 10 }
rampCPerS: 0.25
`;

/** Runs with this prescription file; asserts that nothing was recorded or driven. */
function withPrescription(text: string | Buffer) {
  const folder = scratch();
  const file = join(folder, 'rx.yaml');
  writeFileSync(file, text);
  const records = join(folder, 'records');
  const ran = contrast([
    'run',
    '--speed',
    'max',
    '--yes',
    '--prescription',
    file,
    '--records',
    records,
  ]);
  expect(existsSync(records)).toBe(false);
  return ran;
}

describe('bad options', () => {
  it.each<[string, string[], string]>([
    ['an unknown option', ['run', '--sped', '3'], '--sped'],
    ['an unknown command', ['rum'], 'rum'],
    ['a speed that is no number', ['run', '--speed', 'fast'], 'max'],
    ['a speed of NaN', ['run', '--speed', 'NaN'], 'max'],
    ['a negative speed', ['run', '--speed', '-1'], 'speed'],
    ['a seed that is no whole number', ['run', '--seed', '1.5'], 'seed'],
    ['an unknown fault', ['run', '--fault', 'plate-a-opne@900'], 'plate-a-open'],
    ['a fault without a time', ['run', '--fault', 'plate-a-open'], 'SECONDS'],
    ['a fault at no number', ['run', '--fault', 'plate-a-open@NaN'], 'SECONDS'],
    ['an unknown act', ['run', '--act', 'dance@9'], 'dance'],
    ['an unknown rig', ['run', '--rig', 'huge'], 'reference'],
    ['an unknown board', ['run', '--board', 'simulatd', '--yes'], 'yes'],
    ['an unknown preset', ['run', '--yes', '--prescription', 'seed-spams'], 'seed-spasm'],
    ['an unreadable file', ['run', '--yes', '--prescription', './nowhere.yaml'], 'nowhere.yaml'],
    ['an unreadable limits file', ['run', '--yes', '--limits', './nowhere.yaml'], 'nowhere.yaml'],
  ])('%s: exit code 2 and a message that helps', (_what, args, words) => {
    const ran = contrast(args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(words);
    expect(ran.err).not.toMatch(/\bat .*\.js:\d+|\[object Object\]/);
  });

  it('a device that may not be given the treatment of the trials is refused, not a defect', () => {
    const ran = contrast(['faults', '--rig', 'firstRevision', '--seeds', '1']);
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('39 °C is the most');
    expect(ran.err).not.toContain('DEFECT');
  });

  it('shows a stack only with --debug', () => {
    const args = ['run', '--yes', '--prescription', './nowhere.yaml'];
    expect(contrast(args).err).not.toContain('.js:');
    expect(contrast(['--debug', ...args]).err).toContain('.js:');
  });
});

describe('bad prescriptions', () => {
  it.each<[string, string | Buffer, number, RegExp]>([
    [
      'malformed YAML',
      good.replace('{ setpointC: 12,', '{ setpointC: 12'),
      2,
      /rx\.yaml:\d+:\d+.*YAML_MALFORMED/s,
    ],
    [
      'a wrong type',
      good.replace('setpointC: 12', 'setpointC: cold'),
      2,
      /rx\.yaml:3:\d+.*cold\.setpointC.*PRESCRIPTION_INVALID/s,
    ],
    ['NaN', good.replace('setpointC: 40', 'setpointC: .nan'), 2, /rx\.yaml:4:\d+.*hot\.setpointC/s],
    [
      'a unit slip',
      good.replace('setpointC: 40', 'setpointC: 104'),
      6,
      /rx\.yaml:4:\d+.*hot\.setpointC.*104.*40/s,
    ],
    [
      'wider than the limits',
      good.replace('setpointC: 40', 'setpointC: 42.5'),
      6,
      /rx\.yaml:4:\d+.*42\.5.*42.*LIMITS_EXCEEDED/s,
    ],
    ['more dose than allowed', good.replace('setpointC: 40', 'setpointC: 41.5'), 6, /CEM43|dose/i],
    ['no cold finish', good.replace('finalCold: { minutes: 10 }\n', ''), 2, /finalCold/],
    ['a binary file', Buffer.from([0, 255, 1, 2, 3]), 2, /rx\.yaml/],
    ['an empty file', '', 2, /rx\.yaml/],
  ])('%s', (_what, text, code, words) => {
    const ran = withPrescription(text);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(words);
  });
});

describe('bad record folders', () => {
  it('a file in place of the folder', () => {
    const file = join(scratch(), 'records');
    writeFileSync(file, '');
    const ran = contrast(['run', '--speed', 'max', '--yes', '--records', file]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(file);
    expect(ran.err).toContain('RECORD_UNWRITABLE');
  });

  it('a folder that nobody may write', () => {
    const ran = contrast(['run', '--speed', 'max', '--yes', '--records', '/proc/contrast']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('/proc/contrast');
  });

  it('a disk that fills up: power off, exit code 5, whole lines only', () => {
    const folder = scratch();
    // The system's own file size limit, in KiB blocks: writes fail in the middle of the treatment.
    const command = `ulimit -f 200; exec "$0" src/cli/contrast.mjs run --speed max --yes --records "$1"`;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', command, process.execPath, folder],
      {
        cwd: project,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(5);
    expect(stdout).toContain('FAULTED');
    expect(stdout + stderr).toContain('RECORD_UNWRITABLE');
    expect(recordIn(folder).length).toBeGreaterThan(100);
  });
});

describe('bad boards', () => {
  it('emulated-standard is unguarded: refused without --bench, exit code 6', () => {
    const ran = contrast([
      'run',
      '--board',
      'emulated-standard',
      '--speed',
      'max',
      '--yes',
      '--records',
      scratch(),
    ]);
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('BOARD_UNGUARDED');
    expect(ran.err).toContain('--bench');
  });

  it('nobody there to answer the screening: refused, exit code 6', () => {
    const folder = join(scratch(), 'records');
    const ran = contrast(['run', '--speed', 'max', '--records', folder]);
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('NOT_SCREENED');
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['--yes', ['--yes']],
    ['--speed', ['--speed', '60']],
    ['--fault', ['--fault', 'plate-a-open@9']],
  ])('%s has no place on a real board', (flag, args) => {
    const ran = contrast(['run', '--board', '/dev/ttyACM7', ...args]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(flag);
  });

  it('a missing port', () => {
    const ran = contrast(['run', '--board', '/dev/ttyNOWHERE', '--bench', '--records', scratch()]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('/dev/ttyNOWHERE');
    expect(ran.err).toContain('PORT_MISSING');
  });
});

const hasSocat = spawnSync('sh', ['-c', 'command -v socat']).status === 0;

/** A real serial port (a pseudo terminal) with somebody at the other end. */
async function portAnsweredBy(shell: string): Promise<string> {
  const port = join(scratch(), 'tty');
  const socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, `system:${shell}`], {
    stdio: 'ignore',
    detached: true,
  });
  onTestFinished(() => {
    // The whole group: whoever answers goes too.
    process.kill(-socat.pid!, 'SIGKILL');
  });
  while (!existsSync(port)) await new Promise((done) => setImmediate(done));
  return port;
}

describe.runIf(hasSocat)('bad answers on a real port', () => {
  it('a board that says nothing', async () => {
    const port = await portAnsweredBy('cat >/dev/null');
    const ran = contrast([
      'run',
      '--board',
      port,
      '--bench',
      '--records',
      join(scratch(), 'records'),
    ]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(port);
    expect(ran.err).toContain('BOARD_SILENT');
    expect(ran.err).toMatch(/nothing/);
  });

  it('a board that sends garbage', async () => {
    const port = await portAnsweredBy(
      '"cat >/dev/null & while sleep 0.05; do echo hello I am a printer; done"',
    );
    const ran = contrast([
      'run',
      '--board',
      port,
      '--bench',
      '--records',
      join(scratch(), 'records'),
    ]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('BOARD_SILENT');
    expect(ran.err).toMatch(/not Firmata/);
  });

  it('a port in use', async () => {
    const port = await portAnsweredBy('cat >/dev/null');
    const hold = `const { SerialPort } = require('serialport');
      globalThis.port = new SerialPort({ path: process.argv[1], baudRate: 57600 }, () => console.error('held'));
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['-e', hold, port], { cwd: project });
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    await new Promise((done) => holder.stderr.once('data', done));
    const ran = contrast([
      'run',
      '--board',
      port,
      '--bench',
      '--records',
      join(scratch(), 'records'),
    ]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('PORT_BUSY');
  });
});
