/** What happens to a treatment, crossed with the kinds of boards: the same laws in every tick, and the same ends. */
import { describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';
import type { BenchBoard } from './bench.ts';
import { skinIsFine } from './clockwork.ts';

const dwellsMs = [2000, 60_000, 2000, 60_000, 2000];
const wish = (bench: Bench, event: Parameters<Bench['wish']>[0]): void => {
  bench.wish(event);
  bench.tick();
};

function toSelfTest(bench: Bench): void {
  wish(bench, { type: 'PRESCRIBE', rotations: 2 });
  wish(bench, { type: 'SCREENED', result: 'clear' });
  expect(bench.state).toBe('selfTest');
}

function toCold(bench: Bench): void {
  toSelfTest(bench);
  bench.until(() => bench.state === 'awaitingContact', 90_000);
  bench.layOnSkin();
  wish(bench, { type: 'CONTACT_CONFIRMED' });
  expect(bench.state).toBe('treating.cold');
}

function toHeat(bench: Bench): void {
  toCold(bench);
  bench.until(() => bench.state === 'checking', 10_000);
  wish(bench, skinIsFine);
  bench.until(() => bench.pins.heat > 0, 30_000);
}

function toTheEnd(bench: Bench, outcome: string): void {
  bench.liftOff();
  bench.until(() => bench.state === 'ended', 60_000);
  expect(bench.companion.summary().outcome).toBe(outcome);
}

/** Stopped, faulted or reset: a new treatment begins with a self-test, and gets to its cold phase. */
function beginsAnew(bench: Bench): void {
  if (bench.state === 'ended') wish(bench, { type: 'ACKNOWLEDGE' });
  bench.rest();
  toCold(bench);
  bench.until(() => bench.pins.enabled && bench.pins.relayClosed, 1000);
}

const situations: Readonly<Record<string, (bench: Bench) => void>> = {
  'a pause in heat, ended by somebody': (bench) => {
    toHeat(bench);
    wish(bench, { type: 'PAUSE' });
    expect(bench.pins).toMatchObject({ heat: 0, cool: 0, enabled: false, relayClosed: false });
    bench.run(5000);
    wish(bench, { type: 'RESUME' });
    bench.until(() => bench.pins.enabled && bench.pins.relayClosed, 500);
    expect(bench.state).toBe('treating.hot');
  },
  'a pause that nobody ends': (bench) => {
    toHeat(bench);
    bench.until(() => bench.plateC > 36.2, 60_000);
    wish(bench, { type: 'PAUSE' });
    bench.run(299_000);
    expect(bench.state).toBe('paused');
    bench.until(() => bench.state === 'settling', 1500);
    toTheEnd(bench, 'ended early');
    expect(bench.companion.summary().coldFinish).toBe(false);
  },
  'the stop button in heat, and a treatment after it': (bench) => {
    toHeat(bench);
    bench.holdStop(true);
    bench.tick();
    expect(bench.state).toBe('settling');
    expect(bench.pins).toMatchObject({ heat: 0, cool: 0, enabled: false, relayClosed: false });
    bench.run(500);
    bench.holdStop(false);
    toTheEnd(bench, 'stopped');
    beginsAnew(bench);
  },
  'the stop button in a pause': (bench) => {
    toHeat(bench);
    wish(bench, { type: 'PAUSE' });
    bench.holdStop(true);
    bench.run(100);
    expect(bench.state).toBe('settling');
    bench.holdStop(false);
    wish(bench, { type: 'RESUME' });
    bench.run(1000);
    toTheEnd(bench, 'stopped');
  },
  'the stop button in the self-test': (bench) => {
    toSelfTest(bench);
    bench.run(2000);
    bench.holdStop(true);
    bench.run(100);
    expect(bench.state).toBe('settling');
    bench.holdStop(false);
    toTheEnd(bench, 'stopped');
  },
  'a stall of the computer, a reset, and a treatment after it': (bench) => {
    toHeat(bench);
    bench.fault('host-stalled');
    bench.until(() => bench.state === 'faulted', 300);
    expect(bench.companion.summary()).toMatchObject({ outcome: 'faulted' });
    bench.liftOff();
    const reset = { type: 'RESET', person: 'A. Smith', causeGone: false } as const;
    wish(bench, { ...reset, person: ' ' });
    expect(bench.state).toBe('faulted');
    bench.until(() => {
      if (bench.state === 'faulted') bench.wish(reset);
      return bench.state === 'idle';
    }, 10_000);
    beginsAnew(bench);
  },
  'a self-test that fails': (bench) => {
    toSelfTest(bench);
    bench.spoil('heatsink sensor held');
    bench.until(() => bench.state === 'faulted', 60_000);
    const { outcome, rule } = bench.companion.summary();
    expect(outcome).toBe('faulted');
    // Held from the beginning it is a frozen reading, before it is one that does not answer the pulse.
    expect(['self-test', 'sensor-frozen']).toContain(rule);
    expect(bench.heating).toBe(0);
  },
  'a wire that breaks in heat': (bench) => {
    toHeat(bench);
    bench.spoil('plate sensor open');
    bench.until(() => bench.state === 'faulted', 300);
    expect(bench.companion.summary()).toMatchObject({ outcome: 'faulted', rule: 'sensor-open' });
  },
};

const boards: readonly BenchBoard[] = ['simulated', 'guarded'];

describe.each(boards)('on a %s board', (board) => {
  it.each(Object.entries(situations))('%s', async (_what, happen) => {
    const bench = await Bench.open(dwellsMs, 'none missed', board);
    try {
      happen(bench);
      bench.run(1000);
    } finally {
      await bench.close();
    }
  });
});
