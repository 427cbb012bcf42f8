/** STOP: fixed, on every page, one press, no question (law L3). Nothing else can be pressed near it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import type { Translate } from '../i18n/catalogue.ts';
import { decimal } from '../i18n/format.ts';
import { isAsking } from '../state/stop.ts';
import type { StopView } from '../state/stop.ts';
import { isEscapeTwice, isStopChord } from '../state/stop-keys.ts';

const oneTouchMs = 2000;

export function Stop() {
  const { t, stop, pressStop, preferences } = useApp();
  useStopKeys(pressStop);
  const words = useStopWords(stop, t, preferences.language);
  const touchedMs = useRef(-Infinity);
  return (
    <section class="stop-bar" data-kind={stop.kind} aria-label={t('stop.button')}>
      <div class="stop-words">
        <div role="alert">
          {words.map((line, index) =>
            index === 0 ? <strong key={line}>{line}</strong> : <span key={line}>{line}</span>,
          )}
        </div>
        {stop.kind === 'ready' && <StopHint />}
      </div>
      <button
        type="button"
        class="stop"
        aria-label={t('stop.label')}
        aria-keyshortcuts="Control+Shift+S Meta+Shift+S"
        onPointerDown={(event) => {
          touchedMs.current = event.timeStamp;
          pressStop();
        }}
        onClick={(event) => {
          // The end of the same touch is no second wish; keys and switches come without a touch.
          if (!(event.timeStamp - touchedMs.current < oneTouchMs)) pressStop();
        }}
      >
        {t('stop.button')}
      </button>
    </section>
  );
}

function StopHint() {
  const { t } = useApp();
  const control = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return (
    <span class="soft">
      {t('stop.hint')}. {t('stop.keys', { keys: `${control}+Shift+S, ${t('stop.escape')}` })}
    </span>
  );
}

/** Heard before any field hears it, whatever has the focus. */
function useStopKeys(pressStop: () => void): void {
  useEffect(() => {
    let lastEscapeMs: number | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (isStopChord(event) || isEscapeTwice(event, lastEscapeMs, event.timeStamp)) {
        event.preventDefault();
        pressStop();
      }
      if (!event.repeat) lastEscapeMs = event.key === 'Escape' ? event.timeStamp : null;
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, [pressStop]);
}

function useStopWords(stop: StopView, t: Translate, language: 'en' | 'de' | 'es'): string[] {
  const seconds = useSecondsSince(isAsking(stop) ? stop.sinceMs : null);
  switch (stop.kind) {
    case 'ready':
      return [];
    case 'stopping':
      return [t('stop.stopping'), t('stop.stoppingText')];
    case 'stopped':
      return [
        t('stop.stopped', { seconds: decimal(stop.tookMs / 1000, 1, language) }),
        t('stop.stoppedText'),
      ];
    case 'unconfirmed':
      return [t('stop.unconfirmed'), t('stop.unconfirmedText', { seconds })];
  }
}

/** Counted in fives: the words are read aloud each time they change. */
function useSecondsSince(sinceMs: number | null): number {
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (sinceMs === null) return undefined;
    const timer = setInterval(() => {
      setNowMs(performance.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [sinceMs]);
  const seconds = sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs) / 1000;
  return seconds < 5 ? 1 : Math.floor(seconds / 5) * 5;
}
