/** A wish that gives power or ends something is asked twice, in place: no dialog that could cover STOP. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

interface ConfirmProps {
  readonly label: string;
  /** What will happen. */
  readonly text: string;
  readonly confirm: string;
  readonly keep?: string;
  readonly onConfirm: () => void;
  readonly disabledReason?: string | null;
  readonly primary?: boolean;
}

export function Confirm({
  label,
  text,
  confirm,
  keep,
  onConfirm,
  disabledReason,
  primary,
}: ConfirmProps) {
  const { t } = useApp();
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <Action
        label={label}
        {...(primary === true ? { primary } : {})}
        disabledReason={disabledReason ?? null}
        onAct={() => {
          setAsked(true);
        }}
      />
    );
  }
  return (
    <div class="notice stack" tabIndex={-1} ref={question} role="group" aria-label={label}>
      <p>{text}</p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            setAsked(false);
            onConfirm();
          }}
        >
          {confirm}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            setAsked(false);
          }}
        >
          {keep ?? t('common.cancel')}
        </button>
      </div>
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly onAct: () => void;
  /** Why it cannot be done now; null: it can. */
  readonly disabledReason?: string | null;
  readonly primary?: boolean;
}

/** A button that stays reachable and says why, where it can do nothing. */
export function Action({ label, onAct, disabledReason = null, primary = false }: ActionProps) {
  const disabled = disabledReason !== null;
  return (
    <button
      type="button"
      class={`button wide ${primary ? 'primary' : ''}`}
      aria-disabled={disabled}
      title={disabledReason ?? undefined}
      onClick={() => {
        if (!disabled) onAct();
      }}
    >
      {label}
    </button>
  );
}
