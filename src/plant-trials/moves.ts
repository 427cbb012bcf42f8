/** From one plate temperature to another: as fast as the rig may, or along a ramp. */
import { driveOf } from '../../hardware/plant/experiment.ts';
import type { Answer, TrialResult } from './answer.ts';
import { answer, endAnswers, railWords } from './answer.ts';
import type { Course, Moment, TrialPlan } from './course.ts';
import { runTrial, tickS } from './course.ts';
import type { TrialRig } from './trial-rig.ts';
import { hold, refuseBeyondReach } from './trial-rig.ts';
import { TrueControl } from './true-control.ts';

/** A target counts as reached from here on. */
export const bandK = 0.5;
/** What is shown of the hold after the move. */
const afterS = 60;

export interface Move {
  readonly fromC: number;
  readonly toC: number;
  /** Gives up after this. */
  readonly longestS: number;
}

/**
 * Full duty, as far as the rig's cap allows, until the target is near: no drive is faster, since
 * the current of the most heat flow is above what the rails can push. Then a hold.
 * @throws CompanionError RIG_INVALID where the rig cannot hold one of the two
 */
export function stepTrial(rig: TrialRig, move: Move): TrialResult {
  const { parameters, heatDutyCap } = rig;
  const { fromC, toC } = move;
  const start = hold(rig, fromC, '--from');
  refuseBeyondReach(rig, toC, '--to');
  const direction = Math.sign(toC - fromC);
  const full = direction < 0 ? -1 : heatDutyCap;
  const after = holdDuty(rig, toC);
  let control: TrueControl | undefined;
  const course = runTrial(start, {
    ...arrivalPlan(move),
    act: (_atS, plateC) => {
      if (control === undefined && (toC - plateC) * direction <= bandK) {
        control = new TrueControl(parameters, start.plant.network.state, heatDutyCap, after);
      }
      const duty = control?.duty(plateC, toC, 0, tickS) ?? full;
      return { drive: driveOf(duty), setpointC: toC };
    },
  });
  const reachedS = course.passedS['reached'] ?? null;
  return {
    trial: 'step',
    title: `Step from ${fromC} to ${toC} °C`,
    drive:
      `${railWords(full, parameters.power)} until within ${bandK} °C, ` +
      'then a hold that sees the true plate',
    finding: reachedWords(reachedS, move, course),
    answers: [...moveAnswers(move, course, reachedS), ...endAnswers(course)],
    course,
  };
}

export interface Ramp extends Move {
  /** Above 0, whatever the direction. */
  readonly rateCPerS: number;
}

/** How much behind the setpoint still counts as following it. */
const followsK = 0.5;

/**
 * The setpoint moves at a steady rate; a controller that sees the true plate follows as well as the
 * rig's caps let it.
 * @throws CompanionError RIG_INVALID where the rig cannot hold one of the two
 */
export function rampTrial(rig: TrialRig, ramp: Ramp): TrialResult {
  const { parameters, heatDutyCap } = rig;
  const { fromC, toC, rateCPerS } = ramp;
  const start = hold(rig, fromC, '--from');
  refuseBeyondReach(rig, toC, '--to');
  const control = new TrueControl(parameters, start.plant.network.state, heatDutyCap, start.duty);
  const signedRate = Math.sign(toC - fromC) * rateCPerS;
  const rampS = Math.abs(toC - fromC) / rateCPerS;
  const lag = { mostK: 0, limitedS: 0 };
  const course = runTrial(start, {
    ...arrivalPlan(ramp),
    act: (atS, plateC) => {
      const moving = atS < rampS;
      const setpointC = moving ? fromC + signedRate * atS : toC;
      const duty = control.duty(plateC, setpointC, moving ? signedRate : 0, tickS);
      const behindK = (setpointC - plateC) * Math.sign(signedRate);
      lag.mostK = Math.max(lag.mostK, behindK);
      if (duty === -1 || duty === heatDutyCap) lag.limitedS += tickS;
      return { drive: driveOf(duty), setpointC };
    },
  });
  const reachedS = course.passedS['reached'] ?? null;
  const follows = reachedS !== null && lag.mostK <= followsK;
  return {
    trial: 'ramp',
    title: `Ramp from ${fromC} to ${toC} °C at ${rateCPerS} °C/s`,
    drive:
      'as needed to follow the ramp, by a controller that sees the true plate, within the caps',
    finding: `${followsWords(follows, lag.mostK)}; ${reachedWords(reachedS, ramp, course)}`,
    answers: [
      answer('rampS', 'the ramp itself takes', rampS, 's'),
      answer('mostBehindK', 'plate behind the ramp by at most', lag.mostK, '°C'),
      answer('limitedS', 'drive at its limit for', lag.limitedS, 's'),
      ...moveAnswers(ramp, course, reachedS),
      ...endAnswers(course),
    ],
    course,
  };
}

function followsWords(follows: boolean, mostK: number): string {
  return follows
    ? `the rig follows: never more than ${mostK.toFixed(2)} °C behind`
    : `the rig cannot follow: up to ${mostK.toFixed(1)} °C behind`;
}

/** The duty that will hold the target, in the long run. */
function holdDuty({ steady, heatDutyCap }: TrialRig, plateC: number): number {
  return steady.hold(plateC, heatDutyCap)?.duty ?? 0;
}

/** Runs until some time after the arrival, or the cut-out. */
function arrivalPlan({ fromC, toC, longestS }: Move): Omit<TrialPlan, 'act'> {
  const direction = Math.sign(toC - fromC);
  let arrivedS: number | undefined;
  return {
    longestS,
    watches: [
      {
        id: 'reached',
        quantity: 'plateC',
        limitC: toC - direction * bandK,
        direction: direction < 0 ? 'falling' : 'rising',
      },
    ],
    isDone: ({ atS, plateC }: Moment) => {
      if ((toC - plateC) * direction <= bandK) arrivedS ??= atS;
      return arrivedS !== undefined && atS >= arrivedS + afterS;
    },
  };
}

function reachedWords(reachedS: number | null, { toC, longestS }: Move, { last }: Course): string {
  if (reachedS !== null) return `within ${bandK} °C of ${toC} °C after ${reachedS.toFixed(1)} s`;
  const minutes = Number((longestS / 60).toFixed(2));
  const end = `the plate ends at ${last.plateC.toFixed(1)} °C`;
  return `${toC} °C is NOT REACHED within ${minutes} min: ${end}`;
}

function moveAnswers({ fromC, toC }: Move, course: Course, reachedS: number | null): Answer[] {
  const direction = Math.sign(toC - fromC);
  const extreme = direction < 0 ? course.coldest : course.hottest;
  const pastK = reachedS === null ? null : Math.max((extreme.plateC - toC) * direction, 0);
  const arrival = course.passedAt['reached'];
  const movedK = Math.abs(toC - fromC) - bandK;
  return [
    answer('reachedS', `plate within ${bandK} °C of ${toC} °C after`, reachedS, 's'),
    answer('meanRateCPerS', '  on the way, on average', reachedS && movedK / reachedS, '°C/s'),
    answer('overshootK', '  past the target by at most', pastK, '°C'),
    answer('arrivalPlateAC', '  bead A then reads', arrival?.plateAC, '°C'),
    answer('arrivalHeatsinkC', '  the heatsink is at', arrival?.heatsinkC, '°C'),
    answer('arrivalSkinSurfaceC', '  the skin surface is at', arrival?.skinSurfaceC, '°C'),
    answer('meanW', 'electrical power, mean', course.meanW, 'W'),
  ];
}
