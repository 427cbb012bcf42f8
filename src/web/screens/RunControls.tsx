/** Pause, resume, end early. STOP is not among them: it has its own place on every page. */
import type { CommandName, LiveState } from '../../server/contract/live-state.ts';
import { offerOf, useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { Action, Confirm } from '../parts/Confirm.tsx';
import { finalColdMinutes, owesColdFinish } from '../state/derive.ts';
import { useSaying } from './WhatIsWrong.tsx';

export function RunControls({ live }: { readonly live: LiveState }) {
  const { t, command } = useApp();
  const paused = live.session === 'paused';
  const blocked = useBlocked(live);
  return (
    <div class="stack">
      {paused && live.pause !== null && (
        <p class="notice warn">{t('run.pauseLeft', { time: clock(live.pause.leftS) })}</p>
      )}
      <div class="row">
        {paused ? (
          <Confirm
            primary
            label={t('run.resume')}
            text={t('run.resumeText')}
            confirm={t('run.resumeConfirm')}
            disabledReason={blocked('resume')}
            onConfirm={() => void command('resume')}
          />
        ) : (
          <Action
            primary
            label={t('run.pause')}
            disabledReason={blocked('pause')}
            onAct={() => void command('pause')}
          />
        )}
        <Confirm
          label={t('run.endEarly')}
          text={
            owesColdFinish(live)
              ? t('run.endEarlyHeated', { minutes: finalColdMinutes(live) ?? '?' })
              : t('run.endEarlyCold')
          }
          confirm={t('run.endEarlyConfirm')}
          keep={t('run.endEarlyKeep')}
          disabledReason={blocked('endEarly')}
          onConfirm={() => void command('endEarly')}
        />
      </div>
      {live.skinCheck === null && <SkinIsWrong live={live} />}
    </div>
  );
}

/** At any time, not only when somebody asks. */
function SkinIsWrong({ live }: { readonly live: LiveState }) {
  const { t } = useApp();
  const say = useSaying();
  const blocked = useBlocked(live)('answerSkinCheck');
  // What it is is asked when the power is off.
  return (
    <Action
      label={t('check.sayWrong')}
      disabledReason={blocked}
      onAct={() => void say({ answer: 'wrong' })}
    />
  );
}

/** Why a command cannot be given now; null: it can. */
export function useBlocked(live: LiveState): (command: CommandName) => string | null {
  const { t, session } = useApp();
  return (command) => {
    if (session?.person?.role === 'viewer') return t('common.notAllowed');
    const { allowed, reason } = offerOf(live, command);
    return allowed ? null : (reason ?? '–');
  };
}
