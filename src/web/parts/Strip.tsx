/** On every other page, while a treatment is under way: what it does, and the way back to it. */
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';

export function Strip() {
  const { t, live } = useApp();
  if (live === null || (live.session === 'idle' && live.outcome === null)) return null;
  const { phase, session } = live;
  return (
    <a class="strip" href="#/treat">
      <strong>
        {live.session === 'idle'
          ? t(`end.${live.outcome?.outcome ?? 'not known'}`)
          : t(`state.${session}`)}
      </strong>
      {phase !== null && (
        <span class="mono">
          {t('run.phase', { number: phase.number, total: phase.count })} · {t('run.leftPhase')}{' '}
          {clock(phase.leftS)}
        </span>
      )}
    </a>
  );
}
