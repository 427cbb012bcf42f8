/** What is in force, each limit with its reason and its source; and a prescription to try against them. */
import { useState } from 'preact/hooks';
import type { LimitsAnswer, Planned, PresetsAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { decimal, exact, inUnit, unitLabel } from '../i18n/format.ts';
import { Editor } from '../parts/Editor.tsx';
import { PlannedView } from '../parts/PlannedView.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';

export function Limits() {
  const { t } = useApp();
  const limits = useLoaded<LimitsAnswer>('/limits');
  const presets = useLoaded<PresetsAnswer>('/prescriptions');
  return (
    <>
      <h1>{t('limits.title')}</h1>
      <When {...presets}>{(known) => <Trial known={known} />}</When>
      <When {...limits}>{(answer) => <LimitTable answer={answer} />}</When>
    </>
  );
}

function Trial({ known }: { readonly known: PresetsAnswer }) {
  const { t } = useApp();
  const [text, setText] = useState(
    () => known.presets.find(({ id }) => id === known.defaultPreset)?.yaml ?? '',
  );
  const [planned, setPlanned] = useState<Planned | null>(null);
  return (
    <section class="card">
      <h2>{t('limits.editor')}</h2>
      <p class="soft">{t('limits.editorText')}</p>
      <label class="field">
        <span class="label">{t('limits.template')}</span>
        <select
          onChange={({ currentTarget }) => {
            const chosen = known.presets.find(({ id }) => id === currentTarget.value);
            if (chosen !== undefined) setText(chosen.yaml);
          }}
        >
          {known.presets.map(({ id, planned: { name } }) => (
            <option key={id} value={id} selected={id === known.defaultPreset}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="columns">
        <Editor text={text} onText={setText} onPlanned={setPlanned} />
        <div class="stack">{planned !== null && <PlannedView planned={planned} />}</div>
      </div>
    </section>
  );
}

type Limit = LimitsAnswer['limits'][number];

function LimitTable({ answer: { file, limits } }: { readonly answer: LimitsAnswer }) {
  const { t } = useApp();
  return (
    <section class="card">
      <h2>{file === null ? t('limits.builtIn') : t('limits.fromFile', { file })}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('limits.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('limits.what')}</th>
              <th scope="col">{t('limits.clinic')}</th>
              <th scope="col">{t('limits.device')}</th>
              <th scope="col">{t('limits.why')}</th>
            </tr>
          </thead>
          <tbody>
            {limits.map((limit) => (
              <tr key={limit.field}>
                <th scope="row" lang="en">
                  {limit.label}
                </th>
                <td>
                  <RangeWords range={limit.clinic} unit={limit.unit} />
                </td>
                <td>
                  <RangeWords range={limit.device} unit={limit.unit} />
                </td>
                <td lang="en">
                  {limit.reason}
                  <br />
                  <small class="soft">{limit.source}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RangeWordsProps {
  readonly range: Limit['clinic'];
  readonly unit: string;
}

function RangeWords({ range, unit }: RangeWordsProps) {
  const { preferences } = useApp();
  if (range === null) return <>–</>;
  const fahrenheit = preferences.unit === 'F' && unit === '°C';
  const number = (value: number): string =>
    fahrenheit
      ? decimal(inUnit(value, 'F'), 1, preferences.language)
      : exact(value, preferences.language);
  const shown = fahrenheit ? unitLabel('F') : unit;
  const { min, max } = range;
  const words =
    min === null
      ? `≤ ${max === null ? '–' : number(max)}`
      : max === null
        ? `≥ ${number(min)}`
        : `${number(min)} … ${number(max)}`;
  return (
    <span class="mono nowrap">
      {words} {shown}
    </span>
  );
}
