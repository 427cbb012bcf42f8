/** What happens to a treatment, crossed with the kinds of boards: the same laws in every tick, and the same ends. */
import { describe, expect, it } from 'vitest';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import { Bench } from './bench.ts';
import type { BenchBoard } from './bench.ts';
import { skinIsFine } from './clockwork.ts';

const dwellsMs = [2000, 60_000, 2000, 60_000, 2000];
const wish = async (bench: Bench, event: Parameters<Bench['wish']>[0]): Promise<void> => {
  bench.wish(event);
  await bench.tick();
};

async function toSelfTest(bench: Bench): Promise<void> {
  await wish(bench, { type: 'PRESCRIBE', rotations: 2 });
  await wish(bench, { type: 'SCREENED', result: 'clear' });
  expect(bench.state).toBe('selfTest');
}

async function toCold(bench: Bench): Promise<void> {
  await toSelfTest(bench);
  await bench.until(() => bench.state === 'awaitingContact', 90_000);
  bench.layOnSkin();
  await wish(bench, { type: 'CONTACT_CONFIRMED' });
  expect(bench.state).toBe('treating.cold');
}

async function toHeat(bench: Bench): Promise<void> {
  await toCold(bench);
  await bench.until(() => bench.state === 'checking', 10_000);
  await wish(bench, skinIsFine);
  await bench.until(() => bench.pins.heat > 0, 30_000);
}

async function toTheEnd(bench: Bench, outcome: string): Promise<void> {
  bench.liftOff();
  await bench.until(() => bench.state === 'ended', 60_000);
  expect(bench.companion.summary().outcome).toBe(outcome);
}

/** Stopped, faulted or reset: a new treatment begins with a self-test, and gets to its cold phase. */
async function beginsAnew(bench: Bench): Promise<void> {
  if (bench.state === 'ended') await wish(bench, { type: 'ACKNOWLEDGE' });
  await bench.rest();
  await toCold(bench);
  await bench.until(() => bench.pins.enabled && bench.pins.relayClosed, 1000);
}

const situations: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'a pause in heat, ended by somebody': async (bench) => {
    await toHeat(bench);
    await wish(bench, { type: 'PAUSE' });
    expect(bench.pins).toMatchObject({ heat: 0, cool: 0, enabled: false, relayClosed: false });
    await bench.run(5000);
    await wish(bench, { type: 'RESUME' });
    await bench.until(() => bench.pins.enabled && bench.pins.relayClosed, 500);
    expect(bench.state).toBe('treating.hot');
  },
  'a pause that nobody ends': async (bench) => {
    await toHeat(bench);
    await bench.until(() => bench.plateC > 36.2, 60_000);
    await wish(bench, { type: 'PAUSE' });
    await bench.run(299_000);
    expect(bench.state).toBe('paused');
    await bench.until(() => bench.state === 'settling', 1500);
    await toTheEnd(bench, 'ended early');
    expect(bench.companion.summary().coldFinish).toBe(false);
  },
  'the stop button in heat, and a treatment after it': async (bench) => {
    await toHeat(bench);
    bench.holdStop(true);
    await bench.tick();
    expect(bench.state).toBe('settling');
    expect(bench.pins).toMatchObject({ heat: 0, cool: 0, enabled: false, relayClosed: false });
    await bench.run(500);
    bench.holdStop(false);
    await toTheEnd(bench, 'stopped');
    await beginsAnew(bench);
  },
  'the stop button in a pause': async (bench) => {
    await toHeat(bench);
    await wish(bench, { type: 'PAUSE' });
    bench.holdStop(true);
    await bench.run(100);
    expect(bench.state).toBe('settling');
    bench.holdStop(false);
    await wish(bench, { type: 'RESUME' });
    await bench.run(1000);
    await toTheEnd(bench, 'stopped');
  },
  'the stop button in the self-test': async (bench) => {
    await toSelfTest(bench);
    await bench.run(2000);
    bench.holdStop(true);
    await bench.run(100);
    expect(bench.state).toBe('settling');
    bench.holdStop(false);
    await toTheEnd(bench, 'stopped');
  },
  'a stall of the computer, a reset, and a treatment after it': async (bench) => {
    await toHeat(bench);
    bench.fault('host-stalled');
    await bench.until(() => bench.state === 'faulted', 300);
    expect(bench.companion.summary()).toMatchObject({ outcome: 'faulted' });
    bench.liftOff();
    const reset = { type: 'RESET', person: 'A. Smith', causeGone: false } as const;
    await wish(bench, { ...reset, person: ' ' });
    expect(bench.state).toBe('faulted');
    await bench.until(() => {
      if (bench.state === 'faulted') bench.wish(reset);
      return bench.state === 'idle';
    }, 10_000);
    await beginsAnew(bench);
  },
  'a self-test that fails': async (bench) => {
    await toSelfTest(bench);
    bench.spoil('heatsink sensor held');
    await bench.until(() => bench.state === 'faulted', 60_000);
    const { outcome, rule } = bench.companion.summary();
    expect(outcome).toBe('faulted');
    // Held from the beginning it is a frozen reading, before it is one that does not answer the pulse.
    expect(['self-test', 'sensor-frozen']).toContain(rule);
    expect(bench.heating).toBe(0);
  },
  'a wire that breaks in heat': async (bench) => {
    await toHeat(bench);
    bench.spoil('plate sensor open');
    await bench.until(() => bench.state === 'faulted', 300);
    const { outcome, rule, reason } = bench.companion.summary();
    expect(outcome).toBe('faulted');
    // On the chip the guard looks twenty times as often.
    const first = bench.kind === 'emulated' ? 'guard-tripped' : 'sensor-open';
    expect([rule, /plate sensor A/i.test(reason)]).toEqual([first, true]);
  },
  'an alarm of a trip that somebody has seen': async (bench) => {
    await toHeat(bench);
    bench.spoil('plate sensor open');
    await bench.until(() => bench.state === 'faulted', 300);
    bench.liftOff();
    // A board that took its host for gone would sound by itself from now on.
    await bench.run(2 * guardTiming.silentHostMs);
    bench.acknowledgeAlarms();
    await bench.tick();
    const heard: boolean[] = [];
    for (let passedMs = 0; passedMs < 3000; passedMs += tickMs) {
      await bench.tick();
      heard.push(bench.pins.buzzer);
    }
    expect(heard).not.toContain(true);
  },
};

const boards: readonly BenchBoard[] = ['simulated', 'guarded', 'emulated'];

describe.each(boards)('on the %s board', (board) => {
  it.each(Object.entries(situations))('%s', async (_what, happen) => {
    const bench = await Bench.open(dwellsMs, 'none missed', board);
    try {
      await happen(bench);
      await bench.run(1000);
    } finally {
      await bench.close();
    }
  });
});
