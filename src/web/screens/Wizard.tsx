/** From a prescription to a start, one question at a time; nothing is sent before the last button. */
import { useState } from 'preact/hooks';
import type { PresetsAnswer, ScreeningAnswer } from '../../server/contract/answers.ts';
import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { WhatIsKnown } from '../parts/Told.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { draftAtRest, requestOf } from '../state/draft.ts';
import type { Draft, StepProps } from '../state/draft.ts';
import { ChoosePrescription } from './ChoosePrescription.tsx';
import { ChooseSite } from './ChooseSite.tsx';
import { Questions } from './Questions.tsx';
import { Review } from './Review.tsx';
import { SkinLooks } from './SkinLooks.tsx';
import { SoundCheck } from './SoundCheck.tsx';

const steps = ['prescription', 'site', 'sound', 'screening', 'review'] as const;

export function Wizard({ live }: { readonly live: LiveState }) {
  const { t, session, act, soundProven } = useApp();
  const presets = useLoaded<PresetsAnswer>('/prescriptions');
  const screening = useLoaded<ScreeningAnswer>('/screening');
  const [draft, setDraft] = useState<Draft>(draftAtRest);
  const [at, setAt] = useState(0);
  // Newer than what was told with the questions.
  const [declined, setDeclined] = useState<ScreeningAnswer['declined'] | null>(null);
  const move = (by: number) => () => {
    // A sound that is proven already is not asked for again.
    const skip = steps[at + by] === 'sound' && soundProven ? 2 * by : by;
    setAt(Math.max(0, Math.min(steps.length - 1, at + skip)));
    scrollTo(0, 0);
    // The button that had the focus is gone; the next Tab begins at the new step.
    document.querySelector('main')?.focus({ preventScroll: true });
  };
  const props: StepProps = {
    draft,
    change: (change) => {
      setDraft((before) => ({ ...before, ...change }));
    },
    next: move(1),
    back: move(-1),
  };
  if (session?.person?.role === 'viewer') return <p class="notice">{t('treat.signIn')}</p>;
  return (
    <>
      <SkinLooks onSaid={screening.reload} />
      <h1>{t('treat.title')}</h1>
      <p class="soft" aria-live="polite">
        {t('common.step', { number: at + 1, total: steps.length })}
      </p>
      {at === 0 && <WhatIsKnown />}
      <When {...presets}>
        {(known) => (
          <When {...screening}>
            {(questions) => (
              <Step
                {...props}
                step={steps[at] ?? 'review'}
                known={known}
                questions={declined === null ? questions : { ...questions, declined }}
                imaginary={live.board?.imaginary === true}
                onStart={() => act(() => post('/treatments', requestOf(draft)))}
                onKept={setDeclined}
              />
            )}
          </When>
        )}
      </When>
    </>
  );
}

interface OneStepProps extends StepProps {
  readonly step: (typeof steps)[number];
  readonly known: PresetsAnswer;
  readonly questions: ScreeningAnswer;
  /** No person can be on this board. */
  readonly imaginary: boolean;
  readonly onStart: () => Promise<boolean>;
  readonly onKept: (declined: ScreeningAnswer['declined']) => void;
}

function Step({ step, known, questions, imaginary, onStart, onKept, ...props }: OneStepProps) {
  switch (step) {
    case 'prescription':
      return <ChoosePrescription {...props} known={known} />;
    case 'site':
      return <ChooseSite {...props} sites={questions.sites} imaginary={imaginary} />;
    case 'sound':
      return <SoundCheck {...props} />;
    case 'screening':
      return <Questions {...props} parts={questions.parts} imaginary={imaginary} />;
    case 'review':
      return <Review {...props} {...{ known, questions, onStart, onKept }} />;
  }
}
