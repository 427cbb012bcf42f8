/**
 * STOP, apart from the page: its form is in the document that the server sends first, this script is a file of its own,
 * and neither waits for anything that the page loads, draws or breaks. Where this script fails too, the form still
 * stops by itself. The page tells it two things, both on the root of the document: the language, and what the device
 * does.
 */
import { languageFor, languages } from '../../words/language.ts';
import type { Language } from '../../words/language.ts';
import type { StopView } from '../state/stop.ts';
import { isEscapeTwice, isStopChord } from '../state/stop-keys.ts';
import { watchPage } from './page-watch.ts';
import { Stopper } from './wire.ts';
import { filled, stopWords } from './words.ts';

const path = '/api/v1/stop';
const oneTouchMs = 2000;
const root = document.documentElement;

/** What the page has said; before that, the first that the browser wishes. */
let spoken: Language | null = null;
const language = (): Language => spoken ?? languageFor(navigator.languages);

/** The device's own port for STOP, as the server wrote it into the document or as the page has heard it since. */
function ownPort(): number | null {
  const written = document.querySelector<HTMLMetaElement>('meta[name="stop-port"]')?.content;
  const port = Number(root.dataset['stopPort'] ?? written ?? Number.NaN);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

function doors(): string[] {
  const port = ownPort();
  const { protocol, hostname } = location;
  return port === null ? [path] : [path, `${protocol}//${hostname}:${port}${path}`];
}

interface Parts {
  readonly bar: HTMLElement;
  readonly button: HTMLElement;
  readonly said: HTMLElement;
  readonly aside: HTMLElement;
}

function partsOf(bar: HTMLElement | null): Parts | null {
  const [button, said, aside] = ['button', '[role=alert]', '.soft'].map((selector) =>
    bar?.querySelector<HTMLElement>(selector),
  );
  return bar && button && said && aside ? { bar, button, said, aside } : null;
}

const inSeconds = (ms: number): string =>
  (ms / 1000).toLocaleString(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Counted in fives: the words are read aloud each time they change. */
const inFives = (ms: number): string => {
  const seconds = Math.max(0, ms) / 1000;
  return String(seconds < 5 ? 1 : Math.floor(seconds / 5) * 5);
};

const ageWords = (ms: number): string =>
  ms < 60_000 ? `${Math.floor(ms / 1000)} s` : `${Math.floor(ms / 60_000)} min`;

function saidOf(view: StopView, nowMs: number): readonly string[] {
  const words = stopWords[language()];
  switch (view.kind) {
    case 'ready':
      return [];
    case 'stopping':
      return [words.stopping, words.stoppingText];
    case 'stopped':
      return [filled(words.stopped, { seconds: inSeconds(view.tookMs) }), words.stoppedText];
    case 'unconfirmed': {
      const seconds = inFives(nowMs - view.sinceMs);
      return [words.unconfirmed, filled(words.unconfirmedText, { seconds })];
    }
  }
}

/** Beside what is said: which keys there are, or how long ago the power was proven off. */
function asideOf(view: StopView, sinceMs: number): string {
  const words = stopWords[language()];
  if (view.kind === 'stopped') return filled(words.ago, { age: ageWords(sinceMs) });
  if (view.kind !== 'ready') return '';
  const control = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return `${words.hint}. ${filled(words.keys, { keys: `${control}+Shift+S, ${words.escape}` })}`;
}

function showOn({ bar, button, said, aside }: Parts): (view: StopView) => void {
  let shown: StopView | null = null;
  let changedMs = 0;
  let lines = '';
  return (view) => {
    const nowMs = performance.now();
    if (view !== shown) changedMs = nowMs;
    shown = view;
    const words = stopWords[language()];
    bar.dataset['kind'] = view.kind;
    bar.setAttribute('aria-label', words.button);
    button.setAttribute('aria-label', words.label);
    button.textContent = words.button;
    aside.textContent = asideOf(view, nowMs - changedMs);
    const wanted = saidOf(view, nowMs);
    if (lines === wanted.join('\n')) return;
    lines = wanted.join('\n');
    said.textContent = '';
    wanted.forEach((line, index) => {
      const part = document.createElement(index === 0 ? 'strong' : 'span');
      part.textContent = line;
      said.append(part);
    });
  };
}

function start(parts: Parts): void {
  const show = showOn(parts);
  const nowMs = (): number => performance.now();
  const stopper = new Stopper({ doors, nowMs, onView: show });
  const press = (event: Event): void => {
    stopper.press();
    // Only what was sent takes the place of what the form would send.
    event.preventDefault();
  };
  let touchedMs = -Infinity;
  parts.button.addEventListener('pointerdown', (event) => {
    stopper.press();
    touchedMs = event.timeStamp;
  });
  parts.bar.addEventListener('submit', (event) => {
    // The end of the same touch is no second wish; keys and switches come without a touch.
    if (event.timeStamp - touchedMs < oneTouchMs) event.preventDefault();
    else press(event);
  });
  let lastEscapeMs: number | null = null;
  // Heard before any field hears it, whatever has the focus.
  const onKey = (event: KeyboardEvent): void => {
    const { key, repeat, timeStamp } = event;
    if (isStopChord(event) || isEscapeTwice(event, lastEscapeMs, timeStamp)) press(event);
    if (!repeat) lastEscapeMs = key === 'Escape' ? timeStamp : null;
  };
  addEventListener('keydown', onKey, { capture: true });
  let session = root.dataset['session'];
  new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => attributeName === 'lang'))
      spoken = languages.find((one) => one === root.lang) ?? spoken;
    const before = session;
    session = root.dataset['session'];
    if (session !== before && session === 'selfTest') stopper.clear();
    show(stopper.view);
  }).observe(root, { attributes: true });
  setInterval(() => {
    show(stopper.view);
  }, 1000);
  show(stopper.view);
}

const parts = partsOf(document.getElementById('stop'));
if (parts !== null) start(parts);
watchPage(() => stopWords[language()]);
