/** The guard's own rules under a bench's noise: no false trip, and one bead alone is enough (laws L4, L6). */
import { describe, expect, test } from 'vitest';
import { Random } from '../../hardware/plant/random.ts';
import { nominalCelsius } from '../../hardware/parts/nominal-thermistor.ts';
import type { CoreBench } from './core-bench.ts';
import { armedCoreAt, useCore } from './core-bench.ts';
import { fullHeat } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';

/** Of a nominal bead: the count, with its fraction, that a temperature has. */
function exactCount(celsius: number): number {
  let [low, high] = [130, 900];
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (nominalCelsius(middle) > celsius) low = middle;
    else high = middle;
  }
  return low;
}

/** What people who build such devices report: white, common to all channels, while driven, and bursts. */
const benchNoise = { whiteLsb: 1.5, commonLsb: 1, drivenLsb: 2, burstLsb: 6, burstPart: 0.05 };
const quiet = { whiteLsb: 0.5, commonLsb: 0, drivenLsb: 0, burstLsb: 0, burstPart: 0 };

function noisy(seed: number, noise: typeof benchNoise) {
  const random = new Random(seed);
  return (): number => {
    const burst = random.unit() < noise.burstPart ? noise.burstLsb : 0;
    const parts = [noise.whiteLsb, noise.commonLsb, noise.drivenLsb, burst];
    return parts.reduce((sum, lsb) => sum + lsb * random.normal(), 0);
  };
}

const tickMs = 50;
const beadLagS = 1.2;

/**
 * A plate that moves as it is told, two beads that follow it late, and a host that drives and renews. Ends at a trip.
 * Says how warm the plate is then.
 */
function follow(
  bench: CoreBench,
  options: {
    readonly plateC: (atS: number) => number;
    readonly seconds: number;
    readonly noise: () => number;
    readonly frozen?: readonly number[];
  },
): { plateC: number; atS: number } {
  const { plateC, seconds, noise, frozen = [] } = options;
  const startC = plateC(0);
  const [beads, startMs] = [[startC, startC], bench.nowMs];
  let [before, atS] = [bench.nowMs, 0];
  const goesOn = (): boolean => atS < seconds && bench.state === 'armed';
  while (goesOn()) {
    bench.stage(fullHeat);
    bench.renew(fullHeat);
    bench.convert(tickMs, (channel, atMs) => {
      atS = (atMs - startMs) / 1000;
      const share = 1 - Math.exp(-(atMs - before) / 1000 / beadLagS);
      before = atMs;
      for (const at of [0, 1]) beads[at]! += (plateC(atS) - beads[at]!) * share;
      if (frozen.includes(channel)) return Math.floor(exactCount(startC));
      const exact = channel === 2 ? 512 : exactCount(beads[channel]!);
      return Math.round(exact + noise());
    });
  }
  return { plateC: plateC(atS), atS };
}

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();
  const armedAt = (celsius: number): CoreBench => {
    const count = Math.round(exactCount(celsius));
    return armedCoreAt(core(), [count, count, 512]);
  };

  describe('under the noise of a bench', () => {
    test.each<[string, number, (atS: number) => number]>([
      ['a hold at 41 °C', 41, () => 41],
      ['a hold at 10 °C', 10, () => 10],
      ['the fastest ramp up', 12, (s) => Math.min(12 + 0.5 * s, 40)],
      ['the fastest ramp down', 40, (s) => Math.max(40 - 0.5 * s, 12)],
    ])('%s trips nothing', (_what, startC, plateC) => {
      for (const seed of [1, 2]) {
        const bench = armedAt(startC);
        follow(bench, { plateC, seconds: 70, noise: noisy(seed, benchNoise) });
        expect([seed, bench.finding]).toEqual([seed, ['none', 0, 0, 0]]);
      }
    });

    test('beads that differ by more than the limit are seen all the same', () => {
      const bench = armedAt(30);
      const noise = noisy(3, benchNoise);
      const apartC = (atS: number): number => Math.min(2.8, 0.5 * atS);
      const from = bench.nowMs;
      while (bench.nowMs - from < 12_000 && bench.state === 'armed') {
        bench.stage({});
        bench.renew({});
        bench.convert(tickMs, (channel, atMs) => {
          const celsius = channel === 0 ? 30 : 30 + apartC((atMs - from) / 1000);
          return Math.round((channel === 2 ? 512 : exactCount(celsius)) + noise());
        });
      }
      expect(bench.reason).toBe('sensors-disagree');
      expect(bench.nowMs - from).toBeLessThan(8000);
    });
  });

  describe('one bead frozen, and the bridge stuck on heat', () => {
    // °C/s of the plate: 12 V, 12 V at the heat cap, 5 V.
    test.each([
      [2.9, 44.0],
      [1.4, 44.4],
      [0.8, 44.3],
    ])('at %f °C/s trips from the bead that moves, before the plate passes %f °C', (rate, most) => {
      for (const [seed, frozen] of [
        [1, 0],
        [2, 1],
      ] as const) {
        for (const noise of [quiet, benchNoise]) {
          const bench = armedAt(40);
          const { plateC } = follow(bench, {
            plateC: (atS) => 40 + rate * Math.max(0, atS - 1),
            seconds: 9,
            noise: noisy(seed, noise),
            frozen: [frozen],
          });
          expect(bench.state).toBe('tripped');
          expect(bench.safe).toBe(true);
          expect(plateC).toBeLessThan(most);
        }
      }
    });

    test('a plate that is driven cold trips before it passes 4.6 °C', () => {
      const bench = armedAt(8);
      const { plateC } = follow(bench, {
        plateC: (atS) => 8 - 0.8 * Math.max(0, atS - 1),
        seconds: 9,
        noise: noisy(5, benchNoise),
        frozen: [1],
      });
      expect(bench.reason).toBe('plate-cold');
      expect(plateC).toBeGreaterThan(4.6);
    });
  });
});
