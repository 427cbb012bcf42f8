/** Two treatments, one over the other, from the first contact on. */
import { RowReason } from '../parts/RowReason.tsx';
import type { CompareAnswer } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';
import { clock, moment } from '../i18n/format.ts';
import { localeFor } from '../preferences.ts';
import { CompareCurves } from '../parts/CompareCurves.tsx';
import { OutcomeTag } from '../parts/tags.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';

export function Compare({ ids }: { readonly ids: readonly [string, string] }) {
  const { t, preferences } = useApp();
  const answer = useLoaded<CompareAnswer>(
    `/records/compare?ids=${ids.map(encodeURIComponent).join(',')}`,
  );
  return (
    <>
      <h1>{t('compare.title')}</h1>
      <section class="card">
        <p class="soft">{t('compare.text')}</p>
        <When {...answer}>
          {({ records }) => (
            <>
              <CompareCurves records={records} />
              <ul class="columns">
                {records.map(({ row }, index) => (
                  <li key={row.id} class="stack">
                    <strong>
                      <span aria-hidden="true">{index === 0 ? '━━ ' : '╌╌ '}</span>
                      {row.startedAt === null
                        ? row.id
                        : moment(row.startedAt, localeFor(preferences.language))}
                    </strong>
                    <span class="row">
                      <OutcomeTag outcome={row.outcome} />
                      <span class="mono">{clock(row.durationS)}</span>
                    </span>
                    <RowReason row={row} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </When>
      </section>
    </>
  );
}
