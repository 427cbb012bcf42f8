/**
 * How fast, how cold, how long until 45 °C if the bridge sticks: the answers about one device in
 * one list, each from the trial that a person could run alone.
 */
import { driveOf } from '../../hardware/plant/experiment.ts';
import { CompanionError } from '../errors.ts';
import type { Answer, TrialResult } from './answer.ts';
import { answer, found } from './answer.ts';
import { runTrial } from './course.ts';
import { holdTrial } from './holding.ts';
import { stepTrial } from './moves.ts';
import { stuckTrial } from './stuck.ts';
import type { TrialRig } from './trial-rig.ts';
import { hold, tryHold } from './trial-rig.ts';

const hotC = 40;
const coldC = 10;
const moveLimitS = 600;
const fanLimitS = 1800;
const afterheatS = 900;
/** The lease of law L5: after it the board drops all power. */
const leaseS = 0.5;

export interface SummarySection {
  readonly title: string;
  readonly answers: readonly Answer[];
}

/** Undefined where the device cannot hold the start or the target of a trial. */
function possible<T>(trial: () => T): T | undefined {
  try {
    return trial();
  } catch (thrown) {
    if (thrown instanceof CompanionError && thrown.code === 'RIG_INVALID') return undefined;
    throw thrown;
  }
}

function moves(rig: TrialRig): SummarySection {
  const seconds = (fromC: number, toC: number): number | null =>
    found(
      possible(() => stepTrial(rig, { fromC, toC, longestS: moveLimitS })),
      'reachedS',
    );
  return {
    title: 'Fastest moves at the caps, to within 0.5 °C',
    answers: [
      answer('cool40To10S', '40 to 10 °C', seconds(hotC, coldC), 's'),
      answer('heat10To40S', '10 to 40 °C', seconds(coldC, hotC), 's'),
    ],
  };
}

function reach(rig: TrialRig, stuckHeat: TrialResult | undefined): SummarySection {
  const { steady, heatDutyCap, parameters } = rig;
  const coldest = steady.coldest();
  const hottestC = Math.min(
    steady.hottest(heatDutyCap).plateC,
    parameters.cutOut?.tripC ?? Infinity,
  );
  const capped = parameters.cutOut === null ? null : found(stuckHeat, 'extremePlateC');
  return {
    title: 'Reach',
    answers: [
      answer('coldestHoldC', 'coldest plate that can be held', coldest.plateC, '°C'),
      answer('coldestHoldDuty', '  at a cooling duty of', -coldest.duty, ''),
      answer('hottestHoldC', 'hottest hold at the heat cap', hottestC, '°C'),
      answer('hottestStuckC', 'full heat for ever, no cut-out', steady.hottest(1).plateC, '°C'),
      answer('hottestCutOutC', 'full heat until the cut-out', capped, '°C'),
    ],
  };
}

function holds(rig: TrialRig): SummarySection {
  const at = (plateC: number, words: string): Answer[] => {
    const truth = tryHold(rig, plateC)?.plant.truth();
    const key = `hold${plateC}`;
    return [
      answer(`${key}W`, `${words}, electrical power`, truth?.electricalW, 'W'),
      answer(`${key}HeatsinkC`, '  heatsink', truth?.heatsinkC, '°C'),
      answer(`${key}SkinSurfaceC`, '  skin surface', truth?.skinSurfaceC, '°C'),
    ];
  };
  return { title: 'Steady holds', answers: [...at(coldC, '10 °C'), ...at(hotC, '40 °C')] };
}

function stuckOnHeat(rig: TrialRig, full: TrialResult | undefined): SummarySection {
  const { heatDutyCap: duty } = rig;
  const trial = { direction: 'heat', fromC: hotC, longestS: moveLimitS } as const;
  const capped = duty === 1 ? full : possible(() => stuckTrial(rig, { ...trial, duty }));
  const cut = possible(() =>
    stuckTrial(rig, { ...trial, duty: 1, longestS: 30, cutAfterS: leaseS }),
  );
  const times = (from: TrialResult | undefined, name: string, words: string): Answer[] =>
    [43, 45, 48].map((limitC) =>
      answer(`${name}${limitC}S`, `${words}, to ${limitC} °C`, found(from, `plate${limitC}S`), 's'),
    );
  return {
    title: 'Bridge stuck on heat in a hold at 40 °C',
    answers: [
      ...times(full, 'stuckHeat', 'full heat'),
      answer('stuckHeatBead43S', 'full heat, bead A reads 43 °C', found(full, 'bead43S'), 's'),
      ...times(capped, 'stuckCap', 'at the heat cap'),
      answer('leasePeakC', 'full heat cut at 0.5 s, peak', found(cut, 'extremePlateC'), '°C'),
    ],
  };
}

function stuckOnCool(rig: TrialRig): SummarySection {
  const result = possible(() =>
    stuckTrial(rig, { direction: 'cool', fromC: coldC, duty: 1, longestS: moveLimitS }),
  );
  return {
    title: 'Bridge stuck on full cooling in a hold at 10 °C',
    answers: [7, 4].map((limitC) =>
      answer(`stuckCool${limitC}S`, `to ${limitC} °C`, found(result, `plate${limitC}S`), 's'),
    ),
  };
}

function fanStops(rig: TrialRig): SummarySection {
  const result = possible(() =>
    holdTrial(rig, { atC: coldC, longestS: fanLimitS, fanStopsS: 0, endsWhenLost: true }),
  );
  return {
    title: 'Fan stops in a hold at 10 °C',
    answers: [
      answer('fanHeatsink50S', 'heatsink at 50 °C', found(result, 'heatsink50S'), 's'),
      answer('fanHeatsink60S', 'heatsink at 60 °C', found(result, 'heatsink60S'), 's'),
      answer('fanHoldLostS', 'hold lost by 1 °C', found(result, 'lostS'), 's'),
    ],
  };
}

function afterheat(rig: TrialRig): SummarySection {
  const peakC = (fanRunning: boolean): number | undefined =>
    possible(() => {
      const held = hold(rig, coldC, 'plate');
      const drive = driveOf(0, { bridgeEnabled: false, fanRunning });
      const act = (): { drive: typeof drive; setpointC: null } => ({ drive, setpointC: null });
      return runTrial(held, { longestS: afterheatS, watches: [], act }).hottest.plateC;
    });
  return {
    title: 'Power off in a hold at 10 °C: the heatsink heats the plate to',
    answers: [
      answer('afterheatFanC', 'fan running', peakC(true), '°C'),
      answer('afterheatNoFanC', 'fan stopped', peakC(false), '°C'),
    ],
  };
}

/** Every answer about one device. A null is something that it cannot do, or that never happens. */
export function summarise(rig: TrialRig): SummarySection[] {
  const stuckHeat = possible(() =>
    stuckTrial(rig, { direction: 'heat', fromC: hotC, duty: 1, longestS: moveLimitS }),
  );
  return [
    moves(rig),
    reach(rig, stuckHeat),
    holds(rig),
    stuckOnHeat(rig, stuckHeat),
    stuckOnCool(rig),
    fanStops(rig),
    afterheat(rig),
  ];
}
