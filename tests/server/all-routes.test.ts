/** Every route of the description does what it is for, once, and its answer is as described. */
import { expect, it } from 'vitest';
import { allClear } from '../../src/safety/screening-checklist.ts';
import { session } from '../records/fixtures/sessions.ts';
import { routes, seen } from './contract.ts';
import { isSummary, newFolder, password, prescription, server } from './server.ts';

it('answers well on every route', async () => {
  // A fresh server: its first account, and another one.
  const first = await server({ accounts: false });
  const maker = first.nobody();
  await maker.done('/api/v1/setup', { code: first.setupCode, name: 'Ann', password });
  await maker.done('/api/v1/accounts', { name: 'Bob', password, role: 'viewer' });
  for (const path of ['accounts', 'session', 'openapi.json']) await maker.get(`/api/v1/${path}`);

  // One that has treated somebody three hours ago: that skin is to be looked at.
  const folder = newFolder();
  const before = await session(folder, { endMs: Date.now() - 3 * 3_600_000 });
  const { person, nobody, state } = await server({ folder, device: { history: true } });
  const engineer = await person('the engineer');
  const fine = { answer: 'fine', findings: [] };
  await engineer.get('/api/v1/skin-looks');
  await engineer.done(`/api/v1/skin-looks/${before}`, fine);
  const start = { prescription, site: 'calf-left' };
  const answers = { ...allClear, raynaud: 'yes' };
  await engineer.done('/api/v1/screening/declined', { start, screening: { answers } });

  // And a whole treatment with a drill on the way.
  const { person: somebody, ...other } = await server({ device: { speed: 60 } });
  const operator = await somebody('the engineer');
  await operator.done('/api/v1/simulation', { standIn: true });
  const stream = await operator.events();
  await operator.done('/api/v1/treatments', { prescription });
  await operator.done('/api/v1/screening', { answers: 'all-clear' });
  await other.state(({ session: now }) => now === 'treating.cold');
  await operator.done('/api/v1/skin-check', fine);
  await operator.done('/api/v1/drills', { fault: 'fan-stopped' });
  await operator.done('/api/v1/drills/clear', { fault: 'fan-stopped' });
  await operator.command('acknowledgeAlarms');
  await nobody().done('/api/v1/stop');
  await operator.done('/api/v1/stop');
  const ended = await stream.until(isSummary);
  stream.close();
  const id = ended.at(-1)!.id!.split(':')[0]!;
  await state((now) => now.device.link === 'ready');

  for (const path of [
    '/healthz',
    '/api/v1/state',
    '/api/v1/screening',
    '/api/v1/limits',
    '/api/v1/prescriptions',
    '/api/v1/device',
    '/api/v1/device/doctor',
    '/api/v1/drills',
    '/api/v1/records?limit=5',
    `/api/v1/records/compare?ids=${id}`,
    `/api/v1/records/${id}`,
    `/api/v1/records/${id}/samples`,
    ...['csv', 'json', 'html'].map((format) => `/api/v1/records/${id}/export?format=${format}`),
  ]) {
    expect([path, (await operator.get(path)).status]).toEqual([path, 200]);
  }
  await operator.done('/api/v1/prescriptions/check', { prescription });
  await operator.done('/api/v1/session/end');

  const wanted = routes.map(({ method, path }) => `${method} ${path} 200`);
  expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
});

it('is refused on every route that does something, as described, for form, size and origin', async () => {
  const { nobody, setupCode } = await server({ accounts: false });
  const maker = nobody();
  await maker.done('/api/v1/setup', { code: setupCode, name: 'Ann', password });
  for (const { method, path } of routes) {
    if (method !== 'POST') continue;
    const at = path.replace('{id}', '20261120T093512123Z-7f3a').replace('{command}', 'pause');
    const json = { 'content-type': 'application/json' };
    const asked: readonly (readonly [status: number, body: string, headers: object])[] = [
      [403, '{}', { ...json, origin: 'http://evil.example' }],
      [413, `"${'x'.repeat(70_000)}"`, json],
      [415, 'a=1', { 'content-type': 'text/plain' }],
      [400, '{', json],
    ];
    for (const [status, body, headers] of asked) {
      const reply = await maker.post(at, body, headers as Record<string, string>);
      // STOP minds nothing but another site.
      const wanted = path === '/api/v1/stop' && status !== 403 ? 200 : status;
      expect([path, reply.status]).toEqual([path, wanted]);
    }
  }
  const tooLong = { headers: { 'last-event-id': 'x'.repeat(81) } };
  expect((await maker.ask('/api/v1/events', tooLong)).status).toBe(400);
});
