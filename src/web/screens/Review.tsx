/** All of it once more before the start, with what the screening comes to. */
import type { PresetsAnswer, ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { presetNameIn } from '../i18n/preset-names.ts';
import { questionWordsIn, siteWordsIn } from '../i18n/screening.ts';
import { Action } from '../parts/Confirm.tsx';
import { DeclinedBefore, useKeepingDeclined } from '../parts/DeclinedBefore.tsx';
import { changedIn, isConfirmed } from '../state/declined.ts';
import { forecast } from '../state/draft.ts';
import type { Draft, Forecast } from '../state/draft.ts';
import { Fact } from './Ended.tsx';
import type { StepProps } from '../state/draft.ts';

interface ReviewProps extends StepProps {
  readonly known: PresetsAnswer;
  readonly questions: ScreeningAnswer;
  /** True where it was taken. */
  readonly onStart: () => Promise<boolean>;
  readonly onKept: (declined: ScreeningAnswer['declined']) => void;
}

export function Review({ draft, change, back, known, questions, onStart, onKept }: ReviewProps) {
  const { t, preferences } = useApp();
  const found = forecast(questions, draft, Date.now());
  const preset = known.presets.find(({ id }) => id === draft.preset);
  const site = questions.sites.find(({ id }) => id === draft.site);
  const decides = useKeepingDeclined({ draft, found, waits: false, onKept });
  const objection = startObjection(found, questions, draft);
  const start = async (): Promise<void> => {
    decides(true);
    decides(await onStart());
  };
  return (
    <section class="card narrow">
      <h2>{t('treat.review')}</h2>
      <dl class="facts">
        <Fact
          name={t('history.what')}
          value={
            preset === undefined
              ? t('treat.custom')
              : presetNameIn(preferences.language, preset.id, preset.planned.name).name
          }
        />
        <Fact
          name={t('treat.site')}
          value={site === undefined ? '–' : siteWordsIn(preferences.language, site).label}
        />
      </dl>
      <Verdict found={found} draft={draft} change={change} />
      <DeclinedBefore questions={questions} draft={draft} change={change} />
      <p class="soft">{t('treat.startHint')}</p>
      <div class="row">
        <Action label={t('common.back')} onAct={back} />
        <Action
          primary
          label={t('treat.start')}
          disabledReason={objection === null ? null : t(objection)}
          onAct={() => void start()}
        />
      </div>
    </section>
  );
}

const isAdmitted = ({ result }: Forecast, { clinician, reason }: Draft): boolean =>
  result === 'clear' ||
  result === 'care' ||
  (result === 'clinician' && clinician.trim() !== '' && reason.trim() !== '');

/** Why nothing can begin yet; null where it can. */
export function startObjection(
  found: Forecast,
  questions: ScreeningAnswer,
  draft: Draft,
): 'treat.reviewNever' | 'declined.changed' | null {
  if (!isAdmitted(found, draft)) return 'treat.reviewNever';
  return isConfirmed(changedIn(questions, draft), draft) ? null : 'declined.changed';
}

const titles = {
  clear: 'treat.reviewClear',
  care: 'treat.reviewCare',
  clinician: 'treat.reviewClinician',
  never: 'treat.reviewNever',
} as const;
const tones = { clear: 'good', care: 'warn', clinician: 'warn', never: 'bad' } as const;
const marks = { clear: '✓', care: '⚠', clinician: '⚠', never: '✕' } as const;

function Findings({ found: { doubts, problems, site } }: { readonly found: Forecast }) {
  const { language } = useApp().preferences;
  const there = site === null ? [] : [siteWordsIn(language, site)];
  const all = [
    ...doubts.map((words) => ({ words, language: 'en' as const })),
    ...problems
      .map((item) => questionWordsIn(language, item))
      .map(({ finding, language: its }) => ({ words: finding, language: its })),
    ...there.map(({ label, why, language: its }) => ({
      words: `${label}: ${why}`,
      language: its,
    })),
  ];
  return (
    <ul>
      {all.map(({ words, language: its }) => (
        <li key={words} lang={its}>
          {words}
        </li>
      ))}
    </ul>
  );
}

interface VerdictProps {
  readonly found: Forecast;
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
}

export function Verdict({ found, draft, change }: VerdictProps) {
  const { t } = useApp();
  return (
    <>
      <div class={`notice ${tones[found.result]}`}>
        <h3>
          {marks[found.result]} {t(titles[found.result])}
        </h3>
        <Findings found={found} />
      </div>
      {found.result === 'clinician' && (
        <div class="columns">
          <label class="field">
            <span class="label">{t('treat.clinician')}</span>
            <input
              value={draft.clinician}
              maxLength={60}
              onInput={({ currentTarget }) => {
                change({ clinician: currentTarget.value });
              }}
            />
          </label>
          <label class="field">
            <span class="label">{t('treat.clinicianPassword')}</span>
            <input
              type="password"
              autocomplete="off"
              value={draft.password}
              maxLength={200}
              onInput={({ currentTarget }) => {
                change({ password: currentTarget.value });
              }}
            />
          </label>
          <label class="field">
            <span class="label">{t('treat.reason')}</span>
            <input
              value={draft.reason}
              maxLength={200}
              onInput={({ currentTarget }) => {
                change({ reason: currentTarget.value });
              }}
            />
          </label>
        </div>
      )}
    </>
  );
}
