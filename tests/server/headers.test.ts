/** The headers of every kind of answer, exactly: one more, one less or another value is a decision that is made here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/server/contract/requests.ts';
import { newFolder, password, server } from './server.ts';
import type { Browser, Reply, TestServer } from './server.ts';

/** By the way the bytes went, not by what was answered. */
const ofTheConnection = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

const headersOf = ({ headers }: Reply): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !ofTheConnection.has(name)));

const secure = (stopPort: number): Record<string, string> => {
  const stop = `http://127.0.0.1:${stopPort}`;
  return {
    'content-security-policy': `default-src 'self'; connect-src 'self' ${stop}; base-uri 'none'; form-action 'self' ${stop}; frame-ancestors 'none'; object-src 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
};
const page = {
  'cache-control': 'no-cache',
  'content-type': 'text/html; charset=utf-8',
  vary: 'Accept-Encoding',
};
const hashed = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-type': 'text/javascript; charset=utf-8',
  vary: 'Accept-Encoding',
};
const api = { 'cache-control': 'no-store', 'content-type': 'application/json' };

interface Served extends TestServer {
  readonly secured: Record<string, string>;
}

async function served(): Promise<Served> {
  const webFolder = newFolder();
  mkdirSync(join(webFolder, 'assets'));
  writeFileSync(join(webFolder, 'index.html'), '<html><head></head></html>');
  writeFileSync(join(webFolder, 'assets/main-1a2b.js'), '0');
  writeFileSync(join(webFolder, 'stop.js'), '0');
  const running = await server({ webFolder });
  return { ...running, secured: secure(running.supervisor.state.stopPort!) };
}

interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** As the description lists them: a new one is asked by itself. */
async function operations(browser: Browser): Promise<Operation[]> {
  const { paths } = (await browser.get('/api/v1/openapi.json')).body as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase() as 'GET' | 'POST',
      path,
    })),
  );
}

const askedAs = ({ method, path }: Operation): string => `${method} ${path}`;
const withValues = (path: string): string =>
  path
    .replace('{id}', '20261120T093512123Z-7f3a')
    .replace('{command}', 'pause')
    .replace('{code}', 'WRONG');

describe('the headers', () => {
  it('of the page, its files, what is not there, signing in and out, and the event stream', async () => {
    const { nobody, person, url, secured } = await served();
    const files: readonly (readonly [path: string, headers: Record<string, string>])[] = [
      ['/', page],
      ['/index.html', page],
      ['/somewhere', page],
      ['/assets/main-1a2b.js', hashed],
      ['/stop.js', { ...hashed, 'cache-control': 'no-cache' }],
      ['/missing.js', { 'content-type': 'application/json' }],
      ['/api/v1/missing', api],
    ];
    for (const [path, wanted] of files) {
      const seen = headersOf(
        await nobody().ask(path, { headers: { 'accept-encoding': 'identity' } }),
      );
      expect([path, seen]).toEqual([path, { ...secured, ...wanted }]);
    }
    const health = headersOf(await nobody().get('/healthz'));
    expect(health).toEqual({ ...secured, 'content-type': 'application/json' });
    const zipped = headersOf(await nobody().ask('/', { headers: { 'accept-encoding': 'gzip' } }));
    expect(zipped).toEqual({ ...secured, ...page, 'content-encoding': 'gzip' });

    const browser = nobody();
    const signedIn = headersOf(await browser.post('/api/v1/session', { name: 'Ann', password }));
    const { 'set-cookie': cookie = '', ...others } = signedIn;
    expect(others).toEqual({ ...secured, ...api });
    // 32 bytes by chance; no time to live: it ends with the browser, and on the server by its clock.
    expect(cookie).toMatch(/^contrast_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const signedOut = headersOf(await browser.post('/api/v1/session/end', {}));
    expect(signedOut).toEqual({
      ...secured,
      ...api,
      'set-cookie': 'contrast_session=; Max-Age=0; Path=/',
    });
    const viewer = await person('the viewer');
    const abort = new AbortController();
    const stream = await fetch(`${url}/api/v1/events`, {
      headers: { cookie: viewer.cookie },
      signal: abort.signal,
    });
    const seen = headersOf({ status: stream.status, headers: stream.headers, body: {} });
    abort.abort();
    expect(seen).toEqual({
      'cache-control': 'no-store',
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
  });
});

/** Asked above: they stream, sign out, or are no part of the API. */
const elsewhere = /events$|session\/end$|healthz$/;

/** Who may ask for it at least; `nobody` needs no session. */
const least = {
  'GET /api/v1/openapi.json': 'nobody',
  'GET /api/v1/session': 'nobody',
  'POST /api/v1/session': 'nobody',
  'POST /api/v1/setup': 'nobody',
  'POST /api/v1/stop': 'nobody',
  'GET /api/v1/accounts': 'maker',
  'POST /api/v1/accounts': 'maker',
  'POST /api/v1/treatments': 'operator',
  'POST /api/v1/screening': 'operator',
  'POST /api/v1/screening/declined': 'operator',
  'POST /api/v1/commands/{command}': 'operator',
  'POST /api/v1/skin-check': 'operator',
  'POST /api/v1/skin-looks/{id}': 'operator',
  'POST /api/v1/simulation': 'operator',
  'POST /api/v1/drills': 'engineer',
  'POST /api/v1/drills/clear': 'engineer',
} as const satisfies Record<string, string>;

describe('a route', () => {
  it('of the API lets in whom the table says and nobody else, and answers with the same headers, done and refused', async () => {
    const { person, nobody, secured } = await served();
    const all = await operations(await person('the viewer'));
    const seen: string[] = [];
    const wanted: string[] = [];
    const rank: Readonly<Record<string, number>> = {
      nobody: 0,
      viewer: 1,
      operator: 2,
      clinician: 3,
      engineer: 4,
      maker: 5,
    };
    for (const who of ['nobody', ...roles]) {
      const browser = who === 'nobody' ? nobody() : await person(`the ${who}`);
      for (const operation of all) {
        const key = askedAs(operation);
        if (elsewhere.test(key)) continue;
        const needs: string = (least as Record<string, string>)[key] ?? 'viewer';
        const path = withValues(operation.path);
        const reply =
          operation.method === 'GET' ? await browser.get(path) : await browser.post(path, {});
        const { body } = reply;
        const refused =
          body['code'] === 'NOT_SIGNED_IN'
            ? 'nobody in'
            : body['code'] === 'ROLE_TOO_LOW'
              ? 'role too low'
              : 'let in';
        expect(reply.status, key).toBeLessThan(500);
        expect([key, headersOf(reply)]).toEqual([key, { ...secured, ...api }]);
        seen.push(`${who}: ${key}: ${refused}`);
        const may = rank[who]! >= rank[needs]!;
        wanted.push(
          `${who}: ${key}: ${may ? 'let in' : who === 'nobody' ? 'nobody in' : 'role too low'}`,
        );
      }
    }
    expect(seen).toEqual(wanted);
  });
});
