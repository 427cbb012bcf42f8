/** What the board itself sees: it trips at each bound and not just inside, whatever the host says (laws L4, L6). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardBackstops, guardTiming } from '../../hardware/guard/protocol.ts';
import { celsiusOf, steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorDivider, thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { firmwareBounds } from '../../src/limits/firmware-bounds.ts';
import { CoreBench, useCore } from './core-bench.ts';
import { allPartsLimits, fullCool, readyMs } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();

  const part = {
    coefficients: steinhartHartThrough(thermistorPoints),
    pullUpOhms: thermistorDivider.pullUpOhm,
    offsetC: 0,
  };
  const celsius = (count: number): number => celsiusOf(count, part);
  const { min: windowMin, max: windowMax } = firmwareBounds.sensorCounts;
  const windowCounts = Array.from({ length: windowMax - windowMin + 1 }, (_, at) => windowMin + at);
  /** Nearest count of a temperature. */
  const countOf = (wantedC: number): number =>
    windowCounts.reduce((best, count) =>
      Math.abs(celsius(count) - wantedC) < Math.abs(celsius(best) - wantedC) ? count : best,
    );
  const channel = fc.constantFrom(0, 1, 2);
  const bead = fc.constantFrom(0, 1);
  const ceiling = fc.integer({ min: burntInLimits.ceilingCounts, max: 420 });
  const floor = fc.integer({ min: 600, max: burntInLimits.floorCounts });

  function armedAt(counts: number[], limits: Partial<typeof burntInLimits> = {}): CoreBench {
    const bench = new CoreBench(core());
    bench.counts = counts;
    bench.pass(readyMs);
    bench.hello();
    bench.send(bench.host.frame('narrow', { ...allPartsLimits, ...limits }));
    bench.arm();
    return bench;
  }

  /** A few moments of life from the host are enough for a second. */
  const hold = (bench: CoreBench, ms: number): void => {
    bench.drive(fullCool, ms, 400);
  };

  /** Moves a bead so slowly that its slope says nothing, from where it is. */
  function creep(bench: CoreBench, at: number, to: number): void {
    const step = Math.sign(to - bench.counts[at]!) * 2;
    while (Math.abs(to - bench.counts[at]!) > 1 && bench.state === 'armed') {
      bench.counts[at]! += step;
      hold(bench, 1000);
    }
  }

  describe('a plate that is too hot or too cold', () => {
    test('trips below the ceiling count, and not where the bead lies just inside and still', () => {
      fc.assert(
        fc.property(bead, ceiling, floor, (at, ceilingCounts, floorCounts) => {
          const near = countOf(celsius(ceilingCounts) - guardBackstops.marginC - 0.2);
          const bench = armedAt([near, near, 512], { ceilingCounts, floorCounts });
          expect(bench.state).toBe('armed');
          creep(bench, at, ceilingCounts + 4);
          expect(bench.state).toBe('armed');
          bench.counts[at] = ceilingCounts - 1;
          hold(bench, 120);
          expect(bench.finding).toEqual(['plate-hot', at, expect.any(Number), ceilingCounts]);
          expect(bench.host.status?.value).toBeLessThan(ceilingCounts);
          expect(bench.safe).toBe(true);
        }),
        { numRuns: 40 },
      );
    });

    test('trips above the floor count, and not where the bead lies just inside and still', () => {
      fc.assert(
        fc.property(bead, ceiling, floor, (at, ceilingCounts, floorCounts) => {
          const near = countOf(celsius(floorCounts) + guardBackstops.marginC + 0.2);
          const bench = armedAt([near, near, 512], { ceilingCounts, floorCounts });
          expect(bench.state).toBe('armed');
          creep(bench, at, floorCounts - 4);
          expect(bench.state).toBe('armed');
          bench.counts[at] = floorCounts + 1;
          hold(bench, 120);
          expect(bench.finding).toEqual(['plate-cold', at, expect.any(Number), floorCounts]);
          expect(bench.host.status?.value).toBeGreaterThan(floorCounts);
          expect(bench.safe).toBe(true);
        }),
        { numRuns: 40 },
      );
    });

    test('the burnt-in counts are those of 44 and 5 °C, on the safe side', () => {
      const { plateC } = firmwareBounds;
      expect(celsius(burntInLimits.ceilingCounts)).toBeLessThan(plateC.max);
      expect(celsius(burntInLimits.ceilingCounts - 1)).toBeGreaterThanOrEqual(plateC.max);
      expect(celsius(burntInLimits.floorCounts)).toBeGreaterThan(plateC.min);
      expect(celsius(burntInLimits.floorCounts + 1)).toBeLessThanOrEqual(plateC.min);
    });
  });

  test('the heatsink trips at 60 °C and not just below', () => {
    const cooler = windowCounts.find((count) => celsius(count) < guardBackstops.heatsinkC)!;
    const bench = armedAt([512, 512, cooler]);
    // Arming takes a degree to spare.
    expect(bench.state).toBe('idle');
    bench.counts[2] = countOf(guardBackstops.heatsinkC - 1.2);
    bench.pass(120);
    bench.arm();
    bench.counts[2] = cooler;
    hold(bench, 500);
    expect(bench.state).toBe('armed');
    bench.counts[2] = cooler - 1;
    hold(bench, 120);
    expect(bench.finding).toEqual(['heatsink-hot', 2, cooler - 1, cooler]);
  });

  describe('a sensor that is open or shorted', () => {
    const outside = fc.oneof(
      fc.integer({ min: 0, max: windowMin - 1 }),
      fc.integer({ min: windowMax + 1, max: 1023 }),
      fc.constantFrom(0, windowMin - 1, windowMax + 1, 1023),
    );

    test('trips within the time to confirm, on each channel', () => {
      fc.assert(
        fc.property(channel, outside, (at, count) => {
          const bench = armedAt([512, 512, 512]);
          bench.counts[at] = count;
          // Three channels in turn: the first bad conversion comes up to 3.1 ms after the fault.
          const latestMs = guardTiming.confirmMs + 5;
          bench.pass(latestMs);
          const limit = count > windowMax ? windowMax : windowMin;
          const reason = count > windowMax ? 'sensor-open' : 'sensor-short';
          expect(bench.finding).toEqual([reason, at, count, limit]);
        }),
        { numRuns: 100 },
      );
    });

    test('is not believed for less than that, and colours no temperature', () => {
      fc.assert(
        fc.property(channel, outside, (at, count) => {
          const bench = armedAt([512, 512, 512]);
          bench.counts[at] = count;
          bench.pass(guardTiming.confirmMs - 6);
          bench.counts[at] = 512;
          hold(bench, 200);
          expect(bench.state).toBe('armed');
          expect(bench.host.status).toMatchObject({ plateACounts: 512, plateBCounts: 512 });
        }),
        { numRuns: 50 },
      );
    });

    test('a contact that flickers is believed in the end', () => {
      const bench = armedAt([512, 512, 512]);
      for (let turn = 0; turn < 20 && bench.state === 'armed'; turn++) {
        bench.counts[0] = 1023;
        bench.passes(6);
        bench.counts[0] = 512;
        bench.passes(6);
      }
      expect(bench.reason).toBe('sensor-open');
    });

    test('the ends of the window lie inside of it', () => {
      const bench = armedAt([512, 512, windowMax]);
      hold(bench, 500);
      expect(bench.state).toBe('armed');
    });
  });

  /** Differences of the table's straight lines from the curve, in °C. */
  const tableError = 0.03;

  describe('beads that disagree', () => {
    const pair = fc.tuple(
      fc.integer({ min: 410, max: 660 }),
      fc.integer({ min: -40, max: 40 }),
      fc.boolean(),
    );
    const differenceOf = ([base, by]: readonly [number, number, boolean]): number =>
      Math.abs(celsius(base) - celsius(base + by));

    test('trip when they differ by 2.5 °C for a second, and never by less', () => {
      let tripped = 0;
      fc.assert(
        fc.property(
          pair.filter(
            (drawn) => Math.abs(differenceOf(drawn) - guardBackstops.disagreeC) > tableError,
          ),
          (drawn) => {
            const [base, by, swapped] = drawn;
            const differs = differenceOf(drawn) > guardBackstops.disagreeC;
            const bench = armedAt([base, base, 512]);
            expect(bench.state).toBe('armed');
            // In eight small steps, so that it is no jump.
            for (let step = 1; step <= 8; step++) {
              bench.counts[swapped ? 1 : 0] = base + Math.round((by * step) / 8);
              hold(bench, 900);
            }
            hold(bench, guardTiming.disagreeMs + 200);
            tripped += Number(differs);
            expect(bench.reason).toBe(differs ? 'sensors-disagree' : 'none');
          },
        ),
        { numRuns: 150 },
      );
      expect(tripped).toBeGreaterThan(10);
    });

    /** Just apart enough, and just not, by a step that is no jump. */
    const [near, apart] = [countOf(celsius(512) - 2.2), countOf(celsius(512) - 2.8)];
    const nearlyApart = (): CoreBench => {
      const bench = armedAt([512, 512, 512]);
      creep(bench, 1, near);
      expect(bench.state).toBe('armed');
      return bench;
    };

    test('for less than a second they do not, and agreement for long enough takes it back', () => {
      const bench = nearlyApart();
      for (let turn = 0; turn < 5; turn++) {
        bench.counts[1] = apart;
        hold(bench, guardTiming.disagreeMs - 100);
        bench.counts[1] = near;
        hold(bench, 2 * guardTiming.disagreeMs);
      }
      expect(bench.state).toBe('armed');
      bench.counts[1] = apart;
      hold(bench, guardTiming.disagreeMs + 120);
      expect(bench.reason).toBe('sensors-disagree');
    });

    test('a moment of agreement does not begin it anew', () => {
      const bench = nearlyApart();
      for (let turn = 0; turn < 4 && bench.state === 'armed'; turn++) {
        bench.counts[1] = apart;
        hold(bench, guardTiming.disagreeMs / 2);
        bench.counts[1] = near;
        hold(bench, 120);
      }
      expect(bench.reason).toBe('sensors-disagree');
    });
  });

  describe('a plate that moves too fast', () => {
    test.each([
      ['warming', 1, firmwareBounds.plateHeatingCPerS.max],
      ['cooling', -1, firmwareBounds.plateCoolingCPerS.max],
    ])('trips %s above its limit, and not below', (_what, way, limit) => {
      fc.assert(
        fc.property(
          // Against the oldest of eight steps of 0.1 s: the time of the slope is 0.8 to 0.9 s.
          fc.oneof(
            fc.double({ min: 0.2, max: limit * 0.85, noNaN: true }),
            fc.double({ min: limit * 1.08, max: limit * 1.3, noNaN: true }),
          ),
          (slope) => {
            const startC = way > 0 ? 10 : 38;
            const start = countOf(startC);
            const bench = armedAt([start, start, 512]);
            const seconds = Math.min(10, 24 / slope);
            for (let tick = 0; tick < seconds * 20 && bench.state === 'armed'; tick++) {
              const count = countOf(startC + (way * slope * tick) / 20);
              bench.counts = [count, count, 512];
              hold(bench, 50);
            }
            expect(bench.reason).toBe(slope > limit ? 'too-fast' : 'none');
          },
        ),
        { numRuns: 40 },
      );
    });

    test('what the plate did while nothing was armed is no slope', () => {
      const bench = armedAt([512, 512, 512]);
      hold(bench, 1000);
      bench.send(bench.host.frame('disarm', {}));
      bench.counts = [430, 430, 512];
      bench.pass(60_000);
      bench.arm();
      hold(bench, 500);
      expect(bench.state).toBe('armed');
    });

    test('a jump of 5 °C trips at once, and of one bead alone too', () => {
      for (const jumped of [[0, 1], [0], [1]]) {
        const bench = armedAt([512, 512, 512]);
        hold(bench, 1000);
        for (const at of jumped) bench.counts[at] = countOf(celsius(512) + 5);
        hold(bench, 50);
        expect(bench.reason).toBe('too-fast');
      }
    });
  });

  describe('arming and clearing', () => {
    test.each<[string, number[]]>([
      ['bead A is open', [1023, 512, 512]],
      ['bead B is shorted', [512, 0, 512]],
      ['the heatsink sensor is open', [512, 512, 1023]],
      ['the plate is within 1 °C of the ceiling', [countOf(43.3), countOf(43.3), 512]],
      ['the plate is within 1 °C of the floor', [countOf(5.7), countOf(5.7), 512]],
      ['the beads differ', [512, countOf(celsius(512) - 2.6), 512]],
      ['the heatsink is hot', [512, 512, countOf(59.5)]],
    ])('are refused when %s', (_what, counts) => {
      const bench = armedAt(counts);
      expect(bench.state).toBe('idle');
      const refused = bench.host.status?.refusedFrames ?? 0;
      expect(refused).toBe(1);
      bench.counts = [512, 512, 512];
      bench.pass(150);
      bench.arm();
      expect(bench.state).toBe('armed');
      bench.closeLoop(false);
      bench.pass(50);
      bench.closeLoop(true);
      bench.counts = counts;
      bench.pass(150);
      bench.clear('stop-pressed');
      expect(bench.finding.slice(0, 1)).toEqual(['stop-pressed']);
      expect(bench.state).toBe('tripped');
      bench.counts = [512, 512, 512];
      bench.pass(150);
      bench.clear('stop-pressed');
      expect(bench.state).toBe('idle');
    });
  });
});
