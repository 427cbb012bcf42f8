/** From a board's reports to counts: by the resolution that the board declares, and no mean of what cannot be one plate. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FivePins } from '../../hardware/johnny-five/five-pins.ts';
import type { FiveBoard } from '../../hardware/johnny-five/five.ts';
import { AnalogChannel } from '../../hardware/device/analog-channel.ts';

function channelOn(resolution: unknown) {
  const listeners: ((count: number) => void)[] = [];
  const board = {
    io: { RESOLUTION: { ADC: resolution } },
    analogRead: (_channel: number, listener: (count: number) => void) => listeners.push(listener),
  } as unknown as FiveBoard;
  let nowMs = 0;
  const channel = new AnalogChannel(new FivePins(board), 0, () => nowMs);
  return {
    take: () => channel.take(),
    report: (value: number, atMs = nowMs): void => {
      nowMs = atMs;
      for (const listener of listeners) listener(value);
    },
  };
}

describe('an analog channel', () => {
  test.each([
    ['ten bits, whole counts', 1023, [512, 513], 512.5],
    ['fourteen bits: sixteenths', 16_383, [512 * 16 + 3, 512 * 16 + 4], 512 + 3.5 / 16],
    ['fourteen bits, full scale', 16_383, [1023 * 16], 1023],
    ['twelve bits', 4095, [2048], 512],
  ])('scales by what the board declares: %s', (_what, resolution, reports, count) => {
    const channel = channelOn(resolution);
    for (const value of reports) channel.report(value, 25);
    expect(channel.take()).toEqual({ count, atMs: 25 });
    // Without a report the last one stands, and its stamp grows old.
    expect(channel.take()).toEqual({ count, atMs: 25 });
  });

  test.each([null, undefined, 0, -1, Number.NaN, 1023.5, '1023'])(
    'gives no count where the board declares %s',
    (resolution) => {
      const channel = channelOn(resolution);
      channel.report(512);
      expect(channel.take().count).toBeNaN();
    },
  );

  test('a broken wire between two temperatures is not averaged away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 200, max: 800 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0, 20, 1000, 1023),
        fc.nat(4),
        (counts, broken, at) => {
          const channel = channelOn(1023);
          for (const count of counts.toSpliced(at, 0, broken)) channel.report(count);
          expect(channel.take().count).toBe(broken);
          channel.report(512);
          expect(channel.take().count).toBe(512);
        },
      ),
    );
  });

  test('a report that is no number is none', () => {
    const channel = channelOn(1023);
    channel.report(512);
    channel.report(Number.NaN);
    expect(channel.take().count).toBeNaN();
  });
});
