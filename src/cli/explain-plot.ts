/** The last minute as two text plots: temperatures with setpoint and limit, and the drive below. Pure. */
import type { FactKind } from '../words/facts.ts';
import { clockOf } from '../records/describe.ts';
import type { LineOf } from '../records/record-line.ts';
import type { Explanation } from '../report/explanation.ts';
import { windowS } from '../report/explanation-moment.ts';
import type { Tongue } from '../words/tongue.ts';
import { plotLines } from './plot.ts';
import type { PlotSeries } from './plot.ts';

type Sample = LineOf<'sample'>;
type Values = (number | null)[];

export interface PlotLook {
  readonly width: number;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly tongue: Tongue;
}

/** Hazards of a hot heatsink: with them its temperature matters to the explanation. */
const heatsinkHazards = ['H13', 'H14'];

/** Empty where the record has no sample of that time. */
export function lastMinutePlot(explanation: Explanation, look: PlotLook): string[] {
  const { samples, moment } = explanation;
  const { record: t } = look.tongue;
  const atS = moment?.atS ?? null;
  if (samples.length === 0 || atS === null) return [];
  const lastS = Math.floor(atS);
  const firstS = Math.max(0, lastS - windowS + 1);
  const each = (value: (sample: Sample) => number | null): Values => {
    const values: Values = Array.from({ length: lastS - firstS + 1 }, () => null);
    for (const sample of samples) {
      const second = Math.floor(sample.t ?? Number.NaN) - firstS;
      if (second in values) values[second] = value(sample);
    }
    return values;
  };
  const level = (name: string, value: number): PlotSeries => ({
    name,
    values: each(() => null).fill(value),
    style: 'level',
  });
  const limitC = limitLevelOf(explanation);
  const setpoint = {
    name: t('plot.setpoint'),
    values: each(({ setpointC }) => setpointC),
    style: 'level',
  } as const;
  const temperatures: PlotSeries[] = [
    { name: t('plot.plateA'), values: each(({ plateAC }) => plateAC) },
    { name: t('plot.plateB'), values: each(({ plateBC }) => plateBC) },
    ...(heatsinkMatters(explanation)
      ? [{ name: t('plot.heatsink'), values: each(({ heatsinkC }) => heatsinkC) }]
      : []),
    setpoint,
  ];
  const levels =
    limitC === null
      ? scaleOf(look.tongue, temperatures, setpoint)
      : [level(t('plot.limit', { limit: limitC }), limitC)];
  const drive: PlotSeries[] = [
    {
      name: t('plot.drive'),
      values: each((sample) => (sample.drive === null ? null : 100 * sample.drive)),
    },
    level(t('plot.off'), 0),
  ];
  const xLabels = [clockOf(firstS), clockOf(lastS)] as const;
  return [
    ...plotLines({
      ...look,
      series: [...temperatures, ...levels],
      height: 10,
      yLabel: '°C',
      xLabels,
    }),
    ...plotLines({ ...look, series: drive, height: 5, yLabel: '%', xLabels }),
  ];
}

/** Kinds of findings in which a sensor reads a temperature that is held against one. */
const levelKinds: ReadonlySet<string> = new Set<FactKind>([
  'reads',
  'reads-for',
  'reads-or-at-once',
  'heatsink-rising',
]);

const stillWithinC = 2;

/** A plate that holds still would fill the plot with its noise: two lines beside the setpoint give the scale. */
function scaleOf(
  { record: t }: Tongue,
  temperatures: readonly PlotSeries[],
  setpoint: PlotSeries,
): PlotSeries[] {
  const shown = temperatures
    .flatMap(({ values }) => values)
    .filter((value): value is number => value !== null);
  if (Math.max(...shown) - Math.min(...shown) >= stillWithinC) return [];
  const beside = (name: string, byC: number): PlotSeries => ({
    name,
    values: setpoint.values.map((value) => (value === null ? null : value + byC)),
    style: 'level',
  });
  return [beside(t('plot.above'), 1), beside(t('plot.below'), -1)];
}

function heatsinkMatters({ hazards, rule, found, reading }: Explanation): boolean {
  return (
    hazards.some(({ id }) => heatsinkHazards.includes(id)) ||
    found?.['channel'] === 'heatsink' ||
    /heatsink|fan/.test(found === null ? `${rule ?? ''} ${reading ?? ''}` : (rule ?? ''))
  );
}

/**
 * A limit that is a temperature: only where the record says that a sensor reads a temperature and that a temperature
 * is the limit. A difference, a rate or a jump is no level, and a rule may be newer than this program. A record of format 1
 * has it in words.
 */
export function limitLevelOf({
  found,
  reading,
  limit,
}: Pick<Explanation, 'found' | 'reading' | 'limit'>): number | null {
  if (found !== null) {
    const { kind, value, unit, limit: level } = found;
    const isRead = levelKinds.has(kind) && unit === '°C' && typeof value === 'number';
    return isRead && typeof level === 'number' ? level : null;
  }
  if (reading === null || limit === null) return null;
  if (!/\breads -?\d+(?:\.\d+)? °C$/.test(reading)) return null;
  const level = /^(-?\d+(?:\.\d+)?) °C(?![\w/])/.exec(limit)?.[1];
  return level === undefined ? null : Number(level);
}
