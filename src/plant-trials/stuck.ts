/**
 * The bridge sticks: how long until it hurts (hazards of a shorted transistor, a PWM pin that stays
 * high, a host that dies while it drives).
 */
import { driveOf } from '../../hardware/plant/experiment.ts';
import type { TrialResult } from './answer.ts';
import { answer, endAnswers, railWords } from './answer.ts';
import type { Course, Watch } from './course.ts';
import { runTrial } from './course.ts';
import type { TrialRig } from './trial-rig.ts';
import { hold } from './trial-rig.ts';

export interface Stuck {
  readonly direction: 'heat' | 'cool';
  readonly fromC: number;
  /** The share of full drive at which it sticks, above 0 … 1. */
  readonly duty: number;
  readonly longestS: number;
  /** Second at which something opens the line to the modules; never where absent. */
  readonly cutAfterS?: number;
}

export const heatLimitsC = [42, 43, 45, 48, 51, 60] as const;
export const coolLimitsC = [8, 7, 5, 4, 2, 0] as const;

/**
 * From a steady hold, with the drive stuck and nobody acting but the cut-out.
 * @throws CompanionError RIG_INVALID where the rig cannot hold the start
 */
export function stuckTrial(rig: TrialRig, stuck: Stuck): TrialResult {
  const { direction, fromC, longestS, cutAfterS } = stuck;
  const held = hold(rig, fromC, '--from');
  const duty = direction === 'heat' ? stuck.duty : -stuck.duty;
  const limitsC = limitsOf(stuck);
  const course = runTrial(held, {
    longestS,
    watches: limitsC.flatMap((limitC) => watchesOf(limitC, direction)),
    act: (atS) => ({
      drive: driveOf(duty, { relayClosed: cutAfterS === undefined || atS < cutAfterS }),
      setpointC: null,
    }),
  });
  const extreme = direction === 'heat' ? course.hottest : course.coldest;
  const cut = cutAfterS === undefined ? '' : `, cut off after ${cutAfterS} s`;
  return {
    trial: 'stuck',
    title: `Bridge stuck on ${direction} from ${fromC} °C${cut}`,
    drive: `${railWords(duty, rig.parameters.power)}, whatever is commanded`,
    finding: stuckFinding(stuck, course, extreme.plateC),
    answers: [
      ...limitsC.flatMap((limitC) => [
        answer(
          `plate${limitC}S`,
          `plate at ${limitC} °C after`,
          course.passedS[`plate${limitC}`],
          's',
        ),
        answer(`bead${limitC}S`, `  bead A reads it after`, course.passedS[`bead${limitC}`], 's'),
      ]),
      answer(
        'extremePlateC',
        `${direction === 'heat' ? 'hottest' : 'coldest'} plate`,
        extreme.plateC,
        '°C',
      ),
      answer('extremeAtS', '  at', extreme.atS, 's'),
      answer('extremeSkinSurfaceC', '  the skin surface is at', extreme.skinSurfaceC, '°C'),
      ...endAnswers(course),
    ],
    course,
  };
}

/** Limits that lie ahead of the start. */
function limitsOf({ direction, fromC }: Stuck): number[] {
  return direction === 'heat'
    ? heatLimitsC.filter((limitC) => limitC > fromC)
    : coolLimitsC.filter((limitC) => limitC < fromC);
}

function watchesOf(limitC: number, kind: Stuck['direction']): Watch[] {
  const direction = kind === 'heat' ? 'rising' : 'falling';
  return [
    { id: `plate${limitC}`, quantity: 'plateC', limitC, direction },
    { id: `bead${limitC}`, quantity: 'plateAC', limitC, direction },
  ];
}

function stuckFinding({ direction, duty }: Stuck, course: Course, extremeC: number): string {
  const limitC = direction === 'heat' ? 45 : 5;
  const passed = course.passedS[`plate${limitC}`] ?? null;
  const ends = `${direction === 'heat' ? 'hottest' : 'coldest'} ${extremeC.toFixed(1)} °C`;
  const at = duty === 1 ? '' : ` at ${duty} of full`;
  if (passed === null) return `the plate does not pass ${limitC} °C${at}; ${ends}`;
  return `the plate passes ${limitC} °C after ${passed.toFixed(1)} s${at}; ${ends}`;
}
