/** The curve of the present treatment, from its record. */
import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { endOf, flagsOf } from '../state/course.ts';
import { lastOf } from '../state/series.ts';
import { isOnHold, plateC } from '../state/derive.ts';
import { useDegrees } from './Degrees.tsx';
import { Plot } from './Plot.tsx';

interface CoursePlotProps {
  readonly live: LiveState;
  /** Only the last so many seconds; all of the treatment where it is not given. */
  readonly lastS?: number;
}

const leastSpanS = 60;

export function CoursePlot({ live, lastS }: CoursePlotProps) {
  const { view } = useApp();
  const { course } = view;
  const endedS = lastS === undefined ? null : endOf(course.lines);
  const series = lastS === undefined ? course.series : lastOf(course.series, lastS, endedS);
  const endS = series.at(-1)?.t ?? 0;
  const wholeS = (live.contactAtS ?? 0) + (live.prescribed?.totalS ?? 0);
  const spanS: readonly [number, number] =
    lastS === undefined
      ? [0, Math.max(endS, wholeS, leastSpanS)]
      : [Math.max(0, endS - lastS), Math.max(endS, leastSpanS)];
  return (
    <Plot
      series={series}
      flags={flagsOf(course.lines)}
      ceilings={live.ceilings}
      toleranceC={live.toleranceC}
      spanS={spanS}
      label={usePlotWords(live)}
    />
  );
}

/** What the curve shows now, in one sentence. */
export function usePlotWords(live: LiveState): string {
  const { t } = useApp();
  const degrees = useDegrees();
  const { phase, readings } = live;
  if (phase === null) return t('run.plot');
  return t('run.plotText', {
    kind: t(`kind.${phase.kind}`),
    number: phase.number,
    total: phase.count,
    plate: degrees(plateC(readings, phase.kind)),
    target: isOnHold(live) ? t('run.neutral') : degrees(phase.setpointC),
    left: clock(phase.leftS),
  });
}
