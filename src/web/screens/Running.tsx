/** A treatment under way: what happens, what comes next, how much is left. */
import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { CoursePlot } from '../parts/CoursePlot.tsx';
import { Degrees, useDegrees } from '../parts/Degrees.tsx';
import { DoseMeters } from '../parts/DoseMeters.tsx';
import { ReadingsTable } from '../parts/ReadingsTable.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { isOnHold, plateC } from '../state/derive.ts';
import { RunControls } from './RunControls.tsx';
import { SkinCheck } from './SkinCheck.tsx';

export function Running({ live }: { readonly live: LiveState }) {
  const { t } = useApp();
  return (
    <>
      {live.skinCheck !== null && <SkinCheck live={live} />}
      <section class="card" aria-label={t('run.whole')}>
        <Now live={live} />
        <Timeline phases={live.prescribed?.phases ?? []} now={live.phase} />
        <NextLine live={live} />
        <RunControls live={live} />
      </section>
      <section class="card" aria-label={t('run.plot')}>
        <CoursePlot live={live} />
        <ReadingsTable live={live} />
      </section>
      {live.dose !== null && (
        <section class="card">
          <h2>{t('run.dose')}</h2>
          <DoseMeters dose={live.dose} />
        </section>
      )}
    </>
  );
}

function Now({ live }: { readonly live: LiveState }) {
  const { t } = useApp();
  const degrees = useDegrees();
  const { phase, session, readings, leftS } = live;
  if (phase === null) return null;
  const kind = t(`kind.${phase.kind}`);
  const headline =
    session === 'checking'
      ? t('state.checking')
      : session === 'paused'
        ? t('run.paused', { kind })
        : kind;
  return (
    <div class="now">
      <div class={`phase-name is-${phase.kind}`}>
        <p>{t('run.phase', { number: phase.number, total: phase.count })}</p>
        <h1 class="big">{headline}</h1>
        <p class="soft">
          {t('run.toSetpoint', {
            target: isOnHold(live) ? t('run.neutral') : degrees(phase.setpointC),
          })}
        </p>
      </div>
      <div>
        <p class="soft">{t('run.leftPhase')}</p>
        <p class="big reading">{clock(phase.leftS)}</p>
        <p class="soft">
          {t('run.leftAll')} <strong class="mono">{clock(leftS)}</strong>
        </p>
      </div>
      <div>
        <p class="soft">{t('run.plate')}</p>
        <p class="big reading">
          <Degrees celsius={plateC(readings, phase.kind)} />
        </p>
        {!isOnHold(live) && (
          <p class="soft">
            {t('run.setpoint')} <Degrees celsius={live.setpointC ?? phase.setpointC} />
          </p>
        )}
      </div>
    </div>
  );
}

function NextLine({ live: { nextPhase } }: { readonly live: LiveState }) {
  const { t } = useApp();
  const degrees = useDegrees();
  const words =
    nextPhase === null
      ? t('run.nextEnd')
      : t('run.nextPhase', {
          kind: t(`kind.${nextPhase.kind}`),
          target: degrees(nextPhase.setpointC),
          minutes: Math.round(nextPhase.dwellS / 6) / 10,
        });
  return (
    <p>
      <strong>{t('run.next')}:</strong> {words}
    </p>
  );
}
