/** What is sent wrongly: each is refused by its code, and says where; the session never notices. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { apiErrorSchema } from '../../src/server/contract/errors.ts';
import { startServer } from '../../src/server/serve.ts';
import { Browser, deviceOptions, prescription, processUrl, server } from './server.ts';

interface Case {
  readonly what: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
  readonly expected: readonly [status: number, code: string, where?: string];
}

const word = { clinician: 'Ann', seenOn: '2026-11-02', newOrWorse: 'no' };
const start = '/api/v1/treatments';
const cases: readonly Case[] = [
  { what: 'no JSON', path: start, body: '{"a": ', expected: [400, 'BAD_REQUEST', 'body'] },
  { what: 'an empty body', path: start, body: '', expected: [400, 'BAD_REQUEST'] },
  { what: 'a list', path: start, body: [], expected: [400, 'BAD_REQUEST'] },
  { what: 'null', path: start, body: null, expected: [400, 'BAD_REQUEST'] },
  {
    what: 'an unknown field',
    path: start,
    body: { prescription, speed: 9 },
    expected: [400, 'BAD_REQUEST', 'speed'],
  },
  {
    what: 'a field of the prototype',
    path: start,
    body: '{"prescription":{"preset":"x"},"__proto__":{"a":1}}',
    expected: [400, 'BAD_REQUEST'],
  },
  {
    what: 'preset and text at once',
    path: start,
    body: { prescription: { preset: 'seed-spasm', ...prescription } },
    expected: [400, 'BAD_REQUEST', 'prescription'],
  },
  {
    what: 'a preset that does not exist',
    path: start,
    body: { prescription: { preset: 'seed-spasn' } },
    expected: [422, 'PRESCRIPTION_UNKNOWN'],
  },
  {
    what: 'a path in the place of a preset',
    path: start,
    body: { prescription: { preset: '/etc/passwd' } },
    expected: [422, 'PRESCRIPTION_UNKNOWN'],
  },
  {
    what: 'a text that is too hot',
    path: start,
    body: { prescription: { yaml: prescription.yaml.replace('38', '45') } },
    expected: [422, 'LIMITS_EXCEEDED', 'prescription:4:'],
  },
  {
    what: 'control characters',
    path: start,
    body: { prescription: { yaml: 'name: \u0007' } },
    expected: [400, 'BAD_REQUEST', 'prescription'],
  },
  {
    what: 'a site that does not exist',
    path: start,
    body: { prescription, site: 'moon' },
    expected: [400, 'BAD_REQUEST', 'site'],
  },
  {
    what: 'answers to a question that does not exist',
    path: start,
    body: { prescription, screening: { answers: { moon: 'yes' } } },
    expected: [400, 'BAD_REQUEST', 'answers.moon'],
  },
  {
    what: 'an answer that is none',
    path: start,
    body: { prescription, screening: { answers: { raynaud: 'maybe' } } },
    expected: [400, 'BAD_REQUEST', 'screening'],
  },
  {
    what: 'a clinician’s word on what nobody’s word lowers',
    path: start,
    body: { prescription, screening: { answers: {}, words: { raynaud: word } } },
    expected: [400, 'BAD_REQUEST', 'words.raynaud'],
  },
  {
    what: 'a clinician’s word that what is not there is worse',
    path: start,
    body: {
      prescription,
      screening: {
        answers: { trauma: 'no' },
        words: { trauma: { ...word, newOrWorse: 'yes' } },
      },
    },
    expected: [400, 'BAD_REQUEST', 'words.trauma'],
  },
  {
    what: 'a clinician’s word of nobody who could be asked',
    path: start,
    body: {
      prescription,
      screening: { answers: { trauma: 'yes' }, words: { trauma: { ...word, clinician: 'me' } } },
    },
    expected: [400, 'BAD_REQUEST', 'screening'],
  },
  {
    what: 'a clinician’s word of no day',
    path: start,
    body: {
      prescription,
      screening: { answers: {}, words: { trauma: { ...word, seenOn: '2026-02-30' } } },
    },
    expected: [400, 'BAD_REQUEST', 'screening'],
  },
  {
    what: 'a command that does not exist',
    path: '/api/v1/commands/explode',
    body: {},
    expected: [400, 'BAD_REQUEST', 'command'],
  },
  {
    what: 'a command with something to say',
    path: '/api/v1/commands/pause',
    body: { now: true },
    expected: [400, 'BAD_REQUEST', 'now'],
  },
  {
    what: 'a speed that is not offered',
    path: '/api/v1/simulation',
    body: { speed: 1e9 },
    expected: [400, 'BAD_REQUEST', 'speed'],
  },
  {
    what: 'a fault that does not exist',
    path: '/api/v1/drills',
    body: { fault: 'gremlins' },
    expected: [400, 'BAD_REQUEST', 'fault'],
  },
  {
    what: 'a body of another type',
    path: start,
    body: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    expected: [415, 'NOT_JSON', 'Content-Type'],
  },
  {
    what: 'too much',
    path: start,
    body: { prescription: { yaml: 'x'.repeat(70_000) } },
    expected: [413, 'TOO_LARGE', 'Content-Length'],
  },
  {
    what: 'another site’s request',
    path: start,
    body: { prescription },
    headers: { origin: 'http://evil.example' },
    expected: [403, 'WRONG_ORIGIN', 'Origin'],
  },
  {
    what: 'another site’s request that hides its origin',
    path: start,
    body: { prescription },
    headers: { origin: 'null' },
    expected: [403, 'WRONG_ORIGIN', 'Origin'],
  },
  {
    what: 'a key that is none',
    path: start,
    body: { prescription },
    headers: { 'idempotency-key': 'ä ö' },
    expected: [400, 'BAD_REQUEST', 'Idempotency-Key'],
  },
  { what: 'nowhere', path: '/api/v1/nowhere', body: {}, expected: [404, 'NOT_FOUND'] },
];

const reads: readonly (readonly [path: string, status: number, code: string])[] = [
  ['/api/v1/records/nothing', 404, 'RECORD_UNKNOWN'],
  ['/api/v1/records/..%2F..%2Fetc%2Fpasswd', 400, 'BAD_REQUEST'],
  ['/api/v1/records?limit=0', 400, 'BAD_REQUEST'],
  ['/api/v1/records?limit=1e9', 400, 'BAD_REQUEST'],
  ['/api/v1/records/compare?ids=', 400, 'BAD_REQUEST'],
  ['/api/v1/records/compare?ids=a,b,c,d,e', 400, 'BAD_REQUEST'],
  ['/api/v1/records/x/export?format=exe', 400, 'BAD_REQUEST'],
  ['/api/v1/nowhere', 404, 'NOT_FOUND'],
  ['/assets/../../../package.json', 404, 'NOT_FOUND'],
  ['/assets/..%2f..%2f..%2fpackage.json', 404, 'NOT_FOUND'],
  ['/enter/ABCD', 401, 'SIGN_IN_REFUSED'],
];

describe('bad input', () => {
  let engineer: Browser;
  let url = '';
  let sessionNow: () => string = () => '';

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contrast-server-'));
    const demo = { name: 'Demonstration', role: 'engineer', mayMakeAccounts: false } as const;
    const running = await startServer({
      host: '127.0.0.1',
      port: 0,
      demo,
      onDefect: () => {},
      processUrl,
      webFolder: folder,
      device: deviceOptions(folder),
    });
    ({ url } = running);
    const close = async (): Promise<void> => {
      await running.close('the end of the test');
      rmSync(folder, { recursive: true, force: true });
    };
    sessionNow = () => running.supervisor.state.session;
    engineer = new Browser(url);
    await engineer.get(`/enter/${running.enterCode ?? ''}`);
    return close;
  });

  it.each(cases)('$what', async ({ path, body, headers, expected }) => {
    const [status, code, where] = expected;
    const reply = await engineer.post(path, body, headers);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect(apiErrorSchema.parse(reply.body).where ?? '').toContain(where ?? '');
    // What is refused late has been written into a draft, which is taken back in its own time.
    await expect.poll(sessionNow, { timeout: 10_000 }).toBe('idle');
  });

  it.each(reads)('GET %s', async (path, status, code) => {
    const browser = path.startsWith('/enter') ? new Browser(url) : engineer;
    const reply = await browser.get(path);
    expect([reply.status, apiErrorSchema.parse(reply.body).code]).toEqual([status, code]);
  });

  it('a name of somebody else’s for this server', async () => {
    const { port } = new URL(url);
    const socket = createConnection(Number(port), '127.0.0.1');
    onTestFinished(() => {
      socket.destroy();
    });
    socket.write('GET /api/v1/session HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 403 /);
    expect(text).toContain('WRONG_ORIGIN');
  });
});

describe('event streams', () => {
  it('are only so many, and the others still work', async () => {
    const { person } = await server({ mostStreams: 3 });
    const people = await Promise.all(['Ann', 'Bob', 'Eve'].map((name) => person(name)));
    const streams = await Promise.all(people.map((one) => one.events()));
    const fourth = await (await person('the viewer')).get('/api/v1/events');
    expect([fourth.status, fourth.body['code']]).toEqual([503, 'TOO_MANY_STREAMS']);
    for (const stream of streams) {
      await stream.until(({ event }) => event === 'state');
      stream.close();
    }
  });
});
