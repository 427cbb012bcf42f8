/** What must stay until a person has seen it outlives the process and the server that raised it (law L7). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { nothingSeen, readSeen, seenName } from '../../src/records/seen.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { leftBehind } from '../../src/server/device/left-behind.ts';
import { server } from './server.ts';
import type { Browser, TestServer } from './server.ts';

const speed = 60;
const fault = 'plate-a-open';

/** A trip of a broken wire that nobody has acknowledged. */
async function tripped({ person, state }: TestServer): Promise<string> {
  const engineer = await person('the engineer');
  await engineer.start();
  await state((now) => now.session === 'treating.cold');
  await engineer.done('/api/v1/drills', { fault });
  const { treatmentId } = await state((now) => now.session === 'faulted');
  return treatmentId!;
}

async function killed({ supervisor, state }: TestServer): Promise<LiveState> {
  const before = supervisor.processId!;
  process.kill(before, 'SIGKILL');
  await state((now) => now.device.link === 'lost');
  return state((now) => now.device.link === 'ready');
}

const offerOf = (state: LiveState, command: string): boolean =>
  state.offers.find((offer) => offer.command === command)!.allowed;

function expectUnseen(state: LiveState, treatmentId: string): void {
  expect(state).toMatchObject({ session: 'idle', powered: false, trip: { rule: 'sensor-open' } });
  expect(state.alarms).toContainEqual(
    expect.objectContaining({
      id: 'sensor-open',
      priority: 'high',
      present: false,
      latching: true,
      acknowledgedBy: null,
      sounding: true,
    }),
  );
  expect(state.outcome).toMatchObject({ treatmentId, outcome: 'faulted' });
  expect(offerOf(state, 'acknowledgeAlarms')).toBe(true);
  expect(offerOf(state, 'acknowledgeEnd')).toBe(true);
  expect(offerOf(state, 'start')).toBe(false);
}

async function seen(operator: Browser): Promise<void> {
  await operator.command('acknowledgeAlarms');
  await operator.command('acknowledgeEnd');
}

describe('a latched alarm that nobody has acknowledged', () => {
  it('is there, and sounds, when the device process has died and another one is at rest', async () => {
    const running = await server({ device: { speed } });
    const treatmentId = await tripped(running);
    expectUnseen(await killed(running), treatmentId);
    // And again, as often as it dies.
    expectUnseen(await killed(running), treatmentId);
    const operator = await running.person('the operator');
    const screening = { answers: 'all-clear' };
    const request = { prescription: { preset: 'seed-spasm' }, screening };
    expect((await operator.post('/api/v1/treatments', request)).status).toBe(409);
    await seen(operator);
    const fresh = await killed(running);
    expect(fresh).toMatchObject({ outcome: null, trip: null, alarms: [] });
    await operator.start();
    await running.state((now) => now.session === 'treating.cold');
  });

  it('is there when the server was started anew, until somebody has seen it', async () => {
    const first = await server({ device: { speed } });
    const treatmentId = await tripped(first);
    await first.close('the test');
    const second = await server({ device: { speed }, folder: first.folder });
    expectUnseen(await second.state((now) => now.device.link === 'ready'), treatmentId);
    const operator = await second.person('the operator');
    await operator.command('acknowledgeAlarms');
    await second.close('the test');
    // Of the end nobody has said anything yet.
    const third = await server({ device: { speed }, folder: first.folder });
    const { outcome, alarms } = await third.state((now) => now.device.link === 'ready');
    expect(outcome).toMatchObject({ treatmentId, outcome: 'faulted' });
    expect(alarms).toEqual([]);
    await (await third.person('the operator')).command('acknowledgeEnd');
    expect(readSeen(first.folder, treatmentId)).toEqual({
      id: treatmentId,
      endSeenBy: 'the operator',
      alarmsSeenBy: { 'sensor-open': 'the operator' },
    });
  });

  it('is of its own when a treatment was cut off: nobody knows how it ended', async () => {
    const running = await server({ device: { speed } });
    const operator = await running.person('the operator');
    await operator.start();
    const { treatmentId } = await running.state((now) => now.session === 'treating.hot');
    const fresh = await killed(running);
    expect(fresh.alarms).toMatchObject([
      { id: 'end-not-known', priority: 'high', acknowledgedBy: null, sounding: true },
    ]);
    expect(fresh.outcome).toMatchObject({ treatmentId, outcome: 'not known' });
    await seen(operator);
    await operator.start();
    const { outcome, alarms } = await running.state((now) => now.session === 'treating.cold');
    expect([outcome, alarms.filter(({ latching }) => latching)]).toEqual([null, []]);
  });
});

describe('what a record leaves behind', () => {
  it('is all of it where the note of what was seen is lost, broken or about another record', async () => {
    const running = await server({ device: { speed } });
    const id = await tripped(running);
    await running.close('the test');
    const { folder } = running;
    const record = verifyRecord(readFileSync(join(folder, `${id}.jsonl`)));
    for (const note of [null, '', '{', '[]', JSON.stringify(nothingSeen('another'))]) {
      if (note !== null) writeFileSync(join(folder, seenName), note);
      const left = leftBehind(id, record, readSeen(folder, id), 0);
      expect(left.outcome, String(note)).toMatchObject({ treatmentId: id, outcome: 'faulted' });
      // One broken wire is one alarm, whatever missed its reading.
      expect(left.alarms.alarms.map((alarm) => alarm.id)).toEqual(['sensor-open']);
    }
  });

  it('is that its end is not known, wherever it is cut off', async () => {
    const running = await server({ device: { speed } });
    const id = await tripped(running);
    await running.close('the test');
    const whole = readFileSync(join(running.folder, `${id}.jsonl`));
    const ends = [0, 100, ...[0.2, 0.5, 0.9].map((part) => Math.floor(part * whole.length))];
    for (const end of [...ends, whole.length - 1]) {
      const { outcome, alarms } = leftBehind(
        id,
        verifyRecord(whole.subarray(0, end)),
        nothingSeen(id),
        0,
      );
      expect(outcome, `${end} bytes`).toMatchObject({ outcome: 'not known', coldFinish: null });
      expect(alarms.alarms.map((alarm) => alarm.id)).toContain('end-not-known');
    }
  });
});
