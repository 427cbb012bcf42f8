/** Situations for the interlock table: a healthy one, and ways to spoil it. */
import { allClear, judge } from '../../src/safety/interlocks.ts';
import type { InterlockState, Situation } from '../../src/safety/interlocks.ts';
import { firstRevision } from '../../src/safety/readings.ts';
import type { Channel, Reading } from '../../src/safety/readings.ts';
import { rules } from '../../src/safety/rules.ts';
import { noTrend } from '../../src/safety/trend.ts';
import type { Trend } from '../../src/safety/trend.ts';

export const nowMs = 10_000;
export const reading = (celsius: number): Reading => ({ celsius, count: 400, atMs: nowMs - 20 });

export const healthy: Situation = {
  nowMs,
  readings: {
    plateA: reading(40),
    plateB: reading(40.2),
    heatsink: reading(35),
    ...firstRevision,
    stopLoopClosed: true,
    pinsDiffer: null,
    guard: null,
  },
  permission: 'heatAndCool',
  appliedDrive: 0.3,
  power: { relayClosed: true, bridgeEnabled: true, sinceMs: 0 },
  supplies: null,
  moduleCurrent: null,
  trend: { ...noTrend, heatsink: { ...noTrend.heatsink, soonC: 35, lateC: 35 } },
  lateMs: 0,
  cem43Min: 0.3,
  cem43CapMin: 2,
  coldMinutes: 20,
  coldCapMinutes: 45,
  sessionMs: 40 * 60_000,
  oneWayMs: 9 * 60_000,
  excusedGuardReason: null,
};

/** What happens, how long it lasts, and which rules act by then: not a millisecond earlier. */
export type Case = [what: string, situation: Situation, forMs: number, acting: string[]];

/** The rules that have acted by the time a situation has lasted for `forMs`. */
export function actingAfter(situation: Situation, forMs: number): string[] {
  let state: InterlockState = allClear;
  const acting: string[] = [];
  const ticks = Array.from({ length: Math.ceil(forMs / 50) }, (_, tick) => tick * 50);
  for (const t of [...ticks, forMs]) {
    const shifted = { ...situation, nowMs: situation.nowMs + t, readings: later(situation, t) };
    const judged = judge(rules, state, shifted);
    state = judged.state;
    acting.push(...judged.verdicts.map(({ rule }) => rule.id));
  }
  return acting;
}

const later = ({ readings }: Situation, byMs: number): Situation['readings'] => ({
  ...readings,
  plateA: { ...readings.plateA, atMs: readings.plateA.atMs + byMs },
  plateB: { ...readings.plateB, atMs: readings.plateB.atMs + byMs },
  heatsink: { ...readings.heatsink, atMs: readings.heatsink.atMs + byMs },
  witness:
    readings.witness === null ? null : { ...readings.witness, atMs: readings.witness.atMs + byMs },
  rails: readings.rails === null ? null : { ...readings.rails, atMs: readings.rails.atMs + byMs },
  moduleCurrent:
    readings.moduleCurrent === null
      ? null
      : { ...readings.moduleCurrent, atMs: readings.moduleCurrent.atMs + byMs },
  guard: readings.guard === null ? null : { ...readings.guard, atMs: readings.guard.atMs + byMs },
});

export function withReading(name: Channel, change: Partial<Reading>): Situation {
  const readings = {
    ...healthy.readings,
    [name]: { ...healthy.readings[name], ...change },
  };
  const beadsApartC = readings.plateA.celsius - readings.plateB.celsius;
  return { ...healthy, readings, trend: { ...healthy.trend, beadsApartC } };
}

/** One bead alone, where a plate on the move lets the other one be far away. */
export const alone = (name: 'plateA' | 'plateB', change: Partial<Reading>): Situation => ({
  ...withReading(name, change),
  trend: { ...noTrend, slopeCPerS: 90 },
});

export const moving = (change: Partial<Trend>): Situation => ({
  ...healthy,
  trend: { ...healthy.trend, ...change },
});

export const driving = (drive: Partial<Trend['drive']>, plateC: number): Situation =>
  moving({ drive: { ...noTrend.drive, ...drive, plateC } });

/** What both beads show of a plate that warms, in the shortest window. */
export const rising = (slopeCPerS: number, marginCPerS = 0.6): Trend['rises'] => {
  const rise = { slopeCPerS, marginCPerS, windowMs: 300 };
  return { plateA: rise, plateB: rise, bothBeads: rise };
};
