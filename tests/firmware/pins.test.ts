/** The committed image on the emulated Uno: what is at the pins, by bytes alone (laws L5, L7, L8). */
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { analogReport, guardTiming } from '../../hardware/guard/protocol.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { firmwareBounds } from '../../src/limits/firmware-bounds.ts';
import { analogWrite, pinWrite } from './firmata-bytes.ts';
import { allPartsLimits, fullCool, fullHeat, readyMs } from './guard-bench.ts';
import type { DriveWish } from './guard-bench.ts';
import { UnoBench } from './uno-bench.ts';

const benches: UnoBench[] = [];
function powered(): UnoBench {
  const bench = new UnoBench();
  benches.push(bench);
  return bench;
}
function armed(limits: Partial<typeof burntInLimits> = {}): UnoBench {
  const bench = powered();
  bench.pass(readyMs);
  bench.hello();
  bench.send(bench.host.frame('narrow', { ...allPartsLimits, ...limits }));
  bench.pass(15);
  bench.arm();
  expect(bench.state).toBe('armed');
  return bench;
}

afterEach(() => {
  // Whatever a test did: both sides were never driven within one period of the PWM.
  const together = benches.splice(0).filter(({ bothSidesMs }) => bothSidesMs > 0);
  if (together.length > 0) throw new Error('both sides of the bridge were driven at once');
});

/** Runs and sees whether any power pin was high, for however short a time. */
function wasPowered(bench: UnoBench, ms: number): boolean {
  const { bridgeCool, bridgeHeat, bridgeEnable, relay } = pins;
  const meters = [bridgeCool, bridgeHeat, bridgeEnable, relay].map((pin) => bench.uno.meter(pin));
  bench.pass(ms);
  return meters.some((meter) => meter.readDuty() > 0);
}

describe('start-up', () => {
  test('drives nothing from power-on until a host has armed it and renewed', () => {
    const bench = powered();
    expect(wasPowered(bench, 300)).toBe(false);
    bench.stage(fullHeat);
    expect(wasPowered(bench, 300)).toBe(false);
    bench.stage({});
    bench.hello();
    bench.claim();
    bench.arm();
    expect(wasPowered(bench, 100)).toBe(false);
    bench.stage(fullHeat);
    expect(wasPowered(bench, 50)).toBe(false);
    bench.renew(fullHeat);
    expect(wasPowered(bench, 50)).toBe(true);
    expect(bench.powered).toEqual([false, true, true, true]);
  });

  test('holds its power pins low by itself within 2 ms, and the fan runs', () => {
    const bench = powered();
    bench.pass(2);
    const { bridgeCool, bridgeHeat, bridgeEnable, relay, fan } = pins;
    for (const pin of [bridgeCool, bridgeHeat, bridgeEnable, relay, fan])
      expect([bench.uno.isDriven(pin), bench.uno.level(pin)]).toEqual([true, false]);
  });
});

test('the duty at the pin is the count that was renewed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), fc.boolean(), (count, heats) => {
      const bench = armed();
      const wish: DriveWish = { [heats ? 'heat' : 'cool']: count, enable: 1, relay: 1 };
      bench.drive(wish, 100);
      const meter = bench.uno.meter(heats ? pins.bridgeHeat : pins.bridgeCool);
      bench.drive(wish, 200);
      expect(Math.abs(meter.readDuty() - count / 255)).toBeLessThan(0.012);
    }),
    { numRuns: 12 },
  );
});

describe('a reset', () => {
  test('at any moment, by DTR: off at once, and stays off until cleared and armed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(fullHeat, fullCool, { heat: 77, enable: 1, relay: 1 } as const),
        (ms, wish) => {
          const bench = armed();
          bench.drive(wish, ms);
          // Also in the middle of a message.
          bench.stage(wish);
          bench.renew(wish);
          bench.uno.runUntil(bench.nowMs + (ms % 7) / 3);
          bench.uno.reset('external');
          expect(bench.safe).toBe(true);
          expect(wasPowered(bench, 60)).toBe(false);
          bench.hello();
          expect([bench.state, bench.reason]).toEqual(['tripped', 'lease-lost']);
          bench.stage(wish);
          bench.renew(wish);
          expect(wasPowered(bench, 60)).toBe(false);
          bench.stage({});
          bench.clear('lease-lost');
          expect(bench.state).toBe('idle');
          bench.claim();
          bench.pass(readyMs);
          bench.arm();
          // After a reset nobody knows what was driven: the pause of a reversal comes first.
          bench.drive({}, guardTiming.reversalZeroMs);
          bench.drive(wish, 250);
          expect(bench.powered.includes(true)).toBe(true);
        },
      ),
      { numRuns: 10 },
    );
  });

  test('a trip is latched through any number of them, and forgotten without power', () => {
    const bench = armed();
    bench.drive(fullHeat, 100);
    bench.closeLoop(false);
    bench.pass(60);
    bench.closeLoop(true);
    for (let time = 0; time < 5; time++) {
      bench.uno.reset('external');
      bench.pass(20 + time * 17);
      bench.hello();
      expect(bench.finding).toEqual(['stop-pressed', 0, 1, 0]);
    }
    bench.uno.reset('power-on');
    bench.pass(150);
    bench.hello();
    expect(bench.state).toBe('idle');
  });
});

describe('the lease', () => {
  test.each([
    ['full heat', fullHeat],
    ['full cool', fullCool],
    ['half heat', { heat: 128, enable: 1, relay: 1 } as const],
  ])('%s is off within 0.50 s of the end of the last renewal', (_what, wish) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (ms) => {
        const bench = armed();
        bench.drive(wish, 200);
        bench.stage(wish);
        bench.renew(wish);
        const arrivesMs = bench.nowMs + 40 * 0.17;
        bench.pass(ms % 37);
        bench.pass(guardTiming.leaseMs - 60 - (ms % 37));
        expect(bench.powered[3]).toBe(true);
        bench.untilSafe(1000);
        expect(bench.nowMs - arrivesMs).toBeLessThanOrEqual(500);
        bench.pass(20);
        expect([bench.state, bench.reason]).toEqual(['tripped', 'lease-lost']);
        // A beat never arms again.
        bench.stage(wish);
        for (let beat = 0; beat < 5; beat++) {
          bench.renew(wish);
          expect(wasPowered(bench, 50)).toBe(false);
        }
      }),
      { numRuns: 4 },
    );
  });
});

test('the stop loop, opened: off within 50 ms at the pin', () => {
  for (const wish of [fullHeat, fullCool]) {
    const bench = armed();
    bench.drive(wish, 130);
    bench.closeLoop(false);
    expect(bench.untilSafe(1000)).toBeLessThanOrEqual(50);
    bench.pass(20);
    expect(bench.reason).toBe('stop-pressed');
  }
});

describe('switching off', () => {
  const { bridgeHeat, bridgeEnable, relay } = pins;

  test('takes the enable first: that alone opens the bridge', () => {
    const pressed = (): UnoBench => {
      const bench = armed();
      bench.drive(fullHeat, 130);
      bench.closeLoop(false);
      return bench;
    };
    const coarse = pressed();
    while (!coarse.safe) coarse.uno.runUntil(coarse.nowMs + 0.25);
    // The same again, and the last moment in steps of four cycles.
    const fine = pressed();
    fine.uno.runUntil(coarse.nowMs - 0.5);
    const fallen: number[] = [];
    while (!fine.safe) {
      fine.uno.runUntil(fine.nowMs + 0.00025);
      for (const pin of [bridgeHeat, bridgeEnable, relay])
        if (!fine.uno.level(pin) && !fallen.includes(pin)) fallen.push(pin);
    }
    expect(fallen[0]).toBe(bridgeEnable);
    expect(fallen).toHaveLength(3);
  });

  test.each([
    ['a side', analogWrite(bridgeHeat, 0), bridgeHeat],
    ['the enable', pinWrite(bridgeEnable, 0), bridgeEnable],
    ['the relay', pinWrite(relay, 0), relay],
  ])('%s is low within a pass of the last byte, in any phase of the PWM', (_what, bytes, pin) => {
    const bench = armed();
    for (let phase = 0; phase < 12; phase++) {
      bench.drive(fullHeat, 50);
      bench.pass(10 + phase / 7);
      expect(bench.uno.level(pin)).toBe(true);
      bench.send(bytes);
      // 2.048 ms, and the time of the pass itself.
      bench.pass(bytes.length * 0.17 + 2.3);
      expect(bench.uno.level(pin)).toBe(false);
    }
  });
});

describe('its own readings', () => {
  const { ceilingCounts, floorCounts } = burntInLimits;
  const { min, max } = firmwareBounds.sensorCounts;
  /** Channel, what it then reads, and the reason that is due. */
  const faults: [string, number[], number[], string][] = [
    ...[0, 1, 2].flatMap((channel): [string, number[], number[], string][] => {
      const reading = (count: number): number[] =>
        [512, 512, 512].map((room, at) => (at === channel ? count : room));
      return [
        [`channel ${channel} open`, [512, 512, 512], reading(1023), 'sensor-open'],
        [
          `channel ${channel} just above the window`,
          [512, 512, 512],
          reading(max + 1),
          'sensor-open',
        ],
        [`channel ${channel} shorted`, [512, 512, 512], reading(0), 'sensor-short'],
        [
          `channel ${channel} just below the window`,
          [512, 512, 512],
          reading(min - 1),
          'sensor-short',
        ],
      ];
    }),
    ['plate A above the ceiling', [332, 332, 512], [ceilingCounts - 1, 332, 512], 'plate-hot'],
    ['plate B above the ceiling', [332, 332, 512], [332, ceilingCounts - 1, 512], 'plate-hot'],
    ['plate A below the floor', [715, 715, 512], [floorCounts + 1, 715, 512], 'plate-cold'],
    ['plate B below the floor', [715, 715, 512], [715, floorCounts + 1, 512], 'plate-cold'],
    ['a heatsink that grows hot', [512, 512, 210], [512, 512, 190], 'heatsink-hot'],
    ['a plate that jumps', [512, 512, 512], [450, 450, 512], 'too-fast'],
  ];

  test.each(faults)('%s: trips by itself, with the host silent', (_what, before, after, reason) => {
    const bench = powered();
    bench.counts = before;
    bench.start();
    bench.stage(fullHeat);
    bench.renew(fullHeat);
    bench.pass(30);
    expect(bench.powered[3]).toBe(true);
    bench.counts = after;
    expect(bench.untilSafe(1000)).toBeLessThan(60);
    bench.pass(20);
    expect(bench.reason).toBe(reason);
  });

  test.each(faults)('%s: trips with the host renewing', (_what, before, after, reason) => {
    const bench = powered();
    bench.counts = before;
    bench.start();
    bench.drive(fullCool, 100);
    bench.counts = after;
    bench.drive(fullCool, 100);
    expect(bench.safe).toBe(true);
    expect(bench.reason).toBe(reason);
  });

  test('beads that disagree for a second trip while the host renews', () => {
    const bench = armed();
    bench.drive(fullCool, 100);
    // Each step is less than what a slope trips at.
    for (const count of [503, 494, 486]) {
      bench.counts = [512, count, 512];
      bench.drive(fullCool, 1000);
    }
    bench.counts = [512, 480, 512];
    bench.drive(fullCool, 900);
    expect(bench.state).toBe('armed');
    bench.drive(fullCool, 250);
    expect([bench.reason, bench.safe]).toEqual(['sensors-disagree', true]);
  });
});

test('a renewal for another drive than the staged one trips', () => {
  const bench = armed();
  bench.drive(fullHeat, 100);
  bench.stage({ heat: 254, enable: 1, relay: 1 });
  bench.renew(fullHeat);
  bench.pass(20);
  expect([bench.reason, bench.safe]).toEqual(['drive-mismatch', true]);
});

test('both sides, asked for in every order, are never at the pins together', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(order, fc.integer({ min: 1, max: 255 }), (steps, count) => {
      const bench = armed();
      const both = { cool: count, heat: count, enable: 1, relay: 1 } as const;
      const acts = [
        () => bench.send(analogWrite(pins.bridgeCool, count)),
        () => bench.send(analogWrite(pins.bridgeHeat, count)),
        () => bench.renew(both),
        () => bench.drive({ cool: count, enable: 1, relay: 1 }, 60),
        () => bench.drive({ heat: count, enable: 1, relay: 1 }, 60),
        () => bench.send(pinWrite(pins.bridgeEnable, 1)),
      ];
      for (const step of steps) acts[step]!();
      bench.pass(30);
    }),
    { numRuns: 15 },
  );
});

test('a reversal without its pause trips; with it, the sides change and never overlap', () => {
  const bench = armed();
  bench.drive(fullHeat, 100);
  bench.drive({ enable: 1, relay: 1 }, 250);
  bench.drive(fullCool, 100);
  expect(bench.powered).toEqual([true, false, true, true]);
  bench.drive(fullHeat, 50);
  expect([bench.reason, bench.safe]).toEqual(['reversal', true]);
});

test('drive one way longer than it was narrowed to trips', () => {
  const bench = armed({ oneWayS: 2 });
  bench.drive(fullHeat, 1900);
  expect(bench.state).toBe('armed');
  bench.drive(fullHeat, 250);
  expect([bench.reason, bench.safe]).toEqual(['one-way', true]);
});

describe('the buzzer', () => {
  const meterOf = (bench: UnoBench) => bench.uno.meter(pins.buzzer);

  test('beeps by itself when tripped and alone, and leaves it to a host that is there', () => {
    const bench = armed();
    bench.pass(500);
    expect(bench.state).toBe('tripped');
    const meter = meterOf(bench);
    bench.pass(1400);
    expect(meter.readDuty()).toBe(0);
    bench.pass(4000);
    expect(Math.abs(meter.readDuty() - 0.5)).toBeLessThan(0.1);
    bench.hello();
    meter.readDuty();
    bench.drive({}, 3000);
    expect(meter.readDuty()).toBe(0);
    bench.send(pinWrite(pins.buzzer, 1));
    bench.drive({}, 200);
    expect(bench.uno.level(pins.buzzer)).toBe(true);
  });
});

test('reports readings and the stop loop as Johnny-Five asks for them', () => {
  const bench = powered();
  bench.counts = [301, 402, 503];
  bench.pass(100);
  bench.send([0xf0, 0x7a, 25, 0, 0xf7, 0xc0, 1, 0xc1, 1, 0xc2, 1, 0xd0, 1]);
  bench.pass(20);
  bench.host.firmata.length = 0;
  bench.pass(1000);
  const of = (first: number): number[][] => bench.host.firmata.filter(([id]) => id === first);
  for (const [channel, count] of bench.counts.entries()) {
    const reports = of(0xe0 | channel);
    expect(Math.abs(reports.length - 40)).toBeLessThanOrEqual(1);
    expect(new Set(reports.map(([, low = 0, high = 0]) => low + 128 * high))).toEqual(
      new Set([count * analogReport.conversions]),
    );
  }
  bench.closeLoop(false);
  bench.pass(10);
  bench.closeLoop(true);
  bench.pass(10);
  expect(of(0x90)).toEqual([
    [0x90, 4, 0],
    [0x90, 0, 0],
  ]);
});
