import type { Planned, PresetsAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { presetNameIn } from '../i18n/preset-names.ts';
import { Action } from '../parts/Confirm.tsx';
import { PlannedView } from '../parts/PlannedView.tsx';
import { Editor } from '../parts/Editor.tsx';
import { useState } from 'preact/hooks';
import type { StepProps } from '../state/draft.ts';

export function ChoosePrescription({
  draft,
  change,
  next,
  known,
}: StepProps & { readonly known: PresetsAnswer }) {
  const { t } = useApp();
  const [checked, setChecked] = useState<Planned | null>(null);
  const own = draft.preset === null && draft.yaml !== '';
  const chosen = own ? undefined : (draft.preset ?? known.defaultPreset);
  const planned = known.presets.find(({ id }) => id === chosen)?.planned ?? null;
  const shown = own ? checked : planned;
  const first = known.presets.find(({ id }) => id === known.defaultPreset)?.yaml ?? '';
  return (
    <div class="columns">
      <fieldset class="card">
        <legend class="unseen">{t('treat.choose')}</legend>
        <h2 aria-hidden="true">{t('treat.choose')}</h2>
        {known.presets.map((preset) => (
          <PresetChoice
            key={preset.id}
            preset={preset}
            chosen={chosen === preset.id}
            onChoose={() => {
              change({ preset: preset.id });
            }}
          />
        ))}
        <label class={`choice ${own ? 'is-chosen' : ''}`}>
          <input
            type="radio"
            name="prescription"
            checked={own}
            onChange={() => {
              change({ preset: null, yaml: draft.yaml === '' ? first : draft.yaml });
            }}
          />
          <strong>{t('treat.custom')}</strong>
        </label>
        <NotOffered known={known} />
      </fieldset>
      <section class="card">
        {own && (
          <Editor
            text={draft.yaml}
            onText={(yaml) => {
              change({ yaml });
            }}
            onPlanned={setChecked}
          />
        )}
        {shown !== null && <PlannedView planned={shown} preset={chosen} />}
        <div class="row">
          <Action
            primary
            label={t('common.next')}
            disabledReason={
              shown === null || shown.blockedBy.length > 0 ? t('treat.blocked') : null
            }
            onAct={() => {
              if (chosen !== undefined) change({ preset: chosen });
              next();
            }}
          />
        </div>
      </section>
    </div>
  );
}

interface PresetChoiceProps {
  readonly preset: PresetsAnswer['presets'][number];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function PresetChoice({ preset: { id, basis, planned }, chosen, onChoose }: PresetChoiceProps) {
  const { preferences } = useApp();
  const { name, language } = presetNameIn(preferences.language, id, planned.name);
  return (
    <label class={`choice ${chosen ? 'is-chosen' : ''}`}>
      <input type="radio" name="prescription" checked={chosen} onChange={onChoose} />
      <span>
        <strong lang={language}>{name}</strong> <span class="mono">· {clock(planned.totalS)}</span>
        <br />
        <span class="soft" lang="en">
          {basis}
        </span>
      </span>
    </label>
  );
}

function NotOffered({ known: { notOffered } }: { readonly known: PresetsAnswer }) {
  const { t } = useApp();
  if (notOffered.length === 0) return null;
  return (
    <details>
      <summary>{t('treat.notOffered')}</summary>
      <ul class="list" lang="en">
        {notOffered.map(({ id, name, why }) => (
          <li key={id}>
            <strong>{name}</strong>
            {why.map((line) => (
              <p key={line} class="soft">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
