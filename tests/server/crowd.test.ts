/** As many pages as the server takes, all at once: the next one is told so, and neither STOP nor the device waits. */
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { prescription, server } from './server.ts';

const most = 1000;

/** A page that watches, on a connection of its own; resolves with its first state. */
const watching = (url: string, cookie: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const page = request(`${url}/api/v1/events`, { headers: { cookie }, agent: false });
    page.on('error', reject);
    page.on('response', (response) => {
      // Whoever hangs up first, it is the end of the test.
      response.on('error', () => {});
      response.once('data', () => {
        resolve(response);
      });
    });
    page.end();
  });

it(`${most} pages watch, the next is refused in words, and STOP is confirmed among them`, async () => {
  const { person, nobody, state, url } = await server({
    device: { speed: 1 },
    // All of them are one address here.
    allowance: { atOnce: 10_000, perS: 10_000 },
  });
  const operator = await person('the operator');
  const others = await Promise.all(['Ann', 'Bob', 'Eve'].map((name) => person(name)));
  const pages: IncomingMessage[] = [];
  // One account holds a quarter of the room at most.
  for (const { cookie } of [operator, ...others]) {
    for (let opened = 0; opened < most / 4; opened += 50) {
      const some = Array.from({ length: 50 }, () => watching(url, cookie));
      pages.push(...(await Promise.all(some)));
    }
    const oneMore = await operator.ask('/api/v1/events', { headers: { cookie } });
    expect([oneMore.status, oneMore.body['code']]).toEqual([503, 'TOO_MANY_STREAMS']);
  }
  expect(pages.map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200));
  const { status, body } = await operator.get('/api/v1/events');
  expect([status, body['code']]).toEqual([503, 'TOO_MANY_STREAMS']);
  expect(body['fix']).toContain('STOP works');
  const screening = { answers: 'all-clear' };
  await operator.done('/api/v1/treatments', { prescription, screening });
  await state((now) => now.session === 'selfTest');
  expect(await nobody().done('/api/v1/stop')).toMatchObject({ confirmed: true });
  // Nothing but that STOP has ended it.
  const { outcome } = await state((now) => now.outcome !== null);
  expect(outcome).toMatchObject({ outcome: 'stopped', rule: null });
  for (const page of pages) page.destroy();
  expect((await operator.get('/healthz')).status).toBe(200);
});
