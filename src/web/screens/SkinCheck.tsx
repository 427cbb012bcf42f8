/** Asked after every phase: heat wraps burn people who sleep or cannot feel (hazards H21, H22). */
import { useEffect, useRef } from 'preact/hooks';
import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { Action } from '../parts/Confirm.tsx';
import { useBlocked } from './RunControls.tsx';

export function SkinCheck({ live }: { readonly live: LiveState }) {
  const { t, command } = useApp();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const leftS = live.skinCheck?.leftS ?? null;
  return (
    <section class="card check" ref={card} aria-labelledby="skin-check">
      <div class="row">
        <h2 id="skin-check" style={{ flex: 1 }}>
          {t('check.title')}
        </h2>
        {leftS !== null && <span class="middle mono">{clock(leftS)}</span>}
      </div>
      <p class="question">{t('check.text')}</p>
      <p>{leftS === null ? t('check.paused') : t('check.left', { time: clock(leftS) })}</p>
      <div class="row">
        <Action
          primary
          label={t('check.yes')}
          disabledReason={useBlocked(live)('answerSkinCheck')}
          onAct={() => void command('answerSkinCheck')}
        />
      </div>
      <p class="soft">{t('check.no')}</p>
    </section>
  );
}
