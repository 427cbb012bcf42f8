/**
 * How the readings have moved: what the rules about movement look at. Pure; kept between ticks as plain data. All
 * windows are counted in board time, so that a late tick makes no false slope.
 */
import type { Channel, Readings } from './readings.ts';

export interface Trend {
  /** Mean of both plate readings now; NaN where one is no number. */
  readonly plateC: number;
  /** Plate slope over the last 0.3 s, by least squares, °C/s: the mean of both beads, and the smaller of the two. */
  readonly fastSlopeCPerS: number;
  readonly fastSlopeLeastCPerS: number;
  /** Plate slope, filtered over 1 s and over 2 s, °C/s. */
  readonly slopeCPerS: number;
  readonly slowSlopeCPerS: number;
  /** The ramped setpoint's rate, held for a while after a ramp because the beads lag, °C/s. */
  readonly expectedCPerS: number;
  readonly setpointC: number;
  readonly expectedUntilMs: number;
  /** Largest change of each channel within the last 250 ms, °C. */
  readonly jumpC: Readonly<Record<Channel, number>>;
  /** Since when each channel's count has not changed at all, and since when that is suspicious. */
  readonly unchangedMs: Readonly<Record<Channel, number>>;
  /** A channel's newest report is older than one that came before it. */
  readonly outOfOrder: Readonly<Record<Channel, boolean>>;
  /** The drive's effect, watched while it points one way. */
  readonly drive: DriveWatch;
  /** Since when nothing has been permitted, ms; 0 while something is. */
  readonly offMs: number;
  /** Cooling drive, 0…1, filtered over a minute: what the heatsink must answer to. */
  readonly coolingEffort: number;
  /** For how long that has been enough to warm any heatsink of this kind, ms. */
  readonly workingMs: number;
  /** The heatsink's first reading, °C; infinite where it was not at rest then, NaN before there was one. */
  readonly heatsinkRestC: number;
  readonly recent: readonly Recent[];
}

/** One tick of the short memory. */
interface Recent {
  readonly atMs: number;
  readonly plateA: number;
  readonly plateB: number;
  readonly heatsink: number;
}

/** The window in which the plate must answer to the drive. */
export interface DriveWatch {
  /** 1 heat, −1 cool, 0 nothing to watch. */
  readonly direction: number;
  readonly sinceMs: number;
  readonly fromC: number;
  /** The plate over the last ten seconds, twice a second, for movement against the drive. */
  readonly lately: readonly { readonly atMs: number; readonly plateC: number }[];
  /** The furthest that it had got along the drive in that time. */
  readonly furthestC: number;
}

const noWatch: DriveWatch = { direction: 0, sinceMs: 0, fromC: 0, lately: [], furthestC: 0 };
const still = { plateA: 0, plateB: 0, heatsink: 0 } as const;

const inOrder = { plateA: false, plateB: false, heatsink: false } as const;

export const noTrend: Trend = {
  plateC: Number.NaN,
  fastSlopeCPerS: 0,
  fastSlopeLeastCPerS: 0,
  slopeCPerS: 0,
  slowSlopeCPerS: 0,
  expectedCPerS: 0,
  setpointC: Number.NaN,
  expectedUntilMs: Number.NEGATIVE_INFINITY,
  jumpC: still,
  unchangedMs: still,
  outOfOrder: inOrder,
  drive: noWatch,
  offMs: 0,
  coolingEffort: 0,
  workingMs: 0,
  heatsinkRestC: Number.NaN,
  recent: [],
};

export interface Movement {
  readonly nowMs: number;
  readonly dtMs: number;
  readonly readings: Readings;
  /** The counts of the tick before. */
  readonly before: Readings | null;
  readonly appliedDrive: number;
  /** The most heat that the rig allows, 0…1. */
  readonly maxHeatDuty: number;
  readonly setpointC: number;
  /** Where the plate is to go in the end, °C. */
  readonly targetC: number;
  readonly permitted: boolean;
}

const effortFilterMs = 60_000;
const workingEffort = 0.2;
const jumpWindowMs = 250;
const slopeWindowMs = 300;
/** The beads lag the setpoint by about this much (1.2 s), and the plate's own inertia by as much again. */
const rampAfterglowMs = 3000;
const wrongWayWindowMs = 10_000;
const latelyEveryMs = 500;
/** What the plate must move within the time that the rule allows, °C. */
export const heatingAnswerC = 1;
export const coolingAnswerC = 0.5;
/** Less than this share of what the rig may drive need not move the plate: it may only hold it. */
const watchedShare = 0.3;
/** Nearer than this, the plate need not move: it has arrived. */
const farFromTargetC = 2;

export function observe(trend: Trend, movement: Movement): Trend {
  const { nowMs, dtMs, readings } = movement;
  const plateC = (readings.plateA.celsius + readings.plateB.celsius) / 2;
  const recent = remember(trend.recent, nowMs, readings);
  const [slopeA, slopeB] = leastSquaresSlopes(recent);
  const slope = dtMs > 0 ? ((plateC - trend.plateC) / dtMs) * 1000 : 0;
  const setpointRate = dtMs > 0 ? ((movement.setpointC - trend.setpointC) / dtMs) * 1000 : 0;
  const moving = Number.isFinite(setpointRate) && Math.abs(setpointRate) > 0.01;
  const glowing = moving || nowMs < trend.expectedUntilMs;
  return {
    plateC,
    recent,
    fastSlopeCPerS: (slopeA + slopeB) / 2,
    fastSlopeLeastCPerS: Math.min(slopeA, slopeB),
    slopeCPerS: filtered(trend.slopeCPerS, slope, dtMs, 1000),
    slowSlopeCPerS: filtered(trend.slowSlopeCPerS, slope, dtMs, 2000),
    expectedCPerS: glowing ? (moving ? setpointRate : trend.expectedCPerS) : 0,
    expectedUntilMs: moving ? nowMs + rampAfterglowMs : trend.expectedUntilMs,
    setpointC: movement.setpointC,
    jumpC: largestJumps(recent, nowMs),
    unchangedMs: unchanged(trend.unchangedMs, movement),
    outOfOrder: outOfOrder(movement),
    drive: watchDrive(trend.drive, movement, plateC),
    offMs: movement.permitted ? 0 : trend.offMs + dtMs,
    workingMs: trend.coolingEffort <= workingEffort ? 0 : trend.workingMs + dtMs,
    coolingEffort: filtered(
      trend.coolingEffort,
      Math.max(0, -movement.appliedDrive),
      dtMs,
      effortFilterMs,
    ),
    heatsinkRestC: restAfter(trend.heatsinkRestC, readings.heatsink.celsius, plateC),
  };
}

/** Before anything is driven, plate and heatsink of a rested device are both at about the room's temperature. */
const restedWithinC = 2.5;

function restAfter(before: number, heatsinkC: number, plateC: number): number {
  if (!Number.isNaN(before)) return before;
  if (Math.abs(heatsinkC - plateC) > restedWithinC) return Number.POSITIVE_INFINITY;
  return Number.isFinite(plateC) ? heatsinkC : Number.NaN;
}

const filtered = (before: number, now: number, dtMs: number, filterMs: number): number => {
  const step = ((now - before) * dtMs) / (filterMs + dtMs);
  return Number.isFinite(step) ? before + step : 0;
};

function remember(recent: readonly Recent[], nowMs: number, readings: Readings): readonly Recent[] {
  const { plateA, plateB, heatsink } = readings;
  const now = {
    atMs: nowMs,
    plateA: plateA.celsius,
    plateB: plateB.celsius,
    heatsink: heatsink.celsius,
  };
  const kept = recent.filter(({ atMs }) => atMs >= nowMs - slopeWindowMs);
  kept.push(now);
  return kept;
}

/** Of both beads, °C/s. NaN where a reading in the window is no number: a slope that is not known is not proven slow. */
function leastSquaresSlopes(recent: readonly Recent[]): readonly [plateA: number, plateB: number] {
  const n = recent.length;
  const last = recent[n - 1];
  if (last === undefined || n < 3) return [0, 0];
  let [sumT, sumTT, sumA, sumTA, sumB, sumTB] = [0, 0, 0, 0, 0, 0];
  for (const past of recent) {
    const t = (past.atMs - last.atMs) / 1000;
    // From the newest reading, so that nothing is lost in large sums.
    const a = past.plateA - last.plateA;
    const b = past.plateB - last.plateB;
    sumT += t;
    sumTT += t * t;
    sumA += a;
    sumTA += t * a;
    sumB += b;
    sumTB += t * b;
  }
  const spread = n * sumTT - sumT * sumT;
  return [(n * sumTA - sumT * sumA) / spread, (n * sumTB - sumT * sumB) / spread];
}

function largestJumps(recent: readonly Recent[], nowMs: number): Readonly<Record<Channel, number>> {
  const now = recent.at(-1);
  if (now === undefined) return still;
  let [plateA, plateB, heatsink] = [0, 0, 0];
  for (const past of recent) {
    if (past.atMs < nowMs - jumpWindowMs) continue;
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

const larger = (most: number, change: number): number =>
  Math.abs(change) > most ? Math.abs(change) : most;

function unchanged(
  before: Readonly<Record<Channel, number>>,
  { readings, before: last, dtMs }: Movement,
): Readonly<Record<Channel, number>> {
  if (last === null) return still;
  const of = (channel: Channel): number =>
    readings[channel].count === last[channel].count ? before[channel] + dtMs : 0;
  return { plateA: of('plateA'), plateB: of('plateB'), heatsink: of('heatsink') };
}

function outOfOrder({ readings, before }: Movement): Readonly<Record<Channel, boolean>> {
  if (before === null) return inOrder;
  const of = (channel: Channel): boolean => !(readings[channel].atMs >= before[channel].atMs);
  return { plateA: of('plateA'), plateB: of('plateB'), heatsink: of('heatsink') };
}

function watchDrive(watch: DriveWatch, movement: Movement, plateC: number): DriveWatch {
  const { appliedDrive, nowMs, targetC, maxHeatDuty } = movement;
  const watchedDrive = watchedShare * (appliedDrive > 0 ? maxHeatDuty : 1);
  const direction = Math.abs(appliedDrive) > watchedDrive ? Math.sign(appliedDrive) : 0;
  const distanceC = (targetC - plateC) * direction;
  // Near the target, or driven away from it for the sake of holding, there is nothing to expect.
  if (direction === 0 || !(distanceC > farFromTargetC)) return noWatch;
  const same = watch.direction === direction;
  const lately = latelyWith(same ? watch.lately : [], nowMs, plateC);
  const furthestC = lately.reduce(
    (furthest, past) => Math.max(furthest, past.plateC * direction),
    Number.NEGATIVE_INFINITY,
  );
  // Movement that was enough starts a fresh window.
  const enoughC = direction > 0 ? heatingAnswerC : coolingAnswerC;
  const answered = !same || (plateC - watch.fromC) * direction >= enoughC;
  return {
    direction,
    sinceMs: answered ? nowMs : watch.sinceMs,
    fromC: answered ? plateC : watch.fromC,
    lately,
    furthestC: furthestC * direction,
  };
}

function latelyWith(
  before: DriveWatch['lately'],
  nowMs: number,
  plateC: number,
): DriveWatch['lately'] {
  const last = before.at(-1);
  if (last !== undefined && nowMs - last.atMs < latelyEveryMs) return before;
  const kept = before.filter(({ atMs }) => nowMs - atMs <= wrongWayWindowMs);
  return [...kept, { atMs: nowMs, plateC }];
}
