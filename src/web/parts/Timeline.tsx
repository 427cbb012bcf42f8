/** The whole treatment as a bar: a part for each phase, filled as far as it is done. */
import type { LiveState, PlanPhase } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { fractionDone } from '../state/derive.ts';

interface TimelineProps {
  readonly phases: readonly PlanPhase[];
  readonly now: LiveState['phase'];
}

export function Timeline({ phases, now }: TimelineProps) {
  const { t } = useApp();
  return (
    <ol class="timeline" aria-label={t('run.whole')}>
      {phases.map((phase) => {
        const done = fractionDone(phase, now);
        const current = now?.number === phase.number;
        const state = current
          ? 'run.timelineNow'
          : done === 1
            ? 'run.timelineDone'
            : 'run.timelineAhead';
        const minutes = Math.round(phase.lengthS / 6) / 10;
        return (
          <li
            key={phase.number}
            class={`is-${phase.kind}`}
            style={{ flexGrow: phase.lengthS }}
            aria-current={current ? 'step' : undefined}
          >
            <span class="fill" style={{ width: `${done * 100}%` }} />
            <b>
              <span aria-hidden="true">{t(`kind.${phase.kind}`).slice(0, 1)}</span>
              <span class="unseen">
                {t('run.timelinePart', { kind: t(`kind.${phase.kind}`), minutes, state: t(state) })}
              </span>
            </b>
          </li>
        );
      })}
    </ol>
  );
}
