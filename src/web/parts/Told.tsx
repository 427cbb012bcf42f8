/** What everybody is told: how little is known, before a start, and what to do, after an end; said aloud if wished. */
import { afterTreatment, hasReacted, plainWords } from '../../server/contract/plain-words.ts';
import type { LiveOutcome } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { ReadAloud } from './ReadAloud.tsx';

export function WhatIsKnown() {
  const { preferences } = useApp();
  const { knownTitle, known } = plainWords[preferences.language];
  return (
    <section class="card" aria-label={knownTitle}>
      <h2>{knownTitle}</h2>
      <p>{known.join(' ')}</p>
    </section>
  );
}

interface AfterwardsProps {
  readonly skin: LiveOutcome['skin'];
  /** Null where it is not known. */
  readonly restMinutes: number | null;
}

export function Afterwards({ skin, restMinutes }: AfterwardsProps) {
  const { t, preferences } = useApp();
  const { language } = preferences;
  const { afterTitle, reactionTitle, moreTitle, more } = plainWords[language];
  const first = afterTreatment(language, skin, restMinutes);
  const title = hasReacted(skin) ? reactionTitle : afterTitle;
  return (
    <section class="card" aria-label={title}>
      <h2 class={hasReacted(skin) ? 'is-bad' : ''}>{title}</h2>
      <ol>
        {first.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <details>
        <summary>{moreTitle}</summary>
        <ul>
          {more.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
      <ReadAloud label={t('end.readAloud')} words={first.join(' ')} />
    </section>
  );
}
