/** For how long may be driven, and what stops it from outside: one way, session, stop loop; and the fan (laws L3, L8). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardTiming, switchBits } from '../../hardware/guard/protocol.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import type { burntInLimits } from '../../src/firmware/generate.ts';
import { armedCore, CoreBench, useCore } from './core-bench.ts';
import { pinWrite } from './firmata-bytes.ts';
import { inForce, oneSided } from './drive-wishes.ts';
import { fullCool, fullHeat, readyMs } from './guard-bench.ts';
import type { DriveWish } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();
  const armed = (limits: Partial<typeof burntInLimits> = {}): CoreBench =>
    armedCore(core(), limits);

  describe('drive one way', () => {
    const oneWayS = 10;
    const pause: DriveWish = { enable: 1, relay: 1 };
    const driving = (wish: DriveWish, ms: number): [DriveWish, number] => [wish, ms];
    const after = (steps: readonly [DriveWish, number][]): CoreBench => {
      const bench = armed({ oneWayS });
      for (const [wish, ms] of steps) bench.drive(wish, ms);
      return bench;
    };

    test('for 20 minutes trips, by the board’s own count', () => {
      const bench = armed();
      bench.drive(fullHeat, 1_199_000, 400);
      expect(bench.state).toBe('armed');
      bench.drive(fullHeat, 1100);
      expect(bench.finding).toEqual(['one-way', 1, 1200, 1200]);
    });

    test('arming begins it anew', () => {
      const bench = after([driving(fullHeat, 6000)]);
      bench.send(bench.host.frame('disarm', {}));
      // The modules' current has to be seen to have ended.
      bench.pass(readyMs);
      bench.arm();
      bench.drive(fullHeat, 9500);
      expect(bench.state).toBe('armed');
    });

    test.each<[string, [DriveWish, number][], string]>([
      ['cooling counts as heating does', [driving(fullCool, 10_100)], 'one-way'],
      ['less is allowed', [driving(fullHeat, 9900)], 'none'],
      ['the least drive counts', [driving({ heat: 1, enable: 1 }, 10_100)], 'one-way'],
      ['on the other side too', [driving({ cool: 1, enable: 1 }, 10_100)], 'one-way'],
      [
        'pauses do not reset it',
        [driving(fullHeat, 6000), driving(pause, 50_000), driving(fullHeat, 4100)],
        'one-way',
      ],
      [
        'a minute at zero does',
        [driving(fullHeat, 6000), driving(pause, 61_000), driving(fullHeat, 9500)],
        'none',
      ],
      [
        'a moment of the other side does not',
        [
          driving(fullHeat, 6000),
          driving(pause, 300),
          driving(fullCool, 4500),
          driving(pause, 300),
          driving(fullHeat, 4100),
        ],
        'one-way',
      ],
      [
        '5 s of the other side do',
        [
          driving(fullHeat, 6000),
          driving(pause, 300),
          driving(fullCool, 5200),
          driving(pause, 300),
          driving(fullHeat, 9500),
        ],
        'none',
      ],
      [
        'a host that flickers between the sides gives neither a rest',
        Array.from({ length: 5 }, () => [
          driving(fullHeat, 2050),
          driving(pause, 300),
          driving(fullCool, 1500),
          driving(pause, 300),
        ]).flat(),
        'one-way',
      ],
    ])('%s', (_what, steps, reason) => {
      expect(after(steps).reason).toBe(reason);
    });
  });

  test('a session ends after 95 minutes, or sooner where it was narrowed to', () => {
    const bench = armed();
    bench.drive({}, 5_699_000, 400);
    expect(bench.state).toBe('armed');
    bench.drive({}, 1100);
    expect(bench.finding).toEqual(['session', 0, 5700, 5700]);
    const short = armed({ sessionS: 7 });
    short.drive({}, 6900);
    expect(short.state).toBe('armed');
    short.drive({}, 200);
    expect(short.reason).toBe('session');
  });

  test('and begins anew with each arming', () => {
    const bench = armed({ sessionS: 7 });
    bench.drive({}, 5000);
    bench.send(bench.host.frame('disarm', {}));
    bench.pass(20);
    bench.arm();
    bench.drive({}, 6900);
    expect(bench.state).toBe('armed');
    bench.drive({}, 200);
    expect(bench.reason).toBe('session');
  });

  describe('the stop loop', () => {
    test('open for 20 ms trips, off within 50 ms, whatever is driven', () => {
      fc.assert(
        fc.property(oneSided, (wish) => {
          const bench = armed();
          bench.drive(wish, 200);
          bench.closeLoop(false);
          bench.pass(guardTiming.confirmMs + 2);
          expect(bench.reason).toBe('stop-pressed');
          expect(inForce(bench)).toEqual([0, 0, 0]);
        }),
        { numRuns: 30 },
      );
    });

    test('a spike of less is none, and a loop that flickers open is one', () => {
      const bench = armed();
      for (let turn = 0; turn < 20; turn++) {
        bench.closeLoop(false);
        bench.passes(5);
        bench.closeLoop(true);
        bench.passes(15);
        bench.stage({});
        bench.renew({});
      }
      expect(bench.state).toBe('armed');
      for (let turn = 0; turn < 20; turn++) {
        bench.closeLoop(false);
        bench.passes(10);
        bench.closeLoop(true);
        bench.passes(10);
      }
      expect(bench.reason).toBe('stop-pressed');
    });
  });

  describe('the fan', () => {
    const stopFan = pinWrite(pins.fan, 1);

    test('stops in idle alone, and runs from the moment of arming', () => {
      const bench = new CoreBench(core());
      bench.send(stopFan);
      expect(bench.switches).toBe(0);
      bench.pass(readyMs);
      bench.hello();
      bench.claim();
      bench.send(stopFan);
      expect(bench.switches).toBe(switchBits.fanOff);
      bench.arm();
      expect([bench.state, bench.switches]).toEqual(['armed', 0]);
      bench.send(stopFan);
      expect(bench.switches).toBe(0);
      bench.pass(500);
      bench.send(stopFan);
      expect([bench.state, bench.switches]).toEqual(['tripped', 0]);
    });
  });
});
