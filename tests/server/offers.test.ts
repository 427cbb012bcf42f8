/** What is offered is what is done, and what nobody has seen stays: the device process without a process around it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { commandNames } from '../../src/server/contract/live-state.ts';
import type { CommandName } from '../../src/server/contract/live-state.ts';
import { answer } from '../../src/server/device/commands.ts';
import { DeviceHost } from '../../src/server/device/host.ts';
import type { DeviceRequest } from '../../src/server/device/messages.ts';
import { Refusal } from '../../src/server/refusal.ts';
import { openDevice } from '../../src/treatment/open-device.ts';

const who = 'Ada';

async function openHost(): Promise<DeviceHost> {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-offers-'));
  const opened = await openDevice({
    board: 'simulated',
    pins: DeviceHost.pins,
    rig: rigs.reference,
    seed: 1,
  });
  const host = new DeviceHost(
    opened,
    {
      board: 'simulated',
      rig: 'reference',
      seed: 1,
      speed: 100_000,
      bench: false,
      standIn: false,
      history: false,
      recordsFolder: folder,
      limitsFile: null,
      version: '0',
    },
    {
      publish: () => {},
      wallNowMs: () => performance.now(),
      sinceBootMs: () => performance.now(),
      utcNow: () => new Date(),
      draw: (least) => least,
    },
  );
  const running = host.run();
  onTestFinished(async () => {
    host.leave('the test');
    await running;
    rmSync(folder, { recursive: true, force: true });
  });
  return host;
}

const start = {
  type: 'start',
  who,
  prescription: { preset: 'seed-spasm' },
  site: 'unspecified',
} as const;
const screening = { answers: 'all-clear' } as const;

function requestFor(command: CommandName): DeviceRequest {
  switch (command) {
    case 'start':
      return start;
    case 'screen':
      return { type: 'screen', who, screening };
    case 'stop':
      return { type: 'stop', who };
    case 'setSpeed':
      return { type: 'simulation', who, change: { standIn: false } };
    case 'injectFault':
    case 'clearFault':
      return { type: command, who, fault: 'plate-a-open' };
    case 'answerSkinCheck':
      return { type: 'wish', who, wish: { wish: command, answer: 'fine', findings: [] } };
    case 'cancel':
    case 'confirmContact':
    case 'pause':
    case 'resume':
    case 'endEarly':
    case 'acknowledgeAlarms':
    case 'pauseAlarmSound':
    case 'reset':
    case 'acknowledgeEnd':
      return { type: 'wish', wish: { wish: command }, who };
  }
}

/** Null where it was done, the words of the refusal where not. */
async function ask(host: DeviceHost, request: DeviceRequest): Promise<string | null> {
  try {
    await answer(host, request);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    expect(thrown.body.code).toBe('NOT_ALLOWED_NOW');
    return thrown.body.what;
  }
}

const plain = (host: DeviceHost, command: CommandName) => ask(host, requestFor(command));

async function ticks(host: DeviceHost, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await host.nextTick();
}

async function until(host: DeviceHost, state: string): Promise<void> {
  for (let left = 100_000; host.sessionName !== state; left -= 1) {
    if (left === 0) throw new Error(`${state} is never reached; it is ${host.sessionName}`);
    await host.nextTick();
  }
}

/** A trip in the first cold phase, by a broken wire. */
async function tripped(): Promise<DeviceHost> {
  const host = await openHost();
  await ticks(host, 400);
  expect(await ask(host, { ...start, screening })).toBeNull();
  await until(host, 'awaitingContact');
  expect(await plain(host, 'confirmContact')).toBeNull();
  await ticks(host, 400);
  expect(await plain(host, 'injectFault')).toBeNull();
  await until(host, 'faulted');
  await ticks(host, 40);
  return host;
}

describe('after a trip', () => {
  it('a reset is offered once its cause is gone, and what nobody has seen stays until somebody has', async () => {
    const host = await tripped();
    expect(host.objection('reset')).toMatch(/^the cause is still there: sensor-open/);
    expect(await plain(host, 'reset')).toBe(host.objection('reset'));
    expect(await plain(host, 'clearFault')).toBeNull();
    await ticks(host, 400);
    expect(host.objection('reset')).toBeNull();
    const before = host.state();
    expect(await plain(host, 'reset')).toBeNull();
    await ticks(host, 400);
    const after = host.state();
    expect(after.session).toBe('idle');
    expect(after.outcome).toMatchObject({ outcome: 'faulted', rule: 'sensor-open' });
    expect(after.trip).toMatchObject({ rule: 'sensor-open', remedy: before.trip?.remedy });
    expect(after.treatmentId).toBe(before.treatmentId);
    expect(after.alarms).toEqual([
      expect.objectContaining({
        id: 'sensor-open',
        priority: 'high',
        present: false,
        acknowledgedBy: null,
        sounding: true,
      }),
    ]);
    // Nothing new before both were seen, in either order.
    expect(await plain(host, 'start')).toMatch(/how the last treatment ended/);
    expect(await plain(host, 'acknowledgeEnd')).toBeNull();
    expect(host.state()).toMatchObject({ outcome: null, trip: null });
    expect(await plain(host, 'start')).toMatch(/an alarm of the last treatment \(sensor-open\)/);
    expect(await plain(host, 'acknowledgeAlarms')).toBeNull();
    expect(host.objection('acknowledgeAlarms')).not.toBeNull();
    await ticks(host, 1500);
    expect(host.state().alarms).toEqual([]);
    expect(host.objection('start')).toBeNull();
  });

  it('the sound is paused for two minutes, and not for longer; nothing else is silenced by it', async () => {
    const host = await tripped();
    await plain(host, 'clearFault');
    await ticks(host, 400);
    await plain(host, 'reset');
    const sounding = (): boolean[] => host.state().alarms.map((alarm) => alarm.sounding);
    expect(sounding()).toEqual([true]);
    expect(await plain(host, 'pauseAlarmSound')).toBeNull();
    expect(sounding()).toEqual([false]);
    await ticks(host, 2390);
    expect(sounding()).toEqual([false]);
    await ticks(host, 20);
    expect(sounding()).toEqual([true]);
    expect(host.state().alarms[0]).toMatchObject({ acknowledgedBy: null });
  });

  it('the sound is paused while the fault is still latched, too', async () => {
    const host = await tripped();
    expect(await plain(host, 'pauseAlarmSound')).toBeNull();
    await ticks(host, 2);
    expect(host.state().alarms.some((alarm) => alarm.sounding)).toBe(false);
  });
});

it('what is said of the skin is kept, or refused once the record is closed', async () => {
  const host = await openHost();
  await ticks(host, 400);
  expect(await ask(host, { ...start, screening })).toBeNull();
  await until(host, 'awaitingContact');
  expect(await plain(host, 'confirmContact')).toBeNull();
  await until(host, 'treating.cold');
  await ticks(host, 400);
  expect(await plain(host, 'stop')).toBeNull();
  await until(host, 'ended');
  // The closing question: with its answer the record ends.
  expect(await plain(host, 'answerSkinCheck')).toBeNull();
  await ticks(host, 5);
  const wrong: DeviceRequest = {
    type: 'wish',
    who,
    wish: { wish: 'answerSkinCheck', answer: 'wrong', findings: ['blister'] },
  };
  expect(host.objection('answerSkinCheck')).toMatch(/the record of this treatment is closed/);
  expect(await ask(host, wrong)).toBe(host.objection('answerSkinCheck'));
});

const onward = [
  'start',
  'screen',
  'confirmContact',
  'answerSkinCheck',
  'pause',
  'resume',
  'injectFault',
  'clearFault',
  'reset',
  'acknowledgeEnd',
  'acknowledgeAlarms',
  'pauseAlarmSound',
] as const;

describe('what is offered', () => {
  it.each([1, 2, 3])('is what is done, in every state, seed %d', async (seed) => {
    const random = xoroshiro128plus(seed);
    const pick = <One>(from: readonly One[]): One => from[uniformInt(random, 0, from.length - 1)]!;
    const host = await openHost();
    const seen = new Map<string, Set<string>>();
    for (let step = 0; step < 120; step += 1) {
      const before = host.sessionName;
      // What leads on comes more often than what ends, and what is offered more often than what is not.
      const offered = onward.filter((one) => host.objection(one) === null);
      const command = pick(step % 3 === 0 || offered.length === 0 ? commandNames : offered);
      const offer = host.state().offers.find((one) => one.command === command)!;
      const refused = await ask(host, requestFor(command));
      expect(refused, `${command} in ${before}, step ${step}`).toBe(offer.reason);
      expect(offer.allowed).toBe(refused === null);
      if (offer.allowed) seen.set(command, (seen.get(command) ?? new Set()).add(before));
      // At rest the board's time goes by at ×60 at most.
      await ticks(host, pick(host.treatment === null ? [1, 20, 100] : [1, 20, 400, 1500]));
    }
    // The walk went somewhere.
    expect([...seen.keys()].length).toBeGreaterThanOrEqual(9);
  });
});
