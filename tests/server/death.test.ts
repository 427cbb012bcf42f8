/** Whatever dies, the power is off, the record says how it ended, and nothing is resumed (laws L5, L7, L11). */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FromDevice } from '../../src/server/device/messages.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { summaryOf } from '../../src/records/outcome.ts';
import { Browser, deviceOptions, newFolder, prescription, processUrl } from './server.ts';
import { server, stopWay } from './server.ts';

const speed = 60;
const start = {
  type: 'start',
  who: 'Ann',
  prescription,
  site: 'unspecified',
  screening: { answers: 'all-clear' },
} as const;

/** A device process whose server is this test. */
function deviceProcess(folder: string) {
  const child = fork(processUrl, { execArgv: [] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  child.send({ type: 'open', options: deviceOptions(folder, { speed }), stopWay });
  const said = async (matches: (message: FromDevice) => boolean): Promise<FromDevice> => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [FromDevice];
      if (matches(message)) return message;
    }
  };
  const inState = (session: string): Promise<FromDevice> =>
    said((message) => message.type === 'state' && message.state.session === session);
  /** The plate is warm: a cold finish is owed. */
  const inHeat = (): Promise<FromDevice> =>
    said((message) => message.type === 'state' && message.state.phase?.coldFinishOwed === true);
  return { child, said, inState, inHeat };
}

function onlyRecord(folder: string) {
  const [name, ...more] = readdirSync(folder).filter((one) => one.endsWith('.jsonl'));
  expect(more).toEqual([]);
  return verifyRecord(readFileSync(join(folder, name!)));
}

function expectStopped(folder: string, by: RegExp): void {
  const { verdict, lines } = onlyRecord(folder);
  expect(verdict.kind).toBe('intact');
  expect(summaryOf(lines)).toMatchObject({ outcome: 'stopped', coldFinish: false });
  expect(summaryOf(lines)?.reason).toMatch(by);
  const last = lines.filter((line) => line.type === 'sample').at(-1);
  expect(last).toMatchObject({ drive: 0, setpointC: null });
}

describe('the server is gone', () => {
  it('the device process stops, proves the power off, ends the record and itself', async () => {
    const folder = newFolder();
    const { child, inState, inHeat } = deviceProcess(folder);
    await inState('idle');
    child.send({ type: 'ask', id: 1, request: start });
    await inHeat();
    child.disconnect();
    await once(child, 'exit');
    expectStopped(folder, /^stopped by the loss of the server; cold finish not delivered/);
  });

  it('also where the server was killed in the middle of the heat', async () => {
    const folder = newFolder();
    const contrast = fileURLToPath(new URL('../../src/cli/contrast.mjs', import.meta.url));
    const command = spawn(
      process.execPath,
      [contrast, 'demo', '--port', '0', '--speed', String(speed), '--records', folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    onTestFinished(() => {
      command.kill('SIGKILL');
    });
    const browser = await entered(command.stdout);
    await browser.start();
    const events = await browser.events();
    await events.until(({ data }) => data.includes('"coldFinishOwed":true'));
    command.kill('SIGKILL');
    await summaryIn(folder);
    expectStopped(folder, /^stopped by the loss of the server/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in order', async (signal) => {
    const folder = newFolder();
    const { child, inState, inHeat } = deviceProcess(folder);
    await inState('idle');
    child.send({ type: 'ask', id: 1, request: start });
    await inHeat();
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expectStopped(folder, /^stopped by (SIGTERM|Ctrl-C)/);
  });

  it('what no server of ours would send changes nothing', async () => {
    const { child, said, inState } = deviceProcess(newFolder());
    await inState('idle');
    const nonsense = [
      null,
      7,
      {},
      { type: 'ask' },
      { type: 'ask', id: 1, request: { type: 'heat' } },
    ];
    for (const message of nonsense) child.send(message as object);
    child.send({ type: 'ask', id: 2, request: { type: 'stop', who: 'Ann' } });
    expect(await said(({ type }) => type === 'reply')).toMatchObject({
      id: 2,
      reply: { stopped: { session: 'idle', relayOpen: true } },
    });
  });
});

describe('the device process is gone', () => {
  it('the server says so, shows nothing old, starts a fresh one at rest, and resumes nothing', async () => {
    const { person, state, supervisor } = await server({ device: { speed } });
    const operator = await person('the operator');
    await operator.start();
    const { treatmentId } = await state((now) => now.session === 'treating.hot');
    const before = supervisor.processId!;
    process.kill(before, 'SIGKILL');
    const lost = await state((now) => now.device.link === 'lost');
    expect(lost.readings).toEqual({ plateAC: null, plateBC: null, heatsinkC: null });
    expect(lost.alarms[0]).toMatchObject({ id: 'device-lost', priority: 'high' });
    expect((await operator.get('/healthz')).status).toBe(503);
    expect((await operator.post('/api/v1/commands/pause', {})).body).toMatchObject({
      code: 'DEVICE_LOST',
    });
    const fresh = await state((now) => now.device.link === 'ready');
    expect(supervisor.processId).not.toBe(before);
    expect(fresh).toMatchObject({ session: 'idle', powered: false, drive: 0 });
    expect(fresh.outcome).toMatchObject({ treatmentId, outcome: 'not known' });
    const { body } = await operator.get('/api/v1/records');
    expect(body['records']).toMatchObject([{ id: treatmentId, verdict: 'truncated' }]);
    // That nobody knows how it ended is an alarm of its own: both are to be seen.
    await operator.command('acknowledgeAlarms');
    await operator.command('acknowledgeEnd');
    await operator.start();
    await state((now) => now.session === 'treating.cold');
  });

  it('a lost link is a fault on record, and a fresh process starts at rest', async () => {
    const { person, state, record } = await server({ device: { speed } });
    const engineer = await person('the engineer');
    await engineer.start();
    const { treatmentId } = await state((now) => now.session === 'treating.cold');
    await engineer.done('/api/v1/drills', { fault: 'link-lost' });
    await state((now) => now.device.link === 'lost');
    const fresh = await state((now) => now.device.link === 'ready');
    expect(fresh.outcome).toMatchObject({ treatmentId, outcome: 'faulted' });
    expect(fresh.session).toBe('idle');
    expect(record(treatmentId!).at(-1)).toContain('"outcome":"faulted"');
  });
});

/** In at the address that the demonstration prints. */
async function entered(stdout: NodeJS.ReadableStream): Promise<Browser> {
  let text = '';
  for await (const chunk of stdout) {
    text += String(chunk);
    const [, url, code] = /Open (http:\S+)\/enter\/(\w+)/.exec(text) ?? [];
    if (url === undefined || code === undefined || !text.includes('Ctrl-C')) continue;
    const browser = new Browser(url);
    await browser.get(`/enter/${code}`);
    return browser;
  }
  throw new Error(`the demonstration did not start: ${text}`);
}

/** Resolves when a record of the folder has its summary. */
async function summaryIn(folder: string): Promise<void> {
  const ended = (): boolean => summaryOf(onlyRecord(folder).lines) !== undefined;
  const watcher = watch(folder);
  try {
    while (!ended()) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}
