/** What changes is said to screen readers, and aloud where wished: phases and alarms, never each sample (WCAG 4.1.3). */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { alarmWordsIn } from '../i18n/alarms.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../sound/speech.ts';
import { sound } from '../sound/speaker.ts';
import { soundingPriority } from '../state/derive.ts';
import { byUrgency } from './Alarms.tsx';

export function Announcer() {
  const { live, preferences } = useApp();
  const { language, speech } = preferences;
  const status = useStatusWords();
  const alarm = useAlarmWords();
  useEffect(() => {
    if (speech && status !== '') say(status, language);
  }, [status]);
  useEffect(() => {
    if (speech && alarm.words !== '') say(alarm.words, alarm.language);
  }, [alarm.words]);
  const priority = soundingPriority(live?.alarms ?? []);
  useEffect(() => {
    sound(priority);
  }, [priority]);
  return (
    <>
      <div class="unseen" role="status">
        {status}
      </div>
      <div class="unseen" role="alert" lang={alarm.language}>
        {alarm.words}
      </div>
    </>
  );
}

function useStatusWords(): string {
  const { live, t } = useApp();
  if (live === null) return '';
  const { phase, session, skinCheck } = live;
  if (skinCheck !== null && skinCheck.askedInS === 0)
    return `${t('check.title')}. ${t(`check.${skinCheck.question}`)}`;
  const treating = session === 'treating.cold' || session === 'treating.hot';
  if (!treating || phase === null) return t(`state.${session}`);
  return t('say.phase', {
    kind: t(`kind.${phase.kind}`),
    minutes: Math.round(phase.dwellS / 6) / 10,
  });
}

/** The most urgent alarm that is new; each one is said once. */
function useAlarmWords(): { readonly words: string; readonly language: Language } {
  const { live, preferences } = useApp();
  const [words, setWords] = useState('');
  const [first] = byUrgency(
    (live?.alarms ?? []).filter(({ acknowledgedBy }) => acknowledgedBy === null),
  );
  const known =
    first === undefined ? undefined : alarmWordsIn(preferences.language, first.id, first);
  const text = known === undefined ? '' : `${known.text}. ${known.remedy}`;
  useEffect(() => {
    setWords(text);
  }, [text]);
  return { words, language: known?.language ?? preferences.language };
}
