/** The text twin of the plot: what each sensor says now, and minute by minute. */
import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { clock, decimal } from '../i18n/format.ts';
import { perMinute } from '../state/series.ts';
import { usePlotWords } from './CoursePlot.tsx';
import { Degrees } from './Degrees.tsx';
import { ReadAloud } from './ReadAloud.tsx';

export function ReadingsTable({ live }: { readonly live: LiveState }) {
  const { t, preferences, view } = useApp();
  const words = usePlotWords(live);
  const percent = decimal(live.drive * 100, 0, preferences.language);
  return (
    <>
      <dl class="facts">
        <Fact name={t('run.plateA')} celsius={live.readings.plateAC} />
        <Fact name={t('run.plateB')} celsius={live.readings.plateBC} />
        <Fact name={t('run.setpoint')} celsius={live.setpointC} />
        <Fact name={t('run.heatsink')} celsius={live.readings.heatsinkC} />
        <div>
          <dt>{t('run.drive')}</dt>
          <dd class="reading">{percent} %</dd>
        </div>
      </dl>
      <details>
        <summary>{t('run.readings')}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={t('run.readings')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('run.flagTime')}</th>
                <th scope="col">{t('run.plateA')}</th>
                <th scope="col">{t('run.plateB')}</th>
                <th scope="col">{t('run.setpoint')}</th>
                <th scope="col">{t('run.heatsink')}</th>
              </tr>
            </thead>
            <tbody>
              {perMinute(view.course.series).map((row) => (
                <tr key={row.t}>
                  <th scope="row">{clock(row.t)}</th>
                  <td>
                    <Degrees celsius={row.plateAC} />
                  </td>
                  <td>
                    <Degrees celsius={row.plateBC} />
                  </td>
                  <td>
                    <Degrees celsius={row.setpointC} />
                  </td>
                  <td>
                    <Degrees celsius={row.heatsinkC} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <ReadAloud label={t('run.readAloud')} words={words} />
    </>
  );
}

function Fact({ name, celsius }: { readonly name: string; readonly celsius: number | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="reading">
        <Degrees celsius={celsius} />
      </dd>
    </div>
  );
}
