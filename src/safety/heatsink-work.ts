/**
 * What the heatsink has to answer to: cooling that works for a minute warms it, by whatever it was before the work began.
 * Told apart from a device that is still warm from earlier work by the reading before: only where that rested does a
 * rise, or its absence, say anything. Pure.
 */

export interface HeatsinkWork {
  /** Cooling drive, 0…1, filtered over a minute, and over some seconds. */
  readonly effort: number;
  readonly effortNow: number;
  /** For how long that has been enough to warm any heatsink of this kind, ms. */
  readonly workingMs: number;
  /** The reading before the work, °C; NaN before there was one. */
  readonly fromC: number;
  /** Since when that reading has rested: no work, and hardly any fall, ms. */
  readonly restedMs: number;
  /** Whether it had rested when the work began, so that a rise can be told. */
  readonly judgeable: boolean;
  /** The most effort since it last went down, and for how long that has been, ms. */
  readonly steadyEffort: number;
  readonly steadyMs: number;
  /** The highest reading since a heatsink must have come to rest in it, °C; NaN before. */
  readonly steadyC: number;
  /** Two filters of the reading, whose difference is its drift, °C. */
  readonly soonC: number;
  readonly lateC: number;
  /** How far the reading has fallen of late though the work went on as before, °C; 0 where it did not. */
  readonly fallC: number;
}

export const noWork: HeatsinkWork = {
  effort: 0,
  effortNow: 0,
  workingMs: 0,
  fromC: Number.NaN,
  restedMs: 0,
  judgeable: false,
  steadyEffort: 0,
  steadyMs: 0,
  steadyC: Number.NaN,
  soonC: Number.NaN,
  lateC: Number.NaN,
  fallC: 0,
};

export interface WorkTick {
  readonly dtMs: number;
  readonly appliedDrive: number;
  /** °C. */
  readonly heatsinkC: number;
}

const effortFilterMs = 60_000;
/** Without its work a heatsink is back at the room within a minute: only one that is at work now is judged. */
const effortNowFilterMs = 5000;
const workingEffort = 0.2;
/** Less than this is rest: holding a hot plate is, and half of the self-test’s pulse. */
const restingEffort = 0.03;
const soonMs = 4000;
const lateMs = 20_000;
/** A heatsink that is still warm from earlier work falls by more within the filters’ distance. */
const driftWithinC = 0.25;
/** A drift shows after so long. */
const restMs = 20_000;
/** Effort that goes down by less explains no heatsink that gets colder. */
const steadyWithin = 0.03;
/** A heatsink is done with what came before, ms. */
const steadyAfterMs = 240_000;

export function watchWork(before: HeatsinkWork, tick: WorkTick): HeatsinkWork {
  const { dtMs, heatsinkC } = tick;
  const coolDrive = Math.max(0, -tick.appliedDrive);
  const effort = filtered(before.effort, coolDrive, dtMs, effortFilterMs);
  const effortNow = filtered(before.effortNow, coolDrive, dtMs, effortNowFilterMs);
  const soonC = filtered(before.soonC, heatsinkC, dtMs, soonMs);
  const lateC = filtered(before.lateC, heatsinkC, dtMs, lateMs);
  const resting = effort < restingEffort;
  const drifts = !(lateC - soonC < driftWithinC);
  const restedMs = resting && !drifts ? before.restedMs + dtMs : 0;
  // A device that was moved from another room, or has just worked, is warm all through: only time tells.
  const rested = restedMs >= restMs || (before.judgeable && !drifts);
  const working = Math.min(effort, effortNow) > workingEffort;
  const workingMs = working ? before.workingMs + dtMs : 0;
  const steady = steadyAfter(before, working ? effortNow : 0, soonC, dtMs);
  return {
    effort,
    effortNow,
    workingMs,
    fromC: resting ? soonC : before.fromC,
    restedMs,
    judgeable: resting ? rested : before.judgeable,
    steadyEffort: steady.steadyEffort,
    steadyMs: steady.steadyMs,
    steadyC: steady.steadyC,
    soonC,
    lateC,
    // The slower filter has forgotten what was before the work.
    fallC: workingMs >= lateMs && effortNow >= effort - steadyWithin ? lateC - soonC : 0,
  };
}

function steadyAfter(
  { steadyEffort, steadyMs, steadyC }: HeatsinkWork,
  effort: number,
  soonC: number,
  dtMs: number,
): Pick<HeatsinkWork, 'steadyEffort' | 'steadyMs' | 'steadyC'> {
  if (effort === 0 || effort < steadyEffort - steadyWithin)
    return { steadyEffort: effort, steadyMs: 0, steadyC: Number.NaN };
  const highestC = steadyC >= soonC ? steadyC : soonC;
  return {
    steadyEffort: Math.max(steadyEffort, effort),
    steadyMs: steadyMs + dtMs,
    steadyC: steadyMs < steadyAfterMs ? Number.NaN : highestC,
  };
}

function filtered(before: number, now: number, dtMs: number, filterMs: number): number {
  if (Number.isNaN(before)) return now;
  const step = ((now - before) * dtMs) / (filterMs + dtMs);
  return Number.isFinite(step) ? before + step : before;
}
