/** Whether the plate answers to the drive, watched while it points one way. Pure. */
import { heatsinkEasesC } from '../limits/envelope.ts';

/** The window in which the plate must answer to the drive. The bead that lags behind is the one that counts. */
export interface DriveWatch {
  /** 1 heat, −1 cool, 0 nothing to watch. */
  readonly direction: number;
  /** Cooling has been held back for the sake of a hot heatsink since this watch began. */
  readonly hasEased: boolean;
  readonly sinceMs: number;
  readonly fromC: number;
  /** Where the lagging bead is, °C. */
  readonly plateC: number;
  /** The same over the last ten seconds, twice a second, for movement against the drive. */
  readonly lately: readonly { readonly atMs: number; readonly plateC: number }[];
  /** The furthest that it had got along the drive in that time. */
  readonly furthestC: number;
}

export interface DriveTick {
  readonly nowMs: number;
  readonly appliedDrive: number;
  /** The most heat that the rig allows, 0…1. */
  readonly maxHeatDuty: number;
  readonly targetC: number;
  readonly heatsinkC: number;
}

const wrongWayWindowMs = 10_000;
const latelyEveryMs = 500;
/** What the plate must move within the time that the rule allows, °C. */
export const heatingAnswerC = 1;
export const coolingAnswerC = 0.5;
/** Less than this share of what the rig may drive need not move the plate: it may only hold it. */
const watchedShare = 0.3;
/** Nearer than this, the plate need not move: it has arrived. */
const farFromTargetC = 2;

export const noWatch: DriveWatch = {
  direction: 0,
  hasEased: false,
  sinceMs: 0,
  fromC: 0,
  plateC: Number.NaN,
  lately: [],
  furthestC: 0,
};

export function watchDrive(
  watch: DriveWatch,
  movement: DriveTick,
  { plateA, plateB }: { readonly plateA: number; readonly plateB: number },
): DriveWatch {
  const { appliedDrive, nowMs, targetC, maxHeatDuty, heatsinkC } = movement;
  const watchedDrive = watchedShare * (appliedDrive > 0 ? maxHeatDuty : 1);
  const direction = Math.abs(appliedDrive) > watchedDrive ? Math.sign(appliedDrive) : 0;
  const plateC = direction > 0 ? Math.min(plateA, plateB) : Math.max(plateA, plateB);
  const distanceC = (targetC - plateC) * direction;
  // Near the target, or driven away from it for the sake of holding, there is nothing to expect of the drive; a plate
  // that goes astray meanwhile is on no course.
  if (direction === 0 || !(distanceC > farFromTargetC)) return noWatch;
  // Held back for the sake of a hot heatsink, as `heatsink-warm` says, cooling owes no answer; the plate is watched for
  // the wrong way all the same. A heatsink that is not read excuses nothing.
  const eased = direction < 0 && heatsinkC >= heatsinkEasesC;
  // What the plate did on full cooling says nothing of what it does on less. Once: a reading that flickers around the
  // limit must not keep the rule from judging.
  const same = watch.direction === direction && (watch.hasEased || !eased);
  const lately = latelyWith(same ? watch.lately : [], nowMs, plateC);
  const furthestC = lately.reduce(
    (furthest, past) => Math.max(furthest, past.plateC * direction),
    Number.NEGATIVE_INFINITY,
  );
  // Movement that was enough starts a fresh window, and so does each tick that owes none.
  const enoughC = direction > 0 ? heatingAnswerC : coolingAnswerC;
  const answered = !same || eased || (plateC - watch.fromC) * direction >= enoughC;
  return {
    direction,
    hasEased: eased || (same && watch.hasEased),
    sinceMs: answered ? nowMs : watch.sinceMs,
    fromC: answered ? plateC : watch.fromC,
    plateC,
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
