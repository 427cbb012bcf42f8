/** What is wrong with the skin: asked wherever somebody says that something is. */
import { useState } from 'preact/hooks';
import type { CommandAnswer } from '../../server/contract/answers.ts';
import type { SkinAnswerRequest, SkinFinding } from '../../server/contract/requests.ts';
import { skinFindings } from '../../server/contract/skin-ids.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { Action } from '../parts/Confirm.tsx';

interface WhatIsWrongProps {
  /** What the answer does. */
  readonly label: string;
  readonly say: (answer: SkinAnswerRequest) => Promise<unknown>;
}

export function WhatIsWrong({ label, say }: WhatIsWrongProps) {
  const { t } = useApp();
  const [found, setFound] = useState<readonly SkinFinding[]>([]);
  return (
    <fieldset class="notice stack">
      <legend>{t('check.what')}</legend>
      {skinFindings.map((id) => (
        <label key={id} class="row">
          <input
            type="checkbox"
            checked={found.includes(id)}
            onChange={() => {
              setFound(found.includes(id) ? found.filter((one) => one !== id) : [...found, id]);
            }}
          />
          {t(`finding.${id}`)}
        </label>
      ))}
      <div class="row">
        <Action
          primary
          label={label}
          disabledReason={found.length === 0 ? t('check.what') : null}
          onAct={() => void say({ answer: 'wrong', findings: [...found] })}
        />
      </div>
    </fieldset>
  );
}

export function useSaying(): (answer: SkinAnswerRequest) => Promise<boolean> {
  const { act } = useApp();
  return (answer) => act(() => post<CommandAnswer>('/skin-check', answer));
}
