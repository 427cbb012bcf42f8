/** The curves of a report. Pure. */
import { svgPlot } from '../plots/svg-plot.ts';
import type { Point, SvgCurve } from '../plots/svg-plot.ts';
import type { PhaseSpan } from '../records/course.ts';
import { linesOf } from '../records/outcome.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';
import type { Tongue } from '../words/tongue.ts';

type Sample = LineOf<'sample'>;

const curvesOf = (
  { report: t, record }: Tongue,
  samples: readonly Sample[],
  unitS: number,
): SvgCurve[] => {
  const curve = (name: string, value: (sample: Sample) => number | null): SvgCurve => ({
    name,
    points: samples.map((sample): Point => [
      (sample.t ?? Number.NaN) / unitS,
      value(sample) ?? Number.NaN,
    ]),
  });
  return [
    curve(t('figure.plateA'), ({ plateAC }) => plateAC),
    curve(t('figure.plateB'), ({ plateBC }) => plateBC),
    curve(record('plot.setpoint'), ({ setpointC }) => setpointC),
    curve(record('plot.heatsink'), ({ heatsinkC }) => heatsinkC),
  ];
};

/** Hundreds of points say all that a page of paper can show; the first and the last are kept. */
const mostPoints = 900;

/** Empty where nothing was measured. */
export function courseFigure(
  tongue: Tongue,
  lines: readonly RecordLine[],
  phases: readonly PhaseSpan[],
): string {
  const { report: t, record } = tongue;
  const all = linesOf(lines, 'sample');
  const step = Math.max(1, Math.ceil(all.length / mostPoints));
  const samples = all.filter((_, index) => index % step === 0 || index === all.length - 1);
  if (samples.length === 0) return '';
  return svgPlot({
    title: t('figure.course'),
    describe: (names) => t('figure.over', { y: '°C', x: t('figure.minutes'), names }),
    xLabel: t('figure.minutes'),
    yLabel: '°C',
    xRange: [0, (samples.at(-1)?.t ?? 0) / 60],
    bands: phases.flatMap(({ kind, fromS, toS }) =>
      fromS === null || toS === null
        ? []
        : [
            {
              kind,
              label: record(`kind.${kind}`),
              from: fromS / 60,
              to: toS / 60,
            },
          ],
    ),
    curves: curvesOf(tongue, samples, 60),
  });
}

export function lastMinuteFigure(tongue: Tongue, samples: readonly Sample[]): string {
  const { report: t } = tongue;
  if (samples.length < 2) return '';
  return svgPlot({
    title: t('figure.lastMinute'),
    describe: (names) => t('figure.over', { y: '°C', x: t('figure.seconds'), names }),
    xLabel: t('figure.seconds'),
    yLabel: '°C',
    curves: curvesOf(tongue, samples, 1),
  });
}
