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
  const { person, nobody, state, url } = await server({ device: { speed: 1 } });
  const operator = await person('the operator');
  const pages: IncomingMessage[] = [];
  while (pages.length < most) {
    const some = Array.from({ length: 100 }, () => watching(url, operator.cookie));
    pages.push(...(await Promise.all(some)));
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
