/**
 * What flows through the modules against what the bridge was told (H02, H11, H29). No more than is asked for, either way:
 * that asks no temperature, so that what befalls the beads hides no bridge that is stuck. And no less: there the
 * temperatures say what the modules make by themselves. Pure.
 */

/** Of a whole device, A: the modules on both supplies at full drive, and what else may flow. */
export interface ModuleCurrentLimits {
  /** What full drive asks for, each way. */
  readonly fullCoolA: number;
  readonly fullHeatA: number;
  /** Of what a duty asks for. */
  readonly leastPart: number;
  readonly mostPart: number;
  /** What the modules make, at most, of a warm heatsink, or of a warm plate, while the bridge is enabled. */
  readonly warmSinkA: number;
  readonly warmPlateA: number;
  /** And of each kelvin between their sides. */
  readonly backAPerK: number;
  /** With nothing driven: the sensor's own error. */
  readonly idleA: number;
  /** Beyond it there is no sensor. */
  readonly mostA: number;
}

export interface CurrentWatch {
  /** The most and the least drive of late, −1 full cool … +1 full heat; 0 while relay or bridge is off. */
  readonly mostDrive: number;
  readonly leastDrive: number;
  /** For how long the bridge has been off, or the relay open, ms. */
  readonly offMs: number;
  /**
   * For how long too little has flowed of what was driven, or some the other way, ms; until enough does, or nothing is
   * permitted. Kept while that cannot be told: what is found takes the drive away, and with it what it is found by.
   */
  readonly missingMs: number;
  readonly reversedMs: number;
}

export const noCurrentWatch: CurrentWatch = {
  mostDrive: 0,
  leastDrive: 0,
  offMs: 0,
  missingMs: 0,
  reversedMs: 0,
};

/** A report lags behind the drive by this: its own 25 ms, the way of the command, and the filter of the sensor. */
const lagMs = 300;

export interface CurrentTick {
  readonly dtMs: number;
  readonly appliedDrive: number;
  /** Relay closed and bridge enabled, as the board was told. */
  readonly connected: boolean;
  /** Some drive may be asked for. */
  readonly permitted: boolean;
  /** Positive while it cools; NaN where the board does not see it. */
  readonly currentA: number;
  readonly plateC: number;
  readonly heatsinkC: number;
  /** Null where the board does not see it. */
  readonly limits: ModuleCurrentLimits | null;
}

export function watchCurrent(before: CurrentWatch, tick: CurrentTick): CurrentWatch {
  const { dtMs, connected, permitted, limits } = tick;
  if (limits === null) return noCurrentWatch;
  const drive = connected ? tick.appliedDrive : 0;
  // The drives of late close in on the present one at the pace of the half range within the lag.
  const closer = dtMs / lagMs;
  const mostDrive = Math.max(drive, before.mostDrive - closer);
  const leastDrive = Math.min(drive, before.leastDrive + closer);
  const answer = answerTo(mostDrive, leastDrive, tick, limits);
  const counted = (beforeMs: number, found: boolean): number => {
    if (!permitted || answer === 'enough') return 0;
    return found ? beforeMs + dtMs : beforeMs;
  };
  return {
    mostDrive,
    leastDrive,
    offMs: connected ? 0 : before.offMs + dtMs,
    missingMs: counted(before.missingMs, answer === 'missing'),
    reversedMs: counted(before.reversedMs, answer === 'reversed'),
  };
}

/** More than a heatsink's or a plate's reading may be away from the faces of the modules, K. */
const facesK = 8;

/** Whether what flows answers the drive; `unknown` where that asks for no more than the modules may make by themselves. */
function answerTo(
  mostDrive: number,
  leastDrive: number,
  { currentA, plateC, heatsinkC }: CurrentTick,
  limits: ModuleCurrentLimits,
): 'enough' | 'missing' | 'reversed' | 'unknown' {
  const cools = mostDrive < 0;
  if (!cools && !(leastDrive > 0)) return 'unknown';
  const weakest = cools ? -mostDrive : leastDrive;
  const fullA = cools ? limits.fullCoolA : limits.fullHeatA;
  const backK = Math.max(0, cools ? heatsinkC - plateC : plateC - heatsinkC) + facesK;
  const backMostA = cools ? limits.warmSinkA : limits.warmPlateA;
  const backA = Number.isFinite(backK) ? Math.min(backMostA, limits.backAPerK * backK) : backMostA;
  const leastA = weakest * fullA * limits.leastPart - backA;
  if (!(leastA > limits.idleA)) return 'unknown';
  const alongA = cools ? currentA : -currentA;
  if (alongA >= leastA) return 'enough';
  // What is no number is a sensor rule's to name.
  if (!Number.isFinite(alongA)) return 'unknown';
  // Through a leg that is stuck low flows what the modules make by themselves.
  return alongA < -limits.idleA - backA ? 'reversed' : 'missing';
}

/** No more than this is asked for, A, positive while it cools: beyond it, somebody else drives. */
export function currentAsked(
  { mostDrive, leastDrive, offMs }: CurrentWatch,
  limits: ModuleCurrentLimits,
): { leastA: number; mostA: number } {
  const { idleA, mostPart } = limits;
  const live = offMs < lagMs;
  const heatA = Math.max(0, mostDrive) * limits.fullHeatA * mostPart;
  const coolA = Math.max(0, -leastDrive) * limits.fullCoolA * mostPart;
  return {
    leastA: -heatA - (live ? limits.warmSinkA : idleA),
    mostA: coolA + (live ? limits.warmPlateA : idleA),
  };
}
