/** The screening, one question a card, in plain words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { Action } from '../parts/Confirm.tsx';
import { itemsOf } from '../state/draft.ts';
import type { Draft, YesNo } from '../state/draft.ts';

interface QuestionsProps {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly parts: ScreeningAnswer['parts'];
  readonly imaginary: boolean;
}

export function Questions({ draft, change, next, back, parts, imaginary }: QuestionsProps) {
  const { t } = useApp();
  const items = itemsOf(parts);
  const [at, setAt] = useState(() => firstOpen(items, draft));
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.focus();
  }, [at]);
  const item = items[at];
  const part = parts.find(({ items: its }) => its.some(({ id }) => id === item?.id));
  const answer = (value: YesNo) => () => {
    if (item === undefined) return;
    change({ answers: { ...draft.answers, [item.id]: value }, allClear: false });
    if (at + 1 < items.length) setAt(at + 1);
    else next();
  };
  return (
    <section class="card narrow" tabIndex={-1} ref={card} aria-labelledby="question">
      <p class="soft">
        {t('treat.question', { number: at + 1, total: items.length })} ·{' '}
        <span lang="en">{part?.title}</span>
      </p>
      <progress class="unseen" max={items.length} value={at} aria-label={t('treat.screening')} />
      <p class="question" id="question" lang="en">
        {item?.question}
      </p>
      <div class="row">
        <Action label={t('common.yes')} onAct={answer('yes')} />
        <Action label={t('common.no')} onAct={answer('no')} />
      </div>
      <div class="row">
        <button
          type="button"
          class="button plain"
          onClick={() => {
            if (at === 0) back();
            else setAt(at - 1);
          }}
        >
          {t('common.back')}
        </button>
        {imaginary && (
          <button
            type="button"
            class="button plain"
            onClick={() => {
              change({ allClear: true });
              next();
            }}
          >
            {t('treat.allClear')}
          </button>
        )}
      </div>
    </section>
  );
}

function firstOpen(items: readonly { readonly id: string }[], { answers }: Draft): number {
  const open = items.findIndex(({ id }) => answers[id] === undefined);
  return open < 0 ? 0 : open;
}
