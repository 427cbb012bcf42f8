/** Drills: a fault on purpose, the time until the device answers, and a way back that proves the cause gone (L7). */
import { describe, expect, it } from 'vitest';
import {
  recordAnswerSchema,
  drillsAnswerSchema,
} from '../../src/server/contract/record-answers.ts';
import { server } from './server.ts';

const fault = 'plate-a-open';

describe('a drill', () => {
  it('is answered by a trip, recorded as a simulation, and reset only with the cause gone', async () => {
    const { person, state } = await server({ device: { speed: 60 } });
    const engineer = await person('Eve');
    await engineer.start();
    const { treatmentId } = await state((now) => now.session === 'treating.cold');
    await engineer.done('/api/v1/drills', { fault });
    const tripped = await state((now) => now.session === 'faulted');
    expect(tripped.trip).toMatchObject({ rule: 'sensor-open' });
    expect(tripped.alarms[0]).toMatchObject({ id: 'sensor-open', acknowledgedBy: null });
    expect(tripped.drill).toMatchObject({ fault, by: 'Eve', response: { kind: 'trip' } });
    expect(tripped.drill!.response!.afterS).toBeGreaterThan(0);
    // The wire is still broken.
    const refused = await engineer.post('/api/v1/commands/reset', {});
    expect([refused.status, refused.body['code']]).toEqual([409, 'NOT_ALLOWED_NOW']);
    await engineer.command('acknowledgeAlarms');
    expect((await state((now) => now.alarms[0]?.acknowledgedBy === 'Eve')).session).toBe('faulted');
    await engineer.done('/api/v1/drills/clear', { fault });
    // The reading is to be proven good first: the bead needs a moment.
    let status = 409;
    while (status === 409) ({ status } = await engineer.post('/api/v1/commands/reset', {}));
    expect(status).toBe(200);
    await state((now) => now.session === 'idle');
    const record = recordAnswerSchema.parse(
      (await engineer.get(`/api/v1/records/${treatmentId!}`)).body,
    );
    expect(record.row).toMatchObject({ outcome: 'faulted', verdict: 'intact', simulated: true });
    expect(record.entries).toContainEqual(
      expect.objectContaining({ type: 'command', who: 'Eve', what: 'RESET', accepted: true }),
    );
    const { drills } = drillsAnswerSchema.parse((await engineer.get('/api/v1/drills')).body);
    expect(drills).toMatchObject([
      { treatmentId, fault, simulation: true, response: { kind: 'trip' } },
    ]);
  });

  it('needs a running treatment', async () => {
    const { person } = await server();
    const engineer = await person('the engineer');
    expect((await engineer.post('/api/v1/drills', { fault })).body).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
  });
});
