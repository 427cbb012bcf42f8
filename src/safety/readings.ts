/** What the rules judge. Celsius is not finite where a count means no temperature. */
export interface Reading {
  readonly count: number;
  readonly celsius: number;
  /** When the newest report arrived; −Infinity: never. */
  readonly atMs: number;
}

export interface Readings {
  readonly plateA: Reading;
  readonly plateB: Reading;
  readonly heatsink: Reading;
  readonly stopLoopClosed: boolean;
}

export const channels = ['plateA', 'plateB', 'heatsink'] as const;
export type Channel = (typeof channels)[number];
export const plateChannels = ['plateA', 'plateB'] as const;

export const channelNames: Readonly<Record<Channel, string>> = {
  plateA: 'plate sensor A',
  plateB: 'plate sensor B',
  heatsink: 'heatsink sensor',
};

/** Older than this, a reading is no reading (L4). Reports arrive every 25 ms. */
export const staleAfterMs = 300;

/** Proven: finite, reported within the limit, and not stamped in the future. */
export function isFresh(reading: Reading, nowMs: number): boolean {
  const ageMs = nowMs - reading.atMs;
  return Number.isFinite(reading.celsius) && ageMs >= 0 && ageMs < staleAfterMs;
}

/**
 * The hotter and the colder of the two plate readings, both NaN unless both are fresh: one valid sensor is not
 * enough to drive on (L4), and the more dangerous reading is the one that counts.
 */
export function plateSpan(
  readings: Readings,
  nowMs: number,
): { hottestC: number; coldestC: number } {
  const { plateA, plateB } = readings;
  if (!isFresh(plateA, nowMs) || !isFresh(plateB, nowMs)) {
    return { hottestC: Number.NaN, coldestC: Number.NaN };
  }
  return {
    hottestC: Math.max(plateA.celsius, plateB.celsius),
    coldestC: Math.min(plateA.celsius, plateB.celsius),
  };
}
