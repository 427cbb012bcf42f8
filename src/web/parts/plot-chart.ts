/** Two uPlot charts one above the other: temperatures, and the drive below them. */
import uPlot from 'uplot';
import { clock, decimal, inUnit } from '../i18n/format.ts';
import type { TemperatureUnit } from '../i18n/format.ts';
import type { Language } from '../../words/language.ts';
import type { Columns } from '../state/series.ts';
import { colour, drawMarks, drawShades, lineStyles } from './plot-options.ts';
import type { LineStyle, PlotMarks } from './plot-options.ts';

/** The therapeutic range and its ceilings: a scale that follows the data would make a still plate look wild. */
const rangeC = [4, 54] as const;

export interface ChartWords {
  readonly temperature: string;
  readonly drive: string;
  readonly unit: TemperatureUnit;
  readonly language: Language;
  readonly toleranceC: number;
}

export interface Chart {
  show(columns: Columns, marks: PlotMarks, spanS: readonly [number, number]): void;
  resize(width: number, height: number): void;
  destroy(): void;
}

const noMarks: PlotMarks = { shades: [], flags: [], limits: [] };

/** @param onPoint the index of the moment under the pointer, or null */
export function makeChart(
  host: HTMLElement,
  words: ChartWords,
  onPoint: (index: number | null) => void,
): Chart {
  let marks = noMarks;
  const width = host.clientWidth;
  const key = `treatment-${chartCount++}`;
  const temperatures = new uPlot(
    {
      ...common(width, 300, key),
      series: [{}, ...temperatureSeries()],
      bands: [{ series: [6, 5], fill: `${colour('--soft')}33` }],
      scales: {
        x: { time: false },
        y: { range: [inUnit(rangeC[0], words.unit), inUnit(rangeC[1], words.unit)] },
      },
      axes: [timeAxis(), valueAxis(words.temperature, (v) => decimal(v, 0, words.language))],
      hooks: {
        drawClear: [
          (plot) => {
            drawShades(plot, marks.shades);
          },
        ],
        draw: [
          (plot) => {
            drawMarks(plot, marks);
          },
        ],
        setCursor: [
          ({ cursor }) => {
            onPoint(cursor.idx ?? null);
          },
        ],
      },
    },
    [[], [], [], [], [], [], []],
    host,
  );
  const drive = driveChart(host, words, key, () => marks);
  return {
    show(columns, newMarks, [min, max]) {
      marks = newMarks;
      temperatures.setData(temperatureData(columns, words), false);
      drive.setData([[...columns.t], columns.drive.map(inPercent)], false);
      for (const plot of [temperatures, drive]) plot.setScale('x', { min, max });
    },
    resize(newWidth, height) {
      temperatures.setSize({ width: newWidth, height });
      drive.setSize({ width: newWidth, height: driveHeight });
    },
    destroy() {
      temperatures.destroy();
      drive.destroy();
    },
  };
}

const driveHeight = 120;

function driveChart(
  host: HTMLElement,
  words: ChartWords,
  key: string,
  marksNow: () => PlotMarks,
): uPlot {
  return new uPlot(
    {
      ...common(host.clientWidth, driveHeight, key),
      series: [{}, { ...stroke(lineStyles.plateA), fill: `${colour('--soft')}44` }],
      scales: { x: { time: false }, y: { range: [-100, 100] } },
      axes: [timeAxis(), valueAxis(words.drive, (v) => `${v} %`, [-100, 0, 100])],
      hooks: {
        drawClear: [
          (plot) => {
            drawShades(plot, marksNow().shades);
          },
        ],
      },
    },
    [[], []],
    host,
  );
}

let chartCount = 0;

const inPercent = (drive: number | null): number | null => (drive === null ? null : drive * 100);

const common = (width: number, height: number, key: string) => ({
  width,
  height,
  legend: { show: false },
  cursor: { sync: { key }, drag: { x: false, y: false }, points: { size: 7 } },
});

const stroke = ({ colour: name, dash, width }: LineStyle): uPlot.Series => ({
  stroke: () => colour(name),
  dash: [...dash],
  width,
  points: { show: false },
  spanGaps: false,
});

function temperatureSeries(): uPlot.Series[] {
  const edge: uPlot.Series = { stroke: 'transparent', points: { show: false } };
  return [
    { ...stroke(lineStyles.setpoint), points: { show: false } },
    stroke(lineStyles.heatsink),
    stroke(lineStyles.plateA),
    stroke(lineStyles.plateB),
    edge,
    edge,
  ];
}

function temperatureData(columns: Columns, { unit, toleranceC }: ChartWords): uPlot.AlignedData {
  const shown = (values: readonly (number | null)[], offsetC = 0): (number | null)[] =>
    values.map((value) => (value === null ? null : inUnit(value + offsetC, unit)));
  return [
    [...columns.t],
    shown(columns.setpointC),
    shown(columns.heatsinkC),
    shown(columns.plateAC),
    shown(columns.plateBC),
    shown(columns.setpointC, -toleranceC),
    shown(columns.setpointC, toleranceC),
  ];
}

const timeAxis = (): uPlot.Axis => ({
  stroke: () => colour('--soft'),
  grid: { stroke: () => colour('--line'), width: 1 },
  ticks: { show: false },
  values: (_plot, splits) => splits.map((s) => clock(s)),
  incrs: [10, 30, 60, 120, 300, 600, 1200],
  space: 64,
});

function valueAxis(
  label: string,
  words: (value: number) => string,
  splits?: readonly number[],
): uPlot.Axis {
  return {
    label,
    labelSize: 20,
    size: 52,
    stroke: () => colour('--soft'),
    grid: { stroke: () => colour('--line'), width: 1 },
    ticks: { show: false },
    values: (_plot, values) => values.map(words),
    ...(splits === undefined ? {} : { splits: [...splits] }),
  };
}
