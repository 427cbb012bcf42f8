/**
 * Where the plate should be by the prescription alone: the unleashed ramp, from where the plate was when its target came
 * into force, or when power was permitted again. It asks neither the controller nor the drive, so that it sees a plate
 * that goes astray whatever either of them does. Pure.
 */

export interface Course {
  readonly targetC: number;
  /** The unleashed ramp, °C, and its rate, °C/s. */
  readonly referenceC: number;
  readonly rateCPerS: number;
  /** The bead that is further from the ramp, °C. */
  readonly plateC: number;
  /** The nearest to the target that both beads have come on this course, in steps that count as progress, °C. */
  readonly nearestC: number;
  /** For how long the plate has been far from the ramp without coming nearer to its target; time near it is taken off. */
  readonly astrayMs: number;
}

export interface CourseTick {
  readonly dtMs: number;
  /** Power may be given to bring the plate to its target. */
  readonly permitted: boolean;
  readonly targetC: number;
  readonly rampCPerS: number;
  /** Of the heatsink, °C, where nothing may heat the plate; NaN where something may. */
  readonly coldestByItselfC: number;
  /** Readings without their noise, °C. */
  readonly plateA: number;
  readonly plateB: number;
}

/** How steeply a ramp begins and ends at most. */
const accelerationCPerS2 = 0.15;
/**
 * Two beads within tolerance differ by a degree and a half, and the controller keeps the one that counts within half a
 * degree.
 */
export const farFromRampC = 2;
/** What a device that only lags still gains: the weakest in tolerance, against a hot heatsink, gains several times this. */
export const progressC = 0.5;
/** With the time that a plate needs to get far, a minute. */
export const astrayLimitMs = 45_000;

/** Null while there is no way to be on. */
export function followCourse(before: Course | null, tick: CourseTick): Course | null {
  const { permitted, targetC, plateA, plateB, dtMs } = tick;
  if (!permitted || !Number.isFinite(targetC)) return null;
  if (before === null || before.targetC !== targetC) {
    const startC = (plateA + plateB) / 2;
    return {
      targetC,
      referenceC: startC,
      rateCPerS: 0,
      plateC: startC,
      nearestC: furthestFrom(targetC, plateA, plateB).awayC,
      astrayMs: 0,
    };
  }
  const ramp = nextReference(before, tick);
  const { plateC } = furthestFrom(ramp.referenceC, plateA, plateB);
  const toTargetC = furthestFrom(targetC, plateA, plateB).awayC;
  // Nothing is known to be near that is not known.
  const near =
    isWhereItMayBe(plateA, ramp.referenceC, tick) && isWhereItMayBe(plateB, ramp.referenceC, tick);
  const nearer = toTargetC <= before.nearestC - progressC;
  return {
    targetC,
    referenceC: ramp.referenceC,
    rateCPerS: ramp.rateCPerS,
    plateC,
    nearestC: nearer ? toTargetC : before.nearestC,
    astrayMs: nearer ? 0 : Math.max(0, before.astrayMs + (near ? -dtMs : dtMs)),
  };
}

const isWhereItMayBe = (beadC: number, referenceC: number, tick: CourseTick): boolean =>
  isNear(beadC, referenceC, tick.targetC) || isColdByItself(beadC, tick.targetC, tick);

/**
 * Near the ramp, or ahead of it on the way to the target: heat from the heatsink brings a cold plate along faster than a
 * slow ramp, and there it waits for the ramp. What is beyond the target is not ahead.
 */
function isNear(beadC: number, referenceC: number, targetC: number): boolean {
  if (Math.abs(beadC - referenceC) < farFromRampC) return true;
  const direction = Math.sign(targetC - referenceC);
  return (beadC - referenceC) * direction > 0 && (targetC - beadC) * direction > -farFromRampC;
}

/** In a cold phase nothing can warm a plate that a cold room has made colder than its setpoint; none drives it there. */
function isColdByItself(beadC: number, targetC: number, { coldestByItselfC }: CourseTick): boolean {
  return beadC < targetC && beadC > coldestByItselfC - farFromRampC;
}

function furthestFrom(
  pointC: number,
  plateA: number,
  plateB: number,
): { readonly plateC: number; readonly awayC: number } {
  const [a, b] = [Math.abs(plateA - pointC), Math.abs(plateB - pointC)];
  return !(a < b) ? { plateC: plateA, awayC: Math.max(a, b) } : { plateC: plateB, awayC: b };
}

/** A trapezoid: it speeds up, and brakes in time to arrive at rest. */
function nextReference(
  { referenceC, rateCPerS }: Course,
  { targetC, rampCPerS, dtMs }: CourseTick,
): Pick<Course, 'referenceC' | 'rateCPerS'> {
  const dtS = dtMs / 1000;
  const distanceC = targetC - referenceC;
  const brakingCPerS = Math.sqrt(2 * accelerationCPerS2 * Math.abs(distanceC));
  const wanted = Math.sign(distanceC) * Math.min(rampCPerS, brakingCPerS);
  const most = accelerationCPerS2 * dtS;
  const rate = rateCPerS + Math.min(Math.max(wanted - rateCPerS, -most), most);
  const stepC = rate * dtS;
  if (Math.abs(stepC) >= Math.abs(distanceC)) return { referenceC: targetC, rateCPerS: 0 };
  return { referenceC: referenceC + stepC, rateCPerS: rate };
}
