/**
 * Something is wrong with the skin after all: it can be said at any time of the newest treatment of a region, also after
 * everybody called it fine. What it bars is said before and after.
 */
import { useState } from 'preact/hooks';
import type { SkinLooksAnswer } from '../../server/contract/answers.ts';
import { plainWords } from '../../server/contract/plain-words.ts';
import type { SkinAnswerRequest } from '../../server/contract/requests.ts';
import { useApp } from '../app-context.ts';
import { lookSiteIn } from '../i18n/screening.ts';
import { post } from '../net/api.ts';
import { Action } from '../parts/Confirm.tsx';
import { useLoaded } from '../parts/use-loaded.tsx';
import { WhatIsWrong } from './WhatIsWrong.tsx';

type Newest = SkinLooksAnswer['newest'][number];
type Say = (answer: SkinAnswerRequest) => Promise<boolean>;

/** Says how the skin is after that treatment; `onSaid` runs once the server has it. */
export function useSayingLater(id: string, onSaid: () => void): Say {
  const { act } = useApp();
  return (answer) =>
    act(async () => {
      await post<SkinLooksAnswer>(`/skin-looks/${encodeURIComponent(id)}`, answer);
      onSaid();
      return undefined;
    });
}

interface LateReactionProps {
  readonly newest: Newest;
  readonly onSaid: () => void;
}

/** Of one region. */
export function LateReaction({ newest, onSaid }: LateReactionProps) {
  const { t, session, preferences } = useApp();
  const { id, open } = newest;
  const { label } = lookSiteIn(preferences.language, newest);
  const [asked, setAsked] = useState(false);
  const say = useSayingLater(id, () => {
    setAsked(false);
    onSaid();
  });
  return (
    <div class="stack">
      {open && (
        <div class="notice bad" role="status">
          <h3>{plainWords[preferences.language].reactionTitle}</h3>
          <p>
            {label}: {t('late.barred')}
          </p>
          <ul>
            {plainWords[preferences.language].reaction.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <Action
        label={`${label}: ${t('check.sayWrong')}`}
        disabledReason={session?.person?.role === 'viewer' ? t('common.notAllowed') : null}
        onAct={() => {
          setAsked(!asked);
        }}
      />
      {asked && <WhatIsWrong label={t('late.report')} say={say} bars />}
    </div>
  );
}

/** Where one treatment is shown, as long as it is the newest of its region. */
export function LateReactionOf({ id }: { readonly id: string }) {
  const { t } = useApp();
  const { loaded, reload } = useLoaded<SkinLooksAnswer>('/skin-looks');
  const newest = loaded.kind === 'here' ? loaded.value.newest.find((one) => one.id === id) : null;
  if (newest == null) return null;
  return (
    <section class="card" aria-label={t('late.title')}>
      <h2>{t('late.title')}</h2>
      <LateReaction newest={newest} onSaid={reload} />
    </section>
  );
}
