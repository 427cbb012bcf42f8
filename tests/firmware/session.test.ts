/** Who may ask for what: seeds, sequence numbers, refusals, and what the board answers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  crc16,
  decodeBoardFrame,
  encodeHostFrame,
  packFields,
} from '../../hardware/guard/frames.ts';
import {
  boardFrames,
  guardReasons,
  guardTiming,
  protocolVersion,
  sequenceRule,
} from '../../hardware/guard/protocol.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { armedCore, CoreBench, idleCore, useCore } from './core-bench.ts';
import { analogWrite, GuardHost, sysex } from './firmata-bytes.ts';
import { allPartsLimits, burntInBounds, fullHeat } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();

  const idle = (): CoreBench => idleCore(core());
  const armed = (): CoreBench => armedCore(core());
  const refused = (bench: CoreBench): number => {
    bench.pass(guardTiming.statusMs + 5);
    return bench.host.status?.refusedFrames ?? Number.NaN;
  };

  describe('a session', () => {
    test('begins with hello: before it the board is silent but for Firmata', () => {
      const bench = new CoreBench(core());
      bench.pass(2000);
      expect(bench.host.status).toBeUndefined();
      expect(bench.host.firmata.map(([first, id]) => [first, id])).toEqual([
        [0xf9, 2],
        [0xf0, 0x79],
      ]);
    });

    test('cannot be guessed into: before hello no challenge of all is good enough to arm', () => {
      const bench = new CoreBench(core());
      bench.pass(250);
      const limits = packFields(boardFrames.limits.fields, burntInLimits);
      for (let challenge = 0; challenge <= 0xffff; challenge += 256) {
        const guesses = Array.from({ length: 256 }, (_, at) => challenge + at).map((guess) =>
          sysex(encodeHostFrame('arm', { sequence: 1, limitsCrc: crc16(limits, guess) }, guess)),
        );
        bench.send(guesses.flat());
      }
      bench.pass(1000);
      bench.hello();
      expect(bench.state).toBe('idle');
    });

    test('has a seed of its own: frames of another are refused', () => {
      fc.assert(
        fc.property(fc.integer({ min: 2, max: 8 }), (times) => {
          const bench = idle();
          const seeds = [bench.host.challenge];
          const old: number[][] = [];
          for (let time = 1; time < times; time++) {
            old.push(bench.host.frame('arm', { limitsCrc: bench.limitsCrc() }));
            bench.hello();
            seeds.push(bench.host.challenge);
          }
          // Also with the sequence number that would be next.
          for (const seed of seeds.slice(0, -1)) {
            const sequence = bench.host.sequence + 1;
            const payload = encodeHostFrame(
              'arm',
              { sequence, limitsCrc: bench.limitsCrc() },
              seed,
            );
            old.push(sysex(payload));
          }
          expect(new Set(seeds).size).toBe(times);
          for (const frame of old) bench.send(frame);
          expect(refused(bench)).toBe(old.length);
          expect(bench.state).toBe('idle');
          bench.claim();
          bench.arm();
          expect(bench.state).toBe('armed');
        }),
        { numRuns: 50 },
      );
    });

    test('differs from those before a reset, and before a loss of power', () => {
      const bench = idle();
      const seeds = new Set<number>();
      for (let time = 0; time < 50; time++) {
        if (time === 20) bench.forget(0x5a);
        bench.reset(time === 20 ? 'powerOn' : 'external');
        bench.pass(100);
        bench.hello();
        seeds.add(bench.host.challenge);
      }
      expect(seeds.size).toBeGreaterThan(48);
    });

    test('is not begun anew while armed: a hello then only answers', () => {
      const bench = armed();
      const seed = bench.host.challenge;
      bench.stage(fullHeat);
      const renewal = bench.renewFrame(fullHeat);
      bench.send(renewal);
      bench.hello();
      expect(bench.host.identity).toMatchObject({ nonce: expect.any(Number), challenge: seed });
      expect(bench.host.challenge).toBe(seed);
      const before = refused(bench);
      bench.send(renewal);
      expect(refused(bench)).toBe(before + 1);
    });

    test('in another version of the protocol is answered and not begun', () => {
      const bench = new CoreBench(core());
      bench.pass(250);
      const host = new GuardHost();
      bench.host = host;
      bench.send(host.frame('hello', { version: protocolVersion + 1, nonce: 77 }));
      expect(host.identity).toMatchObject({ version: protocolVersion, nonce: 77 });
      bench.arm();
      bench.pass(1000);
      expect(host.status).toBeUndefined();
    });
  });

  describe('sequence numbers', () => {
    test('are accepted 1 to 255 ahead, each once, round the end too', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: sequenceRule.modulus - 1 }),
          fc.array(
            fc.oneof(
              fc.integer({ min: -3, max: 3 }),
              fc.integer({ min: 0, max: sequenceRule.modulus - 1 }),
              fc.constantFrom(255, 256, -255),
            ),
            { maxLength: 40 },
          ),
          (start, jumps) => {
            const bench = idle();
            bench.host.sequence = start;
            bench.hello();
            let last = bench.host.sequence;
            let expected = refused(bench);
            for (const jump of jumps) {
              const { modulus, ahead } = sequenceRule;
              const sequence = (last + jump + modulus) % modulus;
              const zero = { coolCount: 0, heatCount: 0, switches: 0 };
              bench.send(
                sysex(encodeHostFrame('renew', { sequence, ...zero }, bench.host.challenge)),
              );
              const step = (sequence - last + modulus) % modulus;
              if (step >= 1 && step <= ahead) last = sequence;
              else expected += 1;
            }
            expect(refused(bench)).toBe(expected);
            expect(bench.host.status?.sequence).toBe(last);
          },
        ),
        { numRuns: 60 },
      );
    });

    test('a genuine frame that was refused is used up: it cannot come into force later', () => {
      const bench = idle();
      bench.closeLoop(false);
      bench.pass(50);
      const arming = bench.host.frame('arm', { limitsCrc: bench.limitsCrc() });
      bench.send(arming);
      bench.closeLoop(true);
      bench.pass(100);
      bench.send(arming);
      bench.pass(5);
      expect(bench.state).toBe('idle');
      bench.arm();
      expect(bench.state).toBe('armed');
    });
  });

  test('a renewal outside of armed is heard where it asks for nothing, and refused where it asks', () => {
    const bench = idle();
    bench.renew({});
    const heard = bench.host.sequence;
    expect([refused(bench), bench.host.status?.sequence]).toEqual([0, heard]);
    for (const wish of [{ heat: 1 }, { cool: 1 }, { enable: 1 }, { relay: 1 }] as const)
      bench.renew(wish);
    expect([refused(bench), bench.host.status?.sequence]).toEqual([4, heard]);
    expect([bench.state, bench.safe]).toEqual(['idle', true]);
  });

  describe('a damaged frame', () => {
    test('with any one to three bits flipped, any byte lost or doubled, is refused and changes nothing', () => {
      fc.assert(
        fc.property(
          fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
          fc.constantFrom('flip', 'lose', 'double'),
          (places, kind) => {
            const bench = armed();
            bench.stage(fullHeat);
            bench.pass(100);
            const left = bench.host.status?.sequence;
            const genuine = bench.renewFrame(fullHeat);
            const inner = genuine.slice(1, -1);
            const [place = 0] = places;
            if (kind === 'flip') {
              // Seven bits a byte: the eighth would end the message.
              for (const bit of new Set(places.map((at) => at % (inner.length * 7)))) {
                inner[Math.floor(bit / 7)]! ^= 1 << (bit % 7);
              }
            } else if (kind === 'lose') inner.splice(place % inner.length, 1);
            else inner.splice(place % inner.length, 0, inner[place % inner.length]!);
            bench.send(sysex(inner));
            expect(bench.heat).toBe(0);
            bench.pass(guardTiming.leaseMs - 200);
            expect([bench.state, bench.host.status?.sequence]).toEqual(['armed', left]);
            bench.send(genuine);
            expect(bench.heat).toBe(255);
          },
        ),
        { numRuns: 300 },
      );
    });
  });

  describe('arming', () => {
    const cases: [string, (bench: CoreBench) => void][] = [
      ['the stop loop is open', (bench) => bench.closeLoop(false)],
      ['a drive is staged', (bench) => bench.send(analogWrite(pins.bridgeCool, 1))],
      ['the relay is staged', (bench) => bench.stage({ relay: 1 })],
    ];

    test.each(cases)('is refused while %s', (_what, spoil) => {
      const bench = idle();
      spoil(bench);
      bench.pass(50);
      bench.arm();
      expect(bench.state).toBe('idle');
      expect(bench.host.status?.refusedFrames).toBe(1);
    });

    test('is refused without knowledge of the limits in force', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 0xffff }), (limitsCrc) => {
          const bench = idle();
          fc.pre(limitsCrc !== bench.limitsCrc());
          bench.send(bench.host.frame('arm', { limitsCrc }));
          bench.pass(5);
          expect(bench.state).toBe('idle');
        }),
      );
    });

    test('takes effect once: armed, a second arm is refused', () => {
      const bench = armed();
      bench.arm();
      expect([bench.state, bench.host.status?.refusedFrames]).toEqual(['armed', 1]);
    });
  });

  describe('narrowing', () => {
    const names = Object.keys(burntInLimits) as (keyof typeof burntInLimits)[];
    /** More parts are narrower, and all of them narrowest; no other than the known ones finds room in the field. */
    const tighter = (name: keyof typeof burntInLimits, by: number): number => {
      if (name === 'parts') return allPartsLimits.parts;
      return burntInLimits[name] + (name === 'ceilingCounts' ? by : -by);
    };

    test('takes what is narrower in every value, and reports it', () => {
      fc.assert(
        fc.property(
          fc.array(fc.nat(100), { minLength: names.length, maxLength: names.length }),
          (by) => {
            const bench = idle();
            const limits = Object.fromEntries(
              names.map((name, at) => [name, tighter(name, by[at]!)]),
            );
            bench.send(bench.host.frame('narrow', limits as unknown as typeof burntInLimits));
            expect(bench.host.limits).toEqual(limits);
            bench.arm();
            expect(bench.state).toBe('armed');
            bench.send(bench.host.frame('narrow', burntInLimits));
            expect(bench.host.limits).toEqual(limits);
          },
        ),
        { numRuns: 50 },
      );
    });

    test.each(names.filter((name) => name !== 'parts'))(
      'refuses the whole when %s alone is wider',
      (name) => {
        const bench = idle();
        const limits = Object.fromEntries(names.map((other) => [other, tighter(other, 5)]));
        const wider = { ...limits, [name]: tighter(name, -1) };
        bench.send(bench.host.frame('narrow', wider as unknown as typeof burntInLimits));
        expect(bench.host.limits).toEqual(allPartsLimits);
        bench.arm();
        // The proof was made with the limits of before: they are still in force.
        expect(bench.state).toBe('armed');
      },
    );

    test('refuses a ceiling that meets the floor, and is undone by the next hello', () => {
      const bench = idle();
      bench.send(
        bench.host.frame('narrow', { ...burntInLimits, ceilingCounts: 600, floorCounts: 600 }),
      );
      expect(bench.host.limits).toEqual(allPartsLimits);
      bench.send(bench.host.frame('narrow', { ...burntInLimits, oneWayS: 9 }));
      expect(bench.host.limits?.oneWayS).toBe(9);
      bench.hello();
      expect(bench.host.identity).toMatchObject(burntInBounds);
    });
  });

  describe('clearing', () => {
    test('takes the reason that is latched, safe readings, nothing staged and a closed loop', () => {
      const bench = armed();
      bench.pass(500);
      for (const reason of guardReasons) if (reason !== 'lease-lost') bench.clear(reason);
      expect(bench.state).toBe('tripped');
      bench.stage({ relay: 1 });
      bench.clear('lease-lost');
      expect(bench.state).toBe('tripped');
      bench.stage({});
      bench.closeLoop(false);
      bench.pass(50);
      bench.clear('lease-lost');
      expect(bench.state).toBe('tripped');
      bench.closeLoop(true);
      bench.pass(50);
      bench.clear('lease-lost');
      expect([bench.state, bench.reason]).toEqual(['idle', 'none']);
    });

    test('a trip stays through hello, renewals, arming, narrowing and disarming', () => {
      const bench = armed();
      bench.pass(500);
      bench.hello();
      bench.drive({}, 200);
      bench.arm();
      bench.send(bench.host.frame('narrow', burntInLimits));
      bench.send(bench.host.frame('disarm', {}));
      bench.stage(fullHeat);
      bench.renew(fullHeat);
      bench.pass(50);
      expect([bench.state, bench.reason, bench.safe]).toEqual(['tripped', 'lease-lost', true]);
    });
  });

  describe('status', () => {
    test('comes five times a second, and at once when the state changes', () => {
      const bench = idle();
      let seen = 0;
      const hear = bench.host.hear.bind(bench.host);
      bench.host.hear = (bytes) => {
        const copy = [...bytes];
        if (decodeBoardFrame(copy.slice(1, -1), bench.host.challenge)?.name === 'status') seen += 1;
        hear(copy);
      };
      const passMs = 2.048;
      for (let ms = 0; ms < 2000; ms += passMs) bench.passes(1);
      expect(seen).toBeGreaterThanOrEqual(10);
      expect(seen).toBeLessThanOrEqual(11);
      bench.send(bench.host.frame('arm', { limitsCrc: bench.limitsCrc() }));
      bench.passes(1);
      expect(bench.state).toBe('armed');
    });

    test('counts the lease down', () => {
      const bench = armed();
      const first = bench.host.status?.leaseLeftMs ?? 0;
      bench.pass(guardTiming.statusMs + 2);
      expect(first).toBeGreaterThan(guardTiming.leaseMs - 20);
      const gone = first - (bench.host.status?.leaseLeftMs ?? 0);
      expect(Math.abs(gone - guardTiming.statusMs)).toBeLessThan(20);
    });
  });
});
