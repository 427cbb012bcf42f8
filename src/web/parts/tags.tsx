import type { RecordRow } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';

const outcomes = {
  completed: { tone: 'is-good', mark: '✓' },
  undelivered: { tone: 'is-bad', mark: '◑' },
  'ended early': { tone: 'is-warn', mark: '◐' },
  stopped: { tone: 'is-warn', mark: '■' },
  faulted: { tone: 'is-bad', mark: '✕' },
  declined: { tone: '', mark: '–' },
  running: { tone: '', mark: '▶' },
  'not known': { tone: 'is-bad', mark: '?' },
} as const;

const isOutcome = (outcome: string): outcome is keyof typeof outcomes =>
  Object.hasOwn(outcomes, outcome);

export function OutcomeTag({ outcome }: { readonly outcome: string }) {
  const { t } = useApp();
  const { tone, mark } = isOutcome(outcome) ? outcomes[outcome] : outcomes['not known'];
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">{mark}</span>
      {isOutcome(outcome) ? t(`end.${outcome}`) : outcome}
    </span>
  );
}

export function VerdictTag({ verdict }: { readonly verdict: RecordRow['verdict'] }) {
  const { t } = useApp();
  const sound = verdict === 'intact';
  const running = verdict === 'running';
  return (
    <span class={`tag ${sound ? 'is-good' : running ? '' : 'is-bad'}`}>
      <span aria-hidden="true">{sound ? '✓' : running ? '…' : '✕'}</span>
      {t(`record.verdict.${verdict}`)}
    </span>
  );
}
