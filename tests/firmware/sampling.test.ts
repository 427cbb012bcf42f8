/**
 * A ground that the sensors share with the modules' current, on the emulated chip: what the known resistor shows of it is
 * taken off, whatever the PWM and the conversions do in step with each other.
 */
import { describe, expect, test } from 'vitest';
import { analogReport } from '../../hardware/guard/protocol.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { allPartsLimits, fullCool, fullHeat, readyMs } from './guard-bench.ts';
import type { DriveWish } from './guard-bench.ts';
import { UnoBench } from './uno-bench.ts';

const bead = 512;
const lsbV = 5 / 1024;
const known = 327;

/** Amperes of the modules while a side is high. */
const currents = [
  [pins.bridgeCool, 10.8],
  [pins.bridgeHeat, 4.5],
] as const;

/** All inputs stand on a return that the modules' current flows through at that very moment: nothing filters it. */
class SharedGroundBench extends UnoBench {
  ohm = 0;

  protected override countAt(channel: number, relayClosed: boolean): number {
    const count = super.countAt(channel, relayClosed);
    const enabled = this.uno.level(pins.bridgeEnable) && relayClosed;
    const amps = currents.find(([pin]) => enabled && this.uno.level(pin))?.[1] ?? 0;
    return channel <= 3 || channel === 7 ? count + (this.ohm * amps) / lsbV : count;
  }
}

function driven(ohm: number, wish: DriveWish, ms = 2600): SharedGroundBench {
  const bench = new SharedGroundBench();
  bench.counts = [bead, bead, bead];
  bench.pass(readyMs);
  bench.hello();
  bench.send(bench.host.frame('narrow', allPartsLimits));
  bench.pass(10);
  bench.arm();
  bench.drive({}, 800);
  bench.ohm = ohm;
  bench.send([0xf0, 0x7a, 25, 0, 0xf7, 0xc0, 1]);
  bench.drive(wish, 500);
  bench.host.firmata.length = 0;
  bench.drive(wish, ms);
  return bench;
}

/** Counts of bead A as they were reported, with their fraction. */
const reported = (bench: SharedGroundBench): number[] =>
  bench.host.firmata
    .filter(([id]) => id === 0xe0)
    .map(([, low = 0, high = 0]) => (low + 128 * high) / analogReport.conversions);

const half: DriveWish = { cool: 128, enable: 1, relay: 1 };

describe('a ground that is shared, 2 mΩ of it', () => {
  test.each([32, 128, 250])('moves no bead at a duty of %i / 255, and makes no beat', (cool) => {
    const bench = driven(0.002, { ...half, cool });
    const counts = reported(bench);
    const fullShift = (0.002 * 10.8) / lsbV;
    expect(counts.length).toBeGreaterThan(100);
    // It is learned within seconds from the known resistor, whose conversions round by up to half a count, as the bead's do.
    const shifts = counts.slice(-60).map((count) => count - bead);
    const mean = shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
    expect(Math.abs(mean)).toBeLessThan(1);
    // Read in step with the PWM it would swing by all of 4.4 counts.
    expect(Math.max(...shifts) - Math.min(...shifts)).toBeLessThan(0.3 * fullShift);
  });

  test.each([
    ['+2 mΩ', 0.002],
    ['−2 mΩ', -0.002],
  ])('%s trips nothing at any drive', (_what, ohm) => {
    for (const wish of [half, fullCool, fullHeat, { ...fullHeat, heat: 100 }]) {
      expect([wish, driven(ohm, wish).finding]).toEqual([wish, ['none', 0, 0, 0]]);
    }
  });
});

test.each([
  ['4 mΩ', 0.004, fullCool],
  ['−4 mΩ', -0.004, fullCool],
  ['4 mΩ while the self-test drives', 0.004, half],
  ['5 mΩ while it heats', 0.005, fullHeat],
])('more is named as ground: %s', (_what, ohm, wish) => {
  const bench = driven(ohm, wish, 1000);
  expect([bench.reason, bench.host.status?.channel]).toEqual(['ground', 7]);
  expect(bench.safe).toBe(true);
  expect(bench.others.known).toBe(known);
});
