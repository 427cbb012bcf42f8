/** Sensors with the noise that benches report, on temperatures as a test wants them: no plant, and no controller. */
import { english } from '../../src/words/facts.ts';
import { nominalThermistor } from '../../hardware/parts/nominal-thermistor.ts';
import { celsiusOf } from '../../hardware/parts/thermistor.ts';
import { thermistorOhm } from '../../hardware/parts/thermistor-part.ts';
import { Random } from '../../hardware/plant/random.ts';
import { allClear, judge } from '../../src/safety/interlocks.ts';
import type { Readings } from '../../src/safety/readings.ts';
import { channels } from '../../src/safety/readings.ts';
import { rules } from '../../src/safety/rules.ts';
import { noTrend, observe } from '../../src/safety/trend.ts';
import type { Trend } from '../../src/safety/trend.ts';
import { healthy } from './situations.ts';

export interface NoiseKind {
  /** LSB rms of each conversion. */
  readonly white?: number;
  /** The same for all channels. */
  readonly common?: number;
  readonly whileDriven?: number;
  /** On one conversion in twenty. */
  readonly burst?: number;
}

/** What has to be carried without a word, besides the half LSB of the converter itself. */
export const carried: Readonly<Record<string, NoiseKind>> = {
  'the converter alone': {},
  '1.5 LSB white': { white: 1.41 },
  '1 LSB common to all channels': { common: 1 },
  '2 LSB while driven': { whileDriven: 2 },
  '6 LSB on 5 % of the samples': { burst: 6 },
};

/** What is on the sensors, and what is driven, at one time. */
export interface Instant {
  readonly plateA: number;
  readonly plateB?: number;
  readonly heatsink?: number;
  readonly drive?: number;
  readonly targetC?: number;
  readonly noise?: NoiseKind;
  /** Plate A has no wire. */
  readonly openA?: boolean;
}

export interface Seen {
  /** Rules that acted, with the second in which they did. */
  readonly acted: readonly {
    readonly id: string;
    readonly atS: number;
    readonly reading: string;
  }[];
  /** Ticks in which a rule held the drive back. */
  readonly heldBack: number;
  readonly trend: Trend;
}

const tickS = 0.05;

/** Runs trend and rules over a stretch of time, two conversions a tick. */
export function watch(seed: number, seconds: number, instantAt: (atS: number) => Instant): Seen {
  const random = new Random(seed);
  const acted: { id: string; atS: number; reading: string }[] = [];
  let [trend, state, heldBack] = [noTrend, allClear, 0];
  let before: Readings | null = null;
  for (let tick = 0; tick < seconds / tickS; tick += 1) {
    const atS = tick * tickS;
    const nowMs = 1000 + tick * 50;
    const instant = instantAt(atS);
    const { drive = 0.3, targetC = 40 } = instant;
    const readings = { ...healthy.readings, ...convert(instant, drive, nowMs, random) };
    const permission = 'heatAndCool' as const;
    trend = observe(trend, {
      nowMs,
      dtMs: 50,
      readings,
      before,
      appliedDrive: drive,
      maxHeatDuty: 1,
      targetC,
      rampCPerS: 0.25,
      permission,
      connected: true,
      moduleCurrent: null,
      atRest: false,
      powered: drive !== 0,
      episode: 'phase 2',
    });
    const situation = { ...healthy, nowMs, readings, trend, appliedDrive: drive, permission };
    const judged = judge(rules, state, situation);
    state = judged.state;
    before = readings;
    if (!judged.clear) heldBack += 1;
    for (const { rule, found } of judged.verdicts)
      acted.push({ id: rule.id, atS, reading: english.reading(found) });
  }
  return { acted, heldBack, trend };
}

function convert(instant: Instant, drive: number, nowMs: number, random: Random) {
  const { white = 0, common = 0, whileDriven = 0, burst = 0 } = instant.noise ?? {};
  const { plateA, plateB = plateA, heatsink = 35 } = instant;
  const truth = { plateA, plateB, heatsink };
  const sums = { plateA: 0, plateB: 0, heatsink: 0 };
  for (let conversion = 0; conversion < 2; conversion += 1) {
    const shared = common * random.normal();
    for (const channel of channels) {
      const own = Math.hypot(0.5, white, drive === 0 ? 0 : whileDriven) * random.normal();
      const bursts = random.unit() < 0.05 ? burst * random.normal() : 0;
      const ohm = thermistorOhm(truth[channel]);
      const exact = (1024 * ohm) / (ohm + 10_000) + shared + own + bursts;
      const open = channel === 'plateA' && instant.openA === true;
      sums[channel] += open ? 1023 : Math.floor(exact);
    }
  }
  const of = (sum: number) => ({
    count: sum / 2,
    celsius: celsiusOf(sum / 2, nominalThermistor),
    atMs: nowMs,
  });
  return { plateA: of(sums.plateA), plateB: of(sums.plateB), heatsink: of(sums.heatsink) };
}
