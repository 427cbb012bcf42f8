/**
 * Alarm sounds of the browser: the second channel, the board's buzzer is the first. Pulses and groups as IEC 60601-1-8
 * has them for each priority, a fundamental of 150–1000 Hz with at least four harmonics.
 */

export type Priority = 'high' | 'medium' | 'low';

export interface SoundPattern {
  /** On, off, on … of one burst, milliseconds; the first is on. */
  readonly burstMs: readonly number[];
  readonly everyMs: number;
  readonly fundamentalHz: number;
}

/** Three pulses and two. */
const fivePulsesMs = [150, 100, 150, 100, 150, 350, 150, 100, 150];

export const soundPatterns: Readonly<Record<Priority, SoundPattern>> = {
  high: {
    burstMs: [...fivePulsesMs, 500, ...fivePulsesMs],
    everyMs: 6000,
    fundamentalHz: 660,
  },
  medium: { burstMs: [200, 200, 200, 200, 200], everyMs: 10_000, fundamentalHz: 520 },
  low: { burstMs: [200, 200, 200], everyMs: 30_000, fundamentalHz: 392 },
};

/** Beginning and end of each tone of a burst, seconds from its start. */
export function tonesOf({ burstMs }: SoundPattern): readonly (readonly [number, number])[] {
  let atMs = 0;
  const tones: (readonly [number, number])[] = [];
  for (const [index, lengthMs] of burstMs.entries()) {
    if (index % 2 === 0) tones.push([atMs / 1000, (atMs + lengthMs) / 1000]);
    atMs += lengthMs;
  }
  return tones;
}
