/** One treatment: how it ended and why, how far its record can be trusted, its whole curve, and what happened. */
import { RowReason } from '../parts/RowReason.tsx';
import type { RecordAnswer, Samples } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';
import { clock, moment } from '../i18n/format.ts';
import { localeFor } from '../preferences.ts';
import { addressOf } from '../net/api.ts';
import { RecordPlot } from '../parts/RecordPlot.tsx';
import { Given } from '../parts/Given.tsx';
import { OutcomeTag, VerdictTag } from '../parts/tags.tsx';
import { useDegrees } from '../parts/Degrees.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { entryWords } from '../state/entry-words.ts';
import { LateReactionOf } from './LateReaction.tsx';

export function RecordPage({ id }: { readonly id: string }) {
  const { t } = useApp();
  const path = `/records/${encodeURIComponent(id)}`;
  const record = useLoaded<RecordAnswer>(path);
  const samples = useLoaded<Samples>(`${path}/samples`);
  return (
    <>
      <h1>{t('record.title')}</h1>
      <When {...record}>
        {(answer) => (
          <>
            <Head answer={answer} onVerify={record.reload} path={path} />
            {answer.row.verdict !== 'running' && <LateReactionOf id={id} />}
            <section class="card" aria-label={t('run.plot')}>
              <When {...samples}>
                {(columns) => <RecordPlot samples={columns} entries={answer.entries} />}
              </When>
            </section>
            <Phases phases={answer.phases} />
            <Entries entries={answer.entries} />
          </>
        )}
      </When>
    </>
  );
}

interface HeadProps {
  readonly answer: RecordAnswer;
  readonly onVerify: () => void;
  readonly path: string;
}

function Head({ answer: { row, verification }, onVerify, path }: HeadProps) {
  const { t, preferences } = useApp();
  const { provenLines, text, because, verdict } = verification;
  return (
    <section class="card">
      <div class="row">
        <OutcomeTag outcome={row.outcome} />
        {row.simulated === true && <span class="tag">{t('history.simulated')}</span>}
        {row.bench === true && <span class="tag">{t('history.bench')}</span>}
      </div>
      <RowReason row={row} kind="reason" />
      <dl class="facts">
        <div>
          <dt>{t('history.when')}</dt>
          <dd>
            {row.startedAt === null
              ? t('common.notKnown')
              : moment(row.startedAt, localeFor(preferences.language))}
          </dd>
        </div>
        <div>
          <dt>{t('history.what')}</dt>
          <dd lang="en">{row.name ?? t('common.notKnown')}</dd>
        </div>
        <div>
          <dt>{t('end.duration')}</dt>
          <dd>{clock(row.durationS)}</dd>
        </div>
      </dl>
      <div class="row">
        <strong>{t('record.verification')}</strong>
        <VerdictTag verdict={verdict} />
        <span lang="en">
          {text} ({provenLines}
          {verdict === 'intact' ? '' : `; ${because}`})
        </span>
      </div>
      <div class="row">
        <button type="button" class="button" onClick={onVerify}>
          {t('record.verify')}
        </button>
        <a class="button primary" href={addressOf(`${path}/export?format=html`)} download>
          {t('record.exportReport')}
        </a>
        <a class="button" href={addressOf(`${path}/export?format=csv`)} download>
          {t('record.exportCsv')}
        </a>
        <a class="button" href={addressOf(`${path}/export?format=json`)} download>
          {t('record.exportJson')}
        </a>
      </div>
    </section>
  );
}

function Phases({ phases }: { readonly phases: RecordAnswer['phases'] }) {
  const { t } = useApp();
  const degrees = useDegrees();
  if (phases.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('record.phases')}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('record.phases')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('record.phases')}</th>
              <th scope="col">{t('run.setpoint')}</th>
              <th scope="col">{t('run.flagTime')}</th>
              <th scope="col">{t('record.range')}</th>
              <th scope="col">{t('end.atSetpoint')}</th>
            </tr>
          </thead>
          <tbody>
            {phases.map((span) => (
              <tr key={span.fromS}>
                <th scope="row" class={`is-${span.kind}`}>
                  {span.phase}. {t(`kind.${span.kind}`)}
                </th>
                <td>{degrees(span.setpointC)}</td>
                <td>
                  {clock(span.fromS)} – {clock(span.toS)}
                </td>
                <td>
                  {degrees(span.plateMinC)} … {degrees(span.plateMaxC)}
                </td>
                <td>
                  <Given {...span} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Entries({ entries }: { readonly entries: RecordAnswer['entries'] }) {
  const { t } = useApp();
  return (
    <section class="card">
      <details>
        <summary>{t('record.events')}</summary>
        <ol class="list" lang="en">
          {entries.map((entry) => (
            <li key={entry.seq} class="row">
              <span class="mono soft">{clock(entry.t)}</span>
              <span>{entryWords(entry)}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
