/**
 * What travels between host and guard, as it was decided and built into the firmware: written down here by hand, for a
 * change of a number is a protocol of another version. And the frames, byte by byte.
 */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  crc16,
  decodeBoardFrame,
  encodeHostFrame,
  openSeed,
  packFields,
} from '../../hardware/guard/frames.ts';
import type { BoardFrameName } from '../../hardware/guard/frames.ts';
import * as protocol from '../../hardware/guard/protocol.ts';
import { boardFrame } from './board-frame.ts';

const { boardFrames, hostFrames } = protocol;
const challenge = 0x1234;
const limits =
  'ceilingCounts 2, floorCounts 2, maxHeatCount 2, maxCoolCount 2, oneWayS 2, sessionS 2';
const memory = 'number 5, begun 5, hash0 5, hash1 5, hash2 5, hash3 5';

describe('the protocol', () => {
  const written = (frames: typeof hostFrames | typeof boardFrames): string[] =>
    Object.entries(frames).map(([name, { id, fields }]) => {
      const widths = Object.entries<number>(fields).map(
        ([field, septets]) => `${field} ${septets}`,
      );
      return `${id} ${name}: ${widths.join(', ')}`;
    });

  test('has these frames', () => {
    expect(written(hostFrames)).toEqual([
      '1 hello: sequence 2, version 1, nonce 2',
      `2 narrow: sequence 2, ${limits}, parts 1`,
      '3 arm: sequence 2, limitsCrc 3',
      '4 renew: sequence 2, coolCount 2, heatCount 2, switches 1',
      '5 disarm: sequence 2',
      '6 clear: sequence 2, reason 1',
      '7 recall: sequence 2',
      `11 remember: sequence 2, ${memory}`,
    ]);
    expect(written(boardFrames)).toEqual([
      `8 identity: nonce 2, version 1, major 1, minor 1, patch 1, buildHash 5, uptimeMs 5, resetCause 1, challenge 3, ${limits}`,
      `9 limits: ${limits}, parts 1`,
      '10 status: sequence 2, state 1, reason 1, channel 1, value 2, limit 2, leaseLeftMs 2, coolCount 2, heatCount 2, switches 1, plateACounts 2, plateBCounts 2, heatsinkCounts 2, bandGapCounts 2, fanEdges 2, refusedFrames 2, uptimeMs 5',
      `12 memory: condition 1, ${memory}`,
    ]);
  });

  test('has these numbers', () => {
    expect(protocol.protocolVersion).toBe(5);
    expect(protocol.memoryConditions).toEqual(['blank', 'kept', 'damaged']);
    expect(protocol.analogReport).toEqual({ conversions: 16, bits: 14 });
    expect(protocol.switchBits).toEqual({ enable: 1, relay: 2, fanOff: 4, stopLoopClosed: 8 });
    expect(protocol.sequenceRule).toEqual({ modulus: 16_384, ahead: 255 });
    expect(protocol.guardBackstops).toEqual({ heatsinkC: 60, disagreeC: 2.5, marginC: 1 });
    expect(protocol.guardTiming).toEqual({
      leaseMs: 450,
      renewMs: 50,
      statusMs: 200,
      watchdogMs: 250,
      reversalZeroMs: 200,
      confirmMs: 20,
      disagreeMs: 1000,
      stallMs: 100,
      oneWayReliefMs: 5000,
      oneWayRestMs: 60_000,
      slopeMs: 800,
      beadLagMs: 1200,
      silentHostMs: 2000,
      beepMs: 500,
    });
  });
});

describe('a CRC', () => {
  test.each([
    ['the published check value of CRC-16/CCITT-FALSE', '123456789', openSeed, 0x29b1],
    ['three bytes from the open seed', '\u0001\u0002\u0003', openSeed, 0xadad],
    ['three bytes from a challenge', '\u0001\u0002\u0003', challenge, 0x8563],
    ['nothing', '', 0x1_5a5a, 0x5a5a],
  ])('of %s', (_what, text, seed, crc) => {
    expect(crc16([...Buffer.from(text, 'latin1')], seed)).toBe(crc);
  });
});

describe('a frame of the host', () => {
  const hex = (bytes: readonly number[]): string => Buffer.from(bytes).toString('hex');

  test('is these bytes', () => {
    const hello = { sequence: 300, version: 1, nonce: 4660 };
    // Whatever is known of an earlier session: hello begins one.
    expect(hex(encodeHostFrame('hello', hello, challenge))).toBe('012c02013424407f02');
    const renew = { sequence: 301, coolCount: 0, heatCount: 200, switches: 3 };
    expect(hex(encodeHostFrame('renew', renew, challenge))).toBe('042d020000480103563b02');
  });

  test.each([-1, 0.5, 16_384, Number.NaN, Number.POSITIVE_INFINITY])(
    'has no room for %d in two septets',
    (value) => {
      expect(() => packFields({ value: 2 }, { value })).toThrow(RangeError);
    },
  );

  test('has room for the largest that fits, low septet first', () => {
    expect(packFields({ a: 2, b: 1 }, { a: 16_383, b: 1 })).toEqual([127, 127, 1]);
    expect(packFields({ a: 2 }, { a: 130 })).toEqual([2, 1]);
  });
});

describe('a frame of the board', () => {
  const names = Object.keys(boardFrames) as BoardFrameName[];

  /** Any frame, with any value that fits its fields. */
  const anyFrame = fc.constantFrom(...names).chain((name) => {
    const widths = Object.entries<number>(boardFrames[name].fields);
    const value = (septets: number) => fc.bigInt(0n, 128n ** BigInt(septets) - 1n).map(Number);
    return fc.tuple(...widths.map(([, septets]) => value(septets))).map((values) => ({
      name,
      fields: Object.fromEntries(widths.map(([field], at) => [field, values[at]!])),
    }));
  });

  const payloadOf = (name: BoardFrameName, fields: Readonly<Record<string, number>>): number[] =>
    boardFrame(name, fields, challenge);

  const limitsAt = (sessionS: number) => ({
    ceilingCounts: 335,
    floorCounts: 730,
    maxHeatCount: 255,
    maxCoolCount: 255,
    oneWayS: 1200,
    sessionS,
    parts: 31,
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyFrame, ({ name, fields }) => {
        expect(decodeBoardFrame(payloadOf(name, fields), challenge)).toEqual({ name, fields });
      }),
    );
  });

  test('is none with a longer or a shorter end, or with another seed', () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(127), ({ name, fields }, more) => {
        const payload = payloadOf(name, fields);
        expect(decodeBoardFrame([...payload, more], challenge)).toBeNull();
        expect(decodeBoardFrame(payload.slice(0, -1), challenge)).toBeNull();
        const other = decodeBoardFrame(payload, challenge + 1);
        expect(other !== null).toBe(name === 'identity');
      }),
    );
  });

  test('is none with a byte that is just one too large for a septet', () => {
    const frames = Array.from({ length: 2000 }, (_, sessionS) =>
      payloadOf('limits', limitsAt(sessionS)),
    );
    const found = frames.filter((payload) => payload.at(-3) === 0 && payload.at(-2)! > 0);
    expect(found.length).toBeGreaterThan(0);
    for (const payload of found) {
      expect(decodeBoardFrame(payload, challenge)).not.toBeNull();
      const same = [...payload.slice(0, -3), 128, payload.at(-2)! - 1, payload.at(-1)!];
      expect(decodeBoardFrame(same, challenge)).toBeNull();
    }
  });

  /** The same sum, in septets that are none: no CRC sees that. */
  it.each([
    ['a byte above the septet', 128, -1],
    ['a byte below zero', -128, 1],
    ['a fraction', 64, -0.5],
  ])('is none with %s', (_what, low, high) => {
    fc.assert(
      fc.property(anyFrame, ({ name, fields }) => {
        const payload = payloadOf(name, fields);
        const at = payload.length - 3;
        payload[at]! += low;
        payload[at + 1]! += high;
        expect(decodeBoardFrame(payload, challenge)).toBeNull();
      }),
    );
  });
});
