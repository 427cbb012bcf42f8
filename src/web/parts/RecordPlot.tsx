/** The whole curve of a record. */
import type { RecordAnswer, Samples } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';
import { flagsOf } from '../state/course.ts';
import type { Sample, Series } from '../state/series.ts';
import { Plot } from './Plot.tsx';

/** Where the power is cut by the software itself; the record's own limits may be narrower. */
const ceilings = { plateHotC: 43, plateColdC: 7 };

interface RecordPlotProps {
  readonly samples: Samples;
  readonly entries: RecordAnswer['entries'];
}

export function RecordPlot({ samples, entries }: RecordPlotProps) {
  const { t, view } = useApp();
  const series = seriesOf(samples, entries);
  return (
    <Plot
      series={series}
      flags={flagsOf(entries)}
      ceilings={view.live?.ceilings ?? ceilings}
      toleranceC={view.live?.toleranceC ?? 0.5}
      spanS={[0, Math.max(60, series.at(-1)?.t ?? 0)]}
      label={t('run.plot')}
    />
  );
}

/** Columns of the server as the samples of the page; the phase of each from the record's own phase lines. */
export function seriesOf(samples: Samples, entries: RecordAnswer['entries']): Series {
  const starts = entries.filter(({ type }) => type === 'phase');
  const settling = entries.find(
    ({ type, to }) => type === 'state' && (to === 'settling' || to === 'faulted'),
  );
  return samples.tS.flatMap((t, index): Sample[] => {
    if (t === null) return [];
    const started = [...starts].reverse().find((entry) => entry.t !== null && entry.t <= t);
    const over = settling !== undefined && settling.t !== null && t > settling.t;
    const phase = typeof started?.['phase'] === 'number' && !over ? started['phase'] : null;
    return [
      {
        t,
        phase,
        setpointC: samples.setpointC[index] ?? null,
        plateAC: samples.plateAC[index] ?? null,
        plateBC: samples.plateBC[index] ?? null,
        heatsinkC: samples.heatsinkC[index] ?? null,
        drive: samples.drive[index] ?? null,
      },
    ];
  });
}
