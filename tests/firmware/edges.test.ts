/**
 * Where the limits of the guard's core stand, worked out anew from the figures of docs/guard-protocol.md: two counts inside
 * nothing happens, two counts outside it trips with the right reason.
 */
import { describe, expect, test } from 'vitest';
import { armedCore, CoreBench, useCore } from './core-bench.ts';
import { witnessCountOf } from './guard-bench.ts';
import type { DriveWish } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';

describe.runIf(hasCompiler)('the current of the modules', () => {
  const core = useCore();
  const countsPerA = (0.1 / 5) * 1024;
  const [zero, idleA, warmSinkA, warmPlateA] = [512, 0.7, 2.8, 2];
  const [least, most] = [0.62, 1.4];
  const windowMost = 860;
  const full = { cool: 10.8, heat: 4.5 };
  const share = (count: number): number => count / 255;
  const cool = (count: number): DriveWish => ({ cool: count, enable: 1, relay: 1 });
  const heat = (count: number): DriveWish => ({ heat: count, enable: 1, relay: 1 });

  /** Amperes that are allowed, cooling above zero; and what is said of less and of more. */
  const edges: [string, DriveWish, [number, number], [string, string]][] = [
    ['nothing', {}, [-idleA, idleA], ['bridge-shorted', 'bridge-shorted']],
    ['the relay alone', { relay: 1 }, [-idleA, idleA], ['bridge-shorted', 'bridge-shorted']],
    ...[128, 200, 255].map((count): (typeof edges)[number] => {
      const a = full.cool * share(count);
      const allowed: [number, number] = [a * least - warmSinkA, a * most + warmPlateA];
      // Above its window the sensor itself is taken for broken.
      const tooHigh =
        zero + allowed[1] * countsPerA > windowMost ? 'sensor-open' : 'bridge-shorted';
      return [`cool at ${count}`, cool(count), allowed, ['module-open', tooHigh]];
    }),
    ...[230, 255].map((count): (typeof edges)[number] => {
      const a = full.heat * share(count);
      const allowed: [number, number] = [-a * most - warmSinkA, -a * least + warmPlateA];
      return [`heat at ${count}`, heat(count), allowed, ['bridge-shorted', 'module-open']];
    }),
  ];

  /** Cooled until the second relay is proven and closed, and then driven with this current. */
  function withCurrent(drive: DriveWish, count: number): CoreBench {
    const bench = armedCore(core());
    bench.drive({}, 250);
    bench.drive(cool(255), 400);
    bench.drive({}, 250);
    bench.drive(drive, 300);
    bench.others.current = count;
    bench.drive(drive, 300);
    return bench;
  }

  test.each(edges)('driven: %s', (_what, drive, [lowA, highA], [tooLow, tooHigh]) => {
    const [low, high] = [zero + lowA * countsPerA, zero + highA * countsPerA];
    const found = [low - 2, low + 2, high - 2, high + 2].map((count) => {
      const { state, reason } = withCurrent(drive, Math.round(count));
      return state === 'armed' ? state : reason;
    });
    expect(found).toEqual([tooLow, 'armed', 'armed', tooHigh]);
  });

  test.each([
    ['heat while it cools', cool(255), zero - 4 * countsPerA],
    ['cool while it heats', heat(255), zero + 4 * countsPerA],
  ])('%s is a leg that nobody drives', (_what, drive, count) => {
    expect(withCurrent(drive, Math.round(count)).reason).toBe('bridge-shorted');
  });
});

describe.runIf(hasCompiler)('the tachometer of the fan', () => {
  const core = useCore();
  const unknownEdges = 16_383;
  const windowMs = 2048;
  const edges = ({ host }: CoreBench): number | undefined => host.status?.fanEdges;

  test('is told as the edges of the last whole window, and begins anew at arming', () => {
    const bench = armedCore(core());
    bench.drive({}, 500);
    expect(edges(bench)).toBe(unknownEdges);
    bench.drive({}, 2 * windowMs);
    // An edge every four passes.
    expect(edges(bench)).toBe(250);
    bench.others.fanTurns = false;
    bench.send(bench.host.frame('disarm', {}));
    bench.pass(20);
    bench.arm();
    bench.drive({}, 500);
    expect([bench.state, edges(bench)]).toEqual(['armed', unknownEdges]);
    bench.drive({}, windowMs);
    expect([bench.state, edges(bench)]).toEqual(['armed', 0]);
    bench.drive({}, windowMs);
    expect([bench.reason, edges(bench)]).toEqual(['fan-stalled', 0]);
  });
});

describe.runIf(hasCompiler)('what the board holds against arming', () => {
  const core = useCore();

  test.each([
    [1.95, 'witness-disagrees'],
    [1.45, 'none'],
  ])('a witness that has moved by %f °C since, within 2 °C of the beads', (movedC, reason) => {
    const bench = new CoreBench(core());
    bench.others.witness = witnessCountOf(24);
    bench.start();
    bench.others.witness = witnessCountOf(24 + movedC);
    bench.drive({}, 10_600);
    expect(bench.reason).toBe(reason);
  });

  test('a second relay is not proven by a drive that cannot flow', () => {
    const bench = armedCore(core());
    bench.others.line = 'welded';
    bench.drive({}, 250);
    bench.drive({ cool: 255, relay: 1 }, 600);
    expect(bench.state).toBe('armed');
    bench.drive({ cool: 255, enable: 1, relay: 1 }, 300);
    expect(bench.finding.slice(0, 2)).toEqual(['relay-welded', 6]);
  });

  test('a stop loop that is shorted is named with its limit', () => {
    const bench = armedCore(core());
    bench.others.loopFollows = false;
    bench.drive({}, 300);
    expect(bench.finding).toEqual(['stop-loop-shorted', 0, 0, 1]);
  });
});

describe.runIf(hasCompiler)('a ground that the sensors share with the modules', () => {
  const core = useCore();
  const room = 512;

  /** Mean of bead A in sixteenths of a count, after so much drive that moves all sensors by so many counts. */
  function reported(cool: number, moved: number): number {
    const bench = armedCore(core());
    const witness = witnessCountOf(25);
    bench.send([0xf0, 0x7a, 25, 0, 0xf7, 0xc0, 1]);
    bench.drive({}, 800);
    bench.counts = [room + moved, room + moved, room + moved];
    bench.others.known += moved;
    bench.others.witness = witness + moved;
    bench.drive({ cool, enable: 1, relay: 1 }, 3000);
    expect(bench.state).toBe('armed');
    bench.host.firmata.length = 0;
    bench.drive({ cool, enable: 1, relay: 1 }, 1000);
    const reports = bench.host.firmata
      .filter(([id]) => id === 0xe0)
      .map(([, low = 0, high = 0]) => low + 128 * high);
    return reports.reduce((sum, one) => sum + one, 0) / reports.length;
  }

  test.each([
    [255, 4],
    [255, 3],
    [255, -3],
    [192, 3],
  ])('is taken off the beads: cool at %i moves them by %i', (cool, moved) => {
    // An eighth of a count: the rest is still being learned.
    expect(Math.abs(reported(cool, moved) - 16 * room)).toBeLessThanOrEqual(2);
  });
});

describe.runIf(hasCompiler)('a plate is judged ahead of its bead', () => {
  const core = useCore();

  /** Counts that bead A was short of the limit when its plate had reached it: a count every 45 passes. */
  function ahead(from: number, step: 1 | -1, drive: DriveWish, waitMs: number): number {
    const bench = new CoreBench(core());
    bench.counts = [from, from, 512];
    bench.start();
    bench.drive({}, 250 + waitMs);
    while (bench.state === 'armed') {
      bench.counts = bench.counts.map((count, at) => (at < 2 ? count + step : count));
      bench.drive(drive, 91);
    }
    expect(bench.reason).toBe(step < 0 ? 'plate-hot' : 'plate-cold');
    const { value = 0, plateACounts = 0 } = bench.host.status ?? {};
    return Math.abs(plateACounts - value);
  }

  test.each([
    ['hot', 380, -1, { heat: 255, enable: 1, relay: 1 }],
    ['cold', 670, 1, { cool: 255, enable: 1, relay: 1 }],
  ] as const)('%s: 1.2 s of its slope', (_what, from, step, drive) => {
    const waits = [0, 13, 26, 39, 52, 65, 78];
    const mean = waits.reduce((sum, ms) => sum + ahead(from, step, drive, ms), 0) / waits.length;
    const inLag = 1.2 / (45 * 0.002048);
    // The slope is that of up to an eighth less than its time, and the plate a whole count.
    expect(mean).toBeGreaterThan(inLag - 1);
    expect(mean).toBeLessThan(inLag + 0.3);
  });
});
