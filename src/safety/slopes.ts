/** How fast each bead, and both together, have moved over the last second, against what noise alone could show. Pure. */
import type { NoiseMeter } from './noise.ts';
import { mostNoiseC, noiseNowC } from './noise.ts';
import type { Readings } from './readings.ts';

/** One tick of the short memory, °C. */
export interface Recent {
  readonly atMs: number;
  readonly plateA: number;
  readonly plateB: number;
  readonly heatsink: number;
}

/** The quickest rise that was found, beyond what it must at least be to count as one. */
export interface Rise {
  readonly slopeCPerS: number;
  /** So much the window may show without a cause: more where there is more noise. */
  readonly marginCPerS: number;
  readonly windowMs: number;
}

export const memoryMs = 1000;
/**
 * A short window sees a stuck bridge sooner, and noise as a slope. The longest is bounded: no noise makes the rule blind.
 */
const windowsMs = [300, 600, memoryMs] as const;
const fewestTicks = 3;
/** A stuck bridge on full heat raises a bead by this much within its lag. */
export const fastMarginCPerS = 0.6;
/** Standard deviations: twenty slopes a second, for ninety minutes, on hundreds of devices. */
const beyondNoise = 5.5;

export function remember(
  recent: readonly Recent[],
  nowMs: number,
  { plateA, plateB, heatsink }: Readings,
): readonly Recent[] {
  const kept = recent.filter(({ atMs }) => atMs >= nowMs - memoryMs);
  kept.push({
    atMs: nowMs,
    plateA: plateA.celsius,
    plateB: plateB.celsius,
    heatsink: heatsink.celsius,
  });
  return kept;
}

const noFit: Fit = { windowMs: 0, slopeCPerS: 0, sigmaPerC: 0, meanC: Number.NaN };
const noRise: Rise = { slopeCPerS: 0, marginCPerS: fastMarginCPerS, windowMs: 0 };
export const noRises: Readonly<Record<'plateA' | 'plateB' | 'bothBeads', Rise>> = {
  plateA: noRise,
  plateB: noRise,
  bothBeads: noRise,
};

export type Rises = typeof noRises;

/** What one tick shows: how fast the plate rises, and where it is by that. */
export interface Movements {
  readonly rises: Rises;
  readonly foreseen: AllForeseen;
}

/** @param targetC where the plate is to go in the end */
export function movementsOf(
  recent: readonly Recent[],
  noise: NoiseMeter,
  targetC: number,
): Movements {
  const fits = fitted(recent);
  const noiseA = noiseNowC(noise.of.plateA);
  const noiseB = noiseNowC(noise.of.plateB);
  const noiseBoth = noiseNowC(noise.of.bothBeads);
  return {
    rises: {
      plateA: quickestRise(fits.plateA, noiseA),
      plateB: quickestRise(fits.plateB, noiseB),
      bothBeads: quickestRise(fits.bothBeads, noiseBoth),
    },
    foreseen: {
      plateA: foreseenBy(fits.plateA, noiseA, targetC),
      plateB: foreseenBy(fits.plateB, noiseB, targetC),
      bothBeads: foreseenBy(fits.bothBeads, noiseBoth, targetC),
    },
  };
}

/** A rise that two ticks in a row show: what a single reading makes is gone with the next. */
export const lastingRises = (before: Rises, now: Rises): Rises => ({
  plateA: lesser(before.plateA, now.plateA),
  plateB: lesser(before.plateB, now.plateB),
  bothBeads: lesser(before.bothBeads, now.bothBeads),
});

const beyond = ({ slopeCPerS, marginCPerS }: Rise): number => slopeCPerS - marginCPerS;
/** What is not known now is not the lesser. */
const lesser = (before: Rise, now: Rise): Rise => (beyond(before) < beyond(now) ? before : now);

/** A line through the readings of one window. */
interface Fit {
  readonly windowMs: number;
  readonly slopeCPerS: number;
  /** Standard deviation of the slope for noise of 1 °C. */
  readonly sigmaPerC: number;
  readonly meanC: number;
}

/** NaN where a reading of the window is no number: a slope that is not known is not proven slow. */
function quickestRise(fits: readonly Fit[], noiseC: number): Rise {
  let quickest = noRise;
  let most = Number.NEGATIVE_INFINITY;
  for (const { windowMs, slopeCPerS, sigmaPerC } of fits) {
    const countedC = windowMs === memoryMs ? Math.min(noiseC, mostNoiseC) : noiseC;
    const marginCPerS = Math.max(fastMarginCPerS, beyondNoise * countedC * sigmaPerC);
    if (Number.isNaN(slopeCPerS)) return { slopeCPerS, marginCPerS, windowMs };
    if (slopeCPerS - marginCPerS > most) {
      most = slopeCPerS - marginCPerS;
      quickest = { slopeCPerS, marginCPerS, windowMs };
    }
  }
  return quickest;
}

type Fits = Readonly<Record<keyof typeof noRises, readonly Fit[]>>;

/** By least squares, over each of the windows: one walk back from the newest reading serves all of them. */
function fitted(recent: readonly Recent[]): Fits {
  const last = recent.at(-1);
  const fits = { plateA: [] as Fit[], plateB: [] as Fit[], bothBeads: [] as Fit[] };
  if (last === undefined) return fits;
  let index = recent.length - 1;
  let n = 0;
  let sumT = 0;
  let sumTT = 0;
  let sumA = 0;
  let sumTA = 0;
  let sumB = 0;
  let sumTB = 0;
  for (const windowMs of windowsMs) {
    for (; index >= 0 && recent[index]!.atMs >= last.atMs - windowMs; index -= 1) {
      const past = recent[index]!;
      const t = (past.atMs - last.atMs) / 1000;
      // From the newest reading, so that nothing is lost in large sums.
      const a = past.plateA - last.plateA;
      const b = past.plateB - last.plateB;
      n += 1;
      sumT += t;
      sumTT += t * t;
      sumA += a;
      sumTA += t * a;
      sumB += b;
      sumTB += t * b;
    }
    const known = n >= fewestTicks;
    const spread = sumTT - (sumT * sumT) / n;
    const sigmaPerC = known ? 1 / Math.sqrt(spread) : 0;
    const slopeA = known ? (sumTA - (sumT * sumA) / n) / spread : 0;
    const slopeB = known ? (sumTB - (sumT * sumB) / n) / spread : 0;
    const meanA = last.plateA + sumA / n;
    const meanB = last.plateB + sumB / n;
    fits.plateA.push({ windowMs, slopeCPerS: slopeA, sigmaPerC, meanC: meanA });
    fits.plateB.push({ windowMs, slopeCPerS: slopeB, sigmaPerC, meanC: meanB });
    // The line through the mean of both is the mean of their lines.
    const [slopeCPerS, meanC] = [(slopeA + slopeB) / 2, (meanA + meanB) / 2];
    fits.bothBeads.push({ windowMs, slopeCPerS, sigmaPerC, meanC });
  }
  return fits;
}

/** Where the plate is while its beads lag, by the slope of the last 0.6 s; and what that may show in a hold. */
export interface Foreseen {
  readonly celsius: number;
  readonly limitC: number;
}

const foreseenWindowMs = 600;
const foreseenWindow = windowsMs.indexOf(foreseenWindowMs);
/** Lag of a plate bead, and half of the window that the slope is late by. */
const foreseenAfterS = 1.2 + foreseenWindowMs / 2000;
/**
 * A stuck bridge at full heat passes from 42 to 45 °C in a second, and the faces hold half a degree more. The limit
 * stands above the hold that was ordered, by what two beads may differ and by what noise may show, between the trip of a
 * lasting reading and that of a single one.
 */
const foreseenLimitC = { least: 43, most: 44.2 } as const;
const holdSpreadC = 0.5;

export type AllForeseen = Readonly<Record<keyof typeof noRises, Foreseen>>;

const nothing: Foreseen = { celsius: Number.NEGATIVE_INFINITY, limitC: foreseenLimitC.least };
export const nothingForeseen: AllForeseen = {
  plateA: nothing,
  plateB: nothing,
  bothBeads: nothing,
};

function foreseenBy(fits: readonly Fit[], noiseC: number, targetC: number): Foreseen {
  const { slopeCPerS, sigmaPerC, meanC } = fits[foreseenWindow] ?? noFit;
  const sigmaC = noiseC * sigmaPerC * foreseenAfterS;
  const quietC = targetC + holdSpreadC + beyondNoise * sigmaC;
  return {
    celsius: meanC + slopeCPerS * foreseenAfterS,
    limitC: Math.min(Math.max(quietC, foreseenLimitC.least), foreseenLimitC.most),
  };
}

const jumpWindowMs = 250;

/** Largest change of each channel within the last 250 ms, °C. */
export function largestJumps(
  recent: readonly Recent[],
): Readonly<Record<keyof typeof still, number>> {
  const now = recent.at(-1);
  if (now === undefined) return still;
  let [plateA, plateB, heatsink] = [0, 0, 0];
  for (const past of recent) {
    if (past.atMs < now.atMs - jumpWindowMs) continue;
    plateA = larger(plateA, now.plateA - past.plateA);
    plateB = larger(plateB, now.plateB - past.plateB);
    heatsink = larger(heatsink, now.heatsink - past.heatsink);
  }
  // What is no number now is no jump of known size; what was none before says nothing about the others.
  if (Number.isNaN(now.plateA)) plateA = Number.NaN;
  if (Number.isNaN(now.plateB)) plateB = Number.NaN;
  if (Number.isNaN(now.heatsink)) heatsink = Number.NaN;
  return { plateA, plateB, heatsink };
}

export const still = { plateA: 0, plateB: 0, heatsink: 0 } as const;

const larger = (most: number, change: number): number =>
  Math.abs(change) > most ? Math.abs(change) : most;

const apartWindowMs = 500;

/** Plate A less plate B, in the mean over half a second, °C; NaN where one of them is not known now. */
export function beadsApartC(recent: readonly Recent[]): number {
  const now = recent.at(-1);
  if (now === undefined || Number.isNaN(now.plateA + now.plateB)) return Number.NaN;
  let [n, sum] = [0, 0];
  for (const { atMs, plateA, plateB } of recent) {
    const apartC = plateA - plateB;
    if (atMs < now.atMs - apartWindowMs || Number.isNaN(apartC)) continue;
    n += 1;
    sum += apartC;
  }
  return sum / n;
}

/** Of one channel over the last second, °C; NaN where one reading of it is no number, or there is none. */
export function meanOver(recent: readonly Recent[], channel: keyof typeof still): number {
  return recent.reduce((sum, past) => sum + past[channel], 0) / recent.length;
}
