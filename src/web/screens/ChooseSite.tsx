import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { siteWordsIn } from '../i18n/screening.ts';
import { Action } from '../parts/Confirm.tsx';
import type { StepProps } from '../state/draft.ts';

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
        {offered.map((site) => (
          <label key={site.id} class={`choice ${draft.site === site.id ? 'is-chosen' : ''}`}>
            <input
              type="radio"
              name="site"
              checked={draft.site === site.id}
              disabled={site.rating === 'absolute'}
              onChange={() => {
                change({ site: site.id });
              }}
            />
            <SiteName site={site} />
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

function SiteName({ site }: { readonly site: ChooseSiteProps['sites'][number] }) {
  const { t, preferences } = useApp();
  const { label, why, language } = siteWordsIn(preferences.language, site);
  const never = site.rating === 'absolute';
  return (
    <span lang={language}>
      <strong>{label}</strong>
      {site.rating !== 'none' && (
        <span class={never ? 'is-bad' : 'is-warn'} lang={preferences.language}>
          <br />
          {never ? '✕ ' : '⚠ '}
          {t(never ? 'treat.siteNever' : 'treat.siteCare', { why })}
        </span>
      )}
    </span>
  );
}
