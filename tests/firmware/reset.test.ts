/** What a reset leaves: nothing energised is ever resumed, and a trip is not forgotten (laws L7, L8, hazard H04). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardStates, protocolVersion } from '../../hardware/guard/protocol.ts';
import { armedCore, CoreBench, idleCore, useCore } from './core-bench.ts';
import { fullHeat } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();
  const idle = (): CoreBench => idleCore(core());
  const armed = (): CoreBench => armedCore(core());

  describe('after a reset', () => {
    type Cause = Parameters<CoreBench['reset']>[0];
    /** What stood before, the reset, and what stands then. */
    const cases: [string, Cause, boolean, string, string][] = [
      ['idle', 'external', false, 'idle', 'none'],
      ['idle', 'unknown', false, 'idle', 'none'],
      ['idle', 'watchdog', false, 'tripped', 'watchdog'],
      ['idle', 'unknown', true, 'tripped', 'watchdog'],
      ['armed', 'external', false, 'tripped', 'lease-lost'],
      ['armed', 'unknown', false, 'tripped', 'lease-lost'],
      ['armed', 'brownOut', false, 'tripped', 'lease-lost'],
      ['armed', 'watchdog', false, 'tripped', 'watchdog'],
      ['armed', 'unknown', true, 'tripped', 'watchdog'],
      ['tripped', 'external', false, 'tripped', 'stop-pressed'],
      ['tripped', 'unknown', false, 'tripped', 'stop-pressed'],
      ['tripped', 'brownOut', false, 'tripped', 'stop-pressed'],
      ['tripped', 'watchdog', false, 'tripped', 'watchdog'],
      ['tripped', 'powerOn', false, 'idle', 'none'],
      ['armed', 'powerOn', false, 'idle', 'none'],
    ];

    test.each(cases)(
      '%s, then %s reset (stalled %s): %s, %s',
      (before, cause, stalled, ...then) => {
        const bench = before === 'idle' ? idle() : armed();
        if (before === 'armed') bench.drive(fullHeat, 200);
        if (before === 'tripped') {
          bench.closeLoop(false);
          bench.pass(50);
          bench.closeLoop(true);
        }
        bench.reset(cause, stalled);
        expect(bench.safe).toBe(true);
        bench.pass(100);
        bench.hello();
        expect([bench.state, bench.reason]).toEqual(then);
        expect(bench.safe).toBe(true);
      },
    );

    test('with spoilt memory: what a reset without loss of power should have kept counts as lost', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 255 }), fc.boolean(), (byte, seen) => {
          const bench = new CoreBench(core());
          bench.forget(byte);
          bench.reset(seen ? 'external' : 'unknown');
          bench.pass(100);
          bench.hello();
          // A bootloader that takes the flags also takes the difference to switching on.
          expect(bench.state).toBe(seen ? 'tripped' : 'idle');
        }),
      );
    });

    test('booting is a state of its own, in which nothing can be armed', () => {
      const bench = new CoreBench(core());
      bench.reset('powerOn');
      bench.host.sequence = 5;
      bench.send(bench.host.frame('hello', { version: protocolVersion, nonce: 1 }));
      bench.passes(2);
      expect(bench.state).toBe(guardStates[0]);
      bench.arm();
      expect(bench.state).not.toBe('armed');
    });
  });
});
