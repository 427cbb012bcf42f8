/** What everybody is told: how little is known, before a start, and what to do, after an end; said aloud if wished. */
import { afterWords, plainWords } from '../../server/contract/plain-words.ts';
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

export function Afterwards({ restMinutes }: { readonly restMinutes: number }) {
  const { t, preferences } = useApp();
  const { language } = preferences;
  const { afterTitle, moreTitle, more } = plainWords[language];
  const first = afterWords(language, restMinutes);
  return (
    <section class="card" aria-label={afterTitle}>
      <h2>{afterTitle}</h2>
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
