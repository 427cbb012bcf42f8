/** A problem that is there, and that a clinician may have seen before: who, when, and whether it is new or worse since. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import type { Word, YesNo } from '../state/draft.ts';
import { Action } from './Confirm.tsx';

interface ClinicianWordProps {
  readonly kind: 'known' | 'healed';
  /** What was told last, of this problem or of another one. */
  readonly before: Word | undefined;
  /** Null: nobody has seen it. */
  readonly told: (word: Word | null) => void;
}

export function ClinicianWord({ kind, before, told }: ClinicianWordProps) {
  const { t } = useApp();
  const [clinician, setClinician] = useState(before?.clinician ?? '');
  const [seenOn, setSeenOn] = useState(before?.seenOn ?? '');
  const first = useRef<HTMLInputElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    first.current?.focus();
  }, []);
  const isWhole = clinician.trim() !== '' && /^\d{4}-\d\d-\d\d$/.test(seenOn);
  const tell = (newOrWorse: YesNo) => () => {
    told({ clinician: clinician.trim(), seenOn, newOrWorse });
  };
  const missing = isWhole ? null : t('word.missing');
  return (
    <>
      <p>{t(kind === 'known' ? 'word.known' : 'word.healed')}</p>
      <div class="columns">
        <label class="field">
          <span class="label">{t('word.clinician')}</span>
          <input
            ref={first}
            value={clinician}
            maxLength={60}
            onInput={({ currentTarget }) => {
              setClinician(currentTarget.value);
            }}
          />
        </label>
        <label class="field">
          <span class="label">{t('word.seenOn')}</span>
          <input
            type="date"
            value={seenOn}
            onInput={({ currentTarget }) => {
              setSeenOn(currentTarget.value);
            }}
          />
        </label>
      </div>
      <div class="row">
        <Action label={t('word.same')} disabledReason={missing} onAct={tell('no')} />
        <Action label={t('word.worse')} disabledReason={missing} onAct={tell('yes')} />
        <Action
          label={t('word.none')}
          onAct={() => {
            told(null);
          }}
        />
      </div>
    </>
  );
}
