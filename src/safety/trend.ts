/**
 * How the readings have moved: what the rules about movement look at. Pure; kept between ticks as plain data. All
 * windows are counted in board time, so that a late tick makes no false slope.
 */
import type { Permission } from '../../machines/permission.ts';
import type { Course } from './course.ts';
import { followCourse } from './course.ts';
import type { CurrentWatch, ModuleCurrentLimits } from './current-watch.ts';
import { noCurrentWatch, watchCurrent } from './current-watch.ts';
import type { DriveWatch } from './drive-watch.ts';
import { noWatch, watchDrive } from './drive-watch.ts';
import type { HeatsinkWork } from './heatsink-work.ts';
import { noWork, watchWork } from './heatsink-work.ts';
import type { NoiseMeter } from './noise.ts';
import { fanStoodAfter } from './fan-watch.ts';
import { hearNoise, noNoise } from './noise.ts';
import type { Channel, Reading, Readings } from './readings.ts';
import { isInWindow } from './readings.ts';
import { noWitnessWatch, watchWitness } from './witness-watch.ts';
import type { WitnessWatch } from './witness-watch.ts';
import type { AllForeseen, Recent, Rises } from './slopes.ts';
import {
  beadsApartC,
  largestJumps,
  lastingRises,
  movementsOf,
  noRises,
  remember,
  nothingForeseen,
  still,
} from './slopes.ts';

type Bead = 'plateA' | 'plateB';
type PerBead = Readonly<Record<Bead, number>>;
type PerChannel<T> = Readonly<Record<Channel, T>>;

export interface Trend {
  /** Mean of both plate readings now; NaN where one is no number. */
  readonly plateC: number;
  /** Each bead without most of its noise, °C. */
  readonly smoothC: PerBead;
  /** The quickest rise of each bead, and of both together, within the last second: as two ticks show it, and as one. */
  readonly rises: Rises;
  /** Where the plate is by its slope, ahead of its beads. */
  readonly foreseen: AllForeseen;
  readonly risesNow: Rises;
  /** Plate slope, filtered over 1 s, °C/s. */
  readonly slopeCPerS: number;
  /** Of each bead, filtered over 2 s and over 10 s, °C/s. */
  readonly slowSlopeCPerS: PerBead;
  readonly driftCPerS: PerBead;
  /** The rise that the way to the target explains, and for a while after it because the beads lag, °C/s; 0 on the way down. */
  readonly expectedRiseCPerS: number;
  readonly expectedUntilMs: number;
  /** Plate A less plate B, without most of the noise, °C; NaN where one is not known. */
  readonly beadsApartC: number;
  /** Largest change of each channel within the last 250 ms, °C. */
  readonly jumpC: PerChannel<number>;
  /** Since when each channel has been at a rail, ms; NaN while it is not. For how long it was, if it just came back. */
  readonly atRailSinceMs: PerChannel<number>;
  readonly backFromRailMs: PerChannel<number>;
  /** Since when each channel's count has not changed at all, and since when that is suspicious. */
  readonly unchangedMs: PerChannel<number>;
  /** A channel's newest report is older than one that came before it. */
  readonly outOfOrder: PerChannel<boolean>;
  /** The drive's effect, watched while it points one way. */
  readonly drive: DriveWatch;
  /** What was driven of late, as far as the current of the modules must answer to it. */
  readonly current: CurrentWatch;
  /** Since when nothing has been permitted, ms; 0 while something is. */
  readonly offMs: number;
  /** For how long the fan has stood of late, ms. */
  readonly fanStoodMs: number;
  /** The work that the heatsink must answer to. */
  readonly heatsink: HeatsinkWork;
  /** The way that the plate should be on; null while there is none. */
  readonly course: Course | null;
  readonly noise: NoiseMeter;
  /** The beads against the witness. */
  readonly witness: WitnessWatch;
  readonly recent: readonly Recent[];
}

const inOrder = { plateA: false, plateB: false, heatsink: false } as const;
const never = { plateA: Number.NaN, plateB: Number.NaN, heatsink: Number.NaN } as const;
const noSlope = { plateA: 0, plateB: 0 } as const;
const unknown = { plateA: Number.NaN, plateB: Number.NaN } as const;

export const noTrend: Trend = {
  plateC: Number.NaN,
  smoothC: unknown,
  rises: noRises,
  foreseen: nothingForeseen,
  risesNow: noRises,
  slopeCPerS: 0,
  slowSlopeCPerS: noSlope,
  driftCPerS: noSlope,
  expectedRiseCPerS: 0,
  expectedUntilMs: Number.NEGATIVE_INFINITY,
  beadsApartC: 0,
  jumpC: still,
  atRailSinceMs: never,
  backFromRailMs: still,
  unchangedMs: still,
  outOfOrder: inOrder,
  drive: noWatch,
  current: noCurrentWatch,
  offMs: 0,
  fanStoodMs: 0,
  heatsink: noWork,
  course: null,
  noise: noNoise,
  witness: noWitnessWatch,
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
  /** Where the plate is to go in the end, °C, and how fast. */
  readonly targetC: number;
  readonly rampCPerS: number;
  readonly permission: Permission;
  /** Relay closed and bridge enabled, as the board was told. */
  readonly connected: boolean;
  /** The self-test sees a device that it has not driven yet. */
  readonly atRest: boolean;
  /** What may flow through the modules; null where the board does not see it. */
  readonly moduleCurrent: ModuleCurrentLimits | null;
  /** Current flows through the modules. */
  readonly powered: boolean;
  /** What the treatment is doing; noise is reported for each apart. */
  readonly episode: string;
}

/** The beads lag the setpoint by about this much (1.2 s), and the plate's own inertia by as much again. */
const rampAfterglowMs = 3000;
/** Nearer to its target than this, the plate need not move. */
const underWayC = 1;

export function observe(trend: Trend, movement: Movement): Trend {
  const { nowMs, dtMs, readings, appliedDrive, permission } = movement;
  const { targetC, rampCPerS } = movement;
  const { plateA, plateB, heatsink } = readings;
  const plateC = (plateA.celsius + plateB.celsius) / 2;
  const recent = remember(trend.recent, nowMs, readings);
  const noise = hearNoise(trend.noise, movement);
  const { rises, foreseen } = movementsOf(recent, noise, targetC);
  const last = trend.recent.at(-1);
  const slope = slopeSince(trend.plateC, plateC, dtMs);
  const slopeA = slopeSince(last?.plateA, plateA.celsius, dtMs);
  const slopeB = slopeSince(last?.plateB, plateB.celsius, dtMs);
  const smoothC = {
    plateA: smoothed(trend.smoothC.plateA, plateA.celsius, dtMs),
    plateB: smoothed(trend.smoothC.plateB, plateB.celsius, dtMs),
  };
  const steered = permission === 'cool' || permission === 'heatAndCool';
  const expected = steered ? riseAsked(movement, smoothC) : 0;
  const slopeCPerS = filtered(trend.slopeCPerS, slope, dtMs, 1000);
  const atRailSinceMs = railsSince(trend.atRailSinceMs, readings, nowMs);
  return {
    plateC,
    recent,
    noise,
    smoothC,
    rises: lastingRises(trend.risesNow, rises),
    foreseen,
    risesNow: rises,
    slopeCPerS,
    slowSlopeCPerS: {
      plateA: filtered(trend.slowSlopeCPerS.plateA, slopeA, dtMs, 2000),
      plateB: filtered(trend.slowSlopeCPerS.plateB, slopeB, dtMs, 2000),
    },
    driftCPerS: {
      plateA: filtered(trend.driftCPerS.plateA, slopeA, dtMs, 10_000),
      plateB: filtered(trend.driftCPerS.plateB, slopeB, dtMs, 10_000),
    },
    expectedRiseCPerS:
      expected === 0 && nowMs < trend.expectedUntilMs ? trend.expectedRiseCPerS : expected,
    expectedUntilMs: expected === 0 ? trend.expectedUntilMs : nowMs + rampAfterglowMs,
    beadsApartC: beadsApartC(recent),
    jumpC: largestJumps(recent),
    atRailSinceMs,
    backFromRailMs: backFromRails(trend.atRailSinceMs, atRailSinceMs, nowMs),
    unchangedMs: unchanged(trend.unchangedMs, movement),
    outOfOrder: outOfOrder(movement),
    witness: watchWitness(trend.witness, movement, slopeCPerS),
    drive: driveAfter(trend.drive, movement, smoothC),
    current: currentAfter(trend.current, movement, smoothC),
    offMs: permission === 'none' ? trend.offMs + dtMs : 0,
    fanStoodMs: fanStoodAfter(trend.fanStoodMs, readings.fanTurnsPerS, permission, dtMs),
    heatsink: watchWork(trend.heatsink, {
      dtMs,
      appliedDrive,
      heatsinkC: heatsink.celsius,
    }),
    course: followCourse(trend.course, {
      dtMs,
      permitted: steered,
      targetC,
      rampCPerS,
      coldestByItselfC: permission === 'cool' ? heatsink.celsius : Number.NaN,
      plateA: smoothC.plateA,
      plateB: smoothC.plateB,
    }),
  };
}

const driveAfter = (
  before: DriveWatch,
  { nowMs, appliedDrive, maxHeatDuty, targetC, readings }: Movement,
  smoothC: PerBead,
): DriveWatch =>
  watchDrive(
    before,
    { nowMs, appliedDrive, maxHeatDuty, targetC, heatsinkC: readings.heatsink.celsius },
    smoothC,
  );

const currentAfter = (before: CurrentWatch, movement: Movement, smoothC: PerBead): CurrentWatch =>
  watchCurrent(before, {
    dtMs: movement.dtMs,
    appliedDrive: movement.appliedDrive,
    connected: movement.connected,
    permitted: movement.permission !== 'none',
    currentA: movement.readings.moduleCurrent?.currentA ?? Number.NaN,
    plateC: (smoothC.plateA + smoothC.plateB) / 2,
    heatsinkC: movement.readings.heatsink.celsius,
    limits: movement.moduleCurrent,
  });

const slopeSince = (before: number | undefined, now: number, dtMs: number): number =>
  dtMs > 0 ? ((now - (before ?? Number.NaN)) / dtMs) * 1000 : 0;

const filtered = (before: number, now: number, dtMs: number, filterMs: number): number => {
  const step = ((now - before) * dtMs) / (filterMs + dtMs);
  return Number.isFinite(step) ? before + step : 0;
};

const smoothMs = 300;
/** After so long a gap the past says nothing. */
const gapMs = 250;

/** NaN where there is no reading now: nothing is known of a plate by its past. */
function smoothed(before: number, now: number, dtMs: number): number {
  return Number.isNaN(before) || dtMs > gapMs
    ? now
    : before + ((now - before) * dtMs) / (smoothMs + dtMs);
}

/** The rate at which the plate is to rise to its target; 0 where it is there, or above it. */
function riseAsked({ targetC, rampCPerS }: Movement, { plateA, plateB }: PerBead): number {
  const distanceC = targetC - (plateA + plateB) / 2;
  return distanceC > underWayC ? rampCPerS : 0;
}

function railsSince(
  before: PerChannel<number>,
  readings: Readings,
  nowMs: number,
): PerChannel<number> {
  return {
    plateA: railSince(readings.plateA, before.plateA, nowMs),
    plateB: railSince(readings.plateB, before.plateB, nowMs),
    heatsink: railSince(readings.heatsink, before.heatsink, nowMs),
  };
}

function railSince({ count }: Reading, sinceMs: number, nowMs: number): number {
  // Before the first report there is no count at all; that is no rail.
  if (Number.isNaN(count) || isInWindow(count)) return Number.NaN;
  return Number.isNaN(sinceMs) ? nowMs : sinceMs;
}

function backFromRails(
  before: PerChannel<number>,
  now: PerChannel<number>,
  nowMs: number,
): PerChannel<number> {
  return {
    plateA: backFromRail(before.plateA, now.plateA, nowMs),
    plateB: backFromRail(before.plateB, now.plateB, nowMs),
    heatsink: backFromRail(before.heatsink, now.heatsink, nowMs),
  };
}

const backFromRail = (sinceMs: number, nowSinceMs: number, nowMs: number): number =>
  Number.isNaN(nowSinceMs) && !Number.isNaN(sinceMs) ? nowMs - sinceMs : 0;

function unchanged(
  before: PerChannel<number>,
  { readings, before: last, dtMs }: Movement,
): PerChannel<number> {
  if (last === null) return still;
  const { plateA, plateB, heatsink } = readings;
  return {
    plateA: plateA.count === last.plateA.count ? before.plateA + dtMs : 0,
    plateB: plateB.count === last.plateB.count ? before.plateB + dtMs : 0,
    heatsink: heatsink.count === last.heatsink.count ? before.heatsink + dtMs : 0,
  };
}

function outOfOrder({ readings, before }: Movement): PerChannel<boolean> {
  if (before === null) return inOrder;
  const { plateA, plateB, heatsink } = readings;
  return {
    plateA: !(plateA.atMs >= before.plateA.atMs),
    plateB: !(plateB.atMs >= before.plateB.atMs),
    heatsink: !(heatsink.atMs >= before.heatsink.atMs),
  };
}
