/** Every rule against every kind of noise: none is fooled by what a bench has, and none is blinded by it. */
import { describe, expect, it } from 'vitest';
import { measuredNoise, noiseAboutLine, noiseLimitLsb } from '../../src/safety/noise.ts';
import { carried, watch } from './noise-kinds.ts';
import type { Instant, NoiseKind } from './noise-kinds.ts';

const kinds = Object.entries(carried);
const seeds = [1, 2, 3, 4];

/** A ramp up, a hold, a ramp down and a hold, as a plate on course does it; the beads a degree apart. */
function course(atS: number, noise: NoiseKind): Instant {
  const up = Math.min(40, 12 + 0.25 * Math.max(0, atS - 5));
  const down = Math.max(12, 40 - 0.25 * Math.max(0, atS - 200));
  const hot = atS < 200;
  const plateC = hot ? up : down;
  // The heatsink answers to the cooling of the last minutes.
  const heatsink = hot ? 30 : 30 + 8 * (1 - Math.exp((200 - atS) / 60));
  const drive = hot ? 0.3 : -0.4;
  return { plateA: plateC, plateB: plateC - 1, heatsink, drive, targetC: hot ? 40 : 12, noise };
}

/** A bridge that is stuck on full heat, as beads with a lag of a second and a fifth show it. */
function stuck(atS: number, fromS: number): number {
  const sinceS = Math.max(0, atS - fromS);
  return 40 + 2.9 * (sinceS - 1.2 * (1 - Math.exp(-sinceS / 1.2)));
}

describe('noise that a device may have', () => {
  it.each(kinds)('%s trips nothing and holds nothing back', (_what, noise) => {
    for (const seed of seeds) {
      const seen = watch(seed, 400, (atS) => course(atS, noise));
      expect({ seed, acted: seen.acted, heldBack: seen.heldBack }).toEqual({
        seed,
        acted: [],
        heldBack: 0,
      });
    }
  });

  it.each(kinds)('%s is measured below the limit, on a ramp as at rest', (_what, noise) => {
    const { powered } = measuredNoise(watch(7, 190, (atS) => course(atS, noise)).trend.noise);
    for (const lsb of Object.values(powered)) {
      expect(lsb).toBeGreaterThan(0.3);
      expect(lsb).toBeLessThan(noiseLimitLsb);
    }
  });

  it.each(kinds)('%s hides no stuck bridge, not even from one bead alone', (_what, noise) => {
    for (const seed of seeds) {
      const one = watch(seed, 62, (atS) => ({ plateA: stuck(atS, 60), plateB: 40, noise }));
      const found = one.acted[0];
      expect(found?.id).toBe('too-fast');
      expect(found?.reading).toContain('by plate sensor A alone');
      // The plate itself is 2.9 °C hotter a second later.
      expect(found?.atS).toBeLessThan(61.4);
    }
  });

  it.each(kinds)('%s does not keep two beads that differ from being told', (_what, noise) => {
    const apart = watch(3, 70, (atS) => ({ plateA: 40, plateB: atS < 60 ? 40 : 38.2, noise }));
    expect(apart.acted.map(({ id }) => id)).toContain('sensors-disagree');
    const near = watch(3, 120, () => ({ plateA: 40, plateB: 38.7, noise }));
    expect(near.acted.filter(({ id }) => id !== 'sensors-drifting')).toEqual([]);
  });
});

describe('noise beyond it', () => {
  it.each([3, 6])('%d LSB white from one moment on is called noise within 20 s', (white) => {
    for (const seed of seeds) {
      const noise = { white };
      const seen = watch(seed, 80, (atS) => ({ plateA: 40, noise: atS < 60 ? {} : noise }));
      expect(seen.acted[0]).toMatchObject({ id: 'sensor-noisy' });
      expect(seen.acted[0]?.atS).toBeGreaterThan(60);
    }
  });

  it('12 LSB are called noise or jumps, and no movement of the plate', () => {
    for (const seed of seeds) {
      const seen = watch(seed, 65, (atS) => ({ plateA: 40, noise: atS < 60 ? {} : { white: 12 } }));
      expect(['sensor-noisy', 'sensor-jump']).toContain(seen.acted[0]?.id);
    }
  });

  it('a stuck bridge is seen through any noise: no margin grows without end', () => {
    const noise = { white: 3 };
    for (const seed of seeds) {
      const seen = watch(seed, 62.5, (atS) => ({
        plateA: stuck(atS, 60),
        noise: atS < 60 ? {} : noise,
      }));
      expect(seen.acted.map(({ id }) => id)).toContain('too-fast');
    }
  });
});

describe('a loose contact', () => {
  it('of 50 ms is named as one, and not as a plate that jumped', () => {
    const [first] = watch(1, 12, (atS) => ({ plateA: 40, openA: Math.abs(atS - 10) < 0.01 })).acted;
    expect(first).toMatchObject({
      id: 'sensor-jump',
      reading: 'plate sensor A was gone for 50 ms and came back',
    });
  });

  it('is no noise', () => {
    const { noise } = watch(1, 30, (atS) => ({
      plateA: 40,
      openA: Math.abs(atS - 20) < 0.01,
    })).trend;
    expect(measuredNoise(noise).powered.plateA).toBeLessThan(0.7);
  });
});

describe('the meter', () => {
  it('reports each episode when it ends, with current and without', () => {
    const { noise } = watch(1, 60, (atS) => ({
      plateA: 40,
      drive: atS < 30 ? 0 : 0.3,
      noise: { whileDriven: 1.5 },
    })).trend;
    const { powered, atRest } = measuredNoise(noise);
    expect(atRest.plateB).toBeLessThan(0.6);
    expect(powered.plateB).toBeGreaterThan(1);
  });

  it('takes a ramp for no noise, and too little for no measurement', () => {
    expect(noiseAboutLine(Array.from({ length: 40 }, (_, n) => 500 - 3 * n))).toBeCloseTo(0, 6);
    expect(noiseAboutLine([500, 501, 500])).toBeNaN();
  });
});
