/** `contrast firmware`, as a child process. What is at the outermost edge is faked: avrdude, and the board behind the port. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { committedFirmware } from '../../src/doctor/committed-firmware.ts';
import { arduinoFolder } from '../../src/firmware/build-plan.ts';
import { contrast, project, scratch } from './contrast.ts';
import type { Ran } from './contrast.ts';

const firmware = committedFirmware();
const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe('contrast firmware info', () => {
  it('tells version, hash, size and the limits that are burnt in', () => {
    const { code, out } = contrast(['firmware', 'info']);
    expect(code).toBe(0);
    expect(out).toContain(`ContrastGuard ${firmware.version}, build ${firmware.buildHash}`);
    expect(out).toContain(firmware.sha256);
    expect(out).toContain(`${firmware.flashBytes} of 32256`);
    expect(out).toMatch(/plate, either bead +5 to 44 °C/);
    expect(out).toMatch(/lease +450 ms/);
    const json = JSON.parse(contrast(['firmware', 'info', '--json']).out) as { sha256: string };
    expect(json.sha256).toBe(firmware.sha256);
  });
});

describe('contrast firmware build', () => {
  it.runIf(has('avr-g++') && existsSync(arduinoFolder))(
    'gives the very image that is brought along',
    () => {
      const folder = scratch();
      const { code, out, err } = contrast(['firmware', 'build', '--out', folder]);
      expect(err).toBe('');
      expect(out).toContain('identical, byte for byte');
      expect(code).toBe(0);
      const built = readFileSync(join(folder, 'contrast_guard.hex'));
      expect(built.equals(readFileSync(firmware.hexPath))).toBe(true);
    },
  );

  it('says what to install where the compiler is missing', () => {
    const { code, err } = contrast(['firmware', 'build'], { PATH: scratch() });
    expect(code).toBe(2);
    expect(err).toMatch(/FIRMWARE_TOOL_MISSING/);
    expect(err).toContain('apt-get install');
  });
});

interface Bench {
  /** To go before all others on the PATH. */
  readonly folder: string;
  readonly port: string;
  /** What was asked of avrdude, one line a call; the question whether it is there is left out. */
  readonly calls: () => string[];
  readonly flash: (...args: string[]) => Ran;
}

/** A port with an Uno that has no program, and an avrdude that puts one there. */
async function bench({ avrdude }: { avrdude: string }): Promise<Bench> {
  const folder = scratch();
  const [port, image, log] = ['tty', 'image.hex', 'log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const fake = join(folder, 'avrdude');
  writeFileSync(
    fake,
    `#!/bin/sh\n[ "$1" = "-?" ] && exit 0\necho "$@" >> ${log}\nIMAGE=${image}\n${avrdude}\n`,
  );
  chmodSync(fake, 0o755);
  const uno = `${process.execPath} ${join(project, 'tests/cli/uno-port.mjs')} ${join(project, 'dist')} ${image}`;
  const socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, `system:${uno}`], {
    stdio: 'ignore',
    detached: true,
  });
  onTestFinished(() => {
    // The whole group: the Uno goes too.
    process.kill(-socat.pid!, 'SIGKILL');
  });
  while (!existsSync(port)) await new Promise((done) => setImmediate(done));
  return {
    folder,
    port,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    flash: (...args) =>
      contrast(['firmware', 'flash', ...args], { PATH: `${folder}:${process.env['PATH']}` }),
  };
}

/** Its last argument is flash:w:FILE:i. */
const thatFlashes = 'for last; do :; done\nlast=${last#flash:w:}\ncp "${last%:i}" "$IMAGE"';

describe.runIf(has('socat'))('contrast firmware flash', () => {
  it('puts the image on the board, and believes the board alone', async () => {
    const { port, calls, flash } = await bench({ avrdude: thatFlashes });
    const { code, out, err } = flash('--board', port, '--yes');
    expect(err).toBe('');
    expect(out).toContain(`answers as ContrastGuard ${firmware.version}`);
    expect(out).toContain(`build ${firmware.buildHash}`);
    expect(code).toBe(0);
    expect(calls()).toEqual([
      `-p m328p -c arduino -P ${port} -b 115200 -D -U flash:w:${firmware.hexPath}:i`,
    ]);
  });

  it('does not believe an avrdude that says it has flashed', async () => {
    const { port, flash } = await bench({ avrdude: 'exit 0' });
    const { code, err } = flash('--board', port, '--yes');
    expect(code).toBe(6);
    expect(err).toContain('does not answer after flashing');
    expect(err).toContain('FIRMWARE_FLASH_FAILED');
  });

  it('tells what avrdude said, and what to try', async () => {
    const { port, calls, flash } = await bench({
      avrdude: 'echo "avrdude: stk500_getsync(): not in sync: resp=0x00" >&2; exit 1',
    });
    const { code, err } = flash('--board', port, '--yes', '--bootloader', 'new');
    expect(code).toBe(6);
    expect(err).toContain('not in sync');
    expect(err).toContain('--bootloader old');
    flash('--board', port, '--yes', '--bootloader', 'old');
    expect(calls()[1]).toContain('-b 57600');
  });

  it('flashes nothing while another program has the port', async () => {
    const { port, calls, flash } = await bench({ avrdude: thatFlashes });
    const hold = `const { SerialPort } = require('serialport');
      globalThis.port = new SerialPort({ path: process.argv[1], baudRate: 57600 }, () => console.error('held'));
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['-e', hold, port], { cwd: project });
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    await new Promise((done) => holder.stderr.once('data', done));
    const { code, err } = flash('--board', port, '--yes');
    expect(code).toBe(2);
    expect(err).toContain('PORT_BUSY');
    expect(err).toContain('another program uses the port');
    expect(calls()).toEqual([]);
  });

  it('flashes nothing without a yes', async () => {
    const { port, calls, flash } = await bench({ avrdude: thatFlashes });
    const { code, err } = flash('--board', port);
    expect(code).toBe(2);
    expect(err).toContain('nobody is there to say yes');
    expect(calls()).toEqual([]);
  });

  it.runIf(has('script')).each([
    { typed: 'no', flashes: 0 },
    { typed: 'yes', flashes: 1 },
  ])('a person who types $typed: $flashes flashes', async ({ typed, flashes }) => {
    const { port, calls, folder } = await bench({ avrdude: 'echo refused >&2; exit 1' });
    const command = `'${process.execPath}' src/cli/contrast.mjs firmware flash --board ${port}`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: project,
      env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (text.includes('Type yes:')) child.stdin.write(`${typed}\n`);
    });
    await new Promise((done) => child.on('close', done));
    expect(out).toContain('Is nobody at the plate');
    expect(calls()).toHaveLength(flashes);
  });

  it('takes no --yes for a port that nobody named, and no emulated board', async () => {
    const { calls, flash } = await bench({ avrdude: thatFlashes });
    expect(flash('--board', 'emulated', '--yes').code).toBe(2);
    expect(flash('--yes').code).toBe(2);
    expect(calls()).toEqual([]);
  });

  it('says how to get avrdude where there is none', async () => {
    const { port } = await bench({ avrdude: thatFlashes });
    const { code, err } = contrast(['firmware', 'flash', '--board', port, '--yes'], {
      PATH: scratch(),
    });
    expect(code).toBe(2);
    expect(err).toContain('apt-get install avrdude');
    expect(err).toContain('FIRMWARE_TOOL_MISSING');
  });
});
