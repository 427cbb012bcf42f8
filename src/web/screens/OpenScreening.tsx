/** A session that waits for its screening: somebody has prescribed, and the questions are still to be answered. */
import { useState } from 'preact/hooks';
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { Action } from '../parts/Confirm.tsx';
import { DeclinedBefore, useKeepingDeclined } from '../parts/DeclinedBefore.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { draftAtRest, forecast, screeningRequestOf } from '../state/draft.ts';
import type { Draft } from '../state/draft.ts';
import { Questions } from './Questions.tsx';
import { startObjection, Verdict } from './Review.tsx';

export function OpenScreening() {
  const { t, live, command } = useApp();
  const screening = useLoaded<ScreeningAnswer>('/screening');
  const [draft, setDraft] = useState<Draft>({
    ...draftAtRest,
    site: live?.prescribed?.site ?? null,
  });
  const [answered, setAnswered] = useState(false);
  // Newer than what was told with the questions.
  const [declined, setDeclined] = useState<ScreeningAnswer['declined'] | null>(null);
  const change = (changed: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...changed }));
  };
  return (
    <>
      <h1>{t('treat.screening')}</h1>
      <When {...screening}>
        {(questions) =>
          answered ? (
            <Answered
              draft={draft}
              change={change}
              questions={declined === null ? questions : { ...questions, declined }}
              onKept={setDeclined}
              again={() => {
                change({ answers: {}, words: {}, allClear: false, confirmed: [] });
                setAnswered(false);
              }}
            />
          ) : (
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
          )
        }
      </When>
    </>
  );
}

interface AnsweredProps {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly questions: ScreeningAnswer;
  readonly onKept: (declined: ScreeningAnswer['declined']) => void;
  readonly again: () => void;
}

function Answered({ draft, change, questions, onKept, again }: AnsweredProps) {
  const { t, act } = useApp();
  const found = forecast(questions, draft, Date.now());
  const decides = useKeepingDeclined({ draft, found, waits: true, onKept });
  const objection = startObjection(found, questions, draft);
  const start = async (): Promise<void> => {
    decides(true);
    decides(await act(() => post('/screening', screeningRequestOf(draft))));
  };
  return (
    <section class="card narrow">
      <Verdict found={found} draft={draft} change={change} />
      <DeclinedBefore questions={questions} draft={draft} change={change} />
      <div class="row">
        <Action label={t('treat.changeAnswer')} onAct={again} />
        <Action
          primary
          label={t('treat.start')}
          disabledReason={objection === null ? null : t(objection)}
          onAct={() => void start()}
        />
      </div>
    </section>
  );
}
