/** How it ended: why, in words, first; then what to do; then the figures (a fault is never shown as "completed"). */
import type { SkinLooksAnswer } from '../../server/contract/answers.ts';
import type { LiveState } from '../../server/contract/live-state.ts';
import { hasReacted } from '../../server/contract/plain-words.ts';
import { useApp } from '../app-context.ts';
import { alarmWordsIn } from '../i18n/alarms.ts';
import { endingIn, factIn } from '../i18n/facts.ts';
import { clock, decimal } from '../i18n/format.ts';
import { Action, Confirm } from '../parts/Confirm.tsx';
import { CoursePlot } from '../parts/CoursePlot.tsx';
import { Given } from '../parts/Given.tsx';
import { useDegrees } from '../parts/Degrees.tsx';
import { Afterwards } from '../parts/Told.tsx';
import { useLoaded } from '../parts/use-loaded.tsx';
import { LateReaction } from './LateReaction.tsx';
import { useBlocked } from './RunControls.tsx';
import { SkinCheck } from './SkinCheck.tsx';
import { useSaying, WhatIsWrong } from './WhatIsWrong.tsx';

export function Ended({ live }: { readonly live: LiveState }) {
  const { t } = useApp();
  const { session, trip, treatmentId } = live;
  const isOpen = useBlocked(live)('answerSkinCheck') === null && live.contactAtS !== null;
  const late = useLate({ live, isOpen });
  const outcome = withLate(live.outcome, late);
  const title =
    session === 'settling'
      ? t('end.settling')
      : t(`end.${outcome?.outcome ?? (session === 'faulted' ? 'faulted' : 'not known')}`);
  const bad =
    session === 'faulted' ||
    outcome?.outcome === 'faulted' ||
    outcome?.outcome === 'undelivered' ||
    outcome?.outcome === 'not known';
  return (
    <>
      {live.skinCheck !== null && <SkinCheck live={live} />}
      <section class="card">
        <h1 class={bad ? 'is-bad' : ''}>{title}</h1>
        {outcome !== null && <EndReason outcome={outcome} />}
        <PlateNow live={live} />
        {outcome?.coldFinish === false && outcome.skin !== null && !hasReacted(outcome.skin) && (
          <p class="notice">{t('end.coldFinishNow')}</p>
        )}
        {trip !== null && <TripFacts trip={trip} />}
        <EndActions live={live} />
      </section>
      {outcome !== null && outcome.phases.length > 0 && (
        <Afterwards skin={outcome.skin} restMinutes={live.prescribed?.restMinutes ?? null} />
      )}
      <SayLate live={live} isOpen={isOpen} {...late} />
      {outcome !== null && <Figures outcome={outcome} />}
      <section class="card">
        <h2>{t('end.lastMinute')}</h2>
        <CoursePlot live={live} lastS={60} />
        {treatmentId !== null && (
          <a class="button" href={`#/record/${encodeURIComponent(treatmentId)}`}>
            {t('end.record')}
          </a>
        )}
      </section>
    </>
  );
}

interface Late {
  /** This treatment, where the records have it as the newest of its region. */
  readonly newest: SkinLooksAnswer['newest'][number] | null;
  readonly reload: () => void;
}

/** Once the record is closed, what is said of the skin is kept beside it; before, it is told to the treatment itself. */
function useLate({ live, isOpen }: { readonly live: LiveState; readonly isOpen: boolean }): Late {
  const { treatmentId, skinCheck, outcome } = live;
  const isOver = skinCheck === null && !isOpen && outcome !== null;
  const { loaded, reload } = useLoaded<SkinLooksAnswer>(isOver ? '/skin-looks' : null);
  const here = isOver && loaded.kind === 'here' ? loaded.value.newest : [];
  return { newest: here.find(({ id }) => id === treatmentId) ?? null, reload };
}

const withLate = (outcome: LiveState['outcome'], { newest }: Late): LiveState['outcome'] =>
  outcome?.skin == null || newest?.open !== true
    ? outcome
    : { ...outcome, skin: { ...outcome.skin, reacted: true } };

interface SayLateProps extends Late {
  readonly live: LiveState;
  readonly isOpen: boolean;
}

/** At any time, not only while somebody asks. */
function SayLate({ live, isOpen, newest, reload }: SayLateProps) {
  const { t } = useApp();
  const say = useSaying();
  if (live.skinCheck !== null || (!isOpen && newest === null)) return null;
  return (
    <section class="card" aria-label={t('late.title')}>
      <h2>{t('late.title')}</h2>
      {isOpen && <WhatIsWrong label={t('late.report')} say={say} bars />}
      {!isOpen && newest !== null && <LateReaction newest={newest} onSaid={reload} />}
    </section>
  );
}

function PlateNow({ live }: { readonly live: LiveState }) {
  const { t } = useApp();
  const { preferences } = useApp();
  const degrees = useDegrees();
  const { plateAC, plateBC } = live.readings;
  const why = factIn(preferences, live.settlingFound, live.settlingWhy ?? '');
  // Declined: the plate was never near the skin, and was never driven.
  if (live.session === 'declined') return null;
  if (live.safeToTouch) return <p class="notice good">✓ {t('end.safe')}</p>;
  return (
    <div class="notice bad">
      <h2>⚠ {t('end.remove')}</h2>
      <p>
        {t('end.removeText', { temperature: `${degrees(plateAC)} / ${degrees(plateBC)}` })}
        {live.settlingWhy !== null && <span lang={why.language}> {why.text}</span>}
      </p>
    </div>
  );
}

/** Why, in the language of the page where it is known as a fact, with what a cold finish or a phase lacked. */
function EndReason({ outcome }: { readonly outcome: NonNullable<LiveState['outcome']> }) {
  const { preferences } = useApp();
  const { text, language } = endingIn(preferences, outcome);
  return (
    <p class="reason" lang={language}>
      {text}
    </p>
  );
}

function TripFacts({ trip }: { readonly trip: NonNullable<LiveState['trip']> }) {
  const { t, preferences } = useApp();
  const english = { text: trip.message, remedy: trip.remedy };
  const reading = factIn(preferences, trip.found, trip.reading ?? t('common.noReading'), 'reading');
  const limit = factIn(preferences, trip.found, trip.limit ?? '–', 'limit');
  const { remedy, language } = alarmWordsIn(preferences.language, trip.rule, english);
  return (
    <div class="stack">
      <dl class="facts" lang={reading.language}>
        <Fact name={t('end.rule')} value={trip.rule} />
        <Fact name={t('end.reading')} value={reading.text} />
        <Fact name={t('end.limit')} value={limit.text} />
      </dl>
      <div class="notice warn">
        <h2>{t('end.do')}</h2>
        <p lang={language}>{remedy}</p>
      </div>
    </div>
  );
}

function Figures({ outcome }: { readonly outcome: NonNullable<LiveState['outcome']> }) {
  const { t, preferences } = useApp();
  const number = (value: number | null, digits: number): string =>
    value === null ? t('common.notKnown') : decimal(value, digits, preferences.language);
  const { coldFinish, durationS, cem43Min, coldMinutes, coldDegreeMinutes, phases } = outcome;
  const finish =
    coldFinish === null
      ? 'end.coldFinishNone'
      : coldFinish
        ? 'end.coldFinishYes'
        : 'end.coldFinishNo';
  return (
    <section class="card">
      <dl class="facts">
        <Fact name={t('end.duration')} value={clock(durationS)} />
        <Fact name={t('run.heatDose')} value={t('common.cem43', { value: number(cem43Min, 3) })} />
        <Fact
          name={t('run.coldDose')}
          value={t('common.coldMinutes', {
            minutes: number(coldMinutes, 1),
            degreeMinutes: number(coldDegreeMinutes, 0),
          })}
        />
        <Fact name={t('end.coldFinish')} value={t(finish)} />
      </dl>
      {phases.length > 0 && <h2>{t('end.atSetpoint')}</h2>}
      <dl class="facts">
        {phases.map(({ phase, kind, ...measured }) => (
          <div key={phase}>
            <dt>
              {phase}. {t(`kind.${kind}`)}
            </dt>
            <dd>
              <Given {...measured} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function EndActions({ live }: { readonly live: LiveState }) {
  const { t, command } = useApp();
  const blocked = useBlocked(live);
  if (live.session === 'settling') return null;
  return (
    <div class="row">
      {live.session === 'faulted' ? (
        <Confirm
          label={t('end.reset')}
          text={t('end.resetText')}
          confirm={t('end.resetConfirm')}
          disabledReason={blocked('reset')}
          onConfirm={() => void command('reset')}
        />
      ) : (
        <Action
          primary
          label={t('end.acknowledge')}
          disabledReason={blocked('acknowledgeEnd')}
          onAct={() => void command('acknowledgeEnd')}
        />
      )}
    </div>
  );
}
