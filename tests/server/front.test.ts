/** What a connection meets before any route: an answer for whatever comes, a bound for everybody, and STOP past all of it. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { clientAddress, networkOf, hostIn } from '../../src/server/http/addresses.ts';
import { Allowance } from '../../src/server/http/allowance.ts';
import { Crowd } from '../../src/server/stop/crowd.ts';
import { Idempotency } from '../../src/server/access/idempotency.ts';
import { startServer } from '../../src/server/serve.ts';
import { Browser, deviceOptions, password, prescription, processUrl, server } from './server.ts';

/** All that is answered on a connection of its own, until the server closes it. */
async function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname);
  onTestFinished(() => {
    socket.destroy();
  });
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const get = (host: string): string =>
  `GET /api/v1/session HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;
const post = (head: string): string =>
  `POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${head}\r\n\r\n`;
/** As much as it likes, a piece at a time. */
const chunked = (): string =>
  `${post('Transfer-Encoding: chunked\r\nConnection: close')}2\r\n{}\r\n0\r\n\r\n`;
const stop = (head: string): string => `POST /api/v1/stop HTTP/1.1\r\n${head}\r\n\r\n`;

const named = { names: ['clinic-heat.lan'], trustedProxies: ['127.0.0.1'] } as const;

describe('a request', () => {
  let url = '';
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contrast-server-'));
    const defects: unknown[] = [];
    const running = await startServer({
      ...named,
      host: '127.0.0.1',
      port: 0,
      demo: { name: 'Demonstration', role: 'viewer', mayMakeAccounts: false },
      onDefect: (thrown) => void defects.push(thrown),
      processUrl,
      webFolder: folder,
      device: deviceOptions(folder),
    });
    ({ url } = running);
    return async () => {
      await running.close('the end of the test');
      rmSync(folder, { recursive: true, force: true });
      // None of it is a defect of ours.
      if (defects.length > 0) throw defects[0];
    };
  });

  it.each([
    ['without a name', get(''), 400],
    ['with an empty name', get('Host:\r\n'), 400],
    ['with half an address', get('Host: [::1\r\n'), 400],
    ['with two words for a name', get('Host: a b\r\n'), 400],
    ['by an address of IPv4 in the clothes of IPv6', get('Host: [::ffff:127.0.0.1]\r\n'), 200],
    ['by a name of somebody else’s', get('Host: evil.example\r\n'), 403],
    ['by a name that was given', get('Host: clinic-heat.lan\r\n'), 200],
    ['in HTTP/1.0, without a name', 'GET /api/v1/session HTTP/1.0\r\n\r\n', 200],
    ['for a tunnel', 'CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['to something else, with bare line feeds', 'POST /stopped HTTP/1.1\nHost: localhost\n\n', 400],
    ['of no length that is said', chunked(), 413],
    ['of more than it may be', post('Content-Length: 65537\r\nConnection: close'), 413],
    ['that is none', 'HELLO\r\n\r\n', 400],
    ['with a path that is none', get('Host: localhost\r\n').replace('/api', '\\api'), 400],
    ['with a head that is too large', get(`Host: localhost\r\nX: ${'x'.repeat(20_000)}\r\n`), 431],
  ])('%s is answered, and its connection closed', async (_what, text, status) => {
    expect(await raw(url, text)).toMatch(new RegExp(`^HTTP/1\\.[01] ${status} `));
  });

  it.each([
    ['without a name', stop('Connection: close')],
    ['with an empty name', stop('Host:\r\nConnection: close')],
    ['with half an address', stop('Host: [::1\r\nConnection: close')],
    ['by a name of nobody’s', stop('Host: clinic.example\r\nConnection: close')],
    ['in HTTP/1.0, by its short path', 'POST /stop HTTP/1.0\r\n\r\n'],
    ['with a slash too many', 'POST //stop/ HTTP/1.0\r\n\r\n'],
    ['with whatever it expects', stop('Host: localhost\r\nExpect: mercy\r\nConnection: close')],
    ['with bare line feeds', 'POST /stop HTTP/1.1\nHost: localhost\n\n'],
    ['with a head that is too large', stop(`Host: localhost\r\nCookie: ${'x'.repeat(20_000)}`)],
    ['with a body in no form that there is', stop('Host: localhost\r\nTransfer-Encoding: mist')],
    ['with two lengths', stop('Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2')],
    [
      'through a proxy that calls us otherwise than the page was called',
      stop('Host: 127.0.0.1:80\r\nOrigin: https://clinic-heat.lan\r\nConnection: close'),
    ],
  ])('STOP %s is confirmed', async (_what, text) => {
    const answer = await raw(url, text);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"confirmed":true');
  });
});

describe('an answer', () => {
  it('what is personal stays in no cache, and the page may ask the STOP port', async () => {
    const { person, supervisor } = await server();
    const { stopPort } = supervisor.state;
    const viewer = await person('the viewer');
    for (const path of ['session', 'state', 'records', 'openapi.json']) {
      const { headers } = await viewer.get(`/api/v1/${path}`);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
      expect(headers.get('content-security-policy')).toContain(
        `connect-src 'self' http://127.0.0.1:${stopPort}`,
      );
    }
  });

  it.each([
    ['none', true],
    ['same-origin', true],
    ['same-site', false],
    ['cross-site', false],
    ['', false],
  ])('to a wish without an origin, sent by a page of "%s": let in %s', async (site, letIn) => {
    const { url } = await server();
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': site };
    const body = JSON.stringify({ name: 'Ann', password });
    const reply = await new Browser(url).ask('/api/v1/session', { method: 'POST', headers, body });
    expect([reply.status, reply.body['code']]).toEqual(
      letIn ? [200, undefined] : [403, 'WRONG_ORIGIN'],
    );
  });

  it('to whoever only says that it is encrypted gets the cookie of a plain connection', async () => {
    const { nobody } = await server();
    const said = { 'x-forwarded-proto': 'https' };
    const { headers } = await nobody().post('/api/v1/session', { name: 'Ann', password }, said);
    expect(headers.get('set-cookie')).toMatch(/^contrast_session=/);
    expect(headers.get('set-cookie')).not.toContain('Secure');
  });

  it('over TLS at the proxy gets a cookie that goes nowhere else', async () => {
    const { nobody } = await server(named);
    const signIn = (headers: Record<string, string>) =>
      nobody().post('/api/v1/session', { name: 'Ann', password }, headers);
    const { headers } = await signIn({ 'x-forwarded-proto': 'https' });
    expect(headers.get('set-cookie')).toContain('Secure');
    expect((await signIn({})).headers.get('set-cookie')).not.toContain('Secure');
  });
});

describe('who asks is checked before what they sent', () => {
  it.each([
    ['/api/v1/treatments', '{"a": ', {}],
    ['/api/v1/treatments', 'a=1', { 'content-type': 'text/plain' }],
    ['/api/v1/drills', { prescription }, {}],
    ['/api/v1/commands/explode', {}, {}],
    ['/api/v1/nowhere', {}, {}],
    ['/api/v1/prescriptions/check', 'x'.repeat(70_000), {}],
  ])('nobody at %s', async (path, body, headers) => {
    const { nobody, person } = await server();
    expect((await nobody().post(path, body, headers)).body).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    if (/treatments|drills|commands/.test(path)) {
      const viewer = await person('the viewer');
      expect((await viewer.post(path, body, headers)).body).toMatchObject({ code: 'ROLE_TOO_LOW' });
    }
  });
});

describe('one address', () => {
  it('asks so much at once, and STOP is always heard', async () => {
    const nowMs = (): number => 0;
    const { nobody } = await server({ nowMs, allowance: { atOnce: 5, perS: 1 } });
    const browser = nobody();
    const statuses: number[] = [];
    for (let asked = 0; asked < 7; asked += 1)
      statuses.push((await browser.get('/healthz')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await browser.get('/healthz');
    expect([refused.headers.get('retry-after'), refused.body['code']]).toEqual([
      '1',
      'TOO_MANY_REQUESTS',
    ]);
    expect((await browser.post('/api/v1/stop', {})).body).toMatchObject({ confirmed: true });
  });

  it('is allowed more with time, and does not use up what others may', () => {
    let nowMs = 0;
    const allowance = new Allowance({ atOnce: 3, perS: 2 }, () => nowMs);
    const take = (address: string, times: number): boolean[] =>
      Array.from({ length: times }, () => allowance.take(address));
    expect(take('a', 4)).toEqual([true, true, true, false]);
    expect(take('b', 1)).toEqual([true]);
    nowMs = 500;
    expect(take('a', 2)).toEqual([true, false]);
    nowMs = 60_000;
    expect(take('a', 4)).toEqual([true, true, true, false]);
  });

  it.each<[string, string, string | undefined, readonly string[], string]>([
    ['is whoever is connected', '10.0.0.9', '1.2.3.4', [], '10.0.0.9'],
    ['is whom a trusted proxy names', '10.0.0.1', '1.2.3.4', ['10.0.0.1'], '1.2.3.4'],
    ['is not what a stranger wrote first', '10.0.0.1', '6.6.6.6, 1.2.3.4', ['10.0.0.1'], '1.2.3.4'],
    ['passes two proxies', '10.0.0.1', '1.2.3.4, 10.0.0.2', ['10.0.0.1', '10.0.0.2'], '1.2.3.4'],
    ['is the proxy where it names nobody', '10.0.0.1', undefined, ['10.0.0.1'], '10.0.0.1'],
    ['is the proxy where it names nonsense', '10.0.0.1', 'x', ['10.0.0.1'], '10.0.0.1'],
    ['is IPv4 in any clothes', '::ffff:10.0.0.1', '1.2.3.4', ['10.0.0.1'], '1.2.3.4'],
  ])('%s', (_what, remote, forwarded, trusted, address) => {
    expect(clientAddress(remote, forwarded, new Set(trusted))).toBe(address);
  });

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::9', '2001:db8:1:2::/64'],
    ['::1', '::/64'],
  ])('%s is counted as %s', (address, counted) => {
    expect(networkOf(address)).toBe(counted);
  });

  it.each([
    ['localhost:8080', 'localhost:8080'],
    ['[::FFFF:127.0.0.1]:80', '[::ffff:7f00:1]'],
    ['Clinic.lan', 'clinic.lan'],
    ['a/b', null],
    ['a@b', null],
    ['[::1', null],
    ['a:99999', null],
    ['', null],
    [undefined, null],
  ])('the name %s is %s', (header, host) => {
    expect(hostIn(header)).toBe(host);
  });
});

describe('room', () => {
  it('is always made for the next one, by whoever holds the most and does the least', () => {
    const crowd = new Crowd<string>(4);
    const left: (string | null)[] = [];
    const admit = (guest: string, address: string): void => {
      const leaving = crowd.admit(guest, address);
      left.push(leaving);
      if (leaving !== null) crowd.leave(leaving);
    };
    admit('quiet', 'bed 1');
    admit('flood 1', 'evil');
    admit('flood 2', 'evil');
    crowd.busy('flood 1', true);
    admit('flood 3', 'evil');
    admit('flood 4', 'evil');
    admit('nurse', 'bed 2');
    expect(left).toEqual([null, null, null, null, 'flood 2', 'flood 3']);
    expect([crowd.size, crowd.of('evil'), crowd.of('bed 1')]).toEqual([4, 2, 1]);
    for (const guest of ['quiet', 'flood 4', 'nurse']) crowd.busy(guest, true);
    admit('flood 5', 'evil');
    expect(left.at(-1)).toBe('flood 1');
  });
});

describe('a key', () => {
  it('of somebody is not forgotten for what others send, and one person keeps so many', async () => {
    const idempotency = new Idempotency(() => 0);
    let done = 0;
    const act = () => Promise.resolve({ status: 200, body: String((done += 1)) });
    const ask = async (owner: string, key: string): Promise<string> =>
      (await idempotency.once(owner, key, 'start', act)).body;
    expect(await ask('Ann', 'k')).toBe('1');
    for (let sent = 0; sent < 500; sent += 1) await ask('Eve', `e${sent}`);
    expect(await ask('Ann', 'k')).toBe('1');
    expect(await ask('Eve', 'e499')).toBe('501');
    expect(await ask('Eve', 'e0')).toBe('502');
  });

  it('of nobody is kept for nobody: 1,050 requests of nobody’s forget no answer', async () => {
    const { person, url } = await server({ allowance: { atOnce: 5000, perS: 5000 } });
    const operator = await person('the operator');
    const key = { 'idempotency-key': 'mine' };
    const first = await operator.post('/api/v1/treatments', { prescription }, key);
    expect(first.status).toBe(200);
    const head = 'POST /api/v1/treatments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
    for (let sent = 0; sent < 1050; sent += 50) {
      const some = Array.from({ length: 50 }, (_, index) =>
        raw(url, `${head}Idempotency-Key: k${sent + index}\r\nContent-Length: 2\r\n\r\n{}`),
      );
      const statuses = (await Promise.all(some)).map((answer) => answer.slice(9, 12));
      expect(new Set(statuses)).toEqual(new Set(['401']));
    }
    const again = await operator.post('/api/v1/treatments', { prescription }, key);
    expect(again.body).toEqual(first.body);
  });
});
