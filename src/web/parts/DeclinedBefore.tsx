/** What was declined within the last day: shown before a start; what is answered otherwise now is confirmed by name. */
import { useEffect, useRef } from 'preact/hooks';
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import type { DeclinedAnswer, DeclinedRow } from '../../server/contract/declined.ts';
import { useApp } from '../app-context.ts';
import { moment } from '../i18n/format.ts';
import { questionWordsIn, siteWordsIn } from '../i18n/screening.ts';
import { post } from '../net/api.ts';
import { localeFor } from '../preferences.ts';
import { changedIn, declinedFor, declinedRequestOf, isConfirmed } from '../state/declined.ts';
import { itemsOf } from '../state/draft.ts';
import type { Draft, Forecast, Item } from '../state/draft.ts';

interface DeclinedBeforeProps {
  readonly questions: ScreeningAnswer;
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
}

export function DeclinedBefore({ questions, draft, change }: DeclinedBeforeProps) {
  const { t, session } = useApp();
  const rows = declinedFor(questions, draft);
  const changed = changedIn(questions, draft);
  if (rows.length === 0) return null;
  return (
    <div class="notice warn stack">
      <h3>⚠ {t('declined.title')}</h3>
      <ul>
        {rows.map((row) => (
          <Declined key={JSON.stringify(row)} row={row} questions={questions} />
        ))}
      </ul>
      {changed.length > 0 && (
        <>
          <p>{t('declined.changed')}</p>
          <ul>
            {changed.map(({ item, before, now }) => (
              <li key={item.id}>
                <AskedBefore item={item} /> {t(`common.${before}`)} → {t(`common.${now}`)}
              </li>
            ))}
          </ul>
          <label class="row">
            <input
              type="checkbox"
              checked={isConfirmed(changed, draft)}
              onChange={({ currentTarget: { checked } }) => {
                change({ confirmed: checked ? changed.map(({ item: { id } }) => id) : [] });
              }}
            />
            {t('declined.confirm', { name: session?.person?.name ?? '–' })}
          </label>
        </>
      )}
    </div>
  );
}

function AskedBefore({ item }: { readonly item: Item }) {
  const { question, language } = questionWordsIn(useApp().preferences.language, item);
  return <span lang={language}>{question}</span>;
}

interface DeclinedProps {
  readonly row: DeclinedRow;
  readonly questions: ScreeningAnswer;
}

function Declined({ row: { at, label, result, answers }, questions }: DeclinedProps) {
  const { t, preferences } = useApp();
  const items = itemsOf(questions.parts);
  const when = at === null ? t('common.notKnown') : moment(at, localeFor(preferences.language));
  // It is told by its English name only, which is that of one site.
  const known = questions.sites.find((one) => one.label === label);
  const site =
    known === undefined
      ? { label, language: 'en' as const }
      : siteWordsIn(preferences.language, known);
  const findings = answers.map(({ id }) => {
    const item = items.find((one) => one.id === id);
    return item === undefined
      ? { id, finding: id, language: 'en' as const }
      : { id, ...questionWordsIn(preferences.language, item) };
  });
  const how = result === 'needsClinician' ? 'treat.reviewClinician' : 'treat.reviewNever';
  return (
    <li>
      {when}, <span lang={site.language}>{site.label}</span>: {t(how)}:{' '}
      {findings.map(({ id, finding, language }, number) => (
        <span key={id} lang={language}>
          {number > 0 && '; '}
          {finding}
        </span>
      ))}
    </li>
  );
}

interface Shown {
  readonly draft: Draft;
  readonly found: Forecast;
  /** A session waits for its screening already. */
  readonly waits: boolean;
  readonly onKept: (declined: DeclinedAnswer['declined']) => void;
}

/**
 * What is shown to end in no treatment is put on record: at once where nobody can decide otherwise; where a clinician may,
 * when somebody leaves without a decision. @returns tells that a decision is on its way, or was not taken
 */
export function useKeepingDeclined({ draft, found, waits, onKept }: Shown): (on: boolean) => void {
  const { act } = useApp();
  const decided = useRef(false);
  const request = declinedRequestOf({ ...draft, confirmed: [] }, waits);
  const body = JSON.stringify(request);
  const { result } = found;
  useEffect(() => {
    if (result !== 'never' && result !== 'clinician') return undefined;
    const keep = (): void => {
      if (decided.current) return;
      void act(async () => {
        // Also while the page goes away.
        const more = { keepalive: true };
        const { declined } = await post<DeclinedAnswer>('/screening/declined', request, more);
        onKept(declined);
        return undefined;
      });
    };
    if (result === 'never') {
      keep();
      return undefined;
    }
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [result, body]);
  return (on) => {
    decided.current = on;
  };
}
