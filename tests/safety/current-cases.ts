/** The rules about the current of the modules: each limit on both of its sides, for each way and for none. */
import { noCurrentWatch } from '../../src/safety/current-watch.ts';
import type { Situation } from '../../src/safety/interlocks.ts';
import { healthy, nowMs } from './situations.ts';
import type { Case } from './situations.ts';

/** No more than 14 A at full cooling and 5.6 A at full heat, and what the modules make of their two sides. */
export const moduleCurrent = {
  fullCoolA: 10,
  fullHeatA: 4,
  leastPart: 0.6,
  mostPart: 1.4,
  warmSinkA: 2.8,
  warmPlateA: 2,
  backAPerK: 0.06,
  errorA: 0,
  idleA: 0.7,
  mostA: 17,
};

/** @param drives the most and the least of late, −1 full cool … +1 full heat */
export const flowing = (
  currentA: number,
  [mostDrive, leastDrive]: readonly [number, number],
  offMs = 0,
  atMs = nowMs,
): Situation => ({
  ...healthy,
  moduleCurrent,
  readings: { ...healthy.readings, moduleCurrent: { currentA, atMs } },
  trend: {
    ...healthy.trend,
    // Of a heatsink or plate that nobody can read: the modules may make as much as they ever do.
    current: { ...noCurrentWatch, mostDrive, leastDrive, offMs },
  },
});

export const counted = (counts: Partial<Situation['trend']['current']>): Situation => {
  const cooling = flowing(5, cool);
  const current = { ...cooling.trend.current, ...counts };
  return { ...cooling, trend: { ...cooling.trend, current } };
};

const none = [0, 0] as const;
const cool = [-1, -1] as const;
const halfCool = [-0.5, -0.5] as const;
const heat = [1, 1] as const;
const turning = [0.5, -0.5] as const;
const [long, still] = [10_000, 300] as const;

export const currentCases: Case[] = [
  ['0.7 A, bridge off', flowing(0.7, none, still), long, []],
  ['−0.7 A, bridge off', flowing(-0.7, none, still), long, []],
  ['0.71 A, bridge off', flowing(0.71, none, still), 200, ['current-undriven']],
  ['−0.71 A, bridge off', flowing(-0.71, none, still), 200, ['current-undriven']],
  ['2 A, bridge off for less than a report takes', flowing(2, none, still - 1), long, []],
  ['2 A, bridge on, nothing driven', flowing(2, none), long, []],
  ['2.01 A, bridge on, nothing driven', flowing(2.01, none), 200, ['current-undriven']],
  ['−2.8 A, bridge on, nothing driven', flowing(-2.8, none), long, []],
  ['−2.81 A, bridge on, nothing driven', flowing(-2.81, none), 200, ['current-undriven']],
  ['16 A at full cooling', flowing(16, cool), long, []],
  ['16.01 A at full cooling', flowing(16.01, cool), 200, ['current-undriven']],
  ['9.01 A at half cooling', flowing(9.01, halfCool), 200, ['current-undriven']],
  ['−2.8 A at full cooling', flowing(-2.8, cool), long, []],
  ['−2.81 A at full cooling', flowing(-2.81, cool), 200, ['current-undriven']],
  ['−8.39 A at full heat', flowing(-8.39, heat), long, []],
  ['−8.41 A at full heat', flowing(-8.41, heat), 200, ['current-undriven']],
  ['2 A at full heat', flowing(2, heat), long, []],
  ['2.01 A at full heat', flowing(2.01, heat), 200, ['current-undriven']],
  ['9 A, half cooling to half heat', flowing(9, turning), long, []],
  ['9.01 A, half cooling to half heat', flowing(9.01, turning), 200, ['current-undriven']],
  ['−5.61 A, half cooling to half heat', flowing(-5.61, turning), 200, ['current-undriven']],
  ['too little for 1499 ms', counted({ missingMs: 1499 }), long, []],
  ['too little for 1500 ms', counted({ missingMs: 1500 }), 0, ['current-missing']],
  ['the other way for 199 ms', counted({ reversedMs: 199 }), long, []],
  ['the other way for 200 ms', counted({ reversedMs: 200 }), 0, ['current-reversed']],
  ['17 A, which modules may still take', flowing(17, cool), 200, ['current-undriven']],
  ['−17 A, which they may as well', flowing(-17, heat), 200, ['current-undriven']],
  ['17.01 A at full cooling', flowing(17.01, cool), 150, ['sensor-open']],
  ['−17.01 A, bridge off', flowing(-17.01, none, still), 150, ['sensor-short']],
  ['current that is no number', flowing(Number.NaN, cool), 150, ['sensor-open']],
  ['endless current', flowing(Number.POSITIVE_INFINITY, none), 150, ['sensor-open']],
  ['current of 300 ms ago', flowing(9, none, still, nowMs - 300), 0, ['sensor-stale']],
  ['a current that nobody judges', { ...flowing(9, none), moduleCurrent: null }, long, []],
];
