/**
 * The event stream, one for all pages of this browser. Browsers reconnect it by themselves and say where they were; where
 * that fails, or where lines are missing nevertheless, it is opened anew and the whole record is replayed.
 */
import type { ServerEvent } from '../../server/contract/events.ts';
import { hasGap } from '../state/course.ts';
import { asking, reduceLead } from '../state/lead.ts';
import type { Lead, LeadEvent } from '../state/lead.ts';
import { reduceView, viewAtStart } from '../state/view.ts';
import type { View, ViewEvent } from '../state/view.ts';
import { addressOf, newKey } from './api.ts';

/** What arrives within this time is one change: at ×60 there are sixty samples a second. */
const gatherMs = 100;
const reopenMs = 2000;
const watchMs = 250;

/** What the pages of a browser tell each other. */
type Told =
  | { readonly type: 'asks' | 'leaves' }
  | { readonly type: 'leads'; readonly id: string; readonly lost: boolean }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'events'; readonly id: string; readonly events: readonly ServerEvent[] };

/** Where pages cannot tell each other anything, each listens for itself. */
function channel(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('contrast-live');
}

export class LiveStream {
  #view: View = viewAtStart;
  #source: EventSource | null = null;
  #openedMs = -Infinity;
  #gathered: ServerEvent[] = [];
  #gathering = false;
  #lead: Lead | null = null;
  #others: BroadcastChannel | null = null;
  readonly #id = newKey();
  readonly #onView: (view: View) => void;

  constructor(onView: (view: View) => void) {
    this.#onView = onView;
    setInterval(() => {
      this.#watch();
    }, watchMs);
  }

  open(): void {
    if (this.#lead !== null) return;
    this.#others = channel();
    this.#lead = asking(this.#id, this.#others === null ? -Infinity : performance.now());
    this.#others?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      this.#told(data);
    });
    addEventListener('pagehide', () => {
      if (this.#source !== null) this.#tell({ type: 'leaves' });
      this.#follow();
    });
    this.#ask();
  }

  hear(event: ViewEvent): void {
    const before = this.#view;
    this.#view = reduceView(before, event);
    if (this.#view !== before) this.#onView(this.#view);
  }

  #tell(told: Told): void {
    this.#others?.postMessage(told);
  }

  #ask(): void {
    this.#openedMs = performance.now();
    this.#tell({ type: 'asks' });
    this.#watch();
  }

  #told(told: Told): void {
    const nowMs = performance.now();
    switch (told.type) {
      case 'asks':
        if (this.#source === null) return;
        this.#sayThatItLeads();
        this.#tell({ type: 'view', view: this.#view });
        return;
      case 'leads':
        this.#decide({ type: 'leads', id: told.id, nowMs });
        if (told.lost && this.#source === null) this.hear({ type: 'lost' });
        return;
      case 'leaves':
        this.#decide({ type: 'leaves', nowMs });
        return;
      case 'view':
        if (this.#source !== null) return;
        // Another page's clock began at another time.
        this.#view = { ...told.view, heardMs: nowMs };
        this.#onView(this.#view);
        return;
      case 'events':
        this.#decide({ type: 'leads', id: told.id, nowMs });
        if (this.#source === null) this.hear({ type: 'heard', events: told.events, nowMs });
    }
  }

  #decide(event: LeadEvent): void {
    if (this.#lead === null) return;
    this.#lead = reduceLead(this.#lead, event);
    if (this.#lead.role !== 'leading') this.#follow();
    else if (this.#source === null) this.#listen();
    else if (event.type === 'leads') this.#sayThatItLeads();
  }

  #sayThatItLeads(): void {
    this.#tell({ type: 'leads', id: this.#id, lost: this.#view.link === 'lost' });
  }

  #follow(): void {
    this.#source?.close();
    this.#source = null;
  }

  #listen(): void {
    this.#follow();
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
    this.#sayThatItLeads();
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
      this.#tell({ type: 'events', id: this.#id, events });
    }, gatherMs);
  }

  #watch(): void {
    const nowMs = performance.now();
    this.hear({ type: 'time', nowMs });
    this.#decide({ type: 'time', nowMs });
    if (this.#lead === null) return;
    if (this.#source !== null) this.#sayThatItLeads();
    const sinceMs = nowMs - this.#openedMs;
    const missing = hasGap(this.#view.course) && sinceMs > 5 * reopenMs;
    if (this.#source === null) {
      if (missing) this.#ask();
      return;
    }
    const broken =
      missing ||
      this.#source.readyState === EventSource.CLOSED ||
      // Open, and nobody speaks: a pulled cable tells a browser nothing.
      (this.#view.link === 'lost' && sinceMs > 3 * reopenMs);
    if (broken && sinceMs > reopenMs) this.#listen();
  }
}
