/** The curves of a report. Pure. */
import { svgPlot } from '../plots/svg-plot.ts';
import type { Point, SvgCurve } from '../plots/svg-plot.ts';
import type { PhaseSpan } from '../records/course.ts';
import { linesOf } from '../records/outcome.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';

type Sample = LineOf<'sample'>;

const curvesOf = (samples: readonly Sample[], unitS: number): SvgCurve[] => {
  const curve = (name: string, value: (sample: Sample) => number | null): SvgCurve => ({
    name,
    points: samples.map((sample): Point => [
      (sample.t ?? Number.NaN) / unitS,
      value(sample) ?? Number.NaN,
    ]),
  });
  return [
    curve('plate sensor A', ({ plateAC }) => plateAC),
    curve('plate sensor B', ({ plateBC }) => plateBC),
    curve('setpoint', ({ setpointC }) => setpointC),
    curve('heatsink', ({ heatsinkC }) => heatsinkC),
  ];
};

/** Hundreds of points say all that a page of paper can show; the first and the last are kept. */
const mostPoints = 900;

/** Empty where nothing was measured. */
export function courseFigure(lines: readonly RecordLine[], phases: readonly PhaseSpan[]): string {
  const all = linesOf(lines, 'sample');
  const step = Math.max(1, Math.ceil(all.length / mostPoints));
  const samples = all.filter((_, index) => index % step === 0 || index === all.length - 1);
  if (samples.length === 0) return '';
  return svgPlot({
    title: 'Plate and heatsink',
    xLabel: 'minutes',
    yLabel: '°C',
    xRange: [0, (samples.at(-1)?.t ?? 0) / 60],
    bands: phases.flatMap(({ kind, fromS, toS }) =>
      fromS === null || toS === null ? [] : [{ kind, from: fromS / 60, to: toS / 60 }],
    ),
    curves: curvesOf(samples, 60),
  });
}

export const lastMinuteFigure = (samples: readonly Sample[]): string =>
  samples.length < 2
    ? ''
    : svgPlot({
        title: 'The last minute before it',
        xLabel: 'seconds of the treatment',
        yLabel: '°C',
        curves: curvesOf(samples, 1),
      });
