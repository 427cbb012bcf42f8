/** Twenty minutes after a treatment the skin is looked at once more: until somebody has, nothing begins in that region. */
import { useEffect, useState } from 'preact/hooks';
import type { SkinLooksAnswer } from '../../server/contract/answers.ts';
import type { SkinAnswerRequest } from '../../server/contract/requests.ts';
import { plainWords } from '../../server/contract/plain-words.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { post } from '../net/api.ts';
import { Action } from '../parts/Confirm.tsx';
import { useLoaded } from '../parts/use-loaded.tsx';
import { WhatToSee } from './SkinCheck.tsx';
import { WhatIsWrong } from './WhatIsWrong.tsx';

type Owed = SkinLooksAnswer['looks'][number];

export function SkinLooks() {
  const { loaded, reload } = useLoaded<SkinLooksAnswer>('/skin-looks');
  if (loaded.kind !== 'here') return null;
  return (
    <>
      {loaded.value.looks.map((look) => (
        <SkinLook key={look.id} look={look} reload={reload} />
      ))}
    </>
  );
}

/** Seconds that are left of so many when it was said; the server decides when it is time. */
function useCountdown(saidS: number | null): number | null {
  const [passedS, setPassedS] = useState(0);
  useEffect(() => {
    setPassedS(0);
    if (saidS === null || saidS === 0) return undefined;
    const saidAt = Date.now();
    const timer = setInterval(() => {
      setPassedS((Date.now() - saidAt) / 1000);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [saidS]);
  return saidS === null ? null : Math.max(0, Math.ceil(saidS - passedS));
}

function SkinLook({ look, reload }: { readonly look: Owed; readonly reload: () => void }) {
  const { t, act, preferences } = useApp();
  const { id, label, asks } = look;
  const dueInS = useCountdown(look.dueInS);
  const tooSoon =
    dueInS === 0 ? null : t('later.wait', { time: dueInS === null ? '?' : clock(dueInS) });
  const say = (answer: SkinAnswerRequest): Promise<boolean> =>
    act(async () => {
      await post<SkinLooksAnswer>(`/skin-looks/${encodeURIComponent(id)}`, answer);
      reload();
      return undefined;
    });
  return (
    <section class="card check">
      <h2>{t('later.title', { site: label })}</h2>
      {asks === 'how' && <p class="question">{tooSoon ?? t('later.question')}</p>}
      {asks === 'how' && <WhatToSee after="cold" />}
      {asks === 'what' ? (
        <>
          <ul>
            {plainWords[preferences.language].reaction.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <WhatIsWrong label={t('later.keep')} say={say} />
        </>
      ) : (
        <div class="row">
          <Action
            primary
            label={t('later.fine')}
            disabledReason={tooSoon}
            onAct={() => void say({ answer: 'fine' })}
          />
          <Action
            label={t('later.notSure')}
            disabledReason={tooSoon}
            onAct={() => void say({ answer: 'notSure' })}
          />
          <Action
            label={t('check.sayWrong')}
            disabledReason={null}
            onAct={() => void say({ answer: 'wrong' })}
          />
        </div>
      )}
    </section>
  );
}
