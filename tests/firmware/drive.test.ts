/** What may be driven: staging, renewing, caps, the lease, reversals (laws L5, L6). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import type { CoreBench } from './core-bench.ts';
import { armedCore, useCore } from './core-bench.ts';
import { analogWrite, pinWrite, septets, sysex } from './firmata-bytes.ts';
import { fullCool, fullHeat } from './guard-bench.ts';
import type { DriveWish } from './guard-bench.ts';
import { count, inForce, onPins, oneSided } from './drive-wishes.ts';
import { hasCompiler } from './tools.ts';

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();

  const armed = (limits: Partial<typeof burntInLimits> = {}): CoreBench =>
    armedCore(core(), limits);

  describe('staging', () => {
    test('nothing that Firmata writes raises a pin; a renewal that equals it does', () => {
      fc.assert(
        fc.property(oneSided, (wish) => {
          const bench = armed();
          bench.stage(wish);
          bench.pass(20);
          expect(inForce(bench)).toEqual([0, 0, 0]);
          bench.renew(wish);
          expect(inForce(bench)).toEqual(onPins(wish));
          expect(bench.state).toBe('armed');
        }),
      );
    });

    test('a renewal for another drive trips and switches off', () => {
      fc.assert(
        fc.property(oneSided, oneSided, (staged, renewed) => {
          fc.pre(onPins(staged).some((value, at) => value !== onPins(renewed)[at]));
          const bench = armed();
          bench.stage(staged);
          bench.renew(renewed);
          bench.pass(5);
          expect(bench.reason).toBe('drive-mismatch');
          expect(inForce(bench)).toEqual([0, 0, 0]);
        }),
      );
    });

    test('lowering acts at once, by the byte, and only on what it names', () => {
      const lowered: [number[], number[]][] = [
        [analogWrite(pins.bridgeHeat, 90), [0, 90, 3]],
        [analogWrite(pins.bridgeHeat, 0), [0, 0, 3]],
        [pinWrite(pins.bridgeHeat, 0), [0, 0, 3]],
        [pinWrite(pins.bridgeEnable, 0), [0, 200, 2]],
        [pinWrite(pins.relay, 0), [0, 200, 1]],
        [
          [0x90, 0, 0],
          [0, 200, 1],
        ],
        [
          [0x91, 0, 0],
          [0, 200, 2],
        ],
        [sysex([0x6f, pins.bridgeHeat, 7]), [0, 7, 3]],
        [[0xff], [0, 0, 0]],
      ];
      for (const [bytes, left] of lowered) {
        const bench = armed();
        bench.drive({ heat: 200, enable: 1, relay: 1 }, 100);
        bench.send(bytes);
        expect(inForce(bench)).toEqual(left);
      }
    });

    test('a PWM pin knows no high: not from a pin write, nor from a whole port', () => {
      const bench = armed();
      for (const pin of [pins.bridgeCool, pins.bridgeHeat]) bench.send(pinWrite(pin, 1));
      bench.send([0x91, 0b0000110, 0]);
      bench.renew({});
      bench.pass(5);
      expect([bench.state, ...inForce(bench)]).toEqual(['armed', 0, 0, 0]);
    });

    test('a rise that no renewal has asked for does not reach the pin', () => {
      const bench = armed();
      bench.drive({ heat: 100, enable: 1, relay: 1 }, 100);
      bench.send(analogWrite(pins.bridgeHeat, 200));
      bench.pass(30);
      expect(inForce(bench)).toEqual([0, 100, 3]);
    });

    test('both sides staged trip at once, renewed or not, and neither is driven', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 0x3fff }),
          fc.integer({ min: 1, max: 255 }),
          fc.boolean(),
          (cool, heat, renewed) => {
            const bench = armed();
            const wish = { cool, heat, enable: 1, relay: 1 } as const;
            bench.stage(wish);
            if (renewed) bench.renew(wish);
            expect(inForce(bench)).toEqual([0, 0, 0]);
            bench.pass(5);
            expect(bench.reason).toBe('both-sides');
          },
        ),
      );
    });

    test('a count above the cap trips, and the cap itself is driven', () => {
      fc.assert(
        fc.property(
          count,
          count,
          fc.boolean(),
          fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 })),
          (a, b, heats, over) => {
            const bench = armed({ maxHeatCount: a, maxCoolCount: b });
            const cap = heats ? a : b;
            const wish = (size: number): DriveWish => ({
              [heats ? 'heat' : 'cool']: size,
              enable: 1,
            });
            bench.drive(wish(cap), 100);
            expect(inForce(bench)).toEqual(onPins(wish(cap)));
            bench.stage(wish(cap + over));
            bench.pass(5);
            expect(bench.finding).toEqual(['over-cap', Number(heats), cap + over, cap]);
            expect(inForce(bench)).toEqual([0, 0, 0]);
          },
        ),
      );
    });

    test('no value of an analog write wraps round into a drive', () => {
      fc.assert(
        fc.property(fc.array(fc.nat(127), { minLength: 2, maxLength: 30 }), (parts) => {
          const huge = parts.reduceRight((value, part) => value * 128 + part, 0);
          fc.pre(huge > 255);
          const bench = armed();
          bench.send(sysex([0x6f, pins.bridgeHeat, ...parts]));
          bench.pass(5);
          expect(bench.reason).toBe('over-cap');
          expect(bench.host.status?.value).toBe(Math.min(huge, 0x3fff));
        }),
      );
    });
  });

  describe('the lease', () => {
    test('ends 450 ms after the last renewal, at whatever drive; nothing else prolongs it', () => {
      fc.assert(
        fc.property(oneSided, fc.integer({ min: 0, max: 40 }), (wish, writes) => {
          const bench = armed();
          bench.drive(wish, 120);
          const renewedAtMs = bench.nowMs;
          bench.renew(wish);
          for (let write = 0; write < writes; write++) {
            bench.pass(10);
            bench.stage(wish);
            bench.hello();
          }
          bench.pass(Math.max(0, guardTiming.leaseMs - 3 - (bench.nowMs - renewedAtMs)));
          if (bench.nowMs - renewedAtMs < guardTiming.leaseMs - 1)
            expect(bench.state).toBe('armed');
          bench.pass(6);
          expect(bench.reason).toBe('lease-lost');
          expect(inForce(bench)).toEqual([0, 0, 0]);
        }),
        { numRuns: 40 },
      );
    });

    test('renewals up to 440 ms apart keep it', () => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: 440 }), { maxLength: 30 }), (gaps) => {
          const bench = armed();
          bench.renew({});
          for (const gap of gaps) {
            bench.pass(gap);
            bench.stage(fullHeat);
            bench.renew(fullHeat);
          }
          expect(bench.state).toBe('armed');
        }),
        { numRuns: 40 },
      );
    });

    test('an armed board that nobody renews trips too', () => {
      const bench = armed();
      bench.pass(guardTiming.leaseMs);
      expect(bench.reason).toBe('lease-lost');
    });
  });

  describe('a reversal', () => {
    test('takes 200 ms at zero, either way', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 400 }).filter((ms) => Math.abs(ms - 200) > 3),
          fc.boolean(),
          (zeroMs, heatsFirst) => {
            const bench = armed();
            const [first, second] = heatsFirst ? [fullHeat, fullCool] : [fullCool, fullHeat];
            bench.drive(first, 500);
            bench.stage({ enable: 1, relay: 1 });
            bench.renew({ enable: 1, relay: 1 });
            bench.pass(zeroMs);
            bench.stage(second);
            bench.renew(second);
            bench.pass(2);
            expect(bench.reason).toBe(zeroMs < guardTiming.reversalZeroMs ? 'reversal' : 'none');
            const driven = zeroMs < guardTiming.reversalZeroMs ? [0, 0, 0] : onPins(second);
            expect(inForce(bench)).toEqual(driven);
          },
        ),
      );
    });

    test('the same way needs no pause', () => {
      const bench = armed();
      bench.drive(fullHeat, 500);
      bench.drive({ enable: 1, relay: 1 }, 50);
      bench.drive(fullHeat, 100);
      expect(bench.state).toBe('armed');
    });

    test('disarming and arming again does not shorten it', () => {
      const bench = armed();
      bench.drive(fullHeat, 500);
      bench.send(bench.host.frame('disarm', {}));
      bench.pass(5);
      bench.arm();
      bench.stage(fullCool);
      bench.renew(fullCool);
      bench.pass(2);
      expect(bench.reason).toBe('reversal');
    });
  });

  test('the pins are read back as they are, not as they were written', () => {
    const bench = armed();
    const ask = (pin: number): number[] => {
      bench.host.firmata.length = 0;
      bench.send(sysex([0x6d, pin]));
      return bench.host.firmata.at(-1) ?? [];
    };
    bench.drive({ heat: 150, enable: 1, relay: 1 }, 100);
    bench.stage({ heat: 200, enable: 1, relay: 1 });
    expect(ask(pins.bridgeHeat)).toEqual(sysex([0x6e, pins.bridgeHeat, 3, ...septets(150)]));
    expect(ask(pins.bridgeEnable)).toEqual(sysex([0x6e, pins.bridgeEnable, 1, 1, 0]));
    bench.pass(500);
    expect(ask(pins.bridgeHeat)).toEqual(sysex([0x6e, pins.bridgeHeat, 3, 0, 0]));
    expect(ask(pins.relay)).toEqual(sysex([0x6e, pins.relay, 1, 0, 0]));
  });
});
