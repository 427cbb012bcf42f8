/** A session that waits for its screening: somebody has prescribed, and the questions are still to be answered. */
import { useState } from 'preact/hooks';
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { Action } from '../parts/Confirm.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { draftAtRest, forecast, screeningRequestOf } from '../state/draft.ts';
import type { Draft } from '../state/draft.ts';
import { Questions } from './Questions.tsx';
import { isStartable, Verdict } from './Review.tsx';

export function OpenScreening() {
  const { t, live, act, command } = useApp();
  const screening = useLoaded<ScreeningAnswer>('/screening');
  const [draft, setDraft] = useState<Draft>({
    ...draftAtRest,
    site: live?.prescribed?.site ?? null,
  });
  const [answered, setAnswered] = useState(false);
  const change = (changed: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...changed }));
  };
  return (
    <>
      <h1>{t('treat.screening')}</h1>
      <When {...screening}>
        {(questions) => {
          const found = forecast(questions, draft, Date.now());
          if (!answered) {
            return (
              <Questions
                draft={draft}
                change={change}
                parts={questions.parts}
                imaginary={live?.board?.imaginary === true}
                next={() => {
                  setAnswered(true);
                }}
                back={() => void command('cancel')}
              />
            );
          }
          return (
            <section class="card narrow">
              <Verdict found={found} draft={draft} change={change} />
              <div class="row">
                <Action
                  label={t('treat.changeAnswer')}
                  onAct={() => {
                    setDraft((before) => ({ ...before, answers: {}, words: {}, allClear: false }));
                    setAnswered(false);
                  }}
                />
                <Action
                  primary
                  label={t('treat.start')}
                  disabledReason={isStartable(found, draft) ? null : t('treat.reviewNever')}
                  onAct={() => void act(() => post('/screening', screeningRequestOf(draft)))}
                />
              </div>
            </section>
          );
        }}
      </When>
    </>
  );
}
