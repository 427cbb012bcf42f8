/** STOP: for everybody, from everywhere on this site, and never said to have worked when it may not have (law L3). */
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { prescription, server } from './server.ts';

const stop = '/api/v1/stop';
const speed = 60;

describe('STOP', () => {
  it('needs no session, no body and no browser, and is confirmed by the pins', async () => {
    const { person, nobody, state, record } = await server({ device: { speed } });
    const operator = await person('the operator');
    await operator.start();
    await state((now) => now.phase?.coldFinishOwed === true);
    const { status, body } = await nobody().ask(stop, { method: 'POST' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ confirmed: true, relayOpen: true, bridgeOff: true });
    expect(body['words']).toMatch(/^stopped in \d+\.\d s, power verified off$/);
    const { outcome, treatmentId, powered } = await state((now) => now.outcome !== null);
    expect(powered).toBe(false);
    expect(outcome).toMatchObject({ outcome: 'stopped', coldFinish: false });
    expect(record(treatmentId!).at(-1)).toContain('cold finish not delivered');
  });

  it.each(['viewer', 'operator', 'clinician', 'engineer'] as const)(
    'works for a %s',
    async (role) => {
      const { person, state } = await server({ device: { speed } });
      const anybody = await person(`the ${role}`);
      const operator = await person('Ann');
      await operator.start();
      await state((now) => now.session === 'preparing');
      expect((await anybody.post(stop, {})).body).toMatchObject({ confirmed: true });
      expect((await state((now) => now.outcome !== null)).outcome?.reason).toBe(
        `stopped by the ${role} (the dashboard, 127.0.0.1)`,
      );
    },
  );

  it('works at rest, in the screening, and twice', async () => {
    const { person, nobody, state } = await server({ device: { speed } });
    const anybody = nobody();
    expect((await anybody.post(stop, {})).body).toMatchObject({ confirmed: true, session: 'idle' });
    const operator = await person('the operator');
    await operator.done('/api/v1/treatments', { prescription });
    const [one, other] = await Promise.all([anybody.post(stop, {}), anybody.post(stop, {})]);
    expect([one.body['confirmed'], other.body['confirmed']]).toEqual([true, true]);
    expect((await state((now) => now.outcome !== null)).outcome?.outcome).toBe('stopped');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json'])(
    'is heard whatever is sent along as %s',
    async (type) => {
      const { nobody } = await server();
      const reply = await nobody().post(stop, '{"x": ', { 'content-type': type });
      expect(reply.body).toMatchObject({ confirmed: true });
    },
  );

  it('is not for other sites to press', async () => {
    const { nobody } = await server();
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect((await nobody().post(stop, {}, { origin })).body).toMatchObject({
        code: 'WRONG_ORIGIN',
      });
    }
  });

  it('is not said to have worked where nothing confirms it, and the silent process is ended', async () => {
    const { person, nobody, state, supervisor, record } = await server({
      device: { speed },
      stopWithinMs: 300,
    });
    const operator = await person('the operator');
    await operator.start();
    const { treatmentId } = await state((now) => now.session === 'preparing');
    // Hung: it neither ticks nor renews a lease.
    process.kill(supervisor.processId!, 'SIGSTOP');
    const { status, body } = await nobody().post(stop, {});
    expect([status, body['confirmed'], body['session']]).toEqual([504, false, null]);
    expect(body['words']).toMatch(/NOT CONFIRMED: cut the power/);
    const lost = await state((now) => now.device.link === 'lost');
    expect(lost).toMatchObject({ readings: { plateAC: null }, outcome: { outcome: 'not known' } });
    const fresh = await state((now) => now.device.link === 'ready');
    expect(fresh).toMatchObject({ session: 'idle', powered: false, treatmentId });
    // Nothing is resumed, and nothing new begins before somebody has seen how the last one ended.
    expect((await operator.post('/api/v1/treatments', { prescription })).status).toBe(409);
    await operator.command('acknowledgeEnd');
    await operator.command('acknowledgeAlarms');
    await operator.start();
    expect(record(treatmentId!).join('')).not.toContain('"type":"summary"');
    await once(supervisor, 'state');
  });
});
