import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { Action } from '../parts/Confirm.tsx';
import type { StepProps } from './Wizard.tsx';

interface ChooseSiteProps extends StepProps {
  readonly sites: ScreeningAnswer['sites'];
  /** No person can be on this board. */
  readonly imaginary: boolean;
}

export function ChooseSite({ draft, change, next, back, sites, imaginary }: ChooseSiteProps) {
  const { t } = useApp();
  const offered = sites.filter(({ imaginaryOnly }) => imaginary || !imaginaryOnly);
  return (
    <fieldset class="card">
      <legend class="unseen">{t('treat.site')}</legend>
      <h2 aria-hidden="true">{t('treat.site')}</h2>
      <div class="columns sites">
        {offered.map(({ id, label, rating, why }) => (
          <label key={id} class={`choice ${draft.site === id ? 'is-chosen' : ''}`}>
            <input
              type="radio"
              name="site"
              checked={draft.site === id}
              disabled={rating === 'absolute'}
              onChange={() => {
                change({ site: id });
              }}
            />
            <span lang="en">
              <strong>{label}</strong>
              {rating !== 'none' && (
                <span class={rating === 'absolute' ? 'is-bad' : 'is-warn'} lang={undefined}>
                  <br />
                  {rating === 'absolute' ? '✕ ' : '⚠ '}
                  {t(rating === 'absolute' ? 'treat.siteNever' : 'treat.siteCare', { why })}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div class="row">
        <Action label={t('common.back')} onAct={back} />
        <Action
          primary
          label={t('common.next')}
          disabledReason={draft.site === null ? t('treat.site') : null}
          onAct={next}
        />
      </div>
    </fieldset>
  );
}
