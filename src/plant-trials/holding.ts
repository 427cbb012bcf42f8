/** A plate that is held, and what becomes of it when the fan stops. */
import { driveOf } from '../../hardware/plant/experiment.ts';
import type { TrialResult } from './answer.ts';
import { answer, endAnswers } from './answer.ts';
import type { Watch } from './course.ts';
import { runTrial, tickS } from './course.ts';
import type { TrialRig } from './trial-rig.ts';
import { hold } from './trial-rig.ts';
import { TrueControl } from './true-control.ts';

export interface Holding {
  readonly atC: number;
  readonly longestS: number;
  /** Second at which the fan stops; it keeps running where absent. */
  readonly fanStopsS?: number;
  /** Nothing after the loss of the hold is of interest. */
  readonly endsWhenLost?: boolean;
}

/** A hold this far off is lost. */
export const lostK = 1;
const heatsinkLimitsC = [45, 50, 55, 60, 70] as const;

/**
 * From a steady hold onwards.
 * @throws CompanionError RIG_INVALID where the rig cannot hold it
 */
export function holdTrial(rig: TrialRig, holding: Holding): TrialResult {
  const { atC, longestS, fanStopsS, endsWhenLost } = holding;
  const { parameters, heatDutyCap } = rig;
  const held = hold(rig, atC, '--at');
  const control = new TrueControl(parameters, held.plant.network.state, heatDutyCap, held.duty);
  const course = runTrial(held, {
    longestS,
    watches: [...heatsinkWatches, ...lostWatches(atC)],
    act: (atS, plateC) => ({
      drive: driveOf(control.duty(plateC, atC, 0, tickS), {
        fanRunning: fanStopsS === undefined || atS < fanStopsS,
      }),
      setpointC: atC,
    }),
    isDone: ({ plateC }) => endsWhenLost === true && Math.abs(plateC - atC) > lostK,
  });
  const { first, last, passedS, hottest, coldest } = course;
  const lostS = earliest(passedS['lostHot'], passedS['lostCold']);
  const fromS = fanStopsS ?? 0;
  const since = (id: string): number | null => {
    const passed = passedS[id] ?? null;
    return passed === null ? null : passed - fromS;
  };
  return {
    trial: 'hold',
    title: `Hold at ${atC} °C${fanWords(fanStopsS)}`,
    drive: 'as needed to hold, by a controller that sees the true plate, within the caps',
    finding: holdFinding(lostS, fanStopsS, last.plateC),
    answers: [
      answer('startDuty', 'duty in the steady hold (− cools)', first.duty, ''),
      answer('startElectricalW', 'electrical power in the steady hold', first.electricalW, 'W'),
      answer('startHeatsinkC', 'heatsink in the steady hold', first.heatsinkC, '°C'),
      answer('startSkinSurfaceC', 'skin surface in the steady hold', first.skinSurfaceC, '°C'),
      answer('hottestC', 'hottest plate', hottest.plateC, '°C'),
      answer('coldestC', 'coldest plate', coldest.plateC, '°C'),
      ...(fanStopsS === undefined
        ? []
        : [
            ...heatsinkLimitsC.map((limitC) =>
              answer(
                `heatsink${limitC}S`,
                `fan stop to heatsink at ${limitC} °C`,
                since(`heatsink${limitC}`),
                's',
              ),
            ),
            answer('lostS', 'fan stop to hold lost', lostS === null ? null : lostS - fromS, 's'),
          ]),
      answer('meanW', 'electrical power, mean', course.meanW, 'W'),
      ...endAnswers(course),
    ],
    course,
  };
}

function fanWords(fanStopsS: number | undefined): string {
  return fanStopsS === undefined ? '' : `, the fan stops after ${fanStopsS} s`;
}

const heatsinkWatches: readonly Watch[] = heatsinkLimitsC.map((limitC) => ({
  id: `heatsink${limitC}`,
  quantity: 'heatsinkC',
  limitC,
  direction: 'rising',
}));

function lostWatches(atC: number): Watch[] {
  return [
    { id: 'lostHot', quantity: 'plateC', limitC: atC + lostK, direction: 'rising' },
    { id: 'lostCold', quantity: 'plateC', limitC: atC - lostK, direction: 'falling' },
  ];
}

function earliest(a: number | null | undefined, b: number | null | undefined): number | null {
  const both = [a, b].filter((value) => typeof value === 'number');
  return both.length === 0 ? null : Math.min(...both);
}

function holdFinding(lostS: number | null, fanStopsS: number | undefined, endC: number): string {
  if (lostS === null) return `the plate stays within ${lostK} °C`;
  const since =
    fanStopsS === undefined
      ? `after ${lostS.toFixed(0)} s`
      : `${(lostS - fanStopsS).toFixed(0)} s after the fan`;
  return `the hold is LOST ${since}: the plate ends at ${endC.toFixed(1)} °C`;
}
