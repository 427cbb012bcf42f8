/** `contrast stop`, and STOP past a server that hangs: by the device's own way, whatever else stands still. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stopSocketOf, stopSockets } from '../../src/server/stop/places.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { summaryOf } from '../../src/records/outcome.ts';
import { Browser } from '../server/server.ts';

const contrast = fileURLToPath(new URL('../../src/cli/contrast.mjs', import.meta.url));

/** Where this test's devices listen, and nobody else's: other tests must not be stopped. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'c-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

class Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  #out = '';
  #err = '';
  #heard: () => void = () => {};

  constructor(folder: string, args: readonly string[], file = process.execPath) {
    const env = { ...process.env, TMPDIR: folder };
    this.child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => {
      this.child.kill('SIGKILL');
    });
    this.child.stdout?.on('data', (data) => {
      this.#out += String(data);
      this.#heard();
    });
    this.child.stderr?.on('data', (data) => (this.#err += String(data)));
    // Not its exit alone: whoever it started holds the other end of its output.
    this.ended = once(this.child, 'close').then(([code]) => ({
      code: code as number | null,
      out: this.#out,
      err: this.#err,
    }));
  }

  /** The first match in what it says. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#out);
      if (found !== null) return found;
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }
}

const run = (folder: string): Command =>
  new Command(folder, [contrast, 'run', '--yes', '--json', `--records=${folder}/records`]);
const stop = (folder: string, ...args: string[]): Promise<Ended> =>
  new Command(folder, [contrast, 'stop', ...args]).ended;

function onlySummary(folder: string) {
  const [name, ...more] = readdirSync(folder).filter((one) => one.endsWith('.jsonl'));
  expect(more).toEqual([]);
  const { verdict, lines } = verifyRecord(readFileSync(join(folder, name!)));
  expect(verdict.kind).toBe('intact');
  return summaryOf(lines);
}

describe('contrast stop', () => {
  it('stops a treatment of another terminal, and says that the pins prove it', async () => {
    const folder = ownFolder();
    const treatment = run(folder);
    await treatment.says(/"to":"selfTest"/);
    const { code, out } = await stop(folder);
    expect([code, out]).toEqual([0, expect.stringMatching(/^STOP: stopped in .* verified off\n$/)]);
    // Nobody waits for the plate to settle here.
    treatment.child.kill('SIGTERM');
    expect((await treatment.ended).code).toBe(4);
    expect(onlySummary(join(folder, 'records'))).toMatchObject({
      outcome: 'stopped',
      reason: expect.stringContaining('(contrast stop, this computer)'),
    });
  });

  it('says that there is none, and takes no socket of a killed process for one', async () => {
    const folder = ownFolder();
    const killed = run(folder);
    await killed.says(/"to":"selfTest"/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(readdirSync(folder).filter((name) => name.endsWith('.sock'))).toHaveLength(1);
    const { code, err } = await stop(folder);
    expect([code, err]).toEqual([2, expect.stringContaining('(NO_DEVICE)')]);
  });

  it('does not say stopped where somebody listens and proves nothing', async () => {
    const folder = ownFolder();
    const mute = createServer((socket) => {
      socket.destroy();
    }).listen(join(folder, 'contrast-stop-000000000000-1.sock'));
    await once(mute, 'listening');
    const { code, out, err } = await stop(folder);
    mute.close();
    expect([code, out]).toEqual([5, '']);
    expect(err).toContain('NOT CONFIRMED: cut the power');
  });

  it('finds the devices of a folder by its name, however it is written', () => {
    expect(stopSocketOf('/a/b', 7)).toBe(stopSocketOf('/a/c/../b/', 7));
    expect(stopSocketOf('/a/b', 7)).not.toBe(stopSocketOf('/a/c', 7));
    expect(stopSockets('/a/nowhere')).toEqual([]);
  });
});

describe('a dashboard', () => {
  async function demo(folder: string, file?: string, first: readonly string[] = [contrast]) {
    const command = new Command(
      folder,
      [...first, 'demo', '--port=0', '--speed=1', `--records=${folder}/records`],
      file,
    );
    const [, url, code] = await command.says(/Open (http:\S+)\/enter\/(\w+)/);
    const [, port] = await command.says(/POST to port (\d+)/);
    await command.says(/Ctrl-C/);
    const browser = new Browser(url!);
    await browser.get(`/enter/${code!}`);
    await browser.start();
    return { command, browser, stop: new Browser(`http://127.0.0.1:${port}`) };
  }

  it('that hangs does not stand before STOP, and finds its device as it was when it wakes', async () => {
    const folder = ownFolder();
    const { command, browser, stop: device } = await demo(folder);
    const before = (await browser.get('/api/v1/device')).body['processId'];
    command.child.kill('SIGSTOP');
    const { status, body } = await device.post('/stop', {});
    expect([status, body]).toEqual([200, expect.objectContaining({ confirmed: true })]);
    command.child.kill('SIGCONT');
    const events = await browser.events();
    await events.until(({ data }) => data.includes('"outcome":{'));
    events.close();
    const { body: now } = await browser.get('/api/v1/state');
    expect(now['outcome']).toMatchObject({
      outcome: 'stopped',
      reason: expect.stringContaining('(the STOP port, 127.0.0.1)'),
    });
    expect((await browser.get('/api/v1/device')).body['processId']).toBe(before);
  });

  it.each([
    ['0.0.0.0', true],
    ['127.0.0.1', false],
  ])('that listens on %s says plainly who can reach it', async (host, beyond) => {
    const folder = ownFolder();
    const command = new Command(folder, [contrast, 'demo', '--port=0', `--host=${host}`]);
    await command.says(/Ctrl-C/);
    command.child.kill('SIGTERM');
    const { code, out, err } = await command.ended;
    const addresses = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    const told = addresses.filter((address) =>
      out.includes(`From other computers: http://${address}:`),
    );
    expect([code, told]).toEqual([0, beyond ? addresses : []]);
    expect(err.includes('without a certificate')).toBe(beyond);
  });

  it('started by npx ends with it, and so does its device, the record with its end', async () => {
    const folder = ownFolder();
    const { command } = await demo(folder, 'npx', ['contrast']);
    command.child.kill('SIGTERM');
    // All that it started has let go of its output.
    await command.ended;
    expect(readdirSync(folder).filter((name) => name.endsWith('.sock'))).toEqual([]);
    expect(onlySummary(join(folder, 'records'))?.outcome).toBe('stopped');
  });
});
