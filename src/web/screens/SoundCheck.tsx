/** A sound that nobody has heard is no alarm: it is proven before the start. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Action } from '../parts/Confirm.tsx';
import { arm, burst } from '../sound/speaker.ts';
import type { StepProps } from '../state/draft.ts';

export function SoundCheck({ next, back }: StepProps) {
  const { t, setSoundProven } = useApp();
  const [played, setPlayed] = useState<'not yet' | 'played' | 'refused'>('not yet');
  const play = async (): Promise<void> => {
    const armed = await arm();
    if (armed) burst('high');
    setPlayed(armed ? 'played' : 'refused');
  };
  return (
    <section class="card narrow">
      <h2>{t('treat.sound')}</h2>
      <p>{t('treat.soundText')}</p>
      <div class="row">
        <Action
          primary={played === 'not yet'}
          label={t('treat.soundPlay')}
          onAct={() => void play()}
        />
      </div>
      {played === 'refused' && <p class="notice warn">{t('treat.soundRefused')}</p>}
      {played !== 'not yet' && (
        <div class="row">
          {played === 'played' && (
            <Action
              primary
              label={t('treat.soundHeard')}
              onAct={() => {
                setSoundProven(true);
                next();
              }}
            />
          )}
          <Action
            label={t('treat.soundNot')}
            onAct={() => {
              setSoundProven(false);
              next();
            }}
          />
        </div>
      )}
      <div class="row">
        <Action label={t('common.back')} onAct={back} />
      </div>
    </section>
  );
}
