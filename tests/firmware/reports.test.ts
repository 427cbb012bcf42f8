/** What the host is told of a bead: a mean with its fraction, and never a temperature that was none (law L4). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analogReport, guardTiming } from '../../hardware/guard/protocol.ts';
import type { CoreBench } from './core-bench.ts';
import { CoreBench as Core, useCore } from './core-bench.ts';
import { sysex } from './firmata-bytes.ts';
import { hasCompiler } from './tools.ts';

const { conversions, bits } = analogReport;
const reportMs = 25;

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();
  const reporting = (): CoreBench => {
    const bench = new Core(core());
    bench.pass(250);
    bench.send([0xf0, 0x7a, reportMs, 0, 0xf7, 0xc0, 1, 0xc1, 1, 0xc2, 1]);
    bench.pass(50);
    bench.host.firmata.length = 0;
    return bench;
  };
  /** Reports of a channel so far, in counts with their fraction. */
  const reportsOf = (bench: CoreBench, channel: number): number[] =>
    bench.host.firmata
      .filter(([id]) => id === (0xe0 | channel))
      .map(([, low = 0, high = 0]) => (low + 128 * high) / conversions);

  test('its capabilities name the bits, and the largest count fits', () => {
    const bench = reporting();
    bench.send(sysex([0x6b]));
    bench.pass(10);
    const answer = bench.host.firmata.find(([, id]) => id === 0x6c);
    // Analog pins have two bytes, mode 2 and its bits; something hangs on each of the eight of a Nano.
    expect(answer?.join(' ')).toMatch(new RegExp(`( 127 2 ${bits}){8} 127 247$`));
    expect(1023 * conversions).toBeLessThan(2 ** bits);
  });

  test('a report is the mean of the last sixteen conversions, to the sixteenth of a count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 130, max: 900 }), { minLength: 16, maxLength: 16 }),
        (counts) => {
          const bench = reporting();
          const turns = [0, 0, 0];
          // Twice, so that nothing older is left, and a report to end with.
          bench.convert(
            16 * 6.144 * 2 + 2 * reportMs,
            (channel) => counts[turns[channel]!++ % 16]!,
          );
          const mean = counts.reduce((sum, count) => sum + count, 0) / 16;
          for (const channel of [0, 1, 2]) expect(reportsOf(bench, channel).at(-1)).toBe(mean);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a wire that is open or shorted for a moment is told as it was, never as a temperature', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2),
        fc.constantFrom(0, 60, 129, 901, 1000, 1023),
        fc.integer({ min: 7, max: 300 }),
        (channel, count, ms) => {
          const bench = reporting();
          bench.counts[channel] = count;
          bench.pass(ms);
          bench.counts[channel] = 512;
          bench.pass(200);
          const reports = reportsOf(bench, channel);
          expect(new Set(reports)).toEqual(new Set([count, 512]));
          const bad = reports.filter((report) => report === count).length;
          expect(bad).toBeGreaterThanOrEqual(Math.max(1, Math.floor(ms / reportMs)));
          expect(bad).toBeLessThanOrEqual(Math.ceil(ms / reportMs) + 1);
          expect(reports.at(-1)).toBe(512);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what was read before a wire broke does not come back with it', () => {
    const bench = reporting();
    bench.counts[0] = 1023;
    bench.pass(guardTiming.confirmMs + 20);
    bench.counts[0] = 400;
    bench.pass(300);
    expect(new Set(reportsOf(bench, 0))).toEqual(new Set([1023, 400]));
  });
});
