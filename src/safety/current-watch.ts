/**
 * What flows through the modules against what the bridge was told (H02, H11, H29): no more than is asked for, either way,
 * and no less. The temperatures say what the modules make by themselves, and no more than that hangs on them: beads that
 * are wrong by ten degrees move a limit by half an ampere. Pure.
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
  /** What the sensor is off by, and what it may show with nothing driven. */
  readonly errorA: number;
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
  /** How much warmer the heatsink reads than the plate, K; NaN where one of them cannot be read. */
  readonly sinkWarmerK: number;
  /**
   * For how long too little has flowed of what was driven, or some the other way, ms; until enough does, or nothing is
   * permitted. Kept while that cannot be told: what is found takes the drive away, and with it what it is found by.
   */
  readonly missingMs: number;
  readonly reversedMs: number;
  /** What flowed along the drive when it was told last, and the least that the drive asked for then, A. */
  readonly alongA: number;
  readonly leastA: number;
}

export const noCurrentWatch: CurrentWatch = {
  mostDrive: 0,
  leastDrive: 0,
  offMs: 0,
  sinkWarmerK: Number.NaN,
  missingMs: 0,
  reversedMs: 0,
  alongA: Number.NaN,
  leastA: Number.NaN,
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
    if (!permitted || answer?.is === 'enough') return 0;
    return found ? beforeMs + dtMs : beforeMs;
  };
  return {
    mostDrive,
    leastDrive,
    offMs: connected ? 0 : before.offMs + dtMs,
    sinkWarmerK: tick.heatsinkC - tick.plateC,
    missingMs: counted(before.missingMs, answer?.is === 'missing'),
    reversedMs: counted(before.reversedMs, answer?.is === 'reversed'),
    alongA: answer?.alongA ?? before.alongA,
    leastA: answer?.leastA ?? before.leastA,
  };
}

/** More than a heatsink's or a plate's reading may be away from the faces of the modules, K. */
const facesK = 8;

/** What the modules make of their two sides, at most, A; all that they ever may where nobody can tell. */
function backA(warmerK: number, mostA: number, { backAPerK }: ModuleCurrentLimits): number {
  return Number.isFinite(warmerK)
    ? Math.min(mostA, backAPerK * (Math.max(0, warmerK) + facesK))
    : mostA;
}

interface Answer {
  readonly is: 'enough' | 'missing' | 'reversed';
  readonly alongA: number;
  readonly leastA: number;
}

/** Whether what flows answers the drive; null where that asks for no more than the modules may make by themselves. */
function answerTo(
  mostDrive: number,
  leastDrive: number,
  { currentA, plateC, heatsinkC }: CurrentTick,
  limits: ModuleCurrentLimits,
): Answer | null {
  const cools = mostDrive < 0;
  if (!cools && !(leastDrive > 0)) return null;
  const askedA = cools ? -mostDrive * limits.fullCoolA : leastDrive * limits.fullHeatA;
  const byItselfA = cools
    ? backA(heatsinkC - plateC, limits.warmSinkA, limits)
    : backA(plateC - heatsinkC, limits.warmPlateA, limits);
  const leastA = askedA * limits.leastPart - byItselfA;
  if (!(leastA > limits.idleA)) return null;
  const alongA = cools ? currentA : -currentA;
  if (alongA >= leastA) return { is: 'enough', alongA, leastA };
  // What is no number is a sensor rule's to name.
  if (!Number.isFinite(alongA)) return null;
  // Through a leg that is stuck low flows what the modules make by themselves.
  const reversed = alongA < -limits.idleA - byItselfA;
  return { is: reversed ? 'reversed' : 'missing', alongA, leastA };
}

/** No more than this is asked for, A, positive while it cools: beyond it, somebody else drives. */
export function currentAsked(
  { mostDrive, leastDrive, offMs, sinkWarmerK }: CurrentWatch,
  limits: ModuleCurrentLimits,
): { leastA: number; mostA: number } {
  const { idleA, errorA, mostPart } = limits;
  const heatA = Math.max(0, mostDrive) * limits.fullHeatA * mostPart;
  const coolA = Math.max(0, -leastDrive) * limits.fullCoolA * mostPart;
  if (!(offMs < lagMs)) return { leastA: -heatA - idleA, mostA: coolA + idleA };
  return {
    leastA: -heatA - Math.max(idleA, errorA + backA(sinkWarmerK, limits.warmSinkA, limits)),
    mostA: coolA + Math.max(idleA, errorA + backA(-sinkWarmerK, limits.warmPlateA, limits)),
  };
}
