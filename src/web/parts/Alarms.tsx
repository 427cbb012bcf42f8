/** Every alarm that stands, the most urgent first: symbol, words and colour say the same (WCAG 1.4.1). */
import type { LiveAlarm } from '../../server/contract/live-state.ts';
import { offerOf, useApp } from '../app-context.ts';
import { alarmWordsIn } from '../i18n/alarms.ts';
import { factIn } from '../i18n/facts.ts';

/** As IEC 60601-1-8 marks the priorities. */
const marks = { high: '!!!', medium: '!!', low: '!' } as const;
const order = { high: 0, medium: 1, low: 2 } as const;

/** @param cause the rule that tripped: of equals, it explains the others */
export const byUrgency = (alarms: readonly LiveAlarm[], cause?: string): LiveAlarm[] =>
  [...alarms].sort(
    (a, b) =>
      order[a.priority] - order[b.priority] ||
      Number(b.id === cause) - Number(a.id === cause) ||
      Number(a.acknowledgedBy !== null) - Number(b.acknowledgedBy !== null),
  );

/** The first in full; the others, a line each, so that what to do next stays in sight. */
export function Alarms() {
  const { live, t, command } = useApp();
  const [first, ...others] = byUrgency(live?.alarms ?? [], live?.trip?.rule);
  if (first === undefined) return null;
  const sounding = [first, ...others].some((alarm) => alarm.sounding);
  const unseen = [first, ...others].some(({ acknowledgedBy }) => acknowledgedBy === null);
  return (
    <section class={`alarm ${first.priority}`} aria-label={t('alarm.region')}>
      <Mark alarm={first} />
      <div class="stack">
        <Title alarm={first} />
        <Remedy alarm={first} />
        <Details alarm={first} />
      </div>
      {unseen && offerOf(live, 'acknowledgeAlarms').allowed && (
        <div class="stack alarm-answers">
          <button type="button" class="button" onClick={() => void command('acknowledgeAlarms')}>
            {t('alarm.acknowledge')}
          </button>
          {sounding && (
            <button type="button" class="button" onClick={() => void command('pauseAlarmSound')}>
              {t('alarm.pause')}
            </button>
          )}
        </div>
      )}
      {others.length > 0 && (
        <ul class="alarm-rows">
          {others.map((alarm) => (
            <li key={alarm.id}>
              <Mark alarm={alarm} />
              <div>
                <Title alarm={alarm} />
                <Details alarm={alarm} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface PartProps {
  readonly alarm: LiveAlarm;
}

function Mark({ alarm: { priority, acknowledgedBy } }: PartProps) {
  return (
    <span
      class={`mark ${priority} ${acknowledgedBy === null ? 'flashing' : ''}`}
      aria-hidden="true"
    >
      {marks[priority]}
    </span>
  );
}

/** In the language of the page, where it has the words. */
const useWords = (alarm: LiveAlarm) => alarmWordsIn(useApp().preferences.language, alarm.id, alarm);

function Remedy({ alarm }: PartProps) {
  const { remedy, language } = useWords(alarm);
  return (
    <p lang={language}>
      <strong>{remedy}</strong>
    </p>
  );
}

function Title({ alarm }: PartProps) {
  const { t } = useApp();
  const { priority } = alarm;
  const { text, language } = useWords(alarm);
  return (
    <h2>
      <span class="unseen">{t(`alarm.${priority}`)}: </span>
      <span lang={language}>{text}</span>
    </h2>
  );
}

function Details({ alarm: { id, detail, found, acknowledgedBy, present } }: PartProps) {
  const { t, preferences } = useApp();
  const { text, language } = factIn(preferences, found, detail);
  return (
    <p class="soft">
      <span lang={language}>{text}</span> {text !== '' && '· '}
      {id}
      {acknowledgedBy !== null && ` · ${t('alarm.acknowledgedBy', { name: acknowledgedBy })}`}
      {!present && ` · ${t('alarm.causeGone')}`}
    </p>
  );
}
