/**
 * Twenty minutes after a treatment the skin is looked at once more: until somebody has, nothing begins in that region. And
 * at any time somebody may find that something is wrong after all.
 */
import type { SkinLooksAnswer } from '../../server/contract/answers.ts';
import { plainWords } from '../../server/contract/plain-words.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { lookSiteIn } from '../i18n/screening.ts';
import { Action } from '../parts/Confirm.tsx';
import { useAskingAgain, useCountdown } from '../parts/use-countdown.ts';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { LateReaction, useSayingLater } from './LateReaction.tsx';
import { WhatToSee } from './SkinCheck.tsx';
import { WhatIsWrong } from './WhatIsWrong.tsx';

type Owed = SkinLooksAnswer['looks'][number];

/** @param onSaid what bars a start may be another thing now */
export function SkinLooks({ onSaid }: { readonly onSaid: () => void }) {
  const asked = useLoaded<SkinLooksAnswer>('/skin-looks');
  const { loaded, reload } = asked;
  const waits = loaded.kind === 'here' && loaded.value.looks.some(({ dueInS }) => dueInS !== 0);
  useAskingAgain(waits, reload);
  const said = (): void => {
    reload();
    onSaid();
  };
  return <When {...asked}>{(answer) => <Looks answer={answer} onSaid={said} />}</When>;
}

interface LooksProps {
  readonly answer: SkinLooksAnswer;
  readonly onSaid: () => void;
}

function Looks({ answer: { looks, newest }, onSaid: said }: LooksProps) {
  const { t } = useApp();
  const answered = newest.filter(({ id }) => !looks.some((look) => look.id === id));
  return (
    <>
      {looks.map((look) => (
        <SkinLook key={look.id} look={look} onSaid={said} />
      ))}
      {answered.length > 0 && (
        <section class="card" aria-label={t('late.title')}>
          <h2>{t('late.title')}</h2>
          {answered.map((one) => (
            <LateReaction key={one.id} newest={one} onSaid={said} />
          ))}
        </section>
      )}
    </>
  );
}

function SkinLook({ look, onSaid }: { readonly look: Owed; readonly onSaid: () => void }) {
  const { t, preferences } = useApp();
  const { id, asks } = look;
  const { label } = lookSiteIn(preferences.language, look);
  const dueInS = useCountdown(look.dueInS);
  const tooSoon =
    dueInS === 0 ? null : t('later.wait', { time: dueInS === null ? '?' : clock(dueInS) });
  const say = useSayingLater(id, onSaid);
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
