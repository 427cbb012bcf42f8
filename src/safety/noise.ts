/**
 * How noisy the counts are, measured with every tick and judged by one limit everywhere: doctor, self-test and the rule
 * `sensor-noisy`. A ramp is no noise: each second is fitted by a line, and what is left of it is the noise. Pure.
 */
import { courseEn } from '../words/course-en.ts';
import type { Channel } from './readings.ts';
import { isInWindow } from './readings.ts';
import type { Readings } from './readings.ts';

/**
 * The most noise that a device may be worked with, as the rms of what one tick sees, in steps of the converter. All rules
 * are made to carry this much without tripping on it. White noise of 2.8 LSB on each of the two conversions of a tick.
 */
export const noiseLimitLsb = 2;
/** One step of the converter, where it is largest between 5 and 50 °C. */
export const celsiusPerLsb = 0.115;
/** No rule allows for more noise than this, while more of it than the limit is being found out. */
export const mostNoiseC = 2 * noiseLimitLsb * celsiusPerLsb;
/** So much within one second is named at once. */
const burstLsb = 2.5 * noiseLimitLsb;

const blockMs = 1000;
const fewestTicks = 10;
const keptBlocks = 15;
/** The middle one of these counts, so that one jump or one loose contact is no noise. */
const fewestBlocks = 3;
const quickMs = 1000;

/** What is watched: each channel, and the mean of both beads, in which noise that they share does not cancel. */
export type NoiseSeries = Channel | 'bothBeads';

type PerSeries<T> = Readonly<Record<NoiseSeries, T>>;

/** A line through the counts of the present second, by its sums. */
interface Block {
  readonly first: number;
  readonly n: number;
  readonly sumT: number;
  readonly sumTT: number;
  readonly sumX: number;
  readonly sumTX: number;
  readonly sumXX: number;
}

interface SeriesNoise {
  readonly last: number;
  readonly lastButOne: number;
  /** Mean square of the second differences of about a second, as the variance that white noise would have. */
  readonly quickLsb2: number;
  readonly block: Block;
  /** Variances of the last seconds, newest last. */
  readonly blocks: readonly number[];
  /** Of the last quarter of a minute; 0 before there was enough of it: the noise of the last second counts besides. */
  readonly steadyLsb: number;
}

/** Root mean squares of a stretch of the treatment, in LSB; NaN where it was too short to tell. */
export interface MeasuredNoise {
  /** With current through the modules, and without. */
  readonly powered: Readonly<Record<Channel, number>>;
  readonly atRest: Readonly<Record<Channel, number>>;
}

/** The seconds of an episode that were alike: variances of the last of them, and the worst steady noise so far. */
interface Tally {
  readonly lately: Readonly<Record<Channel, readonly number[]>>;
  readonly worstLsb: Readonly<Record<Channel, number>>;
}

export interface NoiseMeter {
  readonly of: PerSeries<SeriesNoise>;
  readonly blockStartMs: number;
  /** Whether all of the present block was powered, or none of it; null where both. */
  readonly blockPowered: boolean | null;
  /** What the treatment is doing, and the noise since it began to. */
  readonly episode: string;
  readonly powered: Tally;
  readonly atRest: Tally;
  /** What was measured in the episode that ended with this tick. */
  readonly ended: { readonly episode: string; readonly noise: MeasuredNoise } | null;
}

const noBlock: Block = { first: Number.NaN, n: 0, sumT: 0, sumTT: 0, sumX: 0, sumTX: 0, sumXX: 0 };
const unheard: SeriesNoise = {
  last: Number.NaN,
  lastButOne: Number.NaN,
  // What has not been heard yet may be up to the limit: no first tick makes a slope.
  quickLsb2: noiseLimitLsb ** 2,
  block: noBlock,
  blocks: [],
  steadyLsb: 0,
};
const noTally: Tally = {
  lately: { plateA: [], plateB: [], heatsink: [] },
  worstLsb: { plateA: Number.NaN, plateB: Number.NaN, heatsink: Number.NaN },
};

export const noNoise: NoiseMeter = {
  of: { plateA: unheard, plateB: unheard, heatsink: unheard, bothBeads: unheard },
  blockStartMs: Number.NaN,
  blockPowered: null,
  episode: '',
  powered: noTally,
  atRest: noTally,
  ended: null,
};

export interface NoiseTick {
  readonly nowMs: number;
  readonly dtMs: number;
  readonly readings: Readings;
  /** Current flows through the modules. */
  readonly powered: boolean;
  /** A name for what the treatment is doing: the noise of each is reported apart. */
  readonly episode: string;
}

/** The meter after one more tick. */
export function hearNoise(meter: NoiseMeter, tick: NoiseTick): NoiseMeter {
  const { nowMs, readings, powered, episode } = tick;
  const { plateA, plateB, heatsink } = readings;
  const both = (countOf(plateA) + countOf(plateB)) / 2;
  const full = !(nowMs - meter.blockStartMs < blockMs);
  const atS = full ? 0 : (nowMs - meter.blockStartMs) / 1000;
  const { of } = meter;
  const heard = {
    plateA: hear(of.plateA, countOf(plateA), atS, tick.dtMs, full),
    plateB: hear(of.plateB, countOf(plateB), atS, tick.dtMs, full),
    heatsink: hear(of.heatsink, countOf(heatsink), atS, tick.dtMs, full),
    bothBeads: hear(of.bothBeads, both, atS, tick.dtMs, full),
  };
  const ends = episode !== meter.episode;
  return {
    of: heard,
    blockStartMs: full ? nowMs : meter.blockStartMs,
    blockPowered: full ? powered : meter.blockPowered === powered ? powered : null,
    episode,
    powered: ends ? noTally : tallied(meter.powered, full && meter.blockPowered === true, heard),
    atRest: ends ? noTally : tallied(meter.atRest, full && meter.blockPowered === false, heard),
    ended: ends ? { episode: meter.episode, noise: measuredNoise(meter) } : null,
  };
}

/** At a rail there is no noise to hear; a loose contact is the sensor rules' to name. */
const countOf = ({ count }: Readings['plateA']): number => (isInWindow(count) ? count : Number.NaN);

function hear(
  before: SeriesNoise,
  count: number,
  atS: number,
  dtMs: number,
  full: boolean,
): SeriesNoise {
  const bend = count - 2 * before.last + before.lastButOne;
  // Second differences of white noise have six times its variance, and those of a ramp none.
  const step = ((bend * bend) / 6 - before.quickLsb2) * (dtMs / (quickMs + dtMs));
  const blocks = full ? withBlock(before.blocks, before.block) : before.blocks;
  return {
    last: count,
    lastButOne: before.last,
    quickLsb2: Number.isFinite(step) ? before.quickLsb2 + step : before.quickLsb2,
    block: withCount(full ? noBlock : before.block, count, atS),
    blocks,
    steadyLsb: blocks === before.blocks ? before.steadyLsb : steadyNoiseLsb(blocks),
  };
}

function withCount(block: Block, count: number, t: number): Block {
  if (!Number.isFinite(count)) return block;
  const first = block.n === 0 ? count : block.first;
  const x = count - first;
  return {
    first,
    n: block.n + 1,
    sumT: block.sumT + t,
    sumTT: block.sumTT + t * t,
    sumX: block.sumX + x,
    sumTX: block.sumTX + t * x,
    sumXX: block.sumXX + x * x,
  };
}

function withBlock(blocks: readonly number[], block: Block): readonly number[] {
  const varianceLsb2 = residualVariance(block);
  return Number.isNaN(varianceLsb2) ? blocks : [...blocks.slice(1 - keptBlocks), varianceLsb2];
}

/** NaN where there were too few counts to fit a line to. */
function residualVariance({ n, sumT, sumTT, sumX, sumTX, sumXX }: Block): number {
  if (n < fewestTicks) return Number.NaN;
  const spreadT = sumTT - (sumT * sumT) / n;
  const spreadX = sumXX - (sumX * sumX) / n;
  const shared = sumTX - (sumT * sumX) / n;
  return Math.max(0, spreadX - (shared * shared) / spreadT) / (n - 2);
}

function tallied(tally: Tally, counts: boolean, heard: PerSeries<SeriesNoise>): Tally {
  if (!counts) return tally;
  const grown = (channel: Channel): readonly number[] => {
    const newest = heard[channel].blocks.at(-1);
    const before = tally.lately[channel];
    return newest === undefined ? before : [...before.slice(1 - keptBlocks), newest];
  };
  const lately = {
    plateA: grown('plateA'),
    plateB: grown('plateB'),
    heatsink: grown('heatsink'),
  };
  const worst = (channel: Channel): number => {
    const nowLsb = middleLsb(lately[channel]);
    return nowLsb <= tally.worstLsb[channel] ? tally.worstLsb[channel] : nowLsb;
  };
  return {
    lately,
    worstLsb: { plateA: worst('plateA'), plateB: worst('plateB'), heatsink: worst('heatsink') },
  };
}

/** The worst since the present episode began; NaN where it was too short to tell. */
export const measuredNoise = ({ powered, atRest }: NoiseMeter): MeasuredNoise => ({
  powered: powered.worstLsb,
  atRest: atRest.worstLsb,
});

/** The middle one of some seconds; NaN where there are too few. */
function middleLsb(variances: readonly number[]): number {
  if (variances.length < fewestBlocks) return Number.NaN;
  // As plain numbers they are sorted without asking a function about each two of them.
  const sorted = Float64Array.from(variances).toSorted();
  return Math.sqrt(sorted[Math.floor(variances.length / 2)] ?? Number.NaN);
}

function steadyNoiseLsb(blocks: readonly number[]): number {
  const middle = middleLsb(blocks);
  return Number.isNaN(middle) ? 0 : middle;
}

/** What sticks out of the steady noise has begun, as a rule, and not ended: so much more of it is to come. */
const burstGrows = 0.5;

/** What a rule has to allow for now: the steady noise, or that of the last second where it sticks out. */
export function noiseNowC({ steadyLsb, quickLsb2 }: SeriesNoise): number {
  const quickLsb = Math.sqrt(quickLsb2);
  const above = Math.max(0, quickLsb - steadyLsb);
  return celsiusPerLsb * Math.max(steadyLsb, quickLsb + burstGrows * above);
}

/** More noise than any device may be worked with, in LSB; null where there is less. Never null for what is no number. */
export function excessiveNoiseLsb(meter: NoiseMeter, channel: Channel): number | null {
  const { steadyLsb } = meter.of[channel];
  const quickLsb = Math.sqrt(meter.of[channel].quickLsb2);
  if (steadyLsb < noiseLimitLsb && quickLsb < burstLsb) return null;
  return Math.max(steadyLsb, quickLsb);
}

/** The root mean square of values about a line through them, of a stretch that is watched as a whole. */
export function noiseAboutLine(counts: readonly number[]): number {
  const block = counts.reduce((sum, count, tick) => withCount(sum, count, tick), noBlock);
  return Math.sqrt(residualVariance(block));
}

/** Likely causes, the likeliest first: noise that comes with the current, and noise that is there without. */
export const noiseCauses = {
  powered: courseEn['causes.powered'],
  atRest: courseEn['causes.atRest'],
} as const;

/** Noise that the current brings is its own: several times what is there without it. */
export const comesWithCurrent = (poweredLsb: number, atRestLsb: number): boolean =>
  !(atRestLsb > poweredLsb / 2);
