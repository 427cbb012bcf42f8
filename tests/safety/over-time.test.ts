/** Rules and trend together, over many ticks: what neither shows alone. */
import { describe, expect, it } from 'vitest';
import { allClear, judge } from '../../src/safety/interlocks.ts';
import { rules } from '../../src/safety/rules.ts';
import { noTrend, observe } from '../../src/safety/trend.ts';
import { healthy } from './situations.ts';

type Tick = { plateA: number; countA?: number; plateB?: number; drive?: number; targetC?: number };
/** Trips of a device that does this, a tick each 50 ms. */
function trips(ticks: readonly Tick[]): string[] {
  let [trend, state, before] = [noTrend, allClear, null as never];
  const acted: string[] = [];
  ticks.forEach(({ plateA, countA, plateB = plateA, drive = 0, targetC = 25 }, tick) => {
    const nowMs = 1000 + tick * 50;
    const sensor = (celsius: number, count = 400 + (tick % 2)) => ({ celsius, count, atMs: nowMs });
    const readings = {
      ...healthy.readings,
      plateA: sensor(plateA, countA),
      plateB: sensor(plateB),
      heatsink: sensor(25),
    };
    trend = observe(trend, {
      nowMs,
      dtMs: 50,
      readings,
      before,
      appliedDrive: drive,
      maxHeatDuty: 1,
      targetC,
      rampCPerS: 0.25,
      permission: 'heatAndCool',
      connected: true,
      moduleCurrent: null,
      atRest: false,
      powered: drive !== 0,
      episode: '',
    });
    const situation = { ...healthy, nowMs, readings, trend, appliedDrive: drive };
    const judged = judge(rules, state, situation);
    state = judged.state;
    before = readings as never;
    acted.push(...judged.verdicts.map(({ rule }) => rule.id));
  });
  return acted;
}
const rest = Array.from({ length: 10 }, () => ({ plateA: 20 }));

describe('the interlocks, over time', () => {
  it('finds a jump', () => {
    expect(trips([...rest, { plateA: 25, plateB: 20 }])).toContain('sensor-jump');
  });
  it('finds a jump across a conversion that is open', () => {
    const gap = { plateA: Number.NaN, countA: 1023, plateB: 20 };
    expect(trips([...rest, gap, { plateA: 25, plateB: 20 }, { plateA: 25, plateB: 20 }])).toContain(
      'sensor-jump',
    );
  });
  it('finds a jump of both beads across a gap', () => {
    expect(
      trips([
        ...rest,
        { plateA: Number.NaN, countA: 1023, plateB: Number.NaN },
        { plateA: 25 },
        { plateA: 25 },
      ]),
    ).toContain('sensor-jump');
  });
  it('finds a plate that gets half a degree colder and then no more', () => {
    const cooled = Array.from({ length: 20 * 120 }, (_, n) => ({
      plateA: 25 - Math.min(0.6, n * 0.01),
      drive: -1,
      targetC: 12,
    }));
    expect(trips(cooled)).toContain('no-response');
  });
  it('finds movement against the drive in any ten seconds', () => {
    const fall = Array.from({ length: 20 * 15 }, (_, n) => ({
      plateA: 25 - Math.max(0, n / 20 - 5.2) * 0.36,
      drive: 1,
      targetC: 40,
    }));
    expect(trips(fall)).toContain('wrong-way');
  });
});
