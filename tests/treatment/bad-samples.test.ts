/** Samples that cannot be true, on each channel, in the running companion: they trip, and nothing is ever driven on one (L4). */
import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { temperatureChannels } from '../../hardware/device/device.ts';
import type { Sensed } from '../../hardware/device/device.ts';
import { openRig, shortPrescription } from './rig.ts';

type Spoil = (sensed: Sensed, nowMs: number) => Sensed;

const nothing = undefined as unknown as number;
const spoiled: Readonly<Record<string, Spoil>> = {
  'NaN °C': (sensed) => ({ ...sensed, celsius: Number.NaN }),
  '+Infinity °C': (sensed) => ({ ...sensed, celsius: Number.POSITIVE_INFINITY }),
  '−Infinity °C': (sensed) => ({ ...sensed, celsius: Number.NEGATIVE_INFINITY }),
  'undefined °C': (sensed) => ({ ...sensed, celsius: nothing }),
  'a count that is NaN': (sensed) => ({ ...sensed, count: Number.NaN }),
  'a count that is infinite': (sensed) => ({ ...sensed, count: Number.POSITIVE_INFINITY }),
  'a count that is undefined': (sensed) => ({ ...sensed, count: nothing }),
  'a time in the future': (sensed, nowMs) => ({ ...sensed, atMs: nowMs + 1 }),
  'a time that is NaN': (sensed) => ({ ...sensed, atMs: Number.NaN }),
  'a time that is infinite': (sensed) => ({ ...sensed, atMs: Number.POSITIVE_INFINITY }),
  'a time that is undefined': (sensed) => ({ ...sensed, atMs: nothing }),
  'a report older than the last': (sensed) => ({ ...sensed, atMs: sensed.atMs - 120 }),
};

const cases = Object.keys(spoiled).flatMap((what) =>
  temperatureChannels.flatMap((channel) =>
    (['treating.cold', 'treating.hot'] as const).map((state) => ({ what, channel, state })),
  ),
);

describe('a sample that cannot be true', () => {
  it.each(cases)('$what of $channel in $state', async ({ what, channel, state }) => {
    const spoil = spoiled[what]!;
    // From then on the sample is bad, or for one tick only where that must be enough.
    let fromMs = Number.POSITIVE_INFINITY;
    const rig = await openRig({
      prescription: shortPrescription,
      tamper: (sensing, nowMs) =>
        nowMs >= fromMs ? { ...sensing, [channel]: spoil(sensing[channel], nowMs) } : sensing,
    });
    const drivesAfter: number[] = [];
    rig.onTick.push((companion) => {
      const { treatment } = companion;
      if (companion.state === state && treatment.clocks.phaseMs > 120_000) {
        fromMs = Math.min(fromMs, treatment.nowMs);
      }
      if (treatment.nowMs > fromMs) drivesAfter.push(treatment.gate.drive);
    });
    const summary = await rig.run();
    expect(summary.outcome).toBe('faulted');
    expect(drivesAfter.length).toBeGreaterThan(1);
    expect(drivesAfter.every((drive) => drive === 0)).toBe(true);
    const trip = rig.entries.find(({ entry }) => entry.type === 'trip');
    if (trip?.entry.type !== 'trip') throw new Error('no trip');
    const { rule, found } = trip.entry.fields;
    expect(rule).toBe(summary.rule);
    expect(english.reading(found)).toMatch(/./);
    expect(english.limit(found)).toMatch(/./);
  });
});
