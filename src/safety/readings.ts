import type { Found } from '../words/facts.ts';

/** What the rules judge. Celsius is not finite where a count means no temperature. */
export interface Reading {
  readonly count: number;
  readonly celsius: number;
  /** When the newest report arrived; −Infinity: never. */
  readonly atMs: number;
}

/** What the guard on the board last said of itself, and how it stands with our renewals. */
export interface GuardReading {
  readonly state: 'booting' | 'idle' | 'armed' | 'tripped';
  /** Why it tripped, as the guard protocol names it; `none` while it is not. */
  readonly reason: string;
  /** What it tripped on, and the limit. */
  readonly found: Extract<Found, { kind: 'board-cut' | 'nothing' }> & { readonly cause?: Found };
  /** When the newest status arrived; −Infinity: never. */
  readonly atMs: number;
  /** When the first status of the present trip arrived; NaN while it is not tripped. */
  readonly trippedAtMs: number;
  /** When the last renewal was sent. */
  readonly renewedAtMs: number;
  /** Its pins: both sides at zero, bridge disabled, relay open. */
  readonly powerOff: boolean;
}

/** What each supply may be, as the board measures it: its own tolerance, that of the board's 5 V, and of the dividers. */
export interface SupplyLimits {
  readonly coolV: { readonly min: number; readonly max: number };
  readonly heatV: { readonly min: number; readonly max: number };
}

/** The two supplies behind the relay, V. */
export interface Rails {
  readonly coolV: number;
  readonly heatV: number;
  /** When the older of the two was reported; −Infinity: one of them never. */
  readonly atMs: number;
}

/** Through the line of the modules, A; positive while it cools. */
export interface ModuleCurrent {
  readonly currentA: number;
  /** When it was reported; −Infinity: never. */
  readonly atMs: number;
}

export interface Readings {
  readonly plateA: Reading;
  readonly plateB: Reading;
  readonly heatsink: Reading;
  /** A plate sensor of another kind, with the opposite sign; null where the device has none. */
  readonly witness: Reading | null;
  /** Null where the board does not see them. */
  readonly rails: Rails | null;
  readonly moduleCurrent: ModuleCurrent | null;
  /** How fast the fan turns; null where it has no tachometer. */
  readonly fanTurnsPerS: number | null;
  readonly stopLoopClosed: boolean;
  /** What a pin does that it was not told to, in its own kind; null while the board's read-back agrees. */
  readonly pinsDiffer: Found | null;
  /** Null on a board without a guard. */
  readonly guard: GuardReading | null;
}

/** What a board of the first revision does not have. */
export const firstRevision = {
  witness: null,
  rails: null,
  moduleCurrent: null,
  fanTurnsPerS: null,
} as const;

export const channels = ['plateA', 'plateB', 'heatsink'] as const;
export type Channel = (typeof channels)[number];
export const plateChannels = ['plateA', 'plateB'] as const;

export const channelNames: Readonly<Record<Channel, string>> = {
  plateA: 'plate sensor A',
  plateB: 'plate sensor B',
  heatsink: 'heatsink sensor',
};

export const witnessName = 'the witness of the plate';
export const currentSensorName = 'the current sensor of the modules';

/** Older than this, a reading is no reading (L4). Reports arrive every 25 ms. */
export const staleAfterMs = 300;

/** Conversion counts of a whole 10 kΩ B3950 divider lie between these: 75 °C and −13 °C (H05, H06). */
export const shortBelowCount = 130;
export const openAboveCount = 900;

export const isInWindow = (count: number): boolean =>
  count >= shortBelowCount && count <= openAboveCount;

/** Whether there is a temperature at all, however old. */
export const isRead = ({ count, celsius }: Reading): boolean =>
  isInWindow(count) && Number.isFinite(celsius);

/** Proven: a plausible count and a finite value, reported within the limit and not stamped in the future. */
export function isValid(reading: Reading, nowMs: number): boolean {
  const ageMs = nowMs - reading.atMs;
  return isRead(reading) && ageMs >= 0 && ageMs < staleAfterMs;
}

/**
 * The hotter and the colder of the two plate readings, both NaN unless both are valid: one valid sensor is not
 * enough to drive on (L4), and the more dangerous reading is the one that counts.
 */
export function plateSpan(
  readings: Readings,
  nowMs: number,
): { hottestC: number; coldestC: number } {
  const { plateA, plateB } = readings;
  if (!isValid(plateA, nowMs) || !isValid(plateB, nowMs)) {
    return { hottestC: Number.NaN, coldestC: Number.NaN };
  }
  return {
    hottestC: Math.max(plateA.celsius, plateB.celsius),
    coldestC: Math.min(plateA.celsius, plateB.celsius),
  };
}

/** Of the witness, −11 and 75 °C: beyond them a wire is shorted, or broken. */
export const witnessShortBelowCount = 450;
export const witnessOpenAboveCount = 590;

/** Proven: a witness with a plausible count and a finite value, reported within the limit. */
export function isWitnessValid({ count, celsius, atMs }: Reading, nowMs: number): boolean {
  const ageMs = nowMs - atMs;
  const whole = count >= witnessShortBelowCount && count <= witnessOpenAboveCount;
  return whole && Number.isFinite(celsius) && ageMs >= 0 && ageMs < staleAfterMs;
}
