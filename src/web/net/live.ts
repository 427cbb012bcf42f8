/**
 * The event stream. Browsers reconnect it by themselves and say where they were; where that fails, or where lines are
 * missing nevertheless, it is opened anew and the whole record is replayed.
 */
import type { ServerEvent } from '../../server/contract/events.ts';
import { hasGap } from '../state/course.ts';
import { reduceView, viewAtStart } from '../state/view.ts';
import type { View, ViewEvent } from '../state/view.ts';
import { addressOf } from './api.ts';

/** What arrives within this time is one change: at ×60 there are sixty samples a second. */
const gatherMs = 100;
const reopenMs = 2000;

export class LiveStream {
  #view: View = viewAtStart;
  #source: EventSource | null = null;
  #openedMs = -Infinity;
  #gathered: ServerEvent[] = [];
  #gathering = false;
  readonly #onView: (view: View) => void;

  constructor(onView: (view: View) => void) {
    this.#onView = onView;
    setInterval(() => {
      this.#watch();
    }, 500);
  }

  get view(): View {
    return this.#view;
  }

  open(): void {
    this.#source?.close();
    this.#openedMs = performance.now();
    const source = new EventSource(addressOf('/events'));
    this.#source = source;
    source.addEventListener('open', () => {
      this.hear({ type: 'opened', nowMs: performance.now() });
    });
    source.addEventListener('error', () => {
      this.hear({ type: 'lost' });
    });
    for (const event of ['state', 'record', 'treatment'] as const) {
      source.addEventListener(event, (message: MessageEvent<string>) => {
        this.#gather(event, message);
      });
    }
  }

  hear(event: ViewEvent): void {
    const before = this.#view;
    this.#view = reduceView(before, event);
    if (this.#view !== before) this.#onView(this.#view);
  }

  #gather(event: ServerEvent['event'], { data, lastEventId }: MessageEvent<string>): void {
    try {
      const parsed: unknown = JSON.parse(data);
      this.#gathered.push({ event, id: lastEventId, data: parsed } as ServerEvent);
    } catch {
      // A line that is not whole counts as not heard: the gap brings the replay.
      return;
    }
    if (this.#gathering) return;
    this.#gathering = true;
    setTimeout(() => {
      this.#gathering = false;
      const events = this.#gathered;
      this.#gathered = [];
      this.hear({ type: 'heard', events, nowMs: performance.now() });
    }, gatherMs);
  }

  #watch(): void {
    const nowMs = performance.now();
    this.hear({ type: 'time', nowMs });
    const broken =
      this.#source === null ||
      this.#source.readyState === EventSource.CLOSED ||
      // Open, and nobody speaks: a pulled cable tells a browser nothing.
      (this.#view.link === 'lost' && nowMs - this.#openedMs > 3 * reopenMs) ||
      (hasGap(this.#view.course) && nowMs - this.#openedMs > 5 * reopenMs);
    if (broken && nowMs - this.#openedMs > reopenMs) this.open();
  }
}
