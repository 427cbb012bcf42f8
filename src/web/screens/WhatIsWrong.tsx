/** What is wrong with the skin: asked wherever somebody says that something is. */
import { useState } from 'preact/hooks';
import type { CommandAnswer } from '../../server/contract/answers.ts';
import type { SkinAnswerRequest, SkinFinding } from '../../server/contract/requests.ts';
import { skinFindings } from '../../server/contract/skin-ids.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { Action, Confirm } from '../parts/Confirm.tsx';

interface WhatIsWrongProps {
  /** What the answer does. */
  readonly label: string;
  readonly say: (answer: SkinAnswerRequest) => Promise<unknown>;
  /** Nobody has said yet that anything is wrong: what saying it bars is to be confirmed. */
  readonly bars?: true;
}

export function WhatIsWrong({ label, say, bars }: WhatIsWrongProps) {
  const { t } = useApp();
  const [found, setFound] = useState<readonly SkinFinding[]>([]);
  const disabledReason = found.length === 0 ? t('check.what') : null;
  const sayIt = (): void => void say({ answer: 'wrong', findings: [...found] });
  return (
    <fieldset class="notice stack">
      <legend>{t('check.what')}</legend>
      {skinFindings.map((id) => (
        <label key={id} class="row">
          <input
            type="checkbox"
            checked={found.includes(id)}
            onChange={() => {
              setFound((before) =>
                before.includes(id) ? before.filter((one) => one !== id) : [...before, id],
              );
            }}
          />
          {t(`finding.${id}`)}
        </label>
      ))}
      <div class="row">
        {bars === undefined ? (
          <Action primary label={label} disabledReason={disabledReason} onAct={sayIt} />
        ) : (
          <Confirm
            primary
            label={label}
            text={`${t('late.bars')} ${t('late.barred')}`}
            confirm={t('late.confirm')}
            disabledReason={disabledReason}
            onConfirm={sayIt}
          />
        )}
      </div>
    </fieldset>
  );
}

export function useSaying(): (answer: SkinAnswerRequest) => Promise<boolean> {
  const { act } = useApp();
  return (answer) => act(() => post<CommandAnswer>('/skin-check', answer));
}
