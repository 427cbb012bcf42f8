/** The curve of a treatment: redrawn once a second at most, and not at all while nobody can see it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { clock, inUnit, unitLabel } from '../i18n/format.ts';
import type { Flag } from '../state/course.ts';
import { columnsOf, shadesOf } from '../state/series.ts';
import type { Columns, Series } from '../state/series.ts';
import { Legend } from './Legend.tsx';
import { makeChart } from './plot-chart.ts';
import type { Chart } from './plot-chart.ts';
import { Degrees } from './Degrees.tsx';

export interface Ceilings {
  readonly plateHotC: number;
  readonly plateColdC: number;
}

interface PlotProps {
  readonly series: Series;
  readonly flags: readonly Flag[];
  readonly ceilings: Ceilings;
  readonly toleranceC: number;
  /** The shown stretch, seconds of the treatment. */
  readonly spanS: readonly [number, number];
  readonly label: string;
  readonly height?: number;
}

const redrawMs = 1000;

export function Plot(props: PlotProps) {
  const { t, preferences } = useApp();
  const { unit, language, theme } = preferences;
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const newest = useRef(props);
  newest.current = props;
  const drawn = useRef<Columns | null>(null);
  const [point, setPoint] = useState<number | null>(null);
  const { toleranceC, height = 300 } = props;

  useEffect(() => {
    if (host.current === null) return undefined;
    const element = host.current;
    const words = {
      temperature: unitLabel(unit),
      drive: t('run.drive'),
      unit,
      language,
      toleranceC,
    };
    const made = makeChart(element, words, setPoint);
    made.resize(element.clientWidth, height);
    chart.current = made;
    const draw = (): void => {
      if (document.hidden) return;
      drawn.current = show(made, newest.current, unit, t('run.limit'));
    };
    const stopDrawing = everySecond(draw);
    const onSize = new ResizeObserver(() => {
      made.resize(element.clientWidth, height);
    });
    onSize.observe(element);
    return () => {
      stopDrawing();
      onSize.disconnect();
      made.destroy();
    };
  }, [unit, language, theme, toleranceC, height, t]);

  return (
    <figure class="plots">
      <div ref={host} role="img" aria-label={props.label} data-points={props.series.length} />
      <figcaption class="stack">
        <Legend />
        <PointWords columns={drawn.current} at={point} />
      </figcaption>
    </figure>
  );
}

function everySecond(draw: () => void): () => void {
  draw();
  const timer = setInterval(draw, redrawMs);
  document.addEventListener('visibilitychange', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', draw);
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', draw);
  };
}

function show(chart: Chart, props: PlotProps, unit: 'C' | 'F', limitWords: string): Columns {
  const { series, flags, ceilings, spanS } = props;
  const columns = columnsOf(series);
  const limit = (celsius: number) => ({ value: inUnit(celsius, unit), label: limitWords });
  chart.show(
    columns,
    {
      shades: shadesOf(series),
      flags,
      limits: [limit(ceilings.plateHotC), limit(ceilings.plateColdC)],
    },
    spanS,
  );
  return columns;
}

/** What lies under the pointer, in words; stays there until the pointer moves on. */
function PointWords({
  columns,
  at,
}: {
  readonly columns: Columns | null;
  readonly at: number | null;
}) {
  const { t } = useApp();
  if (columns === null || at === null) return <p class="plot-tip" />;
  return (
    <p class="plot-tip">
      {clock(columns.t[at] ?? null)} · {t('run.plateA')} <Degrees celsius={columns.plateAC[at]} /> ·{' '}
      {t('run.plateB')} <Degrees celsius={columns.plateBC[at]} /> · {t('run.setpoint')}{' '}
      <Degrees celsius={columns.setpointC[at]} /> · {t('run.heatsink')}{' '}
      <Degrees celsius={columns.heatsinkC[at]} />
    </p>
  );
}
