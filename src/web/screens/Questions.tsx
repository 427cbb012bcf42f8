/** The screening, one question a card, in plain words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { questionWordsIn } from '../i18n/screening.ts';
import { ClinicianWord } from '../parts/ClinicianWord.tsx';
import { Action } from '../parts/Confirm.tsx';
import { itemsOf } from '../state/draft.ts';
import type { Draft, Item, Word, YesNo } from '../state/draft.ts';

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
  const goOn = (): void => {
    if (at + 1 < items.length) setAt(at + 1);
    else next();
  };
  return (
    <section class="card narrow" tabIndex={-1} ref={card} aria-labelledby="question">
      <p class="soft">
        {t('treat.question', { number: at + 1, total: items.length })} ·{' '}
        {part !== undefined && t(`layer.${part.layer}`)}
      </p>
      <progress class="unseen" max={items.length} value={at} aria-label={t('treat.screening')} />
      {item !== undefined && (
        <OneQuestion key={item.id} item={item} draft={draft} change={change} goOn={goOn} />
      )}
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

interface OneQuestionProps extends Pick<QuestionsProps, 'draft' | 'change'> {
  readonly item: Item;
  readonly goOn: () => void;
}

/** A problem that a clinician may have seen asks on, before it goes on. */
function OneQuestion({ item, draft, change, goOn }: OneQuestionProps) {
  const { t, preferences } = useApp();
  const [asksWord, setAsksWord] = useState(false);
  const { id, problem, loweredBy } = item;
  const { question, hint, language } = questionWordsIn(preferences.language, item);
  const answer = (value: YesNo) => () => {
    const { [id]: _, ...words } = draft.words;
    change({ answers: { ...draft.answers, [id]: value }, words, allClear: false });
    if (value === problem && loweredBy !== null) setAsksWord(true);
    else goOn();
  };
  const told = (word: Word | null): void => {
    if (word !== null) change({ words: { ...draft.words, [id]: word } });
    goOn();
  };
  return (
    <>
      <p class="question" id="question" lang={language}>
        {question}
      </p>
      {hint !== null && <p lang={language}>{hint}</p>}
      {asksWord && loweredBy !== null ? (
        <ClinicianWord
          kind={loweredBy.kind}
          before={Object.values(draft.words).at(-1)}
          told={told}
        />
      ) : (
        <div class="row">
          <Action label={t('common.yes')} onAct={answer('yes')} />
          <Action label={t('common.no')} onAct={answer('no')} />
        </div>
      )}
    </>
  );
}

function firstOpen(items: readonly { readonly id: string }[], { answers }: Draft): number {
  const open = items.findIndex(({ id }) => answers[id] === undefined);
  return open < 0 ? 0 : open;
}
