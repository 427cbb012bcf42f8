/** What the options of `contrast serve` change that somebody on the network can see, and where it listens without them. */
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { freePort, scratch, start } from './contrast.ts';
import type { Running } from './contrast.ts';

interface Served {
  readonly port: number;
  readonly said: () => string;
  readonly end: () => Promise<void>;
}

async function serve(...options: string[]): Promise<Served> {
  const port = await freePort();
  const running: Running = start(['serve', '--port', String(port), ...options]);
  let said = '';
  running.child.stdout!.on('data', (text: string) => (said += text));
  await running.saw(/Ctrl-C stops/);
  return {
    port,
    said: () => said,
    end: async () => {
      running.child.kill('SIGINT');
      expect((await running.ended).code).toBe(0);
    },
  };
}

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** By any name and with any header, which no `fetch` lets one choose. */
const ask = (
  port: number,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const asking = request(
      { host: '127.0.0.1', port, path, method, headers: { ...json, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const parsed = JSON.parse(text) as Record<string, unknown>;
          resolve({ status: answer.statusCode, headers: answer.headers, body: parsed });
        });
      },
    );
    asking.once('error', reject);
    asking.end(body === undefined ? undefined : JSON.stringify(body));
  });

/** Makes the first account. @returns the cookie as it was set, and as it is sent */
async function setUp(
  { port, said }: Served,
  headers: Record<string, string>,
): Promise<[string, string]> {
  const [, code = ''] = /Set-up code for the first one: (\S+)/.exec(said()) ?? [];
  const account = { code, name: 'Ann', password: 'correct horse battery' };
  const { status, headers: answered } = await ask(port, '/api/v1/setup', headers, account);
  expect(status).toBe(200);
  const [cookie = ''] = answered['set-cookie'] ?? [];
  return [cookie, cookie.split(';')[0] ?? ''];
}

const answersAt = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asking = request({ host, port, path: '/healthz', timeout: 5000 }, (answer) => {
      answer.resume();
      resolve(true);
    });
    asking.once('error', () => {
      resolve(false);
    });
    asking.end();
  });

/** By which this computer is reached from elsewhere, where it has such an address. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

it('without options it listens to this computer alone, believes nobody, and has only its own names', async () => {
  const served = await serve('--records', scratch());
  const { port, said, end } = served;
  expect(said()).toContain(`The dashboard is at http://127.0.0.1:${port}\n`);
  expect(said()).not.toContain('From other computers');
  expect(await answersAt('127.0.0.1', port)).toBe(true);
  if (outside !== undefined) expect(await answersAt(outside, port)).toBe(false);
  const [cookie, sent] = await setUp(served, { 'x-forwarded-proto': 'https' });
  expect(cookie).not.toContain('Secure');
  const named = await ask(port, '/api/v1/session', { host: 'clinic-heat.lan' });
  expect([named.status, named.body['code']]).toEqual([403, 'WRONG_ORIGIN']);
  const { body } = await ask(port, '/api/v1/state', { cookie: sent });
  expect(body).toMatchObject({
    simulation: { speed: 1, rig: 'reference', seed: 1 },
    board: { kind: 'simulated', bench: false },
  });
  await end();
});

it('with them it is where, by whose word, and what they say', async () => {
  const records = scratch();
  const limits = join(records, 'limits.yaml');
  writeFileSync(limits, 'cem43PerSessionMin: 1.5\n');
  const stopPort = await freePort();
  const where = ['--host', '0.0.0.0', '--trust-proxy', '127.0.0.1', '--name', 'clinic-heat.lan'];
  const which = ['--board', 'simulated', '--rig', 'heat12V', '--seed', '9', '--speed', '30'];
  const kept = ['--records', records, '--limits', limits, '--stop-port', String(stopPort)];
  const served = await serve(...where, ...which, ...kept, '--bench');
  const { port, said, end } = served;
  expect(said()).toContain(`Records: ${records}\n`);
  if (outside !== undefined) expect(await answersAt(outside, port)).toBe(true);
  const [cookie, sent] = await setUp(served, { 'x-forwarded-proto': 'https' });
  expect(cookie).toContain('Secure');
  const called = { cookie: sent, host: 'clinic-heat.lan' };
  const state = await ask(port, '/api/v1/state', called);
  expect(state.status).toBe(200);
  expect(state.body).toMatchObject({
    stopPort,
    simulation: { speed: 30, rig: 'heat12V', seed: 9 },
    board: { bench: true },
  });
  const { body } = await ask(port, '/api/v1/limits', called);
  expect(JSON.stringify(body)).toMatch(/"cem43PerSessionMin"[^}]*1\.5/);
  await end();
});
