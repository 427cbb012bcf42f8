/** How is the skin? Asked with the power off after every phase: heat wraps burn people who sleep or cannot feel (H21, H22). */
import { useEffect, useRef } from 'preact/hooks';
import type { LiveState, SkinCheckNow } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { clock } from '../i18n/format.ts';
import { Action } from '../parts/Confirm.tsx';
import { useBlocked } from './RunControls.tsx';
import { useSaying, WhatIsWrong } from './WhatIsWrong.tsx';

export function SkinCheck({ live }: { readonly live: LiveState }) {
  const { t } = useApp();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { skinCheck } = live;
  if (skinCheck === null) return null;
  const { question, askedInS, leftS, after } = skinCheck;
  return (
    <section class="card check" ref={card} aria-labelledby="skin-check">
      <div class="row">
        <h2 id="skin-check" style={{ flex: 1 }}>
          {t('check.title')}
        </h2>
        {askedInS === 0 && <span class="middle mono">{clock(leftS)}</span>}
      </div>
      <p class="question">
        {askedInS > 0 ? t('check.again', { time: clock(askedInS) }) : t(`check.${question}`)}
      </p>
      {question !== 'warm' && question !== 'what' && <WhatToSee after={after} />}
      {askedInS === 0 && <p>{t(`check.left.${question}`, { time: clock(leftS) })}</p>}
      {question === 'what' ? (
        <Naming />
      ) : (
        <Answers live={live} check={skinCheck} question={question} />
      )}
    </section>
  );
}

/** On every skin: on brown and black skin redness does not show, and warmth, firmness and pain say more. */
export function WhatToSee({ after }: { readonly after: SkinCheckNow['after'] }) {
  const { t } = useApp();
  return (
    <div class="stack">
      <p>{t('check.look')}</p>
      <dl class="facts">
        {(['light', 'dark'] as const).map((skin) => (
          <div key={skin}>
            <dt>{t(`check.skin.${skin}`)}</dt>
            <dd>
              {t(`check.fine.${after}.${skin}`)} {t(`check.bad.${after}.${skin}`)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('check.skin.any')}</dt>
          <dd>{t('check.bad.any')}</dd>
        </div>
      </dl>
    </div>
  );
}

/** At the end nothing is felt any more that could be. */
const fineWords = {
  skin: 'check.sayFine',
  warm: 'check.sayWarm',
  closing: 'later.fine',
} as const;

/** That something is wrong has cut the power already; what it is is said afterwards. */
function Naming() {
  const { t } = useApp();
  return <WhatIsWrong label={t('later.keep')} say={useSaying()} />;
}

interface AnswersProps {
  readonly live: LiveState;
  readonly check: SkinCheckNow;
  readonly question: keyof typeof fineWords;
}

function Answers({ live, check, question }: AnswersProps) {
  const { t } = useApp();
  const say = useSaying();
  const blocked = useBlocked(live)('answerSkinCheck');
  const { askedInS, after } = check;
  return (
    <div class="row">
      <Action
        primary
        label={t(fineWords[question])}
        disabledReason={blocked ?? (askedInS > 0 ? t('check.tooSoon') : null)}
        onAct={() => void say({ answer: 'fine' })}
      />
      <Action
        label={t('check.sayNotSure')}
        disabledReason={blocked}
        onAct={() => void say({ answer: 'notSure' })}
      />
      {question === 'skin' && after === 'cold' && (
        <Action
          label={t('check.sayNumb')}
          disabledReason={blocked}
          onAct={() => void say({ answer: 'numb' })}
        />
      )}
      <Action
        label={t('check.sayWrong')}
        disabledReason={blocked}
        onAct={() => void say({ answer: 'wrong' })}
      />
    </div>
  );
}
