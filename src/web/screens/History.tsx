import { RowReason } from '../parts/RowReason.tsx';
import { useState } from 'preact/hooks';
import type { SkinLooksAnswer } from '../../server/contract/answers.ts';
import type { RecordRow, RecordsAnswer } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';
import { clock, moment } from '../i18n/format.ts';
import { localeFor } from '../preferences.ts';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { OutcomeTag, VerdictTag } from '../parts/tags.tsx';

export function History() {
  const { t } = useApp();
  const records = useLoaded<RecordsAnswer>('/records?limit=100');
  return (
    <>
      <h1>{t('history.title')}</h1>
      <When {...records}>{(answer) => <RecordList answer={answer} />}</When>
    </>
  );
}

function RecordList({ answer: { records, older } }: { readonly answer: RecordsAnswer }) {
  const { t } = useApp();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { loaded } = useLoaded<SkinLooksAnswer>('/skin-looks');
  const newest = loaded.kind === 'here' ? loaded.value.newest : [];
  if (records.length === 0) return <p class="card">{t('history.empty')}</p>;
  const [one, other] = chosen;
  const choose = (id: string): void => {
    setChosen((before) =>
      before.includes(id) ? before.filter((known) => known !== id) : [...before, id].slice(-2),
    );
  };
  return (
    <section class="card">
      <div class="row">
        <p class="soft" style={{ flex: 1 }}>
          {t('history.compareHint')}
        </p>
        {one !== undefined && other !== undefined && (
          <a
            class="button"
            href={`#/compare/${encodeURIComponent(one)}/${encodeURIComponent(other)}`}
          >
            {t('history.compare')}
          </a>
        )}
      </div>
      <ul class="list">
        {records.map((row) => (
          <RecordItem
            key={row.id}
            row={row}
            chosen={chosen.includes(row.id)}
            newest={row.verdict !== 'running' && newest.some(({ id }) => id === row.id)}
            onChoose={() => {
              choose(row.id);
            }}
          />
        ))}
      </ul>
      {older > 0 && <p class="soft">{t('history.older', { count: older })}</p>}
    </section>
  );
}

interface RecordItemProps {
  readonly row: RecordRow;
  readonly chosen: boolean;
  /** Of its region: a late reaction of the skin is said of it. */
  readonly newest: boolean;
  readonly onChoose: () => void;
}

function RecordItem({ row, chosen, newest, onChoose }: RecordItemProps) {
  const { t, preferences } = useApp();
  const when =
    row.startedAt === null ? row.id : moment(row.startedAt, localeFor(preferences.language));
  return (
    <li class="record">
      <input
        type="checkbox"
        checked={chosen}
        onChange={onChoose}
        aria-label={t('history.choose', { id: when })}
      />
      <div class="stack">
        <div class="row">
          <a href={`#/record/${encodeURIComponent(row.id)}`}>
            <strong>{when}</strong>
          </a>
          <span lang="en">{row.name}</span>
          <span class="mono soft">{clock(row.durationS)}</span>
        </div>
        <div class="row">
          <OutcomeTag outcome={row.outcome} />
          <VerdictTag verdict={row.verdict} />
          {row.simulated === true && <span class="tag">{t('history.simulated')}</span>}
          {row.bench === true && <span class="tag">{t('history.bench')}</span>}
        </div>
        <RowReason row={row} />
        {newest && <a href={`#/record/${encodeURIComponent(row.id)}`}>{t('late.title')}</a>}
      </div>
    </li>
  );
}
