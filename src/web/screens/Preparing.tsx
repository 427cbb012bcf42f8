/** Before the skin: the self-test as it happens, the plate on its way to cold, and the moment of "safe to apply". */
import { factIn } from '../i18n/facts.ts';
import { useEffect } from 'preact/hooks';
import type { LiveState, SelfTestStep } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { siteNameIn } from '../i18n/screening.ts';
import { Action } from '../parts/Confirm.tsx';
import { CoursePlot } from '../parts/CoursePlot.tsx';
import { useDegrees } from '../parts/Degrees.tsx';
import { chime } from '../sound/speaker.ts';
import { plateC } from '../state/derive.ts';
import { useBlocked } from './RunControls.tsx';

export function Preparing({ live }: { readonly live: LiveState }) {
  const { t, command } = useApp();
  const degrees = useDegrees();
  const testing = live.session === 'selfTest';
  const target = degrees(live.prescribed?.phases[0]?.setpointC);
  return (
    <>
      <section class="card">
        <h1>{testing ? t('prepare.selfTest') : t('prepare.cooling', { target })}</h1>
        <p class="question">{t(testing ? 'prepare.selfTestText' : 'prepare.coolingText')}</p>
        {!testing && <p class="big is-cold reading">{degrees(plateC(live.readings, 'cold'))}</p>}
        <SelfTest steps={live.selfTest} />
        <div class="row">
          <Action
            label={t('prepare.cancel')}
            disabledReason={useBlocked(live)('cancel')}
            onAct={() => void command('cancel')}
          />
        </div>
      </section>
      <section class="card" aria-label={t('run.plot')}>
        <CoursePlot live={live} />
      </section>
    </>
  );
}

const marks = { waiting: '○', running: '◔', passed: '✓', failed: '✕' } as const;
const tones = { waiting: '', running: '', passed: 'is-good', failed: 'is-bad' } as const;

function SelfTest({ steps }: { readonly steps: readonly SelfTestStep[] }) {
  const { t, preferences } = useApp();
  return (
    <ol class="list">
      {steps.map(({ id, label, verdict, detail, found }) => {
        const step = factIn(preferences, { kind: `stage-${id}` }, label);
        const why = factIn(preferences, found, detail ?? '');
        return (
          <li key={id} class="row">
            <span class={`tag ${tones[verdict]}`}>
              <span aria-hidden="true">{marks[verdict]}</span>
              {t(`step.${verdict}`)}
            </span>
            <span lang={step.language}>
              {step.text}
              {detail !== null && (
                <span class="soft" lang={why.language}>
                  {' '}
                  {why.text}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export function SafeToApply({ live }: { readonly live: LiveState }) {
  const { t, command, preferences } = useApp();
  const degrees = useDegrees();
  const blocked = useBlocked(live);
  useEffect(chime, []);
  const site =
    live.prescribed === null
      ? t('common.notKnown')
      : siteNameIn(preferences.language, live.prescribed.site);
  return (
    <section class="card safe">
      <h1 class="big is-good">✓ {t('apply.title')}</h1>
      <p class="question">
        {t('apply.text', { temperature: degrees(plateC(live.readings, 'cold')), site })}
      </p>
      <div class="row">
        <Action
          primary
          label={t('apply.confirm')}
          disabledReason={blocked('confirmContact')}
          onAct={() => void command('confirmContact')}
        />
        <Action
          label={t('prepare.cancel')}
          disabledReason={blocked('cancel')}
          onAct={() => void command('cancel')}
        />
      </div>
      <p class="soft mono">{t('apply.left', { time: clock(live.contactLeftS) })}</p>
    </section>
  );
}
